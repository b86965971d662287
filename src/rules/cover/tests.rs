#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{CODES, Cover, Decision, Drive, LicenceClass, NOT_NEEDED, OLD_RIGHTS, decide, part_for};
use crate::document::Paper;
use crate::document::sample::{NONE, classes, day, licence, noon, part, passed, text, texts};
use crate::field::{Field, Purpose};
use crate::reason::Gravity::{Note, Refer, Refuse};
use crate::reason::{Gravity, Reason};
use crate::rules::tests::apply;
use crate::rules::{Case, all};
use crate::scene::{Gear, Measure, Scene, Seen, Towed, Vehicle, VehicleKind};
use std::vec::Vec;

mod alike;
mod by_class;

type Found = Option<(Reason, Gravity, Option<&'static str>)>;

fn decided(paper: &Paper, drive: Option<Drive<'_>>) -> Option<Decision> {
    let seen = Seen::default();
    let scene = Scene {
        at: noon(2026, 11, 21),
        reversible_tolerance: 0,
        purpose: Purpose::TRAFFIC_CONTROL,
        seen: &seen,
        law_unchecked: false,
    };
    let case = Case::new(paper, &[], &scene, drive);
    let decision = decide(&case);
    if let Some(decision) = &decision {
        let rules = [NOT_NEEDED, super::CLASSES, OLD_RIGHTS, CODES];
        let (found, _) = apply(paper, &[], &scene, drive);
        let by_rules = found.iter().filter(|finding| finding.rule().is_some_and(|rule| rules.contains(&rule)));
        let said: Vec<_> = by_rules.map(|finding| (finding.reason(), finding.rule())).collect();
        let decided = decision.finding.map(|finding| (finding.reason(), Some(decision.covers.rule)));
        assert_eq!(said, Vec::from_iter(decided), "one rule decides, and says so");
        assert!(all().any(|rule| rule.id == decision.covers.rule));
    }
    decision
}

fn answer(paper: &Paper, vehicle: &Vehicle) -> (Cover, &'static str) {
    decided(paper, Some(Drive::Vehicle(vehicle)))
        .map(|decision| (decision.covers.answer, decision.covers.rule))
        .unwrap()
}

fn judged(paper: &Paper, vehicle: Option<&Vehicle>) -> Found {
    let finding = decided(paper, vehicle.map(Drive::Vehicle)).and_then(|decision| decision.finding);
    finding.map(|finding| (finding.reason(), finding.gravity(), finding.field_name()))
}

fn of(regime: &str, names: &[&str], codes: &[&str]) -> Paper {
    licence()
        .with(Field::REGIME, text(regime))
        .with(Field::CLASSES, classes(names))
        .with(Field::RESTRICTIONS, texts(codes))
}

const fn motorcycle(cc: u64) -> Vehicle {
    Vehicle { displacement_cc: Some(Measure::Exactly(cc)), ..Vehicle::new(VehicleKind::Motorcycle) }
}
const fn electric(watts: u64) -> Vehicle {
    Vehicle { power_w: Some(Measure::Exactly(watts)), ..Vehicle::new(VehicleKind::Motorcycle) }
}
const fn car(seats: u64) -> Vehicle {
    Vehicle { seats: Some(Measure::Exactly(seats)), ..Vehicle::new(VehicleKind::Car) }
}
const fn truck(kg: u64) -> Vehicle {
    Vehicle { gross_mass_kg: Some(Measure::Exactly(kg)), ..Vehicle::new(VehicleKind::Truck) }
}
const fn loaded(payload: u64) -> Vehicle {
    Vehicle { payload_kg: Some(Measure::Exactly(payload)), ..truck(9_000) }
}
const fn drawing(vehicle: Vehicle, kg: u64) -> Vehicle {
    vehicle.towing(Towed::Trailer { gross_mass_kg: Some(Measure::Exactly(kg)) })
}
const fn geared(gear: Gear) -> Vehicle {
    Vehicle { gear: Some(gear), ..car(5) }
}
const TRICYCLE: Vehicle = Vehicle::new(VehicleKind::Tricycle);
const FOR_DISABLED: Vehicle = Vehicle::new(VehicleKind::DisabledTricycle);
const SLEEPER: Vehicle = Vehicle { seats: Some(Measure::Exactly(20)), ..Vehicle::new(VehicleKind::SleeperCoach) };

const NOT: Found = Some((Reason::LicenceClassNotCovering, Refuse, Some("classes")));
const UNSURE: Found = Some((Reason::LicenceCoverUndetermined, Refer, Some("classes")));

#[test]
pub(in crate::rules) fn one_class_that_covers_is_enough() {
    assert_eq!(judged(&of("vn-2024", &["A1", "XX", "C1"], &[]), Some(&truck(7_000))), None);
    assert_eq!(judged(&of("vn-2024", &["A1", "XX"], &[]), Some(&car(5))), UNSURE, "a class we do not know");
    assert_eq!(
        judged(&of("vn-2024", &["CE"], &[]), Some(&car(5))),
        UNSURE,
        "a trailer class without a trailer is not plain"
    );
    assert_eq!(judged(&of("vn-2024", &[], &[]), Some(&car(5))), NOT);
}

#[test]
fn a_measure_not_known_matters_only_where_it_decides() {
    let bike = Vehicle::new(VehicleKind::Motorcycle);
    assert_eq!(judged(&of("vn-2024", &["A"], &[]), Some(&bike)), None);
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&bike)), UNSURE);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&bike)), UNSURE);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), Some(&Vehicle::new(VehicleKind::Car))), UNSURE);
    assert_eq!(judged(&of("vn-2024", &["D"], &[]), Some(&Vehicle::new(VehicleKind::Car))), None);
    assert_eq!(judged(&of("vn-2024", &["C1"], &[]), Some(&Vehicle::new(VehicleKind::Truck))), UNSURE);
    let unweighed = car(5).towing(Towed::Trailer { gross_mass_kg: None });
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), Some(&unweighed)), UNSURE);
    let electric_on_paper = Vehicle { displacement_cc: Some(0.into()), ..electric(12_000) };
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&electric_on_paper)), NOT);
}

