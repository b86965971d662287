//! Third-party COSE_Sign1 vectors. None is of the profile (no `typ`, other algorithms' numbers, other header sets), so
//! each must be refused by its shape; where the curve is one of ours, its signature is checked over the Sig_structure
//! all the same.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use crate::cbor::write::Writer;
use crate::cbor::{Reader, Rules};
use crate::format::DC1;
use crate::input::Budget;
use crate::key::{Alg, PublicKey, verify};
use crate::scan::Scan;
use crate::seal::{Signed, Typ};
use crate::third_party::{folder, hex, json};
use alloc::vec::Vec;
use ciborium::Value as Cbor;
use serde_json::Value;

fn hex_of(vector: &Value) -> Vec<u8> {
    vector.as_str().map_or_else(Vec::new, hex)
}

/// Unpadded base64url (RFC 4648 §5).
fn base64url(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_usize, 0);
    for character in text.chars() {
        bits = bits << 6 | ALPHABET.find(character).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}

fn coordinate(key: &Value, name: &str) -> Vec<u8> {
    key[name].as_str().map_or_else(|| hex_of(&key[std::format!("{name}_hex")]), base64url)
}

/// The key, if its curve is one of the profile.
fn key_of(key: &Value) -> Option<PublicKey> {
    let x = coordinate(key, "x").try_into().ok();
    match key["crv"].as_str()? {
        "P-256" => PublicKey::p256(&x?, &coordinate(key, "y").try_into().ok()?),
        "Ed25519" => PublicKey::ed25519(&x?),
        _ => None,
    }
}

fn refused_by_shape(message: &[u8]) {
    for typ in [Typ::SD_CWT, Typ::KEY_BINDING, Typ::ROOT, Typ::MANIFEST, Typ::MANDATE, Typ::STATUS_LIST] {
        let budget = Budget::scan();
        assert!(Signed::read(&mut Reader::new(message, Rules::DC1, &budget), typ).is_err(), "{typ:?} {message:02x?}");
    }
    let budget = Budget::scan();
    let taken = Scan::frame(message).plain().is_ok_and(|frame| (DC1.prove)(&frame, None, &budget).is_ok());
    assert!(!taken, "{message:02x?}");
}

/// Bytes of the Sig_structure (RFC 9052 §4.4), and the signature. Taken apart by ciborium, not by our reader.
fn to_be_signed(message: &[u8], external: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let parts = match ciborium::from_reader(message).unwrap() {
        Cbor::Tag(_, inner) => inner.into_array().unwrap(),
        other => other.into_array().unwrap(),
    };
    let [protected, _, payload, signature] =
        <[Cbor; 4]>::try_from(parts).unwrap().map(|part| part.into_bytes().unwrap_or_default());
    // An empty map is signed as an empty string.
    let protected = if protected == [0xa0] { Vec::new() } else { protected };
    let mut writer = Writer::new();
    writer.array(4).text("Signature1").bytes(&protected).bytes(external).bytes(&payload);
    (writer.into_bytes(), signature)
}

/// Does the signature hold by one of our algorithms? `None` where the curve is none of ours.
fn holds(message: &[u8], external: &[u8], key: &Value) -> Option<bool> {
    let key = key_of(key)?;
    let (signed, signature) = to_be_signed(message, external);
    let signature = signature.try_into().ok()?;
    assert!(
        [Alg::Ed25519, Alg::Esp256].iter().filter(|alg| verify(**alg, &key, &signed, &signature).is_ok()).count() < 2
    );
    Some(verify(key.alg(), &key, &signed, &signature).is_ok())
}

#[test]
fn examples_of_the_cose_working_group() {
    let Some(folder) = folder("cose-wg-examples") else { return };
    let (yes, no, other) = (Some(true), Some(false), None);
    for (file, expected) in [
        ("sign1-tests/sign-pass-01", yes),
        ("sign1-tests/sign-pass-02", yes),
        ("sign1-tests/sign-pass-03", yes),
        // Its signature holds: it fails by its tag, 998, as shape.
        ("sign1-tests/sign-fail-01", yes),
        ("sign1-tests/sign-fail-02", no),
        ("sign1-tests/sign-fail-03", no),
        ("sign1-tests/sign-fail-04", no),
        ("sign1-tests/sign-fail-06", no),
        ("sign1-tests/sign-fail-07", no),
        ("RFC8152/Appendix_C_2_1", yes),
        ("CWT/A_3", yes),
        ("ecdsa-examples/ecdsa-sig-01", yes),
        // P-384, P-521; P-256 with SHA-512.
        ("ecdsa-examples/ecdsa-sig-02", other),
        ("ecdsa-examples/ecdsa-sig-03", other),
        ("ecdsa-examples/ecdsa-sig-04", no),
        ("eddsa-examples/eddsa-sig-01", yes),
        // Ed448.
        ("eddsa-examples/eddsa-sig-02", other),
    ] {
        let vector = json(&folder, &std::format!("{file}.json"));
        let (message, sign) = (hex_of(&vector["output"]["cbor"]), &vector["input"]["sign0"]);
        refused_by_shape(&message);
        let external = hex_of(&sign["external"]);
        assert_eq!(holds(&message, &external, &sign["key"]), expected, "{file}");
        if vector["fail"] != true {
            let signed = hex_of(&vector["intermediates"]["ToBeSign_hex"]);
            assert_eq!(to_be_signed(&message, &external).0, signed, "{file}");
        }
        if !external.is_empty() {
            assert_eq!(holds(&message, &[], &sign["key"]), no, "{file}: external data is part of what was signed");
        }
    }
}

#[test]
fn messages_for_other_structures_are_refused_by_shape() {
    let Some(folder) = folder("cose-wg-examples") else { return };
    for file in [
        "CWT/A_4",
        "CWT/A_5",
        "CWT/A_6",
        "CWT/A_7",
        "RFC8152/Appendix_C_1_1",
        "sign-tests/sign-pass-01",
        "sign-tests/sign-pass-03",
        "sign-tests/ecdsa-01",
        "x509-examples/signed-01",
    ] {
        let message = hex_of(&json(&folder, &std::format!("{file}.json"))["output"]["cbor"]);
        assert!(!message.is_empty(), "{file}");
        refused_by_shape(&message);
    }
}

#[test]
fn gluecose() {
    let Some(folder) = folder("gluecose") else { return };
    let mut held = 0;
    for number in 0..7 {
        let vector = json(&folder, &std::format!("sign1-verify-000{number}.json"));
        let test = &vector["sign1::verify"];
        let message = hex_of(&test["taggedCOSESign1"]["cborHex"]);
        refused_by_shape(&message);
        match (vector["alg"].as_str().unwrap(), holds(&message, &hex_of(&test["external"]), &vector["key"])) {
            ("ES256", Some(holds)) => {
                assert_eq!(test["shouldVerify"], holds, "{number}");
                held += 1;
            }
            ("ES384" | "ES512" | "PS256" | "PS384" | "PS512", None) => {}
            (alg, holds) => panic!("{alg} {holds:?}"),
        }
    }
    assert_eq!(held, 2);
}
