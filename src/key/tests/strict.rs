//! What strictness means for Ed25519, shown with keys and signatures made for it: N25's mixed-order key and small-order
//! R.

#![expect(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use crate::key::{Alg, PublicKey, SMALL_ORDER, is_small_order, verify};
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use proptest::prelude::*;
use sha2::{Digest, Sha512};

/// `SHA-512(R ‖ A ‖ M)` modulo the group order (RFC 8032 §5.1.7).
fn challenge(r: &CompressedEdwardsY, key: &[u8; 32], message: &[u8]) -> Scalar {
    let hash = Sha512::new().chain_update(r.as_bytes()).chain_update(key).chain_update(message).finalize();
    Scalar::from_bytes_mod_order_wide(&hash.into())
}

fn signature(r: &CompressedEdwardsY, s: &Scalar) -> [u8; 64] {
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(r.as_bytes());
    bytes[32..].copy_from_slice(s.as_bytes());
    bytes
}

/// A key with a part of order 8 is taken, and the equation without cofactor decides: it holds for exactly the messages
/// whose challenge is a multiple of 8, so that every strict verifier gives one answer. Whoever made such a key only
/// hurts himself.
#[test]
fn a_mixed_order_key_gives_one_answer() {
    let (secret, nonce) = (Scalar::from(4_711_u64), Scalar::from(815_u64));
    let mixed = (EdwardsPoint::mul_base(&secret) + EIGHT_TORSION[1]).compress().to_bytes();
    let key = PublicKey::ed25519(&mixed).unwrap();
    let r = EdwardsPoint::mul_base(&nonce).compress();
    let (mut held, mut failed) = (0, 0);
    for message in 0_u8..64 {
        let challenge = challenge(&r, &mixed, &[message]);
        let signature = signature(&r, &(nonce + challenge * secret));
        let answer = verify(Alg::Ed25519, &key, &[message], &signature).is_ok();
        assert_eq!(answer, challenge.as_bytes()[0].is_multiple_of(8));
        if answer { held += 1 } else { failed += 1 }
    }
    assert!(held > 0 && failed > 0);
}

/// A signature with R of small order is refused, even where the equation holds.
#[test]
fn a_small_order_r_is_refused() {
    let secret = Scalar::from(4_711_u64);
    let public = EdwardsPoint::mul_base(&secret).compress().to_bytes();
    let key = PublicKey::ed25519(&public).unwrap();
    // The neutral element: s·B − k·A is it for s = k·a.
    let r = EIGHT_TORSION[0].compress();
    let signature = signature(&r, &(challenge(&r, &public, b"paper") * secret));
    let lenient = ed25519_dalek::VerifyingKey::from_bytes(&public).unwrap();
    use ed25519_dalek::Verifier;
    assert!(lenient.verify(b"paper", &ed25519_dalek::Signature::from_bytes(&signature)).is_ok(), "the equation holds");
    assert!(verify(Alg::Ed25519, &key, b"paper", &signature).is_err());
}

/// R of each small order, under a key of mixed order that makes the equation hold for it.
#[test]
fn no_r_of_small_order_is_taken() {
    use ed25519_dalek::Verifier;
    let secret = Scalar::from(4_711_u64);
    let mixed = (EdwardsPoint::mul_base(&secret) + EIGHT_TORSION[1]).compress().to_bytes();
    let (key, lenient) =
        (PublicKey::ed25519(&mixed).unwrap(), ed25519_dalek::VerifyingKey::from_bytes(&mixed).unwrap());
    for small in EIGHT_TORSION {
        let r = small.compress();
        let holds = (0_u16..).map(u16::to_be_bytes).find(|message| {
            let challenge = challenge(&r, &mixed, message);
            // s·B − k·(a·B + T) is −k·T for s = k·a.
            -(challenge * EIGHT_TORSION[1]) == small
        });
        let message = holds.unwrap();
        let signature = signature(&r, &(challenge(&r, &mixed, &message) * secret));
        let read = ed25519_dalek::Signature::from_bytes(&signature);
        assert!(lenient.verify(&message, &read).is_ok(), "the equation holds");
        assert!(lenient.verify_strict(&message, &read).is_err());
        assert!(verify(Alg::Ed25519, &key, &message, &signature).is_err());
    }
}

proptest! {
    /// The same answer as the library's strict one, for signatures that are good, changed in a bit, or have a strange R
    /// or s.
    #[test]
    fn the_answers_are_those_of_the_library(
        secret in 1_u64.., nonce in 1_u64.., torsion in 0_usize..8, strange in 0_usize..8, what in 0..6_u8, bit in 0_usize..512, message: [u8; 4],
    ) {
        let (secret, nonce) = (Scalar::from(secret), Scalar::from(nonce));
        let public = (EdwardsPoint::mul_base(&secret) + EIGHT_TORSION[torsion]).compress().to_bytes();
        let (key, library) = (PublicKey::ed25519(&public).unwrap(), ed25519_dalek::VerifyingKey::from_bytes(&public).unwrap());
        let r = match what {
            0 => EIGHT_TORSION[strange].compress(),
            1 => (EdwardsPoint::mul_base(&nonce) + EIGHT_TORSION[strange]).compress(),
            _ => EdwardsPoint::mul_base(&nonce).compress(),
        };
        let mut signature = signature(&r, &(nonce + challenge(&r, &public, &message) * secret));
        match what {
            // A second spelling of y below 19.
            2 => {
                signature[..32].fill(0xff);
                (signature[0], signature[31]) = (0xed + u8::try_from(bit % 19).unwrap(), 0x7f);
            }
            3 => signature[bit / 8] ^= 1 << (bit % 8),
            // s beyond the order: its upper bits set.
            4 => signature[63] |= 0xe0,
            _ => {}
        }
        let expected = library.verify_strict(&message, &ed25519_dalek::Signature::from_bytes(&signature));
        prop_assert_eq!(verify(Alg::Ed25519, &key, &message, &signature).is_ok(), expected.is_ok());
    }
}

/// Every key of small order, and every second spelling of one, is refused.
#[test]
fn no_key_of_small_order_and_no_second_spelling() {
    for point in EIGHT_TORSION {
        assert!(PublicKey::ed25519(&point.compress().to_bytes()).is_none());
    }
    // The table and the library agree, with either sign, on these and on others.
    let small = EIGHT_TORSION.map(|point| point.compress().to_bytes());
    let others = (0_u64..64).map(|n| EdwardsPoint::mul_base(&Scalar::from(n)).compress().to_bytes());
    for (mut bytes, sign) in small.into_iter().chain(others).flat_map(|bytes| [(bytes, 0), (bytes, 0x80)]) {
        bytes[31] ^= sign;
        let weak = ed25519_dalek::VerifyingKey::from_bytes(&bytes).map(|key| key.is_weak());
        assert_eq!(weak.ok(), Some(is_small_order(&bytes)), "{bytes:02x?}");
    }
    for y in SMALL_ORDER {
        assert!(small.iter().any(|point| point[..31] == y[..31]), "{y:02x?}");
    }
    // y = 2^255 − 19 + n is a second spelling of y = n, for the n below 19 that are on the curve.
    let mut second = 0;
    for n in 0_u8..19 {
        let mut bytes = [0xff; 32];
        bytes[0] = 0xed_u8.wrapping_add(n);
        bytes[31] = 0x7f;
        second += usize::from(ed25519_dalek::VerifyingKey::from_bytes(&bytes).is_ok());
        assert!(PublicKey::ed25519(&bytes).is_none(), "{n}");
    }
    assert!(second > 2, "none of them is on the curve");
}
