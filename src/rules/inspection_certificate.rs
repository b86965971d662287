//! Inspection certificate: in force to the end of the last day printed on it.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "law-36-2024-art-56",
    law: articles::LAW_36_2024_56,
    from: articles::SINCE_LAW_36_2024,
    to: None,
    confidence: Confidence::InPaper,
    what: Finds {
        kind: Kind::INSPECTION_CERTIFICATE,
        finds: &[Reason::VehicleInspectionExpired],
        judge: Judge::Paper(expired),
    },
}];

/// A certificate past its last day does not show that the vehicle was inspected for today.
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::VehicleInspectionExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}
