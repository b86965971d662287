//! The data files of `tests/vectors/`, and one runner over them through the public API. Included with `#[path]`.
//!
//! The form of the files is documented in `tests/vectors/README.md`; runners in other languages read the same ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use doichieu::field::{KINDS, Purpose};
use doichieu::reason::Gravity;
use doichieu::time::UnixTime;
use doichieu::{Answer, AskError, Bundle, Finding, Inspector, Memory, Post, Proof, Report, Roots, Scan, SetUp};
use doichieu::{Value, Vehicle, VehicleKind, input::Unreadable};
use doichieu_kit::cases::{self, Case, Input};
use doichieu_kit::paper::Source;
use doichieu_kit::{Item, cbor, people};
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
    pub(crate) at: u64,
    pub(crate) post: String,
    pub(crate) roots: String,
    pub(crate) test_root: bool,
    pub(crate) bundle: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) bundles_before: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) before: Vec<Before>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) vehicle: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) plate: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) diverges: Option<String>,
    pub(crate) expect: Expect,
}

/// What arrives: the text of a code, or a frame in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Arrived {
    Scan(String),
    Frame(String),
}

/// An inspection made before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Before {
    #[serde(flatten)]
    input: Arrived,
    post: String,
    purpose: u64,
    at: u64,
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
    Report {
        verdict: String,
        codes: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        notes: Vec<String>,
        values: bool,
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
            at: case.at,
            post: keep(&case.licence),
            roots: keep(&case.roots),
            test_root: case.test_root,
            bundle: keep(&case.bundle),
            bundles_before: case.bundles_before.iter().map(|bundle| keep(bundle)).collect(),
            before: case.before.iter().map(|before| Before::of(before, &mut keep)).collect(),
            vehicle: case.vehicle.clone(),
            plate: case.plate.clone(),
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
            _ => panic!("an input that the files have no form for"),
        }
    }

    /// What a host hands over.
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Scan(text) => text.clone().into_bytes(),
            Self::Frame(digits) => {
                let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
                digits.as_bytes().chunks(2).map(byte).collect()
            }
        }
    }
}

impl Before {
    fn of(before: &cases::Before, keep: &mut impl FnMut(&[u8]) -> String) -> Self {
        let input = Arrived::of(&before.input);
        Self { input, post: keep(&before.licence), purpose: before.purpose, at: before.at }
    }
}

impl Expect {
    fn of(expect: &cases::Expect) -> Self {
        match expect.clone() {
            cases::Expect::Unreadable(unreadable) => Self::Unreadable { unreadable },
            cases::Expect::SetUp(set_up) => Self::SetUp { set_up },
            cases::Expect::Report { verdict, codes, notes, values } => {
                let codes = codes.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
                Self::Report { verdict, codes, notes, values }
            }
            _ => panic!("an expectation that the files have no form for"),
        }
    }

    /// Whether what came is what must come; notes may be more than were named.
    fn met_by(&self, found: &Self) -> bool {
        match (self, found) {
            (
                Self::Report { verdict, codes, notes, values },
                Self::Report { verdict: v, codes: c, notes: n, values: s },
            ) => verdict == v && codes == c && values == s && notes.iter().all(|note| n.contains(note)),
            _ => self == found,
        }
    }
}

/// How a case went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Pass,
    /// Not as expected, and the file says why.
    KnownDivergence,
    /// Not as expected, or a law that holds for every case is broken.
    UnexpectedFailure(String),
    /// As expected, although the file says that it is not.
    UnexpectedSuccess,
}

