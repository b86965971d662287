//! The one answer: a verdict with its reasons, portable and without values; and the releases beside it, until they
//! end.

use crate::ask::Terms;
use crate::consent::Statements;
use crate::digest::Digest32;
use crate::document::{StatusAnswer, Vetting};
use crate::evidence::{JUDGEMENT, Verdict};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::json::Json;
use crate::memory::{Extract, Showing};
use crate::policy::LegalBasis;
use crate::question::Covers;
use crate::reason::Reason;
use crate::relation::Related;
use crate::release::Release;
use crate::scene::Seen;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub(crate) mod answer;
mod assurance;
mod clock;
mod consent_proof;
mod headline;
mod shown;

pub use crate::consent::Basis;
pub use crate::holder::Held;
pub use answer::Answered;
pub use assurance::Assurance;
pub use clock::{CLOCKS_APART, ClockDifference, PhoneClock};
pub(crate) use consent_proof::FORM as CONSENT_FORM;
pub use consent_proof::{ConsentProof, ConsentProofError, SignedConsent};
pub use headline::Headline;

/// The form of the JSON below.
const FORMAT: u64 = 1;

/// The report of one inspection. Owned, `Send` and `Sync`; the same inputs always give the same one.
#[derive(Debug)]
pub struct Report {
    pub(crate) inputs: Inputs,
    pub(crate) verdict: Verdict,
    pub(crate) findings: Vec<Finding>,
    pub(crate) papers: Vec<PaperReport>,
    pub(crate) relations: Vec<Related>,
    pub(crate) assurance: Assurance,
    /// What may be kept as proof of what was agreed to; not in the JSON.
    pub(crate) statements: Option<Statements>,
}

/// What the inspection was made from, by number and digest: enough to compute it again where the bytes were lawfully
/// kept.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    pub(crate) at: UnixTime,
    pub(crate) bundle_number: u64,
    pub(crate) bundle_hash: Digest32,
    pub(crate) memory: Extract,
    /// What the memory or store was asked for; not in the JSON.
    pub(crate) showing: Option<Showing>,
    pub(crate) request: Digest32,
    /// Who inspected; not in the JSON, where the request names its post.
    pub(crate) post: Digest32,
    pub(crate) scan: Digest32,
    /// What was asked, by whom, in which encounter.
    pub(crate) terms: Arc<Terms>,
    /// What stood there as the ask says; not in the JSON.
    pub(crate) seen: Seen,
    pub(crate) role: String,
    pub(crate) test: bool,
    /// The wire format.
    pub(crate) profile: &'static str,
}

/// What was found about one paper.
#[derive(Debug)]
pub struct PaperReport {
    pub(crate) kind: Kind,
    pub(crate) verdict: Verdict,
    pub(crate) findings: Vec<Finding>,
    /// Findings of the whole showing that weigh on this paper too.
    pub(crate) shared: Arc<[Finding]>,
    pub(crate) state: State,
}

/// The two states of a paper in a report.
#[derive(Debug)]
pub(crate) enum State {
    Proven(Box<Proven>),
    /// Proven, and nothing of it is kept but an answer.
    Answered(Box<answer::Kept>),
    Unproven(Reason),
}

