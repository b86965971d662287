//! Vehicles that count as others, and the law of the day.

use super::*;

/// Law 36/2024/QH15 art. 34(1)(a), 34(1)(g): three wheels may be a moped, or a car.
#[test]
fn three_wheels_are_a_moped_a_motorcycle_or_a_car() {
    let of = |unladen: Option<u64>, displacement: Option<u64>, kind| {
        let [unladen_mass_kg, displacement_cc] = [unladen, displacement].map(|told| told.map(Measure::Exactly));
        let tricycle = Vehicle { unladen_mass_kg, displacement_cc, ..Vehicle::new(VehicleKind::Tricycle) };
        state(tricycle, kind)
    };
    assert_eq!(of(None, Some(50), Kind::DRIVING_LICENCE), Some(NeedState::Undetermined), "its top speed decides");
    assert_eq!(of(None, Some(51), Kind::DRIVING_LICENCE), Some(NeedState::NotShown));
    assert_eq!(of(Some(401), Some(50), Kind::DRIVING_LICENCE), Some(NeedState::NotShown));
    assert_eq!(of(Some(400), None, Kind::INSPECTION_CERTIFICATE), None);
    assert_eq!(of(Some(401), None, Kind::INSPECTION_CERTIFICATE), Some(NeedState::NotShown));
    assert_eq!(state(Vehicle::new(VehicleKind::FourWheeledGoods), Kind::INSPECTION_CERTIFICATE), None, "not seen");
}

/// Until emission tests of mopeds may have begun, none needs an inspection; from then on nothing is known.
#[test]
fn what_mopeds_need_is_not_known_from_july_2027() {
    let at = |at: UnixTime| {
        let all = on_road(Some(Vehicle::new(VehicleKind::Moped)), at);
        all.iter().find(|(kind, _)| *kind == Kind::INSPECTION_CERTIFICATE).map(|(_, state)| *state)
    };
    let midnight = noon(2027, 7, 1).seconds() - 43_200;
    assert_eq!(at(UnixTime::new(midnight - 1).unwrap()), Some(NeedState::NotApplicable));
    assert_eq!(at(UnixTime::new(midnight).unwrap()), None);
    let car = on_road(Some(Vehicle::new(VehicleKind::Car)), UnixTime::new(midnight).unwrap());
    assert!(car.contains(&(Kind::INSPECTION_CERTIFICATE, NeedState::NotShown)), "cars go on");
    assert_eq!(car.len(), 4, "one row for each kind");
}

/// Decree 188/2025/ND-CP art. 37(1)(a): an identity that was proven suffices, and the card is looked up.
#[test]
fn at_a_clinic_an_identity_suffices_alone() {
    let at = noon(2026, 11, 21);
    let occasion =
        Occasion { purpose: CLINIC, at, vehicle: None, disputed: false, under_six: (false, false), kept: None };
    let row = ROWS.iter().find(|row| row.what.kind == Kind::HEALTH_INSURANCE_CARD).unwrap();
    let judged = |paper, looked_up| {
        let showing = Showing { paper, looked_up, ..Showing::default() };
        let need = Need::judge(row, &occasion, &showing, &|_| true).unwrap();
        let steps: Vec<_> = need.steps().iter().map(|step| step.step).collect();
        (need.state(), need.finding().map(|one| (one.reason(), one.gravity(), one.rule())), steps.first().copied())
    };
    let rule = Some("decree-188-2025-art-37");
    let not_shown =
        (NeedState::NotShown, Some((Reason::PapersNotShown, Gravity::Refer, rule)), Some(Step::LookUpHealthGateway));
    let looked_up = Some((Reason::HealthLookedUpByIdentity, Gravity::Note, rule));
    assert_eq!(judged(None, false), not_shown);
    assert_eq!(judged(None, true), (NeedState::NotApplicable, looked_up, Some(Step::LookUpHealthGateway)));
    assert_eq!(judged(Some(NeedState::NotProven), true).0, NeedState::NotApplicable);
    assert_eq!(judged(Some(NeedState::Shown), true), (NeedState::Shown, None, None));
}

