//! N140 to N142, N144 to N148: the device's own files. Set-up refuses them, or every inspection says how old they are.

use super::{Case, Expect, Input};
use crate::authority::{Delegation, ROOT_TYP, Root, sign_by};
use crate::bundle::{BundleDraft, MANIFEST_TYP};
use crate::cbor::{Item, Map, sha256};
use crate::cose::{Sign1, protected};
use crate::key::{Alg, SignKey};
use crate::scene::World;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    [
        manifest_threshold(&world),
        anchor(&world),
        rotation(&world),
        rollback(&world),
        root_rollback(&world),
        parts(&world),
    ]
    .into_iter()
    .chain([manifest_form(&world), reused_keys(), ageing(), licence(), test_root(&world), exposed_key()])
    .flatten()
    .collect()
}

/// A traffic stop with another bundle file.
fn with(id: &str, says: &str, world: &World, bundle: Vec<u8>, expect: Expect) -> Case {
    let mut case = Case::traffic(id, says, world, Input::of(&world.traffic_stop()), expect);
    case.bundle = bundle;
    case
}

fn refused(code: &str) -> Expect {
    Expect::SetUp(code.to_owned())
}

fn draft(world: &World) -> BundleDraft {
    world.bundle_spec().draft(&world.authority)
}

/// One signature of a manifest or root, with its kid as given.
fn signed_as(key: &SignKey, kid: Vec<u8>, typ: &str, payload: &Map) -> Item {
    Sign1::new(&protected(key, typ).with(4, kid), payload).sign(key).item()
}

