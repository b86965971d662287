//! Wycheproof: signatures that other implementations got wrong, and signatures that they refused though they hold.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use crate::key::{Alg, PublicKey, SIGNATURE, verify};
use crate::third_party::{folder, hex, json};
use serde_json::Value;

fn string<'a>(vector: &'a Value, member: &str) -> &'a str {
    vector[member].as_str().unwrap()
}

/// Judges every test of a file with the key of its group. Answers how many there were and how many signatures held.
fn judge(file: &Value, alg: Alg, key: impl Fn(&Value) -> Option<PublicKey>) -> (usize, usize) {
    let (mut tests, mut held) = (0, 0);
    for group in file["testGroups"].as_array().unwrap() {
        let key = key(&group["publicKey"]);
        for test in group["tests"].as_array().unwrap() {
            // A signature of another length is no signature of the profile: the type does not let it in.
            let signature = <[u8; SIGNATURE]>::try_from(hex(string(test, "sig"))).ok();
            let message = hex(string(test, "msg"));
            let holds = match (&key, &signature) {
                (Some(key), Some(signature)) => verify(alg, key, &message, signature).is_ok(),
                _ => false,
            };
            assert_eq!(holds, string(test, "result") == "valid", "{test}");
            tests += 1;
            held += usize::from(holds);
        }
    }
    (tests, held)
}

fn coordinates(uncompressed: &str) -> Option<PublicKey> {
    let point = hex(uncompressed);
    let (x, y) = point.strip_prefix(&[4])?.split_at_checked(32)?;
    PublicKey::p256(x.try_into().ok()?, y.try_into().ok()?)
}

#[test]
fn ed25519() {
    let Some(folder) = folder("wycheproof/testvectors_v1") else { return };
    let file = json(&folder, "ed25519_test.json");
    let counts = judge(&file, Alg::Ed25519, |key| PublicKey::ed25519(&hex(string(key, "pk")).try_into().ok()?));
    assert_eq!(counts, (151, 88));
}

#[test]
fn p256_with_signatures_of_fixed_length() {
    let Some(folder) = folder("wycheproof/testvectors_v1") else { return };
    let file = json(&folder, "ecdsa_secp256r1_sha256_p1363_test.json");
    let counts = judge(&file, Alg::Esp256, |key| coordinates(string(key, "uncompressed")));
    assert_eq!(counts, (262, 173));
}

#[test]
fn p256_with_signatures_in_der_is_refused_by_length_or_does_not_hold() {
    let Some(folder) = folder("wycheproof/testvectors_v1") else { return };
    let file = json(&folder, "ecdsa_secp256r1_sha256_test.json");
    let mut tests = 0;
    for group in file["testGroups"].as_array().unwrap() {
        let key = coordinates(string(&group["publicKey"], "uncompressed")).unwrap();
        for test in group["tests"].as_array().unwrap() {
            if let Ok(signature) = <[u8; SIGNATURE]>::try_from(hex(string(test, "sig"))) {
                assert!(verify(Alg::Esp256, &key, &hex(string(test, "msg")), &signature).is_err(), "{test}");
            }
            tests += 1;
        }
    }
    assert_eq!(tests, 484);
}

#[test]
fn p256_keys_are_no_ed25519_keys_and_the_reverse() {
    let Some(folder) = folder("wycheproof/testvectors_v1") else { return };
    let edwards = json(&folder, "ed25519_test.json");
    let group = &edwards["testGroups"][0];
    let key = PublicKey::ed25519(&hex(string(&group["publicKey"], "pk")).try_into().unwrap()).unwrap();
    let signature = hex(string(&group["tests"][0], "sig")).try_into().unwrap();
    assert!(verify(Alg::Ed25519, &key, &[], &signature).is_ok());
    assert!(verify(Alg::Esp256, &key, &[], &signature).is_err());
    let weierstrass = json(&folder, "ecdsa_secp256r1_sha256_p1363_test.json");
    let group = &weierstrass["testGroups"][0];
    let key = coordinates(string(&group["publicKey"], "uncompressed")).unwrap();
    let (message, signature) = (hex(string(&group["tests"][0], "msg")), hex(string(&group["tests"][0], "sig")));
    let signature = signature.try_into().unwrap();
    assert!(verify(Alg::Esp256, &key, &message, &signature).is_ok());
    assert!(verify(Alg::Ed25519, &key, &message, &signature).is_err());
}
