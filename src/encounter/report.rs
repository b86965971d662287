//! What the showings of an encounter say together: verdicts and findings, portable, without values.

use crate::digest::Digest32;
use crate::evidence::{JUDGEMENT, Verdict};
use crate::field::Kind;
use crate::finding::Finding;
use crate::json::Json;
use crate::needs::Need;
use crate::question::Covers;
use crate::report::{Headline, count, finding_json, kind_json};
use crate::time::UnixTime;
use alloc::string::String;
use alloc::vec::Vec;

/// The form of the JSON below.
const FORMAT: u64 = 1;

/// What the showings of an encounter say together. It holds no values, and it is about this vehicle at this time:
/// another judgement of the same encounter may say more.
#[derive(Debug)]
pub struct EncounterReport {
    whole: Judgement,
    findings: Vec<Finding>,
    showings: Vec<EncounterShowing>,
    papers: Vec<EncounterPaper>,
    needs: Vec<Need>,
    inputs: Inputs,
}

/// What an encounter was judged from, by number and digest.
#[derive(Debug)]
pub(super) struct Inputs {
    pub(super) at: UnixTime,
    pub(super) bundle_number: u64,
    pub(super) bundle_hash: Digest32,
    pub(super) purpose: u64,
    pub(super) role: String,
    pub(super) scans: Vec<Digest32>,
    pub(super) scene: Digest32,
    pub(super) test: bool,
    pub(super) unread: usize,
}

/// A verdict and its headline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    pub(super) headline: Headline,
}

/// What one showing comes to in an encounter.
#[derive(Debug)]
pub struct EncounterShowing {
    judged: Judgement,
    findings: Vec<Finding>,
    ended: bool,
}

/// One paper of an encounter, judged for the vehicle that stands there.
#[derive(Debug)]
pub struct EncounterPaper {
    place: (usize, usize),
    kind: Kind,
    judged: Judgement,
    findings: Vec<Finding>,
    covers: Option<Covers>,
    ended: bool,
}

impl EncounterReport {
    pub(super) const fn new(
        whole: Judgement,
        findings: Vec<Finding>,
        showings: Vec<EncounterShowing>,
        papers: Vec<EncounterPaper>,
        needs: Vec<Need>,
        inputs: Inputs,
    ) -> Self {
        Self { whole, findings, showings, papers, needs, inputs }
    }

    /// The gravest of its papers, its unproven showings and its findings; never *accept* while a code was not read.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.whole.verdict
    }

    /// The headline for a screen.
    #[must_use]
    pub const fn headline(&self) -> Headline {
        self.whole.headline
    }

    /// What this vehicle or visit needs: shown, not shown, not applicable, with the rule that says so; in the order of
    /// the law.
    #[must_use]
    pub fn needs(&self) -> &[Need] {
        &self.needs
    }

    /// Findings between papers, and about those that are needed and were not shown: owner, plate, `papers.not_shown`.
    /// The token of one between papers is the showing's place in the encounter.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What each showing comes to, in the order they came: its papers for that vehicle, and what else its report found.
    #[must_use]
    pub fn showings(&self) -> &[EncounterShowing] {
        &self.showings
    }

    /// Codes that were no document: to be scanned again.
    #[must_use]
    pub const fn unread(&self) -> usize {
        self.inputs.unread
    }

    /// Whether a test root stands behind it. Every screen then says TEST.
    #[must_use]
    pub const fn is_test(&self) -> bool {
        self.inputs.test
    }

    /// The proven papers, from all phones; those that [have ended](EncounterPaper::has_ended) by what they left.
    #[must_use]
    pub fn papers(&self) -> &[EncounterPaper] {
        &self.papers
    }

    /// Canonical JSON (RFC 8785), as [`Report::to_json`](crate::Report::to_json): never a claim value, never prose.
    ///
    /// `at`, `bundle`, `engine`, `format`, `judgement`, `purpose`, `role`, `test` as in a report; `reports`: the
    /// reports by the digests of their scans; `scene`: a digest of vehicle and plate seen; `unread`: codes not read;
    /// `verdict`, and the `verdicts` of the showings; `papers` and `findings`, where `showing` is a place among
    /// `reports` and `paper` one among that report's papers. Where the values or the answer of a showing have ended,
    /// `ended` has its place, and so do papers that have (`ended`: true).
    #[must_use]
    pub fn to_json(&self) -> String {
        self.json().written()
    }

    pub(crate) fn json(&self) -> Json {
        let inputs = &self.inputs;
        let findings = self.findings.iter().map(|finding| finding_json(finding, "showing"));
        let bundle = [("hash", Json::hex(&inputs.bundle_hash)), ("number", Json::Number(inputs.bundle_number))];
        let mut members = Vec::from([
            ("at", Json::Number(inputs.at.seconds())),
            ("bundle", Json::object(bundle)),
            ("engine", Json::text(env!("CARGO_PKG_VERSION"))),
            ("findings", Json::List(findings.collect())),
            ("format", Json::Number(FORMAT)),
            ("judgement", Json::Number(JUDGEMENT)),
            ("needs", Json::List(self.needs.iter().map(Need::json).collect())),
            ("papers", Json::List(self.papers.iter().map(EncounterPaper::json).collect())),
            ("purpose", Json::Number(inputs.purpose)),
            ("reports", Json::List(inputs.scans.iter().map(|scan| Json::hex(scan)).collect())),
            ("role", Json::text(&inputs.role)),
            ("scene", Json::hex(&inputs.scene)),
            ("test", Json::Bool(inputs.test)),
            ("unread", count(inputs.unread)),
            ("verdict", Json::text(self.verdict().name())),
            (
                "verdicts",
                Json::List(self.showings.iter().map(|showing| Json::text(showing.verdict().name())).collect()),
            ),
        ]);
        let ended =
            self.showings.iter().enumerate().filter(|(_, showing)| showing.ended).map(|(place, _)| count(place));
        let ended: Vec<_> = ended.collect();
        members.extend((!ended.is_empty()).then_some(("ended", Json::List(ended))));
        Json::object(members)
    }
}

