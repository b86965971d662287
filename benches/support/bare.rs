//! The signature checks of a showing and nothing else: what no verifier can do without.
//!
//! For each token: the issuer's signature by a key that is already a point (a bundle is opened once a shift), then the
//! holder's key from its bytes and the holder's signature. The Sig_structures are the very bytes that the core has to
//! build, here built beforehand.

use doichieu_kit::cose::{Sign1, Signed};
use doichieu_kit::scene::Scene;
use doichieu_kit::wallet::MemberDraft;
use doichieu_kit::{Item, SignKey};
use ed25519_dalek::VerifyingKey as Ed25519Key;
use p256::ecdsa::VerifyingKey as P256Key;
use p256::ecdsa::signature::Verifier;
use std::hint::black_box;

/// The bare checks of one showing.
pub(crate) struct Bare(Vec<Member>);

struct Member {
    issuer: Key,
    token: Message,
    holder: Encoded,
    binding: Message,
}

enum Key {
    Ed25519(Ed25519Key),
    P256(P256Key),
}

enum Encoded {
    Ed25519([u8; 32]),
    P256(Vec<u8>),
}

struct Message {
    signed: Vec<u8>,
    signature: [u8; 64],
}

impl Bare {
    /// Of a scene and the keys of its issuers, token by token.
    pub(crate) fn of(scene: &Scene, issuers: &[&SignKey]) -> Self {
        let bindings: Vec<_> = scene.draft().iter().map(MemberDraft::sign).collect();
        let members = scene.tokens.iter().zip(&bindings).zip(issuers);
        let member = |((token, binding), issuer): ((&doichieu_kit::issuer::Token, &Signed), &&SignKey)| Member {
            issuer: Encoded::of(issuer).key(),
            token: Message::of(&token.signed),
            holder: Encoded::of(&scene.wallet.key),
            binding: Message::of(binding),
        };
        Self(members.map(member).collect())
    }

    /// Checks them all.
    pub(crate) fn check(&self, by: Strict) {
        for member in &self.0 {
            black_box(&member.issuer).check(black_box(&member.token), by);
            black_box(&member.holder).key().check(black_box(&member.binding), by);
        }
    }
}

/// How an Ed25519 signature is held to be strict. Both give the same answers (`src/key/strict.rs`).
#[derive(Clone, Copy)]
pub(crate) enum Strict {
    /// By the library's `verify_strict`: what ratios are held against.
    Library,
    /// As the core does it, by the bytes of R and the library's `verify`: what is left of an inspection is its own
    /// work.
    Core,
}

impl Key {
    fn check(&self, message: &Message, by: Strict) {
        match self {
            Self::Ed25519(key) => {
                let signature = ed25519_dalek::Signature::from_bytes(&message.signature);
                let held = match by {
                    Strict::Library => key.verify_strict(&message.signed, &signature),
                    Strict::Core => key.verify(&message.signed, &signature),
                };
                held.expect("a good signature");
            }
            Self::P256(key) => {
                let signature = p256::ecdsa::Signature::from_slice(&message.signature).expect("a signature");
                key.verify(&message.signed, &signature).expect("a good signature");
            }
        }
    }
}

impl Encoded {
    fn of(key: &SignKey) -> Self {
        match key {
            SignKey::Ed25519(key) => Self::Ed25519(key.verifying_key().to_bytes()),
            SignKey::P256(key) => Self::P256(key.verifying_key().to_sec1_point(false).as_bytes().to_vec()),
            _ => unreachable!("a third algorithm"),
        }
    }

    fn key(&self) -> Key {
        match self {
            Self::Ed25519(bytes) => Key::Ed25519(Ed25519Key::from_bytes(bytes).expect("a key")),
            Self::P256(bytes) => Key::P256(P256Key::from_sec1_bytes(bytes).expect("a key")),
        }
    }
}

impl Message {
    fn of(signed: &Signed) -> Self {
        let bytes = |item: &Item| match item {
            Item::Bytes(bytes) => bytes.clone(),
            _ => unreachable!("the kit puts byte strings there"),
        };
        let structure = Sign1::of_bytes(bytes(&signed.protected), bytes(&signed.payload)).to_be_signed();
        let signature = bytes(&signed.signature).try_into().expect("64 bytes");
        Self { signed: structure, signature }
    }
}
