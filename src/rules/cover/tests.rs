use super::{BEFORE_2025, Class, FROM_2025, Upto, covers};
use crate::document::Paper;
use crate::document::sample::{NONE, classes, licence, noon, text, texts};
use crate::field::{Field, Purpose};
use crate::reason::Gravity::{Note, Refer, Refuse};
use crate::reason::{Gravity, Reason};
use crate::rules::Case;
use crate::scene::{Scene, Seen, Vehicle, VehicleKind};
use std::vec::Vec;

fn judged(paper: &Paper, vehicle: Option<&Vehicle>) -> Option<(Reason, Gravity, Option<&'static str>)> {
    let seen = Seen::default();
    let scene =
        Scene { at: noon(2026, 11, 21), reversible_tolerance: 0, purpose: Purpose::TRAFFIC_CONTROL, seen: &seen };
    let found = covers(&Case { paper, parts: &[], scene: &scene, vehicle });
    assert!(found.len() <= 1);
    found.first().map(|finding| (finding.reason(), finding.gravity(), finding.field_name()))
}

fn of(regime: &str, names: &[&str], codes: &[&str]) -> Paper {
    licence()
        .with(Field::REGIME, text(regime))
        .with(Field::CLASSES, classes(names))
        .with(Field::RESTRICTIONS, texts(codes))
}

const fn motorcycle(cc: u64) -> Vehicle {
    Vehicle { displacement_cc: Some(cc), ..Vehicle::new(VehicleKind::Motorcycle) }
}
const fn electric(watts: u64) -> Vehicle {
    Vehicle { power_w: Some(watts), ..Vehicle::new(VehicleKind::Motorcycle) }
}
const fn car(seats: u64) -> Vehicle {
    Vehicle { seats: Some(seats), ..Vehicle::new(VehicleKind::Car) }
}
const fn truck(kg: u64) -> Vehicle {
    Vehicle { gross_mass_kg: Some(kg), ..Vehicle::new(VehicleKind::Truck) }
}
const TRICYCLE: Vehicle = Vehicle::new(VehicleKind::Tricycle);

const NOT: Option<(Reason, Gravity, Option<&str>)> = Some((Reason::LicenceClassNotCovering, Refuse, Some("classes")));
const UNSURE: Option<(Reason, Gravity, Option<&str>)> =
    Some((Reason::LicenceCoverUndetermined, Refer, Some("classes")));

#[test]
fn edges_of_every_class_from_2025() {
    for (class, within, beyond) in [
        ("A1", motorcycle(125), motorcycle(126)),
        ("A1", electric(11_000), electric(11_001)),
        ("A", motorcycle(1_800), TRICYCLE),
        ("B1", TRICYCLE, motorcycle(126)),
        ("B1", motorcycle(125), motorcycle(126)),
        ("B", car(9), car(10)),
        ("B", truck(3_500), truck(3_501)),
        ("C1", truck(7_500), truck(7_501)),
        ("C1", car(9), car(10)),
        ("C", truck(40_000), car(10)),
        ("D1", car(17), car(18)),
        ("D2", car(30), car(31)),
        ("D", car(60), motorcycle(110)),
        ("D", truck(40_000), TRICYCLE),
    ] {
        assert_eq!(judged(&of("vn-2024", &[class], &[]), Some(&within)), None, "{class}");
        assert_eq!(judged(&of("vn-2024", &[class], &[]), Some(&beyond)), NOT, "{class}");
    }
}

#[test]
fn edges_of_every_class_before_2025() {
    for (class, within, beyond) in [
        ("A1", motorcycle(174), motorcycle(175)),
        ("A2", motorcycle(175), TRICYCLE),
        ("A2", motorcycle(110), car(4)),
        ("A3", TRICYCLE, motorcycle(175)),
        ("B1", car(9), car(10)),
        ("B1", truck(3_499), truck(3_500)),
        ("B2", truck(3_499), truck(3_500)),
        ("C", truck(3_500), car(10)),
        ("D", car(30), car(31)),
        ("E", car(31), motorcycle(110)),
    ] {
        assert_eq!(judged(&of("vn-2008", &[class], &[]), Some(&within)), None, "{class}");
        assert_eq!(judged(&of("vn-2008", &[class], &[]), Some(&beyond)), NOT, "{class}");
    }
    assert_eq!(judged(&of("vn-2008", &["A4"], &[]), Some(&motorcycle(110))), NOT);
}

/// A1, B1 and D mean different things before and after 2025.
#[test]
fn the_regime_decides_what_a_name_means() {
    assert_eq!(judged(&of("vn-2008", &["A1"], &[]), Some(&motorcycle(150))), None);
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&motorcycle(150))), NOT);
    assert_eq!(judged(&of("vn-2008", &["B1"], &[]), Some(&car(5))), None);
    assert_eq!(judged(&of("vn-2024", &["B1"], &[]), Some(&car(5))), NOT);
    let unsure = Some((Reason::LicenceCoverUndetermined, Refer, Some("regime")));
    assert_eq!(judged(&of("vn-1995", &["B1"], &[]), Some(&car(5))), unsure);
}

