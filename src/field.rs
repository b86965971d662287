//! The registry: purposes, kinds of paper, and **the one field table**.
//!
//! Numbers are those of docs/dc1.md §6. All types are open: a role profile may name a purpose or kind this engine has
//! no row for, and still be a profile. The table feeds the reader, the consent rules, the rules of law, the texts and
//! docs/fields.md.

use crate::language::Text;

/// Why a verifier asks. Open: profiles are data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purpose(pub(crate) u64);

impl Purpose {
    /// A traffic officer's check at the roadside (Law 36/2024/QH15 art. 56; Circular 73/2024/TT-BCA art. 8).
    pub const TRAFFIC_CONTROL: Self = Self(1);
    /// Admission to a clinic or hospital with health insurance (Decree 188/2025 art. 37).
    pub const CLINIC_ADMISSION: Self = Self(2);
    /// Opening an account with a bank.
    pub const BANK_ONBOARDING: Self = Self(3);
    /// Opening an e-wallet.
    pub const E_WALLET: Self = Self(4);
    /// Handling an insurance claim.
    pub const INSURANCE_CLAIM: Self = Self(5);
    /// A procedure of the public service.
    pub const PUBLIC_SERVICE: Self = Self(6);

    /// A purpose by its number in the registry.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number in the registry.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Every purpose of the registry.
    pub fn all() -> impl Iterator<Item = Self> {
        PURPOSES.iter().map(|(purpose, _)| *purpose)
    }

    /// Its name in the registry, if this engine knows it.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        PURPOSES.iter().find(|(purpose, _)| *purpose == self).map(|(_, name)| *name)
    }

    /// The purpose of a registry name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        PURPOSES.iter().find(|(_, known)| *known == name).map(|(purpose, _)| *purpose)
    }
}

const PURPOSES: [(Purpose, &str); 6] = [
    (Purpose::TRAFFIC_CONTROL, "traffic_control"),
    (Purpose::CLINIC_ADMISSION, "clinic_admission"),
    (Purpose::BANK_ONBOARDING, "bank_onboarding"),
    (Purpose::E_WALLET, "e_wallet"),
    (Purpose::INSURANCE_CLAIM, "insurance_claim"),
    (Purpose::PUBLIC_SERVICE, "public_service"),
];

/// A kind of paper. Open: a profile may name kinds this engine cannot read yet. Those it reads are constants and rows
/// of [`KINDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(pub(crate) u64);

impl Kind {
    /// A kind by its number: 1 to 65533, `None` otherwise (docs/dc1.md §2).
    #[must_use]
    pub const fn new(number: u64) -> Option<Self> {
        if number >= 1 && number <= HIGHEST_NUMBER { Some(Self(number)) } else { None }
    }

    /// Its number in the registry.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// Its row in the registry, if this engine knows it.
    #[must_use]
    pub fn row(self) -> Option<&'static KindRow> {
        KINDS.iter().find(|row| row.kind == self)
    }

    /// The kind of a registry name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }
}

/// Keys from here on are CWT's own (65533 is `status_list`, draft-ietf-oauth-status-list §"registration").
const HIGHEST_NUMBER: u64 = 65_533;

/// One kind of paper in words.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// Registry name, as in report JSON.
    pub name: &'static str,
    /// Its name for people.
    pub text: Text,
}

/// From here on an unknown field cannot bear on a paper's standing (docs/dc1.md §6).
pub const FIRST_NOT_BEARING: u64 = 1000;

/// What a field tells about a person or thing (docs/fields.md; Decree 356/2025 art. 3, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Class {
    /// Who somebody is.
    Identity,
    /// Where somebody can be found.
    Contact,
    /// Health and health insurance.
    Health,
    /// Face, finger, iris, DNA, voice, image of a card. Never passes (Law 26/2023/QH15 art. 3(13); decisions in
    /// docs/decisions.md).
    Biometric,
    /// Ethnicity, religion, identifying features. Never passes.
    Special,
    /// Parents, spouse, children.
    Family,
    /// A vehicle.
    Vehicle,
    /// In force, points, suspension.
    Status,
}

