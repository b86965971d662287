//! N80 to N90: status lists. One that cannot be used makes nothing revoked: its entries are *unknown*.

use doichieu::field::Kind;

use super::{Case, Expect, Input};
use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed};
use crate::frame::zlib;
use crate::key::SignKey;
use crate::scene::World;
use crate::status::{STATUS_LIST, TTL, list_claim};

mod entry;

/// All of them.
#[must_use]
pub fn cases() -> Vec<Case> {
    [subject_and_typ(), bits(), time(), signer(), stream(), absent(), rollback(), entry::cases()].concat()
}

/// A traffic stop with this as the bundle's status part about its papers.
fn offered(id: &str, says: &str, world: &World, part: Vec<u8>, expect: Expect) -> Case {
    let mut case = Case::traffic(id, says, world, Input::of(&world.traffic_stop()), expect);
    let part_name = format!("status:{}", world.eid_list.uri);
    case.bundle = world.bundle_spec().part(&part_name, part).file(&world.authority);
    case
}

/// The same with the list's claims changed before they are signed.
fn claiming(id: &str, says: &str, expect: Expect, change: impl FnOnce(&mut Map)) -> Case {
    let world = World::demo();
    let mut claims = world.eid_list.claims();
    change(&mut claims);
    let mut draft = world.eid_list.sign1(&world.eid.status_key.key);
    draft.payload = claims.encode();
    offered(id, says, &world, draft.sign(&world.eid.status_key.key).encode(), expect)
}

fn unknown() -> Expect {
    Expect::standing("refer", &["current.account_unknown", "current.status_unknown"])
}

fn stale() -> Expect {
    Expect::standing("refer", &["current.account_unknown", "current.status_stale"])
}

/// A traffic stop in a world whose first list was changed.
fn listed(id: &str, says: &str, expect: Expect, change: impl FnOnce(&mut World)) -> Case {
    let mut world = World::demo();
    change(&mut world);
    Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect)
}

/// N80.
fn subject_and_typ() -> Vec<Case> {
    let subjects = [
        ("slash", "https://eid.example/s/1/"),
        ("case", "https://eid.example/S/1"),
        ("scheme-case", "HTTPS://eid.example/s/1"),
        ("other", "https://bhxh.example/s/1"),
        ("empty", ""),
    ];
    let mut cases: Vec<_> = subjects
        .into_iter()
        .map(|(name, sub)| {
            let says = "The list's subject is not exactly the uri of the issuer's entry.";
            claiming(&format!("N80/sub-{name}"), says, unknown(), |claims| claims.set(2, sub))
        })
        .collect();
    cases.push(claiming("N80/sub-missing", "A list without a subject.", unknown(), |claims| drop(claims.remove(2))));
    let typs: [(&str, Option<Item>); 4] = [
        ("missing", None),
        ("jwt", Some("statuslist+jwt".into())),
        ("short", Some("statuslist+cwt".into())),
        ("number", Some(293.into())),
    ];
    let world = World::demo();
    let key = &world.eid.status_key.key;
    cases.extend(typs.into_iter().map(|(name, typ)| {
        let header = Map::new().with(1, key.alg()).with(4, key.kid()).with_some(16, typ);
        let part = Sign1::new(&header, &world.eid_list.claims()).sign(key).encode();
        offered(&format!("N80/typ-{name}"), "The list does not say that it is one.", &world, part, unknown())
    }));
    let tags: [(&str, &[u64]); 4] = [("61", &[61]), ("61-18", &[61, 18]), ("none", &[]), ("98", &[98])];
    cases.extend(tags.into_iter().map(|(name, tags)| {
        let mut part = world.eid_list.sign(key);
        part.tags = tags.to_vec();
        offered(&format!("N80/tag-{name}"), "Another tag than 18 around the list.", &world, part.encode(), unknown())
    }));
    cases
}

/// N81.
fn bits() -> Vec<Case> {
    let entries = zlib(&[0; 64], 9);
    let odd: [(&str, Item); 5] =
        [("0", 0.into()), ("3", 3.into()), ("16", 16.into()), ("text", "2".into()), ("negative", (-2).into())];
    odd.into_iter()
        .map(|(name, bits)| {
            let claim = list_claim(entries.clone(), bits);
            let says = "Bits an entry are 1, 2, 4 or 8 and nothing else.";
            claiming(&format!("N81/{name}"), says, unknown(), |claims| claims.set(STATUS_LIST, claim))
        })
        .chain([claiming("N81/missing", "Bits an entry are not said.", unknown(), |claims| {
            claims.set(STATUS_LIST, Map::new().with("lst", entries.clone()));
        })])
        .collect()
}

