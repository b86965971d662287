//! Nothing that holds a value can be cloned whole.

use doichieu::{Disclosure, PaperReport, Report, Value};

fn clone<T: Clone>() {}

fn main() {
    clone::<Value>();
    clone::<Disclosure>();
    clone::<PaperReport>();
    clone::<Report>();
}
