//! A report is the outcome of an inspection and of nothing else; nor can it be improved afterwards.

use doichieu::{Assurance, Report, Verdict};

fn assure() -> Assurance {
    Assurance { held: None, agreed: None, challenge_bound: true, bundle_age: 0, status_age: None }
}

fn accept(mut report: Report) -> Report {
    report.verdict = Verdict::Accept;
    report.papers_mut()[0].findings.clear();
    report.findings.clear();
    report
}

fn main() {}
