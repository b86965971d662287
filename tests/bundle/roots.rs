//! Rotations, thresholds, and what an unchanged part is judged against.

use super::{next, opened, refuses, roots};
use doichieu::{Bundle, Memory, Roots, SetUp};
use doichieu_kit::authority::{ROOT_TYP, Root, sign_by};
use doichieu_kit::bundle::MANIFEST_TYP;
use doichieu_kit::cose::protected;
use doichieu_kit::late;
use doichieu_kit::scene::World;
use doichieu_kit::{Alg, Item, Map, Sign1, SignKey};
use proptest::prelude::*;

/// A world whose authority has rotated its root twice.
fn rotated() -> World {
    let mut world = World::demo();
    for label in ["second", "third"] {
        let next = world.authority.root().next(world.seed.child(label));
        world.authority.rotate(next);
    }
    world.number += 1;
    world
}

#[test]
fn a_device_that_missed_two_rotations_follows() {
    let before = World::demo();
    let after = rotated();
    let held = opened(&before.bundle(), &before);
    let delta = Bundle::delta_between(&before.bundle(), &after.bundle()).unwrap();
    let mut memory = Memory::new();
    let bundle = held.apply(&delta, &roots(&before), late(), &mut memory).unwrap();
    assert_eq!(bundle.hash(), opened(&after.bundle(), &before).hash());
    // And a device set up today opens it with the whole chain or with its own anchor's end alone.
    let anchor = Roots::dangerous_test(&after.authority.anchor()).unwrap();
    assert_eq!(anchor.version(), 3);
    assert!(Bundle::open(&after.bundle(), &anchor, late(), &mut Memory::new()).is_ok());
}

/// A world whose authority has rotated its root so many times, each time to other keys, and sometimes to other
/// thresholds.
fn rotated_by(thresholds: &[u64]) -> World {
    let mut world = World::demo();
    for (nth, threshold) in thresholds.iter().enumerate() {
        let mut next = world.authority.root().next(world.seed.child(&format!("root {nth}")));
        next.root.threshold = *threshold;
        world.authority.rotate(next);
    }
    world
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap()
}

fn chain(anchored: &[Item]) -> Roots {
    Roots::dangerous_test(&Item::Array(anchored.to_vec()).encode()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Wherever a device was set up along the chain, it follows to the end; a chain that lacks one root in between it
    /// does not follow.
    #[test]
    fn any_chain_of_honest_rotations_is_followed(
        thresholds in proptest::collection::vec(1..=3_u64, 1..5), at in any::<prop::sample::Index>(), gone in any::<prop::sample::Index>(),
    ) {
        let world = rotated_by(&thresholds);
        let signed = world.authority.signed_roots();
        let anchored = at.index(signed.len());
        let roots = chain(&signed[..=anchored]);
        prop_assert_eq!(roots.version(), number(anchored) + 1);
        let expected = opened(&world.bundle(), &World::demo()).hash();
        let bundle = Bundle::open(&world.bundle(), &roots, world.at(), &mut Memory::new()).unwrap();
        prop_assert_eq!((bundle.hash(), bundle.root_version()), (expected, number(thresholds.len()) + 1));
        let gone = gone.index(signed.len());
        let lacking: Vec<_> = signed.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, root)| root.clone()).collect();
        let followed = Bundle::open(&with_roots(&world, lacking), &roots, world.at(), &mut Memory::new());
        // The oldest may be left out, which the anchor has; a gap is one even below the anchor, and the last is the
        // root in force.
        prop_assert_eq!(followed.is_ok(), gone == 0);
    }

    /// One bit anywhere in the roots or their signatures is refused, wherever the device was set up along the chain.
    #[test]
    fn no_altered_chain_is_followed(
        thresholds in proptest::collection::vec(1..=3_u64, 0..4), anchored in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(), bit in 0..8_u8,
    ) {
        let world = rotated_by(&thresholds);
        let file = world.bundle();
        let length = Item::Array(world.authority.signed_roots()).encode().len();
        let mut altered = file.clone();
        altered[1 + at.index(length)] ^= 1 << bit;
        let signed = world.authority.signed_roots();
        let roots = chain(&signed[..=anchored.index(signed.len())]);
        let mut memory = Memory::new();
        prop_assert!(Bundle::open(&altered, &roots, late(), &mut memory).is_err());
        prop_assert_eq!(memory, Memory::new());
    }

    /// A next root signed by fewer than the threshold before it, or by strangers, is not followed.
    #[test]
    fn a_rotation_needs_both_thresholds(threshold in 1..=3_u64, old in 0..=3_usize, new in 0..=3_usize) {
        let mut world = World::demo();
        let mut next = world.authority.root().next(world.seed.child("next"));
        next.root.threshold = threshold;
        world.authority.rotate(next);
        let [before, after] = [world.authority.first.clone(), world.authority.root().clone()];
        let signers = [&before.root.keys[..old], &after.root.keys[..new]].concat();
        prop_assume!(!signers.is_empty());
        let signed = vec![world.authority.signed_roots()[0].clone(), sign_by(&signers, ROOT_TYP, &after.map())];
        let followed = Bundle::open(&with_roots(&world, signed), &roots(&World::demo()), world.at(), &mut Memory::new());
        let enough = number(old) >= before.root.threshold && number(new) >= threshold;
        prop_assert_eq!(followed.is_ok(), enough);
    }
}

