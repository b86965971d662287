//! Vehicle registration: in force to the last day printed, where there is one; temporarily seized by the police until
//! an appointment.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "law-36-2024-art-39-3",
        law: articles::LAW_36_2024_39_3,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::VEHICLE_REGISTRATION,
            finds: &[Reason::VehicleExpired],
            judge: Judge::Paper(expired),
        },
    },
    Rule {
        id: "decree-168-2024-art-48",
        law: articles::DECREE_168_2024_48_2,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::VEHICLE_REGISTRATION,
            finds: &[Reason::VehicleSeizedUntil],
            judge: Judge::Paper(held),
        },
    },
];

/// Certificates that are issued for a term (art. 39(3)(d)) count to its last day.
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::VehicleExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}

fn held(case: &Case<'_>) -> Vec<Finding> {
    let appointment = case.paper.value(Field::REGISTRATION_SEIZED_UNTIL).and_then(last_day);
    appointment
        .map(|day| case.seized_until(Reason::VehicleSeizedUntil, Field::REGISTRATION_SEIZED_UNTIL, day))
        .into_iter()
        .collect()
}
