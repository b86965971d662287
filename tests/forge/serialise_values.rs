//! The only thing that is written out is the report's own JSON, which holds no values.

use doichieu::{Date, Release, PaperReport, Report, Value};

fn serialise<T: serde::Serialize>() {}

fn main() {
    serialise::<Value>();
    serialise::<Date>();
    serialise::<Release>();
    serialise::<PaperReport>();
    serialise::<Report>();
}
