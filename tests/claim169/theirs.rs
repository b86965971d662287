//! The third-party vectors, by the signatures they have and by signatures of ours, with their clock.

use std::collections::BTreeSet;
use std::path::Path;

use doichieu::field::Field;
use doichieu::input::Unreadable;
use doichieu::reason::Reason;
use doichieu::{Scan, Verdict};
use doichieu_kit::claim169::{self, BASIS};
use doichieu_kit::frame::Deflate;
use doichieu_kit::scene::World;
use doichieu_kit::{Alg, Item, Map, Sign1, SignKey};
use serde_json::Value as Json;

use crate::{Desk, codes, shown, third_party};

/// The clock of the vectors: within the term of all of them but those that are about time. Two of the valid ones end on
/// 2026-08-28.
const THEN: u64 = 1_780_000_000;
const THEIR_ISSUER: &str = "https://mosip.example.org";

fn vector(folder: &Path, kind: &str, name: &str) -> Json {
    third_party::json(folder, &format!("test-vectors/{kind}/{name}.json"))
}

fn qr(vector: &Json) -> &str {
    vector["qr_data"].as_str().unwrap()
}

/// An issuer's entry around public keys, for as long as their codes live.
fn entry(iss: &str, keys: &[(Map, i64)]) -> Map {
    let listed = keys.iter().enumerate().map(|(index, (key, alg))| {
        let kid = vec![u8::try_from(index).unwrap(); 8];
        Item::Array(vec![
            kid.into(),
            key.clone().into(),
            (*alg).into(),
            1_500_000_000_u64.into(),
            1_900_000_000_u64.into(),
            0_u64.into(),
        ])
    });
    Map::new()
        .with(1, iss)
        .with(2, Item::Array(listed.collect()))
        .with(3, Map::new().with(1, Item::array([iss])))
        .with(4, Item::array(["claim169"]))
        .with(5, Map::new())
        .with(6, 900_000_000_u64)
        .with(7, Item::Array(Vec::new()))
}

/// The public key of a vector as the bundle lists it.
fn their_key(vector: &Json) -> (Map, i64) {
    let bytes = third_party::hex(vector["signing_key"]["public_key_hex"].as_str().unwrap());
    match (vector["signing_key"]["algorithm"].as_str().unwrap(), bytes.as_slice()) {
        ("EdDSA", key) => (Map::of([(1, Item::from(1)), (-1, Item::from(6)), (-2, Item::Bytes(key.to_vec()))]), -19),
        ("ES256", [4, point @ ..]) => {
            let (x, y) = point.split_at(32);
            let key =
                [(1, Item::from(2)), (-1, Item::from(1)), (-2, Item::Bytes(x.to_vec())), (-3, Item::Bytes(y.to_vec()))];
            (Map::of(key), -9)
        }
        other => panic!("{other:?}"),
    }
}

fn their_world(entries: Vec<Map>) -> World {
    let mut world = World::new(doichieu_kit::Seed::new([7; 32]), THEN);
    world.more_issuers = entries;
    world.profiles[0].legal_bases = vec![BASIS.to_owned()];
    world
}

/// The rules here were written from this version of the specification.
#[test]
fn the_vectors_are_of_the_version_that_the_page_names() {
    let Some(folder) = third_party::folder("claim169") else { return };
    assert!(third_party::text(&folder, "claim_169.md").contains("**Version:** 1.2.0"));
}

/// Both signed vectors, EdDSA as −8 and ES256 as −7, under their own keys and without a kid.
#[test]
fn the_signed_vectors_are_proven_under_their_own_keys_and_no_other() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let vectors = ["ed25519-signed", "ecdsa-p256-signed"].map(|name| vector(&folder, "valid", name));
    let keys: Vec<_> = vectors.iter().map(their_key).collect();
    let desk = Desk::of(&their_world(vec![entry(THEIR_ISSUER, &keys)]));
    for vector in &vectors {
        let mut report = desk.inspect(Scan::qr(qr(vector))).unwrap();
        assert_eq!(report.verdict(), Verdict::Refer, "{:?}", codes(&report));
        assert_eq!(shown(&mut report, Field::FULL_NAME).as_deref(), vector["expected_claim169"]["fullName"].as_str());
        assert!(codes(&report).contains("held.not_bound"));
    }
    let bare = Desk::of(&their_world(Vec::new()));
    let swapped = Desk::of(&their_world(vec![entry("other.example", &keys)]));
    for vector in &vectors {
        assert_eq!(
            codes(&bare.inspect(Scan::qr(qr(vector))).unwrap()),
            BTreeSet::from(["authentic.issuer_not_listed"])
        );
        assert_eq!(
            codes(&swapped.inspect(Scan::qr(qr(vector))).unwrap()),
            BTreeSet::from(["authentic.issuer_differs"])
        );
    }
}

