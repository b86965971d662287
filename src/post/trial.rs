//! A key tried before it is kept: is it the key of this post?

use super::Post;
use crate::key;
use alloc::vec::Vec;

/// Before the post's digest and its mandate's id. What is signed for an ask begins with the head of an array
/// (RFC 9052 §4.4), so that this is never one.
const TRIAL: &str = "dc1 key trial";

impl Post {
    /// What a key signs to be tried: always the same for one mandate, and of no other use. It is no ask, and no part of
    /// one.
    #[must_use]
    pub fn trial_to_be_signed(&self) -> Vec<u8> {
        [TRIAL.as_bytes(), &self.digest, &self.id].concat()
    }

    /// Whether a signature over [`Post::trial_to_be_signed`] is by the key that this post's mandate names: Ed25519, or
    /// ECDSA P-256 with SHA-256 as 64 bytes r ‖ s. `signature` is untrusted. It proves that whoever made it has the
    /// key, at whatever time: a signature that was kept can be shown again.
    #[must_use]
    pub fn is_key_of(&self, signature: &[u8]) -> bool {
        let Ok(signature) = signature.try_into() else { return false };
        key::verify(self.key.alg(), &self.key, &self.trial_to_be_signed(), signature).is_ok()
    }
}
