//! `doichieu` for JavaScript: a translation of the public face of the core, with the same nouns and without logic of
//! its own.
//!
//! Every outcome is a value; what is thrown is a fault of set-up or of the caller, typed and with a code. This layer
//! reads the host's clock where no `at` is passed, and hands it to the core, which has none. The types that a developer
//! reads are `npm/index.d.ts`.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

#[cfg(target_family = "wasm")]
mod alone;
mod ask;
mod asked;
mod bundle;
mod clock;
mod consent_proof;
mod encounter;
mod encounter_seed;
mod frames;
mod inspector;
mod matches;
mod memory;
mod names;
mod object;
mod plain;
mod post;
mod release;
mod report;
mod roots;
mod scan;
mod shared;
mod texts;
mod thrown;
mod unchecked;
mod value;

pub use ask::{Ask, AskDraft, Challenge};
pub use asked::AskedDoor;
pub use bundle::Bundle;
pub use consent_proof::ConsentProofDoor;
pub use encounter::Encounter;
pub use encounter_seed::EncounterSeed;
pub use frames::Frames;
pub use inspector::Inspector;
pub use memory::Memory;
pub use plain::{UnsignedReading, plain_kind, read_plain, what_altered};
pub use post::Post;
pub use release::{Release, Shown};
pub use report::Report;
pub use roots::Roots;
pub use scan::{Scan, pick, scanned_text};
pub use shared::{Unsettled, read_showing};
pub use texts::{
    citation, citation_vi, field_text, kind_text, kinds, questions, reason_text, recognise, set_up_text, vehicle_kinds,
    vehicle_measures,
};
