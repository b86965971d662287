//! What a vehicle has beyond what decides changes no answer: an answer about one counts for the other
//! (`crate::encounter`).

use super::of;
use crate::document::Paper;
use crate::field::Purpose;
use crate::finding::Finding;
use crate::question::{Covers, Drive};
use crate::rules::are_covered_alike;
use crate::rules::classes::what_decides;
use crate::rules::tests::apply;
use crate::scene::{Gear, Scene, Seen, Towed, Vehicle, VehicleKind};
use proptest::prelude::*;
use std::vec::Vec;

fn judged(paper: &Paper, vehicle: &Vehicle) -> (Vec<Finding>, Option<Covers>) {
    let (at, seen) = (crate::document::sample::noon(2026, 11, 21), Seen::default());
    let scene =
        Scene { at, reversible_tolerance: 0, purpose: Purpose::TRAFFIC_CONTROL, seen: &seen, law_unchecked: false };
    apply(paper, &[], &scene, Some(Drive::Vehicle(vehicle)))
}

/// Licences of every reach, with every code that bears on it.
fn papers() -> Vec<Paper> {
    let mut papers = Vec::new();
    for codes in [&[][..], &["A.01"], &["A.03"], &["B.01"], &["B.02"], &["B.05"], &["X.1"]] {
        papers.extend(
            [&["A1", "B"][..], &["A", "C1"], &["B1", "D"], &["A1", "BE", "CE"]]
                .map(|of_2024| of("vn-2024", of_2024, codes)),
        );
        papers.extend(
            [&["A1", "B2"][..], &["A2", "B1.1"], &["A3", "FC"], &["A1", "B1", "E"]]
                .map(|old| of("vn-2008", old, codes)),
        );
    }
    papers
}

fn measure(near: &'static [u64]) -> impl Strategy<Value = Option<u64>> {
    prop_oneof![1 => Just(None), 1 => Just(Some(0)), 6 => prop::sample::select(near).prop_map(Some)]
}

fn vehicles() -> impl Strategy<Value = Vehicle> {
    let towed = prop_oneof![
        3 => Just(Towed::Nothing),
        1 => Just(Towed::SemiTrailer),
        1 => Just(Towed::Carriage),
        1 => measure(&[750, 751]).prop_map(|gross_mass_kg| Towed::Trailer { gross_mass_kg }),
    ];
    let engine =
        (measure(&[49, 50, 51, 125, 126, 174, 175, 700]), measure(&[3_999, 4_000, 4_001, 11_000, 14_000, 80_000]));
    let load = (measure(&[3_499, 3_500, 3_501, 7_500, 7_501, 20_000]), measure(&[3_498, 3_499, 3_500, 9_000]));
    let gear = prop::option::of(prop_oneof![Just(Gear::Manual), Just(Gear::Automatic)]);
    let seats = (measure(&[5, 9, 10, 17, 18, 30, 31]), prop_oneof![3 => Just(None), 1 => measure(&[9, 16, 31])]);
    let unladen = measure(&[399, 400, 401, 2_000]);
    (prop::sample::select(VehicleKind::ALL), engine, seats, load, unladen, gear, towed).prop_map(
        |(
            kind,
            (displacement_cc, power_w),
            (seats, seats_of_like),
            (gross_mass_kg, payload_kg),
            unladen_mass_kg,
            gear,
            towed,
        )| Vehicle {
            displacement_cc,
            power_w,
            seats,
            seats_of_like,
            gross_mass_kg,
            payload_kg,
            unladen_mass_kg,
            gear,
            ..Vehicle::new(kind).towing(towed)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_decides_decides_all(vehicle in vehicles()) {
        let decides = what_decides(&vehicle);
        prop_assert_eq!(what_decides(&decides), decides);
        prop_assert!(are_covered_alike(&vehicle, &decides));
        for paper in papers() {
            prop_assert_eq!(judged(&paper, &vehicle), judged(&paper, &decides), "{:?} {:?}", vehicle, decides);
        }
    }
}

#[test]
fn what_a_registration_adds_to_a_picked_vehicle_seldom_matters() {
    let picked = Vehicle { displacement_cc: Some(110), ..Vehicle::new(VehicleKind::Motorcycle) };
    let shown = Vehicle { power_w: Some(6_000), seats: Some(2), gross_mass_kg: Some(240), ..picked };
    assert!(are_covered_alike(&picked, &shown));
    assert!(!are_covered_alike(&picked, &Vehicle { displacement_cc: Some(150), ..picked }));
    let car = Vehicle { seats: Some(5), ..Vehicle::new(VehicleKind::Car) };
    assert!(are_covered_alike(
        &car,
        &Vehicle { displacement_cc: Some(1496), power_w: Some(79_000), gross_mass_kg: Some(1550), ..car }
    ));
    for other in [
        Vehicle { seats: None, ..car },
        Vehicle { seats: Some(9), ..car },
        Vehicle { gear: Some(Gear::Manual), ..car },
        Vehicle { power_w: Some(79_000), ..car },
        car.towing(Towed::Trailer { gross_mass_kg: Some(500) }),
        Vehicle { kind: VehicleKind::SleeperCoach, ..car },
    ] {
        assert!(!are_covered_alike(&car, &other), "{other:?}");
    }
    // What is called a moped and is too large for one is a motorcycle.
    let moped = Vehicle { displacement_cc: Some(110), ..Vehicle::new(VehicleKind::Moped) };
    assert!(are_covered_alike(&picked, &moped));
}
