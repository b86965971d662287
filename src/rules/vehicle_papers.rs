//! What is written on the papers of a vehicle: a plate and a chassis number that look like ones.
//!
//! The grammar is not law that was seen, so nothing here is more than a note: a second look at the vehicle.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::law::articles;
use crate::plate::{Plate, signs};
use crate::reason::Reason;
use crate::scene::VehicleKind;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    plate(Kind::VEHICLE_REGISTRATION).until(articles::SINCE_CIRCULAR_37_2026),
    plate(Kind::INSPECTION_CERTIFICATE).until(articles::SINCE_CIRCULAR_37_2026),
    plate(Kind::LIABILITY_INSURANCE).until(articles::SINCE_CIRCULAR_37_2026),
    plate_since_june_2026(Kind::VEHICLE_REGISTRATION),
    plate_since_june_2026(Kind::INSPECTION_CERTIFICATE),
    plate_since_june_2026(Kind::LIABILITY_INSURANCE),
    Rule {
        id: "iso-3779",
        law: articles::ISO_3779,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::Medium,
        seen: None,
        what: Finds {
            kind: Kind::VEHICLE_REGISTRATION,
            finds: &[Reason::VehicleChassisUnusual],
            judge: Judge::Paper(chassis_unusual),
        },
    },
];

const fn plate(kind: Kind) -> Rule {
    Rule {
        id: "circular-79-2024",
        law: articles::CIRCULAR_79_2024,
        from: articles::SINCE_LAW_36_2024,
        to: None,
        follows: None,
        confidence: Confidence::Medium,
        seen: articles::SEEN,
        what: Finds { kind, finds: &[Reason::VehiclePlateUnusual], judge: Judge::Paper(plate_unusual) },
    }
}

/// Circular 37/2026 amends the one of 2024; of plates nothing was seen in it.
const fn plate_since_june_2026(kind: Kind) -> Rule {
    let before = plate(kind);
    let (id, law) = ("circular-37-2026", articles::CIRCULAR_37_2026);
    Rule { id, law, from: articles::SINCE_CIRCULAR_37_2026, follows: Some(before.id), ..before }
}

/// A plate whose writing the grammar does not know. Old numbers of provinces are known.
fn plate_unusual(case: &Case<'_>) -> Vec<Finding> {
    let plate = case.paper.value(Field::PLATE).and_then(|plate| plate.as_text());
    plate
        .filter(|plate| Plate::read(plate).is_none())
        .map(|_| case.found(Reason::VehiclePlateUnusual, Field::PLATE))
        .into_iter()
        .collect()
}

/// A chassis number of a car or truck is one of 17 letters and figures without I, O and Q, as on new vehicles.
fn chassis_unusual(case: &Case<'_>) -> Vec<Finding> {
    let text = |field| case.paper.value(field).and_then(|value| value.as_text());
    let kind = text(Field::VEHICLE_KIND).and_then(VehicleKind::from_name);
    text(Field::CHASSIS_NO)
        .filter(|_| matches!(kind, Some(VehicleKind::Car | VehicleKind::Truck)))
        .filter(|number| !is_vin(number))
        .map(|_| case.found(Reason::VehicleChassisUnusual, Field::CHASSIS_NO))
        .into_iter()
        .collect()
}

/// ISO 3779: 17 characters.
const VIN: usize = 17;

fn is_vin(number: &str) -> bool {
    signs(number).count() == VIN && signs(number).all(|c| c.is_ascii_alphanumeric() && !matches!(c, 'I' | 'O' | 'Q'))
}