/// A1, B1, C and D mean different things before and after 2025.
#[test]
pub(in crate::rules) fn the_regime_decides_what_a_name_means() {
    for (name, vehicle, before, since) in [
        ("A1", motorcycle(150), Cover::Yes, Cover::No),
        ("B1", car(5), Cover::Yes, Cover::No),
        ("B1", TRICYCLE, Cover::No, Cover::Yes),
        ("D", car(31), Cover::No, Cover::Yes),
        ("C", drawing(truck(9_000), 2_000), Cover::Undetermined, Cover::No),
    ] {
        assert_eq!(answer(&of("vn-2008", &[name], &[]), &vehicle), (before, OLD_RIGHTS), "{name}");
        assert_eq!(answer(&of("vn-2024", &[name], &[]), &vehicle), (since, super::CLASSES), "{name}");
    }
    let unsure = Some((Reason::LicenceCoverUndetermined, Refer, Some("regime")));
    assert_eq!(judged(&of("vn-1995", &["B1"], &[]), Some(&car(5))), unsure);
}

/// Issued on a day on which the other law's classes were issued: a "no" that rests on the name alone is not plain.
#[test]
fn a_no_against_the_day_of_issue_is_not_plain() {
    let issued = |paper: Paper, y| {
        let since = part(Vec::from([(Field::ISSUED_ON, day(y, 6, 1))]));
        paper.with(Field::MOTORCYCLE_PART, since)
    };
    let new = || of("vn-2024", &["A1"], &[]);
    assert_eq!(answer(&issued(new(), 2019), &motorcycle(150)), (Cover::Undetermined, OLD_RIGHTS));
    assert_eq!(answer(&issued(new(), 2025), &motorcycle(150)), (Cover::No, super::CLASSES));
    assert_eq!(answer(&issued(new(), 2019), &motorcycle(175)), (Cover::No, super::CLASSES), "neither law covers it");
    assert_eq!(answer(&issued(new(), 2019), &motorcycle(110)), (Cover::Yes, super::CLASSES));
    assert_eq!(answer(&issued(of("vn-2008", &["B1"], &[]), 2026), &TRICYCLE), (Cover::Undetermined, OLD_RIGHTS));
    assert_eq!(answer(&issued(of("vn-2008", &["B1"], &[]), 2024), &TRICYCLE), (Cover::No, OLD_RIGHTS));
}

