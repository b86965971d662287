//! Two pieces of work measured against each other: small batches in turn, so that what else the machine does falls on
//! both, and each pair at another depth of the stack (`depth.rs`).

use super::depth::{DEPTHS, deeper};
use std::time::{Duration, Instant};

/// Pairs of batches; the median counts.
const PAIRS: usize = 301;
/// Runs in a batch.
const BATCH: u32 = 5;

/// The medians over all pairs.
pub(crate) struct Pair {
    /// The whole ÷ its bare part.
    pub(crate) ratio: f64,
    /// What the whole does besides, in microseconds.
    pub(crate) own: f64,
    /// The bare part, in microseconds.
    pub(crate) bare: f64,
}

/// Measures the whole and its bare part, the first of a pair being the other each time.
pub(crate) fn measure(mut whole: impl FnMut(), mut bare: impl FnMut()) -> Pair {
    let pairs: Vec<_> = (0..PAIRS)
        .map(|round| {
            let depth = round % DEPTHS;
            let first = (round % 2 == 0).then(|| deeper(depth, &mut || batch(&mut whole)));
            let part = deeper(depth, &mut || batch(&mut bare));
            (first.unwrap_or_else(|| deeper(depth, &mut || batch(&mut whole))), part)
        })
        .collect();
    let median_of = |of: &dyn Fn(&(f64, f64)) -> f64| median(pairs.iter().map(of).collect());
    Pair {
        ratio: median_of(&|(whole, bare)| whole / bare),
        own: median_of(&|(whole, bare)| whole - bare),
        bare: median_of(&|(_, bare)| *bare),
    }
}

/// Microseconds a run.
fn batch(run: &mut impl FnMut()) -> f64 {
    let begun = Instant::now();
    (0..BATCH).for_each(|_| run());
    Duration::as_secs_f64(&begun.elapsed()) * 1e6 / f64::from(BATCH)
}

/// The middle one.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().expect("something was measured")
}
