//! A fixed number of inspections for `.ci/guard`, which counts the instructions of [`inspected`] and [`checked`] under
//! callgrind.
//!
//! Without arguments: the names of the showings. `guard <showing> whole|bare|strict <times>`: one of them, so many
//! times. The script takes the difference: what an inspection does besides its signature checks, whichever instructions
//! of the processor these use.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::unreachable,
    reason = "a bench takes arguments and prints, and stops where something is wrong"
)]

use doichieu::Scan;
use doichieu_kit::Alg;
use std::hint::black_box;

#[path = "support/bare.rs"]
mod bare;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/showings.rs"]
mod showings;

use bare::Strict;
use showings::Showing;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let showings = showings::all(Alg::Ed25519);
    let [name, what, times] = arguments.as_slice() else {
        return showings.iter().for_each(|showing| println!("{}", showing.name));
    };
    let showing = showings.iter().find(|showing| showing.name == name).expect("a showing");
    let run = match what.as_str() {
        "whole" => inspected,
        "bare" => |showing: &Showing| checked(showing, Strict::Core),
        _ => |showing: &Showing| checked(showing, Strict::Library),
    };
    (0..times.parse::<u32>().expect("a number")).for_each(|_| run(black_box(showing)));
}

/// One inspection, its report dropped.
#[inline(never)]
fn inspected(showing: &Showing) {
    drop(black_box(showing.desk.see(Scan::qr(&showing.text)).expect("a document")));
}

/// Its bare signature checks.
#[inline(never)]
fn checked(showing: &Showing, by: Strict) {
    showing.bare.check(by);
}
