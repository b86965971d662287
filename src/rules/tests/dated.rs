//! The law of the day: the last second before a change, and the first after it, in Viet Nam (UTC+7).

#![expect(clippy::arithmetic_side_effects, reason = "a failing test may panic")]

use super::*;
use crate::document::sample::{classes, dependant, texts};
use crate::question::Cover;
use crate::rules::Civil;

/// The last second before a day, and its first.
fn around((year, month, of_month): Civil) -> [UnixTime; 2] {
    let midnight = noon(year, month, of_month).seconds() - DAY / 2;
    [midnight - 1, midnight].map(|second| UnixTime::new(second).unwrap())
}

/// What is found on both sides of a day, with the rule that finds it.
fn sides(of: Civil, judge: impl Fn(UnixTime) -> Vec<Finding>) -> [Vec<(Reason, Gravity, &'static str)>; 2] {
    around(of)
        .map(|at| judge(at).iter().map(|found| (found.reason(), found.gravity(), found.rule().unwrap())).collect())
}

#[test]
pub(super) fn expiry_and_withdrawal_by_the_law_of_their_day() {
    let july = (2026, 7, 1);
    let expired = car_part(Field::VALID_UNTIL, day(2023, 5, 1));
    let found = |rule| Vec::from([(Reason::LicenceExpired, Refuse, rule)]);
    let [before, since] = sides(july, |at| judged(&expired, &[], at, CAR));
    assert_eq!((before, since), (found("law-36-2024-art-62"), found("law-36-2024-art-62-2026")));
    let [before, since] = sides((2025, 1, 1), |at| judged(&expired, &[], at, CAR));
    assert_eq!((before, since), (found("law-36-2024-art-62"), found("law-36-2024-art-62")), "dates always count");
    let revoked = by_list(Field::CAR_PART, Current::Revoked, Some(60));
    let found = |rule| Vec::from([(Reason::CurrentRevoked, Refuse, rule)]);
    let [before, since] = sides(july, |at| judged(&licence(), &revoked, at, CAR));
    assert_eq!((before, since), (found("law-36-2024-art-62"), found("law-36-2024-art-62-2026")));
}

#[test]
pub(super) fn codes_by_the_circular_of_their_day() {
    let paper = licence().with(Field::CLASSES, classes(&["A"])).with(Field::RESTRICTIONS, texts(&["A.03"]));
    let vehicle = Vehicle { displacement_cc: Some(175.into()), ..Vehicle::new(VehicleKind::Motorcycle) };
    let of = |day| {
        around(day).map(|at| {
            let seen = Seen::default();
            let scene = Scene {
                at,
                reversible_tolerance: DAY,
                purpose: Purpose::TRAFFIC_CONTROL,
                seen: &seen,
                law_unchecked: false,
            };
            let (found, covers) = apply(&paper, &[], &scene, Some(Drive::Vehicle(&vehicle)));
            let covers = covers.unwrap();
            let found = found.iter().find(|finding| finding.rule() == Some(covers.rule)).unwrap();
            (found.reason(), found.gravity(), covers.answer, covers.rule)
        })
    };
    let no = |rule| (Reason::LicenceClassNotCovering, Refuse, Cover::No, rule);
    // A circular that was not seen decides nothing, and finds a note.
    let unseen = (Reason::LicenceCoverUndetermined, Note, Cover::Undetermined, "circular-35-2024");
    assert_eq!(of((2025, 3, 1)), [unseen, no("circular-12-2025-art-18")]);
    assert_eq!(of((2026, 7, 1)), [no("circular-12-2025-art-18"), no("circular-108-2026-annex-9")]);
}

#[test]
pub(super) fn what_decree_320_amended_finds_notes_from_its_day() {
    let of_decree = (2026, 9, 28);
    let under = identity().with(Field::DATE_OF_BIRTH, day(2015, 1, 1));
    let grown = dependant().with(Field::DATE_OF_BIRTH, day(2010, 1, 1));
    for (paper, reason, id) in [
        (under, Reason::IdentityUnderFourteen, "decree-69-2024-art-14"),
        (grown, Reason::DependantOfAge, "decree-69-2024-art-7"),
    ] {
        for mut found in sides(of_decree, |at| judged(&paper, &[], at, None)) {
            found.retain(|(_, _, by)| *by != "decree-330-2026-art-60");
            assert_eq!(found, [(reason, Note, id)]);
        }
        let most = |today| {
            let mut rows = all().filter(|rule| (rule.what.kind, rule.id) == (paper.kind, id) && rule.counts_on(today));
            (rows.next().map(|rule| rule.confidence.most()), rows.count())
        };
        assert_eq!(most((2026, 9, 27)), (Some(Refuse), 0), "{id}");
        assert_eq!(most((2026, 9, 28)), (Some(Note), 0), "{id}");
    }
}

/// From 19 August 2026 on, in Viet Nam; before it as it was.
#[test]
pub(super) fn who_consents_for_a_child_from_the_day_of_decree_330() {
    let of = |year| {
        let paper = identity().with(Field::DATE_OF_BIRTH, day(year, 1, 1));
        sides((2026, 8, 19), |at| judged(&paper, &[], at, None))
    };
    let account = (Reason::IdentityUnderFourteen, Note, "decree-69-2024-art-14");
    let consents = |reason| (reason, Note, "decree-330-2026-art-60");
    for (year, reason) in [(2021, Reason::IdentityUnderSeven), (2015, Reason::IdentityChildConsentsToo)] {
        assert_eq!(of(year), [Vec::from([account]), Vec::from([account, consents(reason)])]);
    }
    assert_eq!(of(2012), [Vec::new(), Vec::new()]);
}

#[test]
fn an_inspection_by_the_circular_of_its_day() {
    let over = inspection().with(Field::VALID_UNTIL, day(2026, 5, 31));
    let found = |rule| Vec::from([(Reason::VehicleInspectionExpired, Refuse, rule)]);
    let [before, since] = sides((2026, 7, 1), |at| judged(&over, &[], at, None));
    assert_eq!((before, since), (found("law-36-2024-art-42-1"), found("circular-30-2026")));
}

#[test]
pub(super) fn plates_by_the_circulars_of_their_day() {
    for paper in [registration(), inspection(), insurance()] {
        let paper = paper.with(Field::PLATE, text("X")).with(Field::VALID_UNTIL, NONE);
        let found = |rule| Vec::from([(Reason::VehiclePlateUnusual, Note, rule)]);
        for (day, before, since) in [
            ((2025, 3, 1), "circular-79-2024", "circular-13-2025"),
            ((2025, 7, 1), "circular-13-2025", "circular-51-2025"),
            ((2026, 6, 8), "circular-51-2025", "circular-37-2026"),
        ] {
            // An insurance of 2026 covers no day before it, which is another row's matter.
            let of_plates = |at| {
                let mut all = judged(&paper, &[], at, None);
                all.retain(|found| found.reason() == Reason::VehiclePlateUnusual);
                all
            };
            assert_eq!(sides(day, of_plates), [found(before), found(since)]);
        }
    }
}

/// Circular 108/2026 art. 30(1), from its day.
#[test]
pub(super) fn an_international_permit_of_viet_nam() {
    let permit = |country: &str| {
        paper(Kind::FOREIGN_DRIVING_LICENCE, noon(2026, 11, 20))
            .with(Field::VALID_UNTIL, NONE)
            .with(Field::CONVENTION, text("idp"))
            .with(Field::ISSUING_COUNTRY, text(country))
    };
    let alone = (Reason::ForeignLicenceAlone, Refer, "law-36-2024-art-57-6");
    let of_viet_nam = (Reason::ForeignPermitOfVietNam, Refer, "circular-108-2026-art-30");
    let [before, since] = sides((2026, 7, 1), |at| judged(&permit("VNM"), &[], at, CAR));
    assert_eq!((before, since), (Vec::from([alone]), Vec::from([alone, of_viet_nam])));
    let [_, since] = sides((2026, 7, 1), |at| judged(&permit("ITA"), &[], at, CAR));
    assert_eq!(since, [alone]);
    let [_, on_moped] = sides((2026, 7, 1), |at| judged(&permit("VNM"), &[], at, Some(VehicleKind::Moped)));
    assert!(on_moped.iter().all(|(_, gravity, _)| *gravity == Note), "on a moped no licence matters");
    let licence = permit("VNM").with(Field::CONVENTION, text("vienna-1968"));
    let [_, since] = sides((2026, 7, 1), |at| judged(&licence, &[], at, CAR));
    assert_eq!(since, [alone], "no permit");
}

/// What rests on law alone refers; what a paper says of itself refuses as ever.
#[test]
fn law_that_nobody_looked_at_for_a_year_refuses_nobody() {
    let at = noon(2026, 11, 21);
    let of = |paper: &Paper, law_unchecked| {
        let seen = Seen::default();
        let purpose = Purpose::TRAFFIC_CONTROL;
        let scene = Scene { at, reversible_tolerance: 3 * DAY, purpose, seen: &seen, law_unchecked };
        let vehicle = Vehicle { seats: Some(10.into()), ..Vehicle::new(VehicleKind::Car) };
        let (found, covers) = apply(paper, &[], &scene, Some(Drive::Vehicle(&vehicle)));
        let found: Vec<_> = found.iter().map(|finding| (finding.reason(), finding.gravity())).collect();
        (found, covers.unwrap().answer)
    };
    let not = (Reason::LicenceClassNotCovering, Refuse);
    let unsure = (Reason::LicenceCoverUndetermined, Refer);
    assert_eq!(of(&licence(), false), (Vec::from([not]), Cover::No));
    assert_eq!(of(&licence(), true), (Vec::from([unsure]), Cover::Undetermined));
    let zero = car_part(Field::POINTS, points(0, noon(2026, 11, 20))).with(Field::CLASSES, classes(&["D"]));
    assert_eq!(of(&zero, false).0, [(Reason::LicencePointsZero, Refuse)]);
    assert_eq!(of(&zero, true), (Vec::from([(Reason::LicencePointsZero, Refer)]), Cover::Yes));
    let expired = car_part(Field::VALID_UNTIL, day(2026, 11, 20)).with(Field::CLASSES, classes(&["D"]));
    assert_eq!(of(&expired, true).0, [(Reason::LicenceExpired, Refuse)]);
}

#[test]
fn rows_that_follow_each_other_leave_no_day_between_them() {
    for rule in all() {
        let of_kind = || all().filter(|other| other.what.kind == rule.what.kind);
        if let Some(id) = rule.follows {
            let before = of_kind().find(|other| other.id == id && other.to == Some(rule.from)).unwrap();
            assert_eq!(before.confidence == Confidence::InPaper, rule.confidence == Confidence::InPaper, "{id}");
        }
        if let Some(to) = rule.to {
            assert!(of_kind().any(|next| next.from == to && next.follows == Some(rule.id)), "{} ends", rule.id);
        }
        let unseen = rule.confidence == Confidence::High && rule.seen.is_none();
        assert!(!unseen, "{} is sure of what was not seen", rule.id);
    }
    // On no day two rows of one line.
    for today in [(2024, 1, 1), (2025, 2, 28), (2025, 3, 1), (2026, 6, 30), (2026, 7, 1), (2026, 9, 28), (2027, 7, 1)] {
        for rule in all().filter(|rule| rule.counts_on(today)) {
            let follower = all()
                .filter(|next| next.what.kind == rule.what.kind && next.follows == Some(rule.id))
                .filter(|next| Some(next.from) == rule.to && next.counts_on(today));
            assert_eq!(follower.count(), 0, "{} {today:?}", rule.id);
        }
    }
}
