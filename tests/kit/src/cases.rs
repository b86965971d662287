//! Cases that any verifier can be held against: inputs, and what must come of them. Each is data, minted here and
//! written to `tests/vectors/` by `tests/vectors.rs`, so that other languages run the same files.

use crate::scene::{Scene, World};

mod forge;

pub mod age;
pub mod asked;
pub mod attack;
pub mod binding;
pub mod bundle;
pub mod cbor;
pub mod challenge;
pub mod claim169;
pub mod consent;
pub mod cose;
pub mod encounter;
pub mod frames;
pub mod licence;
pub mod papers;
pub mod people;
pub mod post_digits;
pub mod question;
pub mod redaction;
pub mod replay;
pub mod roles;
pub mod sdcwt;
pub mod signature;
pub mod status;
pub mod time;
pub mod transport;
pub mod vehicle;

/// All cases by group: the name of a file in `tests/vectors/`, and what stands in it.
#[must_use]
pub fn groups() -> Vec<(&'static str, Vec<Case>)> {
    vec![
        ("transport", transport::cases()),
        ("cbor", cbor::cases()),
        ("cose", cose::cases()),
        ("signature", signature::cases()),
        ("time", time::cases()),
        ("age", age::cases()),
        ("sdcwt", sdcwt::cases()),
        ("redaction", redaction::cases()),
        ("binding", binding::cases()),
        ("attack", attack::cases()),
        ("consent", consent::cases()),
        ("status", status::cases()),
        ("bundle", bundle::cases()),
        ("papers", papers::cases()),
        ("licence", licence::cases()),
        ("question", question::cases()),
        ("people", people::cases()),
        ("replay", replay::cases()),
        ("encounter", encounter::cases()),
        ("post_digits", post_digits::cases()),
        ("roles", roles::cases()),
        ("vehicle", vehicle::cases()),
        ("live/frames", frames::cases()),
        ("live/challenge", challenge::cases()),
        ("live/asked", asked::cases()),
        ("claim169", claim169::cases()),
    ]
}

/// All cases.
#[must_use]
pub fn all() -> Vec<Case> {
    groups().into_iter().flat_map(|(_, cases)| cases).collect()
}

/// What is inspected, by whom, when, after what, and what must come of it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Case {
    /// Number in the list of negative cases or scenarios, a slash, and a short name: `N01/lower-case`.
    pub id: String,
    /// One sentence: what is wrong, or what must hold.
    pub says: String,
    /// What arrives.
    pub input: Input,
    /// Why it is asked for: a number of the registry.
    pub purpose: u64,
    /// The challenge that the post made; `None`: it asked nothing first.
    pub challenge: Option<Challenge>,
    /// The post's mandate.
    pub mandate: Vec<u8>,
    /// When, in seconds.
    pub at: u64,
    /// The anchor file.
    pub roots: Vec<u8>,
    /// Whether the anchor is opened by the door for test roots.
    pub test_root: bool,
    /// The bundle file.
    pub bundle: Vec<u8>,
    /// Bundles offered before to the same memory, in order. One that is of the future is not taken, and the case goes
    /// on; every other must open.
    pub bundles_before: Vec<Vec<u8>>,
    /// When each of these and then the bundle was opened, in seconds; `None`: at a time that none of them is ahead of.
    pub opened_at: Option<Vec<u64>>,
    /// Showings inspected before with the same memory, in order; each at its own time, by its own post.
    pub before: Vec<Before>,
    /// In which encounter: a number for each.
    pub encounter: u8,
    /// Whether a person at the post said, after it was inspected once, that it is still the same person; it is then
    /// inspected again.
    pub still_this_person: bool,
    /// The store of showings that all of it goes by; `None`: by the memory.
    pub store: Option<Store>,
    /// The vehicle the officer picked: its name, and after a colon its measures, as `car:seats=5,trailer=900`.
    pub vehicle: Option<String>,
    /// The question the post asks instead of fields: a number of the registry.
    pub question: Option<u64>,
    /// The plate the officer reads.
    pub plate: Option<String>,
    /// The legal basis it is asked on, beside consent.
    pub basis: Option<String>,
    /// Why this engine is known not to answer as expected. Such a case must not pass.
    pub diverges: Option<String>,
    /// What must come of it.
    pub expect: Expect,
}

/// What arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Input {
    /// The text of a QR.
    Text(String),
    /// The bytes of a frame.
    Frame(Vec<u8>),
    /// The texts of the codes of an animated one, as a scanner sees them.
    Codes(Vec<String>),
    /// The text of an ask, before the citizen's app.
    Ask(String),
}

/// A challenge of the post, and the secret that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Challenge {
    /// `DCQ1:…`.
    pub text: String,
    /// Nonce and key come from it.
    pub secret: [u8; 32],
}

/// A store of showings that several share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Store {
    /// Keeps whatever it is given, under its key, if nothing stands there.
    Keeps,
    /// The same, but for the last inspection, of which it answers nothing.
    Fails,
}

/// An inspection made before the one in question.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Before {
    /// What arrived.
    pub input: Input,
    /// The challenge that it answered.
    pub challenge: Option<Challenge>,
    /// Whose mandate.
    pub mandate: Vec<u8>,
    /// Why.
    pub purpose: u64,
    /// When.
    pub at: u64,
    /// In which encounter: a number for each.
    pub encounter: u8,
}

