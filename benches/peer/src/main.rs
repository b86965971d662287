//! A peer's full check of its own vector, divided by its bare signature check: measured as `benches/inspect.rs`
//! measures ours.
//!
//! `cargo bench -p doichieu --bench inspect` builds and runs it, one process of each in turn, and prints its row under
//! ours. It prints nothing without the third-party vectors, and says so as an error.

use claim169_core::Decoder;
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier};
use std::hint::black_box;
use std::path::PathBuf;

#[path = "../../support/depth.rs"]
mod depth;
#[path = "../../support/pairs.rs"]
mod pairs;

/// Its example with one Ed25519 signature.
const VECTOR: &str = "claim169/test-vectors/valid/ed25519-signed.json";

fn main() {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/vectors");
    let file = std::env::var_os("DOICHIEU_VECTORS").map_or_else(beside, PathBuf::from).join(VECTOR);
    let Ok(text) = std::fs::read_to_string(&file) else {
        eprintln!("SKIPPED: no {VECTOR} among third-party vectors; set DOICHIEU_VECTORS");
        return;
    };
    let vector: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let text_at = |pointer: &str| vector.pointer(pointer).and_then(serde_json::Value::as_str).expect("a text");
    let secret = hex(text_at("/signing_key/private_key_hex"));
    let (qr, key) = (text_at("/qr_data"), SigningKey::from_bytes(&secret));
    let public = key.verifying_key();
    // The bare check is of about as many bytes, its key parsed each time as the peer's builder parses it, by the same
    // version of the same crate and, as it does, not strictly.
    let message = vec![0x5a; qr.len() * 2 / 3];
    let signature: Signature = key.sign(&message);
    let decode = || {
        // The vector has its own time; the peer reads the machine's clock.
        let decoder = Decoder::new(qr).without_timestamp_validation().verify_with_ed25519(public.as_bytes());
        decoder.expect("a key").decode().expect("its own vector")
    };
    let parsed = pairs::measure(
        || drop(black_box(decode())),
        || {
            let key = ed25519_dalek::VerifyingKey::from_bytes(black_box(public.as_bytes())).expect("a key");
            key.verify(black_box(&message), &signature).expect("a good signature");
        },
    );
    let (ratio, own, bare) = (parsed.ratio, parsed.own, parsed.bare);
    println!("none\tclaim169-core, its own vector of one signature\t{}\t{ratio}\t{ratio}\t{own}\t{bare}", qr.len());
}

/// 32 bytes of hexadecimal.
fn hex(digits: &str) -> [u8; 32] {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).expect("ASCII"), 16).expect("hexadecimal");
    digits.as_bytes().chunks(2).map(byte).collect::<Vec<_>>().try_into().expect("32 bytes")
}
