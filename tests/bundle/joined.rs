//! Memories of one device joined: two slots, two tabs, two processes.

use super::history::{Device, History, Press, history};
use super::roots;
use doichieu::field::Purpose;
use doichieu::{Bundle, Inspector, Memory, Post, Scan, SetUp};
use doichieu_kit::scene::World;
use doichieu_kit::{encounter_seed, late};
use proptest::prelude::*;
use std::sync::Arc;

fn joined(one: &Memory, other: &Memory) -> Result<Memory, SetUp> {
    let mut joined = one.clone();
    let answer = joined.join(other);
    if answer.is_err() {
        assert_eq!(&joined, one, "a refusal changes nothing");
    }
    answer.map(|()| joined)
}

/// Three devices that each saw some of a history.
fn devices(press: &Press, seen: [u16; 3]) -> Result<[Device; 3], TestCaseError> {
    let mut devices = [Device::default(), Device::default(), Device::default()];
    for (device, seen) in devices.iter_mut().zip(seen) {
        press.offer(device, |nth| seen >> nth & 1 == 1)?;
    }
    Ok(devices)
}

fn laws(history: History, seen: [u16; 3]) -> Result<(), TestCaseError> {
    let press = Press::of(history);
    let [a, b, c] = devices(&press, seen)?;
    prop_assert_eq!(joined(&a.memory, &a.memory), Ok(a.memory.clone()), "idempotent");
    prop_assert_eq!(joined(&a.memory, &Memory::new()), Ok(a.memory.clone()), "one that knows nothing adds nothing");
    let ab = joined(&a.memory, &b.memory);
    prop_assert_eq!(joined(&b.memory, &a.memory), ab.clone(), "commutative");
    let model = a.model().joined(b.model());
    prop_assert_eq!(ab.as_ref().err(), model.as_ref().err());
    let (Ok(ab), Ok(model)) = (ab, model) else { return Ok(()) };
    press.holds(&ab, &model)?;
    if a.model().newest_root() == b.model().newest_root() {
        prop_assert!(ab.floor() >= a.memory.floor().max(b.memory.floor()), "lower within one root");
    }
    if let (Ok(left), Ok(right)) =
        (joined(&ab, &c.memory), joined(&b.memory, &c.memory).and_then(|bc| joined(&a.memory, &bc)))
    {
        prop_assert_eq!(left, right, "associative");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn memories_join_in_any_order(history in history(6), seen in any::<[u16; 3]>()) {
        laws(history, seen)?;
    }
}

fn opened(world: &World, memory: &mut Memory) -> Result<(), SetUp> {
    Bundle::open(&world.bundle(), &roots(&World::demo()), late(), memory).map(|_| ())
}

/// A memory that has opened these.
fn after(worlds: &[&World]) -> Memory {
    let mut memory = Memory::new();
    worlds.iter().for_each(|world| opened(world, &mut memory).unwrap());
    memory
}

fn numbered(number: u64) -> World {
    let mut world = World::demo();
    world.number = number;
    world
}

fn rotated(label: &str, number: u64) -> World {
    let mut world = numbered(number);
    let mut next = world.authority.root().next(world.seed.child(label));
    next.lists.keys = ["one", "other"].map(|key| world.seed.key(doichieu_kit::Alg::Ed25519, key)).to_vec();
    world.authority.rotate(next);
    world
}

#[test]
fn the_newer_root_decides_and_not_the_higher_number() {
    let (stolen, mended) = (numbered((1 << 53) - 1), rotated("mended", 58));
    for (one, other) in [(after(&[&stolen]), after(&[&mended])), (after(&[&mended]), after(&[&stolen]))] {
        let mut memory = joined(&one, &other).unwrap();
        assert_eq!(opened(&rotated("mended", 57), &mut memory), Err(SetUp::BundleRolledBack), "58 is known");
        opened(&rotated("mended", 59), &mut memory).unwrap();
    }
}

#[test]
fn one_number_with_two_contents_is_refused_and_so_are_two_roots_of_one_version() {
    let mut other = numbered(58);
    other.revoked.push([1; 16]);
    let refused = |one: &[&World], two: &[&World], reason: SetUp| {
        assert_eq!(joined(&after(one), &after(two)).err(), Some(reason));
        assert_eq!(joined(&after(two), &after(one)).err(), Some(reason));
    };
    refused(&[&numbered(58)], &[&other], SetUp::BundleDiffers);
    refused(&[&rotated("mended", 58)], &[&rotated("otherwise", 59)], SetUp::RootDiffers);
    // It no longer matters once both have gone on, or once the root has.
    assert!(joined(&after(&[&numbered(58), &numbered(59)]), &after(&[&other])).is_ok());
    assert!(joined(&after(&[&numbered(58), &rotated("mended", 59)]), &after(&[&other])).is_ok());
}

/// A key that one root left out has no more say in what it signed before, though a still newer root lists it again.
#[test]
fn what_a_root_made_forgotten_stays_so_on_either_side() {
    let stolen = numbered((1 << 53) - 1);
    let mut again = rotated("mended", 58);
    let mut next = again.authority.root().next(again.seed.child("again"));
    next.lists = again.authority.first.lists.clone();
    again.authority.rotate(next);
    let as_number = |number: u64| {
        let mut world = again.clone();
        world.number = number;
        world
    };
    for (one, other) in [(&stolen, &again), (&again, &stolen)] {
        let mut memory = joined(&after(&[one]), &after(&[other])).unwrap();
        assert_eq!(opened(&as_number(57), &mut memory), Err(SetUp::BundleRolledBack));
        opened(&as_number(59), &mut memory).unwrap();
    }
}

/// Of each list the newest time of either side counts.
#[test]
fn the_newest_time_of_a_list_is_known() {
    let (newer, mut older, mut next) = (numbered(57), numbered(58), numbered(59));
    older.eid_list.iat -= 2;
    next.eid_list.iat -= 1;
    for (one, other) in [(&newer, &older), (&older, &newer)] {
        let mut memory = joined(&after(&[one]), &after(&[other])).unwrap();
        assert_eq!(opened(&next, &mut memory), Err(SetUp::ListRolledBack));
    }
}

/// Of lists: the newer issuers say whose count, and the older time does not come back with a key that does.
#[test]
fn lists_are_joined_by_the_newer_issuers() {
    let known = numbered(57);
    let mut exposed = numbered(58);
    exposed.eid.status_key.state = 2;
    let mut restored = numbered(59);
    restored.eid_list.iat -= 1;
    for (one, other) in [(&known, &exposed), (&exposed, &known)] {
        let mut memory = joined(&after(&[one]), &after(&[other])).unwrap();
        assert_eq!(opened(&restored, &mut memory), Err(SetUp::ListRolledBack));
        let mut replaced = restored.clone();
        replaced.eid.status_key.key = replaced.seed.key(doichieu_kit::Alg::Ed25519, "new status key");
        opened(&replaced, &mut memory).unwrap();
    }
}

#[test]
fn showings_of_both_are_known() {
    let world = World::demo();
    let inspect = |showing: &str, memory: &mut Memory| {
        let bundle = Arc::new(Bundle::open(&world.bundle(), &roots(&world), world.at(), memory).unwrap());
        let post = Post::open(&world.mandate(super::ROLE), &bundle).unwrap();
        let inspector = Inspector::new(bundle, post).unwrap();
        let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
        let mut world = world.clone();
        world.showing = showing.to_owned();
        let text = world.traffic_stop().text();
        let report = inspector.inspect(Scan::qr(&text), &ask, world.at(), memory).unwrap();
        report.findings().iter().any(|finding| finding.code() == "held.shown_again")
    };
    let (mut one, mut other) = (Memory::new(), Memory::new());
    assert!(!inspect("first", &mut one) && !inspect("second", &mut other));
    one.join(&other).unwrap();
    assert_eq!(one.showings(), 2);
    assert!(inspect("first", &mut one) && inspect("second", &mut one));
}
