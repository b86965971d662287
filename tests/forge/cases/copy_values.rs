//! Nothing that holds a value can be cloned whole.

use doichieu::{Release, PaperReport, Report, Value};

fn clone<T: Clone>() {}

fn main() {
    clone::<Value>();
    clone::<Release>();
    clone::<PaperReport>();
    clone::<Report>();
}
