//! How much a report rests on is read, not set.

use doichieu::Report;

fn main() {
    let report: Report = unimplemented!();
    let assurance = report.assurance();
    assurance.challenge_bound = true;
}
