//! The signature checks of a showing and nothing else, in the same module as the engine: what no verifier can do
//! without.
//!
//! As benches/support/bare.rs does natively: the issuer's key is a point already, the holder's is read from its bytes
//! each time.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

use alloc::vec::Vec;
use core::hint::black_box;
use doichieu_wasm as _;
use ed25519_dalek::VerifyingKey as Ed25519Key;
use p256::ecdsa::VerifyingKey as P256Key;
use p256::ecdsa::signature::Verifier;
use wasm_bindgen::prelude::wasm_bindgen;

/// The bare checks of one showing.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Bare(Vec<(Key, Vec<u8>, Vec<u8>)>);

#[derive(Debug)]
enum Key {
    Point(Point),
    Bytes(Vec<u8>),
}

#[derive(Debug)]
enum Point {
    Ed25519(Ed25519Key),
    P256(P256Key),
}

#[wasm_bindgen]
impl Bare {
    /// No checks yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a check by a key that is read once: an issuer's. `false`: no key.
    pub fn by_issuer(&mut self, key: &[u8], message: &[u8], signature: &[u8]) -> bool {
        let point = Point::read(key);
        let known = point.is_some();
        self.0.extend(point.map(|point| (Key::Point(point), message.to_vec(), signature.to_vec())));
        known
    }

    /// Adds a check by a key that is read each time: a holder's.
    pub fn by_holder(&mut self, key: &[u8], message: &[u8], signature: &[u8]) {
        self.0.push((Key::Bytes(key.to_vec()), message.to_vec(), signature.to_vec()));
    }

    /// Checks them all.
    #[must_use]
    pub fn check(&self) -> bool {
        self.0.iter().all(|(key, message, signature)| match black_box(key) {
            Key::Point(point) => point.check(message, signature),
            Key::Bytes(bytes) => Point::read(bytes).is_some_and(|point| point.check(message, signature)),
        })
    }
}

impl Point {
    /// 32 bytes of Ed25519, or an uncompressed point of P-256.
    fn read(key: &[u8]) -> Option<Self> {
        match <[u8; 32]>::try_from(key) {
            Ok(key) => Ed25519Key::from_bytes(&key).ok().map(Self::Ed25519),
            Err(_) => P256Key::from_sec1_bytes(key).ok().map(Self::P256),
        }
    }

    fn check(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok()),
            Self::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
        }
    }
}
