//! Each row of law by itself: every reason that it lists is found with it and is not without it, and the test it names
//! fails without it.

#![expect(
    clippy::disallowed_types,
    reason = "tests take no argument: which row to leave out is told beside them, thread by thread"
)]

use super::super::cover::tests::{
    codes_of_the_car_part, one_class_that_covers_is_enough, the_regime_decides_what_a_name_means,
};
use super::super::health_insurance_card::tests::{
    a_dependants_paper_ends_and_a_child_comes_of_age, facility_codes, levels_are_one_to_five_and_may_lag,
    passports_and_stays_end_with_their_last_day, the_list_of_objects_is_open, three_forms_of_number,
    under_six_the_number_is_enough_at_a_clinic,
};
use super::super::identity::tests::{
    cards_run_to_the_next_age_of_change, numbers_that_strike_are_notes,
    previous_numbers_have_nine_or_twelve_digits_and_are_not_the_present_one,
    under_fourteen_is_said_only_where_it_is_established,
};
use super::super::licence_dates::tests::{
    classes_of_one_law_issued_under_the_other, least_ages_of_every_class,
    terms_of_every_class_since_2025_give_or_take_a_day, the_age_limit_of_large_coaches,
};
use super::*;
use crate::document::sample::{classes, dependant, foreigner, texts};
use crate::question::{Covers, LicenceClass};
use crate::rules::{Rule, all};
use crate::scene::Gear;
use std::cell::Cell;
use std::panic::catch_unwind;
use std::thread_local;

