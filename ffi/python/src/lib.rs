//! doichieu for Python: the nouns and the one call of the Rust crate, and no logic of their own. What each is stands in
//! `python/doichieu/_native.pyi`, which editors and type checkers read.

// The same two in every binding: where a report is, and signatures as keystores write them.
#[path = "../../src/signature.rs"]
mod signature;
#[path = "../../src/slot.rs"]
mod slot;

mod ask;
mod asked;
mod batch;
mod encounter;
mod error;
mod finding;
mod inspector;
mod names;
mod plain;
mod release;
mod report;
mod scan;
mod set_up;
mod shared;
mod time;
mod vehicle;

use pyo3::prelude::*;

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    set_up::register(module)?;
    ask::register(module)?;
    asked::register(module)?;
    scan::register(module)?;
    inspector::register(module)?;
    finding::register(module)?;
    report::register(module)?;
    release::register(module)?;
    encounter::register(module)?;
    plain::register(module)?;
    vehicle::register(module)?;
    batch::register(module)
}
