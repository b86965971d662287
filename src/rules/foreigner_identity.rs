//! A foreigner's electronic identity: passport and stay, each to its last day. No number is expected: not every
//! foreigner has one.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "decree-69-2024-art-7-passport",
        law: articles::DECREE_69_2024_7,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN_BEFORE_DECREE_320,
        what: Finds {
            kind: Kind::FOREIGNER_IDENTITY,
            finds: &[Reason::ForeignerPassportExpired],
            judge: Judge::Paper(passport),
        },
    },
    Rule {
        id: "decree-69-2024-art-7-stay",
        law: articles::DECREE_69_2024_7,
        from: articles::SINCE_LAW_26_2023,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN_BEFORE_DECREE_320,
        what: Finds { kind: Kind::FOREIGNER_IDENTITY, finds: &[Reason::ForeignerStayPast], judge: Judge::Paper(stay) },
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
