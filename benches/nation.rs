//! Lists for a nation: what a bundle of 100 lists of a million entries costs to open, to hold, to ask and to bring up
//! to date.
//!
//! `cargo bench -p doichieu --bench nation` prints one table: medians, and bytes as the allocator counts them. The
//! file's own bytes are not among the resident ones: nothing of it is kept.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench has a clock and prints, and stops where something is wrong"
)]

use doichieu::{Bundle, Memory, Roots};
use doichieu_kit::late;
use doichieu_kit::nation::{Nation, Size};
use peak_alloc::PeakAlloc;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Times each thing is done; the median counts.
const ROUNDS: usize = 15;
/// Look-ups in one round.
const LOOK_UPS: u64 = 1_000_000;

/// One line of the table.
struct Row {
    file: usize,
    delta: usize,
    open: Duration,
    apply: Duration,
    look_up: u128,
    status: usize,
    resident: usize,
    peak: usize,
}

fn main() {
    println!(
        "{:<28}{:>11}{:>11}{:>11}{:>11}{:>11}{:>13}{:>13}{:>13}",
        "100 lists of 1 M entries",
        "file kB",
        "delta kB",
        "open ms",
        "delta ms",
        "look-up ns",
        "status KiB",
        "resident KiB",
        "peak KiB"
    );
    for (bits, percent) in [(2, 1), (2, 5), (8, 1), (8, 5)] {
        let row = measure(Size::nation().bits(bits).per_million(percent * 10_000));
        let share = format!("{bits} bits, {percent} % not valid");
        println!(
            "{share:<28}{:>11}{:>11}{:>11.1}{:>11.2}{:>11}{:>13}{:>13}{:>13}",
            row.file / 1000,
            row.delta / 1000,
            row.open.as_secs_f64() * 1e3,
            row.apply.as_secs_f64() * 1e3,
            row.look_up,
            row.status / 1024,
            row.resident / 1024,
            row.peak / 1024
        );
    }
}

fn measure(size: Size) -> Row {
    let nation = Nation::new(size);
    let (file, next) = (nation.file(), nation.after_one_change().file());
    let delta = Bundle::delta_between(&file, &next).expect("two bundle files");
    let roots = Roots::dangerous_test(&nation.anchor()).expect("the kit's anchor");
    let open = |file: &[u8]| Bundle::open(file, &roots, late(), &mut Memory::new()).expect("the kit's bundle");
    drop(nation);

    let held = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let bundle = open(&file);
    let (resident, peak) = (HEAP.current_usage().saturating_sub(held), HEAP.peak_usage().saturating_sub(held));
    let status = bundle.status_bytes();
    let open = median(|| drop(black_box(open(&file))));
    let apply = median(|| {
        drop(black_box(bundle.apply(&delta, &roots, late(), &mut Memory::new()).expect("the delta of this base")))
    });
    let look_up = median(|| look_up_all(&bundle)).as_nanos() / u128::from(LOOK_UPS);
    Row { file: file.len(), delta: delta.len(), open, apply, look_up, status, resident, peak }
}

/// Entries here and there, in one list after the other.
fn look_up_all(bundle: &Bundle) {
    let lists: Vec<_> = (0..100).map(|number| format!("https://lists.example/s/{number}")).collect();
    let issuers = ["north.example", "south.example"].into_iter().cycle();
    let asked = lists.iter().zip(issuers).cycle();
    let indices = (0..LOOK_UPS).map(|nth| nth.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 1_000_000);
    for (index, (uri, issuer)) in indices.zip(asked) {
        assert!(black_box(bundle.status_entry(issuer, uri, index)).is_some(), "every entry is in its list");
    }
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}
