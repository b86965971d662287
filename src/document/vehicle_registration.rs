//! A vehicle registration read typed: the vehicle it describes, its owner.

use super::Paper;
use crate::field::Field;
use crate::scene::{Measure, Vehicle, VehicleKind};

/// The vehicle described, if its kind was shown and is one the classes of a licence tell apart.
pub(crate) fn vehicle(paper: &Paper) -> Option<Vehicle> {
    let kind = VehicleKind::from_name(paper.value(Field::VEHICLE_KIND)?.as_text()?)?;
    let count = |field| u64::try_from(paper.value(field)?.as_int()?).ok().map(Measure::Exactly);
    Some(Vehicle {
        displacement_cc: count(Field::DISPLACEMENT_CC),
        power_w: count(Field::POWER_W),
        seats: count(Field::SEATS),
        gross_mass_kg: count(Field::GROSS_MASS_KG),
        ..Vehicle::new(kind)
    })
}

/// The owner's personal identification number.
pub(crate) fn owner_personal_no(paper: &Paper) -> Option<&str> {
    paper.value(Field::OWNER_PERSONAL_NO)?.as_text()
}

/// The owner's name.
pub(crate) fn owner_name(paper: &Paper) -> Option<&str> {
    paper.value(Field::OWNER_NAME)?.as_text()
}
