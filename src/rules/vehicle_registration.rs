//! Vehicle registration: in force to the last day printed, where there is one; held by the police until an appointment.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "law-36-2024-art-56",
        kind: Kind::VEHICLE_REGISTRATION,
        law: "Law 36/2024/QH15 art. 56",
        law_vi: "Điều 56 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::VehicleExpired],
        held_by: "a_registration_expires_after_its_last_day",
        judge: Judge::Paper(expired),
    },
    Rule {
        id: "decree-168-2024-art-48",
        kind: Kind::VEHICLE_REGISTRATION,
        law: "Decree 168/2024/ND-CP art. 48(2)",
        law_vi: "khoản 2 Điều 48 Nghị định 168/2024/NĐ-CP",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::VehicleHeldUntil],
        held_by: "a_registration_held_is_a_note_to_its_appointment",
        judge: Judge::Paper(held),
    },
];

fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::VehicleExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}

fn held(case: &Case<'_>) -> Vec<Finding> {
    let appointment = case.paper.value(Field::REGISTRATION_HELD_UNTIL).and_then(last_day);
    appointment
        .map(|day| case.held_until(Reason::VehicleHeldUntil, Field::REGISTRATION_HELD_UNTIL, day))
        .into_iter()
        .collect()
}
