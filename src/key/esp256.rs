//! ESP256: ECDSA on P-256 with SHA-256 and signatures of fixed length (RFC 9864 §2.1), by one of two backends.
//!
//! Without the feature `fast-p256`, and always in WebAssembly and on bare metal, that is the pure one. Which one it is
//! changes how long a check takes and nothing else: keys are parsed by the pure one either way, and `tests` holds the
//! two against each other.

use super::{SIGNATURE, SignatureFailed};
use p256::ecdsa::VerifyingKey;

#[cfg(all(feature = "fast-p256", not(any(target_family = "wasm", target_os = "none"))))]
mod fast;
#[cfg(any(test, not(feature = "fast-p256"), target_family = "wasm", target_os = "none"))]
mod pure;

/// Whether the signature holds; both its halves in range, a high `s` allowed.
pub(super) fn verify(key: &VerifyingKey, message: &[u8], signature: &[u8; SIGNATURE]) -> Result<(), SignatureFailed> {
    #[cfg(all(feature = "fast-p256", not(any(target_family = "wasm", target_os = "none"))))]
    let holds = fast::holds(key, message, signature);
    #[cfg(any(not(feature = "fast-p256"), target_family = "wasm", target_os = "none"))]
    let holds = pure::holds(key, message, signature);
    if holds { Ok(()) } else { Err(SignatureFailed) }
}

#[cfg(all(test, feature = "fast-p256", not(any(target_family = "wasm", target_os = "none"))))]
mod tests;
