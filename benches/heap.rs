//! How much heap a scan takes at its peak, whatever is scanned: every committed case, and bombs.
//!
//! `cargo bench -p doichieu --bench heap`: bytes as the allocator counts them, above what is held before the scan; the
//! report counts, bundle and memory do not.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench reads vectors and prints, and stops where something is wrong"
)]

use doichieu::Memory;
use doichieu_kit::scene::World;
use peak_alloc::PeakAlloc;
use std::hint::black_box;

#[path = "support/bombs.rs"]
mod bombs;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/vectors.rs"]
mod vectors;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// The most that any scan may take, in bytes.
const BAR: usize = 256 * 1024;
/// Rows printed.
const ROWS: usize = 5;

fn main() {
    let mut peaks = Vec::new();
    for case in vectors::all() {
        let mut memory: Memory = case.memory();
        let (peak, seen) = peak_of(|| case.see(&mut memory));
        let end = seen.map_or_else(|unreadable| unreadable.layer.name(), |report| report.verdict().name());
        let frame = case.frame().map_or(0, |frame| frame.len());
        peaks.push((peak, format!("{} ({end}, {} characters, frame of {frame} bytes)", case.id, case.characters())));
    }
    let desk = desk::Desk::new(&World::demo(), "traffic_police");
    for (name, bomb) in bombs::all() {
        let (peak, seen) = peak_of(|| desk.see(bomb.scan()));
        assert!(seen.is_err(), "{name} is no document");
        peaks.push((peak, name));
    }
    peaks.sort_by(|(a, _), (b, _)| b.cmp(a));
    println!("| peak KiB | scan |\n|---|---|");
    peaks.iter().take(ROWS).for_each(|(peak, name)| println!("| {} | {name} |", peak.div_ceil(1024)));
    let most = peaks.first().map_or(0, |(peak, _)| *peak);
    println!("\nbar: {} KiB; {}", BAR / 1024, if most <= BAR { "held" } else { "MISSED" });
}

/// The peak above what was held before, with what came of it.
fn peak_of<T>(run: impl FnOnce() -> T) -> (usize, T) {
    let held = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let seen = black_box(run());
    (HEAP.peak_usage().saturating_sub(held), seen)
}
