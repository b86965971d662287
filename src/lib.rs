//! doichieu
#![no_std]
extern crate alloc;

#[cfg(test)]
extern crate std;

#[cfg(test)]
#[path = "../tests/support/third_party.rs"]
mod third_party;

mod cbor;
mod document;
pub mod field;
mod finding;
pub mod input;
mod key;
pub mod reason;
mod scan;
mod scene;
mod seal;
pub mod time;
mod value;

pub use finding::Finding;
pub use scan::Scan;
pub use scene::{Seen, Vehicle, VehicleKind};
pub use value::{Date, Value};