/// Law 26/2023/QH15 art. 33(3): the second before its day, and the first of it.
#[test]
fn beside_an_identity_nothing_integrated_is_asked_for_since_july_2026() {
    let midnight = noon(2026, 7, 1).seconds() - 43_200;
    let of = |second, purpose, when| told(purpose, Kind::DRIVING_LICENCE, when, UnixTime::new(second).unwrap().day());
    let integrated = |second, purpose, when| of(second, purpose, when).contains(&Step::LookUpIntegrated);
    for purpose in [ROAD, Purpose::PUBLIC_SERVICE] {
        assert!(!integrated(midnight - 1, purpose, When::BesideIdentity));
        assert!(integrated(midnight, purpose, When::BesideIdentity));
        assert!(!integrated(midnight, purpose, When::NotShown) && !integrated(midnight, purpose, When::NumberTold));
    }
    let paper =
        |second, when| of(second, ROAD, when).iter().filter(|step| **step == Step::LookUpOrOfferedPaper).count();
    assert_eq!((paper(midnight - 1, When::BesideIdentity), paper(midnight, When::BesideIdentity)), (1, 0));
    assert_eq!((paper(midnight - 1, When::NotShown), paper(midnight, When::NotShown)), (1, 1));
    assert_eq!(of(midnight, ROAD, When::BesideIdentity).first(), Some(&Step::LookUpIntegrated), "before anything else");
    assert!(
        !integrated(midnight, CLINIC, When::BesideIdentity)
            && !integrated(midnight, Purpose::BANK_ONBOARDING, When::BesideIdentity)
    );
}

/// One row ends where the next begins, and each counts on its own side.
#[test]
fn rows_of_needs_that_follow_each_other_leave_no_day_between_them() {
    for row in ROWS {
        let of_kind =
            || ROWS.iter().filter(|other| (other.what.purpose, other.what.kind) == (row.what.purpose, row.what.kind));
        if let Some(to) = row.to {
            assert!(of_kind().any(|next| next.from == to && next.follows == Some(row.id)), "{}", row.id);
        }
        let before = row.follows.is_none() || of_kind().any(|other| other.to == Some(row.from));
        assert!(before && row.seen.is_some(), "{}", row.id);
    }
    for row in steps_by_law() {
        let of_step = || steps_by_law().filter(|other| (other.id, other.what.step) == (row.id, row.what.step));
        if let Some(to) = row.to {
            assert!(of_step().any(|next| next.from == to && next.follows == Some(row.id)), "{}", row.id);
        }
        let before = row.follows.is_none() || of_step().any(|other| other.to == Some(row.from));
        assert!(before && row.seen.is_some(), "{}", row.id);
    }
}

/// What a row cites was in force on the row's first day: an inspection of that day can be held against it.
#[test]
fn no_row_cites_what_came_after_its_first_day() {
    const LONG_BEFORE: Civil = (2018, 1, 1);
    let began: [(&str, Civil); 19] = [
        ("Law 23/2008/QH12", LONG_BEFORE),
        ("Decree 137/2015/ND-CP", articles::SINCE_DECREE_137_2015),
        ("Circular 12/2017/TT-BGTVT", LONG_BEFORE),
        ("Law 26/2023/QH15", articles::SINCE_LAW_26_2023),
        ("Decree 69/2024/ND-CP", articles::SINCE_LAW_26_2023),
        ("Law 36/2024/QH15", articles::SINCE_LAW_36_2024),
        ("Decree 168/2024/ND-CP", articles::SINCE_LAW_36_2024),
        ("Circular 35/2024/TT-BGTVT", articles::SINCE_LAW_36_2024),
        ("Circular 73/2024/TT-BCA", articles::SINCE_LAW_36_2024),
        ("Circular 79/2024/TT-BCA", articles::SINCE_LAW_36_2024),
        ("Circular 12/2025/TT-BCA", articles::SINCE_CIRCULAR_12_2025),
        ("Circular 13/2025/TT-BCA", articles::SINCE_CIRCULAR_13_2025),
        ("Circular 51/2025/TT-BCA", articles::SINCE_CIRCULAR_51_2025),
        ("Decree 188/2025/ND-CP", articles::SINCE_DECREE_188_2025),
        ("Law 118/2025/QH15", articles::SINCE_LAW_118_2025),
        ("Circular 30/2026/TT-BXD", articles::SINCE_LAW_118_2025),
        ("Circular 37/2026/TT-BCA", articles::SINCE_CIRCULAR_37_2026),
        ("Decree 330/2026/ND-CP", articles::SINCE_DECREE_330_2026),
        ("Circular 108/2026/TT-BCA", articles::SINCE_LAW_118_2025),
    ];
    let rules = rules::all().map(|row| (row.id, row.law.en, row.from));
    let needs = needs_by_law().map(|row| (row.id, row.law.en, row.from));
    for (id, law, from) in rules.chain(needs).chain(steps_by_law().map(|row| (row.id, row.law.en, row.from))) {
        for cited in law.split("; ").filter(|cited| !cited.starts_with("ISO")) {
            let (_, day) = began.iter().find(|(name, _)| cited.starts_with(name)).unwrap();
            assert!(*day <= from, "{id} of {from:?} cites {cited}");
        }
    }
}
