//! Where the papers of a person come from, and where their status is listed.

use doichieu::field::Kind;

use super::ACCOUNT_INDEX;
use crate::cbor::{Item, Map};
use crate::paper::{PaperSpec, StatusRef, status_item};
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
        Kind::IDENTITY | Kind::DEPENDANT => "C06",
        Kind::DRIVING_LICENCE => person.licence.as_ref().map_or("C08", |licence| licence.authority.as_str()),
        Kind::HEALTH_INSURANCE_CARD => "BHXH",
        Kind::INSPECTION_CERTIFICATE => "VR",
        Kind::LIABILITY_INSURANCE => "ISA",
        Kind::FOREIGN_DRIVING_LICENCE => "ITA-MIT",
        Kind::FOREIGNER_IDENTITY => "A08",
        _ => "C08",
    }
}

/// Puts a status reference into one of a licence's parts, if there is such a part.
pub(super) fn put_status(paper: &mut PaperSpec, field: u64, status: StatusRef) {
    if let Some(Item::Map(part)) = paper.fields.get_mut(&field) {
        part.set(0, Map::new().with(4, status_item(status)));
    }
}
