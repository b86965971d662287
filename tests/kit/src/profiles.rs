//! Role profiles as data: what each kind of post may see, and what it tolerates.

use std::collections::BTreeMap;

use doichieu::field::{Field, Kind, Purpose};

use crate::cbor::{Item, Map};
use crate::{Allowance, Scope, allowance_item};

const DAY: u64 = 86_400;

/// A role profile.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Profile {
    /// The role.
    pub role: String,
    /// Display time, seconds.
    pub display: u64,
    /// Longest retention, seconds.
    pub retention: u64,
    /// Window for an unprompted showing, seconds; 0: only by challenge.
    pub window: u64,
    /// What this role may see at all.
    pub allowance: Allowance,
    /// Tolerated age, seconds: lists past due, status, reversible news, outdated copy.
    pub tolerances: [u64; 4],
    /// Kinds whose papers must carry a status.
    pub must_carry_status: Vec<u64>,
    /// Least identification level.
    pub level: u64,
    /// Reason code → next-step code.
    pub steps: BTreeMap<String, String>,
    /// Longest life of a licence, seconds.
    pub licence_life: u64,
    /// Legal bases to read what comes without consent, by code.
    pub legal_bases: Vec<String>,
}

impl Profile {
    /// As CBOR.
    #[must_use]
    pub fn map(&self) -> Map {
        let tolerances = Map::of((1_u64..).zip(self.tolerances));
        let steps = Map::of(self.steps.iter().map(|(reason, step)| (reason.as_str(), step.as_str())));
        let bases = Some(&self.legal_bases).filter(|bases| !bases.is_empty());
        let bases = bases.map(|bases| Item::array(bases.iter().map(String::as_str)));
        Map::new()
            .with(1, self.role.as_str())
            .with(2, self.display)
            .with(3, self.retention)
            .with(4, self.window)
            .with(5, allowance_item(&self.allowance))
            .with(6, tolerances)
            .with(7, Item::array(self.must_carry_status.iter().copied()))
            .with(8, self.level)
            .with(9, steps)
            .with(10, self.licence_life)
            .with_some(12, bases)
    }

    fn new(role: &str, purpose: Purpose, scope: Scope) -> Self {
        Self {
            role: role.to_owned(),
            display: 30,
            retention: DAY,
            window: 60,
            allowance: Allowance::from([(purpose.number(), scope)]),
            tolerances: [2 * DAY, DAY, DAY, 30 * DAY],
            must_carry_status: Vec::new(),
            level: 2,
            steps: BTreeMap::new(),
            licence_life: 7 * DAY,
            legal_bases: Vec::new(),
        }
    }
}

/// All three profiles.
#[must_use]
pub fn all() -> Vec<Profile> {
    vec![traffic_police(), clinic(), bank()]
}

/// Traffic police: who drives, what licence, what vehicle. No address, no health insurance.
#[must_use]
pub fn traffic_police() -> Profile {
    let scope = Scope::from([
        fields(Kind::IDENTITY, &[Field::FULL_NAME, Field::DATE_OF_BIRTH, Field::PERSONAL_NO, Field::VALID_UNTIL]),
        fields(
            Kind::DRIVING_LICENCE,
            &[
                Field::FULL_NAME,
                Field::DATE_OF_BIRTH,
                Field::LICENCE_NO,
                Field::CLASSES,
                Field::REGIME,
                Field::RESTRICTIONS,
                Field::MOTORCYCLE_PART,
                Field::CAR_PART,
            ],
        ),
        fields(
            Kind::VEHICLE_REGISTRATION,
            &[
                Field::VALID_UNTIL,
                Field::PLATE,
                Field::PLATE_COLOUR,
                Field::OWNER_NAME,
                Field::BRAND,
                Field::MODEL,
                Field::VEHICLE_KIND,
                Field::DISPLACEMENT_CC,
                Field::POWER_W,
                Field::SEATS,
                Field::GROSS_MASS_KG,
                Field::COLOUR,
                Field::ENGINE_NO,
                Field::CHASSIS_NO,
                Field::REGISTRATION_HELD_UNTIL,
            ],
        ),
    ]);
    let mut profile = Profile::new("traffic_police", Purpose::TRAFFIC_CONTROL, scope);
    profile.must_carry_status = vec![Kind::DRIVING_LICENCE.number(), Kind::VEHICLE_REGISTRATION.number()];
    profile
}

/// Clinic desk: who the patient is and what the card says. Nothing about driving.
#[must_use]
pub fn clinic() -> Profile {
    let person = [Field::FULL_NAME, Field::DATE_OF_BIRTH, Field::GENDER, Field::PERSONAL_NO];
    let identity: Vec<_> = person.into_iter().chain([Field::VALID_UNTIL]).collect();
    let card = [
        Field::VALID_FROM,
        Field::VALID_UNTIL,
        Field::CARD_NO,
        Field::BENEFIT_LEVEL,
        Field::OBJECT_CODE,
        Field::FACILITY_CODE,
        Field::FACILITY_NAME,
        Field::FIVE_YEARS_ON,
        Field::LIVING_AREA,
        Field::PARENT_NAME,
    ];
    let card: Vec<_> = person.into_iter().chain(card).collect();
    let scope = Scope::from([fields(Kind::IDENTITY, &identity), fields(Kind::HEALTH_INSURANCE_CARD, &card)]);
    let mut profile = Profile::new("clinic", Purpose::CLINIC_ADMISSION, scope);
    profile.must_carry_status = vec![Kind::HEALTH_INSURANCE_CARD.number()];
    profile.licence_life = 366 * DAY;
    profile
}

/// Bank: only by challenge.
#[must_use]
pub fn bank() -> Profile {
    let wanted = [
        Field::FULL_NAME,
        Field::DATE_OF_BIRTH,
        Field::GENDER,
        Field::NATIONALITY,
        Field::PERSONAL_NO,
        Field::RESIDENCE,
        Field::ISSUED_ON,
        Field::VALID_UNTIL,
    ];
    let mut profile = Profile::new("bank", Purpose::BANK_ONBOARDING, Scope::from([fields(Kind::IDENTITY, &wanted)]));
    profile.window = 0;
    profile.licence_life = 366 * DAY;
    profile
}

/// One row of a scope.
#[must_use]
pub fn fields(kind: Kind, fields: &[Field]) -> (u64, std::collections::BTreeSet<u64>) {
    (kind.number(), fields.iter().map(|field| field.number()).collect())
}

/// What a wallet's preset for a role puts into a token: less than the role may see, as much as its rules need.
#[must_use]
pub fn preset(role: &str) -> Option<Scope> {
    let profile = match role {
        "traffic_police" => traffic_police(),
        "clinic" => clinic(),
        _ => return None,
    };
    let mut scope = profile.allowance.into_values().next()?;
    let left_out = [Field::MODEL, Field::COLOUR, Field::ENGINE_NO, Field::CHASSIS_NO].map(Field::number);
    if let Some(vehicle) = scope.get_mut(&Kind::VEHICLE_REGISTRATION.number()) {
        vehicle.retain(|field| !left_out.contains(field));
    }
    Some(scope)
}
