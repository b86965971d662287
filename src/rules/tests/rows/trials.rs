//! For each row and each reason a case in which it finds it.

use super::*;
use crate::document::sample::{classes, dependant, foreigner, texts};
use crate::question::LicenceClass;
use crate::scene::Gear;

/// The last days before the law changed.
const BEFORE_DECREE_320: Civil = (2026, 9, 27);
const BEFORE_JULY_2026: Civil = (2026, 6, 30);
const BEFORE_JUNE_2026: Civil = (2026, 6, 7);
const BEFORE_MARCH_2025: Civil = (2025, 2, 28);
const BEFORE_JULY_2025: Civil = (2025, 6, 30);

/// Identity, foreigners, dependants.
pub(super) fn people() -> Vec<Trial> {
    let numbered = |number| identity().with(Field::PERSONAL_NO, text(number));
    let to_25 = identity().with(Field::ISSUED_ON, day(2024, 8, 15)).with(Field::VALID_UNTIL, day(2026, 11, 30));
    let ended = |paper: Paper, field| paper.with(field, day(2026, 11, 20));
    let born = |paper: Paper, year| paper.with(Field::DATE_OF_BIRTH, day(year, 1, 1));
    let young = || trial("decree-69-2024-art-14", Reason::IdentityUnderFourteen, born(identity(), 2015));
    let grown = || trial("decree-69-2024-art-7", Reason::DependantOfAge, born(dependant(), 2010));
    Vec::from([
        trial("law-26-2023-art-21", Reason::IdentityExpired, ended(identity(), Field::VALID_UNTIL)),
        young(),
        young().on(BEFORE_DECREE_320),
        trial("decree-330-2026-art-60", Reason::IdentityUnderSeven, born(identity(), 2021)),
        trial("decree-330-2026-art-60", Reason::IdentityChildConsentsToo, born(identity(), 2015)),
        trial("law-26-2023-art-12", Reason::IdentityNumberForm, numbered("00119103482")),
        trial("decree-137-2015-art-13", Reason::IdentityNumberWorthALook, numbered("003191034826")),
        trial(
            "law-26-2023-art-12-previous",
            Reason::IdentityPreviousNumberUnusual,
            numbered("001191034826").with(Field::PREVIOUS_NUMBERS, texts(&["12345"])),
        ),
        trial("law-26-2023-art-21-ages", Reason::IdentityCardDatesUnusual, to_25),
        trial(
            "decree-69-2024-art-7-passport",
            Reason::ForeignerPassportExpired,
            ended(foreigner(), Field::PASSPORT_VALID_UNTIL),
        ),
        trial("decree-69-2024-art-7-stay", Reason::ForeignerStayPast, ended(foreigner(), Field::STAY_VALID_UNTIL)),
        trial("decree-69-2024-art-14", Reason::DependantExpired, ended(dependant(), Field::VALID_UNTIL)),
        grown(),
        grown().on(BEFORE_DECREE_320),
    ])
}

