//! Role profiles as data: what each kind of post may see, and what it tolerates.

use std::collections::BTreeMap;

use doichieu::field::{Class, FIELDS, Field, Kind, Place, Purpose, Sensitivity};

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
    /// Tolerated age of a status list for a kind with one of its own, seconds.
    pub status_of_kinds: BTreeMap<u64, u64>,
    /// Kinds whose papers must carry a status.
    pub must_carry_status: Vec<u64>,
    /// Least identification level.
    pub level: u64,
    /// Reason code → next-step code.
    pub steps: BTreeMap<String, String>,
    /// Longest life of a mandate, seconds.
    pub mandate_life: u64,
    /// What accepting rests on at least: 1 the bound key, 2 an answer to a challenge.
    pub assurance: u64,
    /// Legal bases to read what comes without consent, by code.
    pub legal_bases: Vec<String>,
    /// Whether a token must say where the status of its account is looked up.
    pub account_status: bool,
    /// Whether what is shown unprompted has to carry the two digits of the post.
    pub post_digits: bool,
    /// How long the proof of a consent is kept, in seconds; `None`: as long as engines keep it of themselves.
    pub consent_kept: Option<u64>,
}

impl Profile {
    /// As CBOR.
    #[must_use]
    pub fn map(&self) -> Map {
        let of_kinds = Map::of(self.status_of_kinds.iter().map(|(kind, age)| (*kind, *age)));
        let of_kinds = (!self.status_of_kinds.is_empty()).then_some(of_kinds);
        let tolerances = Map::of((1_u64..).zip(self.tolerances)).with_some(5, of_kinds);
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
            .with(10, self.mandate_life)
            .with(11, self.assurance)
            .with_some(12, bases)
            .with_some(13, self.account_status.then_some(true))
            .with_some(14, self.post_digits.then_some(true))
            .with_some(15, self.consent_kept)
    }

    fn new(role: &str, purpose: Purpose, scope: Scope) -> Self {
        Self {
            role: role.to_owned(),
            display: 60,
            retention: DAY,
            window: 60,
            allowance: Allowance::from([(purpose.number(), scope)]),
            tolerances: [2 * DAY, DAY, DAY, 30 * DAY],
            status_of_kinds: BTreeMap::new(),
            must_carry_status: Vec::new(),
            level: 2,
            steps: BTreeMap::new(),
            mandate_life: 7 * DAY,
            assurance: 1,
            legal_bases: Vec::new(),
            account_status: true,
            post_digits: false,
            consent_kept: None,
        }
    }
}

/// All six profiles.
#[must_use]
pub fn all() -> Vec<Profile> {
    vec![traffic_police(), clinic(), bank(), e_wallet(), insurer(), public_service()]
}

/// Traffic police: who drives, what licence, what vehicle. No address, no family, no health insurance; a foreigner's
/// papers as well.
#[must_use]
pub fn traffic_police() -> Profile {
    let scope = scope([
        fields(Kind::IDENTITY, &[Field::FULL_NAME, Field::DATE_OF_BIRTH, Field::PERSONAL_NO, Field::VALID_UNTIL]),
        driving_licence(),
        registration(),
        inspection(),
        insurance(),
        all_but(Kind::FOREIGNER_IDENTITY.number(), &[Class::Contact, Class::Family]),
        foreign_licence(),
    ]);
    let mut profile = Profile::new("traffic_police", Purpose::TRAFFIC_CONTROL, scope);
    profile.display = 120;
    profile.must_carry_status = vec![Kind::DRIVING_LICENCE.number(), Kind::VEHICLE_REGISTRATION.number()];
    profile.steps = steps(&[
        ("post.lists_too_old", "update_lists_or_look_up_plate"),
        ("authentic.issuer_not_listed", "update_lists_or_look_up_plate"),
        ("current.status_stale", "update_lists_or_look_up_plate"),
        ("current.revoked", "confirm_before_record"),
    ]);
    profile
}

/// What the licence says of who may drive what.
fn driving_licence() -> (u64, std::collections::BTreeSet<u64>) {
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
    )
}

/// The vehicle, as registered.
fn registration() -> (u64, std::collections::BTreeSet<u64>) {
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
            Field::REGISTRATION_SEIZED_UNTIL,
        ],
    )
}

/// Its inspection.
fn inspection() -> (u64, std::collections::BTreeSet<u64>) {
    fields(
        Kind::INSPECTION_CERTIFICATE,
        &[Field::VALID_UNTIL, Field::PLATE, Field::CERTIFICATE_NO, Field::STAMP_NO, Field::CHASSIS_NO],
    )
}

/// Its liability insurance.
fn insurance() -> (u64, std::collections::BTreeSet<u64>) {
    fields(
        Kind::LIABILITY_INSURANCE,
        &[
            Field::VALID_FROM,
            Field::VALID_UNTIL,
            Field::PLATE,
            Field::CERTIFICATE_NO,
            Field::INSURER,
            Field::VEHICLE_KIND,
            Field::CHASSIS_NO,
        ],
    )
}

