//! Invented people and their papers. Nobody here is real; numbers follow the printed forms and belong to no one.

use std::collections::BTreeMap;

use doichieu::field::{Field, Kind};
use doichieu::time::Day;

use crate::cbor::{Item, Map};
use crate::paper::{PaperSpec, Source};

mod family;
mod list;
mod shapes;
mod vehicle;
pub use family::{anna, han, lam, lua, mai};
pub use list::{an, duc, elena, giang, hnhi, khoi, ngan, toan};
pub use shapes::of_every_shape;
pub use vehicle::{Inspection, Insurance, Vehicle};

/// Everybody with papers of this country; [`elena`] has none.
#[must_use]
pub fn all() -> Vec<Person> {
    vec![giang(), duc(), khoi(), hnhi(), toan(), an(), ngan(), mai(), han(), lam(), lua(), anna()]
}

/// A person and the papers they have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Date of birth, possibly partial.
    pub born: Item,
    /// "Nam" or "Nữ".
    pub gender: String,
    /// Nationality, ISO 3166-1 alpha-3.
    pub nationality: String,
    /// Personal identification number; empty for none.
    pub personal_no: String,
    /// Place of residence, two levels since July 2025.
    pub residence: String,
    /// Identity: issued on.
    pub issued_on: Item,
    /// Identity: last day, or `false`.
    pub valid_until: Item,
    /// Driving licence.
    pub licence: Option<Licence>,
    /// Vehicle registration.
    pub vehicle: Option<Vehicle>,
    /// Health insurance card.
    pub card: Option<HealthCard>,
    /// Driving licence of another country.
    pub foreign: Option<ForeignLicence>,
    /// A foreigner's identity; then there is no e-ID.
    pub foreigner: Option<Foreigner>,
    /// A dependant, made out under this person's key.
    pub dependant: Option<Dependant>,
}

/// A driving licence of another country.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForeignLicence {
    /// Its number.
    pub number: String,
    /// Country that issued it.
    pub country: String,
    /// Categories.
    pub categories: Vec<String>,
    /// "vienna-1968", "geneva-1949", "none" or "idp".
    pub convention: String,
    /// Issued on.
    pub issued_on: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
}

/// A foreigner's identity.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Foreigner {
    /// Number of the passport.
    pub passport_no: String,
    /// State that issued it.
    pub passport_state: String,
    /// Its last day, or `false`.
    pub passport_until: Item,
    /// Last day of the stay, or `false`.
    pub stay_until: Item,
    /// Number of the residence card.
    pub residence_card_no: String,
    /// A word of the registry.
    pub residence_kind: String,
}

/// What an issuer says of a dependant under another person's key.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dependant {
    /// The dependant.
    pub name: String,
    /// Date of birth, possibly partial.
    pub born: Item,
    /// "Nam" or "Nữ".
    pub gender: String,
    /// Personal identification number.
    pub personal_no: String,
    /// What the dependant is to the one who shows the paper.
    pub relation: String,
    /// Last day, or `false`.
    pub valid_until: Item,
}

impl Dependant {
    /// A person as somebody's dependant.
    #[must_use]
    pub fn of(person: &Person, relation: &str, valid_until: Item) -> Self {
        Self {
            name: person.name.clone(),
            born: person.born.clone(),
            gender: person.gender.clone(),
            personal_no: person.personal_no.clone(),
            relation: relation.to_owned(),
            valid_until,
        }
    }
}

/// A driving licence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Licence {
    /// Its number.
    pub number: String,
    /// "vn-2008" or "vn-2024".
    pub regime: String,
    /// Class and day of passing.
    pub classes: Vec<(String, Item)>,
    /// Restriction codes; empty for none.
    pub restrictions: Vec<String>,
    /// Body that issued it.
    pub issuing_body: String,
    /// Origin authority of the record.
    pub authority: String,
    /// Motorcycle part.
    pub motorcycle: Option<Part>,
    /// Car part.
    pub car: Option<Part>,
}

/// One of a licence's two parts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Part {
    /// Issued on.
    pub issued_on: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
    /// Points left, as of the paper's source; `None`: carries no points.
    pub points: Option<u64>,
    /// First day and, if there is one, last day.
    pub suspension: Option<(Item, Option<Item>)>,
    /// Held by the police until, or `false`.
    pub seized_until: Item,
}

impl Part {
    /// Twelve points, nothing against it.
    #[must_use]
    pub fn new(issued_on: Item, valid_until: Item) -> Self {
        Self { issued_on, valid_until, points: Some(12), suspension: None, seized_until: false.into() }
    }