impl Class {
    /// Whether a field of this class is dropped wherever it arrives, whoever agreed.
    #[must_use]
    pub const fn never_passes(self) -> bool {
        matches!(self, Self::Biometric | Self::Special)
    }
}

/// Sensitivity in personal data law (Decree 356/2025: art. 3 basic, art. 4 sensitive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sensitivity {
    /// Basic personal data, art. 3, or no personal data.
    Basic,
    /// Sensitive personal data, art. 4: shown behind a press.
    Sensitive,
}

impl Sensitivity {
    /// What a wallet says beside such a field before anybody agrees to show it: of sensitive data the person is told
    /// that it is sensitive (Decree 356/2025 art. 6(4)). `None`: there is nothing to say.
    #[must_use]
    pub const fn text(self) -> Option<Text> {
        match self {
            Self::Sensitive => Some(Text::new("Dữ liệu cá nhân nhạy cảm", "Sensitive personal data")),
            Self::Basic => None,
        }
    }
}

/// The form a field's value must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Text of 1 to 200 characters.
    Text,
    /// A list of at most 32 texts.
    Texts,
    /// A whole number from 0.
    Count,
    /// A day, or year, or year and month.
    Date,
    /// A full day, or `false`.
    DayOrNone,
    /// `[points, as-of]`, or `false`: the part carries no points.
    Points,
    /// `{ 1 => first day, ? 2 => last day }`, or `false`.
    Suspension,
    /// `[* { 1 => class, ? 2 => day of passing }]`, at most 32.
    Classes,
    /// A licence's part, or `false`.
    Part,
    /// Anything: the field never passes.
    Opaque,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// Directly in the paper: a leaf key that a scope can name.
    Paper,
    /// Within a licence's part: comes and goes with the part.
    Part,
}

/// One row of the field table.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldRow {
    /// The kind of paper; `None`: reserved in every kind.
    pub kind: Option<Kind>,
    /// The field, with all the kinds of paper that have it.
    pub field: Field,
    /// Registry name, as in report JSON.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What it tells.
    pub class: Class,
    /// How sensitive it is in law.
    pub sensitivity: Sensitivity,
    /// Whether its absence would make the paper look better than it is.
    pub bearing: bool,
    /// The form of its value.
    pub shape: Shape,
    /// Its name for people.
    pub text: Text,
}

impl FieldKey {
    /// Its row in a paper of some kind; `None` if this engine does not know it.
    #[must_use]
    pub fn row(self, kind: Kind) -> Option<&'static FieldRow> {
        index::find(kind, self, Place::Paper)
    }

    /// How sensitive it is in law, in a paper of some kind. What this engine has no row for may be sensitive, as far
    /// as it knows, and is told as such.
    #[must_use]
    pub fn sensitivity(self, kind: Kind) -> Sensitivity {
        self.row(kind).map_or(Sensitivity::Sensitive, |row| row.sensitivity)
    }

    /// Its row within a licence's part.
    #[must_use]
    pub fn part_row(self, kind: Kind) -> Option<&'static FieldRow> {
        index::find(kind, self, Place::Part)
    }
}

/// The row of a field in papers of a kind; `None`: it is no field of them.
#[must_use]
pub fn row(kind: Kind, field: Field) -> Option<&'static FieldRow> {
    field.in_kind(kind)?.row(kind)
}

/// The rows of one kind that must be clear in every readable paper of it.
pub fn bearing(kind: Kind, place: Place) -> impl Iterator<Item = &'static FieldRow> {
    index::bearing(kind, place)
}

mod display;
mod index;
mod keys;
mod scope;
mod table;
mod words;
pub use display::Display;
pub use keys::{Field, FieldKey};
pub(crate) use scope::{FieldSet, Scope};
use table::ROWS;
pub use table::{FIELDS, KINDS};
pub use words::words;

#[cfg(test)]
mod tests;
