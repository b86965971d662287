//! Laws that hold whatever arrives: a changed scan gives nothing new, age is all that can be tolerated, less asked is
//! less shown, no period is stretched, and the same inputs give the same bytes.
//!
//! Each law is stated as exactly as it is true. Where the plain sentence is too simple, the doc comment of its test
//! says what it leaves out and why. Cases are counted so that the whole file takes some tens of seconds unoptimised;
//! `fuzz/` asks the same without an end.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

#[path = "laws/answers.rs"]
mod answers;
#[path = "laws/changed.rs"]
mod changed;
#[path = "laws/coarse.rs"]
mod coarse;
#[path = "laws/files.rs"]
mod files;
#[path = "laws/less.rs"]
mod less;
#[path = "laws/memories.rs"]
mod memories;
#[path = "laws/periods.rs"]
mod periods;
#[path = "laws/released.rs"]
mod released;
#[path = "laws/same.rs"]
mod same;
#[path = "laws/stage.rs"]
mod stage;
#[path = "laws/told.rs"]
mod told;
#[path = "laws/tolerances.rs"]
mod tolerances;
