//! What was shown does not outlive its end: not past `end`, not past a later look, not past the report.

use doichieu::field::Field;
use doichieu::time::UnixTime;
use doichieu::{Answer, Release, Proof, Report, Shown, Value};

fn past_its_end(release: &mut Release, now: UnixTime) {
    let shown = release.at(now).unwrap();
    release.end();
    let _ = shown.answer(Field::FULL_NAME);
}

fn past_a_later_look(release: &mut Release, now: UnixTime, later: UnixTime) {
    let shown = release.at(now).unwrap();
    let _ = release.at(later);
    let _ = shown.fields().count();
}

fn past_the_report(mut report: Report, now: UnixTime) -> Option<&'static Value> {
    let Proof::Proven(release) = report.papers_mut()[0].proof() else { return None };
    match release.at(now).ok()?.answer(Field::FULL_NAME) {
        Answer::Shown(value) => Some(value),
        _ => None,
    }
}

fn into_a_store(release: &mut Release, now: UnixTime, store: &mut Vec<Shown<'static>>) {
    store.extend(release.at(now));
}

fn main() {}
