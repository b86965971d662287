//! A genuine paper as its issuer signed it and its holder disclosed it, read typed from the field table.

pub(crate) mod dependant;
pub(crate) mod driving_licence;
pub(crate) mod person;
#[cfg(test)]
pub(crate) mod sample;
mod schema;
mod term;
pub(crate) mod vehicle_registration;

pub(crate) use schema::schema;
pub(crate) use term::last_day;

use crate::field::{Field, FieldKey, Kind};
use crate::time::UnixTime;
use crate::value::Value;
use alloc::string::String;
use alloc::vec::Vec;

/// What the origin authority's register said, and when.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) authority: String,
    pub(crate) as_of: UnixTime,
    pub(crate) standing: Standing,
    pub(crate) status: Option<StatusRef>,
    pub(crate) evidence: Option<Vetting>,
}

/// How the authority vetted what the paper says, before it was integrated (docs/dc1.md §6). It decides nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Vetting {
    /// An officer saw the original.
    OriginalSeen,
    /// It was matched with a database.
    DatabaseMatch,
    /// In a way that this engine has no name for.
    Other,
}

impl Vetting {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OriginalSeen => "original_seen",
            Self::DatabaseMatch => "database_match",
            Self::Other => "other",
        }
    }

    /// By its number in the registry.
    pub(crate) const fn of(number: u64) -> Self {
        match number {
            1 => Self::OriginalSeen,
            2 => Self::DatabaseMatch,
            _ => Self::Other,
        }
    }
}

/// What the register said at its as-of (docs/dc1.md §2, `standing`; absent means in force).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    InForce,
    Suspended,
    Withdrawn,
}

/// Where a status stands: list number within the issuer's entry, and index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StatusRef {
    pub(crate) list: u64,
    pub(crate) index: u64,
}

/// What a status list says now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Current {
    Valid,
    Revoked,
    Suspended,
    Unknown,
}

/// An answer of a status list with the age of the list; no age where there was no list to ask.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StatusAnswer {
    pub(crate) current: Current,
    pub(crate) age: Option<u64>,
    /// The list is past its time: its *valid* is no longer enough to accept on, its *suspended* may have been lifted.
    pub(crate) stale: bool,
}

/// One readable paper. It exists only after the issuer's signature and every digest held.
///
/// `fields` holds what was disclosed and may be used: bearing fields always, others only inside the consent.
#[derive(Debug)]
pub(crate) struct Paper {
    pub(crate) kind: Kind,
    pub(crate) source: Source,
    pub(crate) fields: Vec<(FieldKey, Value)>,
    /// Digests left unrevealed: withheld fields or decoys, nobody can tell which.
    pub(crate) withheld: usize,
}

impl Paper {
    /// The value of a field, if it may be used. A field of other kinds of paper has none here.
    pub(crate) fn value(&self, field: Field) -> Option<&Value> {
        let key = field.in_kind(self.kind)?;
        self.fields.iter().find(|(of, _)| *of == key).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::sample::{NONE, licence, part, registration};
    use crate::field::Field;
    use alloc::vec::Vec;

    #[test]
    fn a_paper_and_its_parts_have_no_field_of_another_kind() {
        let (registration, licence) = (registration(), licence());
        assert!(registration.value(Field::PLATE).is_some() && licence.value(Field::CLASSES).is_some());
        // Numbers 10, 17 and 9: each is there in the other kind, or in the part.
        assert!(registration.value(Field::LICENCE_NO).is_none() && registration.value(Field::PARENT_NAME).is_none());
        assert!(licence.value(Field::CERTIFICATE_NO).is_none() && licence.value(Field::POINTS).is_none());
        let car = part(Vec::from([(Field::SEIZED_UNTIL, NONE)]));
        assert!(car.entry(Field::SEIZED_UNTIL.number()).is_some());
        assert_ne!(Field::SEIZED_UNTIL, Field::REGISTRATION_SEIZED_UNTIL);
    }
}
