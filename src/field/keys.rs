//! Fields by name, and their keys. A key means something only within its kind of paper; the table says what.

use super::{HIGHEST_NUMBER, Kind, Place, ROWS};

/// The number of a field within papers of one kind, or within a licence's part: what scopes, mandates and papers
/// carry. Alone it means nothing: 10 is the plate of a registration and the number of a licence. What it means in a
/// kind is its row, [`FieldKey::row`]; a key of a newer registry has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey(pub(crate) u64);

impl FieldKey {
    /// A key by its number: 1 to 65533, `None` otherwise (docs/dc1.md §2).
    #[must_use]
    pub const fn new(number: u64) -> Option<Self> {
        if number >= 1 && number <= HIGHEST_NUMBER { Some(Self(number)) } else { None }
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// A field of the table: one meaning, in every kind of paper that has it. It knows its kinds, so that what is asked of
/// another kind finds nothing, whatever has the same number there; no two fields of different meaning are equal.
///
/// ```
/// use doichieu::field::{Field, Kind, row};
///
/// assert_ne!(Field::PLATE, Field::LICENCE_NO);
/// assert!(row(Kind::VEHICLE_REGISTRATION, Field::PLATE).is_some());
/// assert!(row(Kind::DRIVING_LICENCE, Field::PLATE).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    key: FieldKey,
    papers: Kinds,
    parts: Kinds,
}

impl Field {
    /// Its number, the same in each of its kinds.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.key.0
    }

    /// Its key in papers of a kind; `None`: it is no field of them.
    #[must_use]
    pub fn in_kind(self, kind: Kind) -> Option<FieldKey> {
        self.papers.contain(kind).then_some(self.key)
    }

    /// Its key within the parts of papers of a kind; `None`: it is no field of a part.
    #[must_use]
    pub fn in_part(self, kind: Kind) -> Option<FieldKey> {
        self.parts.contain(kind).then_some(self.key)
    }

    /// The field of the rows with this number and name. One without a row does not compile.
    pub(super) const fn named(number: u64, name: &str) -> Self {
        let (papers, parts) = (Kinds::of_rows(number, name, Place::Paper), Kinds::of_rows(number, name, Place::Part));
        assert!(papers.0 != 0 || parts.0 != 0, "every field is in the table");
        Self { key: FieldKey(number), papers, parts }
    }
}

/// Kinds of paper, a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Kinds(u16);

impl Kinds {
    /// Reserved in every kind of paper, in those of a newer registry too.
    const EVERY: Self = Self(u16::MAX);

    fn contain(self, kind: Kind) -> bool {
        let bit = u32::try_from(kind.0).ok().and_then(|kind| 1_u16.checked_shl(kind));
        bit.map_or(self == Self::EVERY, |bit| self.0 & bit != 0)
    }

    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::as_conversions,
        reason = "in a constant these do not compile"
    )]
    const fn of_rows(number: u64, name: &str, place: Place) -> Self {
        let mut kinds = 0;
        let mut at = 0;
        while at < ROWS.len() {
            let row = &ROWS[at];
            if row.number == number && row.place as u8 == place as u8 && is_same(row.name, name) {
                match row.kind {
                    Some(Kind(kind)) => {
                        assert!(
                            kind < u16::BITS as u64 - 1,
                            "a kind has a bit, and the kinds with rows are not every kind"
                        );
                        kinds |= 1 << kind;
                    }
                    None => return Self::EVERY,
                }
            }
            at += 1;
        }
        Self(kinds)
    }
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "in a constant these do not compile")]
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

