//! Offline inspection of the papers a citizen shows from the phone: proof, consent and judgement in one call, with no
//! clock, disk, network, randomness or global. `no_std`, no unsafe code.
//!
//! # The one call
//!
//! [`Inspector::inspect`] takes what was scanned, what is asked, the time, and what the device remembers. Lists and
//! post are in the inspector.
//!
//! ```
//! # use doichieu_kit::scene::World;
//! # let world = World::demo();
//! # let (anchor, file, mandate, text) = (world.anchor(), world.bundle(), world.mandate("traffic_police"), world.traffic_stop().text());
//! use doichieu::{Bundle, EncounterSeed, Inspector, Memory, Post, Proof, Roots, Scan, Verdict, field::Purpose, time::UnixTime};
//!
//! let at = UnixTime::new(1_795_000_000).ok_or("a time in seconds")?; // the host's clock
//! let mut memory = Memory::new(); // the one thing a host stores
//! let roots = Roots::dangerous_test(&anchor)?; // in earnest: Roots::from_bytes
//! let bundle = std::sync::Arc::new(Bundle::open(&file, &roots, at, &mut memory)?);
//! let post = Post::open(&mandate, &bundle)?;
//! let inspector = Inspector::new(bundle, post)?;
//! # let random = [1; 32];
//! let seed = EncounterSeed::new(random); // 32 bytes of the host's, new for each encounter
//! let ask = inspector.unprompted(Purpose::TRAFFIC_CONTROL, &seed)?;
//!
//! let mut report = inspector.inspect(Scan::qr(&text), &ask, at, &mut memory)?;
//! assert_eq!(report.verdict(), Verdict::Accept);
//! for paper in report.papers_mut() {
//!     assert!(matches!(paper.proof(), Proof::Proven(_)));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a verdict means
//!
//! Two questions, kept apart as [`reason::Axis`]. *Proof*: did a listed issuer sign this, for the key that shows it,
//! and did its holder agree to show it to us? *Standing*: what does the law make of the genuine paper at this time? A
//! verdict is the gravest [`Finding`]; one finding more never makes it better. Values exist only where proof and
//! consent held, inside a [`Release`], until it ends. `Err(Unreadable)` says nothing about anybody: scan again. What
//! could not be proven is not disproven, and what is not shown is not said to be missing.
//!
//! # What it does not check
//!
//! Not the person: the phone's key took part, whoever held the phone; every proven report says so
//! ([`Reason::HeldFaceNotCompared`](reason::Reason)). Not the present beyond the lists: each report carries their age.
//! Not whether the host tells the truth about the time above the floor that [`Memory`] keeps, or whether it looks at
//! the report at all. Not copies that an app made of values. SECURITY.md has the threats one by one.
//!
//! # The map
//!
//! By stage of proof; each stage takes only what the one before it made, and imports only go down.
//!
//! | modules | establish |
//! |---|---|
//! | `encounter` | showings of several phones, held against each other: [`Encounter`] |
//! | `needs` | what this vehicle or visit needs, shown or not: [`Need`]; what may be done when no code is shown: [`NothingShown`], [`NumberOnly`] |
//! | `inspector` | the procedure, top to bottom: docs/dc1.md §4; beside a shared store: [`Unsettled`] |
//! | `report` `evidence` `policy` `finding` | what was found, judged: [`Report`], [`Verdict`], [`RoleProfile`] |
//! | `release` `entry` | values, until they end: [`Release`]; each as an officer reads it: [`Entry`]; what was declared against them, without the values: [`Matches`] |
//! | [`plain`] | the unsigned codes on cards: read and compared, never verified |
//! | [`rules`] `consistency` `relation` | what the law makes of a genuine paper; papers of one person, of guardian and dependant: [`Related`] |
//! | `format` | the one door for wire formats: bytes to proofs, each format in a folder of its own |
//! | `found` | which of several codes in one picture is meant: [`Found`] |
//! | `showing` `consent` `holder` | one showing: by the bound key, agreed to, for us, now |
//! | `current` `status` | what status lists say, and how old their word is |
//! | `recognise` | what a chosen file looks like, to tell a mistake: [`FileKind`] |
//! | `question` | what may be asked of a licence, and the answers: [`Question`], [`Covers`] |
//! | `law` | one dated row of law, for rules, needs and lawful steps: [`Row`](rules::Row) |
//! | `post` `ask` `scene` | who asks for what, beside which vehicle: [`Post`], [`Ask`], [`Vehicle`]; the citizen's side of it: [`Asked`] |
//! | `document` | signed claims, read and typed |
//! | `bundle` `trust` `memory` | whose signatures count, and what a device must not forget: [`Roots`], [`Bundle`], [`Memory`]; what several share: [`Showing`] |
//! | `seal` `key` | envelopes over the bytes received; the one place that checks signatures |
//! | `sealed` | answers that only the one who asked can open: [`Seed`] |
//! | `frames` | animated codes to one frame: [`Frames`] |
//! | `scan` `base45` `inflate` `cbor` `input` | text and frames to bytes, within [limits](input): [`Scan`], [`Unreadable`](input::Unreadable) |
//! | `serialise` | `serde::Serialize` for what carries no value, with the feature `serde` |
//! | [`reason`] [`field`] | the two tables: every reason, every field |
//! | [`time`] `age` `value` `text` `plate` | days of Viet Nam's calendar, ages, values, names and plates compared: [`Age`], [`Match`] |
//!
//! The wire contract with its grammar is docs/dc1.md. Test vectors and demos are minted by `doichieu-kit`, written from
//! that page alone.
#![no_std]
extern crate alloc;

