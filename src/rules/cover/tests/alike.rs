//! What a vehicle has beyond what decides changes no answer: an answer about one counts for the other
//! (`crate::encounter`).

use super::of;
use crate::document::Paper;
use crate::field::Purpose;
use crate::finding::Finding;
use crate::question::{Cover, Covers, Drive};
use crate::rules::are_covered_alike;
use crate::rules::classes::{borders, what_decides};
use crate::rules::tests::apply;
use crate::scene::{Gear, Measure, Scene, Seen, Towed, Vehicle, VehicleKind, VehicleMeasure};
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
            [&["B"][..], &["A1", "B"], &["A", "C1"], &["B1", "D"], &["A1", "BE", "CE"]]
                .map(|of_2024| of("vn-2024", of_2024, codes)),
        );
        papers.extend(
            [&["A1", "B2"][..], &["A2", "B1.1"], &["A3", "FC"], &["A1", "B1", "E"]]
                .map(|old| of("vn-2008", old, codes)),
        );
    }
    papers
}

fn measure(near: &'static [u64]) -> impl Strategy<Value = Option<Measure>> {
    let exactly = |near: &'static [u64]| prop::sample::select(near).prop_map(Measure::Exactly);
    prop_oneof![
        1 => Just(None),
        1 => Just(Some(Measure::Exactly(0))),
        6 => exactly(near).prop_map(Some),
        1 => prop::sample::select(near).prop_map(|bound| Some(Measure::AtMost(bound))),
        1 => prop::sample::select(near).prop_map(|bound| Some(Measure::Above(bound))),
    ]
}

/// A number that a bound allows, on one of the borders.
fn within(bound: Option<Measure>, measure: VehicleMeasure, pick: usize) -> Option<Measure> {
    let told = bound?;
    let more: Vec<_> = borders(measure).iter().copied().chain([1, 1_000_000]).map(Measure::Exactly).collect();
    let allowed: Vec<_> = more.into_iter().filter(|number| number.is_within(told)).collect();
    let none = told.exactly().is_some() || allowed.is_empty();
    if none { bound } else { allowed.get(pick.checked_rem(allowed.len())?).copied() }
}

