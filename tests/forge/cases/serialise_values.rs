//! With the feature `serde`, too, what is written out is what holds no values: a report, its findings, codes.

use doichieu::plain::UnsignedReading;
use doichieu::reason::Filling;
use doichieu::{ConsentProof, Date, Memory, Release, Report, Seed, Shown, Value};

fn serialise<T: serde::Serialize>() {}

fn main() {
    serialise::<Report>();
    serialise::<Value>();
    serialise::<Date>();
    serialise::<Release>();
    serialise::<Shown<'static>>();
    serialise::<UnsignedReading>();
    serialise::<Filling>();
    serialise::<Memory>();
    serialise::<Seed>();
    serialise::<ConsentProof>();
}
