//! The suite against the standard's own numbers, and the padding at its edges.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{AnswerKey, PADDING, Seed, unpad};
use alloc::vec;
use alloc::vec::Vec;

fn hex(digits: &str) -> Vec<u8> {
    let digits = digits.as_bytes().chunks(2).map(|pair| core::str::from_utf8(pair).unwrap());
    digits.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// RFC 9180 appendix A.2.1 (base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305), sequence number 0.
mod rfc9180 {
    pub(super) const IKM_R: &str = "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df";
    pub(super) const PK_R: &str = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
    pub(super) const ENC: &str = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a";
    pub(super) const INFO: &str = "4f6465206f6e2061204772656369616e2055726e";
    pub(super) const AAD: &str = "436f756e742d30";
    pub(super) const PT: &str = "4265617574792069732074727574682c20747275746820626561757479";
    pub(super) const CT: &str =
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28";
}

#[test]
fn the_suite_is_that_of_rfc_9180_appendix_a_2() {
    let key = AnswerKey::derive(&hex(rfc9180::IKM_R));
    assert_eq!(key.public().as_slice(), hex(rfc9180::PK_R));
    let sealed = [hex(rfc9180::ENC), hex(rfc9180::CT)].concat();
    let (info, aad) = (hex(rfc9180::INFO), hex(rfc9180::AAD));
    assert_eq!(**key.open_padded(&sealed, &info, &aad).unwrap(), hex(rfc9180::PT));
    assert!(key.open_padded(&sealed, &info, &[]).is_none(), "other additional data");
    assert!(key.open_padded(&sealed, &aad, &aad).is_none(), "other info");
    assert!(AnswerKey::derive(&[7; 32]).open_padded(&sealed, &info, &aad).is_none(), "another key");
    for bit in 0..sealed.len() * 8 {
        let mut flipped = sealed.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        // The last bit of an X25519 key is no part of the point, but the standard binds the key as it was sent (§4.1).
        assert!(key.open_padded(&flipped, &info, &aad).is_none(), "bit {bit}");
    }
    for length in 0..sealed.len() {
        assert!(key.open_padded(&sealed[..length], &info, &aad).is_none(), "{length} bytes");
    }
    // A key of small order gives everybody the same secret (RFC 7748 §6.1).
    for small in [[0; 32], core::array::from_fn(|at| u8::from(at == 0))] {
        assert!(key.open_padded(&[small.to_vec(), hex(rfc9180::CT)].concat(), &info, &aad).is_none());
    }
}

#[test]
fn padding_has_one_form() {
    let padded = |length: u32, size: usize| {
        let mut bytes = length.to_be_bytes().to_vec();
        bytes.resize(size, 0);
        unpad(&bytes).map(|frame| frame.len())
    };
    assert_eq!(padded(0, PADDING), Some(0));
    assert_eq!(padded(252, PADDING), Some(252), "no zeros at all");
    assert_eq!(padded(253, PADDING), None, "beyond the end");
    assert_eq!(padded(253, 2 * PADDING), Some(253));
    assert_eq!(padded(252, 2 * PADDING), None, "a block too many");
    assert_eq!(padded(10, PADDING - 1), None, "not a whole block");
    assert_eq!(padded(u32::MAX, PADDING), None);
    let mut dirty = vec![0; PADDING];
    dirty[PADDING - 1] = 1;
    assert!(unpad(&dirty).is_none());
    assert!([0, 3, 4].iter().all(|length| unpad(&vec![0; *length]).is_none()));
}

#[test]
fn a_seed_gives_one_nonce_and_one_key_and_tells_neither() {
    let (one, two) = (Seed::new([1; 32]), Seed::new([2; 32]));
    assert_eq!(one.nonce(), Seed::new([1; 32]).nonce());
    assert_eq!(one.answer_key().public(), Seed::new([1; 32]).answer_key().public());
    assert_ne!(one.nonce(), two.nonce());
    assert_ne!(one.answer_key().public(), two.answer_key().public());
    assert_ne!(&one.nonce(), one.answer_key().public());
    assert_eq!(
        (alloc::format!("{one:?}"), alloc::format!("{:?}", one.answer_key())),
        ("Seed(..)".into(), "AnswerKey(..)".into())
    );
}
