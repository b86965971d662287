//! Where law draws a border, and where a bound alone leaves open on which side a vehicle stands.

use crate::scene::{Vehicle, VehicleKind, VehicleMeasure};

/// Above this unladen mass in kg a vehicle of three wheels is a car (art. 34(1)(a)).
pub(super) const HEAVIEST_TRICYCLE: u64 = 400;

/// A car in law, though it is called a tricycle.
pub(crate) fn is_car_on_three_wheels(vehicle: &Vehicle) -> bool {
    is_on_three_wheels(vehicle)
        && vehicle.unladen_mass_kg.is_some_and(|mass| mass.is_at_most(HEAVIEST_TRICYCLE) == Some(false))
}

const fn is_on_three_wheels(vehicle: &Vehicle) -> bool {
    matches!(vehicle.kind, VehicleKind::Tricycle | VehicleKind::DisabledTricycle)
}

/// Whether a bound alone is known of what tells a car on three wheels from a tricycle, and leaves it open.
pub(crate) fn may_be_car_on_three_wheels(vehicle: &Vehicle) -> bool {
    is_on_three_wheels(vehicle)
        && vehicle.unladen_mass_kg.is_some_and(|mass| mass.is_at_most(HEAVIEST_TRICYCLE).is_none())
}

impl Vehicle {
    /// The measures that classes turn on for a vehicle of this kind, in the order in which a person is asked for them;
    /// of three wheels above 400 kg also those of a car (Law 36/2024/QH15 art. 34(1)(a), 57(1); payload by Circular
    /// 12/2017/TT-BGTVT art. 16). None of a moped, whose speed decides what it is.
    ///
    /// For a form that asks. Which of them a verdict still turns on says [`Need::measure`](crate::Need::measure).
    #[must_use]
    pub fn measures(&self) -> &'static [VehicleMeasure] {
        use VehicleMeasure::{DisplacementCc, GrossMassKg, PayloadKg, PowerW, Seats, UnladenMassKg};
        match self.kind {
            VehicleKind::Moped => &[],
            VehicleKind::Motorcycle => &[DisplacementCc, PowerW],
            VehicleKind::Tricycle | VehicleKind::DisabledTricycle if is_car_on_three_wheels(self) => {
                &[UnladenMassKg, Seats, GrossMassKg, PayloadKg]
            }
            VehicleKind::Tricycle | VehicleKind::DisabledTricycle => &[UnladenMassKg, DisplacementCc, PowerW],
            VehicleKind::Car | VehicleKind::SleeperCoach | VehicleKind::FourWheeledPassenger => &[Seats],
            VehicleKind::Truck | VehicleKind::SpecialPurpose | VehicleKind::FourWheeledGoods => {
                &[GrossMassKg, PayloadKg]
            }
        }
    }
}

/// Numbers on both sides of every border that the classes of both laws draw, and that of a moped.
pub(crate) const fn borders(measure: VehicleMeasure) -> &'static [u64] {
    match measure {
        VehicleMeasure::DisplacementCc => &[50, 51, 125, 126, 174, 175],
        VehicleMeasure::PowerW => &[4_000, 4_001, 11_000, 11_001, 13_999, 14_000],
        VehicleMeasure::Seats => &[9, 10, 17, 18, 30, 31],
        VehicleMeasure::GrossMassKg => &[3_500, 3_501, 7_500, 7_501],
        VehicleMeasure::PayloadKg => &[3_499, 3_500],
        VehicleMeasure::UnladenMassKg => &[400, 401],
        VehicleMeasure::TrailerMassKg => &[750, 751],
    }
}