/// N85.
fn time() -> Vec<Case> {
    let claim = |name: &str, says: &str, expect: Expect, change: fn(&World, &mut Map)| {
        let world = World::demo();
        claiming(&format!("N85/{name}"), says, expect, |claims| change(&world, claims))
    };
    vec![
        claim("exp-now", "A list's last second is over at its exp.", stale(), |world, claims| claims.set(4, world.now)),
        claim("exp-next", "One second before its exp.", Expect::accept(), |world, claims| {
            claims.set(4, world.now.saturating_add(1));
        }),
        claim("exp-milliseconds", "An exp in milliseconds.", unknown(), |world, claims| {
            claims.set(4, world.now.saturating_mul(1000));
        }),
        claim(
            "iat-after-manifest",
            "Issued a second after the manifest that carries it.",
            unknown(),
            |world, claims| {
                claims.set(6, world.now.saturating_sub(world.bundle_age).saturating_add(1));
            },
        ),
        claim("iat-of-manifest", "Issued in the manifest's second.", Expect::accept(), |world, claims| {
            claims.set(6, world.now.saturating_sub(world.bundle_age));
        }),
        claim("iat-missing", "A list without an iat.", unknown(), |_, claims| drop(claims.remove(6))),
        claim("iat-tagged", "An iat as tag 1.", unknown(), |world, claims| {
            claims.set(6, Item::from(world.now).tagged(1))
        }),
        claim("ttl-0", "A ttl of 0.", unknown(), |_, claims| claims.set(TTL, 0)),
        claim("ttl-over", "The ttl is over.", stale(), |_, claims| claims.set(TTL, 7200)),
        claim("ttl-last", "The last second of the ttl.", Expect::accept(), |_, claims| claims.set(TTL, 7201)),
        claim("unknown-claim", "A claim that the profile does not have.", unknown(), |_, claims| claims.set(9, 1)),
        listed("N85/tolerance-over", "A second older than the role tolerates.", stale(), |world| {
            world.eid_list.iat = world.now.saturating_sub(86_401);
        }),
        listed("N85/tolerance-last", "As old as the role tolerates.", Expect::accept(), |world| {
            world.eid_list.iat = world.now.saturating_sub(86_400);
        }),
        listed("N85/stale-revoked", "A revocation stays, however old the list.", stale_revoked(), |world| {
            world.eid_list.iat = world.now.saturating_sub(20 * 86_400);
            world.set_status(42, crate::status::INVALID);
        }),
        listed(
            "N85/stale-suspended",
            "A suspension in an old list may have been lifted: as of then.",
            stale_suspended(),
            |world| {
                world.eid_list.iat = world.now.saturating_sub(20 * 86_400);
                world.set_status(42, crate::status::SUSPENDED);
            },
        ),
    ]
}

fn stale_revoked() -> Expect {
    Expect::standing("refuse", &["current.account_unknown", "current.revoked", "current.status_stale"])
}

fn stale_suspended() -> Expect {
    Expect::standing("refer", &["current.account_unknown", "current.status_stale", "current.suspended"])
}

/// N86.
fn signer() -> Vec<Case> {
    let world = World::demo();
    let by =
        |name: &str, says: &str, part: Signed| offered(&format!("N86/{name}"), says, &world, part.encode(), unknown());
    let claims_of_ours = |key: &SignKey| {
        let mut draft = world.eid_list.sign1(&world.eid.status_key.key);
        draft.protected = Map::new()
            .with(1, world.eid.status_key.key.alg())
            .with(4, world.eid.status_key.key.kid())
            .with(16, crate::status::STATUS_TYP)
            .encode();
        draft.sign(key)
    };
    let mut flipped = world.eid_list.sign(&world.eid.status_key.key);
    flipped.signature_mut().and_then(|bytes| bytes.first_mut()).into_iter().for_each(|byte| *byte ^= 1);
    vec![
        by(
            "other-issuer",
            "Signed by another issuer's status key.",
            world.eid_list.sign(&world.insurer.status_key.key),
        ),
        by(
            "document-key",
            "Signed by the issuer's document key, which has no status right.",
            world.eid_list.sign(&world.eid.key.key),
        ),
        by("borrowed-kid", "Signed by a document key under the status key's id.", claims_of_ours(&world.eid.key.key)),
        by(
            "unlisted",
            "Signed by a key that nobody lists.",
            world.eid_list.sign(&world.seed.key(crate::Alg::Ed25519, "stray")),
        ),
        by("flipped", "One bit of the signature flipped.", flipped),
        listed("N86/compromised", "Signed by a status key that was exposed.", unknown(), |world| {
            world.eid.status_key.state = 2
        }),
        listed("N86/after-period", "Signed in the first second after the status key's period.", unknown(), |world| {
            world.eid.status_key.until = world.eid_list.iat;
        }),
        listed(
            "N86/retired",
            "A retired status key still counts for what it signed in its period.",
            Expect::accept(),
            |world| {
                world.eid.status_key.state = 1;
                world.eid.status_key.until = world.eid_list.iat.saturating_add(1);
            },
        ),
    ]
}

