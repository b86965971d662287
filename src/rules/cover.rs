//! Does the licence cover this vehicle? The plain cases of Law 36/2024/QH15 art. 57, and of the classes from before 2025, whose rights
//! stay as they were (art. 89). What is not plain is *undetermined*, never *not covered*.

use super::{Case, Finding};
use crate::document::driving_licence::{PartState, classes, part, regime, restrictions};
use crate::field::Field;
use crate::reason::{Gravity, Reason};
use crate::scene::{Vehicle, VehicleKind};
use alloc::vec::Vec;

/// The part that a vehicle needs.
pub(super) const fn part_for(kind: VehicleKind) -> Field {
    match kind {
        VehicleKind::Moped | VehicleKind::Motorcycle | VehicleKind::Tricycle => Field::MOTORCYCLE_PART,
        VehicleKind::Car | VehicleKind::Truck => Field::CAR_PART,
    }
}

/// Three answers, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cover {
    No,
    Unknown,
    Yes,
}

/// What a class covers of one measure.
#[derive(Clone, Copy)]
enum Upto {
    Nothing,
    /// Up to and including.
    Most(u64),
    Everything,
}

/// A class in full, the classes it implies included.
struct Class {
    name: &'static str,
    motorcycle: Engine,
    tricycle: bool,
    /// Seats of a car, the driver's included.
    seats: Upto,
    /// Gross mass of a truck in kilograms.
    mass: Upto,
}

/// Displacement in cm³, or power in W where there is none.
#[derive(Clone, Copy)]
struct Engine {
    displacement_cc: Upto,
    power_w: Upto,
}

const fn engine(displacement_cc: u64, power_w: u64) -> Engine {
    Engine { displacement_cc: Upto::Most(displacement_cc), power_w: Upto::Most(power_w) }
}

const NO_MOTORCYCLE: Engine = Engine { displacement_cc: Upto::Nothing, power_w: Upto::Nothing };
const ANY_MOTORCYCLE: Engine = Engine { displacement_cc: Upto::Everything, power_w: Upto::Everything };
/// Up to 125 cm³ or 11 kW (art. 57(1)(a)).
const UP_TO_125: Engine = engine(125, 11_000);
/// Below 175 cm³ or 14 kW: A1 before 2025, and what A.03 leaves of A (art. 89; Circular 12/2025).
const BELOW_175: Engine = engine(174, 13_999);

const fn two_wheels(name: &'static str, motorcycle: Engine) -> Class {
    Class { name, motorcycle, tricycle: false, seats: Upto::Nothing, mass: Upto::Nothing }
}

const fn three_wheels(name: &'static str, motorcycle: Engine) -> Class {
    Class { name, motorcycle, tricycle: true, seats: Upto::Nothing, mass: Upto::Nothing }
}

const fn car(name: &'static str, seats: Upto, mass: Upto) -> Class {
    Class { name, motorcycle: NO_MOTORCYCLE, tricycle: false, seats, mass }
}

/// Law 36/2024/QH15 art. 57(1). "Up to 8 passenger seats" is 9 with the driver's. Classes with trailer (…E) are not plain.
const FROM_2025: &[Class] = &[
    two_wheels("A1", UP_TO_125),
    two_wheels("A", ANY_MOTORCYCLE),
    three_wheels("B1", UP_TO_125),
    car("B", Upto::Most(9), Upto::Most(3500)),
    car("C1", Upto::Most(9), Upto::Most(7500)),
    car("C", Upto::Most(9), Upto::Everything),
    car("D1", Upto::Most(17), Upto::Everything),
    car("D2", Upto::Most(30), Upto::Everything),
    car("D", Upto::Everything, Upto::Everything),
];

/// Law 23/2008/QH12 art. 59; A4 was for tractors. Classes with trailer (F…) are not plain.
const BEFORE_2025: &[Class] = &[
    two_wheels("A1", BELOW_175),
    two_wheels("A2", ANY_MOTORCYCLE),
    three_wheels("A3", BELOW_175),
    two_wheels("A4", NO_MOTORCYCLE),
    car("B1", Upto::Most(9), Upto::Most(3499)),
    car("B2", Upto::Most(9), Upto::Most(3499)),
    car("C", Upto::Most(9), Upto::Everything),
    car("D", Upto::Most(30), Upto::Everything),
    car("E", Upto::Everything, Upto::Everything),
];