/// A proven paper: where it is from, what its status is, and its values until they end.
#[derive(Debug)]
pub(crate) struct Proven {
    pub(crate) release: Release,
    pub(crate) authority: String,
    pub(crate) as_of: UnixTime,
    pub(crate) evidence: Option<Vetting>,
    pub(crate) status: Option<(&'static str, Option<u64>)>,
    pub(crate) withheld: usize,
    pub(crate) dropped: usize,
    /// What the lists said of a licence's parts, to judge it again for another vehicle.
    pub(crate) parts: Vec<(Field, StatusAnswer)>,
    /// Whether it covers the vehicle in question.
    pub(crate) covers: Option<Covers>,
}

/// What may be seen of a paper: values after proof and consent, otherwise a reason. By type, not by a flag.
#[derive(Debug)]
#[non_exhaustive]
pub enum Proof<'a> {
    /// Proven, held and agreed to.
    Proven(&'a mut Release),
    /// Proven, held, and agreed to the answer of a question alone: no values, and no release to hold them.
    Answered(Answered),
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

    /// Findings about the showing as a whole, in the order of the checks.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The papers, in the order they were shown. Only kinds that this post may ask for.
    #[must_use]
    pub fn papers(&self) -> &[PaperReport] {
        &self.papers
    }

    /// The papers, to read what they disclose.
    pub fn papers_mut(&mut self) -> &mut [PaperReport] {
        &mut self.papers
    }

    /// What was established between the papers: one person, guardian and dependant, owner. What is not among them was
    /// not established, which says nothing about whether it is so.
    #[must_use]
    pub fn relations(&self) -> &[Related] {
        &self.relations
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

    /// What this report took from the memory, to compute it again: the floor of time and whether the showing was known.
    /// No digest of a showing is in it.
    #[must_use]
    pub fn memory_extract(&self) -> Vec<u8> {
        self.inputs.memory.to_bytes()
    }

    /// The legal basis that the ask named; `None`: the citizen's consent alone was asked for.
    #[must_use]
    pub fn legal_basis(&self) -> Option<&LegalBasis> {
        self.inputs.terms.legal_basis()
    }

    /// Whether a test root stands behind it. Every screen then says TEST.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.inputs.test
    }

    /// How far this device's clock and the phone's are apart, where a code was not in time by more than
    /// [`CLOCKS_APART`]: a hint to look at this device's clock, from the first such showing on. It accuses nobody.
    #[must_use]
    pub fn clock_difference(&self) -> Option<ClockDifference> {
        // An answer to a challenge is late by our own clock alone.
        self.inputs.terms.pending().is_none().then(|| ClockDifference::told_by(&self.findings)).flatten()
    }

    /// Canonical JSON (RFC 8785): codes, ages, kinds, field names, digests and numbers. Never a claim value, never
    /// prose.
    ///
    /// What one paper alone says of time stands coarsely, towards older, so that two reports of a person do not show
    /// each other by it: `asOf` in whole days (UTC), an `age` from it in whole hours. Judged is what was signed, to the
    /// second.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json().written()
    }

    pub(crate) fn json(&self) -> Json {
        let inputs = &self.inputs;
        let mut members = Vec::from([
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
            ("judgement", Json::Number(JUDGEMENT)),
            ("memory", Json::hex(&inputs.memory.digest())),
            ("papers", Json::List(self.papers.iter().map(PaperReport::json).collect())),
            ("profile", Json::text(inputs.profile)),
            ("purpose", Json::Number(inputs.terms.purpose().number())),
            ("relations", Json::List(self.relations.iter().map(|related| related.json()).collect())),
            ("request", Json::hex(&inputs.request)),
            ("role", Json::text(&inputs.role)),
            ("scan", Json::hex(&inputs.scan)),
            ("test", Json::Bool(inputs.test)),
            ("verdict", Json::text(self.verdict.name())),
        ]);
        members.extend(inputs.terms.legal_basis().map(|basis| ("basis", Json::text(basis.code()))));
        members.extend(self.still_this_person().then_some(("stillThisPerson", Json::Bool(true))));
        Json::object(members)
    }
}

impl PaperReport {
    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The verdict on this paper: its gravest finding, or a graver one of the whole showing that weighs on it.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The headline for this paper.
    #[must_use]
    pub fn headline(&self) -> Headline {
        Headline::of(self.verdict, self.findings.iter().chain(self.shared.iter()))
    }

