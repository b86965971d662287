//! Foreign driving licence: authentic, and that alone gives no right to drive here (Law 36/2024/QH15 art. 57(6)).
//!
//! What gives it (a permit of 1968 beside the national licence, or a treaty) is not in the paper. A missing personal
//! number decides nothing.

use super::classes::is_moped;
use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::question::{Cover, Covers, Drive};
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

const ALONE: &str = "law-36-2024-art-57-6";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "law-36-2024-art-57-7",
        law: articles::LAW_36_2024_57_7,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::FOREIGN_DRIVING_LICENCE,
            finds: &[Reason::ForeignExpired],
            judge: Judge::Paper(expired),
        },
    },
    Rule {
        id: ALONE,
        law: articles::LAW_36_2024_57_6,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::FOREIGN_DRIVING_LICENCE,
            finds: &[Reason::ForeignLicenceAlone],
            judge: Judge::Paper(alone),
        },
    },
    Rule {
        id: "circular-108-2026-art-30",
        law: articles::CIRCULAR_108_2026_30,
        from: articles::SINCE_LAW_118_2025,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::FOREIGN_DRIVING_LICENCE,
            finds: &[Reason::ForeignPermitOfVietNam],
            judge: Judge::Paper(of_viet_nam),
        },
    },
];

/// Out of its own time no licence counts (art. 57(7)(a)).
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::ForeignExpired, Field::VALID_UNTIL).at_most(most(case)))
        .into_iter()
        .collect()
}

/// A licence of another country counts beside a permit of the Convention of 1968, both in term (art. 57(8)), or by
/// treaty (art. 57(6)(b) to (d)).
fn alone(case: &Case<'_>) -> Vec<Finding> {
    Vec::from([case.found(Reason::ForeignLicenceAlone, Field::CONVENTION).at_most(most(case))])
}

/// An international permit that Viet Nam issued is for driving abroad: here the Vietnamese licence counts, which no
/// permit replaces (Circular 108/2026 art. 30(1)).
fn of_viet_nam(case: &Case<'_>) -> Vec<Finding> {
    let text = |field| case.paper.value(field).and_then(|value| value.as_text());
    let permit = text(Field::CONVENTION) == Some("idp") && text(Field::ISSUING_COUNTRY) == Some("VNM");
    let found = permit.then(|| case.found(Reason::ForeignPermitOfVietNam, Field::ISSUING_COUNTRY).at_most(most(case)));
    found.into_iter().collect()
}

/// On a moped no licence matters.
fn most(case: &Case<'_>) -> Gravity {
    if drives_moped(case) { Gravity::Note } else { Gravity::Refuse }
}

fn drives_moped(case: &Case<'_>) -> bool {
    matches!(case.drive, Some(Drive::Vehicle(vehicle)) if is_moped(vehicle))
}

/// Whatever it says of categories: not established here.
pub(super) fn covers(case: &Case<'_>) -> Option<Covers> {
    let answer = if drives_moped(case) { Cover::NotNeeded } else { Cover::Undetermined };
    case.drive.map(|_| Covers { answer, rule: ALONE, measure: None })
}