/// N140: a manifest needs two distinct list keys.
fn manifest_threshold(world: &World) -> Vec<Case> {
    let draft = draft(world);
    let root = world.authority.root();
    let below = |name: &str, says: &str, manifest: Item| {
        let bundle = draft.encode_with(manifest);
        with(&format!("N140/manifest-{name}"), says, world, bundle, refused("setup.manifest_below_threshold"))
    };
    let by = |keys: &[SignKey]| sign_by(keys, MANIFEST_TYP, &draft.manifest);
    let one: Vec<_> = draft.signers.iter().take(1).cloned().collect();
    let twice = [one.clone(), one.clone()].concat();
    let kids = one.iter().flat_map(|key| [key.kid(), vec![1; 8]].map(|kid| (key, kid)));
    let two_kids = Item::array(kids.map(|(key, kid)| signed_as(key, kid, MANIFEST_TYP, &draft.manifest)));
    let other = draft.manifest.clone().with(1, 58);
    let mixed = draft.signers.iter().zip([&draft.manifest, &other]);
    let mixed = Item::array(mixed.map(|(key, payload)| signed_as(key, key.kid(), MANIFEST_TYP, payload)));
    let stray = [one.clone(), vec![world.seed.key(Alg::Ed25519, "stray")]].concat();
    let extra = [draft.signers.clone(), vec![world.seed.key(Alg::Ed25519, "stray")]].concat();
    vec![
        below("one", "Signed by one of two keys.", by(&one)),
        below("twice", "Signed twice by one key.", by(&twice)),
        below("two-kids", "Signed twice by one key, under two ids.", two_kids),
        below("payloads", "Signed by two keys, each over something else.", mixed),
        below("stray", "Signed by one key and a stranger's.", by(&stray)),
        below("root-keys", "Signed by keys that may sign roots, not lists.", by(&root.root.signers())),
        below("licence-keys", "Signed by keys that may sign licences, not lists.", by(&root.licences.keys)),
        with(
            "N140/manifest-extra",
            "A stranger's signature besides enough others.",
            world,
            draft.encode_with(by(&extra)),
            Expect::accept(),
        ),
    ]
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
            changed(|root| root.licences.threshold = 3),
            below,
        ),
        case(
            "N144/root-and-lists",
            "One key may sign roots and lists.",
            changed(|root| copy(&root.root.clone(), &mut root.lists)),
            repeat,
        ),
        case(
            "N144/lists-and-licences",
            "One key may sign lists and licences.",
            changed(|root| copy(&root.lists.clone(), &mut root.licences)),
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

/// N141.
fn rollback(world: &World) -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut before = world.clone();
        change(&mut before);
        let mut case = with(id, says, world, world.bundle(), expect);
        case.bundles_before = vec![before.bundle()];
        case
    };
    let floor = Expect::no_values("refer", &["post.clock_wrong"]);
    let mut learned = case(
        "N141/floor-kept",
        "A newer bundle of an earlier hour does not lower the floor of time.",
        floor,
        |before| {
            before.number = 56;
            before.bundle_age = 100;
        },
    );
    learned.at = world.now.saturating_sub(101);
    vec![
        case("N141/lower", "A lower number than before.", refused("setup.bundle_rolled_back"), |before| {
            before.number = 58
        }),
        case("N141/equal-other", "The same number with other content.", refused("setup.bundle_differs"), |before| {
            before.bundle_age = before.bundle_age.saturating_add(1);
        }),
        case("N141/equal-same", "The same bundle again.", Expect::accept(), |_| {}),
        case("N141/higher", "A higher number than before.", Expect::accept(), |before| before.number = 56),
        learned,
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

/// N142: every listed part, nothing else, each as it was hashed.
fn parts(world: &World) -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&World, &mut BundleDraft)| {
        let mut draft = draft(world);
        change(world, &mut draft);
        with(id, says, world, draft.encode(), expect)
    };
    let listed = |id: &str, says: &str, code: &str, name: &str, bytes: Vec<u8>| {
        with(id, says, world, world.bundle_spec().part(name, bytes).file(&world.authority), refused(code))
    };
    let without = |name: &str| {
        let mut spec = world.bundle_spec();
        spec.parts.remove(name);
        let says = format!("No part {name} at all.");
        with(&format!("N142/no-{name}"), &says, world, spec.file(&world.authority), refused("setup.part_missing"))
    };
    let of = |name: &str| world.bundle_spec().parts.get(name).cloned().unwrap_or_default();
    let kept = world.bundle_spec().part("later", vec![0xff; 40]).file(&world.authority);
    vec![
        case("N142/missing", "A listed part is not in the file.", refused("setup.part_missing"), |_, draft| {
            draft.parts.entries_mut().truncate(3);
        }),
        case(
            "N142/unlisted",
            "The file holds a part that is not listed.",
            refused("setup.part_unlisted"),
            |_, draft| {
                draft.parts.set(sha256(&[0x81, 0]), vec![0x81, 0]);
            },
        ),
        case("N142/differs", "A part is not what was hashed.", refused("setup.part_differs"), |_, draft| {
            let last = draft.parts.entries_mut().last_mut().and_then(|(_, part)| match part {
                Item::Bytes(bytes) => bytes.last_mut(),
                _ => None,
            });
            last.into_iter().for_each(|byte| *byte ^= 1);
        }),
        case("N142/length", "A part is not as long as listed.", refused("setup.part_differs"), |world, draft| {
            let revoked = world.bundle_spec().parts.get("revoked").cloned().unwrap_or_default();
            if let Some(parts) = draft.manifest.map_mut(6) {
                parts.set("revoked", Item::Array(vec![sha256(&revoked).into(), 2.into()]));
            }
        }),
        without("issuers"),
        without("profiles"),
        without("revoked"),
        with(
            "N142/later-part",
            "A part with a name that this engine does not know is kept and not read.",
            world,
            kept,
            Expect::accept(),
        ),
        listed(
            "N142/issuers-trailing",
            "A byte after the list of issuers.",
            "setup.part_malformed",
            "issuers",
            [of("issuers"), vec![0]].concat(),
        ),
        listed("N142/issuers-number", "A number for an issuer.", "setup.part_malformed", "issuers", vec![0x81, 1]),
        listed("N142/profiles-map", "A map for the list of profiles.", "setup.part_malformed", "profiles", vec![0xa0]),
        listed(
            "N142/revoked-short",
            "A revoked id of 15 bytes.",
            "setup.part_malformed",
            "revoked",
            Item::array([vec![1_u8; 15]]).encode(),
        ),
    ]
}

