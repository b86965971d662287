//! N150 to N152 before the citizen's app: asks that it does not show as genuine, and its own lists, which it judges
//! first.

use super::challenge::{ROLE, spec};
use super::{Case, Expect, Input};
use crate::ask::{self, AskSpec};
use crate::key::{Alg, SignKey};
use crate::mandate::MandateSpec;
use crate::scene::World;

const SECRET: [u8; 32] = [0x51; 32];
const DAY: u64 = 86_400;

/// Every case.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    let cases = mandates(&world).into_iter().chain(keys(&world)).chain(scopes(&world)).chain(times(&world));
    cases.chain(lists(&world)).chain(older(&world)).collect()
}

/// Shown as genuine, by lists that are neither old nor in earnest.
fn genuine(text: &str) -> Expect {
    let digits = ask::bytes(text).map(|bytes| ask::digits(&bytes)).unwrap_or_default();
    Expect::Genuine { digits, test: true, overdue: false }
}

fn refused(code: &str) -> Expect {
    Expect::Asked(code.to_owned())
}

fn case(id: &str, says: &str, world: &World, text: String, expect: Expect) -> Case {
    Case::traffic(id, says, world, Input::Ask(text), expect)
}

fn taken(id: &str, says: &str, world: &World, text: String) -> Case {
    let expect = genuine(&text);
    case(id, says, world, text, expect)
}

fn signed(spec: &AskSpec, key: &SignKey) -> String {
    ask::text(&spec.sign(key).encode())
}

/// An ask by the post's own key after a change.
fn asking(world: &World, change: impl FnOnce(&mut AskSpec)) -> String {
    let mut spec = spec(world, ROLE, 1, &SECRET);
    change(&mut spec);
    signed(&spec, &world.post_key(ROLE))
}

/// The same, after a change of its mandate.
fn licensed(world: &World, change: impl FnOnce(&mut MandateSpec)) -> String {
    let mut mandate = world.mandate_spec(ROLE);
    change(&mut mandate);
    let mandate = world.authority.mandate_key().map(|key| mandate.sign(key).item());
    asking(world, |spec| mandate.into_iter().for_each(|mandate| spec.mandate = mandate))
}

/// N150: the mandate in the ask.
fn mandates(world: &World) -> Vec<Case> {
    let shifted = |by: i64| world.now.saturating_add_signed(by);
    let ending = |by: i64| {
        let exp = shifted(by);
        licensed(world, |mandate| (mandate.iat, mandate.exp) = (exp.saturating_sub(DAY), exp))
    };
    let beginning = |by: i64| {
        let iat = shifted(by);
        licensed(world, |mandate| (mandate.iat, mandate.exp) = (iat, iat.saturating_add(DAY)))
    };
    let mut stolen = world.clone();
    stolen.revoked = vec![[1; 16], world.mandate_spec(ROLE).cti];
    let stray = world.seed.key(Alg::Ed25519, "stray");
    let foreign = asking(world, |spec| spec.mandate = world.mandate_spec(ROLE).sign(&stray).item());
    let none = asking(world, |spec| spec.mandate = 0.into());
    let out = || refused("asked.mandate_not_in_force");
    vec![
        taken("N150/asked", "An honest ask.", world, asking(world, |_| {})),
        case("N150/asked-ended", "A mandate that ended a quarter of an hour ago.", world, ending(-900), out()),
        taken("N150/asked-ending", "One second less: the phone may be fast.", world, ending(-899)),
        case("N150/asked-ahead", "A mandate that begins later than a phone is slow.", world, beginning(901), out()),
        taken("N150/asked-beginning", "One second sooner.", world, beginning(900)),
        case(
            "N150/asked-revoked",
            "S26: a mandate that the citizen's lists revoke.",
            &stolen,
            asking(world, |_| {}),
            refused("asked.mandate_revoked"),
        ),
        case(
            "N150/asked-stray",
            "A mandate signed by a stranger.",
            world,
            foreign,
            refused("asked.mandate_not_signed"),
        ),
        case("N150/asked-unlicensed", "No mandate.", world, none, refused("asked.mandate_not_signed")),
    ]
}

