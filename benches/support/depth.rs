//! Work at many depths of the stack.
//!
//! Where in its page the stack begins is drawn anew for every process. With one and the same program it made the bare
//! signature checks take 73 or 95 µs, and the whole around them, which lie elsewhere, 85 or 108: ratios of 0.95 to
//! 1.49. What is taken over a page of depths is of the program and not of the draw.

use std::hint::black_box;

/// Depths, in steps of [`STEP`] bytes and a little: more than a page.
pub(crate) const DEPTHS: usize = 61;
const STEP: usize = 112;

/// Runs something so many steps further down the stack.
#[inline(never)]
pub(crate) fn deeper(steps: usize, run: &mut dyn FnMut() -> f64) -> f64 {
    let room = black_box([0_u8; STEP]);
    let micros = if steps == 0 { run() } else { deeper(steps - 1, run) };
    black_box(&room);
    micros
}
