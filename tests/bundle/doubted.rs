//! A list dated ahead of the clock is not taken, and its date stays as a doubt: beside the floor, until the clock
//! passes it or a root removes its keys.

use super::{ROLE, report, roots};
use doichieu::field::Purpose;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Readiness, Scan, SetUp};
use doichieu_kit::scene::World;
use doichieu_kit::{encounter_seed, late};
use std::sync::Arc;

const DAY: u64 = 86_400;

fn time(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

/// A day later, with the bundle of that day.
fn tomorrow(world: &World) -> World {
    let mut tomorrow = world.clone();
    tomorrow.now += DAY;
    tomorrow.number += 1;
    tomorrow
}

fn issued(world: &World) -> UnixTime {
    time(world.now - world.bundle_age)
}

/// The codes of a traffic stop at a time, and what readiness says before it.
fn encounter(world: &World, bundle: &Arc<Bundle>, at: UnixTime, memory: &mut Memory) -> (Vec<&'static str>, Readiness) {
    let ready = bundle.readiness(at, memory);
    let post = Post::open(&world.mandate(ROLE), bundle).unwrap();
    let inspector = Inspector::new(Arc::clone(bundle), post).unwrap();
    let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &encounter_seed()).unwrap();
    let kept = world.traffic_stop().text();
    let seen = inspector.inspect(Scan::qr(&kept), &ask, at, memory).unwrap();
    // A doubt is in the one number of the extract, so that an auditor comes to the same.
    let frame = inspector.unsealed(Scan::qr(&kept), &ask).unwrap().unwrap();
    let again = inspector.recompute(&frame, &ask, at, &seen.memory_extract()).unwrap();
    assert_eq!(again.to_json(), seen.to_json());
    (seen.findings().iter().map(doichieu::Finding::code).filter(|code| code.starts_with("post.")).collect(), ready)
}

#[test]
fn a_slow_clock_is_noticed_by_the_newer_list_and_by_nothing_else() {
    let world = World::demo();
    let newer = tomorrow(&world);
    let mut memory = Memory::new();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots(&world), world.at(), &mut memory).unwrap());
    let (codes, ready) = encounter(&world, &bundle, world.at(), &mut memory);
    assert_eq!((codes, ready.clock_wrong, ready.in_doubt), (vec![], false, false));
    assert_eq!((ready.clock, ready.newest_signed), (world.at(), issued(&world)));

    let before = memory.clone();
    let refused = Bundle::open(&newer.bundle(), &roots(&world), world.at(), &mut memory);
    assert_eq!(refused.err(), Some(SetUp::FromTheFuture));
    let refused = bundle.apply(&newer.bundle(), &roots(&world), world.at(), &mut memory.clone());
    assert_eq!(refused.err(), Some(SetUp::FromTheFuture));
    assert_eq!((memory.floor(), memory.doubt()), (Some(issued(&newer)), Some(issued(&newer))));
    assert_eq!(memory.showings(), before.showings());
    let mut memory = Memory::from_bytes(&memory.to_bytes()).unwrap();

    let (codes, ready) = encounter(&world, &bundle, world.at(), &mut memory);
    assert_eq!((codes, ready.clock_wrong, ready.in_doubt), (vec!["post.clock_wrong"], true, true));
    assert_eq!((ready.clock, ready.newest_signed), (world.at(), issued(&newer)), "both times are named");
    assert!(!ready.is_ready(world.at()));
    // To the second, until the clock has passed it; then the older list is what it is, a day old.
    let (codes, _) = encounter(&world, &bundle, time(issued(&newer).seconds() - 1), &mut memory);
    assert_eq!(codes, ["post.clock_wrong"]);
    let (codes, ready) = encounter(&world, &bundle, issued(&newer), &mut memory);
    assert_eq!((codes.contains(&"post.clock_wrong"), ready.clock_wrong, ready.in_doubt), (false, false, true));

    Bundle::open(&newer.bundle(), &roots(&world), newer.at(), &mut memory).unwrap();
    assert_eq!((memory.floor(), memory.doubt()), (Some(issued(&newer)), None), "no doubt any more");
}

#[test]
fn a_device_set_up_at_1970_opens_when_its_clock_is_set() {
    let world = World::demo();
    let mut memory = Memory::new();
    for at in [0, 5, issued(&world).seconds() - 31] {
        let refused = Bundle::open(&world.bundle(), &roots(&world), time(at), &mut memory);
        assert_eq!((refused.err(), memory.doubt()), (Some(SetUp::FromTheFuture), Some(issued(&world))));
    }
    Bundle::open(&world.bundle(), &roots(&world), time(issued(&world).seconds() - 30), &mut memory).unwrap();
    assert_eq!((memory.floor(), memory.doubt()), (Some(issued(&world)), None));
}

/// A restart with a slow clock opens what the device has, and accepts nothing.
#[test]
fn what_was_taken_is_of_no_future() {
    let world = World::demo();
    let mut memory = Memory::new();
    let held = Bundle::open(&world.bundle(), &roots(&world), world.at(), &mut memory).unwrap();
    let known = memory.clone();
    let bundle = Arc::new(Bundle::open(&world.bundle(), &roots(&world), time(5), &mut memory).unwrap());
    assert_eq!(memory, known);
    let (codes, ready) = encounter(&world, &bundle, time(5), &mut memory);
    assert_eq!((codes, ready.clock_wrong, ready.in_doubt), (vec!["post.clock_wrong"], true, false));
    // The bundle that it is brought up to date from knows as much.
    assert!(held.apply(&world.bundle(), &roots(&world), time(5), &mut Memory::new()).is_ok());
    // One of the number before is older, not of the future: no doubt for it.
    let mut older = world.clone();
    older.number -= 1;
    let refused = Bundle::open(&older.bundle(), &roots(&world), time(5), &mut memory);
    assert_eq!((refused.err(), memory.doubt()), (Some(SetUp::BundleRolledBack), None));
}

#[test]
fn only_who_may_sign_lists_sows_doubt() {
    let world = World::demo();
    let newer = tomorrow(&world);
    let mut draft = newer.bundle_spec().draft(&newer.authority);
    draft.signers.truncate(1);
    let mut memory = Memory::new();
    let refused = Bundle::open(&draft.encode(), &roots(&world), world.at(), &mut memory);
    assert_eq!((refused.err(), &memory), (Some(SetUp::ManifestBelowThreshold), &Memory::new()));
}

/// The oldest bundle, whatever was doubted in between, is no newer for it.
#[test]
fn a_doubt_lets_no_older_list_in() {
    let world = World::demo();
    let (newer, newest) = (tomorrow(&world), tomorrow(&tomorrow(&world)));
    let mut memory = Memory::new();
    Bundle::open(&newer.bundle(), &roots(&world), newer.at(), &mut memory).unwrap();
    Bundle::open(&newest.bundle(), &roots(&world), newer.at(), &mut memory).unwrap_err();
    let older = Bundle::open(&world.bundle(), &roots(&world), late(), &mut memory);
    assert_eq!(older.err(), Some(SetUp::BundleRolledBack));
    let held = Bundle::open(&newer.bundle(), &roots(&world), newer.at(), &mut memory).unwrap();
    assert!(report(&newer, held, newer.at()).is_ok());
}
