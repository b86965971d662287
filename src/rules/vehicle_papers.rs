//! What is written on the papers of a vehicle: a plate and a chassis number that look like ones.
//!
//! The grammar is not law that was seen, so nothing here is more than a note: a second look at the vehicle.

use super::{Case, Confidence, Finds, Judge, Rule};
use crate::field::{Field, Kind};
use crate::finding::Finding;
use crate::language::Text;
use crate::law::{Civil, articles};
use crate::plate::{Plate, signs};
use crate::reason::Reason;
use crate::scene::VehicleKind;
use alloc::vec::Vec;

pub(super) const RULES: &[Rule] = &[
    plate(Kind::VEHICLE_REGISTRATION, &OF_2024),
    plate(Kind::INSPECTION_CERTIFICATE, &OF_2024),
    plate(Kind::LIABILITY_INSURANCE, &OF_2024),
    plate(Kind::VEHICLE_REGISTRATION, &OF_MARCH_2025),
    plate(Kind::INSPECTION_CERTIFICATE, &OF_MARCH_2025),
    plate(Kind::LIABILITY_INSURANCE, &OF_MARCH_2025),
    plate(Kind::VEHICLE_REGISTRATION, &OF_JULY_2025),
    plate(Kind::INSPECTION_CERTIFICATE, &OF_JULY_2025),
    plate(Kind::LIABILITY_INSURANCE, &OF_JULY_2025),
    plate(Kind::VEHICLE_REGISTRATION, &OF_JUNE_2026),
    plate(Kind::INSPECTION_CERTIFICATE, &OF_JUNE_2026),
    plate(Kind::LIABILITY_INSURANCE, &OF_JUNE_2026),
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

/// The circulars on plates as they stood between two days: each row cites what was in force then.
struct Circulars {
    id: &'static str,
    law: Text,
    from: Civil,
    to: Option<Civil>,
    follows: Option<&'static str>,
    /// `None`: where in it plates stand was not seen.
    seen: Option<Civil>,
}

const OF_2024: Circulars = Circulars {
    id: "circular-79-2024",
    law: articles::CIRCULAR_79_2024,
    from: articles::SINCE_LAW_36_2024,
    to: Some(articles::SINCE_CIRCULAR_13_2025),
    follows: None,
    seen: None,
};
const OF_MARCH_2025: Circulars = Circulars {
    id: "circular-13-2025",
    law: articles::CIRCULAR_13_2025,
    from: articles::SINCE_CIRCULAR_13_2025,
    to: Some(articles::SINCE_CIRCULAR_51_2025),
    follows: Some(OF_2024.id),
    seen: None,
};
const OF_JULY_2025: Circulars = Circulars {
    id: "circular-51-2025",
    law: articles::CIRCULAR_51_2025,
    from: articles::SINCE_CIRCULAR_51_2025,
    to: Some(articles::SINCE_CIRCULAR_37_2026),
    follows: Some(OF_MARCH_2025.id),
    seen: articles::SEEN,
};
/// Of plates nothing was seen in Circular 37/2026.
const OF_JUNE_2026: Circulars = Circulars {
    id: "circular-37-2026",
    law: articles::CIRCULAR_37_2026,
    from: articles::SINCE_CIRCULAR_37_2026,
    to: None,
    follows: Some(OF_JULY_2025.id),
    seen: articles::SEEN,
};

const fn plate(kind: Kind, by: &Circulars) -> Rule {
    let Circulars { id, law, from, to, follows, seen } = *by;
    let what = Finds { kind, finds: &[Reason::VehiclePlateUnusual], judge: Judge::Paper(plate_unusual) };
    Rule { id, law, from, to, follows, confidence: Confidence::Medium, seen, what }
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