/// The bundle of a world with other signed roots.
fn with_roots(world: &World, roots: Vec<Item>) -> Vec<u8> {
    let mut draft = world.bundle_spec().draft(&world.authority);
    draft.roots = roots;
    draft.encode()
}

#[test]
fn a_chain_that_skips_or_that_one_side_alone_signed_is_refused() {
    let (before, after) = (World::demo(), rotated());
    let held = opened(&before.bundle(), &before);
    let chain = after.authority.signed_roots();
    refuses(&held, &with_roots(&after, vec![chain[0].clone(), chain[2].clone()]), &before, SetUp::RootSkipsVersion);
    let [first, second] = [&after.authority.first, &after.authority.later[0]];
    let signed = |signers: &[SignKey]| {
        let signed = sign_by(signers, ROOT_TYP, &second.map());
        with_roots(&after, vec![chain[0].clone(), signed, chain[2].clone()])
    };
    let (old, new) = (first.root.signers(), second.root.signers());
    refuses(&held, &signed(&new), &before, SetUp::RootBelowThreshold);
    refuses(&held, &signed(&old), &before, SetUp::RootBelowThreshold);
    refuses(&held, &signed(&[&old[..1], &new[..]].concat()), &before, SetUp::RootBelowThreshold);
    assert!(held.apply(&signed(&[old, new].concat()), &roots(&before), late(), &mut Memory::new()).is_ok());
    // Another root of the version that the anchor has.
    let mut other = World::demo();
    other.authority.first.exp += 1;
    refuses(&held, &other.bundle(), &before, SetUp::RootDiffers);
}

/// The next bundle of a world, its manifest in envelopes of one's own.
fn signed_by(world: &World, envelopes: impl FnOnce(&Map) -> Vec<Item>) -> Vec<u8> {
    let draft = next(world).draft(&world.authority);
    let envelopes = envelopes(&draft.manifest);
    draft.encode_with(Item::Array(envelopes))
}

#[test]
fn a_threshold_counts_distinct_keys() {
    let world = World::demo();
    let held = opened(&world.bundle(), &world);
    let keys = &world.authority.root().lists.keys;
    let sign = |key: &SignKey, header: &Map, manifest: &Map| Sign1::new(header, manifest).sign(key).item();
    let own = |key: &SignKey| protected(key, MANIFEST_TYP);
    let refused = |file: &[u8]| refuses(&held, file, &world, SetUp::ManifestBelowThreshold);
    refused(&signed_by(&world, |manifest| vec![sign(&keys[0], &own(&keys[0]), manifest)]));
    refused(&signed_by(&world, |manifest| vec![sign(&keys[0], &own(&keys[0]), manifest); 2]));
    // The same key under the kid of the other.
    let borrowed = own(&keys[0]).with(4, keys[1].kid());
    refused(&signed_by(&world, |manifest| {
        vec![sign(&keys[0], &own(&keys[0]), manifest), sign(&keys[0], &borrowed, manifest)]
    }));
    // The right kid and a key of nobody's; keys of another scope.
    let stranger = world.seed.key(Alg::P256, "stranger");
    refused(&signed_by(&world, |manifest| {
        vec![sign(&keys[0], &own(&keys[0]), manifest), sign(&stranger, &own(&keys[1]), manifest)]
    }));
    refused(&signed_by(&world, |manifest| {
        world.authority.root().root.keys.iter().map(|key| sign(key, &own(key), manifest)).collect()
    }));
    // Two payloads are one signature each.
    refused(&signed_by(&world, |manifest| {
        let other = manifest.clone().with(3, world.now + 1);
        vec![sign(&keys[0], &own(&keys[0]), manifest), sign(&keys[1], &own(&keys[1]), &other)]
    }));
    let good = signed_by(&world, |manifest| keys.iter().map(|key| sign(key, &own(key), manifest)).collect());
    assert!(held.apply(&good, &roots(&world), world.at(), &mut Memory::new()).is_ok());
}

#[test]
fn a_shared_part_is_judged_against_the_new_root() {
    let before = World::demo();
    let mut after = World::demo();
    // The next root takes up the key of an issuer whose entry does not change.
    let mut root: Root = after.authority.root().next(after.seed.child("second"));
    root.mandates.keys.push(after.eid.status_key.key.clone());
    after.authority.rotate(root);
    after.number += 1;
    let delta = Bundle::delta_between(&before.bundle(), &after.bundle()).unwrap();
    refuses(&opened(&before.bundle(), &before), &delta, &before, SetUp::KeyReused);
}
