//! Driving licence: each of its two parts has a life of its own (Decree 168/2024 art. 5(6), 50(1)(d)).
//!
//! A matter of the part in use counts in full, one of the other part is a note; `weigh` does that for every rule on
//! parts.

use super::cover::{self, part_for};
use super::licence_dates as dates;
use super::{Case, Confidence, Finds, Judge, Rule};
use crate::document::driving_licence::{PARTS, Part, PartState, part};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::reason::{Gravity, PartUse, Reason};
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    IN_FORCE.until(articles::SINCE_LAW_118_2025),
    Rule {
        id: "law-36-2024-art-62-2026",
        law: articles::LAW_36_2024_62_5_AMENDED,
        from: articles::SINCE_LAW_118_2025,
        follows: Some(IN_FORCE.id),
        ..IN_FORCE
    },
    Rule {
        id: "decree-168-2024-art-5",
        law: articles::DECREE_168_2024_5,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicencePartSuspended, Reason::LicenceSuspensionAhead],
            judge: Judge::Part(suspended),
        },
    },
    Rule {
        id: "law-36-2024-art-58",
        law: articles::LAW_36_2024_58,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds { kind: Kind::DRIVING_LICENCE, finds: &[Reason::LicencePointsZero], judge: Judge::Part(points) },
    },
    Rule {
        id: "decree-168-2024-art-48",
        law: articles::DECREE_168_2024_48_2,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::InPaper,
        seen: articles::SEEN,
        what: Finds { kind: Kind::DRIVING_LICENCE, finds: &[Reason::LicenceSeizedUntil], judge: Judge::Part(held) },
    },
    Rule {
        id: cover::NOT_NEEDED,
        law: articles::LAW_36_2024_56_AND_34,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicenceNotNeeded, Reason::LicenceCoverUndetermined],
            judge: Judge::Paper(|case| cover::found_by(case, cover::NOT_NEEDED)),
        },
    },
    Rule {
        id: cover::CLASSES,
        law: articles::LAW_36_2024_57_1_4,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: cover::OF_CLASSES,
            judge: Judge::Paper(|case| cover::found_by(case, cover::CLASSES)),
        },
    },
    Rule {
        id: cover::OLD_RIGHTS,
        law: articles::LAW_36_2024_89_2_3,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: cover::OF_OLD_RIGHTS,
            judge: Judge::Paper(|case| cover::found_by(case, cover::OLD_RIGHTS)),
        },
    },
    // How the codes stood in the two months before the police issued licences was not seen.
    Rule {
        id: cover::CODES_BEFORE,
        law: articles::CIRCULAR_35_2024,
        from: articles::SINCE_LAW_36_2024,
        to: Some(articles::SINCE_CIRCULAR_12_2025),
        follows: None,
        confidence: Confidence::Medium,
        seen: None,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: cover::OF_CODES_BEFORE,
            judge: Judge::Paper(|case| cover::found_by(case, cover::CODES_BEFORE)),
        },
    },
    Rule {
        id: cover::CODES_OF_2025,
        law: articles::CIRCULAR_12_2025_18,
        from: articles::SINCE_CIRCULAR_12_2025,
        to: Some(articles::SINCE_LAW_118_2025),
        follows: Some(cover::CODES_BEFORE),
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: cover::OF_CODES,
            judge: Judge::Paper(|case| cover::found_by(case, cover::CODES_OF_2025)),
        },
    },
    // Circular 108/2026 takes the place of Circular 12/2025; the codes and what they say are the same.
    Rule {
        id: cover::CODES,
        law: articles::CIRCULAR_108_2026_ANNEX_9,
        from: articles::SINCE_LAW_118_2025,
        to: None,
        follows: Some(cover::CODES_OF_2025),
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: cover::OF_CODES,
            judge: Judge::Paper(|case| cover::found_by(case, cover::CODES)),
        },
    },
    // Notes alone from here on: src/rules/licence_dates.rs.
    Rule {
        id: "law-36-2024-art-88",
        law: articles::LAW_36_2024_88_89,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicenceRegimeUnusual],
            judge: Judge::Part(dates::regime_and_issue),
        },
    },
    Rule {
        id: "law-36-2024-art-59-1",
        law: articles::LAW_36_2024_59_1,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicenceAgeUnusual],
            judge: Judge::Part(dates::least_ages),
        },
    },
    Rule {
        id: "law-36-2024-art-57-5",
        law: articles::LAW_36_2024_57_5,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicenceTermUnusual],
            judge: Judge::Part(dates::terms),
        },
    },
    Rule {
        id: "law-36-2024-art-59-1-e",
        law: articles::LAW_36_2024_59_1_E,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::High,
        seen: articles::SEEN,
        what: Finds {
            kind: Kind::DRIVING_LICENCE,
            finds: &[Reason::LicenceAgeLimit],
            judge: Judge::Paper(dates::greatest_age),
        },
    },
];