/// N147 and the manifest's other members.
fn manifest_form(world: &World) -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&World, &mut Map)| {
        let mut draft = draft(world);
        change(world, &mut draft.manifest);
        with(id, says, world, draft.encode(), expect)
    };
    let times = || refused("setup.manifest_times_disagree");
    vec![
        case("N147/newer", "The bundle asks for a newer engine.", refused("setup.newer_engine_needed"), |_, m| {
            m.set(7, 2)
        }),
        case("N147/this", "The bundle asks for this engine.", Expect::accept(), |_, m| m.set(7, 1)),
        case(
            "N147/unknown-member",
            "A member that the profile does not have.",
            refused("setup.bundle_malformed"),
            |_, m| m.set(8, 1),
        ),
        case(
            "N140/manifest-root-2",
            "The manifest names a root that is not this one.",
            refused("setup.manifest_other_root"),
            |_, m| m.set(5, 2),
        ),
        case("N145/next-at-issue", "Due again in the second it is issued.", times(), |world, m| {
            m.set(3, world.now.saturating_sub(world.bundle_age));
        }),
        case("N145/next-after-end", "Due again after its end.", times(), |world, m| {
            m.set(3, world.now.saturating_add(1));
            m.set(4, world.now);
        }),
        with(
            "N142/no-cbor",
            "A file that is no bundle.",
            world,
            b"<html>404</html>".to_vec(),
            refused("setup.bundle_malformed"),
        ),
        with(
            "N142/trailing",
            "A byte after the file.",
            world,
            [world.bundle(), vec![0]].concat(),
            refused("setup.bundle_malformed"),
        ),
    ]
}

/// N144: a key has one role.
fn reused_keys() -> Vec<Case> {
    let case = |id: &str, says: &str, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), refused("setup.key_reused"))
    };
    let world = World::demo();
    let crowd = (0..5_u8).map(|n| {
        let mut issuer = world.insurer.clone();
        issuer.iss = format!("bhxh-{n}.example");
        issuer.entry()
    });
    let crowded = world.bundle_spec().issuers([world.eid.entry()].into_iter().chain(crowd)).file(&world.authority);
    vec![
        case("N144/issuer-is-root", "An issuer's key may sign roots.", |world| {
            world.authority.first.root.keys.iter().take(1).for_each(|key| world.eid.key.key = key.clone());
        }),
        case("N144/status-is-licences", "An issuer's status key may sign licences.", |world| {
            world
                .authority
                .first
                .licences
                .keys
                .iter()
                .take(1)
                .for_each(|key| world.insurer.status_key.key = key.clone());
        }),
        with(
            "N144/crowded-kid",
            "Five entries with one key: more than a token may make us try.",
            &world,
            crowded,
            refused("setup.key_reused"),
        ),
    ]
}

/// N145: what ends between loading and inspecting.
fn ageing() -> Vec<Case> {
    let aged = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        at_age(&mut world, 20 * 86_400);
        world.profiles.iter_mut().for_each(|profile| profile.tolerances = [40 * 86_400; 4]);
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let lists = || Expect::standing("refer", &["post.lists_too_old"]);
    let root = || Expect::standing("refer", &["post.root_too_old"]);
    vec![
        aged("N145/due", "Past due within the role's tolerance.", Expect::accept().noting("post.lists_old"), |_| {}),
        aged("N145/tolerance", "Past due beyond the role's tolerance.", lists(), |world| {
            world.profiles.iter_mut().for_each(|profile| profile.tolerances = [19 * 86_400 - 1, 40 * 86_400, 0, 0]);
        }),
        aged(
            "N145/tolerance-last",
            "Past due by just what the role tolerates.",
            Expect::accept().noting("post.lists_old"),
            |world| {
                world.profiles.iter_mut().for_each(|profile| profile.tolerances = [19 * 86_400, 40 * 86_400, 0, 0]);
            },
        ),
        aged("N145/end", "In the second of the bundle's not-after.", lists(), |world| at_age(world, 30 * 86_400)),
        aged("N145/last", "One second before it.", Expect::accept().noting("post.lists_old"), |world| {
            at_age(world, 30 * 86_400 - 1)
        }),
        aged("N145/root", "In the second of the root's exp.", root(), |world| world.authority.first.exp = world.now),
        aged("N145/root-last", "One second before it.", Expect::accept(), |world| {
            world.authority.first.exp = world.now.saturating_add(1);
        }),
    ]
}

