//! Values are read where the paper is proven, and nowhere else.

use doichieu::time::UnixTime;
use doichieu::{PaperReport, Proof, Report};

fn through_the_proof(paper: &mut PaperReport, now: UnixTime) {
    let _ = paper.proof().at(now);
}

fn without_the_other_case(paper: &mut PaperReport, now: UnixTime) {
    let Proof::Proven(release) = paper.proof();
    let _ = release.at(now);
}

fn from_the_reason(paper: &mut PaperReport, now: UnixTime) {
    match paper.proof() {
        Proof::Unproven(reason) => drop(reason.at(now)),
        _ => {}
    }
}

fn from_the_report(report: &Report) {
    let _ = report.papers()[0].release();
    let _ = report.values();
}

fn from_the_inside(paper: &PaperReport) {
    let _ = &paper.state;
}

fn main() {}
