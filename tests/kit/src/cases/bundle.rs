//! N140 to N142, N144 to N148: the device's own files. Set-up refuses them, or every inspection says how old they are.

use super::{Case, Expect, Input};
use crate::authority::sign_by;
use crate::bundle::{BundleDraft, MANIFEST_TYP};
use crate::cbor::{Item, Map, sha256};
use crate::cose::{Sign1, protected};
use crate::key::{Alg, SignKey};
use crate::scene::World;

mod ageing;
mod keys;
mod mended;
mod root;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    let world = World::demo();
    let here = [manifest_threshold(&world), rollback(&world), parts(&world), part_forms(&world), manifest_form(&world)];
    let files = [root::cases(), ageing::cases(), keys::cases(), mended::cases()];
    here.into_iter().chain(files).flatten().collect()
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
    let other_form = |name: &str, says: &str, manifest: Item| {
        let bundle = draft.encode_with(manifest);
        with(&format!("N140/manifest-{name}"), says, world, bundle, refused("setup.signatures_not_in_form"))
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
    let again = draft.signers.iter().chain(draft.signers.last()).cloned().collect::<Vec<_>>();
    let turned: Vec<_> = draft.signers.iter().rev().cloned().collect();
    let mut three = world.clone();
    three.authority.first.lists.keys.push(world.seed.key(Alg::Ed25519, "third list key"));
    let mut of_three = self::draft(&three);
    of_three.signers.clone_from(&three.authority.first.lists.keys);
    let signed_by_three = of_three.encode();
    vec![
        below("one", "Signed by one of two keys.", by(&one)),
        below("twice", "Signed twice by one key.", by(&twice)),
        below("two-kids", "Signed twice by one key, under two ids.", two_kids),
        below("payloads", "Signed by two keys, each over something else.", mixed),
        below("stray", "Signed by one key and a stranger's.", by(&stray)),
        below("root-keys", "Signed by keys that may sign roots, not lists.", by(&root.root.signers())),
        below("mandate-keys", "Signed by keys that may sign mandates, not lists.", by(&root.mandates.keys)),
        other_form("extra", "A stranger's signature besides enough others.", by(&extra)),
        other_form("again", "Signed by both keys, by the second once more.", by(&again)),
        other_form("order", "Signed by both keys, the second before the first.", by(&turned)),
        with(
            "N140/manifest-more",
            "Signed by all three keys where two are enough.",
            &three,
            signed_by_three,
            Expect::accept(),
        ),
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

/// N142: every listed part, nothing else, each as it was hashed.
fn parts(world: &World) -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, change: fn(&World, &mut BundleDraft)| {
        let mut draft = draft(world);
        change(world, &mut draft);
        with(id, says, world, draft.encode(), expect)
    };
    let without = |name: &str| {
        let mut spec = world.bundle_spec();
        spec.parts.remove(name);
        let says = format!("No part {name} at all.");
        with(&format!("N142/no-{name}"), &says, world, spec.file(&world.authority), refused("setup.part_missing"))
    };
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
    ]
}

/// N142: parts in another form than the profile's.
fn part_forms(world: &World) -> Vec<Case> {
    let listed = |id: &str, says: &str, code: &str, name: &str, bytes: Vec<u8>| {
        with(id, says, world, world.bundle_spec().part(name, bytes).file(&world.authority), refused(code))
    };
    let of = |name: &str| world.bundle_spec().parts.get(name).cloned().unwrap_or_default();
    let issued = world.bundle_spec().issued;
    let kept = world.bundle_spec().part("later", vec![0xff; 40]).file(&world.authority);
    vec![
        with(
            "N142/later-part",
            "A part with a name that this engine does not know is kept and not read.",
            world,
            kept,
            Expect::accept(),
        ),
        with(
            "N142/law-checked",
            "The part that says until when the law was checked, to the second of the manifest's issue.",
            world,
            world.bundle_spec().law_checked(issued).file(&world.authority),
            Expect::accept(),
        ),
        listed(
            "N142/law-ahead",
            "The same a second after the manifest's issue: nobody has seen that law.",
            "setup.part_malformed",
            "law",
            Map::new().with(1, issued.saturating_add(1)).encode(),
        ),
        listed("N142/law-text", "A text for the time.", "setup.part_malformed", "law", vec![0xa1, 1, 0x61, 0x31]),
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