#[test]
fn a_class_passed_on_a_day_to_come_is_not_held_yet() {
    let of_day = |day| licence().with(Field::CLASSES, passed(&[("B", day)]));
    assert_eq!(judged(&of_day(day(2026, 11, 21)), Some(&car(5))), None);
    assert_eq!(judged(&of_day(day(2026, 11, 22)), Some(&car(5))), UNSURE);
}

#[test]
fn codes_of_the_motorcycle_part() {
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&motorcycle(174))), None);
    let by_code = Some((Reason::LicenceClassNotCovering, Refuse, Some("restrictions")));
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&motorcycle(175))), by_code);
    assert_eq!(answer(&of("vn-2024", &["A"], &["A.03"]), &motorcycle(175)), (Cover::No, CODES));
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&electric(13_999))), None);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&electric(14_000))), by_code);
    assert_eq!(judged(&of("vn-2024", &["B1"], &["A.03"]), Some(&TRICYCLE)), None);
    assert_eq!(
        judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&motorcycle(110))),
        by_code,
        "tricycles for disabled drivers only"
    );
    let unsure = Some((Reason::LicenceCoverUndetermined, Refer, Some("restrictions")));
    assert_eq!(judged(&of("vn-2024", &["A1", "A"], &["A.01"]), Some(&motorcycle(110))), unsure);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.02"]), Some(&motorcycle(150))), unsure);
    assert_eq!(judged(&of("vn-2024", &["A1", "B"], &["A.01"]), Some(&car(5))), None, "a code of the other part");
    assert_eq!(judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&car(5))), NOT);
}

/// Law 36/2024/QH15 art. 57(2): a disabled driver's tricycle takes A1, printed with A.01.
#[test]
fn tricycles_for_disabled_drivers() {
    assert_eq!(judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&FOR_DISABLED)), None);
    assert_eq!(judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&TRICYCLE)), UNSURE, "it may be one");
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&FOR_DISABLED)), UNSURE);
    assert_eq!(judged(&of("vn-2008", &["A1"], &[]), Some(&FOR_DISABLED)), UNSURE);
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&TRICYCLE)), NOT);
    assert_eq!(judged(&of("vn-2024", &["B1"], &[]), Some(&FOR_DISABLED)), None);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), Some(&FOR_DISABLED)), NOT);
}

#[test]
pub(in crate::rules) fn codes_of_the_car_part() {
    let automatic = Some((Reason::LicenceAutomaticOnly, Note, Some("restrictions")));
    let by_code = Some((Reason::LicenceClassNotCovering, Refuse, Some("restrictions")));
    let adapted = Some((Reason::LicenceAdaptedControls, Note, Some("restrictions")));
    let unsure = Some((Reason::LicenceCoverUndetermined, Refer, Some("restrictions")));
    let b = |code: &str| of("vn-2024", &["B"], &[code]);
    for code in ["B.01", "B.02", "B.03", "B.04", "B.05"] {
        let controls = ["B.02", "B.03", "B.04"].contains(&code);
        assert_eq!(judged(&b(code), Some(&car(5))), automatic, "{code}");
        assert_eq!(judged(&b(code), Some(&geared(Gear::Manual))), by_code, "{code}");
        assert_eq!(judged(&b(code), Some(&geared(Gear::Automatic))), if controls { adapted } else { None }, "{code}");
    }
    assert_eq!(answer(&b("B.01"), &car(5)), (Cover::Undetermined, CODES));
    assert_eq!(answer(&b("B.01"), &geared(Gear::Automatic)), (Cover::Yes, super::CLASSES));
    let electric_car = Vehicle { displacement_cc: Some(0.into()), power_w: Some(110_000.into()), ..car(5) };
    assert_eq!(judged(&b("B.01"), Some(&electric_car)), None, "every electric car is automatic");
    assert_eq!(
        judged(&of("vn-2024", &["B", "C1"], &["B.01"]), Some(&geared(Gear::Manual))),
        unsure,
        "C1 has no such code"
    );
    assert_eq!(judged(&of("vn-2024", &["B"], &["B.01", "C.09"]), Some(&car(5))), unsure, "the gravest is told");
    assert_eq!(judged(&of("vn-2024", &["B"], &[]).with(Field::RESTRICTIONS, NONE), Some(&car(5))), None);
}