/// The README's own example, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// What is compiled of the page for whoever integrates.
#[cfg(doctest)]
#[doc = include_str!("../docs/integrate.md")]
pub struct Integrate;

#[cfg(test)]
extern crate std;

#[cfg(test)]
#[path = "../tests/support/third_party.rs"]
mod third_party;

mod age;
mod ask;
mod base45;
mod bundle;
mod cbor;
mod consent;
mod consistency;
mod current;
mod digest;
mod document;
mod encounter;
mod encounter_seed;
mod entry;
mod evidence;
pub mod field;
mod finding;
mod format;
mod found;
mod frames;
mod holder;
mod inflate;
pub mod input;
mod inspector;
mod json;
mod key;
mod language;
mod law;
mod memory;
mod needs;
pub mod plain;
mod plate;
mod policy;
mod post;
mod question;
pub mod reason;
mod recognise;
mod relation;
mod release;
mod report;
pub mod rules;
mod scan;
mod scene;
mod seal;
mod sealed;
#[cfg(feature = "serde")]
mod serialise;
mod set_up;
mod showing;
mod sorted;
mod status;
mod text;
pub mod time;
mod trust;
mod value;

pub use age::{Age, Decided, LeapDay};
pub use ask::{Ask, AskDraft, AskError, AskRefused, Asked, Challenge, Digits, Wants};
pub use bundle::{Bundle, Fingerprint, ListReadiness, Readiness, Roots};
pub use document::Vetting;
pub use encounter::{
    Encounter, EncounterPaper, EncounterRefused, EncounterReport, EncounterShowing, KEPT_FOR, NotAdded,
};
pub use encounter_seed::{EncounterSeed, Salt};
pub use entry::{Entry, SaidValue};
pub use evidence::{JUDGEMENT, Verdict};
pub use finding::Finding;
pub use found::{Found, pick};
pub use frames::{Frames, Progress, What};
pub use inspector::{Inspector, RecomputeError, Unsettled};
pub use language::{Language, Text};
pub use memory::{MEMORY_GAP, Memory, Showing, StoreAnswer};
pub use needs::{
    Allows, LawfulStep, Need, NeedState, Needs, NothingShown, NumberForm, NumberOnly, citation, citation_vi,
    needs_by_law, steps_by_law,
};
pub use plate::{Plate, Series};
pub use policy::{Allowance, LegalBasis, RoleProfile, SaidFinding};
pub use post::{MandateChange, MandateFields, Post};
pub use question::{Cover, Covers, LicenceClass, Question};
pub use recognise::{FileKind, recognise};
pub use relation::{Ground, Related, Relation};
pub use release::{Answer, Ended, HOLD_STEP, Hold, LONGEST_HOLD, Release, Shown};
pub use release::{Compared, DateMatch, Declared, MOST_COMPARISONS, Matches, NumberMatch};
pub use report::{
    Answered, Assurance, Basis, CLOCKS_APART, ClockDifference, ConsentProof, ConsentProofError, Headline, Held,
    PaperReport, PhoneClock, Proof, Report, SignedConsent,
};
pub use scan::{Scan, ScannedText};
pub use scene::{Gear, Measure, Seen, Towed, Vehicle, VehicleKind, VehicleMeasure};
pub use sealed::Seed;
pub use set_up::SetUp;
pub use text::Match;
pub use value::{Date, Value};