/// Clinic desk: who the patient is, for whom a guardian speaks, and what the card says. Nothing about driving, vehicles
/// or addresses.
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
    let scope = scope([
        fields(Kind::IDENTITY, &identity),
        fields(Kind::HEALTH_INSURANCE_CARD, &card),
        all_but(Kind::FOREIGNER_IDENTITY.number(), &[Class::Contact, Class::Family]),
        all_but(Kind::DEPENDANT.number(), &[Class::Contact]),
    ]);
    let mut profile = Profile::new("clinic", Purpose::CLINIC_ADMISSION, scope);
    profile.display = 180;
    profile.must_carry_status = vec![Kind::HEALTH_INSURANCE_CARD.number()];
    // A patient is not to wait for what an issuer left out.
    profile.account_status = false;
    profile.mandate_life = 366 * DAY;
    // Whatever cannot be established here, the patient is admitted (Decree 188/2025 art. 38(2)).
    profile.steps = steps(&[
        ("post.clock_wrong", "fix_clock_and_admit"),
        ("post.lists_too_old", "update_lists_and_admit"),
        ("authentic.issuer_not_listed", "update_lists_and_admit"),
        ("current.account_unknown", "update_lists_and_admit"),
        ("current.status_stale", "update_lists_and_admit"),
        ("current.status_unknown", "update_lists_and_admit"),
        ("current.account_locked", "look_up_health_gateway_and_admit"),
        ("current.level_insufficient", "look_up_health_gateway_and_admit"),
        ("current.level_unknown", "look_up_health_gateway_and_admit"),
        ("current.status_missing", "look_up_health_gateway_and_admit"),
        ("paper.bearing_missing", "look_up_health_gateway_and_admit"),
        ("consistency.person_differs", "look_up_health_gateway_and_admit"),
    ]);
    profile
}

/// Bank: only by challenge.
#[must_use]
pub fn bank() -> Profile {
    by_challenge("bank", Purpose::BANK_ONBOARDING, customer())
}

/// E-wallet: only by challenge.
#[must_use]
pub fn e_wallet() -> Profile {
    by_challenge("e_wallet", Purpose::E_WALLET, customer())
}

/// Who opens an account: name, birth, number, the paper's dates, residence. Nothing about health, points or vehicles.
fn customer() -> Scope {
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
    scope([fields(Kind::IDENTITY, &wanted), all_but(Kind::FOREIGNER_IDENTITY.number(), &[Class::Family])])
}

/// Insurer: only by challenge; whose claim it is, and the one insurance it is about.
#[must_use]
pub fn insurer() -> Profile {
    let person = [Field::FULL_NAME, Field::DATE_OF_BIRTH];
    let card = [
        Field::FULL_NAME,
        Field::DATE_OF_BIRTH,
        Field::VALID_FROM,
        Field::VALID_UNTIL,
        Field::CARD_NO,
        Field::BENEFIT_LEVEL,
        Field::OBJECT_CODE,
        Field::FACILITY_CODE,
        Field::FACILITY_NAME,
        Field::FIVE_YEARS_ON,
    ];
    let scope = scope([
        fields(Kind::IDENTITY, &person),
        fields(Kind::HEALTH_INSURANCE_CARD, &card),
        all_but(Kind::LIABILITY_INSURANCE.number(), &[Class::Contact, Class::Family]),
    ]);
    let mut profile = by_challenge("insurer", Purpose::INSURANCE_CLAIM, scope);
    profile.status_of_kinds = BTreeMap::from([(Kind::HEALTH_INSURANCE_CARD.number(), 7 * DAY)]);
    profile
}

/// Public service: the most any procedure may see; the mandate of each desk names what its own procedure needs. A code
/// shown unprompted is read and at most referred, because what is decided here outlasts the showing.
#[must_use]
pub fn public_service() -> Profile {
    let scope = scope([
        all_but(Kind::IDENTITY.number(), &[]),
        all_but(Kind::DRIVING_LICENCE.number(), &[]),
        all_but(Kind::VEHICLE_REGISTRATION.number(), &[]),
        all_but(Kind::FOREIGNER_IDENTITY.number(), &[]),
        all_but(Kind::DEPENDANT.number(), &[]),
    ]);
    let mut profile = Profile::new("public_service", Purpose::PUBLIC_SERVICE, scope);
    profile.mandate_life = 366 * DAY;
    profile.assurance = 2;
    profile
}

fn by_challenge(role: &str, purpose: Purpose, scope: Scope) -> Profile {
    let mut profile = Profile::new(role, purpose, scope);
    profile.window = 0;
    profile.mandate_life = 366 * DAY;
    profile
}

fn steps(rows: &[(&str, &str)]) -> BTreeMap<String, String> {
    rows.iter().map(|(reason, step)| ((*reason).to_owned(), (*step).to_owned())).collect()
}

/// Rows of a scope; a kind without a field that may be seen has none.
fn scope<const N: usize>(rows: [(u64, std::collections::BTreeSet<u64>); N]) -> Scope {
    rows.into_iter().filter(|(_, fields)| !fields.is_empty()).collect()
}

/// Every field of a kind that is not sensitive, by the field table, but for some classes.
#[must_use]
pub fn all_but(kind: u64, classes: &[Class]) -> (u64, std::collections::BTreeSet<u64>) {
    let rows = FIELDS.iter().filter(|row| row.kind.is_some_and(|of| of.number() == kind) && row.place == Place::Paper);
    let rows = rows.filter(|row| row.sensitivity == Sensitivity::Basic && !row.class.never_passes());
    (kind, rows.filter(|row| !classes.contains(&row.class)).map(|row| row.field.number()).collect())
}

/// What the traffic police see of a foreign driving licence.
#[must_use]
pub fn foreign_licence() -> (u64, std::collections::BTreeSet<u64>) {
    let wanted = [
        Field::FULL_NAME,
        Field::DATE_OF_BIRTH,
        Field::VALID_UNTIL,
        Field::LICENCE_NO,
        Field::CATEGORIES,
        Field::CONVENTION,
        Field::ISSUING_COUNTRY,
    ];
    fields(Kind::FOREIGN_DRIVING_LICENCE, &wanted)
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
    if let Some(inspection) = scope.get_mut(&Kind::INSPECTION_CERTIFICATE.number()) {
        inspection.remove(&Field::CHASSIS_NO.number());
    }
    Some(scope)
}
