//! Which papers a person has, where they come from, and where their status is listed.

use doichieu::field::{KINDS, Kind};

use super::issuers::REGISTERS;
use super::{ACCOUNT_INDEX, World};
use crate::cbor::{Item, Map};
use crate::paper::{PaperSpec, Source, StatusRef, status_item};
use crate::people::{self, Person};

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
    let own = person.licence.as_ref().filter(|_| kind == Kind::DRIVING_LICENCE);
    let register = || REGISTERS.iter().find(|(of, _)| *of == kind).map_or("C08", |(_, register)| *register);
    own.map_or_else(register, |licence| licence.authority.as_str())
}

impl World {
    /// A world of somebody who has such a paper, where it is issued; `None`: nobody of the kit has one.
    #[must_use]
    pub fn having(kind: Kind) -> Option<Self> {
        let mut people = people::all().into_iter().chain([people::elena()]);
        let person = people.find(|person| person.paper(kind, Source::new("", 0)).is_some())?;
        let world = Self::demo().with_person(person);
        Some(if kind == Kind::FOREIGN_DRIVING_LICENCE { world.with_foreign_licences() } else { world })
    }

    /// The kinds of paper that its person has.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        KINDS.iter().map(|row| row.kind).filter(|kind| self.paper(*kind).is_some()).collect()
    }
}

/// Puts a status reference into one of a licence's parts, if there is such a part.
pub(super) fn put_status(paper: &mut PaperSpec, field: u64, status: StatusRef) {
    if let Some(Item::Map(part)) = paper.fields.get_mut(&field) {
        part.set(0, Map::new().with(4, status_item(status)));
    }
}
