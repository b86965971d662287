//! A stop: one check that collects several showings, from several phones if need be, and holds them against each other.
//!
//! The owner on the pillion shows the registration on her own phone, the driver shows his licence on his: two keys, two people, one
//! vehicle. Each showing is inspected and proven on its own; nothing is merged, and no proof of one stands in for another's.

use crate::ask::Ask;
use crate::consistency::{of_vehicles, vehicle_in_question};
use crate::document::{Paper, StatusAnswer};
use crate::evidence::{Outcome, Verdict, judge};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::inspector::Inspector;
use crate::reason::Reason;
use crate::report::{PaperReport, Report, State};
use crate::rules;
use crate::scene::{Scene, Vehicle};
use crate::time::UnixTime;
use alloc::vec::Vec;

/// Showings of one stop: driver, owner, and a few passengers; more than these are another stop.
const MAX_SHOWINGS: usize = 8;

/// The reports of one check, with their disclosures.
#[derive(Debug, Default)]
pub struct Stop {
    reports: Vec<Report>,
}

/// What the showings of a stop say together. It holds no values.
#[derive(Debug)]
pub struct StopReport {
    verdict: Verdict,
    findings: Vec<Finding>,
    papers: Vec<StopPaper>,
}

/// One paper of a stop, judged for the vehicle that stands there.
#[derive(Debug)]
pub struct StopPaper {
    report: usize,
    kind: Kind,
    verdict: Verdict,
    findings: Vec<Finding>,
}

impl Stop {
    /// A stop at which nothing was shown yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { reports: Vec::new() }
    }

    /// Adds a report. All of a stop must be of one inspector, which is not checked: no value can be had through a stop that its report does
    /// not give. Gives it back if the stop already holds eight.
    ///
    /// # Errors
    /// The report itself, which does not fit.
    #[expect(clippy::result_large_err, reason = "the report itself goes back, and only from a stop that is full")]
    pub fn add(&mut self, report: Report) -> Result<(), Report> {
        if self.reports.len() >= MAX_SHOWINGS {
            return Err(report);
        }
        self.reports.push(report);
        Ok(())
    }

    /// The reports, in the order they came.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The reports, to read what they disclose.
    pub fn reports_mut(&mut self) -> &mut [Report] {
        &mut self.reports
    }

    /// Judges the papers of all showings together: a licence for the vehicle that another phone's registration describes, that vehicle
    /// against the plate seen and against its owner. Only disclosures that have not ended at `at` take part; while one has, the stop
    /// is not accepted.
    ///
    /// `ask` says what may be told and which vehicle the officer picked.
    pub fn judge(&mut self, inspector: &Inspector, ask: &Ask, at: UnixTime) -> StopReport {
        let reversible_tolerance = inspector.post().role().tolerances().reversible;
        let scene = Scene { at, reversible_tolerance, purpose: ask.purpose(), seen: ask.seen() };
        let mut papers = Vec::new();
        for (index, report) in self.reports.iter_mut().enumerate() {
            papers.extend(living(index, report, at));
        }
        let all: Vec<&Paper> = papers.iter().map(|living| living.paper).collect();
        let vehicle = vehicle_in_question(&all, ask.seen().vehicle.as_ref());
        let origins: Vec<_> = papers.iter().map(|living| (living.paper, living.origin())).collect();
        let across = of_vehicles(&origins, &scene);
        let judged: Vec<_> = papers.iter().map(|living| living.judge(ask, &scene, vehicle.as_ref())).collect();
        self.report(judged, across)
    }

    fn report(&self, papers: Vec<StopPaper>, findings: Vec<Finding>) -> StopReport {
        let whole = Outcome::from(findings.clone());
        let verdicts = papers.iter().map(|paper| paper.verdict).chain(self.reports.iter().map(besides_vehicles));
        let worst = verdicts.max().unwrap_or(Verdict::Refer);
        // Else waiting until a paper has ended would make a stop better.
        let proven = self.reports.iter().flat_map(Report::papers).filter(|paper| paper.is_proven()).count();
        let worst = if papers.len() < proven { worst.max(Verdict::Refer) } else { worst };
        StopReport { verdict: worst.max(judge([&whole])), findings, papers }
    }
}

/// What a showing brings to the verdict apart from its proven papers: those that are not proven, and what its own papers say against
/// each other. Owner and plate are asked of the whole stop instead.
fn besides_vehicles(report: &Report) -> Verdict {
    if !report.papers().iter().any(PaperReport::is_proven) {
        return report.verdict();
    }
    let of_vehicles = [Reason::VehicleOwnerDiffers, Reason::VehiclePlateDiffers];
    let others = report.findings().iter().filter(|finding| !of_vehicles.contains(&finding.reason())).copied();
    let others = Outcome::from(others.collect::<Vec<_>>());
    let unproven = report.papers().iter().filter(|paper| !paper.is_proven()).map(PaperReport::verdict);
    unproven.max().unwrap_or(Verdict::Accept).max(judge([&others]))
}

/// A paper whose disclosure has not ended, with what was found about it apart from the vehicle.
struct Living<'a> {
    report: usize,
    paper: &'a Paper,
    parts: &'a [(Field, StatusAnswer)],
    findings: &'a [Finding],
    shared: &'a [Finding],
}

fn living(report: usize, of: &mut Report, at: UnixTime) -> Vec<Living<'_>> {
    let papers = of.papers.iter_mut().filter_map(|paper| {
        let State::Proven(proven) = &mut paper.state else { return None };
        let living = proven.disclosure.paper_at(at).ok()?;
        Some(Living { report, paper: living, parts: &proven.parts, findings: &paper.findings, shared: &paper.shared })
    });
    papers.collect()
}

impl Living<'_> {
    fn origin(&self) -> u8 {
        u8::try_from(self.report).unwrap_or(u8::MAX)
    }

    /// What the rules of law say is asked again for this vehicle; everything else stands as it was found.
    fn judge(&self, ask: &Ask, scene: &Scene<'_>, vehicle: Option<&Vehicle>) -> StopPaper {
        let by_rules = rules::apply(self.paper, self.parts, scene, vehicle);
        let by_rules = by_rules.into_iter().filter_map(|finding| ask.permit(self.paper.kind, finding));
        let others = self.findings.iter().filter(|finding| finding.rule().is_none()).copied();
        let findings: Vec<_> = others.chain(by_rules).collect();
        let (own, shared) = (Outcome::from(findings.clone()), Outcome::from(self.shared.to_vec()));
        StopPaper { report: self.report, kind: self.paper.kind, verdict: judge([&own, &shared]), findings }
    }
}

impl StopReport {
    /// The gravest of its papers, its unproven showings and its findings.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Findings between papers: owner, plate. The token of each is the showing's place in the stop.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The papers shown, from all phones.
    #[must_use]
    pub fn papers(&self) -> &[StopPaper] {
        &self.papers
    }
}

impl StopPaper {
    /// The place of its report in the stop.
    #[must_use]
    pub const fn report(&self) -> usize {
        self.report
    }

    /// The kind of paper.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The verdict for the vehicle that stands there.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What was found about it, for that vehicle.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}
