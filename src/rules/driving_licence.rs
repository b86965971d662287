//! Driving licence: each of its two parts has a life of its own (Decree 168/2024 art. 5(6), 50(1)(d)).
//!
//! A matter of the part in use counts in full, one of the other part is a note; `weigh` does that for every rule on parts.

use super::cover::{self, part_for};
use super::licence_dates as dates;
use super::{Case, Confidence, Judge, Rule};
use crate::document::driving_licence::{PARTS, Part, PartState, part};
use crate::document::{Current, StatusAnswer};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};
use alloc::vec::Vec;

pub(super) const fn rule(id: &'static str, law: &'static str, confidence: Confidence, judge: Judge) -> Rule {
    Rule { id, kind: Kind::DRIVING_LICENCE, law, from: (2025, 1, 1), to: None, confidence, judge }
}

pub(super) const RULES: &[Rule] = &[
    rule("law-36-2024-art-62", "Law 36/2024/QH15 art. 62(5)", Confidence::InPaper, Judge::Part(in_force)),
    rule(
        "decree-168-2024-art-5",
        "Decree 168/2024/ND-CP art. 5(3), 5(6), 5(7)",
        Confidence::InPaper,
        Judge::Part(suspended),
    ),
    rule("law-36-2024-art-58", "Law 36/2024/QH15 art. 58", Confidence::High, Judge::Part(points)),
    rule("decree-168-2024-art-48", "Decree 168/2024/ND-CP art. 48(2)", Confidence::InPaper, Judge::Part(held)),
    rule(
        cover::NOT_NEEDED,
        "Law 36/2024/QH15 art. 56(1), 56(4), 34(1)(g)",
        Confidence::High,
        Judge::Paper(|case| cover::found_by(case, cover::NOT_NEEDED)),
    ),
    rule(
        cover::CLASSES,
        "Law 36/2024/QH15 art. 57(1), 57(2)",
        Confidence::High,
        Judge::Paper(|case| cover::found_by(case, cover::CLASSES)),
    ),
    rule(
        cover::OLD_RIGHTS,
        "Law 36/2024/QH15 art. 89(2), 89(3)",
        Confidence::High,
        Judge::Paper(|case| cover::found_by(case, cover::OLD_RIGHTS)),
    ),
    rule(
        cover::CODES,
        "Circular 12/2025/TT-BCA art. 18",
        Confidence::High,
        Judge::Paper(|case| cover::found_by(case, cover::CODES)),
    ),
    // Notes alone from here on: src/rules/licence_dates.rs.
    rule("law-36-2024-art-88", "Law 36/2024/QH15 art. 88, 89", Confidence::High, Judge::Part(dates::regime_and_issue)),
    rule(
        "law-36-2024-art-59-1",
        "Law 36/2024/QH15 art. 59(1); Law 23/2008/QH12 art. 60(1)",
        Confidence::High,
        Judge::Part(dates::least_ages),
    ),
    rule(
        "law-36-2024-art-57-5",
        "Law 36/2024/QH15 art. 57(5); Circular 12/2017/TT-BGTVT art. 17",
        Confidence::High,
        Judge::Part(dates::terms),
    ),
    rule(
        "law-36-2024-art-59-1-e",
        "Law 36/2024/QH15 art. 59(1)(e)",
        Confidence::High,
        Judge::Paper(dates::greatest_age),
    ),
];

/// A licence is invalid once expired or withdrawn (art. 62(5)): from the day after its last day, for good.
fn in_force(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if part.last_day().is_some_and(|last| case.is_over(last)) {
        found.push(case.found(Reason::LicenceExpired, part.field));
    }
    let answer = case.status_of(part.field);
    found.extend(answer.and_then(|answer| Some(case.by_list(told(answer)?, part.field, answer.age))));
    found
}

/// What a list's word on a part gives cause to find, suspension apart. A stale list never accepts.
const fn told(answer: StatusAnswer) -> Option<Reason> {
    match answer.current {
        Current::Revoked => Some(Reason::CurrentRevoked),
        Current::Unknown => Some(Reason::CurrentStatusUnknown),
        Current::Valid if answer.stale => Some(Reason::CurrentStatusStale),
        Current::Valid | Current::Suspended => None,
    }
}

/// Suspended by the list's word, or by the decision's dates in the paper. Decided but not begun is not suspended (art. 5(3)(b)).
fn suspended(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let decided = part.suspension();
    let ahead = decided.filter(|decided| case.today() < decided.first);
    let running =
        decided.filter(|decided| decided.first <= case.today() && decided.last.is_none_or(|last| !case.is_over(last)));
    let reason = Reason::LicencePartSuspended;
    let by_list = case.status_of(part.field).filter(|answer| answer.current == Current::Suspended).map(|answer| {
        let finding = case.by_list(reason, part.field, answer.age);
        // A word without an age cannot be fresh.
        match answer.age {
            Some(age) if !answer.stale => case.reversible(finding, age),
            _ => finding.at_most(Gravity::Refer),
        }
    });
    let by_paper = running.map(|_| case.reversible(case.found(reason, part.field), case.paper_age()));
    // Of two sources for one suspension the graver word is told; the list's, where they are equal.
    let worst = by_paper.into_iter().chain(by_list).max_by_key(Finding::gravity);
    let ahead = ahead.map(|_| case.found(Reason::LicenceSuspensionAhead, part.field));
    worst.into_iter().chain(ahead).collect()
}

/// Without points the holder may not drive what the part covers (art. 58); a test, or a year, brings them back.
fn points(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let gone = part.points().filter(|points| points.left == 0);
    gone.map(|points| {
        let finding = case.found(Reason::LicencePointsZero, part.field);
        case.reversible(finding, case.scene.at.since(points.as_of))
    })
    .into_iter()
    .collect()
}

fn held(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let appointment = part.held_until();
    appointment.map(|day| case.held_until(Reason::LicenceHeldUntil, part.field, day)).into_iter().collect()
}

/// How grave each matter is here: as found on the part in use, a note on the other. With nothing to be driven a matter counts in full only if
/// the licence has no part left without one that refuses; otherwise it refers at most.
pub(super) fn weigh(case: &Case<'_>, found: Vec<(Field, Finding)>) -> Vec<Finding> {
    let in_use = case.drive.map(part_for);
    // A licence without the part that a moped would use is looked at as a whole: a moped needs none (art. 56(1)).
    let in_use = in_use.filter(|field| !matches!(part(case.paper, *field), PartState::Absent));
    let is_out = |of: Field| found.iter().any(|(field, finding)| *field == of && finding.gravity() == Gravity::Refuse);
    let all_out = PARTS.into_iter().all(|of| matches!(part(case.paper, of), PartState::Absent) || is_out(of));
    let most = |field: Field| match in_use {
        Some(used) if used == field => Gravity::Refuse,
        Some(_) => Gravity::Note,
        None if all_out => Gravity::Refuse,
        None => Gravity::Refer,
    };
    found.iter().map(|(field, finding)| finding.at_most(most(*field))).collect()
}
