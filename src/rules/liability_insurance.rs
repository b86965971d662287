//! Compulsory liability insurance: it covers the day of the inspection or it does not.
//!
//! The paper states days. A period that begins or ends at an hour counts for the whole of that day: the benefit is the citizen's.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "law-36-2024-art-56",
    kind: Kind::LIABILITY_INSURANCE,
    law: "Law 36/2024/QH15 art. 56",
    law_vi: "Điều 56 Luật 36/2024/QH15",
    from: (2025, 1, 1),
    to: None,
    confidence: Confidence::InPaper,
    finds: &[Reason::VehicleInsuranceNotInForce],
    held_by: "an_insurance_covers_from_its_first_day_to_its_last",
    judge: Judge::Paper(not_in_force),
}];

/// Cover from its first day until the day after its last, half-open, on Viet Nam's calendar.
fn not_in_force(case: &Case<'_>) -> Vec<Finding> {
    let day = |field| case.paper.value(field).and_then(last_day);
    let ahead = day(Field::VALID_FROM).is_some_and(|first| case.today() < first);
    let over = day(Field::VALID_UNTIL).is_some_and(|last| case.is_over(last));
    [(ahead, Field::VALID_FROM), (over, Field::VALID_UNTIL)]
        .into_iter()
        .filter(|(fires, _)| *fires)
        .map(|(_, field)| case.found(Reason::VehicleInsuranceNotInForce, field))
        .collect()
}
