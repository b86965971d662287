//! The one answer.

use crate::error::DoichieuError;
use crate::finding::{Finding, Headline, Text, Verdict};
use crate::names::Kind;
use crate::release::Release;
use crate::slot::Slot;
use crate::time::instant;
use doichieu::{Proof, RoleProfile};
use std::sync::Arc;
use std::time::SystemTime;

/// What came of an inspection.
#[derive(Debug, uniffi::Enum)]
#[non_exhaustive]
pub enum Seen {
    /// A document, and what is found about it.
    Report {
        /// The facts.
        report: Arc<Report>,
        /// The papers, those of proven ones with a release each. Who lets go of a release lets go of its values: it is not
        /// handed out twice.
        papers: Vec<Paper>,
    },
    /// Not a document. Says nothing about anybody.
    Unreadable {
        /// `scan_again`, or `not_checked` where scanning again can never help.
        headline: Headline,
        /// `scan.…`, stable.
        code: String,
        /// What is said, and the step that follows.
        text: Text,
        /// For the log, not for the screen: layer and offset.
        log: String,
    },
}

/// A paper: proven with a release, answered without one, or unproven without any value.
#[derive(Debug, uniffi::Enum)]
#[non_exhaustive]
pub enum Paper {
    /// Proven, and agreed to be shown.
    Proven {
        /// What is found about it.
        facts: PaperFacts,
        /// Its values, until they end.
        release: Arc<Release>,
        /// Left undisclosed, or decoys: nobody can tell which.
        withheld: u64,
    },
    /// Proven, and agreed to for an answer only: no values, no names of fields.
    Answered {
        /// What is found about it.
        facts: PaperFacts,
        /// The question, by name.
        question: String,
        /// `yes`, `no`, `undetermined`, `not_needed`; stable.
        answer: String,
        /// The same for people.
        text: Text,
        /// The rule that decided, where one did.
        rule: Option<String>,
    },
    /// Not proven: nothing of it is shown.
    Unproven {
        /// What is found about it.
        facts: PaperFacts,
        /// Why, stable.
        reason: String,
    },
}

/// What is found about a paper, without a value.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct PaperFacts {
    /// `null`: a kind that this engine cannot read.
    pub kind: Option<Kind>,
    /// What came of it.
    pub verdict: Verdict,
    /// For a screen.
    pub headline: Headline,
    /// In words, without values; with them, while it lives: [`Release::words`].
    pub findings: Vec<Finding>,
    /// Of a licence beside a vehicle: whether it covers it. Whether it is in force the verdict says.
    pub covers: Option<Covers>,
}

/// Whether a licence covers what is driven.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Covers {
    /// `yes`, `no`, `undetermined`, `not_needed`; stable.
    pub answer: String,
    /// For people.
    pub text: Text,
    /// The rule that decided.
    pub rule: String,
    /// Which measure to look for where it is *undetermined* and one would decide.
    pub measure: Option<String>,
}

impl Covers {
    pub(crate) fn of(of: doichieu::Covers) -> Self {
        Self {
            answer: of.answer.name().to_owned(),
            text: Text::of(of.answer.text()),
            rule: of.rule.to_owned(),
            measure: of.measure.map(|measure| measure.name().to_owned()),
        }
    }
}

/// The report of one inspection. Holds no value of a paper: those are in the releases of its proven papers.
#[derive(Debug, uniffi::Object)]
pub struct Report {
    slot: Slot,
    findings: Vec<Finding>,
}

#[uniffi::export]
impl Report {
    /// The gravest of what was found.
    pub fn verdict(&self) -> Verdict {
        self.slot.with(|report| Some(Verdict::of(report.verdict()))).unwrap_or(Verdict::Refer)
    }

    /// For a screen.
    pub fn headline(&self) -> Headline {
        let headline = self.slot.with(|report| Some(report.headline()));
        Headline::of(headline.unwrap_or(doichieu::Headline::LookUp))
    }

    /// About the showing as a whole, in the order of the checks.
    pub fn findings(&self) -> Vec<Finding> {
        self.findings.clone()
    }

    /// A test root stands behind it: every screen then says TEST.
    pub fn is_test(&self) -> bool {
        self.slot.with(|report| Some(report.is_test())).unwrap_or(true)
    }

    /// When it was made, on the host's clock.
    pub fn at(&self) -> SystemTime {
        self.slot.with(|report| Some(instant(report.at()))).unwrap_or(SystemTime::UNIX_EPOCH)
    }