impl EncounterShowing {
    pub(super) const fn new(judged: Judgement, findings: Vec<Finding>, ended: bool) -> Self {
        Self { judged, findings, ended }
    }

    /// Whether values or an answer of it have ended: its verdict stands by what they left, and nothing of them may be
    /// on a screen any more.
    #[must_use]
    pub const fn has_ended(&self) -> bool {
        self.ended
    }

    /// The gravest of what it brings to the encounter.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.judged.verdict
    }

    /// The headline for a screen.
    #[must_use]
    pub const fn headline(&self) -> Headline {
        self.judged.headline
    }

    /// What its report found apart from its papers. Owner and plate are among the findings of the encounter instead.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl EncounterPaper {
    pub(super) const fn new(
        place: (usize, usize),
        kind: Kind,
        judged: Judgement,
        findings: Vec<Finding>,
        covers: Option<Covers>,
    ) -> Self {
        Self { place, kind, judged, findings, covers, ended: false }
    }

    pub(super) const fn ended(mut self, ended: bool) -> Self {
        self.ended = ended;
        self
    }

    /// Whether its release has ended: what is said of it was found while it lived.
    #[must_use]
    pub const fn has_ended(&self) -> bool {
        self.ended
    }

    /// The place of its report in the encounter.
    #[must_use]
    pub const fn report(&self) -> usize {
        self.place.0
    }

    /// Its place among the papers of that report.
    #[must_use]
    pub const fn paper(&self) -> usize {
        self.place.1
    }

    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The verdict for the vehicle that stands there.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.judged.verdict
    }

    /// The headline for that vehicle.
    #[must_use]
    pub const fn headline(&self) -> Headline {
        self.judged.headline
    }

    /// What was found about it, for that vehicle.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether this licence covers that vehicle, and by which rule:
    /// [`PaperReport::covers`](crate::PaperReport::covers), asked again.
    #[must_use]
    pub const fn covers(&self) -> Option<Covers> {
        self.covers
    }

    pub(crate) fn json(&self) -> Json {
        let findings = self.findings.iter().map(|finding| finding_json(finding, "token"));
        let mut members = Vec::from([
            ("findings", Json::List(findings.collect())),
            ("kind", kind_json(self.kind)),
            ("paper", count(self.place.1)),
            ("showing", count(self.place.0)),
            ("verdict", Json::text(self.verdict().name())),
        ]);
        members.extend(self.covers.map(|covers| ("covers", covers.json())));
        members.extend(self.ended.then_some(("ended", Json::Bool(true))));
        Json::object(members)
    }
}
