//! Where the papers of a person come from, and where their status is listed.

use doichieu::field::Kind;

use super::ACCOUNT_INDEX;
use crate::people::Person;

/// What a driver shows of a vehicle.
pub const WHOLE_STOP: [Kind; 4] =
    [Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE];

/// Index of a paper's status: behind those of the licence's parts, for kinds that came later.
#[must_use]
pub const fn index_of(kind: Kind) -> u64 {
    let number = kind.number();
    ACCOUNT_INDEX.saturating_add(if number < 6 { number } else { number.saturating_add(10) })
}

/// The origin authority of a person's paper.
pub(super) fn authority_of(person: &Person, kind: Kind) -> &str {
    match kind {
        Kind::IDENTITY => "C06",
        Kind::DRIVING_LICENCE => person.licence.as_ref().map_or("C08", |licence| licence.authority.as_str()),
        Kind::HEALTH_INSURANCE_CARD => "BHXH",
        Kind::INSPECTION_CERTIFICATE => "VR",
        Kind::LIABILITY_INSURANCE => "ISA",
        Kind::FOREIGN_DRIVING_LICENCE => "ITA-MIT",
        _ => "C08",
    }
}
