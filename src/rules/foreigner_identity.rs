//! A foreigner's electronic identity: passport and stay, each to its last day. No number is expected: not every foreigner has one.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "decree-69-2024-art-7-passport",
        kind: Kind::FOREIGNER_IDENTITY,
        law: "Decree 69/2024/ND-CP art. 7",
        law_vi: "Điều 7 Nghị định 69/2024/NĐ-CP",
        from: (2024, 7, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::ForeignerPassportExpired],
        held_by: "passports_and_stays_end_with_their_last_day",
        judge: Judge::Paper(passport),
    },
    Rule {
        id: "decree-69-2024-art-7-stay",
        kind: Kind::FOREIGNER_IDENTITY,
        law: "Decree 69/2024/ND-CP art. 7",
        law_vi: "Điều 7 Nghị định 69/2024/NĐ-CP",
        from: (2024, 7, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::ForeignerStayPast],
        held_by: "passports_and_stays_end_with_their_last_day",
        judge: Judge::Paper(stay),
    },
];

/// The account is that of a passport: past its last day the paper is not in force until a newer passport is in it.
fn passport(case: &Case<'_>) -> Vec<Finding> {
    past(case, Field::PASSPORT_VALID_UNTIL, Reason::ForeignerPassportExpired)
}

/// A stay may have been extended since; that it was not is for those who grant it to say.
fn stay(case: &Case<'_>) -> Vec<Finding> {
    past(case, Field::STAY_VALID_UNTIL, Reason::ForeignerStayPast)
}

fn past(case: &Case<'_>, field: Field, reason: Reason) -> Vec<Finding> {
    let last = case.paper.value(field).and_then(last_day);
    last.filter(|last| case.is_over(*last)).map(|_| case.found(reason, field)).into_iter().collect()
}
