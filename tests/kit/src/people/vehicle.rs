//! What goes with a vehicle: registration, inspection, insurance.

use doichieu::field::Field;

use crate::cbor::Item;

/// A vehicle registration.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vehicle {
    /// Plate.
    pub plate: String,
    /// Colour of the plate.
    pub plate_colour: String,
    /// Owner: name, personal number, address. `None`: the person themself.
    pub owner: Option<(String, String, String)>,
    /// Brand, model, kind, colour.
    pub what: [String; 4],
    /// Displacement, power in watts, seats, gross mass in kilograms.
    pub measures: [u64; 4],
    /// Engine and chassis number.
    pub numbers: [String; 2],
    /// Issued on.
    pub issued_on: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
    /// Held by the police until, or `false`.
    pub seized_until: Item,
    /// Certificate of technical inspection.
    pub inspection: Option<Inspection>,
    /// Compulsory liability insurance.
    pub insurance: Option<Insurance>,
}

/// A certificate of technical inspection.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Inspection {
    /// Its number.
    pub number: String,
    /// Number of the stamp.
    pub stamp: String,
    /// Who inspected.
    pub body: String,
    /// Issued on.
    pub issued_on: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
}

/// A certificate of compulsory liability insurance.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Insurance {
    /// Its number.
    pub number: String,
    /// Who insures.
    pub insurer: String,
    /// Issued on.
    pub issued_on: Item,
    /// First day, or `false`.
    pub valid_from: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
    /// Names the chassis, as for a vehicle that has no plate yet.
    pub by_chassis: bool,
}

impl Vehicle {
    pub(super) fn inspection_fields(&self) -> Option<Vec<(Field, Item)>> {
        let (inspection, [_, chassis]) = (self.inspection.clone()?, self.numbers.clone());
        Some(vec![
            (Field::ISSUED_ON, inspection.issued_on),
            (Field::VALID_UNTIL, inspection.valid_until),
            (Field::PLATE, self.plate.as_str().into()),
            (Field::CERTIFICATE_NO, inspection.number.into()),
            (Field::STAMP_NO, inspection.stamp.into()),
            (Field::INSPECTION_BODY, inspection.body.into()),
            (Field::CHASSIS_NO, chassis.into()),
        ])
    }

    pub(super) fn insurance_fields(&self) -> Option<Vec<(Field, Item)>> {
        let (insurance, [_, chassis], [_, _, kind, _]) =
            (self.insurance.clone()?, self.numbers.clone(), self.what.clone());
        let vehicle = if insurance.by_chassis {
            (Field::CHASSIS_NO, chassis.into())
        } else {
            (Field::PLATE, self.plate.as_str().into())
        };
        Some(vec![
            (Field::ISSUED_ON, insurance.issued_on),
            (Field::VALID_FROM, insurance.valid_from),
            (Field::VALID_UNTIL, insurance.valid_until),
            vehicle,
            (Field::CERTIFICATE_NO, insurance.number.into()),
            (Field::INSURER, insurance.insurer.into()),
            (Field::VEHICLE_KIND, kind.into()),
        ])
    }
}
