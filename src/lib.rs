//! doichieu
#![no_std]
extern crate alloc;

#[cfg(test)]
extern crate std;

mod cbor;
mod consistency;
mod document;
pub mod field;
mod finding;
pub mod input;
pub mod reason;
mod rules;
mod scene;
mod text;
pub mod time;
mod value;

pub use finding::Finding;
pub use rules::citation;
pub use scene::{Seen, Vehicle, VehicleKind};
pub use value::{Date, Value};