/// N150: the key that signed the ask, and texts that are none.
fn keys(world: &World) -> Vec<Case> {
    let honest = spec(world, ROLE, 1, &SECRET);
    let (other, stray) = (world.post_key("clinic"), world.seed.key(Alg::Ed25519, "stray"));
    let not_signed = || refused("asked.not_signed");
    let unreadable = || refused("asked.unreadable");
    vec![
        case("N150/asked-other-key", "Signed by another post's key.", world, signed(&honest, &other), not_signed()),
        case("N150/asked-stray-key", "Signed by a stranger's key.", world, signed(&honest, &stray), not_signed()),
        case("N150/asked-no-ask", "A showing in place of an ask.", world, world.traffic_stop().text(), unreadable()),
        case("N150/asked-empty", "An ask of nothing.", world, "DCQ1:".to_owned(), unreadable()),
    ]
}

/// N151: for more than is licensed.
fn scopes(world: &World) -> Vec<Case> {
    let wider = || refused("asked.wider_than_mandate");
    let card = asking(world, |spec| drop(spec.wanted.insert(4, [10].into())));
    let residence = asking(world, |spec| {
        if let Some(fields) = spec.wanted.get_mut(&1) {
            fields.insert(6);
        }
    });
    let less = asking(world, |spec| spec.wanted.retain(|kind, _| *kind == 1));
    vec![
        case("N151/asked-paper", "For a paper that is not licensed.", world, card, wider()),
        case("N151/asked-field", "For a field that is not licensed.", world, residence, wider()),
        case("N151/asked-purpose", "For another purpose.", world, asking(world, |spec| spec.purpose = 2), wider()),
        taken("N151/asked-less", "For one paper of three.", world, less),
    ]
}

/// N152: out of its time.
fn times(world: &World) -> Vec<Case> {
    // Seconds from now.
    let shifted = |by: i64| world.now.saturating_add_signed(by);
    let at = |iat: i64, exp: i64| asking(world, |spec| (spec.iat, spec.exp) = (shifted(iat), shifted(exp)));
    let late = || refused("asked.not_in_time");
    vec![
        case("N152/asked-long", "An ask that lives a second too long.", world, at(0, 241), late()),
        taken("N152/asked-longest", "One that lives as long as it may.", world, at(0, 240)),
        case("N152/asked-backwards", "One that ends when it begins.", world, at(0, 0), late()),
        case("N152/asked-ended", "Ended a quarter of an hour ago.", world, at(-1000, -900), late()),
        taken("N152/asked-ending", "One second less: the phone may be fast.", world, at(-1000, -899)),
        case("N152/asked-ahead", "Made later than a phone is slow.", world, at(901, 1000), late()),
        taken("N152/asked-beginning", "One second sooner.", world, at(900, 1000)),
        case("N152/asked-1970", "Made at no time at all.", world, at(i64::MIN, 240), refused("asked.malformed")),
    ]
}

/// A day later in the life of a wallet: its lists as they were, and a post with a mandate and an ask of that moment.
struct Later<'w> {
    world: &'w World,
    at: u64,
}

impl Later<'_> {
    /// An honest ask of that moment.
    fn ask(&self) -> String {
        self.licensed(|_| {})
    }

    /// The same after a change of its mandate.
    fn licensed(&self, change: impl FnOnce(&mut MandateSpec)) -> String {
        let mut mandate = self.world.mandate_spec(ROLE);
        (mandate.iat, mandate.exp) = (self.at.saturating_sub(3600), self.at.saturating_add(3600));
        change(&mut mandate);
        let mut spec = spec(self.world, ROLE, 1, &SECRET);
        if let Some(key) = self.world.authority.mandate_key() {
            spec.mandate = mandate.sign(key).item();
        }
        (spec.iat, spec.exp) = (self.at, self.at.saturating_add(240));
        signed(&spec, &self.world.post_key(ROLE))
    }

    fn refused(&self, id: &str, says: &str, text: String, code: &str) -> Case {
        case(id, says, self.world, text, refused(code)).at(self.at)
    }

    fn genuine(&self, id: &str, says: &str, overdue: bool) -> Case {
        let text = self.ask();
        let mut expect = genuine(&text);
        if let Expect::Genuine { overdue: of, .. } = &mut expect {
            *of = overdue;
        }
        case(id, says, self.world, text, expect).at(self.at)
    }
}

