//! The two backends give one answer: for what holds, for what was changed, and at the edges of the ranges.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

use super::{fast, pure};
use crate::key::PublicKey;
use alloc::vec;
use alloc::vec::Vec;
use p256::Scalar;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use proptest::prelude::*;

/// n, the order of the group (SEC 2 §2.4.2).
const ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7,
    0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

/// Numbers around the ends of the range of r and s.
fn edges() -> Vec<[u8; 32]> {
    let with_last = |mut number: [u8; 32], last: u8| {
        number[31] = last;
        number
    };
    let half: [u8; 32] = core::array::from_fn(|at| {
        let carried = at.checked_sub(1).map_or(0, |before| ORDER[before] & 1);
        ORDER[at] >> 1 | carried << 7
    });
    let zero = [0; 32];
    let near_order = [0x50, 0x51, 0x52].map(|last| with_last(ORDER, last));
    let near_half = [half[31], half[31].wrapping_add(1)].map(|last| with_last(half, last));
    [vec![zero, with_last(zero, 1), with_last(zero, 2), [0xff; 32]], near_order.to_vec(), near_half.to_vec()].concat()
}

fn signed(secret: &[u8; 32], message: &[u8]) -> Option<(VerifyingKey, [u8; 64])> {
    let key = SigningKey::from_slice(secret).ok()?;
    let signature: Signature = key.sign(message);
    Some((VerifyingKey::from(&key), signature.to_bytes().into()))
}

/// The same signature with n − s for s.
fn twin(signature: &[u8; 64]) -> [u8; 64] {
    let signature = Signature::from_slice(signature).unwrap();
    let s: Scalar = *signature.s();
    Signature::from_scalars(signature.r().to_bytes(), (-s).to_bytes()).unwrap().to_bytes().into()
}

fn both(key: &VerifyingKey, message: &[u8], signature: &[u8; 64]) -> bool {
    let (pure, fast) = (pure::holds(key, message, signature), fast::holds(key, message, signature));
    assert_eq!(pure, fast, "{signature:02x?}");
    pure
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_signature_and_its_twin_hold_in_both(secret: [u8; 32], message: Vec<u8>) {
        let Some((key, signature)) = signed(&secret, &message) else { return Ok(()) };
        prop_assert!(both(&key, &message, &signature));
        prop_assert!(both(&key, &message, &twin(&signature)));
    }

    #[test]
    fn a_changed_bit_breaks_both(secret: [u8; 32], message in proptest::collection::vec(any::<u8>(), 1..80), bit in 0..512_usize) {
        let Some((key, signature)) = signed(&secret, &message) else { return Ok(()) };
        let mut changed = signature;
        changed[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!both(&key, &message, &changed));
        let mut other = message.clone();
        other[bit % message.len()] ^= 1;
        prop_assert!(!both(&key, &other, &signature));
        let Some((stranger, _)) = signed(&other.repeat(32)[..32].try_into().unwrap(), &[]) else { return Ok(()) };
        prop_assert!(!both(&stranger, &message, &signature));
    }

    #[test]
    fn garbage_gets_one_answer(secret: [u8; 32], message: Vec<u8>, first: [u8; 32], second: [u8; 32]) {
        let Some((key, _)) = signed(&secret, &message) else { return Ok(()) };
        both(&key, &message, &[first, second].concat().try_into().unwrap());
    }

    #[test]
    fn the_edges_get_one_answer(secret: [u8; 32], message: Vec<u8>) {
        let Some((key, signature)) = signed(&secret, &message) else { return Ok(()) };
        let (r, s) = signature.split_at(32);
        for edge in edges() {
            prop_assert!(!both(&key, &message, &[r, &edge].concat().try_into().unwrap()));
            prop_assert!(!both(&key, &message, &[&edge, s].concat().try_into().unwrap()));
            for other in edges() {
                both(&key, &message, &[edge, other].concat().try_into().unwrap());
            }
        }
    }

    #[test]
    fn a_key_off_the_curve_reaches_neither(secret: [u8; 32], bit in 0..512_usize) {
        let Some((key, _)) = signed(&secret, &[]) else { return Ok(()) };
        let read = |point: &[u8]| PublicKey::p256(&point[..32].try_into().unwrap(), &point[32..].try_into().unwrap());
        let mut point = key.to_sec1_point(false).as_bytes()[1..].to_vec();
        prop_assert!(read(&point).is_some());
        point[bit / 8] ^= 1 << (bit % 8);
        prop_assert!(read(&point).is_none());
    }
}

#[test]
fn the_edges_are_where_they_should_be() {
    let inside = |number: &[u8; 32]| Signature::from_scalars(*number, *number).is_ok();
    let answers: Vec<bool> = edges().iter().map(inside).collect();
    assert_eq!(answers, [false, true, true, false, true, false, false, true, true]);
}
