//! N140, N141, N144, N146: roots. The anchor alone, the chain in a bundle, and the door for test roots.

use super::{Case, Expect, Input, draft, refused, signed_as, with};
use crate::authority::{Delegation, ROOT_TYP, Root, sign_by};
use crate::cbor::Item;
use crate::key::{Alg, SignKey};
use crate::scene::World;

/// All of them.
#[must_use]
pub(super) fn cases() -> Vec<Case> {
    let world = World::demo();
    [anchor(&world), forms(&world), rotation(&world), chains(&world), root_rollback(&world), test_root(&world)].concat()
}

/// N140, N144: the anchor alone.
fn anchor(world: &World) -> Vec<Case> {
    let first = &world.authority.first;
    let case = |id: &str, says: &str, signed: Item, code: &str| {
        let mut case = Case::traffic(id, says, world, Input::of(&world.traffic_stop()), refused(code));
        case.roots = Item::Array(vec![signed]).encode();
        case
    };
    let own = |root: &Root| sign_by(&root.root.keys, ROOT_TYP, &root.map());
    let one: Vec<_> = first.root.keys.iter().take(1).cloned().collect();
    let changed = |change: fn(&mut Root)| {
        let mut root = first.clone();
        change(&mut root);
        own(&root)
    };
    let keys = first.root.keys.iter().flat_map(|key| [key.kid(), vec![1; 8]].map(|kid| (key, kid))).take(2);
    let two_kids = Item::array(keys.map(|(key, kid)| signed_as(key, kid, ROOT_TYP, &first.map())));
    let repeat = "setup.root_keys_repeat";
    let below = "setup.root_below_threshold";
    vec![
        case("N140/root-one", "A root signed by one of two keys.", sign_by(&one, ROOT_TYP, &first.map()), below),
        case(
            "N140/root-twice",
            "A root signed twice by one key.",
            sign_by(&[one.clone(), one.clone()].concat(), ROOT_TYP, &first.map()),
            below,
        ),
        case("N140/root-two-kids", "A root signed twice by one key, under two ids.", two_kids, below),
        case(
            "N140/threshold-0",
            "A root that nobody has to sign for.",
            changed(|root| root.lists.threshold = 0),
            below,
        ),
        case(
            "N140/threshold-unmet",
            "A threshold above the number of keys.",
            changed(|root| root.mandates.threshold = 3),
            below,
        ),
        case(
            "N144/root-and-lists",
            "One key may sign roots and lists.",
            changed(|root| copy(&root.root.clone(), &mut root.lists)),
            repeat,
        ),
        case(
            "N144/lists-and-mandates",
            "One key may sign lists and mandates.",
            changed(|root| copy(&root.lists.clone(), &mut root.mandates)),
            repeat,
        ),
        case(
            "N144/twice-in-scope",
            "One key stands twice in a scope.",
            changed(|root| copy(&root.lists.clone(), &mut root.lists)),
            repeat,
        ),
        case("N140/version-0", "Versions begin at 1.", changed(|root| root.version = 0), "setup.roots_malformed"),
    ]
}

/// N140: signatures of a root have one form, in the anchor and in every bundle that repeats it.
fn forms(world: &World) -> Vec<Case> {
    let first = &world.authority.first;
    let signers = first.root.signers();
    let signed = |keys: Vec<SignKey>| sign_by(&keys, ROOT_TYP, &first.map());
    let extra = signed([signers.clone(), vec![world.seed.key(Alg::Ed25519, "stray")]].concat());
    let turned = signed(signers.iter().rev().cloned().collect());
    let again = signed([signers.clone(), signers.iter().take(1).cloned().collect()].concat());
    let all = signed(first.root.keys.clone());
    let one = signed(signers.iter().take(1).cloned().collect());
    let in_anchor = |name: &str, says: &str, signed: Item, expect: Expect| {
        let mut case = with(&format!("N140/root-{name}"), says, world, world.bundle(), expect);
        case.roots = Item::Array(vec![signed]).encode();
        case
    };
    let in_bundle = |name: &str, says: &str, signed: Item, expect: Expect| {
        let mut draft = draft(world);
        draft.roots = vec![signed];
        with(&format!("N140/known-{name}"), says, world, draft.encode(), expect)
    };
    let form = || refused("setup.signatures_not_in_form");
    vec![
        in_anchor("extra", "A stranger's signature besides enough others.", extra.clone(), form()),
        in_anchor("order", "Signed by two keys, the second before the first.", turned.clone(), form()),
        in_anchor("again", "Signed by two keys, by the first once more.", again, form()),
        in_anchor("more", "Signed by all three keys where two are enough.", all, Expect::accept()),
        in_bundle("extra", "The root that the anchor has, with a stranger's signature besides.", extra, form()),
        in_bundle("order", "The root that the anchor has, its signatures in another order.", turned, form()),
        in_bundle(
            "one",
            "The root that the anchor has, signed by one of two keys.",
            one,
            refused("setup.root_below_threshold"),
        ),
    ]
}