    /// Canonical JSON (RFC 8785), the same bytes in every language. No claim value, no prose.
    pub fn json(&self) -> String {
        self.slot.with(|report| report.to_json())
    }

    /// The first use of its showing, or the first one tried again. For programs that do something once.
    pub fn consumed(&self) -> bool {
        self.slot.with(|report| report.consumed())
    }

    /// The legal basis of the ask, by code; `null`: the citizen's consent alone.
    pub fn basis(&self) -> Option<String> {
        self.slot.with(|report| report.legal_basis().map(|basis| basis.code().to_owned()))
    }

    /// The signed consent itself, to keep as proof without the values.
    pub fn consent_proof(&self) -> Option<Vec<u8>> {
        self.slot.with(|report| report.consent_proof().map(|proof| proof.as_bytes().to_vec()))
    }

    /// Which showing it was; `null` where nothing was proven, or a printed code was read.
    pub fn showing(&self) -> Option<Vec<u8>> {
        self.slot.with(|report| report.showing().map(doichieu::Showing::to_bytes))
    }

    /// What it took from the memory, to compute it again.
    pub fn memory_extract(&self) -> Vec<u8> {
        self.slot.with(|report| report.memory_extract())
    }

    /// How far this device's clock and the phone's are apart, in words: a hint, which accuses nobody.
    pub fn clock_difference(&self) -> Option<Text> {
        self.slot.with(|report| report.clock_difference()).map(|apart| Text::said(|language| apart.text(language)))
    }
}

impl Report {
    pub(crate) const fn slot(&self) -> &Slot {
        &self.slot
    }
}

impl Seen {
    /// A report, in the words of the role it was made for.
    pub(crate) fn report(report: doichieu::Report, role: &RoleProfile) -> Self {
        let findings = Finding::all(report.findings(), None, role);
        let slot = Slot::alone(report);
        let papers = slot.with(|report| {
            let papers = report.papers_mut().iter_mut().zip(0..);
            papers.map(|(paper, place)| Paper::of(paper, &slot, place, role)).collect()
        });
        Self::Report { report: Arc::new(Report { slot, findings }), papers }
    }

    pub(crate) fn unreadable(why: doichieu::input::Unreadable, role: &RoleProfile) -> Self {
        let reason = why.reason();
        let filling = doichieu::reason::Filling::default();
        let text = Text::said(|language| {
            let said = role.said(reason, language, &filling);
            let step = said.step_text().map(|step| format!(" {step}")).unwrap_or_default();
            format!("{}{step}", said.text())
        });
        Self::Unreadable {
            headline: Headline::of(doichieu::Headline::of_unread(reason)),
            code: reason.code().to_owned(),
            text,
            log: why.to_string(),
        }
    }

    pub(crate) fn of(seen: Result<doichieu::Report, doichieu::input::Unreadable>, role: &RoleProfile) -> Self {
        match seen {
            Ok(report) => Self::report(report, role),
            Err(why) => Self::unreadable(why, role),
        }
    }
}

impl Paper {
    fn of(paper: &mut doichieu::PaperReport, slot: &Slot, place: usize, role: &RoleProfile) -> Self {
        let facts = PaperFacts {
            kind: Kind::of(paper.kind()),
            verdict: Verdict::of(paper.verdict()),
            headline: Headline::of(paper.headline()),
            findings: Finding::all(paper.findings(), Some(paper.kind()), role),
            covers: paper.covers().map(Covers::of),
        };
        let withheld = paper.withheld().and_then(|of| u64::try_from(of).ok()).unwrap_or_default();
        match paper.proof() {
            Proof::Proven(_) => Self::Proven { facts, release: Release::of(slot.clone(), place), withheld },
            Proof::Answered(of) => Self::Answered {
                facts,
                question: of.question.name().to_owned(),
                answer: of.answer.name().to_owned(),
                text: Text::of(of.answer.text()),
                rule: of.rule.map(str::to_owned),
            },
            Proof::Unproven(reason) => Self::Unproven { facts, reason: reason.code().to_owned() },
            _ => Self::Unproven { facts, reason: String::new() },
        }
    }
}

/// What an extract that is none is told by.
pub(crate) fn recompute_error(_: doichieu::RecomputeError) -> DoichieuError {
    DoichieuError::argument("argument.extract", "a memory extract of a report")
}