#[test]
fn one_class_that_covers_is_enough() {
    assert_eq!(judged(&of("vn-2024", &["A1", "XX", "C1"], &[]), Some(&truck(7_000))), None);
    assert_eq!(judged(&of("vn-2024", &["A1", "XX"], &[]), Some(&car(5))), UNSURE, "a class we do not know");
    assert_eq!(judged(&of("vn-2024", &["CE"], &[]), Some(&car(5))), UNSURE, "trailer classes are not plain");
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
    let electric_on_paper = Vehicle { displacement_cc: Some(0), ..electric(12_000) };
    assert_eq!(judged(&of("vn-2024", &["A1"], &[]), Some(&electric_on_paper)), NOT);
}

#[test]
fn restrictions() {
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&motorcycle(174))), None);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&motorcycle(175))), NOT);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&electric(13_999))), None);
    assert_eq!(judged(&of("vn-2024", &["A"], &["A.03"]), Some(&electric(14_000))), NOT);
    assert_eq!(judged(&of("vn-2024", &["B1"], &["A.03"]), Some(&TRICYCLE)), None);
    let said = |gravity| Some((Reason::LicenceCoverUndetermined, gravity, Some("restrictions")));
    assert_eq!(judged(&of("vn-2024", &["B"], &["B.01"]), Some(&car(5))), said(Note));
    assert_eq!(judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&motorcycle(110))), said(Refer));
    assert_eq!(judged(&of("vn-2024", &["B"], &["B.01", "C.09"]), Some(&car(5))), said(Refer));
    assert_eq!(judged(&of("vn-2024", &["A1", "B"], &["A.01"]), Some(&car(5))), None, "a code of the other part");
    assert_eq!(judged(&of("vn-2024", &["B"], &[]).with(Field::RESTRICTIONS, NONE), Some(&car(5))), None);
    assert_eq!(judged(&of("vn-2024", &["A1"], &["A.01"]), Some(&car(5))), NOT);
}

#[test]
fn no_question_no_answer() {
    let bike = motorcycle(110);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), None), None);
    assert_eq!(judged(&of("vn-2024", &["B"], &[]), Some(&Vehicle::new(VehicleKind::Moped))), None);
    let not_shown = Some((Reason::AgreedFieldNotShown, Refer, Some("classes")));
    assert_eq!(judged(&licence().without(Field::CLASSES), Some(&bike)), not_shown);
    assert_eq!(judged(&licence().without(Field::REGIME), Some(&bike)), None, "schema says it");
    let no_part = licence().with(Field::MOTORCYCLE_PART, NONE);
    let not_covering = Some((Reason::LicenceClassNotCovering, Refuse, Some("motorcycle_part")));
    assert_eq!(judged(&no_part, Some(&bike)), not_covering);
    assert_eq!(judged(&no_part.without(Field::CLASSES), Some(&TRICYCLE)), not_covering);
    assert_eq!(judged(&licence().with(Field::CAR_PART, NONE), Some(&bike)), None);
}

/// Law 36/2024/QH15 art. 57: a class covers all that the classes it implies cover.
#[test]
fn implied_classes_are_within() {
    let implied: [(&[Class], &str, &[&str]); 11] = [
        (FROM_2025, "A", &["A1"]),
        (FROM_2025, "B1", &["A1"]),
        (FROM_2025, "C1", &["B"]),
        (FROM_2025, "C", &["B", "C1"]),
        (FROM_2025, "D1", &["B", "C1", "C"]),
        (FROM_2025, "D2", &["B", "C1", "C", "D1"]),
        (FROM_2025, "D", &["B", "C1", "C", "D1", "D2"]),
        (BEFORE_2025, "A2", &["A1"]),
        (BEFORE_2025, "C", &["B1", "B2"]),
        (BEFORE_2025, "D", &["B1", "B2", "C"]),
        (BEFORE_2025, "E", &["B1", "B2", "C", "D"]),
    ];
    let most = |upto: Upto| match upto {
        Upto::Nothing => 0,
        Upto::Most(most) => most,
        Upto::Everything => u64::MAX,
    };
    let all =
        |class: &Class| [class.motorcycle.displacement_cc, class.motorcycle.power_w, class.seats, class.mass].map(most);
    for (table, name, smaller) in implied {
        let rows = |name: &str| -> Vec<&Class> { table.iter().filter(|class| class.name == name).collect() };
        for class in rows(name) {
            for less in smaller.iter().flat_map(|less| rows(less)) {
                assert!(all(class).iter().zip(all(less)).all(|(more, less)| *more >= less), "{name}");
                assert!(class.tricycle >= less.tricycle, "{name}");
            }
        }
        assert_eq!(rows(name).len(), 1);
    }
}