/// Runs one case twice from the same memory, and holds it to its expectation and to what must hold for every case.
pub(crate) fn run(vector: &Vector, blobs: &Blobs) -> Outcome {
    let (first, second) = (inspect(vector, blobs), inspect(vector, blobs));
    let broken = match (&first, &second) {
        (Ok(first), Ok(second)) if first.json != second.json => Some("the same inputs gave another report".to_owned()),
        (Ok(first), _) => first.broken.clone(),
        _ => None,
    };
    let found = first.map_or_else(|stopped| stopped.found, |seen| seen.found);
    match (vector.expect.met_by(&found), &vector.diverges, broken) {
        (_, _, Some(law)) => Outcome::UnexpectedFailure(law),
        (true, None, None) => Outcome::Pass,
        (true, Some(_), None) => Outcome::UnexpectedSuccess,
        (false, Some(_), None) => Outcome::KnownDivergence,
        (false, None, None) => Outcome::UnexpectedFailure(format!("expected {:?}, found {found:?}", vector.expect)),
    }
}

/// What a case answers, to the byte: the report's JSON, or why there is none. Other builds of the engine must say the same.
pub(crate) fn told(vector: &Vector, blobs: &Blobs) -> String {
    inspect(vector, blobs).map_or_else(|stopped| stopped.told, |seen| seen.json)
}

/// Why there is no report.
struct Stopped {
    found: Expect,
    told: String,
}

/// A report as far as a case is compared with it.
struct Seen {
    found: Expect,
    json: String,
    broken: Option<String>,
}

/// `Err`: there is no report.
fn inspect(vector: &Vector, blobs: &Blobs) -> Result<Seen, Stopped> {
    let blob = |name: &String| blobs.get(name).unwrap_or_else(|| panic!("{}: no blob {name}", vector.id));
    let open = if vector.test_root { Roots::dangerous_test } else { Roots::from_bytes };
    let roots = open(blob(&vector.roots)).map_err(set_up)?;
    let mut memory = Memory::new();
    for bundle in &vector.bundles_before {
        Bundle::open(blob(bundle), &roots, &mut memory).map_err(set_up)?;
    }
    let bundle = Arc::new(Bundle::open(blob(&vector.bundle), &roots, &mut memory).map_err(set_up)?);
    for before in &vector.before {
        let bench =
            Bench::new(blob(&before.post), &bundle, before.purpose).unwrap_or_else(|e| panic!("before: {}", e.told));
        let seen = bench.see(&before.input, before.at, None, None, &mut memory);
        seen.unwrap_or_else(|unreadable| panic!("{}: before: {unreadable}", vector.id));
    }
    let bench = Bench::new(blob(&vector.post), &bundle, vector.purpose)?;
    let vehicle = vector.vehicle.as_deref().map(|name| Vehicle::new(VehicleKind::from_name(name).unwrap()));
    let report = bench.see(&vector.input, vector.at, vehicle, vector.plate.clone(), &mut memory);
    let report = report.map_err(|e| Stopped {
        found: Expect::Unreadable { unreadable: e.layer.name().to_owned() },
        told: e.to_string(),
    })?;
    Ok(Seen::of(report, at(vector.at)))
}

/// An inspector with its ask.
struct Bench {
    inspector: Inspector,
    ask: doichieu::Ask,
}

impl Bench {
    fn new(licence: &[u8], bundle: &Arc<Bundle>, purpose: u64) -> Result<Self, Stopped> {
        let post = Post::open(licence, bundle).map_err(set_up)?;
        let inspector = Inspector::new(Arc::clone(bundle), post).map_err(set_up)?;
        let ask = inspector.unprompted(Purpose::new(purpose)).map_err(|error| match error {
            AskError::PurposeNotAllowed | AskError::OnlyByChallenge => refused(error.code()),
            _ => panic!("an ask refused for a new reason"),
        })?;
        Ok(Self { inspector, ask })
    }

    fn see(
        &self,
        input: &Arrived,
        when: u64,
        vehicle: Option<Vehicle>,
        plate: Option<String>,
        memory: &mut Memory,
    ) -> Result<Report, Unreadable> {
        let mut ask = self.ask.clone();
        ask = vehicle.into_iter().fold(ask, doichieu::Ask::for_vehicle);
        ask = plate.into_iter().fold(ask, doichieu::Ask::for_plate);
        let bytes = input.bytes();
        let scan = match input {
            Arrived::Scan(text) => Scan::qr(text),
            Arrived::Frame(_) => Scan::frame(&bytes),
        };
        self.inspector.inspect(scan, &ask, at(when), memory)
    }
}