fn at_age(world: &mut World, age: u64) {
    world.bundle_age = age;
    for list in [&mut world.eid_list, &mut world.insurer_list] {
        list.iat = world.now.saturating_sub(age);
    }
}

/// N145, of the post's licence; N150 as far as there are no challenges.
fn licence() -> Vec<Case> {
    let ours = |code: &str| Expect::no_values("refer", &[code]);
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let world = World::demo();
    let signed = |id: &str, says: &str, key: &SignKey| {
        let mut case =
            Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), refused("setup.licence_not_signed"));
        case.licence = world.licence_spec("traffic_police").sign(key).encode();
        case
    };
    let mut role = Case::traffic(
        "N150/role",
        "A role that the bundle has no profile for.",
        &world,
        Input::of(&world.traffic_stop()),
        refused("setup.role_unknown"),
    );
    let mut spec = world.licence_spec("traffic_police");
    "customs".clone_into(&mut spec.role);
    role.licence = world.authority.licence_key().map(|key| spec.sign(key).encode()).unwrap_or_default();
    let stray = world.seed.key(Alg::Ed25519, "stray");
    let lists = world.authority.first.lists.keys.first().unwrap_or(&stray);
    vec![
        case("N145/licence-end", "In the second of the licence's exp.", ours("post.licence_not_in_force"), |world| {
            world.licence_age = 7 * 86_400
        }),
        case("N145/licence-last", "One second before it.", Expect::accept(), |world| {
            world.licence_age = 7 * 86_400 - 1
        }),
        case("N150/revoked", "The bundle lists the licence as revoked.", ours("post.licence_revoked"), |world| {
            let id = world.licence_spec("traffic_police").cti;
            world.revoked = vec![[1; 16], id, [255; 16]];
        }),
        case("N150/revoked-others", "The bundle lists other licences as revoked.", Expect::accept(), |world| {
            world.revoked = vec![[1; 16], [255; 16]];
        }),
        signed("N150/stray", "A licence signed by a stranger.", &stray),
        signed("N150/lists-key", "A licence signed by a key that may sign lists only.", lists),
        role,
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

/// N148: an exposed key signs whatever date a thief likes.
fn exposed_key() -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&mut World)| {
        let mut world = World::demo();
        change(&mut world);
        Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
    };
    let exposed = || Expect::no_values("refer", &["authentic.key_compromised"]);
    vec![
        case("N148/backdated", "An exposed key under an iat from before it was exposed.", exposed(), |world| {
            world.eid.key.state = 2;
            world.token_age = 80_000;
        }),
        case("N148/out-of-period", "An exposed key whose period is over besides.", exposed(), |world| {
            world.eid.key.state = 2;
            world.eid.key.until = world.now.saturating_sub(86_400);
        }),
        case(
            "N148/retired",
            "A retired key still counts for what it signed in its period.",
            Expect::accept(),
            |world| {
                world.eid.key.state = 1;
                world.eid.key.until = world.now.saturating_sub(world.token_age).saturating_add(1);
            },
        ),
        case(
            "N148/retired-late",
            "A retired key signed after its period.",
            Expect::no_values("refer", &["authentic.key_not_in_period"]),
            |world| {
                world.eid.key.state = 1;
                world.eid.key.until = world.now.saturating_sub(world.token_age);
            },
        ),
    ]
}
