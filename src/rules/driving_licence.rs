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

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "law-36-2024-art-62",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 62(5)",
        law_vi: "khoản 5 Điều 62 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[
            Reason::LicenceExpired,
            Reason::CurrentRevoked,
            Reason::CurrentStatusUnknown,
            Reason::CurrentStatusStale,
        ],
        held_by: "a_part_expires_after_its_last_day",
        judge: Judge::Part(in_force),
    },
    Rule {
        id: "decree-168-2024-art-5",
        kind: Kind::DRIVING_LICENCE,
        law: "Decree 168/2024/ND-CP art. 5(3), 5(6), 5(7)",
        law_vi: "khoản 3, khoản 6 và khoản 7 Điều 5 Nghị định 168/2024/NĐ-CP",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::LicencePartSuspended, Reason::LicenceSuspensionAhead],
        held_by: "a_suspension_runs_from_its_first_day_to_its_last",
        judge: Judge::Part(suspended),
    },
    Rule {
        id: "law-36-2024-art-58",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 58",
        law_vi: "Điều 58 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicencePointsZero],
        held_by: "scenario_2_no_points_left",
        judge: Judge::Part(points),
    },
    Rule {
        id: "decree-168-2024-art-48",
        kind: Kind::DRIVING_LICENCE,
        law: "Decree 168/2024/ND-CP art. 48(2)",
        law_vi: "khoản 2 Điều 48 Nghị định 168/2024/NĐ-CP",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::InPaper,
        finds: &[Reason::LicenceHeldUntil],
        held_by: "scenario_22_held_until_an_appointment",
        judge: Judge::Part(held),
    },
    Rule {
        id: cover::NOT_NEEDED,
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 56(1), 56(4), 34(1)(g)",
        law_vi: "khoản 1 và khoản 4 Điều 56, điểm g khoản 1 Điều 34 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicenceNotNeeded, Reason::LicenceCoverUndetermined],
        held_by: "scenario_23_a_moped_needs_no_licence",
        judge: Judge::Paper(|case| cover::found_by(case, cover::NOT_NEEDED)),
    },
    Rule {
        id: cover::CLASSES,
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 57(1), 57(2)",
        law_vi: "khoản 1 và khoản 2 Điều 57 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: cover::OF_CLASSES,
        held_by: "one_class_that_covers_is_enough",
        judge: Judge::Paper(|case| cover::found_by(case, cover::CLASSES)),
    },
    Rule {
        id: cover::OLD_RIGHTS,
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 89(2), 89(3)",
        law_vi: "khoản 2 và khoản 3 Điều 89 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: cover::OF_OLD_RIGHTS,
        held_by: "the_regime_decides_what_a_name_means",
        judge: Judge::Paper(|case| cover::found_by(case, cover::OLD_RIGHTS)),
    },
    Rule {
        id: cover::CODES,
        kind: Kind::DRIVING_LICENCE,
        law: "Circular 12/2025/TT-BCA art. 18",
        law_vi: "Điều 18 Thông tư 12/2025/TT-BCA",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: cover::OF_CODES,
        held_by: "codes_of_the_car_part",
        judge: Judge::Paper(|case| cover::found_by(case, cover::CODES)),
    },
    // Notes alone from here on: src/rules/licence_dates.rs.
    Rule {
        id: "law-36-2024-art-88",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 88, 89",
        law_vi: "Điều 88 và Điều 89 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicenceRegimeUnusual],
        held_by: "classes_of_one_law_issued_under_the_other",
        judge: Judge::Part(dates::regime_and_issue),
    },
    Rule {
        id: "law-36-2024-art-59-1",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 59(1); Law 23/2008/QH12 art. 60(1)",
        law_vi: "khoản 1 Điều 59 Luật 36/2024/QH15; khoản 1 Điều 60 Luật 23/2008/QH12",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicenceAgeUnusual],
        held_by: "least_ages_of_every_class",
        judge: Judge::Part(dates::least_ages),
    },
    Rule {
        id: "law-36-2024-art-57-5",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 57(5); Circular 12/2017/TT-BGTVT art. 17",
        law_vi: "khoản 5 Điều 57 Luật 36/2024/QH15; Điều 17 Thông tư 12/2017/TT-BGTVT",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicenceTermUnusual],
        held_by: "terms_of_every_class_since_2025_give_or_take_a_day",
        judge: Judge::Part(dates::terms),
    },
    Rule {
        id: "law-36-2024-art-59-1-e",
        kind: Kind::DRIVING_LICENCE,
        law: "Law 36/2024/QH15 art. 59(1)(e)",
        law_vi: "điểm e khoản 1 Điều 59 Luật 36/2024/QH15",
        from: (2025, 1, 1),
        to: None,
        confidence: Confidence::High,
        finds: &[Reason::LicenceAgeLimit],
        held_by: "the_age_limit_of_large_coaches",
        judge: Judge::Paper(dates::greatest_age),
    },
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
        if answer.stale { finding.at_most(Gravity::Refer) } else { case.reversible(finding) }
    });
    let by_paper = running.map(|_| case.reversible(case.found(reason, part.field)));
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
        case.reversible(finding.aged_by_paper(case.scene.at.since(points.as_of)))
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
pub(super) fn weigh(case: &Case<'_>, found: &[(Field, Finding)]) -> Vec<Finding> {
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