/// N87: 2 MiB inflated is the largest list.
fn stream() -> Vec<Case> {
    let list = |name: &str, says: &str, lst: Item, expect: Expect| {
        claiming(&format!("N87/{name}"), says, expect, |claims| claims.set(STATUS_LIST, list_claim(lst, 2)))
    };
    let largest = 2 << 20;
    let cut = zlib(&[0; 64], 9).into_iter().take(6).collect::<Vec<_>>();
    let trailing = [zlib(&[0; 64], 9), vec![0]].concat();
    vec![
        list("largest", "The largest list that is read.", zlib(&vec![0; largest], 9).into(), Expect::accept()),
        list(
            "bomb",
            "A byte more than the largest list.",
            zlib(&vec![0; largest.saturating_add(1)], 9).into(),
            unknown(),
        ),
        list("raw", "Not a zlib stream.", vec![0_u8; 64].into(), unknown()),
        list("cut", "A stream cut short.", cut.into(), unknown()),
        list("trailing", "A byte after the stream.", trailing.into(), unknown()),
        list("empty", "No entries at all.", zlib(&[], 9).into(), unknown()),
        list("text", "A text for a list.", "eNpj".into(), unknown()),
    ]
}

/// N88.
fn absent() -> Vec<Case> {
    let world = World::demo();
    let without = |id: &str, says: &str, kind: Kind, expect: Expect| {
        let mut papers = world.preset_papers("traffic_police", &[kind]);
        papers.iter_mut().for_each(|paper| paper.source.status = None);
        let scene = world.scene_of("traffic_police", &[(&world.eid, world.token_spec(papers))]);
        Case::traffic(id, says, &world, Input::of(&scene), expect)
    };
    let mut part = Case::traffic(
        "N88/list-absent",
        "The bundle does not carry the list that the entry names.",
        &world,
        Input::of(&world.traffic_stop()),
        unknown(),
    );
    let mut spec = world.bundle_spec();
    spec.parts.remove(&format!("status:{}", world.eid_list.uri));
    part.bundle = spec.file(&world.authority);
    let missing = || Expect::standing("refer", &["current.status_missing"]);
    vec![
        without(
            "N88/required",
            "A registration without a status, which this role requires.",
            Kind::VEHICLE_REGISTRATION,
            missing(),
        ),
        without(
            "N88/required-licence",
            "A licence whose parts have a status and itself none.",
            Kind::DRIVING_LICENCE,
            missing(),
        ),
        without(
            "N88/not-required",
            "An identity without a status, which this role does not require.",
            Kind::IDENTITY,
            Expect::accept(),
        ),
        part,
    ]
}

/// N89, N143: a list is never older than one this device has used.
fn rollback() -> Vec<Case> {
    let case = |id: &str, says: &str, expect: Expect, newer: fn(&mut World)| {
        let world = World::demo();
        let mut before = world.clone();
        before.number = 56;
        newer(&mut before);
        let mut case = Case::traffic(id, says, &world, Input::of(&world.traffic_stop()), expect);
        case.bundles_before = vec![before.bundle()];
        case
    };
    let rolled = || Expect::SetUp("setup.list_rolled_back".to_owned());
    vec![
        case("N89/older", "A newer bundle with an older list than the bundle before it.", rolled(), |before| {
            before.eid_list.iat = before.eid_list.iat.saturating_add(1);
        }),
        case("N89/same", "A newer bundle with the same list.", Expect::accept(), |_| {}),
        case("N89/newer", "A newer bundle with a newer list.", Expect::accept(), |before| {
            before.eid_list.iat = before.eid_list.iat.saturating_sub(1);
        }),
        case("N143/one-of-two", "One list newer, the other older.", rolled(), |before| {
            before.eid_list.iat = before.eid_list.iat.saturating_sub(1);
            before.insurer_list.iat = before.insurer_list.iat.saturating_add(1);
        }),
    ]
}