/// A part and what is known of it; dates against classes; foreign licences.
pub(super) fn licences() -> Vec<Trial> {
    const IN_FORCE: &str = "law-36-2024-art-62-2026";
    const BEFORE: &str = "law-36-2024-art-62";
    const SUSPENDED: &str = "decree-168-2024-art-5";
    let issued = |until| car_part(Field::ISSUED_ON, day(2025, 6, 20)).with(Field::CAR_PART, dated(until));
    let coach = Vehicle { seats: Some(31.into()), ..Vehicle::new(VehicleKind::Car) };
    let foreign = || {
        let paper = paper(Kind::FOREIGN_DRIVING_LICENCE, noon(2026, 11, 20));
        paper.with(Field::VALID_UNTIL, day(2026, 11, 20)).with(Field::CONVENTION, text("vienna-1968"))
    };
    let of_viet_nam = || foreign().with(Field::CONVENTION, text("idp")).with(Field::ISSUING_COUNTRY, text("VNM"));
    Vec::from([
        trial(IN_FORCE, Reason::LicenceExpired, car_part(Field::VALID_UNTIL, day(2026, 11, 20))),
        trial(IN_FORCE, Reason::CurrentRevoked, licence()).listed(Current::Revoked, false),
        trial(IN_FORCE, Reason::CurrentStatusUnknown, licence()).listed(Current::Unknown, false),
        trial(IN_FORCE, Reason::CurrentStatusStale, licence()).listed(Current::Valid, true),
        trial(BEFORE, Reason::LicenceExpired, car_part(Field::VALID_UNTIL, day(2026, 6, 29))).on(BEFORE_JULY_2026),
        trial(BEFORE, Reason::CurrentRevoked, licence()).listed(Current::Revoked, false).on(BEFORE_JULY_2026),
        trial(BEFORE, Reason::CurrentStatusUnknown, licence()).listed(Current::Unknown, false).on(BEFORE_JULY_2026),
        trial(BEFORE, Reason::CurrentStatusStale, licence()).listed(Current::Valid, true).on(BEFORE_JULY_2026),
        trial(SUSPENDED, Reason::LicencePartSuspended, licence()).listed(Current::Suspended, false),
        trial(SUSPENDED, Reason::LicencePartSuspended, car_part(Field::SUSPENSION, suspension(day(2026, 11, 1), None))),
        trial(
            SUSPENDED,
            Reason::LicenceSuspensionAhead,
            car_part(Field::SUSPENSION, suspension(day(2026, 12, 1), None)),
        ),
        trial("law-36-2024-art-58", Reason::LicencePointsZero, car_part(Field::POINTS, points(0, noon(2026, 11, 20)))),
        trial("decree-168-2024-art-48", Reason::LicenceSeizedUntil, car_part(Field::SEIZED_UNTIL, day(2026, 11, 25))),
        trial("law-36-2024-art-88", Reason::LicenceRegimeUnusual, issued(NONE).with(Field::REGIME, text("vn-2008"))),
        trial(
            "law-36-2024-art-59-1",
            Reason::LicenceAgeUnusual,
            issued(NONE).with(Field::DATE_OF_BIRTH, day(2010, 1, 1)),
        ),
        trial("law-36-2024-art-57-5", Reason::LicenceTermUnusual, issued(day(2036, 1, 1))),
        trial("law-36-2024-art-59-1-e", Reason::LicenceAgeLimit, licence().with(Field::DATE_OF_BIRTH, day(1960, 1, 1)))
            .driving(coach),
        trial("law-36-2024-art-57-7", Reason::ForeignExpired, foreign()),
        trial("law-36-2024-art-57-6", Reason::ForeignLicenceAlone, foreign()),
        trial("circular-108-2026-art-30", Reason::ForeignPermitOfVietNam, of_viet_nam()),
    ])
}

/// A part issued in June 2025.
fn dated(until: Value) -> Value {
    part(Vec::from([(Field::ISSUED_ON, day(2025, 6, 20)), (Field::VALID_UNTIL, until)]))
}

/// Whether a licence covers a vehicle or a class.
pub(super) fn covers() -> Vec<Trial> {
    const NOT_NEEDED: &str = "law-36-2024-art-56-1";
    const CLASSES: &str = "law-36-2024-art-57";
    const OLD: &str = "law-36-2024-art-89";
    const CODES: &str = "circular-108-2026-annex-9";
    let of = |regime, names: &[&str], codes: &[&str]| {
        let paper = licence().with(Field::REGIME, text(regime)).with(Field::CLASSES, classes(names));
        paper.with(Field::RESTRICTIONS, texts(codes))
    };
    let (new, old) =
        (|names: &[&str], codes: &[&str]| of("vn-2024", names, codes), |names: &[&str]| of("vn-2008", names, &[]));
    let bike = |cc: u64| Vehicle { displacement_cc: Some(cc.into()), ..Vehicle::new(VehicleKind::Motorcycle) };
    let car = Vehicle { seats: Some(5.into()), ..Vehicle::new(VehicleKind::Car) };
    let automatic = Vehicle { gear: Some(Gear::Automatic), ..car };
    let hidden = |paper: Paper| paper.without(Field::CLASSES);
    use LicenceClass::{A, B, C1};
    let of_codes = |id| {
        [
            trial(id, Reason::LicenceClassNotCovering, new(&["A"], &["A.03"])).driving(bike(175)),
            trial(id, Reason::LicenceClassAskedNotCovered, new(&["A"], &["A.03"])).asked(A),
            trial(id, Reason::LicenceCoverUndetermined, new(&["B"], &["C.09"])).driving(car),
            trial(id, Reason::LicenceClassAskedUndetermined, new(&["B"], &["C.09"])).asked(B),
            trial(id, Reason::LicenceAdaptedControls, new(&["B"], &["B.02"])).driving(automatic),
            trial(id, Reason::LicenceAutomaticOnly, new(&["B"], &["B.01"])).driving(car),
        ]
    };
    let before = of_codes("circular-35-2024").into_iter().skip(2).map(|trial| trial.on(BEFORE_MARCH_2025));
    let of_2025 = of_codes("circular-12-2025-art-18").into_iter().map(|trial| trial.on(BEFORE_JULY_2026));
    let mut trials = Vec::from([
        trial(NOT_NEEDED, Reason::LicenceNotNeeded, new(&[], &[])).driving(Vehicle::new(VehicleKind::Moped)),
        trial(NOT_NEEDED, Reason::LicenceCoverUndetermined, new(&[], &[])).driving(bike(50)),
        trial(CLASSES, Reason::LicenceClassNotCovering, new(&["A1"], &[])).driving(car),
        trial(CLASSES, Reason::LicenceClassAskedNotCovered, new(&["B"], &[])).asked(C1),
        trial(CLASSES, Reason::LicenceCoverUndetermined, new(&["XX"], &[])).driving(car),
        trial(CLASSES, Reason::LicenceClassAskedUndetermined, new(&["XX"], &[])).asked(C1),
        trial(CLASSES, Reason::AgreedFieldNotShown, hidden(new(&[], &[]))).driving(car),
        trial(OLD, Reason::LicenceClassNotCovering, old(&["A1"])).driving(car),
        trial(OLD, Reason::LicenceClassAskedNotCovered, old(&["A1"])).asked(A),
        trial(OLD, Reason::LicenceCoverUndetermined, old(&["XX"])).driving(car),
        trial(OLD, Reason::LicenceClassAskedUndetermined, old(&["B2"])).asked(C1),
        trial(OLD, Reason::LicenceAutomaticOnly, old(&["B11"])).driving(car),
        trial(OLD, Reason::AgreedFieldNotShown, hidden(old(&[]))).driving(car),
    ]);
    trials.extend(of_codes(CODES).into_iter().chain(of_2025).chain(before));
    trials
}

