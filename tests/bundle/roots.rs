//! Rotations, thresholds, and what an unchanged part is judged against.

use super::{next, opened, refuses, roots};
use doichieu::{Bundle, Memory, Roots, SetUp};
use doichieu_kit::authority::{ROOT_TYP, Root, sign_by};
use doichieu_kit::bundle::MANIFEST_TYP;
use doichieu_kit::cose::protected;
use doichieu_kit::scene::World;
use doichieu_kit::{Alg, Item, Map, Sign1, SignKey};

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
    let bundle = held.apply(&delta, &roots(&before), &mut memory).unwrap();
    assert_eq!(bundle.hash(), opened(&after.bundle(), &before).hash());
    // And a device set up today opens it with the whole chain or with its own anchor's end alone.
    let anchor = Roots::dangerous_test(&after.authority.anchor()).unwrap();
    assert_eq!(anchor.version(), 3);
    assert!(Bundle::open(&after.bundle(), &anchor, &mut Memory::new()).is_ok());
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
    assert!(held.apply(&signed(&[old, new].concat()), &roots(&before), &mut Memory::new()).is_ok());
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
    assert!(held.apply(&good, &roots(&world), &mut Memory::new()).is_ok());
}

#[test]
fn a_shared_part_is_judged_against_the_new_root() {
    let before = World::demo();
    let mut after = World::demo();
    // The next root takes up the key of an issuer whose entry does not change.
    let mut root: Root = after.authority.root().next(after.seed.child("second"));
    root.licences.keys.push(after.eid.status_key.key.clone());
    after.authority.rotate(root);
    after.number += 1;
    let delta = Bundle::delta_between(&before.bundle(), &after.bundle()).unwrap();
    refuses(&opened(&before.bundle(), &before), &delta, &before, SetUp::KeyReused);
}