fn at(seconds: u64) -> UnixTime {
    UnixTime::new(seconds).unwrap()
}

fn set_up(error: SetUp) -> Stopped {
    refused(error.code())
}

fn refused(code: &str) -> Stopped {
    Stopped { found: Expect::SetUp { set_up: code.to_owned() }, told: code.to_owned() }
}

impl Seen {
    fn of(mut report: Report, at: UnixTime) -> Self {
        let json = report.to_json();
        let verdict = report.verdict().name().to_owned();
        let findings: Vec<Finding> = report.findings().to_vec();
        let on_papers = report.papers().iter().flat_map(|paper| paper.findings().to_vec());
        let (graver, notes): (Vec<_>, Vec<_>) =
            findings.iter().copied().chain(on_papers).partition(|finding| finding.gravity() > Gravity::Note);
        let codes = |found: &[Finding]| {
            let codes: BTreeSet<_> = found.iter().map(|finding| finding.code().to_owned()).collect();
            codes.into_iter().collect::<Vec<_>>()
        };
        let shown = shown(&mut report, at);
        let broken = broken_law(&json, &findings, shown.as_deref());
        let found = Expect::Report { verdict, codes: codes(&graver), notes: codes(&notes), values: shown.is_some() };
        Self { found, json, broken }
    }
}

/// Every text that the report's disclosures show; `None`: no field at all.
fn shown(report: &mut Report, at: UnixTime) -> Option<Vec<String>> {
    let (mut texts, mut any) = (Vec::new(), false);
    for paper in report.papers_mut() {
        let Proof::Proven(disclosure) = paper.proof() else { continue };
        let Ok(shown) = disclosure.at(at) else { continue };
        for (row, value) in shown.fields() {
            any = true;
            assert!(matches!(shown.answer(row.field), Answer::Shown(_)), "a shown field is answered for");
            if let Value::Text(text) = value {
                texts.push(text.to_string());
            }
        }
    }
    any.then_some(texts)
}

/// What holds for every report, whatever the case: canonical JSON, no claim value in it, no values after a failed proof.
fn broken_law(json: &str, findings: &[Finding], shown: Option<&[String]>) -> Option<String> {
    let parsed: serde_json::Value = serde_json::from_str(json).unwrap();
    let canonical = parsed.to_string();
    if canonical != json {
        return Some("the report is not canonical JSON".to_owned());
    }
    let people = texts_of_people();
    let values = people.iter().chain(shown.unwrap_or_default()).filter(|text| tells(text));
    if let Some(leaked) = values.into_iter().find(|text| json.contains(text.as_str())) {
        return Some(format!("the report holds the claim value {leaked:?}"));
    }
    let failed = findings.iter().find(|finding| finding.is_failed_proof());
    failed.filter(|_| shown.is_some()).map(|finding| format!("values were shown in spite of {}", finding.code()))
}

/// A text that only a paper can have put there: long enough, and no word of the registry, which are lower case.
fn tells(text: &str) -> bool {
    let registry =
        text.chars().any(|c| c.is_ascii_lowercase()) && text.chars().all(|c| c.is_ascii() && !c.is_ascii_uppercase());
    text.chars().count() >= 4 && !registry
}

fn texts_of_people() -> Vec<String> {
    let mut texts = Vec::new();
    for person in people::all() {
        let papers = KINDS.iter().filter_map(|row| person.paper(row.kind, Source::new("C06", 1)));
        papers.flat_map(|paper| paper.fields.into_values()).for_each(|item| gather(&item, &mut texts));
    }
    texts
}

fn gather(item: &Item, texts: &mut Vec<String>) {
    match item {
        Item::Text(text) => texts.push(text.clone()),
        Item::Array(members) => members.iter().for_each(|member| gather(member, texts)),
        Item::Map(map) => map.entries().iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}