    fn item(&self, as_of: u64) -> Item {
        let points = self.points.map_or_else(|| Item::from(false), |left| Item::array([left, as_of]));
        let suspension = self
            .suspension
            .clone()
            .map_or_else(|| Item::from(false), |(first, last)| Map::new().with(1, first).with_some(2, last).into());
        let map = Map::new().with(7, self.issued_on.clone()).with(9, self.valid_until.clone());
        map.with(22, points).with(23, suspension).with(24, self.seized_until.clone()).into()
    }
}

/// A health insurance card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HealthCard {
    /// Number in one of its three forms.
    pub number: String,
    /// Benefit level.
    pub level: u64,
    /// Object code.
    pub object: String,
    /// Code and name of the first facility.
    pub facility: [String; 2],
    /// First day.
    pub valid_from: Item,
    /// Last day, or `false`.
    pub valid_until: Item,
    /// Five years continuous on.
    pub five_years_on: Option<Item>,
    /// Living area.
    pub living_area: Option<String>,
    /// A parent's name, on a child's card.
    pub parent: Option<String>,
}

/// A day of the calendar; 1970-01-01 for one that does not exist.
#[must_use]
pub fn day(year: i32, month: u32, day: u32) -> Item {
    let number = Day::from_civil(year, month, day).map(Day::number).unwrap_or_default();
    Item::days(i64::from(number))
}

impl Person {
    /// A paper with all its fields, every bearing one among them; `None` if the person has no such paper.
    #[must_use]
    pub fn paper(&self, kind: Kind, source: Source) -> Option<PaperSpec> {
        let fields = match kind {
            Kind::IDENTITY if self.foreigner.is_some() => return None,
            Kind::IDENTITY => self.identity_fields(),
            Kind::FOREIGNER_IDENTITY => self.foreigner_fields(self.foreigner.as_ref()?),
            Kind::DEPENDANT => self.dependant_fields(self.dependant.as_ref()?),
            Kind::DRIVING_LICENCE => self.licence_fields(self.licence.as_ref()?, source.as_of),
            Kind::VEHICLE_REGISTRATION => self.vehicle_fields(self.vehicle.as_ref()?),
            Kind::HEALTH_INSURANCE_CARD => self.card_fields(self.card.as_ref()?),
            Kind::INSPECTION_CERTIFICATE => self.vehicle.as_ref()?.inspection_fields()?,
            Kind::LIABILITY_INSURANCE => self.vehicle.as_ref()?.insurance_fields()?,
            Kind::FOREIGN_DRIVING_LICENCE => self.foreign_fields(self.foreign.as_ref()?),
            _ => return None,
        };
        let fields = fields.into_iter().map(|(field, value)| (field.number(), value)).collect::<BTreeMap<_, _>>();
        Some(PaperSpec::new(kind, source, fields))
    }

    fn person_fields(&self) -> Vec<(Field, Item)> {
        let number = Some(self.personal_no.as_str()).filter(|number| !number.is_empty());
        let mut fields = vec![(Field::FULL_NAME, self.name.as_str().into()), (Field::DATE_OF_BIRTH, self.born.clone())];
        fields.extend(number.map(|number| (Field::PERSONAL_NO, number.into())));
        fields
    }

    fn foreigner_fields(&self, foreigner: &Foreigner) -> Vec<(Field, Item)> {
        let mut fields = self.person_fields();
        fields.extend([
            (Field::GENDER, self.gender.as_str().into()),
            (Field::NATIONALITY, self.nationality.as_str().into()),
            (Field::RESIDENCE, self.residence.as_str().into()),
            (Field::PASSPORT_NO, foreigner.passport_no.as_str().into()),
            (Field::PASSPORT_VALID_UNTIL, foreigner.passport_until.clone()),
            (Field::STAY_VALID_UNTIL, foreigner.stay_until.clone()),
            (Field::RESIDENCE_CARD_NO, foreigner.residence_card_no.as_str().into()),
            (Field::FOREIGNER_RESIDENCE_KIND, foreigner.residence_kind.as_str().into()),
            (Field::PASSPORT_STATE, foreigner.passport_state.as_str().into()),
        ]);
        fields
    }

    fn dependant_fields(&self, dependant: &Dependant) -> Vec<(Field, Item)> {
        vec![
            (Field::FULL_NAME, dependant.name.as_str().into()),
            (Field::DATE_OF_BIRTH, dependant.born.clone()),
            (Field::GENDER, dependant.gender.as_str().into()),
            (Field::PERSONAL_NO, dependant.personal_no.as_str().into()),
            (Field::VALID_UNTIL, dependant.valid_until.clone()),
            (Field::RELATION, dependant.relation.as_str().into()),
            (Field::GUARDIAN_NAME, self.name.as_str().into()),
            (Field::GUARDIAN_PERSONAL_NO, self.personal_no.as_str().into()),
        ]
    }