/// N155: the citizen's own lists by the phone's clock.
fn lists(world: &World) -> Vec<Case> {
    let lists = world.bundle_spec();
    let at = |at: u64| Later { world, at };
    let old = "asked.lists_too_old";
    let root = world.authority.root().exp;
    let mut lasting = world.clone();
    // Lists that outlive their root.
    lasting.number = lasting.number.saturating_add(1);
    let mut outliving = lasting.bundle_spec();
    outliving.not_after = root.saturating_add(DAY);
    let outliving = outliving.file(&world.authority);
    let under = |mut case: Case| {
        case.bundle.clone_from(&outliving);
        case
    };
    let ended = at(lists.not_after);
    vec![
        at(lists.next.saturating_sub(1)).genuine("N155/asked-due-soon", "A second before newer lists are due.", false),
        at(lists.next).genuine("N155/asked-overdue", "Newer lists are due: these still vouch, and say so.", true),
        at(lists.not_after.saturating_sub(1)).genuine("N155/asked-last", "The last second of the lists.", true),
        ended.refused("N155/asked-ended-lists", "The lists have ended: they vouch for nobody.", ended.ask(), old),
        at(lists.not_after.saturating_add(370 * DAY)).refused(
            "N155/asked-a-year-after",
            "A year after their end, with a mandate of that day by the same key.",
            at(lists.not_after.saturating_add(370 * DAY)).ask(),
            old,
        ),
        under(at(root.saturating_sub(1)).genuine("N155/asked-root-last", "The last second of the root.", true)),
        under(at(root).refused("N155/asked-root-ended", "The root has ended.", at(root).ask(), old)),
        at(lists.issued.saturating_sub(900)).genuine(
            "N155/asked-slow",
            "A phone that is a quarter of an hour slow.",
            false,
        ),
        at(lists.issued.saturating_sub(901)).refused(
            "N155/asked-slower",
            "A second more: a clock before its own lists judges nothing.",
            at(lists.issued.saturating_sub(901)).ask(),
            "asked.clock_wrong",
        ),
        at(0).refused("N155/asked-1970", "A clock at 1970.", asking(world, |_| {}), "asked.clock_wrong"),
    ]
}

/// N155: what old lists cannot say of an asker, and what they can.
fn older(world: &World) -> Vec<Case> {
    let lists = world.bundle_spec();
    let ended = Later { world, at: lists.not_after };
    let stray = world.seed.key(Alg::Ed25519, "stray");
    let mut foreign = spec(world, ROLE, 1, &SECRET);
    foreign.mandate = world.mandate_spec(ROLE).sign(&stray).item();
    let foreign = signed(&foreign, &world.post_key(ROLE));
    let mut stolen = world.clone();
    stolen.revoked = vec![world.mandate_spec(ROLE).cti];
    let mut earnest = world.clone();
    earnest.authority.first.test = false;
    let text = asking(&earnest, |_| {});
    let mut expect = genuine(&text);
    if let Expect::Genuine { test, .. } = &mut expect {
        *test = false;
    }
    let mut in_earnest = case("N155/asked-earnest", "Lists in earnest: no test.", &earnest, text, expect);
    in_earnest.test_root = false;
    let unknown = ended.licensed(|mandate| "parking".clone_into(&mut mandate.role));
    vec![
        ended.refused(
            "N155/asked-new-key",
            "A mandate by a key that ended lists do not know: theirs is the age.",
            foreign,
            "asked.lists_too_old",
        ),
        ended.refused("N155/asked-new-role", "A role that they do not know.", unknown, "asked.lists_too_old"),
        Later { world: &stolen, at: lists.not_after }.refused(
            "N155/asked-revoked",
            "What was revoked stays revoked, however old the lists are.",
            Later { world: &stolen, at: lists.not_after }.ask(),
            "asked.mandate_revoked",
        ),
        in_earnest,
    ]
}