/// Ten of the eighteen carry no signature: for their authors a valid example, for us nobody's word.
#[test]
fn every_other_vector_is_answered_for_what_it_is() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let desk = Desk::of(&their_world(Vec::new()));
    let unsigned = [
        ("valid", "claim169-example"),
        ("valid", "demographics-full"),
        ("valid", "minimal"),
        ("valid", "refugee-identity"),
        ("valid", "with-all-biometrics"),
        ("valid", "with-face"),
        ("valid", "with-fingerprints"),
        ("edge", "expired"),
        ("edge", "not-yet-valid"),
        ("edge", "unknown-fields"),
        ("invalid", "missing-169"),
    ];
    let found = |kind: &str, name: &str| {
        let report =
            desk.inspect(Scan::qr(qr(&vector(&folder, kind, name)))).unwrap_or_else(|at| panic!("{name}: {at}"));
        assert!(report.papers().is_empty(), "{name}");
        codes(&report)
    };
    for (kind, name) in unsigned {
        assert_eq!(found(kind, name), BTreeSet::from(["authentic.not_signed"]), "{name}");
    }
    for name in ["encrypted-aes256", "encrypted-signed"] {
        assert_eq!(found("valid", name), BTreeSet::from(["authentic.encrypted"]), "{name}");
    }
    for name in ["bad-base45", "bad-zlib", "not-cose"] {
        let vector = vector(&folder, "invalid", name);
        let answer = desk.inspect(Scan::qr(qr(&vector))).map(|_| ()).map_err(Unreadable::reason);
        assert!(matches!(answer, Err(Reason::ScanNotOurs | Reason::ScanAnotherApp)), "{name}");
        let answer = desk.inspect(Scan::claim169(qr(&vector))).map(|_| ()).map_err(Unreadable::reason);
        assert_eq!(answer, Err(Reason::ScanUnreadable), "{name}");
    }
}

/// The payload of a vector, under a signature of ours: what the vector is about can then be met.
fn signed_by(vector: &Json, key: &SignKey) -> String {
    let frame = base45::decode(qr(vector)).unwrap();
    let cwt = miniz_oxide::inflate::decompress_to_vec_zlib(&frame).unwrap();
    let Item::Tag(18, array) = ciborium::from_reader::<ciborium::Value, _>(cwt.as_slice()).unwrap().into() else {
        panic!("a COSE_Sign1")
    };
    let Item::Array(members) = *array else { panic!("an array") };
    let (Item::Bytes(protected), Item::Bytes(payload)) = (&members[0], &members[2]) else { panic!("byte strings") };
    let signed = Sign1::of_bytes(protected.clone(), payload.clone()).sign(key);
    claim169::text(&signed.encode(), Deflate::Always)
}

#[test]
fn the_unsigned_vectors_signed_by_us_meet_what_they_are_about() {
    let Some(folder) = third_party::folder("claim169") else { return };
    let key = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "theirs");
    let keys = [(key.cose_key(), -19)];
    let other = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "www");
    let www = entry("www.mosip.io", &[(other.cose_key(), -19)]);
    let example = doichieu_kit::Seed::new([3; 32]).key(Alg::Ed25519, "example");
    let example_entry = entry("https://example.org", &[(example.cose_key(), -19)]);
    let desk = Desk::of(&their_world(vec![entry(THEIR_ISSUER, &keys), www, example_entry]));
    let see = |kind: &str, name: &str, key: &SignKey| {
        let vector = vector(&folder, kind, name);
        let mut report = desk.inspect(Scan::qr(&signed_by(&vector, key))).unwrap();
        let name = shown(&mut report, Field::FULL_NAME);
        let full = vector["expected_claim169"]["fullName"].as_str().map(str::to_owned);
        (codes(&report), name.is_some() && name == full)
    };
    for (kind, name, key) in [
        ("valid", "minimal", &key),
        ("valid", "demographics-full", &key),
        ("valid", "with-face", &key),
        ("valid", "with-fingerprints", &key),
        ("valid", "with-all-biometrics", &key),
        ("edge", "unknown-fields", &key),
        ("valid", "claim169-example", &other),
        ("valid", "refugee-identity", &other),
    ] {
        let (codes, named) = see(kind, name, key);
        assert!(named && codes.contains("held.not_bound"), "{name}: {codes:?}");
        let biometric = !["minimal", "unknown-fields"].contains(&name);
        let dropped = codes.contains("agreed.field_never_passes");
        // One of the unknown fields has a number that is kept free for biometrics.
        assert_eq!(dropped, biometric || name == "unknown-fields", "{name}");
    }
    let (expired, named) = see("edge", "expired", &key);
    assert!(expired.contains("authentic.term_passed") && !named, "{expired:?}");
    let (early, named) = see("edge", "not-yet-valid", &key);
    assert!(early == BTreeSet::from(["authentic.not_yet_valid"]) && !named, "{early:?}");
    assert_eq!(see("invalid", "missing-169", &example).0, BTreeSet::from(["authentic.identity_missing"]));
}
