//! doichieu for C: a translation of the public face, without logic of its own. `doichieu.h` is written from this crate by
//! `ffi/c/header`; its head says who owns what.

#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks)]

#[path = "../../src/signature.rs"]
mod signature;

pub mod ask;
pub mod encounter;
pub mod error;
mod raw;
pub mod scan;
pub mod seen;
pub mod set_up;
pub mod vehicle;

pub use raw::{DOICHIEU_SHOWING, DoichieuBytes, DoichieuStore};

use core_api::time::UnixTime;
use error::{Failure, argument};

/// Seconds since 1970.
pub(crate) fn at(seconds: i64) -> Result<UnixTime, Failure> {
    let at = u64::try_from(seconds).ok().and_then(UnixTime::new);
    at.ok_or_else(|| argument("argument.time", "seconds since 1970, in reach of the engine"))
}

/// As C has it.
pub(crate) fn seconds(at: UnixTime) -> i64 {
    i64::try_from(at.seconds()).unwrap_or(i64::MAX)
}
