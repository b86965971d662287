//! How far long work has come, on standard error: a bar and two numbers, nothing of what is worked on.

use indicatif::{ProgressBar, ProgressStyle};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether a program reads the answer: it asked for nothing else.
static QUIET: AtomicBool = AtomicBool::new(false);
/// Fits the narrowest terminal.
const FORM: &str = "{bar:20} {pos}/{len} {eta}";
/// Fewer are done before anybody wonders.
const FEW: usize = 3;

/// No bar from here on.
pub(crate) fn keep_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// A bar of so many steps; nothing at all where standard error is no terminal.
pub(crate) fn bar(of: usize) -> ProgressBar {
    if of < FEW || QUIET.load(Ordering::Relaxed) {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(of).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template(FORM) {
        bar.set_style(style);
    }
    bar
}
