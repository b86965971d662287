//! Inspection certificate: in force to the end of the last day printed on it.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    EXPIRED.until(articles::SINCE_LAW_118_2025),
    Rule {
        id: "circular-30-2026",
        law: articles::CIRCULAR_30_2026,
        from: articles::SINCE_LAW_118_2025,
        follows: Some(EXPIRED.id),
        ..EXPIRED
    },
];

const EXPIRED: Rule = Rule {
    id: "law-36-2024-art-42-1",
    law: articles::LAW_36_2024_42_1,
    from: articles::SINCE_LAW_36_2024,
    to: None,
    follows: None,
    confidence: Confidence::InPaper,
    seen: articles::SEEN,
    what: Finds {
        kind: Kind::INSPECTION_CERTIFICATE,
        finds: &[Reason::VehicleInspectionExpired],
        judge: Judge::Paper(expired),
    },
};

/// A certificate past its last day does not show that the vehicle was inspected for today.
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::VehicleInspectionExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}