/// B1 for automatic cars, before 2025, says so in its name; a class beside it that does not, covers what it covers.
#[test]
fn the_automatic_class_of_2008() {
    for name in ["B11", "B1.1"] {
        let paper = of("vn-2008", &[name], &[]);
        assert_eq!(answer(&paper, &car(5)), (Cover::Undetermined, OLD_RIGHTS));
        assert_eq!(judged(&paper, Some(&car(5))), Some((Reason::LicenceAutomaticOnly, Note, Some("restrictions"))));
        assert_eq!(answer(&paper, &geared(Gear::Automatic)), (Cover::Yes, OLD_RIGHTS));
        assert_eq!(answer(&paper, &geared(Gear::Manual)), (Cover::No, OLD_RIGHTS));
        assert_eq!(answer(&of("vn-2008", &[name, "B2"], &[]), &geared(Gear::Manual)), (Cover::Yes, OLD_RIGHTS));
    }
}

/// S23, and the edge of what a moped is.
#[test]
fn a_moped_needs_no_licence_and_what_may_be_one_is_not_plain() {
    let moped = |cc: u64| Vehicle { displacement_cc: Some(cc.into()), ..Vehicle::new(VehicleKind::Moped) };
    let watts = |power: u64| Vehicle { power_w: Some(power.into()), ..Vehicle::new(VehicleKind::Moped) };
    let none = of("vn-2024", &[], &[]);
    for vehicle in [moped(49), moped(50), watts(4_000), Vehicle::new(VehicleKind::Moped)] {
        assert_eq!(answer(&none, &vehicle), (Cover::NotNeeded, NOT_NEEDED));
        assert_eq!(judged(&none, Some(&vehicle)), Some((Reason::LicenceNotNeeded, Note, Some("classes"))));
    }
    // Called a moped, and too large to be one.
    for vehicle in [moped(51), watts(4_001)] {
        assert_eq!(answer(&none, &vehicle), (Cover::No, super::CLASSES));
        assert_eq!(answer(&of("vn-2024", &["A1"], &[]), &vehicle), (Cover::Yes, super::CLASSES));
    }
    assert_eq!(answer(&of("vn-2024", &["A"], &["A.03"]), &moped(175)), (Cover::No, CODES));
    for vehicle in [motorcycle(50), electric(4_000)] {
        assert_eq!(answer(&none, &vehicle), (Cover::Undetermined, NOT_NEEDED));
        assert_eq!(answer(&of("vn-2024", &["A1"], &[]), &vehicle), (Cover::Yes, super::CLASSES));
    }
    assert_eq!(answer(&none, &motorcycle(51)), (Cover::No, super::CLASSES));
    assert_eq!(answer(&none, &electric(4_001)), (Cover::No, super::CLASSES));
}

/// A power of 0 was not told: it makes no motorcycle small.
#[test]
fn a_power_of_nothing_is_no_power() {
    for vehicle in [electric(0), Vehicle { displacement_cc: Some(0.into()), ..electric(0) }] {
        assert_eq!(answer(&of("vn-2024", &["A1"], &[]), &vehicle), (Cover::Undetermined, super::CLASSES));
        assert_eq!(answer(&of("vn-2024", &[], &[]), &vehicle), (Cover::No, super::CLASSES), "perhaps no moped");
        assert_eq!(answer(&of("vn-2024", &["A"], &[]), &vehicle), (Cover::Yes, super::CLASSES));
    }
}

