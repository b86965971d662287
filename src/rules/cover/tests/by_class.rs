//! Every class of both laws at its edges, one line each.

use super::*;
use crate::rules::classes::{Class, Load, Reach, Regime, Upto};

/// Class, the largest it covers, the smallest beyond it.
type Edge = (&'static str, Vehicle, Vehicle);

fn edges(regime: &str, all: &[Edge]) {
    for (class, within, beyond) in all {
        assert_eq!(judged(&of(regime, &[class], &[]), Some(within)), None, "{class} {within:?}");
        // The old classes for trailers decide against nobody: the same part, and yet no plain answer.
        let unread = class.starts_with('F') && part_for(Drive::Vehicle(beyond)) == Field::CAR_PART;
        let (found, cover) = if unread { (UNSURE, Cover::Undetermined) } else { (NOT, Cover::No) };
        assert_eq!(judged(&of(regime, &[class], &[]), Some(beyond)), found, "{class} {beyond:?}");
        assert_eq!(answer(&of(regime, &[class], &[]), within).0, Cover::Yes);
        assert_eq!(answer(&of(regime, &[class], &[]), beyond).0, cover);
    }
}

#[test]
fn edges_of_every_class_from_2025() {
    let special = |kg: u64| Vehicle { gross_mass_kg: Some(kg.into()), ..Vehicle::new(VehicleKind::SpecialPurpose) };
    edges(
        "vn-2024",
        &[
            ("A1", motorcycle(125), motorcycle(126)),
            ("A1", electric(11_000), electric(11_001)),
            ("A", motorcycle(1_800), TRICYCLE),
            ("A", electric(60_000), car(4)),
            ("B1", TRICYCLE, motorcycle(126)),
            ("B1", motorcycle(125), car(4)),
            ("B", car(9), car(10)),
            ("B", truck(3_500), truck(3_501)),
            ("B", special(3_500), special(3_501)),
            ("B", drawing(car(9), 750), drawing(car(9), 751)),
            ("C1", truck(7_500), truck(7_501)),
            ("C1", car(9), car(10)),
            ("C1", drawing(truck(7_500), 750), drawing(truck(7_500), 751)),
            ("C", truck(40_000), car(10)),
            ("C", special(40_000), truck(40_000).towing(Towed::SemiTrailer)),
            ("C", drawing(truck(40_000), 750), drawing(truck(40_000), 751)),
            ("D1", car(17), car(18)),
            ("D1", truck(40_000), SLEEPER),
            ("D2", car(30), car(31)),
            ("D2", drawing(car(30), 750), SLEEPER),
            ("D", car(60), motorcycle(110)),
            ("D", SLEEPER, car(60).towing(Towed::Carriage)),
            ("D", truck(40_000), TRICYCLE),
            ("BE", drawing(car(9), 751), drawing(car(10), 751)),
            ("BE", drawing(truck(3_500), 9_000), drawing(truck(3_501), 9_000)),
            ("C1E", drawing(truck(7_500), 751), drawing(truck(7_501), 751)),
            ("CE", drawing(truck(40_000), 20_000), drawing(car(10), 751)),
            ("CE", truck(40_000).towing(Towed::SemiTrailer), motorcycle(110)),
            ("D1E", drawing(car(17), 751), drawing(car(18), 751)),
            ("D2E", drawing(car(30), 751), drawing(car(31), 751)),
            ("DE", drawing(car(60), 751), motorcycle(110)),
            ("DE", car(60).towing(Towed::Carriage), TRICYCLE),
        ],
    );
}

#[test]
fn edges_of_every_class_before_2025() {
    edges(
        "vn-2008",
        &[
            ("A1", motorcycle(174), motorcycle(175)),
            ("A1", electric(13_999), electric(14_000)),
            ("A2", motorcycle(175), TRICYCLE),
            ("A2", motorcycle(110), car(4)),
            ("A3", TRICYCLE, motorcycle(175)),
            ("B1", car(9), car(10)),
            ("B1", loaded(3_499), loaded(3_500)),
            ("B2", car(9), car(10)),
            ("B2", loaded(3_499), loaded(3_500)),
            ("B2", truck(3_500), car(4).towing(Towed::SemiTrailer)),
            ("C", truck(3_500), car(10)),
            ("C", loaded(9_000), truck(9_000).towing(Towed::SemiTrailer)),
            ("D", car(30), car(31)),
            ("D", loaded(9_000), motorcycle(110)),
            ("D", SLEEPER, TRICYCLE),
            ("E", car(31), motorcycle(110)),
            ("E", drawing(car(31), 750), car(31).towing(Towed::Carriage)),
            ("FB2", drawing(car(9), 751), drawing(car(10), 751)),
            ("FB2", drawing(loaded(3_499), 751), drawing(loaded(3_500), 751)),
            ("FC", drawing(truck(20_000), 9_000), drawing(car(10), 751)),
            ("FC", truck(20_000).towing(Towed::SemiTrailer), motorcycle(110)),
            ("FD", drawing(car(30), 751), drawing(car(31), 751)),
            ("FE", drawing(car(60), 751), motorcycle(110)),
            ("FE", car(60).towing(Towed::Carriage), TRICYCLE),
        ],
    );
    assert_eq!(judged(&of("vn-2008", &["A4"], &[]), Some(&motorcycle(110))), NOT);
}

/// Before 2025 a truck was classed by its payload: a gross mass above the bound alone decides nothing.
#[test]
fn old_classes_count_payload() {
    assert_eq!(judged(&of("vn-2008", &["B2"], &[]), Some(&truck(3_501))), UNSURE);
    assert_eq!(judged(&of("vn-2008", &["B2"], &[]), Some(&Vehicle::new(VehicleKind::Truck))), UNSURE);
    assert_eq!(
        judged(&of("vn-2008", &["B2"], &[]), Some(&Vehicle { payload_kg: Some(1_990.into()), ..truck(4_990) })),
        None
    );
    assert_eq!(
        judged(&of("vn-2024", &["B"], &[]), Some(&Vehicle { payload_kg: Some(1_990.into()), ..truck(4_990) })),
        NOT
    );
    // The same of trailers.
    assert_eq!(judged(&of("vn-2008", &["B2"], &[]), Some(&drawing(car(5), 751))), UNSURE);
    let special = Vehicle { payload_kg: Some(900.into()), ..Vehicle::new(VehicleKind::SpecialPurpose) };
    assert_eq!(judged(&of("vn-2008", &["B1"], &[]), Some(&special)), UNSURE, "B1 does not name these");
    assert_eq!(judged(&of("vn-2008", &["B2"], &[]), Some(&special)), None);
}

/// A class for heavy trailers, where none is drawn or a light one: the law names the trailers only.
#[test]
fn trailer_classes_without_their_trailer_are_not_plain() {
    for (regime, names) in
        [("vn-2024", ["BE", "C1E", "CE", "D1E", "D2E", "DE"].as_slice()), ("vn-2008", &["FB2", "FC", "FD", "FE"])]
    {
        for name in names {
            assert_eq!(judged(&of(regime, &[name], &[]), Some(&car(9))), UNSURE, "{name}");
            assert_eq!(judged(&of(regime, &[name], &[]), Some(&drawing(car(9), 750))), UNSURE, "{name}");
            let semi = judged(&of(regime, &[name], &[]), Some(&truck(3_000).towing(Towed::SemiTrailer)));
            assert_eq!(semi.is_none(), ["CE", "FC"].contains(name), "{name}");
        }
    }
}

/// Law 36/2024/QH15 art. 57, domain tables: a class covers all that the classes it implies cover.
#[test]
fn implied_classes_are_within() {
    let implied: [(Regime, &str, &[&str]); 11] = [
        (Regime::Of2024, "A", &["A1"]),
        (Regime::Of2024, "B1", &["A1"]),
        (Regime::Of2024, "C1", &["B"]),
        (Regime::Of2024, "C", &["B", "C1"]),
        (Regime::Of2024, "D1", &["B", "C1", "C"]),
        (Regime::Of2024, "D2", &["B", "C1", "C", "D1"]),
        (Regime::Of2024, "D", &["B", "C1", "C", "D1", "D2"]),
        (Regime::Of2008, "A2", &["A1"]),
        (Regime::Of2008, "C", &["B1", "B2"]),
        (Regime::Of2008, "D", &["B1", "B2", "C"]),
        (Regime::Of2008, "E", &["B1", "B2", "C", "D"]),
    ];
    let most = |upto: Upto| match upto {
        Upto::Nothing => 0,
        Upto::Most(most) => most,
        Upto::Everything => u64::MAX,
    };
    let load = |class: &Class| match class.load {
        Load::Gross(upto) | Load::Payload(upto) => upto,
    };
    let all = |class: &Class| {
        [class.two_wheels.displacement_cc, class.two_wheels.power_w, class.seats, load(class)].map(most)
    };
    let sleeper = |class: &Class| class.sleeper.unwrap_or(Reach::No);
    for (regime, name, smaller) in implied {
        let class = regime.class(name).unwrap();
        for less in smaller.iter().map(|less| regime.class(less).unwrap()) {
            assert!(all(class).iter().zip(all(less)).all(|(more, less)| *more >= less), "{name}");
            assert!(class.tricycle >= less.tricycle && class.disabled_tricycle >= less.disabled_tricycle, "{name}");
            assert!(sleeper(class) >= sleeper(less) && class.special >= less.special, "{name}");
        }
    }
}

/// The tables have the classes of the law, each once.
#[test]
fn every_class_of_the_law_stands_once() {
    let names = |regime: Regime| regime.table().iter().map(|class| class.name).collect::<Vec<_>>();
    assert_eq!(names(Regime::Of2024), LicenceClass::ALL.iter().map(|class| class.name()).collect::<Vec<_>>());
    let old = ["A1", "A2", "A3", "A4", "B1.1", "B11", "B1", "B2", "C", "D", "E", "FB2", "FC", "FD", "FE"];
    assert_eq!(names(Regime::Of2008), old);
}

/// Law 36/2024/QH15 art. 89(3): what an old class is exchanged for covers no less than the old class did, B2's payload
/// apart.
#[test]
fn an_exchanged_class_covers_what_the_old_one_did() {
    let exchanged: [(&str, &str, &[&str], Vehicle); 11] = [
        ("A1", "A", &["A.03"], motorcycle(174)),
        ("A2", "A", &[], motorcycle(900)),
        ("A3", "B1", &[], TRICYCLE),
        ("B2", "B", &[], car(9)),
        ("B2", "C1", &[], truck(3_500)),
        ("C", "C", &[], truck(40_000)),
        ("D", "D2", &[], car(30)),
        ("E", "D", &[], car(60)),
        ("FB2", "BE", &[], drawing(car(9), 900)),
        ("FC", "CE", &[], truck(40_000).towing(Towed::SemiTrailer)),
        ("FE", "DE", &[], car(60).towing(Towed::Carriage)),
    ];
    for (old, new, codes, vehicle) in exchanged {
        assert_eq!(answer(&of("vn-2008", &[old], &[]), &vehicle).0, Cover::Yes, "{old}");
        assert_eq!(answer(&of("vn-2024", &[new], codes), &vehicle).0, Cover::Yes, "{new}");
    }
    assert_eq!(answer(&of("vn-2008", &["FD"], &[]), &drawing(car(30), 900)).0, Cover::Yes);
    assert_eq!(answer(&of("vn-2024", &["D2E"], &[]), &drawing(car(30), 900)).0, Cover::Yes);
}