macro_rules! fields {
    ($($(#[$doc:meta])* $constant:ident = $number:literal $name:literal;)*) => {
        impl Field { $($(#[$doc])* pub const $constant: Self = Self::named($number, $name);)* }

        /// Every constant, with its own name.
        #[cfg(test)]
        const CONSTANTS: &[(&str, Field)] = &[$((stringify!($constant), Field::$constant)),*];
    };
}

fields! {
    /// Full name (any paper of a person).
    FULL_NAME = 1 "full_name";
    /// Date of birth, possibly partial.
    DATE_OF_BIRTH = 2 "date_of_birth";
    /// Gender: "Nam" or "Nữ".
    GENDER = 3 "gender";
    /// Nationality, ISO 3166-1 alpha-3.
    NATIONALITY = 4 "nationality";
    /// Personal identification number.
    PERSONAL_NO = 5 "personal_no";
    /// Place of residence.
    RESIDENCE = 6 "residence";
    /// Day of issue.
    ISSUED_ON = 7 "issued_on";
    /// First day in force.
    VALID_FROM = 8 "valid_from";
    /// Last day in force, or `false`: no end.
    VALID_UNTIL = 9 "valid_until";
    /// Identity: earlier numbers.
    PREVIOUS_NUMBERS = 10 "previous_numbers";
    /// Identity: place of origin.
    PLACE_OF_ORIGIN = 11 "place_of_origin";
    /// Identity: place of birth registration.
    BIRTH_REGISTRATION = 12 "birth_registration";
    /// Identity: what kind of residence; one of the registry's words, or another text, which decides nothing.
    RESIDENCE_KIND = 13 "residence_kind";
    /// Identity: father's name.
    FATHER_NAME = 40 "father_name";
    /// Identity: mother's name.
    MOTHER_NAME = 41 "mother_name";
    /// Identity: name of husband or wife.
    SPOUSE_NAME = 42 "spouse_name";
    /// Licence: its number.
    LICENCE_NO = 10 "licence_no";
    /// Licence: classes with passing dates.
    CLASSES = 11 "classes";
    /// Licence: which law's class names these are.
    REGIME = 12 "regime";
    /// Licence: restriction codes.
    RESTRICTIONS = 13 "restrictions";
    /// Licence: body that issued it.
    ISSUING_BODY = 14 "issuing_body";
    /// Licence: number of the card blank.
    STOCK_NO = 15 "stock_no";
    /// Licence: motorcycle part, or `false`: none.
    MOTORCYCLE_PART = 20 "motorcycle_part";
    /// Licence: car part, or `false`: none.
    CAR_PART = 21 "car_part";
    /// Licence part: points left.
    POINTS = 22 "points";
    /// Licence part: suspension, or `false`: none.
    SUSPENSION = 23 "suspension";
    /// Licence part: temporarily seized by the police until an appointment, or `false`: not seized.
    SEIZED_UNTIL = 24 "seized_until";
    /// Registration, inspection, insurance: plate.
    PLATE = 10 "plate";
    /// Registration: colour of the plate.
    PLATE_COLOUR = 11 "plate_colour";
    /// Registration: owner's name.
    OWNER_NAME = 12 "owner_name";
    /// Registration: owner's personal identification number.
    OWNER_PERSONAL_NO = 13 "owner_personal_no";
    /// Registration: owner's address.
    OWNER_ADDRESS = 14 "owner_address";
    /// Registration: brand.
    BRAND = 15 "brand";
    /// Registration: model.
    MODEL = 16 "model";
    /// Registration, insurance: kind of vehicle.
    VEHICLE_KIND = 17 "vehicle_kind";
    /// Registration: displacement in cubic centimetres.
    DISPLACEMENT_CC = 18 "displacement_cc";
    /// Registration: power in watts.
    POWER_W = 19 "power_w";
    /// Registration: seats, the driver's included.
    SEATS = 20 "seats";
    /// Registration: gross mass in kilograms.
    GROSS_MASS_KG = 21 "gross_mass_kg";
    /// Registration: colour.
    COLOUR = 22 "colour";
    /// Registration: engine number.
    ENGINE_NO = 23 "engine_no";
    /// Registration, inspection, insurance: chassis number.
    CHASSIS_NO = 24 "chassis_no";
    /// Registration: first registered on.
    FIRST_REGISTERED_ON = 25 "first_registered_on";
    /// Registration: temporarily seized by the police until an appointment, or `false`: not seized.
    REGISTRATION_SEIZED_UNTIL = 26 "seized_until";
    /// Health card: card number in any of its three forms.
    CARD_NO = 10 "card_no";
    /// Health card: benefit level 1 to 5.
    BENEFIT_LEVEL = 11 "benefit_level";
    /// Health card: object code.
    OBJECT_CODE = 12 "object_code";
    /// Health card: code of the facility of first registration.
    FACILITY_CODE = 13 "facility_code";
    /// Health card: name of the facility of first registration.
    FACILITY_NAME = 14 "facility_name";
    /// Health card: day from which five years are continuous.
    FIVE_YEARS_ON = 15 "five_years_on";
    /// Health card: living area K1, K2 or K3.
    LIVING_AREA = 16 "living_area";
    /// Health card: a parent's name, on a child's card.
    PARENT_NAME = 17 "parent_name";
    /// Inspection, insurance: number of the certificate.
    CERTIFICATE_NO = 11 "certificate_no";
    /// Inspection: number of the stamp on the vehicle.
    STAMP_NO = 12 "stamp_no";
    /// Inspection: body that inspected.
    INSPECTION_BODY = 13 "inspection_body";
    /// Insurance: company that insures.
    INSURER = 12 "insurer";
    /// Foreign licence: categories of the Vienna Convention of 1968, annexes 6 and 7.
    CATEGORIES = 11 "categories";
    /// Foreign licence: which convention it was issued under, or that it is an international permit.
    CONVENTION = 12 "convention";
    /// Foreign licence: country that issued it.
    ISSUING_COUNTRY = 13 "issuing_country";
    /// Foreigner: number of the passport or travel document.
    PASSPORT_NO = 10 "passport_no";
    /// Foreigner: last day of the passport, or `false`: no end.
    PASSPORT_VALID_UNTIL = 11 "passport_valid_until";
    /// Foreigner: last day of the stay granted, or `false`: no end (permanent residence).
    STAY_VALID_UNTIL = 12 "stay_valid_until";
    /// Foreigner: number of the residence card.
    RESIDENCE_CARD_NO = 13 "residence_card_no";
    /// Foreigner: what kind of residence, as in an identity.
    FOREIGNER_RESIDENCE_KIND = 14 "residence_kind";
    /// Foreigner: state that issued the passport, ISO 3166-1 alpha-3.
    PASSPORT_STATE = 15 "passport_state";
    /// Dependant: what the dependant is to the one who shows the paper; a word of the registry.
    RELATION = 10 "relation";
    /// Dependant: name of the one who shows the paper.
    GUARDIAN_NAME = 11 "guardian_name";
    /// Dependant: personal identification number of the one who shows the paper.
    GUARDIAN_PERSONAL_NO = 12 "guardian_personal_no";
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test may panic")]
mod tests {
    use super::{CONSTANTS, Field, FieldKey, Kinds};
    use crate::field::{FIELDS, FieldRow, Kind, Place, row};
    use alloc::vec::Vec;

    fn is_in(of: Field, kind: Kind, place: Place) -> bool {
        match place {
            Place::Paper => of.in_kind(kind).is_some(),
            Place::Part => of.in_part(kind).is_some(),
        }
    }

    #[test]
    fn no_two_constants_are_equal() {
        for (at, (name, of)) in CONSTANTS.iter().enumerate() {
            for (other, another) in CONSTANTS.iter().skip(at).skip(1) {
                assert_ne!(of, another, "{name}, {other}");
            }
        }
    }

    #[test]
    fn constants_have_the_kinds_of_their_rows_and_rows_their_constant() {
        for row in FIELDS {
            let Some(kind) = row.kind else {
                assert!(row.class.never_passes(), "{}: what nobody may ask for needs no constant", row.name);
                continue;
            };
            let has_it = |(_, of): &&(&str, Field)| of.number() == row.field.number() && is_in(*of, kind, row.place);
            let constants: Vec<_> = CONSTANTS.iter().filter(has_it).collect();
            let is_its = |(name, of): &(&str, Field)| *of == row.field && name.to_lowercase().ends_with(row.name);
            assert!(matches!(constants.as_slice(), [constant] if is_its(constant)), "{}: {constants:?}", row.name);
        }
        for (name, of) in CONSTANTS {
            for kind in (1..=20).filter_map(Kind::new) {
                for place in [Place::Paper, Place::Part] {
                    let is_its = |row: &FieldRow| row.kind == Some(kind) && row.place == place && row.field == *of;
                    assert_eq!(is_in(*of, kind, place), FIELDS.iter().any(is_its), "{name} {kind:?} {place:?}");
                }
            }
        }
    }

    #[test]
    fn no_row_stands_in_the_way_of_another() {
        for (at, row) in FIELDS.iter().enumerate() {
            for other in FIELDS.iter().skip(at).skip(1) {
                let overlap = row.kind.is_none() || other.kind.is_none() || row.kind == other.kind;
                let same = row.place == other.place && row.field.number() == other.field.number();
                assert!(!(overlap && same), "{} and {}", row.name, other.name);
            }
        }
    }

    #[test]
    fn what_is_reserved_in_every_kind_is_in_kinds_without_rows_too() {
        let portrait = FieldKey(30).row(Kind(77)).unwrap().field;
        for kind in [1, 9, 15, 16, 77, 65_533].map(Kind) {
            assert_eq!(portrait.in_kind(kind), Some(FieldKey(30)));
            assert!(row(kind, portrait).is_some_and(|row| row.name == "portrait"));
        }
        assert!(
            !Kinds(0b10).contain(Kind(17)) && Kinds(0b10).contain(Kind(1)),
            "a number past the bits is none of them"
        );
    }
}
