//! doichieu for Kotlin and Swift: the nouns and the one call of the Rust crate, translated by UniFFI and without logic of
//! their own.
//!
//! Every outcome about a citizen is a value; thrown is [`DoichieuError`] alone, for set-up, asks, encounters and what the
//! caller passed. Time is always an argument. Bytes and texts that come from outside are untrusted in every respect.

/// What holds a value prints none of it, in Rust and in the host's own `toString`.
macro_rules! closed {
    ($($of:ident)*) => { $(
        impl core::fmt::Debug for $of {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($of), "(..)"))
            }
        }

        impl core::fmt::Display for $of {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(self, f)
            }
        }
    )* };
}
pub(crate) use closed;

mod ask;
mod asked;
mod encounter;
mod error;
mod finding;
mod inspector;
mod keeper;
mod names;
mod release;
mod report;
mod scan;
mod set_up;
mod shared;
mod signature;
mod slot;
mod time;
mod vehicle;

pub use ask::{Ask, AskDraft, Challenge, EncounterSeed, Only, PostSigner, Wants};
pub use asked::{AskOpened, FieldsAsked, GenuineAsk, open_ask};
pub use encounter::{Encounter, EncounterPaper, EncounterReport, EncounterShowing, Need, Scene};
pub use error::{DoichieuError, HostError};
pub use finding::{Finding, Gravity, Headline, Step, Text, Verdict};
pub use inspector::{Inspector, NothingShown, NumberOnly};
pub use keeper::{Keeper, MemoryStore};
pub use names::{Kind, Purpose};
pub use release::{Answer, Compared, Declared, Display, Entry, Look, Matched, Release, Shown, Value};
pub use report::{Covers, Paper, PaperFacts, Report, Seen};
pub use scan::{Frames, Named, Picked, Progress, Scan, citation, pick, questions, scanned_text, vehicle_kinds};
pub use set_up::{Bundle, Memory, Post, Readiness, Role, Roots, delta_between, merge_files};
pub use shared::{SeenStore, StoreAnswer};
pub use vehicle::{Measure, Towed, Vehicle};

uniffi::setup_scaffolding!("doichieu");
