//! A device is mended by signed means: what a newer root leaves too few keys of is forgotten, and nothing else is.

use super::history::{Device, Press, history};
use super::{opened, roots};
use doichieu::{Bundle, Memory, SetUp};
use doichieu_kit::late;
use doichieu_kit::scene::World;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is signed in whatever order, a device takes and refuses what the model does, and has its floor after
    /// each.
    #[test]
    fn a_device_remembers_what_every_later_root_leaves(history in history(8)) {
        Press::of(history).offer(&mut Device::default(), |_| true)?;
    }
}

const TEN_YEARS: u64 = 3_650 * 86_400;

/// A world whose next root has other keys for lists, and a number above the demo's.
fn mended() -> World {
    let mut world = World::demo();
    let mut next = world.authority.root().next(world.seed.child("mended"));
    next.lists.keys = ["one", "other"].map(|label| world.seed.key(doichieu_kit::Alg::Ed25519, label)).to_vec();
    world.authority.rotate(next);
    world.number = 59;
    world
}

/// What the stolen keys sign: dated in ten years, with the highest number.
fn stolen(world: &World) -> Vec<u8> {
    let mut spec = world.bundle_spec();
    spec.number = (1 << 53) - 1;
    for time in [&mut spec.issued, &mut spec.next, &mut spec.not_after] {
        *time += TEN_YEARS;
    }
    spec.file(&world.authority)
}

#[test]
fn a_device_that_holds_the_stolen_bundle_goes_on_by_a_delta() {
    let (world, mended) = (World::demo(), mended());
    let (stolen, genuine) = (stolen(&world), mended.bundle());
    let mut memory = Memory::new();
    let held = Bundle::open(&stolen, &roots(&world), late(), &mut memory).unwrap();
    assert!(memory.floor().unwrap() > world.at().plus(TEN_YEARS - 86_400));
    let delta = Bundle::delta_between(&stolen, &genuine).unwrap();
    // Under the old root nothing follows it, whatever the memory knows.
    let mut next = world.clone();
    next.number = 60;
    let older = held.apply(&next.bundle(), &roots(&world), world.at(), &mut Memory::new());
    assert_eq!(older.err(), Some(SetUp::BundleRolledBack));
    for mut memory in [memory.clone(), Memory::new()] {
        let bundle = held.apply(&delta, &roots(&world), world.at(), &mut memory).unwrap();
        assert_eq!(bundle.hash(), opened(&genuine, &world).hash());
        assert_eq!(memory.floor().unwrap().seconds(), world.now - world.bundle_age);
        assert!(!bundle.readiness(world.at(), &memory).clock_wrong);
        // And the stolen keys have no more say.
        let again = bundle.apply(&stolen, &roots(&world), late(), &mut memory.clone());
        assert_eq!(again.err(), Some(SetUp::RootRolledBack));
    }
}

#[test]
fn a_refused_bundle_mends_nothing() {
    let (world, mut mended) = (World::demo(), mended());
    let mut memory = Memory::new();
    Bundle::open(&stolen(&world), &roots(&world), late(), &mut memory).unwrap();
    let known = memory.clone();
    // The new root alone does not make an old manifest good, nor does a bundle whose parts are not right.
    let mut grafted = world.bundle_spec().draft(&world.authority);
    grafted.roots = mended.authority.signed_roots();
    let grafted = grafted.encode();
    let mut broken = mended.bundle_spec().draft(&mended.authority);
    broken.parts.entries_mut().truncate(2);
    mended.number = 1;
    for (file, reason) in [(grafted, SetUp::ManifestBelowThreshold), (broken.encode(), SetUp::PartMissing)] {
        assert_eq!(Bundle::open(&file, &roots(&world), late(), &mut memory).err(), Some(reason));
        assert_eq!(memory, known);
    }
    // A low number will do, for no number is known that still counts.
    Bundle::open(&mended.bundle(), &roots(&world), late(), &mut memory).unwrap();
}

/// What a thief's manifest says of the issuers falls with it: the times of their lists do not.
#[test]
fn a_stolen_bundle_without_the_issuers_keys_opens_no_door_to_older_lists() {
    let (world, mut mended) = (World::demo(), mended());
    let mut memory = Memory::new();
    Bundle::open(&world.bundle(), &roots(&world), late(), &mut memory).unwrap();
    let mut thief = world.clone();
    thief.number = 58;
    (thief.eid.status_key.state, thief.insurer.status_key.state) = (2, 2);
    Bundle::open(&thief.bundle(), &roots(&world), late(), &mut memory).unwrap();
    mended.eid_list.iat -= 1;
    let older = Bundle::open(&mended.bundle(), &roots(&world), late(), &mut memory);
    assert_eq!(older.err(), Some(SetUp::ListRolledBack));
    mended.eid_list.iat += 1;
    Bundle::open(&mended.bundle(), &roots(&world), late(), &mut memory).unwrap();
}

/// A list that nobody can verify any more is no floor either.
#[test]
fn the_floor_is_that_of_the_lists_that_count() {
    let mut world = World::demo();
    // The list is as new as the manifest; the manifest after it is dated earlier.
    let at = world.now - world.bundle_age;
    (world.eid_list.iat, world.insurer_list.iat) = (at, world.now - 3 * 7_200);
    let mut memory = Memory::new();
    Bundle::open(&world.bundle(), &roots(&world), late(), &mut memory).unwrap();
    let mut mended = mended();
    mended.bundle_age += 3_600;
    (mended.eid_list.iat, mended.insurer_list.iat) = (at, world.now - 3 * 7_200);
    let floor_after = |mended: &World| {
        let mut memory = memory.clone();
        Bundle::open(&mended.bundle(), &roots(&world), late(), &mut memory).map(|_| memory.floor().unwrap().seconds())
    };
    mended.eid_list.iat = at - 3_600;
    assert_eq!(floor_after(&mended), Err(SetUp::ListRolledBack), "its key still counts");
    mended.eid.status_key.state = 2;
    assert_eq!(floor_after(&mended), Ok(at - 3_600), "its key is compromised");
    mended.eid.status_key = world.insurer.status_key.clone();
    mended.eid.status_key.key = world.seed.key(doichieu_kit::Alg::Ed25519, "new status key");
    assert_eq!(floor_after(&mended), Ok(at - 3_600), "its key is gone");
}
