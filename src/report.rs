//! The one answer: a verdict with its reasons, portable and without values; and the disclosures beside it, until they end.

use crate::disclosure::Disclosure;
use crate::document::StatusAnswer;
use crate::evidence::Verdict;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::format::dc1;
use crate::json::Json;
use crate::memory::{Digest32, Extract};
use crate::reason::Reason;
use crate::time::UnixTime;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

mod headline;

pub use headline::Headline;

/// The form of the JSON below.
const FORMAT: u64 = 1;

/// How it was established that the holder's key took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Held {
    /// A signature of the key that the issuer bound.
    DeviceKey,
}

/// On what basis values were released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// A grant signed by the holder: verifier, purpose, fields, how long.
    SignedGrant,
}

/// How much a report rests on. It never says that the person is the holder: who holds the phone is not established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assurance {
    /// How the holder's key took part; `None`: not proven.
    pub held: Option<Held>,
    /// On what basis values were released; `None`: none were.
    pub agreed: Option<Basis>,
    /// Whether the showing answered a challenge of this very post.
    pub challenge_bound: bool,
    /// Seconds since the bundle was issued.
    pub bundle_age: u64,
    /// Age in seconds of the oldest status list that answered; `None`: none did.
    pub status_age: Option<u64>,
}

/// The report of one inspection. Owned, `Send` and `Sync`; the same inputs always give the same one.
#[derive(Debug)]
pub struct Report {
    pub(crate) inputs: Inputs,
    pub(crate) verdict: Verdict,
    pub(crate) findings: Vec<Finding>,
    pub(crate) papers: Vec<PaperReport>,
    pub(crate) assurance: Assurance,
}

/// What the inspection was made from, by number and digest: enough to compute it again where the bytes were lawfully kept.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    pub(crate) at: UnixTime,
    pub(crate) bundle_number: u64,
    pub(crate) bundle_hash: Digest32,
    pub(crate) memory: Extract,
    pub(crate) request: Digest32,
    pub(crate) scan: Digest32,
    pub(crate) purpose: u64,
    pub(crate) role: String,
    pub(crate) test: bool,
}

/// What was found about one paper.
#[derive(Debug)]
pub struct PaperReport {
    pub(crate) kind: Kind,
    pub(crate) verdict: Verdict,
    pub(crate) findings: Vec<Finding>,
    /// Findings of the whole presentation that weigh on this paper too.
    pub(crate) shared: Vec<Finding>,
    pub(crate) state: State,
}

/// The two states of a paper in a report.
#[derive(Debug)]
pub(crate) enum State {
    Proven(Box<Proven>),
    Unproven(Reason),
}

/// A proven paper: where it is from, what its status is, and its values until they end.
#[derive(Debug)]
pub(crate) struct Proven {
    pub(crate) disclosure: Disclosure,
    pub(crate) authority: String,
    pub(crate) as_of: UnixTime,
    pub(crate) status: Option<(&'static str, Option<u64>)>,
    pub(crate) withheld: usize,
    pub(crate) dropped: usize,
    /// What the lists said of a licence's parts, to judge it again for another vehicle.
    pub(crate) parts: Vec<(Field, StatusAnswer)>,
}

/// What may be seen of a paper: values after proof and consent, otherwise a reason. By type, not by a flag.
#[derive(Debug)]
#[non_exhaustive]
pub enum Proof<'a> {
    /// Proven, held and agreed to.
    Proven(&'a mut Disclosure),
    /// Not proven, or not askable: there are no values.
    Unproven(Reason),
}

impl Report {
    /// The verdict: the gravest paper or finding.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The headline for a screen.
    #[must_use]
    pub fn headline(&self) -> Headline {
        Headline::of(self.verdict, self.findings.iter().chain(self.papers.iter().flat_map(|paper| &paper.findings)))
    }

    /// Findings about the presentation as a whole, in the order of the checks.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The papers, in the order they were presented. Only kinds that this post may ask for.
    #[must_use]
    pub fn papers(&self) -> &[PaperReport] {
        &self.papers
    }

    /// The papers, to read what they disclose.
    pub fn papers_mut(&mut self) -> &mut [PaperReport] {
        &mut self.papers
    }

    /// How much it rests on.
    #[must_use]
    pub const fn assurance(&self) -> &Assurance {
        &self.assurance
    }

    /// When the inspection was made, on the host's clock.
    #[must_use]
    pub const fn at(&self) -> UnixTime {
        self.inputs.at
    }

    /// What this report took from the memory, to compute it again: the floor of time and whether the showing was known. No digest of a
    /// showing is in it.
    #[must_use]
    pub fn memory_extract(&self) -> Vec<u8> {
        self.inputs.memory.to_bytes()
    }

    /// Whether a test root stands behind it. Every screen then says TEST.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.inputs.test
    }

