//! The native backend: AWS-LC, written in C and assembler and built by the C compiler of the machine.
//!
//! The key is handed over in each call. Parsing it again takes about 1 µs, and nothing of the backend has to be kept,
//! compared or shown.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use p256::ecdsa::VerifyingKey;

/// Whether the signature holds.
pub(super) fn holds(key: &VerifyingKey, message: &[u8], signature: &[u8; 64]) -> bool {
    let point = key.to_sec1_point(false);
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point.as_bytes()).verify(message, signature).is_ok()
}
