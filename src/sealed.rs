//! Sealed answers: HPKE base mode (RFC 9180) to the ephemeral key of one ask, opened only by who made it.
//!
//! A sealed answer proves nothing of who sealed it: anybody can seal to a public key. It keeps onlookers out, no more.

use crate::digest::{Digest32, sha256};
use crate::input::ENCAPSULATED;
use alloc::vec::Vec;
use zeroize::{Zeroize, Zeroizing};

mod hpke;

/// Answers are padded to a multiple of this, so that their length says little (docs/dc1.md §8).
const PADDING: usize = 256;

/// 32 bytes of the host's randomness, one per ask. The core has no randomness of its own.
///
/// Whoever has it can open the answer to that ask: keep it as long as the ask is open and no longer.
#[derive(Clone)]
pub struct Seed([u8; 32]);

impl Seed {
    /// From 32 bytes of a cryptographic random generator. Never reuse one: two asks from one seed have one nonce.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A secret of its own for one use.
    fn expand(&self, label: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut input = Zeroizing::new(Vec::with_capacity(64));
        input.extend_from_slice(label);
        input.extend_from_slice(&self.0);
        Zeroizing::new(sha256(&input))
    }

    /// The nonce of the ask.
    pub(crate) fn nonce(&self) -> [u8; 32] {
        *self.expand(b"dc1 ask nonce")
    }

    /// The key pair that answers are sealed to.
    pub(crate) fn answer_key(&self) -> AnswerKey {
        AnswerKey::derive(&*self.expand(b"dc1 ask key"))
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl core::fmt::Debug for Seed {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Seed(..)")
    }
}

/// The ephemeral key pair of one ask.
#[derive(Clone)]
pub(crate) struct AnswerKey {
    private: Zeroizing<[u8; 32]>,
    public: [u8; 32],
}

impl AnswerKey {
    /// DeriveKeyPair of RFC 9180 §7.1.3.
    fn derive(material: &[u8]) -> Self {
        let (private, public) = hpke::derive_key_pair(material);
        Self { private, public }
    }

    pub(crate) const fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// Opens `enc ‖ ciphertext` and takes the padding off. `None`: not sealed to this key for this ask, or altered;
    /// nobody can tell which.
    pub(crate) fn open(&self, sealed: &[u8], ask: &Digest32) -> Option<Zeroizing<Vec<u8>>> {
        unpad(&self.open_padded(sealed, ask, &[])?)
    }

    /// One message of RFC 9180 §6.1, base mode.
    fn open_padded(&self, sealed: &[u8], info: &[u8], aad: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, ciphertext) = sealed.split_first_chunk::<ENCAPSULATED>()?;
        hpke::open(&self.private, &self.public, encapsulated, info, ciphertext, aad)
    }
}

impl core::fmt::Debug for AnswerKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("AnswerKey(..)")
    }
}

/// `length (4 bytes, big-endian) ‖ frame ‖ zeros` up to a multiple of [`PADDING`]; anything else is refused, so that
/// padding carries nothing.
fn unpad(padded: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (length, rest) = padded.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (frame, zeros) = rest.split_at_checked(length)?;
    let tight = padded.len().is_multiple_of(PADDING) && zeros.len() < PADDING && zeros.iter().all(|byte| *byte == 0);
    tight.then(|| Zeroizing::new(frame.to_vec()))
}

#[cfg(test)]
mod tests;
