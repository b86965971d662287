//! What batches of one-time tokens cost a nation's lists: 100 million papers, k tokens of each, every token with a
//! status entry of its own.
//!
//! `cargo bench -p doichieu --bench batches` prints two tables. In the first the lists stand for good, as they do for
//! ordinary tokens: one paper in a hundred is not valid. In the second each generation of batches has lists of its own,
//! which hold only what changed since its tokens were issued, for what was not valid then got no token: one paper in
//! ten thousand. The tables are of the whole nation, nothing is scaled up; bytes as the allocator counts them.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench has a clock and prints, and stops where something is wrong"
)]

use doichieu::{Bundle, Memory, Roots, SetUp};
use doichieu_kit::late;
use doichieu_kit::nation::{Nation, Size};
use peak_alloc::PeakAlloc;
use std::hint::black_box;
use std::time::{Duration, Instant};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Times each thing is done; the median counts.
const ROUNDS: usize = 5;
/// Papers of the nation.
const PAPERS: usize = 100_000_000;
/// Entries of a list: as many as there may be (docs/dc1.md §1), so that few parts are listed.
const LONGEST: usize = 8 * (1 << 20);

fn main() {
    for (says, per_million) in
        [("standing lists, 1 % not valid", 10_000), ("lists of a generation, 0.01 % changed", 100)]
    {
        println!(
            "{says:<40}{:>7}{:>11}{:>11}{:>10}{:>10}{:>13}{:>10}",
            "lists", "file kB", "delta kB", "open ms", "delta ms", "resident KiB", "peak KiB"
        );
        for k in [1, 4, 16] {
            measure(k, per_million);
        }
    }
}

/// One row: k tokens of each paper.
fn measure(k: usize, per_million: u64) {
    let lists = (PAPERS * k).div_ceil(LONGEST);
    let nation = Nation::new(Size::nation().of(lists, (PAPERS * k).div_ceil(lists)).per_million(per_million));
    // One paper is withdrawn: its k entries stand in as many lists, for they are allotted without order.
    let (file, next) = (nation.file(), nation.after_changes(k).file());
    let delta = Bundle::delta_between(&file, &next).expect("two bundle files");
    drop(next);
    let roots = Roots::dangerous_test(&nation.anchor()).expect("the kit's anchor");
    drop(nation);
    let open = |file: &[u8]| Bundle::open(file, &roots, late(), &mut Memory::new());

    let held = HEAP.current_usage();
    HEAP.reset_peak_usage();
    let opened = open(&file);
    let (resident, peak) = (HEAP.current_usage().saturating_sub(held), HEAP.peak_usage().saturating_sub(held));
    let row = format!("k = {k:<36}{lists:>7}{:>11}{:>11}", file.len() / 1000, delta.len() / 1000);
    match opened {
        Err(refused) => println!("{row}  refused: {}", SetUp::code(refused)),
        Ok(bundle) => {
            let opening = median(|| drop(black_box(open(&file))));
            let applying = median(|| drop(black_box(bundle.apply(&delta, &roots, late(), &mut Memory::new()))));
            let [opening, applying] = [opening, applying].map(|time| time.as_secs_f64() * 1e3);
            println!("{row}{opening:>10.1}{applying:>10.2}{:>13}{:>10}", resident / 1024, peak / 1024);
        }
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
