//! The largest vehicles that a class reaches to: who may drive these may drive every vehicle of it.

use crate::question::LicenceClass;
use crate::scene::{Measure, Towed, Vehicle, VehicleKind};
use alloc::vec::Vec;

/// The largest vehicles of a class of 2024: whoever may drive these may drive every vehicle of it.
pub(crate) fn largest(class: LicenceClass) -> Vec<Vehicle> {
    use LicenceClass as C;
    match class {
        C::A1 => motorcycles(125, 11_000),
        C::A => motorcycles(u64::MAX, u64::MAX),
        C::B1 => [motorcycles(125, 11_000), Vec::from([Vehicle::new(VehicleKind::Tricycle)])].concat(),
        C::B => automobiles(9, 3500),
        C::C1 => automobiles(9, 7500),
        C::C => automobiles(9, u64::MAX),
        C::D1 => automobiles(17, u64::MAX),
        C::D2 => automobiles(30, u64::MAX),
        C::D => coaches(),
        C::Be => drawing(&automobiles(9, 3500)),
        C::C1e => drawing(&automobiles(9, 7500)),
        C::Ce => {
            let unit = Vehicle { gross_mass_kg: Some(Measure::Exactly(u64::MAX)), ..Vehicle::new(VehicleKind::Truck) };
            [drawing(&automobiles(9, u64::MAX)), Vec::from([unit.towing(Towed::SemiTrailer)])].concat()
        }
        C::D1e => drawing(&automobiles(17, u64::MAX)),
        C::D2e => drawing(&automobiles(30, u64::MAX)),
        C::De => {
            let coach = Vehicle { seats: Some(Measure::Exactly(u64::MAX)), ..Vehicle::new(VehicleKind::Car) };
            [drawing(&coaches()), Vec::from([coach.towing(Towed::Carriage)])].concat()
        }
    }
}

fn motorcycles(displacement_cc: u64, power_w: u64) -> Vec<Vehicle> {
    let motorcycle = Vehicle::new(VehicleKind::Motorcycle);
    let engine = Vehicle { displacement_cc: Some(Measure::Exactly(displacement_cc)), ..motorcycle };
    Vec::from([engine, Vehicle { power_w: Some(Measure::Exactly(power_w)), ..motorcycle }])
}

fn automobiles(seats: u64, gross_mass_kg: u64) -> Vec<Vehicle> {
    let mass = |kind| Vehicle { gross_mass_kg: Some(Measure::Exactly(gross_mass_kg)), ..Vehicle::new(kind) };
    let car = Vehicle { seats: Some(Measure::Exactly(seats)), ..Vehicle::new(VehicleKind::Car) };
    Vec::from([car, mass(VehicleKind::Truck), mass(VehicleKind::SpecialPurpose)])
}

fn coaches() -> Vec<Vehicle> {
    let sleeper = Vehicle { seats: Some(Measure::Exactly(u64::MAX)), ..Vehicle::new(VehicleKind::SleeperCoach) };
    [automobiles(u64::MAX, u64::MAX), Vec::from([sleeper])].concat()
}

fn drawing(vehicles: &[Vehicle]) -> Vec<Vehicle> {
    let trailer = Towed::Trailer { gross_mass_kg: Some(Measure::Exactly(u64::MAX)) };
    vehicles.iter().map(|vehicle| vehicle.towing(trailer)).collect()
}