    /// What was found about this paper, in the order of the checks.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Its values, or why there are none.
    pub fn proof(&mut self) -> Proof<'_> {
        match &mut self.state {
            State::Proven(proven) => Proof::Proven(&mut proven.release),
            State::Answered(kept) => Proof::Answered(kept.answered),
            State::Unproven(reason) => Proof::Unproven(*reason),
        }
    }

    /// Whether this licence covers the vehicle in question, by its classes and restrictions, and by which rule. Whether
    /// it is in force the verdict says. `None`: no proven licence, no vehicle known, or a role that may not see
    /// classes.
    #[must_use]
    pub fn covers(&self) -> Option<Covers> {
        if let State::Proven(proven) = &self.state { proven.covers } else { None }
    }

    /// The answer, where a citizen agreed to a question instead of fields.
    #[must_use]
    pub fn answered(&self) -> Option<Answered> {
        if let State::Answered(kept) = &self.state { Some(kept.answered) } else { None }
    }

    /// Fields left undisclosed, or decoys: nobody can tell which. `None` for an unproven paper, and for an answer.
    #[must_use]
    pub fn withheld(&self) -> Option<usize> {
        if let State::Proven(proven) = &self.state { Some(proven.withheld) } else { None }
    }

    /// How the authority vetted what it says: told by the issuer, and it decides nothing. `None`: not told, or the
    /// paper is not proven.
    #[must_use]
    pub fn vetting(&self) -> Option<Vetting> {
        if let State::Proven(proven) = &self.state { proven.evidence } else { None }
    }

    /// Whether something of it was agreed to be told: values, or an answer.
    pub(crate) const fn is_agreed(&self) -> bool {
        matches!(self.state, State::Proven(_) | State::Answered(_))
    }

    pub(crate) fn json(&self) -> Json {
        let mut members = Vec::from([
            ("findings", findings_json(&self.findings)),
            ("kind", kind_json(self.kind)),
            ("verdict", Json::text(self.verdict.name())),
        ]);
        match &self.state {
            State::Proven(proven) => {
                members.push(("proof", Json::text("proven")));
                members.extend(proven.covers.map(|covers| ("covers", covers.json())));
                members.extend(proven.to_json());
            }
            State::Answered(kept) => {
                let answered = &kept.answered;
                members.push(("proof", Json::text("answered")));
                members.push(("question", Json::Number(answered.question.number())));
                members.push(("answer", answer::covers_json(answered.answer, answered.rule)));
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
        let names: Sorted<_, _> = self.release.rows().map(|row| (row.name, Json::text(row.name))).collect();
        let status = self.status.map_or(Json::Null, |(value, age)| {
            Json::object([("age", age.map_or(Json::Null, Json::Number)), ("value", Json::text(value))])
        });
        let mut source =
            Vec::from([("asOf", Json::Number(self.as_of.whole_days())), ("authority", Json::text(&self.authority))]);
        source.extend(self.evidence.map(|vetting| ("evidence", Json::text(vetting.name()))));
        [
            ("fields", Json::List(names.into_values())),
            ("source", Json::object(source)),
            ("status", status),
            ("until", Json::Number(self.release.until().seconds())),
            ("withheld", count(self.withheld)),
            ("dropped", count(self.dropped)),
        ]
    }
}

pub(crate) fn findings_json(findings: &[Finding]) -> Json {
    Json::List(findings.iter().map(|finding| finding_json(finding, "token")).collect())
}

/// A finding without prose; `place` names the member that says where it was found.
pub(crate) fn finding_json(finding: &Finding, place: &'static str) -> Json {
    let mut members = Vec::from([
        ("axis", Json::text(finding.axis().name())),
        ("code", Json::text(finding.code())),
        ("gravity", Json::text(finding.gravity().name())),
        ("side", Json::text(finding.side().name())),
    ]);
    members.extend(finding.field_name().map(|name| ("about", Json::text(name))));
    members.extend(finding.kind().map(|kind| ("kind", kind_json(kind))));
    members.extend(finding.age_told().map(|age| ("age", Json::Number(age))));
    members.extend(finding.rule().map(|rule| ("rule", Json::text(rule))));
    members.extend(finding.turn().map(|turn| ("turn", Json::text(turn.name()))));
    members.extend(finding.part().map(|part| ("part", Json::text(part.name()))));
    members.extend(finding.token().map(|token| (place, Json::Number(u64::from(token)))));
    Json::object(members)
}

/// The registry's name, or the number of a kind that has none here.
pub(crate) fn kind_json(kind: Kind) -> Json {
    kind.row().map_or_else(|| Json::Number(kind.number()), |row| Json::text(row.name))
}

/// A count or a place.
pub(crate) fn count(count: usize) -> Json {
    Json::Number(u64::try_from(count).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests;
