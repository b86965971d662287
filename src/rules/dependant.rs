//! A dependant's paper: it says who may show whose papers, to its last day.

use super::{Case, Confidence, Judge, Rule};
use crate::age::{Age, Decided};
use crate::document::dependant::is_child_or_ward;
use crate::document::last_day;
use crate::field::{Field, Kind, Purpose};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "decree-69-2024-art-14",
        kind: Kind::DEPENDANT,
        law: "Decree 69/2024/ND-CP art. 14(2)",
        law_vi: "khoản 2 Điều 14 Nghị định 69/2024/NĐ-CP",
        from: (2024, 7, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::DependantExpired],
        held_by: "a_dependants_paper_ends_and_a_child_comes_of_age",
        judge: Judge::Paper(expired),
    },
    Rule {
        id: "decree-69-2024-art-7",
        kind: Kind::DEPENDANT,
        law: "Decree 69/2024/ND-CP art. 7",
        law_vi: "Điều 7 Nghị định 69/2024/NĐ-CP",
        from: (2024, 7, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::DependantOfAge],
        held_by: "a_dependants_paper_ends_and_a_child_comes_of_age",
        judge: Judge::Paper(of_age),
    },
];

/// Past its last day it establishes no relation. A child under six at a clinic needs none (Decree 188/2025/ND-CP art. 37).
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
