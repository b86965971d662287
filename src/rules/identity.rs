//! Identity: in force to the last day printed; from 60 on without end.

use super::{Case, Confidence, Judge, Rule};
use crate::document::last_day;
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::Reason;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[Rule {
    id: "law-26-2023-art-21",
    kind: Kind::IDENTITY,
    law: "Law 26/2023/QH15 art. 21, 46",
    law_vi: "Luật 26/2023/QH15 Điều 21, 46",
    from: (2024, 7, 1),
    to: None,
    confidence: Confidence::InPaper,
    finds: &[Reason::IdentityExpired],
    held_by: "an_identity_expires_after_its_last_day",
    judge: Judge::Paper(expired),
}];

/// Cards run to the next of 14, 25, 40, 60 (art. 21); earlier ones to the date printed on them (art. 46).
fn expired(case: &Case<'_>) -> Vec<Finding> {
    let last = case.paper.value(Field::VALID_UNTIL).and_then(last_day);
    last.filter(|last| case.is_over(*last))
        .map(|_| case.found(Reason::IdentityExpired, Field::VALID_UNTIL))
        .into_iter()
        .collect()
}
