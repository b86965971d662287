//! Health insurance card: in force from its first day to its last, where it has one.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "decree-188-2025-art-10",
    kind: Kind::HEALTH_INSURANCE_CARD,
    law: "Decree 188/2025/ND-CP art. 10(1)",
    law_vi: "Nghị định 188/2025/NĐ-CP Điều 10 khoản 1",
    from: (2025, 8, 15),
    to: None,
    confidence: Confidence::InPaper,
    finds: &[Reason::HealthNotInForce],
    held_by: "a_health_card_runs_from_its_first_day_to_its_last",
    judge: Judge::Paper(not_in_force),
}];

/// Every card states where its validity starts; only some state an end (art. 10(1)).
fn not_in_force(case: &Case<'_>) -> Vec<Finding> {
    let day = |field| case.paper.value(field).and_then(last_day);
    let ahead = day(Field::VALID_FROM).is_some_and(|first| case.today() < first);
    let over = day(Field::VALID_UNTIL).is_some_and(|last| case.is_over(last));
    [(ahead, Field::VALID_FROM), (over, Field::VALID_UNTIL)]
        .into_iter()
        .filter(|(fires, _)| *fires)
        .map(|(_, field)| case.found(Reason::HealthNotInForce, field))
        .collect()
}
