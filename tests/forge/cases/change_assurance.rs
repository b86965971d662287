//! How much a report rests on is read, not set.

use doichieu::Report;

fn bind(report: &mut Report) {
    report.assurance().challenge_bound = true;
}

fn main() {}
