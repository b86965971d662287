//! Compulsory liability insurance: it covers the day of the inspection or it does not.
//!
//! The paper states days. A period that begins or ends at an hour counts for the whole of that day: the benefit is the
//! citizen's.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::{Reason, Turn};
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "law-36-2024-art-56",
    law: articles::LAW_36_2024_56,
    from: articles::SINCE_LAW_36_2024,
    to: None,
    follows: None,
    confidence: Confidence::InPaper,
    seen: articles::SEEN,
    what: Finds {
        kind: Kind::LIABILITY_INSURANCE,
        finds: &[Reason::VehicleInsuranceNotInForce],
        judge: Judge::Paper(not_in_force),
    },
}];

/// Cover from its first day until the day after its last, half-open, on Viet Nam's calendar.
fn not_in_force(case: &Case<'_>) -> Vec<Finding> {
    let day = |field| case.paper.value(field).and_then(last_day);
    let ahead = day(Field::VALID_FROM).is_some_and(|first| case.today() < first);
    let over = day(Field::VALID_UNTIL).is_some_and(|last| case.is_over(last));
    [(ahead, Field::VALID_FROM, Turn::Ahead), (over, Field::VALID_UNTIL, Turn::Past)]
        .into_iter()
        .filter(|(fires, ..)| *fires)
        .map(|(_, field, turn)| case.found(Reason::VehicleInsuranceNotInForce, field).turned(turn))
        .collect()
}