/// What must come of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expect {
    /// Not a document, because of this layer (`text`, `base45`, `frames`, `zlib`, `cbor`, `cose`).
    Unreadable(String),
    /// Set-up refuses, with this code.
    SetUp(String),
    /// The citizen's app refuses an ask with this code.
    Asked(String),
    /// The citizen's app shows an ask as genuine.
    Genuine {
        /// The two digits that the citizen has to find on the asker's screen.
        digits: String,
        /// Whether a test root stands behind the lists that vouch for it.
        test: bool,
        /// Whether newer lists are due.
        overdue: bool,
    },
    /// A report.
    Report {
        /// `accept`, `refer` or `refuse`.
        verdict: String,
        /// Every code found above a note, at the top or on a paper, sorted, each once.
        codes: Vec<String>,
        /// Codes of notes that must be among the notes.
        notes: Vec<String>,
        /// Whether any paper gives values.
        values: bool,
        /// Whether the licence covers the vehicle, and by which rule; `None`: not compared.
        covers: Option<(String, String)>,
        /// The answer to a question, exactly; `None`: there is none.
        answer: Option<String>,
    },
}

impl Case {
    /// A case in a world: its anchor, bundle and post as they are, an unprompted showing for `scene`'s purpose.
    #[must_use]
    pub fn new(id: &str, says: &str, world: &World, role: &str, purpose: u64, input: Input, expect: Expect) -> Self {
        Self {
            id: id.to_owned(),
            says: says.to_owned(),
            input,
            purpose,
            challenge: None,
            mandate: world.mandate(role),
            at: world.now,
            roots: world.anchor(),
            test_root: true,
            bundle: world.bundle(),
            bundles_before: Vec::new(),
            opened_at: None,
            before: Vec::new(),
            encounter: 0,
            still_this_person: false,
            store: None,
            vehicle: None,
            question: None,
            plate: None,
            basis: None,
            diverges: None,
            expect,
        }
    }

    /// The same at another time.
    #[must_use]
    pub const fn at(mut self, at: u64) -> Self {
        self.at = at;
        self
    }

    /// The same beside a vehicle.
    #[must_use]
    pub fn beside(mut self, vehicle: &str) -> Self {
        self.vehicle = Some(vehicle.to_owned());
        self
    }

    /// The same where the post asks a question instead of fields.
    #[must_use]
    pub const fn asking(mut self, question: u64) -> Self {
        self.question = Some(question);
        self
    }

    /// The same with a known divergence.
    #[must_use]
    pub fn diverging(mut self, why: &str) -> Self {
        self.diverges = Some(why.to_owned());
        self
    }

    /// A traffic stop's case.
    #[must_use]
    pub fn traffic(id: &str, says: &str, world: &World, input: Input, expect: Expect) -> Self {
        Self::new(id, says, world, "traffic_police", 1, input, expect)
    }

    /// A clinic's case.
    #[must_use]
    pub fn clinic(id: &str, says: &str, world: &World, input: Input, expect: Expect) -> Self {
        Self::new(id, says, world, "clinic", 2, input, expect)
    }
}

impl Challenge {
    /// A challenge and its secret.
    #[must_use]
    pub const fn new(text: String, secret: [u8; 32]) -> Self {
        Self { text, secret }
    }
}

impl Before {
    /// An inspection before, by a post.
    #[must_use]
    pub const fn new(input: Input, mandate: Vec<u8>, purpose: u64, at: u64) -> Self {
        Self { input, challenge: None, mandate, purpose, at, encounter: 0 }
    }

    /// The same in another encounter.
    #[must_use]
    pub const fn in_encounter(mut self, number: u8) -> Self {
        self.encounter = number;
        self
    }
}

impl Input {
    /// The text of a scene's showing.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        Self::Text(scene.text())
    }
}

impl Expect {
    /// Not a document, because of a layer.
    #[must_use]
    pub fn unreadable(layer: &str) -> Self {
        Self::Unreadable(layer.to_owned())
    }

    /// Set-up refuses, with a code.
    #[must_use]
    pub fn set_up(code: &str) -> Self {
        Self::SetUp(code.to_owned())
    }

    /// Accepted, with values.
    #[must_use]
    pub fn accept() -> Self {
        Self::report("accept", &[], true)
    }

    /// No proof could be established: this code, no values.
    #[must_use]
    pub fn no_values(verdict: &str, codes: &[&str]) -> Self {
        Self::report(verdict, codes, false)
    }

    /// A matter of standing: these codes, with values.
    #[must_use]
    pub fn standing(verdict: &str, codes: &[&str]) -> Self {
        Self::report(verdict, codes, true)
    }

    fn report(verdict: &str, codes: &[&str], values: bool) -> Self {
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        Self::Report { verdict: verdict.to_owned(), codes, notes: Vec::new(), values, covers: None, answer: None }
    }

    /// The answer to a question, and these codes; never a value.
    #[must_use]
    pub fn answer(verdict: &str, answer: &str, codes: &[&str]) -> Self {
        let mut expect = Self::report(verdict, codes, false);
        if let Self::Report { answer: of, .. } = &mut expect {
            *of = Some(answer.to_owned());
        }
        expect
    }

    /// The same, and whether the licence covers the vehicle, by which rule.
    #[must_use]
    pub fn covering(mut self, answer: &str, rule: &str) -> Self {
        if let Self::Report { covers, .. } = &mut self {
            *covers = Some((answer.to_owned(), rule.to_owned()));
        }
        self
    }

    /// The same, with a note that must be there.
    #[must_use]
    pub fn noting(mut self, note: &str) -> Self {
        if let Self::Report { notes, .. } = &mut self {
            notes.push(note.to_owned());
        }
        self
    }
}