/// Art. 34(1)(a), 34(1)(g): three wheels within a moped's limits may be one; above 400 kg unladen they are a car.
#[test]
fn three_wheels() {
    let none = of("vn-2024", &["B"], &[]);
    let small = |kind| Vehicle { displacement_cc: Some(50.into()), ..Vehicle::new(kind) };
    for kind in [VehicleKind::Tricycle, VehicleKind::DisabledTricycle] {
        assert_eq!(answer(&none, &small(kind)), (Cover::Undetermined, NOT_NEEDED), "{kind:?}");
        let larger = Vehicle { displacement_cc: Some(51.into()), ..small(kind) };
        assert_eq!(answer(&none, &larger), (Cover::No, super::CLASSES), "{kind:?}");
        assert_eq!(answer(&of("vn-2024", &["B1"], &[]), &small(kind)), (Cover::Yes, super::CLASSES), "{kind:?}");
    }
    let weighing = |unladen: u64| Vehicle { unladen_mass_kg: Some(unladen.into()), ..TRICYCLE };
    assert_eq!(answer(&of("vn-2024", &["B1"], &[]), &weighing(400)), (Cover::Yes, super::CLASSES));
    assert_eq!(answer(&of("vn-2024", &["B1"], &[]), &weighing(401)), (Cover::No, super::CLASSES));
    let car = Vehicle { seats: Some(2.into()), gross_mass_kg: Some(1_200.into()), ..weighing(401) };
    for (name, cover) in [("B", Cover::Yes), ("D1", Cover::Yes), ("B1", Cover::No), ("A", Cover::No)] {
        assert_eq!(answer(&of("vn-2024", &[name], &[]), &car), (cover, super::CLASSES), "{name}");
    }
    let for_disabled = Vehicle { kind: VehicleKind::DisabledTricycle, ..car };
    assert_eq!(answer(&of("vn-2024", &["A1"], &["A.01"]), &for_disabled), (Cover::No, super::CLASSES));
    assert_eq!(answer(&none, &weighing(401)), (Cover::Undetermined, super::CLASSES), "people or goods, nobody said");
    assert_eq!(part_for(Drive::Vehicle(&weighing(401))), Field::CAR_PART);
    assert_eq!(part_for(Drive::Vehicle(&weighing(400))), Field::MOTORCYCLE_PART);
}

/// Where the part is lacking, what may be a moped is not refused either.
#[test]
fn what_may_be_a_moped_is_not_refused_for_a_part() {
    let no_part = licence().with(Field::MOTORCYCLE_PART, NONE);
    assert_eq!(answer(&no_part, &motorcycle(50)), (Cover::Undetermined, NOT_NEEDED));
    assert_eq!(answer(&no_part, &motorcycle(51)), (Cover::No, super::CLASSES));
}

/// Art. 57(3): the classes of cars and trucks.
#[test]
fn four_wheeled_motor_vehicles_follow_cars_and_trucks() {
    let people = |seats: u64| Vehicle { seats: Some(seats.into()), ..Vehicle::new(VehicleKind::FourWheeledPassenger) };
    let goods = |kg: u64| Vehicle { gross_mass_kg: Some(kg.into()), ..Vehicle::new(VehicleKind::FourWheeledGoods) };
    for (name, vehicle, cover) in [
        ("B", people(9), Cover::Yes),
        ("B", people(10), Cover::No),
        ("D1", people(15), Cover::Yes),
        ("B", goods(3_500), Cover::Yes),
        ("B", goods(3_501), Cover::No),
        ("B1", goods(900), Cover::No),
        ("A", people(4), Cover::No),
    ] {
        assert_eq!(answer(&of("vn-2024", &[name], &[]), &vehicle), (cover, super::CLASSES), "{name} {vehicle:?}");
        assert_eq!(part_for(Drive::Vehicle(&vehicle)), Field::CAR_PART);
    }
}

/// Art. 57(4): a van rebuilt with fewer seats counts with the most seats of its like.
#[test]
fn seats_taken_out_count() {
    let rebuilt = |seats: Option<u64>, like: u64| Vehicle {
        seats: seats.map(Measure::Exactly),
        seats_of_like: Some(like.into()),
        ..Vehicle::new(VehicleKind::Car)
    };
    let of_class = |name, vehicle: Vehicle| answer(&of("vn-2024", &[name], &[]), &vehicle).0;
    assert_eq!(of_class("B", car(9)), Cover::Yes);
    assert_eq!(of_class("B", rebuilt(Some(9), 16)), Cover::No);
    assert_eq!(of_class("D1", rebuilt(Some(9), 16)), Cover::Yes);
    assert_eq!(of_class("B", rebuilt(None, 16)), Cover::No);
    assert_eq!(of_class("B", rebuilt(Some(10), 9)), Cover::No, "never fewer than it has");
}

