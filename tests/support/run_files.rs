//! The data files of `tests/vectors/`, as they are written and read back. Their form is documented in
//! `tests/vectors/README.md`.

use std::collections::{BTreeMap, BTreeSet};

use doichieu_kit::cases::{self, Case, Input};
use doichieu_kit::cbor;
use serde::{Deserialize, Serialize};

/// Large byte strings by name, each stored once for all cases.
pub(crate) type Blobs = BTreeMap<String, Vec<u8>>;

/// One case as a data file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) says: String,
    #[serde(flatten)]
    pub(crate) input: Arrived,
    pub(crate) purpose: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) challenge: Option<Challenge>,
    pub(crate) at: u64,
    pub(crate) post: String,
    pub(crate) roots: String,
    pub(crate) test_root: bool,
    pub(crate) bundle: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) bundles_before: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) opened_at: Option<Vec<u64>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) before: Vec<Before>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(crate) encounter: u8,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(crate) still_this_person: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) store: Option<Store>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vehicle: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) question: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) plate: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) basis: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diverges: Option<String>,
    pub(crate) expect: Expect,
}

/// The challenge that the post made, and its secret in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Challenge {
    pub(super) text: String,
    pub(super) secret: String,
}

/// What arrives: the text of a code, a frame in hexadecimal, the codes of an animated one, or an ask before the
/// citizen's app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Arrived {
    Scan(String),
    Frame(String),
    Codes(Vec<String>),
    Ask(String),
}

/// The store of showings that all of a case goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Store {
    Keeps,
    Fails,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// An inspection made before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Before {
    #[serde(flatten)]
    pub(super) input: Arrived,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) challenge: Option<Challenge>,
    pub(super) post: String,
    pub(super) purpose: u64,
    pub(super) at: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) encounter: u8,
}

/// What must come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum Expect {
    Unreadable {
        unreadable: String,
    },
    SetUp {
        set_up: String,
    },
    Asked {
        asked: String,
    },
    Genuine {
        digits: String,
        test: bool,
        overdue: bool,
    },
    Report {
        verdict: String,
        codes: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        notes: Vec<String>,
        values: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        covers: Option<Box<[String; 2]>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<String>,
    },
}

impl Vector {
    /// A minted case as data; its large parts go to `blobs`.
    pub(crate) fn of(case: &Case, blobs: &mut Blobs) -> Self {
        let mut keep = |bytes: &[u8]| keep(bytes, blobs);
        Self {
            id: case.id.clone(),
            says: case.says.clone(),
            input: Arrived::of(&case.input),
            purpose: case.purpose,
            challenge: case.challenge.as_ref().map(Challenge::of),
            at: case.at,
            post: keep(&case.mandate),
            roots: keep(&case.roots),
            test_root: case.test_root,
            bundle: keep(&case.bundle),
            bundles_before: case.bundles_before.iter().map(|bundle| keep(bundle)).collect(),
            opened_at: case.opened_at.clone(),
            before: case.before.iter().map(|before| Before::of(before, &mut keep)).collect(),
            encounter: case.encounter,
            still_this_person: case.still_this_person,
            store: case.store.map(Store::of),
            vehicle: case.vehicle.clone(),
            question: case.question,
            plate: case.plate.clone(),
            basis: case.basis.clone(),
            diverges: case.diverges.clone(),
            expect: Expect::of(&case.expect),
        }
    }
}

/// Stores bytes once, under the first 16 hexadecimal digits of their SHA-256.
fn keep(bytes: &[u8], blobs: &mut Blobs) -> String {
    let name: String = hex(&cbor::sha256(bytes)).chars().take(16).collect();
    blobs.insert(name.clone(), bytes.to_vec());
    name
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Arrived {
    fn of(input: &Input) -> Self {
        match input {
            Input::Text(text) => Self::Scan(text.clone()),
            Input::Frame(bytes) => Self::Frame(hex(bytes)),
            Input::Codes(codes) => Self::Codes(codes.clone()),
            Input::Ask(text) => Self::Ask(text.clone()),
            _ => panic!("an input that the files have no form for"),
        }
    }
}

impl Challenge {
    fn of(challenge: &cases::Challenge) -> Self {
        Self { text: challenge.text.clone(), secret: hex(&challenge.secret) }
    }
}

pub(super) fn unhex(digits: &str) -> Vec<u8> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.as_bytes().chunks(2).map(byte).collect()
}

impl Before {
    fn of(before: &cases::Before, keep: &mut impl FnMut(&[u8]) -> String) -> Self {
        let input = Arrived::of(&before.input);
        let challenge = before.challenge.as_ref().map(Challenge::of);
        let (post, encounter) = (keep(&before.mandate), before.encounter);
        Self { input, challenge, post, purpose: before.purpose, at: before.at, encounter }
    }
}

impl Store {
    fn of(store: cases::Store) -> Self {
        match store {
            cases::Store::Keeps => Self::Keeps,
            cases::Store::Fails => Self::Fails,
            _ => panic!("a store that the files have no form for"),
        }
    }
}

impl Expect {
    fn of(expect: &cases::Expect) -> Self {
        match expect.clone() {
            cases::Expect::Unreadable(unreadable) => Self::Unreadable { unreadable },
            cases::Expect::SetUp(set_up) => Self::SetUp { set_up },
            cases::Expect::Asked(asked) => Self::Asked { asked },
            cases::Expect::Genuine { digits, test, overdue } => Self::Genuine { digits, test, overdue },
            cases::Expect::Report { verdict, codes, notes, values, covers, answer } => {
                let codes = codes.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
                let covers = covers.map(|(answer, rule)| Box::new([answer, rule]));
                Self::Report { verdict, codes, notes, values, covers, answer }
            }
            _ => panic!("an expectation that the files have no form for"),
        }
    }

    /// Whether what came is what must come; notes may be more than were named.
    pub(super) fn met_by(&self, found: &Self) -> bool {
        match (self, found) {
            (
                Self::Report { verdict, codes, notes, values, covers, answer },
                Self::Report { verdict: v, codes: c, notes: n, values: s, covers: o, answer: a },
            ) => {
                let same = (verdict, codes, values, answer) == (v, c, s, a);
                same && notes.iter().all(|note| n.contains(note)) && covers.iter().all(|_| covers == o)
            }
            _ => self == found,
        }
    }
}
