//! N141, N143 and N170 over time: a device that took what a stolen key signed is mended by a newer root, and by nothing
//! else; and a list that is dated ahead of the clock leaves a doubt.

use super::{Case, Expect, refused, with};
use crate::bundle::BundleSpec;
use crate::issuer::ListedKey;
use crate::key::{Alg, SignKey};
use crate::scene::World;

const DAY: u64 = 86_400;
/// The highest number there is.
const HIGHEST: u64 = (1 << 53) - 1;

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    let rotations = [Rotation::Adds, Rotation::ReplacesOne, Rotation::ReplacesAll];
    let rotations = rotations.into_iter().flat_map(rotation);
    rotations.chain(one_of_two()).chain(status_keys()).chain(clocks()).chain(doubts()).collect()
}

/// What the next root makes of the keys that sign lists.
#[derive(Clone, Copy)]
enum Rotation {
    Adds,
    ReplacesOne,
    ReplacesAll,
}

impl Rotation {
    const fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Adds => ("added", "a root that only adds a key for lists"),
            Self::ReplacesOne => ("one", "a root that replaces one of the two keys for lists"),
            Self::ReplacesAll => ("all", "a root that replaces both keys for lists"),
        }
    }

    const fn mends(self) -> bool {
        !matches!(self, Self::Adds)
    }

    /// The world under the next root, with a number above everything honest before.
    fn of(self, world: &World) -> World {
        let mut rotated = world.clone();
        let mut next = world.authority.root().next(world.seed.child("mended"));
        let key = |label: &str| world.seed.key(Alg::Ed25519, label);
        match self {
            Self::Adds => next.lists.keys.push(key("a list key more")),
            Self::ReplacesOne => {
                next.lists.keys.pop();
                next.lists.keys.push(key("another list key"));
            }
            Self::ReplacesAll => next.lists.keys = vec![key("another list key"), key("and another")],
        }
        rotated.authority.rotate(next);
        rotated.number = 60;
        rotated
    }
}

/// A bundle that is genuine to its signatures, after a change.
fn signed(world: &World, change: impl FnOnce(&mut BundleSpec)) -> Vec<u8> {
    let mut spec = world.bundle_spec();
    change(&mut spec);
    spec.file(&world.authority)
}

/// Dated so many days ahead.
fn ahead(spec: &mut BundleSpec, days: u64) {
    for time in [&mut spec.issued, &mut spec.next, &mut spec.not_after] {
        *time = time.saturating_add(days.saturating_mul(DAY));
    }
    spec.number = 58;
}

fn ten_years_of(world: &World) -> Vec<u8> {
    signed(world, |spec| ahead(spec, 3_650))
}

fn after(id: &str, says: &str, world: &World, before: Vec<Vec<u8>>, expect: Expect) -> Case {
    let mut case = with(id, says, world, world.bundle(), expect);
    case.bundles_before = before;
    case
}

fn clock_wrong() -> Expect {
    Expect::no_values("refer", &["post.clock_wrong"])
}

/// Keys for lists stolen, then a newer root.
fn rotation(rotation: Rotation) -> Vec<Case> {
    let world = World::demo();
    let (name, root) = rotation.name();
    let id = |what: &str| format!("N141/mended-{name}-{what}");
    let or = |expect: Expect| if rotation.mends() { Expect::accept() } else { expect };
    let mended = rotation.of(&world);
    let (honest, ten_years) = (world.bundle(), ten_years_of(&world));
    let highest = signed(&world, |spec| spec.number = HIGHEST);
    let mut older = mended.clone();
    older.number = 59;
    let mut stale = mended.clone();
    stale.eid_list.iat = stale.eid_list.iat.saturating_sub(1);
    let says = |what: &str| format!("{what}, then {root}.");
    let before = vec![honest.clone(), ten_years.clone()];
    vec![
        after(&id("date"), &says("A manifest of in ten years was taken"), &mended, before, or(clock_wrong())),
        after(
            &id("number"),
            &says("A manifest of the highest number was taken"),
            &mended,
            vec![honest.clone(), highest],
            or(refused("setup.bundle_rolled_back")),
        ),
        after(
            &id("older-manifest"),
            &format!("After {root}, an older manifest of the same root."),
            &older,
            vec![honest.clone(), ten_years, mended.bundle()],
            refused("setup.bundle_rolled_back"),
        ),
        after(
            &id("older-list"),
            &format!("After {root}, an older status list, genuine."),
            &stale,
            vec![honest.clone()],
            refused("setup.list_rolled_back"),
        ),
        opened(
            after(
                &format!("N170/mended-{name}"),
                &says("A manifest of in ten years was not taken"),
                &mended,
                vec![honest, ten_years_of(&world)],
                or(clock_wrong()),
            ),
            &[world.now; 3],
        ),
    ]
}

/// One key signs lists, of two that may: it matters which of them was stolen.
fn one_of_two() -> Vec<Case> {
    let mut world = World::demo();
    world.authority.first.lists.threshold = 1;
    let mended = Rotation::ReplacesOne.of(&world);
    let by = |key: Option<&SignKey>| {
        let mut spec = world.bundle_spec();
        spec.number = HIGHEST;
        let mut draft = spec.draft(&world.authority);
        draft.signers = key.into_iter().cloned().collect();
        draft.encode()
    };
    let keys = &world.authority.first.lists.keys;
    let mut raised = mended.clone();
    raised.authority.later.iter_mut().for_each(|root| root.lists.threshold = 2);
    let case = |id: &str, says: &str, world: &World, key: Option<&SignKey>, expect: Expect| {
        after(id, says, world, vec![by(key)], expect)
    };
    let rolled = || refused("setup.bundle_rolled_back");
    vec![
        case(
            "N141/mended-removed-key",
            "The highest number, signed by the key that the next root removes.",
            &mended,
            keys.last(),
            Expect::accept(),
        ),
        case("N141/mended-other-key", "The same, signed by the key that stays.", &mended, keys.first(), rolled()),
        case(
            "N141/mended-threshold",
            "The same, under a root that asks for two keys where one had signed.",
            &raised,
            keys.first(),
            Expect::accept(),
        ),
    ]
}

