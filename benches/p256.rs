//! One P-256 signature over 600 bytes, checked by the two backends of `src/key/esp256.rs` in turn, in one run.
//!
//! `cargo bench --features fast-p256 --bench p256`: microseconds a check; least, median and most of the rounds.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench measures time, prints it and ends by panicking"
)]

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use std::hint::black_box;
use std::time::Instant;

#[path = "../src/key/esp256/fast.rs"]
mod fast;
#[path = "../src/key/esp256/pure.rs"]
mod pure;

const ROUNDS: usize = 25;
const CHECKS: u32 = 200;

fn main() {
    let key = SigningKey::from_slice(&[7; 32]).unwrap();
    let message = [0x5a; 600];
    let signature: Signature = key.sign(&message);
    let (key, signature) = (VerifyingKey::from(&key), signature.to_bytes().into());
    let round = |holds: fn(&VerifyingKey, &[u8], &[u8; 64]) -> bool| {
        let begun = Instant::now();
        for _ in 0..CHECKS {
            assert!(holds(black_box(&key), black_box(&message), black_box(&signature)));
        }
        begun.elapsed().as_secs_f64() * 1e6 / f64::from(CHECKS)
    };
    let (pure, fast): (Vec<_>, Vec<_>) = (0..ROUNDS).map(|_| (round(pure::holds), round(fast::holds))).unzip();
    println!("| backend | least | median | most |\n|---|---|---|---|");
    for (name, mut rounds) in [("pure", pure), ("fast-p256", fast)] {
        rounds.sort_by(f64::total_cmp);
        let at = |place: usize| rounds.get(place).unwrap();
        println!("| {name} | {:.1} | {:.1} | {:.1} |", at(0), at(ROUNDS / 2), at(ROUNDS - 1));
    }
}