/// The papers of a vehicle.
pub(super) fn vehicles() -> Vec<Trial> {
    let plate = |rule, paper: Paper| trial(rule, Reason::VehiclePlateUnusual, paper.with(Field::PLATE, text("X")));
    let since = |paper| plate("circular-37-2026", paper);
    let before = |paper: fn() -> Paper| {
        [
            plate("circular-79-2024", paper()).on(BEFORE_MARCH_2025),
            plate("circular-13-2025", paper()).on(BEFORE_JULY_2025),
            plate("circular-51-2025", paper()).on(BEFORE_JUNE_2026),
        ]
    };
    let ended = |paper: Paper| paper.with(Field::VALID_UNTIL, day(2026, 6, 29));
    let chassis = registration().with(Field::VEHICLE_KIND, text("car")).with(Field::CHASSIS_NO, text("RL4B29F36R"));
    let mut trials = Vec::from([
        trial("law-36-2024-art-39-3", Reason::VehicleExpired, ended(registration())),
        trial("circular-30-2026", Reason::VehicleInspectionExpired, ended(inspection())),
        trial("law-36-2024-art-42-1", Reason::VehicleInspectionExpired, ended(inspection())).on(BEFORE_JULY_2026),
        trial("law-36-2024-art-56", Reason::VehicleInsuranceNotInForce, ended(insurance())),
        trial(
            "decree-168-2024-art-48",
            Reason::VehicleSeizedUntil,
            registration().with(Field::REGISTRATION_SEIZED_UNTIL, day(2026, 11, 25)),
        ),
        since(registration()),
        since(inspection()),
        since(insurance()),
        trial("iso-3779", Reason::VehicleChassisUnusual, chassis),
    ]);
    let papers: [fn() -> Paper; 3] = [registration, inspection, insurance];
    trials.extend(papers.into_iter().flat_map(before));
    trials
}

/// Health insurance cards.
pub(super) fn cards() -> Vec<Trial> {
    let numbered = |number| health_card().with(Field::CARD_NO, text(number));
    let level = |paper: Paper, level| paper.with(Field::BENEFIT_LEVEL, Value::Int(level));
    let child = health_card().with(Field::DATE_OF_BIRTH, day(2021, 3, 8));
    let child = trial("decree-188-2025-art-37", Reason::HealthChildUnderSix, child);
    let lately = health_card().with(Field::VALID_UNTIL, day(2026, 11, 20));
    let lately = trial("decree-188-2025-art-50", Reason::HealthMayStillCount, lately);
    Vec::from([
        trial(
            "decree-188-2025-art-10",
            Reason::HealthNotInForce,
            health_card().with(Field::VALID_UNTIL, day(2026, 11, 20)),
        ),
        Trial { purpose: Purpose::CLINIC_ADMISSION, ..child },
        Trial { purpose: Purpose::CLINIC_ADMISSION, ..lately },
        trial("decree-188-2025-art-10-number", Reason::HealthNumberUnusual, numbered("662140387")),
        trial("decree-188-2025-art-10-level", Reason::HealthLevelUnusual, level(health_card(), 6)),
        trial("decree-188-2025-art-10-level", Reason::HealthLevelMayLag, level(numbered("DN4010123456789"), 2)),
        trial(
            "decree-188-2025-art-10-object",
            Reason::HealthObjectUnknown,
            health_card().with(Field::OBJECT_CODE, text("ZZ")),
        ),
        trial(
            "decree-188-2025-art-10-facility",
            Reason::HealthFacilityUnusual,
            health_card().with(Field::FACILITY_CODE, text("A1-016")),
        ),
    ])
}
