//! One Ed25519 signature over 600 bytes, checked strictly, as the core checks it: what a build flag or a machine
//! changes in that.
//!
//! `cargo bench --bench ed25519`: microseconds a check; least, median and most of the rounds.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench measures time, prints it and ends by panicking"
)]

use ed25519_dalek::{Signer, SigningKey};
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 25;
const CHECKS: u32 = 500;

fn main() {
    let key = SigningKey::from_bytes(&[7; 32]);
    let message = [0x5a; 600];
    let (signature, key) = (key.sign(&message), key.verifying_key());
    let mut rounds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            for _ in 0..CHECKS {
                black_box(&key).verify_strict(black_box(&message), black_box(&signature)).unwrap();
            }
            begun.elapsed().as_secs_f64() * 1e6 / f64::from(CHECKS)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    let at = |place: usize| rounds.get(place).unwrap();
    println!(
        "| least | median | most |\n|---|---|---|\n| {:.1} | {:.1} | {:.1} |",
        at(0),
        at(ROUNDS / 2),
        at(ROUNDS - 1)
    );
}