thread_local! {
    static LEFT_OUT: Cell<Option<(Kind, &'static str)>> = const { Cell::new(None) };
}

/// Whether this row is to be passed over, in a test of this file.
pub(super) fn is_left_out(rule: &Rule) -> bool {
    LEFT_OUT.get() == Some((rule.what.kind, rule.id))
}

/// Does something with every row but one.
fn without<T>(rule: &Rule, act: impl FnOnce() -> T) -> T {
    LEFT_OUT.set(Some((rule.what.kind, rule.id)));
    let done = act();
    LEFT_OUT.set(None);
    done
}

macro_rules! holders {
    ($($kind:ident $rule:literal $test:ident;)*) => {
        &[$(Holder { of: (Kind::$kind, $rule), name: stringify!($test), test: $test }),*]
    };
}

/// The test that fails without a row.
struct Holder {
    of: (Kind, &'static str),
    name: &'static str,
    test: fn(),
}

/// One for each row.
#[rustfmt::skip]
const HOLDERS: &[Holder] = holders! {
    IDENTITY "law-26-2023-art-21" an_identity_expires_after_its_last_day;
    IDENTITY "decree-69-2024-art-14" under_fourteen_is_said_only_where_it_is_established;
    IDENTITY "law-26-2023-art-12" numbers_that_strike_are_notes;
    IDENTITY "decree-137-2015-art-13" numbers_that_strike_are_notes;
    IDENTITY "law-26-2023-art-12-previous" previous_numbers_have_nine_or_twelve_digits_and_are_not_the_present_one;
    IDENTITY "law-26-2023-art-21-ages" cards_run_to_the_next_age_of_change;
    DRIVING_LICENCE "law-36-2024-art-62" a_part_expires_after_its_last_day;
    DRIVING_LICENCE "decree-168-2024-art-5" a_suspension_runs_from_its_first_day_to_its_last;
    DRIVING_LICENCE "law-36-2024-art-58" scenario_2_no_points_left;
    DRIVING_LICENCE "decree-168-2024-art-48" scenario_22_seized_until_an_appointment;
    DRIVING_LICENCE "law-36-2024-art-56-1" scenario_23_a_moped_needs_no_licence;
    DRIVING_LICENCE "law-36-2024-art-57" one_class_that_covers_is_enough;
    DRIVING_LICENCE "law-36-2024-art-89" the_regime_decides_what_a_name_means;
    DRIVING_LICENCE "circular-12-2025-art-18" codes_of_the_car_part;
    DRIVING_LICENCE "law-36-2024-art-88" classes_of_one_law_issued_under_the_other;
    DRIVING_LICENCE "law-36-2024-art-59-1" least_ages_of_every_class;
    DRIVING_LICENCE "law-36-2024-art-57-5" terms_of_every_class_since_2025_give_or_take_a_day;
    DRIVING_LICENCE "law-36-2024-art-59-1-e" the_age_limit_of_large_coaches;
    FOREIGN_DRIVING_LICENCE "law-36-2024-art-57-7" scenario_12_a_foreign_licence_alone_refers;
    FOREIGN_DRIVING_LICENCE "law-36-2024-art-57-6" scenario_12_a_foreign_licence_alone_refers;
    VEHICLE_REGISTRATION "law-36-2024-art-56" a_registration_expires_after_its_last_day;
    VEHICLE_REGISTRATION "decree-168-2024-art-48" a_registration_held_is_a_note_to_its_appointment;
    VEHICLE_REGISTRATION "iso-3779" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    VEHICLE_REGISTRATION "circular-79-2024" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10" a_health_card_runs_from_its_first_day_to_its_last;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-37" under_six_the_number_is_enough_at_a_clinic;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-number" three_forms_of_number;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-level" levels_are_one_to_five_and_may_lag;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-object" the_list_of_objects_is_open;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-facility" facility_codes;
    INSPECTION_CERTIFICATE "law-36-2024-art-56" an_inspection_counts_to_the_end_of_its_last_day;
    INSPECTION_CERTIFICATE "circular-79-2024" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    LIABILITY_INSURANCE "law-36-2024-art-56" an_insurance_covers_from_its_first_day_to_its_last;
    LIABILITY_INSURANCE "circular-79-2024" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    FOREIGNER_IDENTITY "decree-69-2024-art-7-passport" passports_and_stays_end_with_their_last_day;
    FOREIGNER_IDENTITY "decree-69-2024-art-7-stay" passports_and_stays_end_with_their_last_day;
    DEPENDANT "decree-69-2024-art-14" a_dependants_paper_ends_and_a_child_comes_of_age;
    DEPENDANT "decree-69-2024-art-7" a_dependants_paper_ends_and_a_child_comes_of_age;
};

#[test]
fn the_test_that_holds_a_row_fails_without_it() {
    for rule in all() {
        let of_this = |holder: &&Holder| holder.of == (rule.what.kind, rule.id);
        let holders: Vec<_> = HOLDERS.iter().filter(of_this).collect();
        assert_eq!(holders.len(), 1, "{} of {:?} is held by one test", rule.id, rule.what.kind);
        for Holder { name, test, .. } in holders {
            assert!(catch_unwind(test).is_ok(), "{name} holds with every row");
            let held = without(rule, || catch_unwind(test));
            assert!(held.is_err(), "{name} holds without {} of {:?}", rule.id, rule.what.kind);
        }
    }
    assert_eq!(HOLDERS.len(), all().count(), "a test holds no row");
}

/// A case in which a row finds a reason.
struct Trial {
    rule: &'static str,
    reason: Reason,
    paper: Paper,
    parts: Vec<(Field, StatusAnswer)>,
    driven: Driven,
    purpose: Purpose,
}

enum Driven {
    Nothing,
    Vehicle(Vehicle),
    Class(LicenceClass),
}

/// On 21 November 2026, under traffic control, with nothing to be driven.
fn trial(rule: &'static str, reason: Reason, paper: Paper) -> Trial {
    Trial { rule, reason, paper, parts: Vec::new(), driven: Driven::Nothing, purpose: Purpose::TRAFFIC_CONTROL }
}

impl Trial {
    fn driving(self, vehicle: Vehicle) -> Self {
        Self { driven: Driven::Vehicle(vehicle), ..self }
    }

    fn asked(self, class: LicenceClass) -> Self {
        Self { driven: Driven::Class(class), ..self }
    }

    fn listed(self, current: Current, stale: bool) -> Self {
        let answer = StatusAnswer { current, age: Some(60), stale };
        Self { parts: Vec::from([(Field::CAR_PART, answer)]), ..self }
    }

    fn found(&self) -> Vec<Finding> {
        self.asked_of(apply)
    }

    /// The same, asked as the product does.
    fn found_by_product(&self) -> Vec<Finding> {
        self.asked_of(crate::rules::apply)
    }

    fn asked_of(&self, apply: Apply) -> Vec<Finding> {
        let seen = Seen::default();
        let at = noon(2026, 11, 21);
        let scene = Scene { at, reversible_tolerance: 3 * DAY, purpose: self.purpose, seen: &seen };
        let drive = match &self.driven {
            Driven::Nothing => None,
            Driven::Vehicle(vehicle) => Some(Drive::Vehicle(vehicle)),
            Driven::Class(class) => Some(Drive::Class(*class)),
        };
        apply(&self.paper, &self.parts, &scene, drive).0
    }
}

type Apply = fn(&Paper, &[(Field, StatusAnswer)], &Scene<'_>, Option<Drive<'_>>) -> (Vec<Finding>, Option<Covers>);

#[test]
fn every_reason_a_row_lists_is_found_with_it_and_not_without_it() {
    let trials: Vec<_> = [people(), licences(), covers(), vehicles(), cards()].into_iter().flatten().collect();
    for rule in all() {
        for reason in rule.what.finds {
            let of =
                |trial: &&Trial| (trial.paper.kind, trial.rule, trial.reason) == (rule.what.kind, rule.id, *reason);
            let of_this: Vec<_> = trials.iter().filter(of).collect();
            assert!(
                !of_this.is_empty(),
                "{} of {:?} lists {}, and no case finds it",
                rule.id,
                rule.what.kind,
                reason.code()
            );
            for trial in of_this {
                let by_it = |finding: &Finding| finding.reason() == *reason && finding.rule() == Some(rule.id);
                let found = trial.found();
                assert_eq!(found, trial.found_by_product(), "{}: as the product asks", rule.id);
                assert!(found.iter().any(by_it), "{} does not find {}: {found:?}", rule.id, reason.code());
                let rest = without(rule, || trial.found());
                let still = rest.iter().any(|finding| finding.reason() == *reason);
                assert!(!still, "{} is found without {}: {rest:?}", reason.code(), rule.id);
            }
        }
    }
    let listed = |trial: &&Trial| {
        all().any(|rule| {
            rule.what.kind == trial.paper.kind && rule.id == trial.rule && rule.what.finds.contains(&trial.reason)
        })
    };
    let stray = trials.iter().find(|trial| !listed(trial));
    assert_eq!(stray.map(|trial| (trial.rule, trial.reason)), None, "a case of no row");
}

/// Identity, foreigners, dependants.
fn people() -> Vec<Trial> {
    let numbered = |number| identity().with(Field::PERSONAL_NO, text(number));
    let to_25 = identity().with(Field::ISSUED_ON, day(2024, 8, 15)).with(Field::VALID_UNTIL, day(2026, 11, 30));
    let ended = |paper: Paper, field| paper.with(field, day(2026, 11, 20));
    Vec::from([
        trial("law-26-2023-art-21", Reason::IdentityExpired, ended(identity(), Field::VALID_UNTIL)),
        trial(
            "decree-69-2024-art-14",
            Reason::IdentityUnderFourteen,
            identity().with(Field::DATE_OF_BIRTH, day(2015, 1, 1)),
        ),
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
        trial("decree-69-2024-art-7", Reason::DependantOfAge, dependant().with(Field::DATE_OF_BIRTH, day(2010, 1, 1))),
    ])
}

/// A part and what is known of it; dates against classes; foreign licences.
fn licences() -> Vec<Trial> {
    const IN_FORCE: &str = "law-36-2024-art-62";
    const SUSPENDED: &str = "decree-168-2024-art-5";
    let issued = |until| car_part(Field::ISSUED_ON, day(2025, 6, 20)).with(Field::CAR_PART, dated(until));
    let coach = Vehicle { seats: Some(31), ..Vehicle::new(VehicleKind::Car) };
    let foreign = || {
        let paper = paper(Kind::FOREIGN_DRIVING_LICENCE, noon(2026, 11, 20));
        paper.with(Field::VALID_UNTIL, day(2026, 11, 20)).with(Field::CONVENTION, text("vienna-1968"))
    };
    Vec::from([
        trial(IN_FORCE, Reason::LicenceExpired, car_part(Field::VALID_UNTIL, day(2026, 11, 20))),
        trial(IN_FORCE, Reason::CurrentRevoked, licence()).listed(Current::Revoked, false),
        trial(IN_FORCE, Reason::CurrentStatusUnknown, licence()).listed(Current::Unknown, false),
        trial(IN_FORCE, Reason::CurrentStatusStale, licence()).listed(Current::Valid, true),
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
        trial("law-36-2024-art-57-5", Reason::LicenceTermUnusual, issued(day(2028, 1, 1))),
        trial("law-36-2024-art-59-1-e", Reason::LicenceAgeLimit, licence().with(Field::DATE_OF_BIRTH, day(1960, 1, 1)))
            .driving(coach),
        trial("law-36-2024-art-57-7", Reason::ForeignExpired, foreign()),
        trial("law-36-2024-art-57-6", Reason::ForeignLicenceAlone, foreign()),
    ])
}

/// A part issued in June 2025.
fn dated(until: Value) -> Value {
    part(Vec::from([(Field::ISSUED_ON, day(2025, 6, 20)), (Field::VALID_UNTIL, until)]))
}

/// Whether a licence covers a vehicle or a class.
fn covers() -> Vec<Trial> {
    const NOT_NEEDED: &str = "law-36-2024-art-56-1";
    const CLASSES: &str = "law-36-2024-art-57";
    const OLD: &str = "law-36-2024-art-89";
    const CODES: &str = "circular-12-2025-art-18";
    let of = |regime, names: &[&str], codes: &[&str]| {
        let paper = licence().with(Field::REGIME, text(regime)).with(Field::CLASSES, classes(names));
        paper.with(Field::RESTRICTIONS, texts(codes))
    };
    let (new, old) =
        (|names: &[&str], codes: &[&str]| of("vn-2024", names, codes), |names: &[&str]| of("vn-2008", names, &[]));
    let bike = |cc| Vehicle { displacement_cc: Some(cc), ..Vehicle::new(VehicleKind::Motorcycle) };
    let car = Vehicle { seats: Some(5), ..Vehicle::new(VehicleKind::Car) };
    let automatic = Vehicle { gear: Some(Gear::Automatic), ..car };
    let hidden = |paper: Paper| paper.without(Field::CLASSES);
    use LicenceClass::{A, B, C1};
    Vec::from([
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
        trial(CODES, Reason::LicenceClassNotCovering, new(&["A"], &["A.03"])).driving(bike(175)),
        trial(CODES, Reason::LicenceClassAskedNotCovered, new(&["A"], &["A.03"])).asked(A),
        trial(CODES, Reason::LicenceCoverUndetermined, new(&["B"], &["C.09"])).driving(car),
        trial(CODES, Reason::LicenceClassAskedUndetermined, new(&["B"], &["C.09"])).asked(B),
        trial(CODES, Reason::LicenceAdaptedControls, new(&["B"], &["B.02"])).driving(automatic),
        trial(CODES, Reason::LicenceAutomaticOnly, new(&["B"], &["B.01"])).driving(car),
    ])
}

/// The papers of a vehicle.
fn vehicles() -> Vec<Trial> {
    const IN_FORCE: &str = "law-36-2024-art-56";
    const PLATE: &str = "circular-79-2024";
    let plate = |paper: Paper| trial(PLATE, Reason::VehiclePlateUnusual, paper.with(Field::PLATE, text("X")));
    let ended = |paper: Paper| paper.with(Field::VALID_UNTIL, day(2026, 11, 20));
    let chassis = registration().with(Field::VEHICLE_KIND, text("car")).with(Field::CHASSIS_NO, text("RL4B29F36R"));
    Vec::from([
        trial(IN_FORCE, Reason::VehicleExpired, ended(registration())),
        trial(IN_FORCE, Reason::VehicleInspectionExpired, ended(inspection())),
        trial(IN_FORCE, Reason::VehicleInsuranceNotInForce, ended(insurance())),
        trial(
            "decree-168-2024-art-48",
            Reason::VehicleSeizedUntil,
            registration().with(Field::REGISTRATION_SEIZED_UNTIL, day(2026, 11, 25)),
        ),
        plate(registration()),
        plate(inspection()),
        plate(insurance()),
        trial("iso-3779", Reason::VehicleChassisUnusual, chassis),
    ])
}

/// Health insurance cards.
fn cards() -> Vec<Trial> {
    let numbered = |number| health_card().with(Field::CARD_NO, text(number));
    let level = |paper: Paper, level| paper.with(Field::BENEFIT_LEVEL, Value::Int(level));
    let child = health_card().with(Field::DATE_OF_BIRTH, day(2021, 3, 8));
    let child = trial("decree-188-2025-art-37", Reason::HealthChildUnderSix, child);
    Vec::from([
        trial(
            "decree-188-2025-art-10",
            Reason::HealthNotInForce,
            health_card().with(Field::VALID_UNTIL, day(2026, 11, 20)),
        ),
        Trial { purpose: Purpose::CLINIC_ADMISSION, ..child },
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