/// N140, N141: every root of a chain is checked, those as well that anchor or memory stand beyond.
fn chains(world: &World) -> Vec<Case> {
    let rotated = |labels: &[&str], number: u64| {
        let mut rotated = world.clone();
        rotated.number = number;
        for label in labels {
            rotated.authority.rotate(rotated.authority.root().next(world.seed.child(label)));
        }
        rotated
    };
    let third = rotated(&["second", "third"], 57);
    let case = |id: &str, says: &str, change: fn(&mut Vec<Item>), expect: Expect| {
        let mut draft = draft(&third);
        change(&mut draft.roots);
        let mut case = with(id, says, &third, draft.encode(), expect);
        case.roots = third.authority.anchor();
        case
    };
    let fork = rotated(&["other second", "other third", "other fourth"], 57);
    let mut forked = with(
        "N141/root-fork",
        "A chain past the root that this device has used, by way of another one of that version.",
        &fork,
        fork.bundle(),
        refused("setup.root_differs"),
    );
    forked.bundles_before = vec![rotated(&["second", "third"], 56).bundle()];
    // With the same keys, so that the third is signed by it as well.
    let mut twin = third.clone();
    twin.authority.later.iter_mut().take(1).for_each(|root| root.exp = root.exp.saturating_add(1));
    let mut other = with(
        "N140/chain-other",
        "Another second root than the anchor's, with the same keys.",
        &twin,
        twin.bundle(),
        refused("setup.root_differs"),
    );
    other.roots = third.authority.anchor();
    let mut known = other.clone();
    "N141/root-known".clone_into(&mut known.id);
    "Another second root than the one that this device has gone by, and the same third.".clone_into(&mut known.says);
    (known.roots, known.bundles_before) = (world.anchor(), vec![rotated(&["second", "third"], 56).bundle()]);
    vec![
        case("N140/chain-whole", "The chain that the anchor has.", |_| {}, Expect::accept()),
        case(
            "N140/chain-later",
            "Without the first root, which the anchor has.",
            |roots| drop(roots.remove(0)),
            Expect::accept(),
        ),
        case(
            "N140/chain-gap",
            "Without the second root, although the anchor has it.",
            |roots| drop(roots.remove(1)),
            refused("setup.root_skips_version"),
        ),
        case(
            "N140/chain-short",
            "Without the third root, by which the manifest goes, although the anchor has it.",
            |roots| drop(roots.pop()),
            refused("setup.manifest_other_root"),
        ),
        case(
            "N140/chain-turned",
            "The second root before the first.",
            |roots| roots.swap(0, 1),
            refused("setup.root_skips_version"),
        ),
        forked,
        other,
        known,
    ]
}

fn copy(from: &Delegation, to: &mut Delegation) {
    to.keys.extend(from.keys.iter().take(1).cloned());
}

/// N140: the next root is one version up, signed by the threshold before it and by its own.
fn rotation(world: &World) -> Vec<Case> {
    let next = world.authority.first.next(world.seed.child("next"));
    let mut rotated = world.clone();
    rotated.authority.rotate(next.clone());
    let old = world.authority.first.root.signers();
    let new = next.root.signers();
    let chained = |signers: &[SignKey], root: &Root| {
        let mut draft = draft(&rotated);
        draft.roots.truncate(1);
        draft.roots.push(sign_by(signers, ROOT_TYP, &root.map()));
        draft.manifest.set(5, root.version);
        draft.encode()
    };
    let both = [old.clone(), new.clone()].concat();
    let mut third = next.clone();
    third.version = 3;
    let mut earnest = next.clone();
    earnest.test = false;
    let case = |name: &str, says: &str, bundle: Vec<u8>, code: &str| {
        with(&format!("N140/rotation-{name}"), says, world, bundle, refused(code))
    };
    let below = "setup.root_below_threshold";
    let mut without = draft(&rotated);
    without.roots.truncate(1);
    vec![
        with(
            "N140/rotation",
            "A root rotated as it must be, by an anchor that knows the first.",
            world,
            rotated.bundle(),
            Expect::accept(),
        ),
        case("new-only", "The next root is signed by its own keys only.", chained(&new, &next), below),
        case("old-only", "The next root is signed by the keys before it only.", chained(&old, &next), below),
        case(
            "one-old",
            "Signed by its own keys and one of the two before.",
            chained(&[old.iter().take(1).cloned().collect(), new].concat(), &next),
            below,
        ),
        case("skipped", "From version 1 to version 3.", chained(&both, &third), "setup.root_skips_version"),
        case(
            "left-out",
            "The manifest goes by a root that the file leaves out.",
            without.encode(),
            "setup.manifest_other_root",
        ),
        case("earnest", "A test chain that would go on in earnest.", chained(&both, &earnest), "setup.root_differs"),
    ]
}

/// N141, of roots.
fn root_rollback(world: &World) -> Vec<Case> {
    let rotated = |label: &str, number: u64| {
        let mut rotated = world.clone();
        rotated.number = number;
        rotated.authority.rotate(world.authority.first.next(world.seed.child(label)));
        rotated
    };
    let before = rotated("next", 56).bundle();
    let case = |id: &str, says: &str, bundle: Vec<u8>, expect: Expect| {
        let mut case = with(id, says, world, bundle, expect);
        case.bundles_before = vec![before.clone()];
        case
    };
    vec![
        case("N141/root-older", "A newer bundle by an older root.", world.bundle(), refused("setup.root_rolled_back")),
        case(
            "N141/root-other",
            "Another root of the same version.",
            rotated("other", 57).bundle(),
            refused("setup.root_differs"),
        ),
        case("N141/root-same", "The next bundle by the rotated root.", rotated("next", 57).bundle(), Expect::accept()),
    ]
}

/// N146: a test root is taken only by its own door.
fn test_root(world: &World) -> Vec<Case> {
    let case = |id: &str, says: &str, world: &World, expect: Expect| {
        let mut case = Case::traffic(id, says, world, Input::of(&world.traffic_stop()), expect);
        case.test_root = false;
        case
    };
    let mut earnest = world.clone();
    earnest.authority.first.test = false;
    vec![
        case("N146/ordinary-door", "A test root at the ordinary door.", world, refused("setup.root_is_test")),
        case("N146/earnest", "A root in earnest at the ordinary door.", &earnest, Expect::accept()),
    ]
}