/// Whether any class covers the vehicle in question. No vehicle, no question; a moped needs no licence (art. 56(1)).
pub(super) fn covers(case: &Case<'_>) -> Vec<Finding> {
    case.vehicle
        .filter(|vehicle| vehicle.kind != VehicleKind::Moped)
        .and_then(|vehicle| judge(case, vehicle))
        .into_iter()
        .collect()
}

fn judge(case: &Case<'_>, vehicle: &Vehicle) -> Option<Finding> {
    let needed = part_for(vehicle.kind);
    if matches!(part(case.paper, needed), PartState::Absent) {
        return Some(case.found(Reason::LicenceClassNotCovering, needed));
    }
    if case.paper.value(Field::CLASSES).is_none() {
        return Some(case.found(Reason::AgreedFieldNotShown, Field::CLASSES));
    }
    let (classes, regime) = (classes(case.paper)?, regime(case.paper)?);
    let table = match regime {
        "vn-2024" => FROM_2025,
        "vn-2008" => BEFORE_2025,
        _ => return Some(case.found(Reason::LicenceCoverUndetermined, Field::REGIME)),
    };
    let codes = restrictions(case.paper);
    let light_only = codes.as_ref().is_some_and(|codes| codes.contains(&"A.03"));
    let covered = |name: &&str| class_covers(table, name, vehicle, light_only);
    match classes.iter().map(covered).max().unwrap_or(Cover::No) {
        Cover::No => Some(case.found(Reason::LicenceClassNotCovering, Field::CLASSES)),
        Cover::Unknown => Some(case.found(Reason::LicenceCoverUndetermined, Field::CLASSES)),
        Cover::Yes => restricted(&codes?, needed)
            .map(|most| case.found(Reason::LicenceCoverUndetermined, Field::RESTRICTIONS).at_most(most)),
    }
}

fn class_covers(table: &[Class], name: &str, vehicle: &Vehicle, light_only: bool) -> Cover {
    let Some(class) = table.iter().find(|class| class.name == name) else { return Cover::Unknown };
    match vehicle.kind {
        VehicleKind::Moped => Cover::Yes,
        VehicleKind::Motorcycle if light_only => class.motorcycle.covers(vehicle).min(BELOW_175.covers(vehicle)),
        VehicleKind::Motorcycle => class.motorcycle.covers(vehicle),
        VehicleKind::Tricycle if class.tricycle => Cover::Yes,
        VehicleKind::Tricycle => Cover::No,
        VehicleKind::Car => class.seats.covers(vehicle.seats),
        VehicleKind::Truck => class.mass.covers(vehicle.gross_mass_kg),
    }
}

impl Engine {
    /// By displacement where there is one; an electric motor has none, or 0 on paper.
    fn covers(self, vehicle: &Vehicle) -> Cover {
        match vehicle.displacement_cc {
            None | Some(0) => self.power_w.covers(vehicle.power_w),
            displacement => self.displacement_cc.covers(displacement),
        }
    }
}

impl Upto {
    fn covers(self, measure: Option<u64>) -> Cover {
        match (self, measure) {
            (Self::Nothing, _) => Cover::No,
            (Self::Everything, _) => Cover::Yes,
            (Self::Most(_), None) => Cover::Unknown,
            (Self::Most(most), Some(measure)) if measure <= most => Cover::Yes,
            (Self::Most(_), Some(_)) => Cover::No,
        }
    }
}

/// How far codes leave open what a covering class says (Circular 12/2025). Codes `A.` are of the motorcycle part, `B.` of the car part.
/// Automatic gear (B.01 to B.05) is a note: the officer sees the gear lever and we do not. Any other code is not plain.
fn restricted(codes: &[&str], needed: Field) -> Option<Gravity> {
    let others = if needed == Field::MOTORCYCLE_PART { "B." } else { "A." };
    let gravity = |code: &&str| match *code {
        "A.03" => None,
        code if code.starts_with(others) => None,
        "B.01" | "B.02" | "B.03" | "B.04" | "B.05" => Some(Gravity::Note),
        _ => Some(Gravity::Refer),
    };
    codes.iter().filter_map(gravity).max()
}

#[cfg(test)]
mod tests;