/// N143: the key of a status list stands in its issuer's entry or does not.
fn status_keys() -> Vec<Case> {
    let world = World::demo();
    let first = world.eid.status_key.clone();
    let second = ListedKey::new(world.seed.key(Alg::Ed25519, "second status key"), first.from, first.until);
    // A bundle with these keys, and a list a minute younger or older than the demo's.
    let bundle = |number: u64, keys: &[&ListedKey], by: &ListedKey, older: u64| {
        let mut entry = world.eid.entry();
        if let Some(listed) = entry.array_mut(7) {
            *listed = keys.iter().map(|key| key.item()).collect();
        }
        let mut list = world.eid_list.clone();
        list.iat = list.iat.saturating_sub(older);
        let mut spec = world.bundle_spec().issuers([entry, world.insurer.entry()]);
        spec.number = number;
        spec.status(&list.uri, &list.sign(&by.key)).file(&world.authority)
    };
    let in_state = |state: u64| {
        let mut key = first.clone();
        key.state = state;
        key
    };
    let case = |id: &str, says: &str, before: Vec<Vec<u8>>, then: Vec<u8>, expect: Expect| {
        let mut case = with(id, says, &world, then, expect);
        case.bundles_before = before;
        case
    };
    let rolled = || refused("setup.list_rolled_back");
    let (retired, exposed) = (in_state(1), in_state(2));
    let known = || bundle(56, &[&first], &first, 0);
    vec![
        case(
            "N143/key-removed",
            "An older list by another key: the key of the newer one stands in the entry no more.",
            vec![known()],
            bundle(57, &[&second], &second, 60),
            Expect::accept(),
        ),
        case(
            "N143/key-compromised",
            "An older list by another key: the key of the newer one is compromised.",
            vec![known()],
            bundle(57, &[&exposed, &second], &second, 60),
            Expect::accept(),
        ),
        case(
            "N143/key-retired",
            "An older list by another key: the key of the newer one is retired, and still verifies it.",
            vec![known()],
            bundle(57, &[&retired, &second], &second, 60),
            rolled(),
        ),
        case(
            "N143/key-restored",
            "A key called compromised and then listed again: no older list comes back with it.",
            vec![known(), bundle(57, &[&exposed, &second], &second, 120)],
            bundle(58, &[&first, &second], &first, 60),
            rolled(),
        ),
        case(
            "N143/key-moved-on",
            "A newer key, and then an older list by it.",
            vec![known(), bundle(57, &[&second], &second, 60)],
            bundle(58, &[&second], &second, 61),
            rolled(),
        ),
    ]
}

fn opened(mut case: Case, at: &[u64]) -> Case {
    case.opened_at = Some(at.to_vec());
    case
}

/// B7: a manifest dated beyond skew after the clock is not taken.
fn clocks() -> Vec<Case> {
    let world = World::demo();
    let issued = world.now.saturating_sub(world.bundle_age);
    let case =
        |id: &str, says: &str, at: u64, expect: Expect| opened(with(id, says, &world, world.bundle(), expect), &[at]);
    let future = || refused("setup.from_the_future");
    vec![
        case("N170/opened-ahead", "A bundle dated 31 s after the clock.", issued.saturating_sub(31), future()),
        case("N170/opened-skew", "A bundle dated 30 s after the clock.", issued.saturating_sub(30), Expect::accept()),
        case("N170/opened-1970", "A device set up while its clock stands at 1970.", 5, future()),
    ]
}

/// A list that was not taken is remembered by its date.
fn doubts() -> Vec<Case> {
    let world = World::demo();
    // Three days ago the bundle of that day was taken; today's clock still says so.
    let slow = world.now.saturating_sub(3 * DAY);
    let mut then = world.clone();
    then.now = slow;
    for time in [&mut then.eid_list.iat, &mut then.insurer_list.iat] {
        *time = time.saturating_sub(3 * DAY);
    }
    let newer = signed(&then, |spec| ahead(spec, 3));
    let slowly = |id: &str, says: &str, before: Vec<Vec<u8>>, expect: Expect| {
        let opened_at = vec![slow; before.len().saturating_add(1)];
        opened(after(id, says, &then, before, expect), &opened_at)
    };
    let mut today = world.clone();
    today.number = 58;
    let before = vec![then.bundle(), today.bundle()];
    let set =
        after("N170/clock-set", "The clock is set, and the newer list is taken.", &today, before, Expect::accept());
    let restart = |id: &str, says: &str, at: u64, expect: Expect| {
        let mut case = opened(after(id, says, &world, vec![world.bundle()], expect), &[world.now, 5]);
        case.at = at;
        case
    };
    vec![
        slowly(
            "N170/clock-alone",
            "A clock three days slow, of which nobody can know.",
            vec![then.bundle()],
            Expect::accept(),
        ),
        slowly(
            "N170/clock-slow",
            "A clock three days slow, and a newer list that was not taken for it.",
            vec![then.bundle(), newer],
            clock_wrong(),
        ),
        opened(set, &[slow, slow, world.now]),
        restart(
            "N170/restart-1970",
            "A restart with the clock at 1970: the list opens, and nothing is accepted.",
            5,
            clock_wrong(),
        ),
        restart("N170/restart-set", "The same after the clock is set.", world.now, Expect::accept()),
    ]
}