#[test]
fn no_question_no_answer() {
    let bike = motorcycle(110);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), None), None);
    let not_shown = Some((Reason::AgreedFieldNotShown, Refer, Some("classes")));
    assert_eq!(judged(&licence().without(Field::CLASSES), Some(&bike)), not_shown);
    assert_eq!(answer(&licence().without(Field::CLASSES), &bike).0, Cover::Undetermined);
    assert_eq!(judged(&licence().without(Field::REGIME), Some(&bike)), None, "schema says it");
    assert_eq!(answer(&licence().without(Field::REGIME), &bike).0, Cover::Undetermined);
    assert_eq!(judged(&licence().without(Field::RESTRICTIONS), Some(&bike)), None, "schema says it");
    assert_eq!(answer(&licence().without(Field::RESTRICTIONS), &bike).0, Cover::Undetermined);
    let no_part = licence().with(Field::MOTORCYCLE_PART, NONE);
    let not_covering = Some((Reason::LicenceClassNotCovering, Refuse, Some("motorcycle_part")));
    assert_eq!(judged(&no_part, Some(&bike)), not_covering);
    assert_eq!(judged(&no_part.without(Field::CLASSES), Some(&TRICYCLE)), not_covering);
    assert_eq!(judged(&licence().with(Field::CAR_PART, NONE), Some(&bike)), None);
}

/// A class is asked about as a whole: the largest vehicle of it decides.
#[test]
fn classes_asked_about() {
    let asked = |paper: &Paper, class| decided(paper, Some(Drive::Class(class))).unwrap();
    let of_2024 = |names: &[&str]| of("vn-2024", names, &[]);
    for (held, class, answer) in [
        ("B", LicenceClass::C1, Cover::No),
        ("C1", LicenceClass::C1, Cover::Yes),
        ("C1", LicenceClass::B, Cover::Yes),
        ("D2", LicenceClass::D, Cover::No),
        ("CE", LicenceClass::Ce, Cover::Yes),
        ("CE", LicenceClass::C, Cover::Undetermined),
        ("C", LicenceClass::Ce, Cover::No),
        ("A1", LicenceClass::A, Cover::No),
        ("A", LicenceClass::A1, Cover::Yes),
        ("A", LicenceClass::B1, Cover::No),
    ] {
        assert_eq!(asked(&of_2024(&[held]), class).covers.answer, answer, "{held} {class:?}");
    }
    for (held, class, answer) in [
        ("B2", LicenceClass::B, Cover::Yes),
        ("B2", LicenceClass::C1, Cover::Undetermined),
        ("C", LicenceClass::C1, Cover::Yes),
        ("D", LicenceClass::D2, Cover::Yes),
        ("D", LicenceClass::D, Cover::No),
        ("E", LicenceClass::D, Cover::Yes),
        ("FC", LicenceClass::Ce, Cover::Yes),
        ("A1", LicenceClass::A1, Cover::Yes),
        ("A1", LicenceClass::A, Cover::No),
        ("A3", LicenceClass::B1, Cover::Yes),
    ] {
        let decision = asked(&of("vn-2008", &[held], &[]), class);
        assert_eq!((decision.covers.answer, decision.covers.rule), (answer, OLD_RIGHTS), "{held} {class:?}");
    }
    // Every class covers itself.
    for class in LicenceClass::ALL {
        assert_eq!(asked(&of_2024(&[class.name()]), *class).covers.answer, Cover::Yes, "{class:?}");
    }
    let told = |decision: Decision| decision.finding.map(|finding| (finding.reason(), finding.gravity()));
    assert_eq!(told(asked(&of_2024(&["B"]), LicenceClass::C1)), Some((Reason::LicenceClassAskedNotCovered, Refuse)));
    assert_eq!(told(asked(&of_2024(&["XX"]), LicenceClass::C1)), Some((Reason::LicenceClassAskedUndetermined, Refer)));
    assert_eq!(asked(&of("vn-2024", &["B"], &["B.01"]), LicenceClass::B).covers.answer, Cover::Undetermined);
    assert_eq!(asked(&licence().with(Field::CAR_PART, NONE), LicenceClass::B).covers.answer, Cover::No);
}

#[test]
fn what_a_motorcycle_draws_is_not_in_the_law_of_classes() {
    assert_eq!(judged(&of("vn-2024", &["A"], &[]), Some(&drawing(motorcycle(300), 100))), UNSURE);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), Some(&drawing(motorcycle(300), 100))), NOT);
    assert_eq!(judged(&of("vn-2024", &["B1"], &[]), Some(&drawing(TRICYCLE, 100))), UNSURE);
}
