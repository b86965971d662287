//! doichieu
#![no_std]
extern crate alloc;

#[cfg(test)]
extern crate std;

#[cfg(test)]
#[path = "../tests/support/third_party.rs"]
mod third_party;

mod ask;
mod bundle;
mod cbor;
mod consent;
mod consistency;
mod current;
mod disclosure;
mod document;
mod evidence;
pub mod field;
mod finding;
mod format;
mod frames;
mod holder;
pub mod input;
mod inspector;
mod json;
mod key;
mod memory;
mod policy;
mod post;
mod presentation;
pub mod reason;
mod report;
mod rules;
mod scan;
mod scene;
mod seal;
mod set_up;
mod status;
mod text;
pub mod time;
mod trust;
mod value;

pub use ask::{Ask, AskError};
pub use bundle::{Bundle, Fingerprint, ListReadiness, Readiness, Roots};
pub use disclosure::{Answer, Disclosure, Ended, Hold, Shown};
pub use evidence::Verdict;
pub use finding::Finding;
pub use frames::{Frames, Progress, What};
pub use inspector::Inspector;
pub use memory::Memory;
pub use policy::{Allowance, RoleProfile};
pub use post::Post;
pub use report::{Assurance, Basis, Headline, Held, PaperReport, Proof, Report};
pub use rules::citation;
pub use scan::Scan;
pub use scene::{Seen, Vehicle, VehicleKind};
pub use set_up::SetUp;
pub use value::{Date, Value};
