//! One message of HPKE (RFC 9180), opened: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
//!
//! Own lines rather than a crate for every suite: this one is two dozen hashes in the standard's order over primitives
//! that others keep. X25519 is the Montgomery ladder for the base point too, so that no table of its multiples is
//! linked. The test kit seals with the crate `hpke`.

use alloc::vec::Vec;
use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use curve25519_dalek::constants::X25519_BASEPOINT;
use curve25519_dalek::montgomery::MontgomeryPoint;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Overwritten when it is dropped.
type Secret = Zeroizing<[u8; 32]>;

/// `"KEM" ‖ 0x0020` (§4.1).
const KEM: &[u8] = b"KEM\x00\x20";
/// `"HPKE" ‖ 0x0020 ‖ 0x0001 ‖ 0x0003` (§5.1).
const SUITE: &[u8] = b"HPKE\x00\x20\x00\x01\x00\x03";
const VERSION: &[u8] = b"HPKE-v1";
/// `mode_base` (§5).
const BASE: &[u8] = &[0];
/// Length of a nonce, Nn (§7.3).
const NONCE: usize = 12;
/// A block of SHA-256.
const BLOCK: usize = 64;
const NO_SALT: [u8; 32] = [0; 32];

/// DeriveKeyPair (§7.1.3): the private key and the public one.
pub(super) fn derive_key_pair(material: &[u8]) -> (Secret, [u8; 32]) {
    let seed = extract(&NO_SALT, KEM, b"dkp_prk", material);
    let private = expand(&seed, KEM, b"sk", &[], 32);
    let public = X25519_BASEPOINT.mul_clamped(*private).to_bytes();
    (private, public)
}

/// OpenBase (§6.1). `None`: not sealed to this key with this info and data, or altered; nobody can tell which.
pub(super) fn open(
    private: &Secret,
    public: &[u8; 32],
    encapsulated: &[u8; 32],
    info: &[u8],
    ciphertext: &[u8],
    aad: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let shared = decapsulate(private, public, encapsulated)?;
    let (key, nonce) = schedule(&shared, info);
    let mut text = Zeroizing::new(ciphertext.to_vec());
    let cipher = ChaCha20Poly1305::new((&*key).into());
    cipher.decrypt_in_place(nonce.first_chunk::<NONCE>()?.into(), aad, &mut *text).ok()?;
    Some(text)
}

/// Decap (§4.1). `None`: a key of small order, which gives everybody the same secret (§7.1.4).
fn decapsulate(private: &Secret, public: &[u8; 32], encapsulated: &[u8; 32]) -> Option<Secret> {
    let shared = Zeroizing::new(MontgomeryPoint(*encapsulated).mul_clamped(**private).to_bytes());
    // Every byte is looked at: how far the zeros go is a secret.
    if shared.iter().fold(0, |any, byte| any | byte) == 0 {
        return None;
    }
    let secret = extract(&NO_SALT, KEM, b"eae_prk", shared.as_slice());
    Some(expand(&secret, KEM, b"shared_secret", &[*encapsulated, *public].concat(), 32))
}

/// KeySchedule (§5.1) without a pre-shared key: the key and, at the front of the second, the nonce of the first
/// message.
fn schedule(shared: &Secret, info: &[u8]) -> (Secret, Secret) {
    let (of_key, of_info) =
        (extract(&NO_SALT, SUITE, b"psk_id_hash", &[]), extract(&NO_SALT, SUITE, b"info_hash", info));
    let context = [BASE, of_key.as_slice(), of_info.as_slice()].concat();
    let secret = extract(shared, SUITE, b"secret", &[]);
    let of = |label, length| expand(&secret, SUITE, label, &context, length);
    (of(b"key", 32), of(b"base_nonce", 12))
}

/// LabeledExtract (§4). No salt is a salt of zeros, for keys are filled up with them (RFC 2104 §2).
fn extract(salt: &[u8; 32], suite: &[u8], label: &[u8], material: &[u8]) -> Secret {
    mac(salt, &[VERSION, suite, label, material])
}

/// LabeledExpand (§4) of at most one block, of which the first `length` bytes count.
fn expand(secret: &Secret, suite: &[u8], label: &[u8], info: &[u8], length: u8) -> Secret {
    mac(secret, &[&[0, length], VERSION, suite, label, info, &[1]])
}

/// HMAC-SHA-256 of the parts one after the other.
fn mac(key: &[u8; 32], parts: &[&[u8]]) -> Secret {
    let mut block = Zeroizing::new([0; BLOCK]);
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    parts.iter().for_each(|part| mac.update(part));
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    /// With a key of small order both sides have a secret that everybody knows: such an answer is nobody's, however
    /// well it is sealed.
    #[test]
    fn an_answer_under_a_key_of_small_order_is_not_opened() {
        let (private, public) = derive_key_pair(&[7; 32]);
        let sealed = |encapsulated: &[u8; 32], shared: &[u8; 32]| {
            let secret = extract(&NO_SALT, KEM, b"eae_prk", shared);
            let secret = expand(&secret, KEM, b"shared_secret", &[*encapsulated, public].concat(), 32);
            let (key, nonce) = schedule(&secret, b"info");
            let mut text = b"papers".to_vec();
            let sealed = ChaCha20Poly1305::new((&*key).into()).encrypt_in_place(
                nonce.first_chunk::<NONCE>().unwrap().into(),
                b"",
                &mut text,
            );
            sealed.map(|()| text).unwrap()
        };
        let opened = |encapsulated: &[u8; 32], text: &[u8]| open(&private, &public, encapsulated, b"info", text, b"");
        // Sealed as it should be, it opens.
        let (theirs, good) = derive_key_pair(&[8; 32]);
        let shared = MontgomeryPoint(public).mul_clamped(*theirs).to_bytes();
        assert_eq!(opened(&good, &sealed(&good, &shared)).unwrap().as_slice(), b"papers");
        // u = 0 and u = 1, of orders 2 and 4.
        for u in [0, 1] {
            let mut small = [0; 32];
            small[0] = u;
            assert!(opened(&small, &sealed(&small, &[0; 32])).is_none(), "{u}");
        }
    }
}