/// A part past its last day, or withdrawn for good by the register's word. Since 1 July 2026 the causes of withdrawal
/// are worded anew.
const IN_FORCE: Rule = Rule {
    id: "law-36-2024-art-62",
    law: articles::LAW_36_2024_62_5,
    from: articles::SINCE_LAW_36_2024,
    to: None,
    follows: None,
    confidence: Confidence::InPaper,
    seen: articles::SEEN,
    what: Finds {
        kind: Kind::DRIVING_LICENCE,
        finds: &[
            Reason::LicenceExpired,
            Reason::CurrentRevoked,
            Reason::CurrentStatusUnknown,
            Reason::CurrentStatusStale,
        ],
        judge: Judge::Part(in_force),
    },
};

/// A licence is invalid once expired (art. 57(7)(a)), from the day after its last day, or withdrawn (art. 57(7)(b),
/// 62(5)), for good.
fn in_force(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if part.last_day().is_some_and(|last| case.is_over(last)) {
        found.push(case.found(Reason::LicenceExpired, part.field));
    }
    found.extend(case.by_list(part.field).filter(|finding| finding.reason() != Reason::LicencePartSuspended));
    found
}

/// Suspended by the list's word, or by the decision's dates in the paper. Decided but not begun is not suspended: where
/// the police did not hold the licence, the term runs from the day on which it is handed over (art. 5(3)(b)).
fn suspended(case: &Case<'_>, part: &Part<'_>) -> Vec<Finding> {
    let decided = part.suspension();
    let ahead = decided.filter(|decided| case.today() < decided.first);
    let running =
        decided.filter(|decided| decided.first <= case.today() && decided.last.is_none_or(|last| !case.is_over(last)));
    let reason = Reason::LicencePartSuspended;
    let by_list = case.by_list(part.field).filter(|finding| finding.reason() == reason);
    let by_paper = running.map(|_| case.reversible(case.found(reason, part.field)));
    // Of two sources for one suspension the graver word is told; the list's, where they are equal.
    let worst = match (by_paper, by_list) {
        (Some(paper), Some(list)) if paper.gravity() > list.gravity() => Some(paper),
        (paper, list) => list.or(paper),
    };
    let ahead = ahead.map(|_| case.found(Reason::LicenceSuspensionAhead, part.field));
    worst.into_iter().chain(ahead).collect()
}

/// Without points the holder may not drive what the part covers (art. 58). Only a test brings them back, from six
/// months on (art. 58(3)): a year without taking any off restores what is not zero (art. 58(2)). Since when there are
/// none the paper does not say, so old news refers.
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
    let appointment = part.seized_until();
    appointment.map(|day| case.seized_until(Reason::LicenceSeizedUntil, part.field, day)).into_iter().collect()
}

/// How grave each matter is here: as found on the part in use, a note on the other. With nothing to be driven a matter
/// counts in full only if the licence has no part left without one that refuses; otherwise it refers at most.
pub(super) fn weigh(case: &Case<'_>, found: &[(Field, Finding)]) -> Vec<Finding> {
    let in_use = case.drive.map(part_for);
    // A licence without the part that a moped would use is looked at as a whole: a moped needs none (art. 56(1)).
    let in_use = in_use.filter(|field| !matches!(part(case.paper, *field), PartState::Absent));
    let is_out = |of: Field| found.iter().any(|(field, finding)| *field == of && finding.gravity() == Gravity::Refuse);
    let all_out = PARTS.into_iter().all(|of| matches!(part(case.paper, of), PartState::Absent) || is_out(of));
    let part_use = |field: Field| match in_use {
        Some(used) if used != field => PartUse::Other,
        None if !all_out => PartUse::NotPicked,
        _ => PartUse::Counts,
    };
    let weighed = |(field, finding): &(Field, Finding)| match part_use(*field) {
        PartUse::Other => finding.of_part(PartUse::Other).at_most(Gravity::Note),
        PartUse::NotPicked => finding.of_part(PartUse::NotPicked).at_most(Gravity::Refer),
        part => finding.of_part(part),
    };
    found.iter().map(weighed).collect()
}