    fn identity_fields(&self) -> Vec<(Field, Item)> {
        let mut fields = self.person_fields();
        fields.extend([
            (Field::GENDER, self.gender.as_str().into()),
            (Field::NATIONALITY, self.nationality.as_str().into()),
            (Field::RESIDENCE, self.residence.as_str().into()),
            (Field::ISSUED_ON, self.issued_on.clone()),
            (Field::VALID_UNTIL, self.valid_until.clone()),
        ]);
        fields
    }

    fn licence_fields(&self, licence: &Licence, as_of: u64) -> Vec<(Field, Item)> {
        let class = |(name, passed): &(String, Item)| Map::new().with(1, name.as_str()).with(2, passed.clone());
        let part = |part: &Option<Part>| part.as_ref().map_or_else(|| Item::from(false), |part| part.item(as_of));
        let mut fields = self.person_fields();
        fields.extend([
            (Field::NATIONALITY, self.nationality.as_str().into()),
            (Field::RESIDENCE, self.residence.as_str().into()),
            (Field::LICENCE_NO, licence.number.as_str().into()),
            (Field::CLASSES, Item::array(licence.classes.iter().map(class))),
            (Field::REGIME, licence.regime.as_str().into()),
            (Field::RESTRICTIONS, Item::array(licence.restrictions.iter().map(String::as_str))),
            (Field::ISSUING_BODY, licence.issuing_body.as_str().into()),
            (Field::MOTORCYCLE_PART, part(&licence.motorcycle)),
            (Field::CAR_PART, part(&licence.car)),
        ]);
        fields
    }

    fn vehicle_fields(&self, vehicle: &Vehicle) -> Vec<(Field, Item)> {
        let own = || (self.name.clone(), self.personal_no.clone(), self.residence.clone());
        let (owner, number, address) = vehicle.owner.clone().unwrap_or_else(own);
        let [brand, model, kind, colour] = vehicle.what.clone();
        let [displacement, power, seats, mass] = vehicle.measures;
        let [engine, chassis] = vehicle.numbers.clone();
        vec![
            (Field::ISSUED_ON, vehicle.issued_on.clone()),
            (Field::VALID_UNTIL, vehicle.valid_until.clone()),
            (Field::PLATE, vehicle.plate.as_str().into()),
            (Field::PLATE_COLOUR, vehicle.plate_colour.as_str().into()),
            (Field::OWNER_NAME, owner.into()),
            (Field::OWNER_PERSONAL_NO, number.into()),
            (Field::OWNER_ADDRESS, address.into()),
            (Field::BRAND, brand.into()),
            (Field::MODEL, model.into()),
            (Field::VEHICLE_KIND, kind.into()),
            (Field::DISPLACEMENT_CC, displacement.into()),
            (Field::POWER_W, power.into()),
            (Field::SEATS, seats.into()),
            (Field::GROSS_MASS_KG, mass.into()),
            (Field::COLOUR, colour.into()),
            (Field::ENGINE_NO, engine.into()),
            (Field::CHASSIS_NO, chassis.into()),
            (Field::REGISTRATION_SEIZED_UNTIL, vehicle.seized_until.clone()),
        ]
    }

    fn foreign_fields(&self, licence: &ForeignLicence) -> Vec<(Field, Item)> {
        vec![
            (Field::FULL_NAME, self.name.as_str().into()),
            (Field::DATE_OF_BIRTH, self.born.clone()),
            (Field::LICENCE_NO, licence.number.as_str().into()),
            (Field::ISSUING_COUNTRY, licence.country.as_str().into()),
            (Field::CATEGORIES, Item::array(licence.categories.iter().map(String::as_str))),
            (Field::CONVENTION, licence.convention.as_str().into()),
            (Field::ISSUED_ON, licence.issued_on.clone()),
            (Field::VALID_UNTIL, licence.valid_until.clone()),
        ]
    }

    fn card_fields(&self, card: &HealthCard) -> Vec<(Field, Item)> {
        let [code, name] = card.facility.clone();
        let mut fields = self.person_fields();
        fields.extend([
            (Field::GENDER, self.gender.as_str().into()),
            (Field::VALID_FROM, card.valid_from.clone()),
            (Field::VALID_UNTIL, card.valid_until.clone()),
            (Field::CARD_NO, card.number.as_str().into()),
            (Field::BENEFIT_LEVEL, card.level.into()),
            (Field::OBJECT_CODE, card.object.as_str().into()),
            (Field::FACILITY_CODE, code.into()),
            (Field::FACILITY_NAME, name.into()),
        ]);
        fields.extend(card.five_years_on.clone().map(|day| (Field::FIVE_YEARS_ON, day)));
        fields.extend(card.living_area.as_deref().map(|area| (Field::LIVING_AREA, area.into())));
        fields.extend(card.parent.as_deref().map(|name| (Field::PARENT_NAME, name.into())));
        fields
    }
}
