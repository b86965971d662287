//! The ready-made worlds: sizes, determinism, and signatures checked with the signature crates alone.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use ciborium::Value;
use doichieu::field::{KINDS, Kind};
use doichieu_kit::frame::Deflate;
use doichieu_kit::scene::{NOW, Scene, World};
use doichieu_kit::{Alg, Seed, people};

/// QR version 30, level L: beyond it reading from a photographed screen falls.
const STATIC_CODE: usize = 2520;

fn size(name: &str, scene: &Scene) -> usize {
    let shown = scene.present();
    let length = scene.text().len();
    let deflated = shown.frame(Deflate::WhenItPays)[0] == 0x78;
    let line = format!("{name}: {length} characters, {} bytes, deflated {deflated}\n", shown.encode().len());
    std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).unwrap();
    length
}

#[test]
fn every_preset_fits_a_static_code() {
    for alg in [Alg::Ed25519, Alg::P256] {
        for row in KINDS {
            let world = World::having(row.kind).expect("somebody has a paper of every kind").with_holder(alg);
            let kinds: Vec<_> = world.kinds().into_iter().skip_while(|kind| *kind != row.kind).collect();
            for count in 1..=kinds.len().min(4) {
                let name = format!("{alg:?} {count} from {}", row.name);
                let length = size(&name, &world.preset("traffic_police", &kinds[..count]));
                assert!((500..=STATIC_CODE).contains(&length), "{name}: {length}");
            }
        }
    }
    for person in people::all() {
        let world = World::demo().with_person(person.clone());
        for (name, scene) in
            [("traffic", world.traffic_stop()), ("clinic", world.clinic()), ("set", world.clinic_set())]
        {
            assert!(size(&format!("{name}, {}", person.name), &scene) <= STATIC_CODE);
        }
    }
    size("open choice, licence", &World::demo().open_choice("traffic_police", &[Kind::DRIVING_LICENCE]));
}

#[test]
fn the_same_seed_and_time_give_the_same_bytes() {
    let (one, two) = (World::demo(), World::demo());
    assert_eq!(one.traffic_stop().text(), two.traffic_stop().text());
    assert_eq!(one.bundle(), two.bundle());
    assert_eq!(one.mandate("clinic"), two.mandate("clinic"));
    let other = World::new(Seed::new([8; 32]), NOW);
    assert_ne!(one.traffic_stop().text(), other.traffic_stop().text());
    assert_ne!(one.bundle(), other.bundle());
}

/// Protected bytes, payload bytes, signature bytes of a tagged COSE_Sign1, as ciborium reads them.
fn sign1(value: &Value) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let (tag, array) = value.as_tag().unwrap();
    assert_eq!(tag, 18);
    let parts = array.as_array().unwrap();
    let bytes = |n: usize| parts[n].as_bytes().unwrap().clone();
    (bytes(0), bytes(2), bytes(3))
}

fn read(bytes: &[u8]) -> Value {
    ciborium::from_reader(bytes).unwrap()
}

fn entry(map: &Value, key: i64) -> Value {
    let found = map.as_map().unwrap().iter().find(|(k, _)| k.as_integer() == Some(key.into()));
    found.unwrap().1.clone()
}

/// Verifies with the key given as a COSE key, building the Sig_structure with ciborium.
fn verifies(value: &Value, cose_key: &Value) -> bool {
    let (protected, payload, signature) = sign1(value);
    let structure = ["Signature1".into(), Value::Bytes(protected), Value::Bytes(Vec::new()), Value::Bytes(payload)];
    let mut message = Vec::new();
    ciborium::into_writer(&Value::Array(structure.to_vec()), &mut message).unwrap();
    let bytes = |key| entry(cose_key, key).as_bytes().unwrap().clone();
    if entry(cose_key, 1) == Value::from(1) {
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes(-2).try_into().unwrap()).unwrap();
        let signature = ed25519_dalek::Signature::from_slice(&signature).unwrap();
        return key.verify_strict(&message, &signature).is_ok();
    }
    use p256::ecdsa::signature::Verifier;
    let point = [vec![4], bytes(-2), bytes(-3)].concat();
    let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).unwrap();
    key.verify(&message, &p256::ecdsa::Signature::from_slice(&signature).unwrap()).is_ok()
}

#[test]
fn a_showing_decodes_and_verifies_without_the_kit() {
    for alg in [Alg::Ed25519, Alg::P256] {
        let world = World::demo().with_holder(alg);
        let frame = world.traffic_stop().present().frame(Deflate::Never);
        let shown = read(&frame);
        let (protected, payload, _) = sign1(&shown);
        let token = entry(&read(&protected), 13);
        let claims = read(&sign1(&token).1);
        assert!(verifies(&shown, &entry(&entry(&claims, 8), 1)));
        assert!(verifies(&token, &read(&world.eid.key.key.cose_key().encode())));
        assert!(!verifies(&token, &read(&world.insurer.key.key.cose_key().encode())));

        let papers = entry(&claims, -65600);
        let readable: BTreeSet<(i128, i128)> = papers.as_map().unwrap().iter().flat_map(leaf_keys).collect();
        let scope = entry(&entry(&read(&payload), -65601), 2);
        let agreed: BTreeSet<(i128, i128)> = scope.as_map().unwrap().iter().flat_map(named).collect();
        assert_eq!(readable, agreed);
    }
}

fn number(value: &Value) -> i128 {
    value.as_integer().unwrap().into()
}

fn leaf_keys((kind, paper): &(Value, Value)) -> Vec<(i128, i128)> {
    let keys = paper.as_map().unwrap().iter().map(|(key, _)| (number(kind), number(key)));
    keys.filter(|(_, key)| *key != 0).collect()
}

fn named((kind, fields): &(Value, Value)) -> Vec<(i128, i128)> {
    fields.as_array().unwrap().iter().map(|field| (number(kind), number(field))).collect()
}
