//! Inspection certificate: in force to the end of the last day printed on it.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "law-36-2024-art-56",
    kind: Kind::INSPECTION_CERTIFICATE,
    law: "Law 36/2024/QH15 art. 56",
    law_vi: "Điều 56 Luật 36/2024/QH15",
    from: (2025, 1, 1),
    to: None,
    confidence: Confidence::InPaper,
    finds: &[Reason::VehicleInspectionExpired],
    held_by: "an_inspection_counts_to_the_end_of_its_last_day",
    judge: Judge::Paper(expired),
}];

/// A certificate past its last day does not show that the vehicle was inspected for today.
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::VehicleInspectionExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}
