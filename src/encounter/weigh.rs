//! What one showing brings to an encounter: its papers as judged here, and those that are not judged here as they were
//! found.

use super::answers::Answer;
use super::member::Judged;
use crate::consistency::is_of_vehicles;
use crate::evidence::{Outcome, Verdict, judge};
use crate::finding::Finding;
use crate::report::{PaperReport, Report};
use alloc::vec::Vec;

/// What a report found apart from its papers. Owner and plate are asked of the whole encounter instead.
pub(super) fn besides_vehicles(report: &Report) -> Vec<Finding> {
    report.findings().iter().filter(|finding| !is_of_vehicles(finding)).copied().collect()
}

/// The verdict of one showing in the encounter, and every finding that it may rest on.
pub(super) fn showing(
    report: &Report,
    judged: &[&Judged],
    besides: &[Finding],
    answers: &[&Answer],
) -> (Verdict, Vec<Finding>) {
    let mut findings = besides.to_vec();
    // With no paper proven there is nothing to judge anew: the showing keeps the verdict of its own report.
    if !report.papers().iter().any(PaperReport::is_agreed) {
        findings.extend(report.papers().iter().flat_map(PaperReport::findings));
        return (report.verdict(), findings);
    }
    let mut verdict = judge([&Outcome::from(besides.to_vec())]);
    for (place, paper) in report.papers().iter().enumerate() {
        let (of_paper, found) = match judged.iter().find(|judged| judged.paper.paper() == place) {
            Some(judged) => (judged.paper.verdict(), judged.decisive().copied().collect()),
            None => not_judged(paper, answers.iter().find(|answer| answer.place.1 == place).copied()),
        };
        verdict = verdict.max(of_paper);
        findings.extend(found);
    }
    (verdict, findings)
}

/// A paper that is not judged here: not proven, or only answered for. An answer that ended too long ago is no better
/// than *refer*.
fn not_judged(paper: &PaperReport, answer: Option<&Answer>) -> (Verdict, Vec<Finding>) {
    let as_found = || (paper.verdict(), paper.findings().to_vec());
    let Some(answer) = answer else { return as_found() };
    let (verdict, mut findings) = if answer.is_of_another() { apart_from_law(paper) } else { as_found() };
    findings.extend(answer.finding());
    let open = answer.over.is_some() || !answer.counts();
    (if open { verdict.max(Verdict::Refer) } else { verdict }, findings)
}

/// What holds beside any vehicle: without the findings of rules of law, which were made for the vehicle that stood
/// there at the inspection.
pub(super) fn apart_from_law(paper: &PaperReport) -> (Verdict, Vec<Finding>) {
    let stands = paper.findings().iter().filter(|finding| finding.rule().is_none());
    let findings: Vec<_> = stands.chain(paper.shared.iter()).copied().collect();
    (judge([&Outcome::from(findings.clone())]), findings)
}
