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
mod sealed;
mod set_up;
mod status;
mod stop;
mod text;
pub mod time;
mod trust;
mod value;

pub use ask::{Ask, AskDraft, AskError, AskRefused, Asked, Challenge, Wants};
pub use bundle::{Bundle, Fingerprint, ListReadiness, Readiness, Roots};
pub use disclosure::{Answer, Disclosure, Ended, Hold, Shown};
pub use evidence::Verdict;
pub use finding::Finding;
pub use inspector::{Inspector, RecomputeError};
pub use memory::Memory;
pub use policy::{Allowance, RoleProfile};
pub use post::Post;
pub use report::{Assurance, Basis, Headline, Held, PaperReport, Proof, Report};
pub use rules::citation;
pub use scan::Scan;
pub use scene::{Seen, Vehicle, VehicleKind};
pub use sealed::Seed;
pub use set_up::SetUp;
pub use stop::{Stop, StopPaper, StopReport};
pub use value::{Date, Value};