    /// Canonical JSON (RFC 8785): codes, ages, kinds, field names, digests and numbers. Never a claim value, never prose.
    #[must_use]
    pub fn to_json(&self) -> String {
        let inputs = &self.inputs;
        let json = Json::object([
            ("assurance", self.assurance.to_json()),
            ("at", Json::Number(inputs.at.seconds())),
            (
                "bundle",
                Json::object([
                    ("hash", Json::hex(&inputs.bundle_hash)),
                    ("number", Json::Number(inputs.bundle_number)),
                ]),
            ),
            ("engine", Json::text(env!("CARGO_PKG_VERSION"))),
            ("findings", findings_json(&self.findings)),
            ("format", Json::Number(FORMAT)),
            ("memory", Json::hex(&inputs.memory.digest())),
            ("papers", Json::List(self.papers.iter().map(PaperReport::to_json).collect())),
            ("profile", Json::text(dc1::FORMAT)),
            ("purpose", Json::Number(inputs.purpose)),
            ("request", Json::hex(&inputs.request)),
            ("role", Json::text(&inputs.role)),
            ("scan", Json::hex(&inputs.scan)),
            ("test", Json::Bool(inputs.test)),
            ("verdict", Json::text(self.verdict.name())),
        ]);
        let mut text = String::new();
        json.write(&mut text);
        text
    }
}

impl PaperReport {
    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The verdict on this paper: its gravest finding, or a graver one of the whole presentation that weighs on it.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The headline for this paper.
    #[must_use]
    pub fn headline(&self) -> Headline {
        Headline::of(self.verdict, self.findings.iter().chain(&self.shared))
    }

    /// What was found about this paper, in the order of the checks.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Its values, or why there are none.
    pub fn proof(&mut self) -> Proof<'_> {
        match &mut self.state {
            State::Proven(proven) => Proof::Proven(&mut proven.disclosure),
            State::Unproven(reason) => Proof::Unproven(*reason),
        }
    }

    /// Fields left undisclosed, or decoys: nobody can tell which. `None` for an unproven paper.
    #[must_use]
    pub fn withheld(&self) -> Option<usize> {
        if let State::Proven(proven) = &self.state { Some(proven.withheld) } else { None }
    }

    pub(crate) const fn is_proven(&self) -> bool {
        matches!(self.state, State::Proven(_))
    }

    fn to_json(&self) -> Json {
        let mut members = Vec::from([
            ("findings", findings_json(&self.findings)),
            ("kind", self.kind.row().map_or_else(|| Json::Number(self.kind.number()), |row| Json::text(row.name))),
            ("verdict", Json::text(self.verdict.name())),
        ]);
        match &self.state {
            State::Proven(proven) => {
                members.push(("proof", Json::text("proven")));
                members.extend(proven.to_json());
            }
            State::Unproven(reason) => {
                members.push(("proof", Json::text("unproven")));
                members.push(("reason", Json::text(reason.code())));
            }
        }
        Json::object(members)
    }
}

impl Proven {
    fn to_json(&self) -> [(&'static str, Json); 6] {
        let mut names: Vec<_> = self.disclosure.rows().map(|row| row.name).collect();
        names.sort_unstable();
        let status = self.status.map_or(Json::Null, |(value, age)| {
            Json::object([("age", age.map_or(Json::Null, Json::Number)), ("value", Json::text(value))])
        });
        let source = [("asOf", Json::Number(self.as_of.seconds())), ("authority", Json::text(&self.authority))];
        [
            ("fields", Json::List(names.into_iter().map(Json::text).collect())),
            ("source", Json::object(source)),
            ("status", status),
            ("until", Json::Number(self.disclosure.until().seconds())),
            ("withheld", count(self.withheld)),
            ("dropped", count(self.dropped)),
        ]
    }
}

impl Assurance {
    fn to_json(self) -> Json {
        let held = self.held.map_or(Json::Null, |Held::DeviceKey| Json::text("device-key"));
        let agreed = self.agreed.map_or(Json::Null, |Basis::SignedGrant| Json::text("signed-grant"));
        Json::object([
            ("agreed", agreed),
            ("bundleAge", Json::Number(self.bundle_age)),
            ("challengeBound", Json::Bool(self.challenge_bound)),
            ("held", held),
            ("statusAge", self.status_age.map_or(Json::Null, Json::Number)),
        ])
    }
}

fn findings_json(findings: &[Finding]) -> Json {
    Json::List(findings.iter().map(finding_json).collect())
}

fn finding_json(finding: &Finding) -> Json {
    let mut members = Vec::from([
        ("axis", Json::text(finding.axis().name())),
        ("code", Json::text(finding.code())),
        ("gravity", Json::text(finding.gravity().name())),
        ("side", Json::text(finding.side().name())),
    ]);
    members.extend(finding.field_name().map(|name| ("about", Json::text(name))));
    members.extend(finding.age().map(|age| ("age", Json::Number(age))));
    members.extend(finding.rule().map(|rule| ("rule", Json::text(rule))));
    members.extend(finding.token().map(|token| ("token", Json::Number(u64::from(token)))));
    Json::object(members)
}

fn count(count: usize) -> Json {
    Json::Number(u64::try_from(count).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests;
