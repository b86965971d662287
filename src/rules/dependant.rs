//! A dependant's paper: it says who may show whose papers, to its last day.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::age::{Age, Decided};
use crate::document::dependant::is_child_or_ward;
use crate::document::last_day;
use crate::field::{Field, Kind, Purpose};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "decree-69-2024-art-14",
        law: articles::DECREE_69_2024_14_2,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN_BEFORE_DECREE_320,
        what: Finds { kind: Kind::DEPENDANT, finds: &[Reason::DependantExpired], judge: Judge::Paper(expired) },
    },
    OF_AGE.until(articles::SINCE_DECREE_320_2026),
    OF_AGE.unseen_from(articles::SINCE_DECREE_320_2026),
];

const OF_AGE: Rule = Rule {
    id: "decree-69-2024-art-7",
    law: articles::DECREE_69_2024_7,
    from: articles::SINCE_LAW_26_2023,
    to: None,
    follows: None,
    confidence: Confidence::High,
    seen: articles::SEEN_BEFORE_DECREE_320,
    what: Finds { kind: Kind::DEPENDANT, finds: &[Reason::DependantOfAge], judge: Judge::Paper(of_age) },
};

/// Past its last day it establishes no relation. A child under six at a clinic needs none (Decree 188/2025/ND-CP art.
/// 37).
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    let past =
        last.filter(|last| case.is_over(*last)).map(|_| case.found(Reason::DependantExpired, Field::VALID_UNTIL));
    let needless = case.scene.purpose == Purpose::CLINIC_ADMISSION && is(case, 6, Decided::No);
    past.map(|finding| if needless { finding.at_most(Gravity::Note) } else { finding }).into_iter().collect()
}

/// From fourteen on a citizen with a card may have an account (art. 7): worth knowing, no fault.
fn of_age(case: &Case<'_>) -> Vec<Finding> {
    let of_age = is_child_or_ward(case.paper) && is(case, 14, Decided::Yes);
    of_age.then(|| case.found(Reason::DependantOfAge, Field::DATE_OF_BIRTH)).into_iter().collect()
}

fn is(case: &Case<'_>, years: u16, answer: Decided) -> bool {
    let born = case.paper.value(Field::DATE_OF_BIRTH).and_then(|born| born.as_date());
    born.is_some_and(|born| Age::of(born).had_by(years, case.today()) == answer)
}
