//! What one bundle shares with the next, and what it asks anew all the same.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test fails by panicking")]

use super::{Bundle, Roots};
use crate::memory::Memory;
use crate::set_up::SetUp;
use crate::time::{TIME_LIMIT, UnixTime};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use doichieu_kit::bundle::BundleSpec;
use doichieu_kit::cose::protected;
use doichieu_kit::frame::zlib;
use doichieu_kit::issuer::{Issuer, ListedKey};
use doichieu_kit::nation::{Nation, Size};
use doichieu_kit::scene::World;
use doichieu_kit::status::{STATUS_LIST, STATUS_TYP, list_claim};
use doichieu_kit::{Alg, Map, Seed, Sign1};

const EID: (&str, &str) = ("eid.example", "https://eid.example/s/1");
const INSURER: (&str, &str) = ("bhxh.example", "https://bhxh.example/s/1");

/// A clock that no list is ahead of.
fn late() -> UnixTime {
    UnixTime::new(TIME_LIMIT - 1).unwrap()
}

fn roots(world: &World) -> Roots {
    Roots::dangerous_test(&world.anchor()).unwrap()
}

fn file(world: &World, spec: &BundleSpec) -> Vec<u8> {
    spec.file(&world.authority)
}

fn open(world: &World, spec: &BundleSpec) -> Result<Bundle, SetUp> {
    Bundle::open(&file(world, spec), &roots(world), late(), &mut Memory::new())
}

/// The bundle after `old`, from the delta; and the same from the full file, which must answer alike.
fn apply(world: &World, held: &Bundle, old: &BundleSpec, new: &BundleSpec) -> Result<Bundle, SetUp> {
    let delta = Bundle::delta_between(&file(world, old), &file(world, new)).unwrap();
    let next = held.apply(&delta, &roots(world), late(), &mut Memory::new())?;
    let full = open(world, new).unwrap();
    assert_eq!(next.hash(), full.hash());
    for at in [next.floor(), next.floor().plus(90_000)] {
        assert_eq!(next.readiness(at, &Memory::new()), full.readiness(at, &Memory::new()));
    }
    for (issuer, uri) in [EID, INSURER] {
        assert_eq!(next.status_entry(issuer, uri, 0), full.status_entry(issuer, uri, 0));
    }
    Ok(next)
}

fn next(spec: &BundleSpec) -> BundleSpec {
    let mut next = spec.clone();
    next.number += 1;
    next.issued += 60;
    next
}

#[test]
fn what_did_not_change_is_one_and_the_same() {
    let nation = Nation::new(Size::nation().of(4, 5_000));
    let old = open(&nation.world, &nation.spec).unwrap();
    let new = apply(&nation.world, &old, &nation.spec, &nation.after_one_change().spec).unwrap();
    assert!(Arc::ptr_eq(&old.issuers, &new.issuers));
    assert!(Arc::ptr_eq(&old.profiles, &new.profiles));
    assert!(Arc::ptr_eq(&old.revoked, &new.revoked));
    assert!(!old.lists.share(&new.lists, "https://lists.example/s/0"), "this one changed");
    for uri in ["https://lists.example/s/1", "https://lists.example/s/2", "https://lists.example/s/3", EID.1] {
        assert!(old.lists.share(&new.lists, uri), "{uri}");
    }
}

#[test]
fn a_full_file_shares_just_as_well() {
    let world = World::demo();
    let (first, second) = (world.bundle_spec(), next(&world.bundle_spec()));
    let old = open(&world, &first).unwrap();
    let new = old.apply(&file(&world, &second), &roots(&world), late(), &mut Memory::new()).unwrap();
    assert!(Arc::ptr_eq(&old.issuers, &new.issuers) && old.lists.share(&new.lists, EID.1));
}

/// The demo's bundle with another entry for its first issuer, after the demo's own.
fn with_entry(world: &World, change: impl FnOnce(&mut Issuer)) -> BundleSpec {
    let mut eid = world.eid.clone();
    change(&mut eid);
    next(&world.bundle_spec()).issuers([eid.entry(), world.insurer.entry()])
}

#[test]
fn a_shared_list_counts_only_while_the_new_issuers_vouch_for_its_signer() {
    let world = World::demo();
    let first = world.bundle_spec();
    let held = open(&world, &first).unwrap();
    let list_iat = world.eid_list.iat;
    let other_key = Seed::new([9; 32]).key(Alg::Ed25519, "status");
    let mut renamed = world.eid.entry();
    *renamed.array_mut(7).unwrap().first_mut().unwrap().as_array_mut().unwrap().first_mut().unwrap() = [9; 8].into();
    let cases: [(&str, BundleSpec); 6] = [
        ("under another kid", next(&world.bundle_spec()).issuers([renamed, world.insurer.entry()])),
        ("compromised", with_entry(&world, |eid| eid.status_key.state = 2)),
        ("another key", with_entry(&world, |eid| eid.status_key = ListedKey::new(other_key, 1, 1 << 32))),
        ("signed before its period", with_entry(&world, |eid| eid.status_key.from = list_iat + 1)),
        ("signed at its end", with_entry(&world, |eid| eid.status_key.until = list_iat)),
        ("uri no longer named", with_entry(&world, |eid| eid.lists.clear())),
    ];
    for (says, spec) in cases {
        let new = apply(&world, &held, &first, &spec).unwrap();
        assert!(held.lists.share(&new.lists, EID.1), "{says}: kept");
        assert_eq!(new.status_entry(EID.0, EID.1, 0), None, "{says}");
        assert_eq!(new.status_entry(INSURER.0, INSURER.1, 0), Some(0), "{says}: of nobody else's");
        // And it counts again as soon as a later bundle vouches for it: the device need not have kept the bytes.
        let mut again = next(&spec);
        again.parts = first.parts.clone();
        assert_eq!(apply(&world, &new, &spec, &again).unwrap().status_entry(EID.0, EID.1, 0), Some(0), "{says}");
    }
    for (says, spec) in [
        ("retired", with_entry(&world, |eid| eid.status_key.state = 1)),
        ("from that second on", with_entry(&world, |eid| eid.status_key.from = list_iat)),
    ] {
        assert_eq!(apply(&world, &held, &first, &spec).unwrap().status_entry(EID.0, EID.1, 0), Some(0), "{says}");
    }
}

