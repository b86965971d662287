//! What was shown does not outlive its end: not past `end`, not past a later look, not past the report.

use doichieu::field::Field;
use doichieu::time::UnixTime;
use doichieu::{Answer, Disclosure, Proof, Report, Shown, Value};

fn past_its_end(disclosure: &mut Disclosure, now: UnixTime) {
    let shown = disclosure.at(now).unwrap();
    disclosure.end();
    let _ = shown.answer(Field::FULL_NAME);
}

fn past_a_later_look(disclosure: &mut Disclosure, now: UnixTime, later: UnixTime) {
    let shown = disclosure.at(now).unwrap();
    let _ = disclosure.at(later);
    let _ = shown.fields().count();
}

fn past_the_report(mut report: Report, now: UnixTime) -> Option<&'static Value> {
    let Proof::Proven(disclosure) = report.papers_mut()[0].proof() else { return None };
    match disclosure.at(now).ok()?.answer(Field::FULL_NAME) {
        Answer::Shown(value) => Some(value),
        _ => None,
    }
}

fn into_a_store(disclosure: &mut Disclosure, now: UnixTime, store: &mut Vec<Shown<'static>>) {
    store.extend(disclosure.at(now));
}

fn main() {}