/// The vehicle with numbers in the place of bounds.
fn measured(of: &Vehicle, pick: usize) -> Vehicle {
    let towed = match of.towed {
        Towed::Trailer { gross_mass_kg } => {
            Towed::Trailer { gross_mass_kg: within(gross_mass_kg, VehicleMeasure::TrailerMassKg, pick) }
        }
        towed => towed,
    };
    Vehicle {
        displacement_cc: within(of.displacement_cc, VehicleMeasure::DisplacementCc, pick),
        power_w: within(of.power_w, VehicleMeasure::PowerW, pick),
        seats: within(of.seats, VehicleMeasure::Seats, pick),
        seats_of_like: within(of.seats_of_like, VehicleMeasure::Seats, pick),
        gross_mass_kg: within(of.gross_mass_kg, VehicleMeasure::GrossMassKg, pick),
        payload_kg: within(of.payload_kg, VehicleMeasure::PayloadKg, pick),
        unladen_mass_kg: within(of.unladen_mass_kg, VehicleMeasure::UnladenMassKg, pick),
        towed,
        ..*of
    }
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

/// A form asks for what some licence turns on, and for nothing else.
#[test]
fn measures_are_those_that_decide() {
    let heavy = Vehicle { unladen_mass_kg: Some(Measure::Exactly(401)), ..Vehicle::new(VehicleKind::Tricycle) };
    // What a moped is its speed decides, which no form asks for.
    let kinds = VehicleKind::ALL.iter().filter(|kind| **kind != VehicleKind::Moped).map(|kind| Vehicle::new(*kind));
    for bare in kinds.chain([heavy]) {
        // A car that is known to shift by itself: whether it is electric no longer matters.
        let bare = Vehicle { gear: Some(Gear::Automatic), ..bare };
        let told: Vec<_> = papers().iter().map(|paper| judged(paper, &bare)).collect();
        for measure in VehicleMeasure::ALL {
            let decides = borders(*measure)
                .iter()
                .filter_map(|number| measure.put(&bare, *number))
                .any(|vehicle| papers().iter().zip(&told).any(|(paper, told)| judged(paper, &vehicle) != *told));
            assert_eq!(bare.measures().contains(measure), decides, "{bare:?}: {}", measure.name());
        }
    }
    assert_eq!(Vehicle::new(VehicleKind::Moped).measures(), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_decides_decides_all(vehicle in vehicles()) {
        let decides = what_decides(&vehicle);
        prop_assert_eq!(what_decides(&decides), decides);
        prop_assert!(are_covered_alike(&vehicle, &decides));
        for paper in papers() {
            // Which measure is asked for goes by what was told, not by what decides.
            let answered = |of: &Vehicle| {
                let (found, covers) = judged(&paper, of);
                (found, covers.map(|covers| (covers.answer, covers.rule)))
            };
            prop_assert_eq!(answered(&vehicle), answered(&decides), "{:?} {:?}", vehicle, decides);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// What is answered by a bound is answered alike by every number within it, and what counted beside the bound
    /// counts beside the number.
    #[test]
    fn a_bound_answers_no_more_than_every_number_within_it(vehicle in vehicles(), pick in 0..24_usize) {
        let number = measured(&vehicle, pick);
        for paper in papers() {
            let [bound, exact] = [&vehicle, &number].map(|of| judged(&paper, of).1.map(|covers| covers.answer));
            // What a class covers may turn out to be a moped, which needs none.
            let moped = (bound, exact) == (Some(Cover::Yes), Some(Cover::NotNeeded));
            if bound != Some(Cover::Undetermined) && !moped {
                prop_assert_eq!(bound, exact, "{:?} {:?}", vehicle, number);
            }
        }
    }

    /// The measure that is asked for decides for some number, and none is asked for where none would.
    #[test]
    fn a_measure_that_is_asked_for_decides(vehicle in vehicles()) {
        for paper in papers() {
            let Some(covers) = judged(&paper, &vehicle).1 else { continue };
            prop_assert!(covers.measure.is_none() || covers.answer == Cover::Undetermined);
        }
    }
}

/// The chips of a stop: what is seen at a glance decides where law turns on no more, and else says what to look for.
#[test]
fn a_glance_is_enough_where_law_turns_on_no_more() {
    let light = Vehicle { displacement_cc: Some(Measure::AtMost(125)), ..Vehicle::new(VehicleKind::Motorcycle) };
    let heavy = Vehicle { displacement_cc: Some(Measure::Above(125)), ..light };
    let small = Vehicle { seats: Some(Measure::AtMost(9)), ..Vehicle::new(VehicleKind::Car) };
    let large = Vehicle { seats: Some(Measure::Above(9)), ..small };
    let (cc, seats) = (Some(VehicleMeasure::DisplacementCc), Some(VehicleMeasure::Seats));
    for (regime, class, vehicle, answer, asks) in [
        ("vn-2024", "A1", light, Cover::Yes, None),
        ("vn-2024", "A1", heavy, Cover::No, None),
        ("vn-2024", "A", heavy, Cover::Yes, None),
        ("vn-2008", "A1", light, Cover::Yes, None),
        // A1 of before 2025 reaches below 175.
        ("vn-2008", "A1", heavy, Cover::Undetermined, cc),
        // It may be a moped.
        ("vn-2024", "B", light, Cover::Undetermined, None),
        ("vn-2024", "B", heavy, Cover::No, None),
        ("vn-2024", "B", small, Cover::Yes, None),
        ("vn-2024", "B", large, Cover::No, None),
        ("vn-2024", "D1", large, Cover::Undetermined, seats),
        ("vn-2024", "D", large, Cover::Yes, None),
        ("vn-2024", "A1", Vehicle::new(VehicleKind::Motorcycle), Cover::Undetermined, cc),
    ] {
        let covers = judged(&of(regime, &[class], &[]), &vehicle).1.unwrap();
        let asks = if (class, answer) == ("B", Cover::Undetermined) { cc } else { asks };
        assert_eq!((covers.answer, covers.measure), (answer, asks), "{regime} {class} {vehicle:?}");
    }
}

#[test]
fn what_a_registration_adds_to_a_picked_vehicle_seldom_matters() {
    let picked = Vehicle { displacement_cc: Some(110.into()), ..Vehicle::new(VehicleKind::Motorcycle) };
    let shown =
        Vehicle { power_w: Some(6_000.into()), seats: Some(2.into()), gross_mass_kg: Some(240.into()), ..picked };
    assert!(are_covered_alike(&picked, &shown));
    assert!(!are_covered_alike(&picked, &Vehicle { displacement_cc: Some(150.into()), ..picked }));
    let car = Vehicle { seats: Some(5.into()), ..Vehicle::new(VehicleKind::Car) };
    assert!(are_covered_alike(
        &car,
        &Vehicle {
            displacement_cc: Some(1496.into()),
            power_w: Some(79_000.into()),
            gross_mass_kg: Some(1550.into()),
            ..car
        }
    ));
    for other in [
        Vehicle { seats: None, ..car },
        Vehicle { seats: Some(9.into()), ..car },
        Vehicle { gear: Some(Gear::Manual), ..car },
        Vehicle { power_w: Some(79_000.into()), ..car },
        car.towing(Towed::Trailer { gross_mass_kg: Some(500.into()) }),
        Vehicle { kind: VehicleKind::SleeperCoach, ..car },
    ] {
        assert!(!are_covered_alike(&car, &other), "{other:?}");
    }
    // What is called a moped and is too large for one is a motorcycle.
    let moped = Vehicle { displacement_cc: Some(110.into()), ..Vehicle::new(VehicleKind::Moped) };
    assert!(are_covered_alike(&picked, &moped));
}