#[test]
fn a_list_that_nobody_vouched_for_counts_once_somebody_does() {
    let world = World::demo();
    let unnamed = {
        let mut spec = with_entry(&world, |eid| eid.lists.clear());
        spec.number -= 1;
        spec
    };
    let held = open(&world, &unnamed).unwrap();
    assert_eq!(held.status_entry(EID.0, EID.1, 0), None);
    let mut named = next(&unnamed);
    named.parts = world.bundle_spec().parts;
    // The delta carries the issuers alone: the list's bytes did not change.
    assert_eq!(apply(&world, &held, &unnamed, &named).unwrap().status_entry(EID.0, EID.1, 0), Some(0));
}

#[test]
fn a_list_from_after_the_manifest_counts_in_the_next_one() {
    let mut world = World::demo();
    let mut first = world.bundle_spec();
    world.eid_list.iat = first.issued + 1;
    first = first.status(EID.1, &world.eid_list.sign(&world.eid.status_key.key));
    let held = open(&world, &first).unwrap();
    assert_eq!(held.status_entry(EID.0, EID.1, 0), None, "B5");
    assert_eq!(apply(&world, &held, &first, &next(&first)).unwrap().status_entry(EID.0, EID.1, 0), Some(0));
}

#[test]
fn a_list_answers_for_the_issuer_whose_key_signed_it_and_for_no_other() {
    let mut world = World::demo();
    world.insurer.lists.insert(2, EID.1.to_owned());
    let bundle = open(&world, &world.bundle_spec()).unwrap();
    assert_eq!(bundle.status_entry(EID.0, EID.1, 0), Some(0));
    assert_eq!(bundle.status_entry(INSURER.0, EID.1, 0), None, "named by it, signed by another");
}

#[test]
fn an_older_list_is_refused_by_the_bundle_held_even_with_a_fresh_memory() {
    let mut world = World::demo();
    let first = world.bundle_spec();
    let held = open(&world, &first).unwrap();
    world.eid_list.iat -= 1;
    let older = next(&first).status(EID.1, &world.eid_list.sign(&world.eid.status_key.key));
    let delta = Bundle::delta_between(&file(&world, &first), &file(&world, &older)).unwrap();
    let mut fresh = Memory::new();
    assert_eq!(held.apply(&delta, &roots(&world), late(), &mut fresh).err(), Some(SetUp::ListRolledBack));
    assert_eq!(fresh, Memory::new());
    assert!(open(&world, &older).is_ok(), "only whoever held the newer one knows");
    let mut memory = Memory::new();
    Bundle::open(&file(&world, &first), &roots(&world), late(), &mut memory).unwrap();
    assert_eq!(
        Bundle::open(&file(&world, &older), &roots(&world), late(), &mut memory).err(),
        Some(SetUp::ListRolledBack),
        "or remembers it"
    );
}

#[test]
fn a_bad_list_makes_its_own_entries_unknown_and_too_many_refuse_the_bundle() {
    let world = World::demo();
    // A list of so many bytes, each entry of it 3.
    let list = |uri: &str, bytes: usize| {
        let list = list_claim(zlib(&vec![0xff; bytes], 1), 2_u64);
        let claims = Map::new().with(2, uri).with(6, world.now - 7_200).with(STATUS_LIST, list);
        let key = &world.eid.status_key.key;
        Sign1::new(&protected(key, STATUS_TYP), &claims).sign(key)
    };
    let bundle = |lists: u64| {
        let mut eid = world.eid.clone();
        let uris: Vec<String> = (0..lists).map(|nth| alloc::format!("https://eid.example/dense/{nth}")).collect();
        eid.lists.extend((10..).zip(uris.iter().cloned()));
        let spec = world.bundle_spec().issuers([eid.entry(), world.insurer.entry()]);
        let spec = uris.iter().fold(spec, |spec, uri| spec.status(uri, &list(uri, 3 << 19)));
        open(&world, &spec)
    };
    let one = bundle(1).unwrap();
    assert_eq!(one.status_entry(EID.0, "https://eid.example/dense/0", (6 << 20) - 1), Some(3));
    assert_eq!(one.status_entry(EID.0, "https://eid.example/dense/0", 6 << 20), None);
    assert!((3 << 19..=(3 << 19) + 8_192).contains(&one.status_bytes()), "{}", one.status_bytes());
    assert_eq!(bundle(22).err(), Some(SetUp::StatusTooLarge), "33 MiB of them");
    // One alone that inflates beyond the limit of a list is unusable, and nothing else is.
    let spec = world.bundle_spec().status(EID.1, &list(EID.1, (2 << 20) + 1));
    let bundle = open(&world, &spec).unwrap();
    assert_eq!(bundle.status_entry(EID.0, EID.1, 0), None);
    assert_eq!(bundle.status_entry(INSURER.0, INSURER.1, 0), Some(0));
}
