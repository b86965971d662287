//! A value is not text until somebody asks for its text.

use std::fmt::Display;

use doichieu::{Date, Release, PaperReport, Report, Shown, Value};

fn print<T: Display>() {}

fn main() {
    print::<Value>();
    print::<Date>();
    print::<Shown<'static>>();
    print::<Release>();
    print::<PaperReport>();
    print::<Report>();
}
