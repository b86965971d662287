//! Until when the law behind the rules was checked: a bundle may name a later day, and nothing else.

use super::*;
use doichieu::rules::SEEN_UNTIL;

/// Noon in Viet Nam on 29 November 2026.
const CHECKED: u64 = 1_795_928_400;

fn world() -> World {
    World::new(Seed::new([7; 32]), CHECKED + 86_400)
}

fn open(world: &World, spec: &BundleSpec) -> Bundle {
    Bundle::open(&spec.file(&world.authority), &roots(world), world.at(), &mut Memory::new()).unwrap()
}

#[test]
fn a_bundle_names_a_later_day_and_never_an_earlier_one() {
    let world = world();
    let spec = || world.bundle_spec();
    assert_eq!(open(&world, &spec()).law_seen_until(), SEEN_UNTIL);
    assert_eq!(open(&world, &spec().law_checked(CHECKED)).law_seen_until(), (2026, 11, 29));
    assert_eq!(open(&world, &spec().law_checked(1)).law_seen_until(), SEEN_UNTIL, "this engine has seen more");
}

#[test]
fn a_delta_keeps_changes_and_drops_the_day() {
    let world = world();
    let of = |number, law: Option<u64>| {
        let mut spec = world.bundle_spec();
        spec.number = number;
        law.map_or(spec.clone(), |until| spec.law_checked(until)).file(&world.authority)
    };
    let first = of(60, Some(CHECKED - 86_400));
    for (next, seen) in [
        (of(61, Some(CHECKED - 86_400)), (2026, 11, 28)),
        (of(62, Some(CHECKED)), (2026, 11, 29)),
        (of(63, None), SEEN_UNTIL),
    ] {
        let mut memory = Memory::new();
        let opened = Bundle::open(&first, &roots(&world), world.at(), &mut memory).unwrap();
        let delta = Bundle::delta_between(&first, &next).unwrap();
        let opened = opened.apply(&delta, &roots(&world), world.at(), &mut memory).unwrap();
        assert_eq!(opened.law_seen_until(), seen);
        assert_eq!(Bundle::merge_files(&first, &delta).unwrap(), next);
    }
}

/// The last second of a year, and the first after it, in Viet Nam.
#[test]
fn a_device_is_not_ready_once_nobody_has_looked_for_a_year() {
    let midnight = 1_823_187_600;
    for (now, law, unchecked) in
        [(midnight - 1, None, false), (midnight, None, true), (midnight, Some(midnight - 40 * 86_400), false)]
    {
        let mut world = World::new(Seed::new([7; 32]), now);
        world.law_checked = law;
        let readiness = open(&world, &world.bundle_spec()).readiness(world.at(), &Memory::new());
        assert_eq!((readiness.law_unchecked, readiness.is_ready(world.at())), (unchecked, !unchecked), "{now} {law:?}");
    }
}
