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
    a_card_that_ended_lately_may_still_count_at_a_clinic, a_dependants_paper_ends_and_a_child_comes_of_age,
    facility_codes, levels_are_one_to_five_and_may_lag, passports_and_stays_end_with_their_last_day,
    the_list_of_objects_is_open, three_forms_of_number, under_six_the_number_is_enough_at_a_clinic,
};
use super::super::identity::tests::{
    cards_run_to_the_next_age_of_change, numbers_that_strike_are_notes,
    previous_numbers_have_nine_or_twelve_digits_and_are_not_the_present_one,
};
use super::super::licence_dates::tests::{
    classes_of_one_law_issued_under_the_other, least_ages_of_every_class,
    terms_of_every_class_since_2025_give_or_take_a_day, the_age_limit_of_large_coaches,
};
use super::dated::{
    an_international_permit_of_viet_nam, codes_by_the_circular_of_their_day,
    expiry_and_withdrawal_by_the_law_of_their_day, plates_by_the_circulars_of_their_day,
    what_decree_320_amended_finds_notes_from_its_day, who_consents_for_a_child_from_the_day_of_decree_330,
};
use super::*;
use crate::question::{Covers, LicenceClass};
use crate::rules::{Civil, Rule, all};
use std::cell::Cell;
use std::panic::catch_unwind;
use std::thread_local;
use trials::{cards, covers, licences, people, vehicles};

mod trials;

thread_local! {
    static LEFT_OUT: Cell<Option<Place>> = const { Cell::new(None) };
}

/// A row by its kind, id and first day: rows of one id follow each other.
type Place = (Kind, &'static str, Civil);

const fn place(rule: &Rule) -> Place {
    (rule.what.kind, rule.id, rule.from)
}

/// Whether this row is to be passed over, in a test of this file.
pub(super) fn is_left_out(rule: &Rule) -> bool {
    LEFT_OUT.get() == Some(place(rule))
}

/// Does something with every row but one.
fn without<T>(rule: &Rule, act: impl FnOnce() -> T) -> T {
    LEFT_OUT.set(Some(place(rule)));
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

/// One for each row; rows of one id that follow each other are held by one test, which asks on the days of both.
#[rustfmt::skip]
const HOLDERS: &[Holder] = holders! {
    IDENTITY "law-26-2023-art-21" an_identity_expires_after_its_last_day;
    IDENTITY "decree-69-2024-art-14" what_decree_320_amended_finds_notes_from_its_day;
    IDENTITY "decree-330-2026-art-60" who_consents_for_a_child_from_the_day_of_decree_330;
    IDENTITY "law-26-2023-art-12" numbers_that_strike_are_notes;
    IDENTITY "decree-137-2015-art-13" numbers_that_strike_are_notes;
    IDENTITY "law-26-2023-art-12-previous" previous_numbers_have_nine_or_twelve_digits_and_are_not_the_present_one;
    IDENTITY "law-26-2023-art-21-ages" cards_run_to_the_next_age_of_change;
    DRIVING_LICENCE "law-36-2024-art-62" expiry_and_withdrawal_by_the_law_of_their_day;
    DRIVING_LICENCE "law-36-2024-art-62-2026" a_part_expires_after_its_last_day;
    DRIVING_LICENCE "decree-168-2024-art-5" a_suspension_runs_from_its_first_day_to_its_last;
    DRIVING_LICENCE "law-36-2024-art-58" scenario_2_no_points_left;
    DRIVING_LICENCE "decree-168-2024-art-48" scenario_22_seized_until_an_appointment;
    DRIVING_LICENCE "law-36-2024-art-56-1" scenario_23_a_moped_needs_no_licence;
    DRIVING_LICENCE "law-36-2024-art-57" one_class_that_covers_is_enough;
    DRIVING_LICENCE "law-36-2024-art-89" the_regime_decides_what_a_name_means;
    DRIVING_LICENCE "circular-35-2024" codes_by_the_circular_of_their_day;
    DRIVING_LICENCE "circular-12-2025-art-18" codes_by_the_circular_of_their_day;
    DRIVING_LICENCE "circular-108-2026-annex-9" codes_of_the_car_part;
    DRIVING_LICENCE "law-36-2024-art-88" classes_of_one_law_issued_under_the_other;
    DRIVING_LICENCE "law-36-2024-art-59-1" least_ages_of_every_class;
    DRIVING_LICENCE "law-36-2024-art-57-5" terms_of_every_class_since_2025_give_or_take_a_day;
    DRIVING_LICENCE "law-36-2024-art-59-1-e" the_age_limit_of_large_coaches;
    FOREIGN_DRIVING_LICENCE "law-36-2024-art-57-7" scenario_12_a_foreign_licence_alone_refers;
    FOREIGN_DRIVING_LICENCE "law-36-2024-art-57-6" scenario_12_a_foreign_licence_alone_refers;
    FOREIGN_DRIVING_LICENCE "circular-108-2026-art-30" an_international_permit_of_viet_nam;
    VEHICLE_REGISTRATION "law-36-2024-art-39-3" a_registration_expires_after_its_last_day;
    VEHICLE_REGISTRATION "decree-168-2024-art-48" a_registration_held_is_a_note_to_its_appointment;
    VEHICLE_REGISTRATION "iso-3779" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    VEHICLE_REGISTRATION "circular-79-2024" plates_by_the_circulars_of_their_day;
    VEHICLE_REGISTRATION "circular-13-2025" plates_by_the_circulars_of_their_day;
    VEHICLE_REGISTRATION "circular-51-2025" plates_by_the_circulars_of_their_day;
    VEHICLE_REGISTRATION "circular-37-2026" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10" a_health_card_runs_from_its_first_day_to_its_last;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-50" a_card_that_ended_lately_may_still_count_at_a_clinic;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-37" under_six_the_number_is_enough_at_a_clinic;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-number" three_forms_of_number;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-level" levels_are_one_to_five_and_may_lag;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-object" the_list_of_objects_is_open;
    HEALTH_INSURANCE_CARD "decree-188-2025-art-10-facility" facility_codes;
    INSPECTION_CERTIFICATE "law-36-2024-art-42-1" an_inspection_counts_to_the_end_of_its_last_day;
    INSPECTION_CERTIFICATE "circular-30-2026" an_inspection_counts_to_the_end_of_its_last_day;
    INSPECTION_CERTIFICATE "circular-79-2024" plates_by_the_circulars_of_their_day;
    INSPECTION_CERTIFICATE "circular-13-2025" plates_by_the_circulars_of_their_day;
    INSPECTION_CERTIFICATE "circular-51-2025" plates_by_the_circulars_of_their_day;
    INSPECTION_CERTIFICATE "circular-37-2026" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    LIABILITY_INSURANCE "law-36-2024-art-56" an_insurance_covers_from_its_first_day_to_its_last;
    LIABILITY_INSURANCE "circular-79-2024" plates_by_the_circulars_of_their_day;
    LIABILITY_INSURANCE "circular-13-2025" plates_by_the_circulars_of_their_day;
    LIABILITY_INSURANCE "circular-51-2025" plates_by_the_circulars_of_their_day;
    LIABILITY_INSURANCE "circular-37-2026" a_rare_plate_or_chassis_number_is_a_note_and_an_old_province_is_nothing;
    FOREIGNER_IDENTITY "decree-69-2024-art-7-passport" passports_and_stays_end_with_their_last_day;
    FOREIGNER_IDENTITY "decree-69-2024-art-7-stay" passports_and_stays_end_with_their_last_day;
    DEPENDANT "decree-69-2024-art-14" a_dependants_paper_ends_and_a_child_comes_of_age;
    DEPENDANT "decree-69-2024-art-7" what_decree_320_amended_finds_notes_from_its_day;
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
    let of_none = HOLDERS.iter().find(|of| all().all(|rule| of.of != (rule.what.kind, rule.id)));
    assert!(of_none.is_none(), "a test holds no row");
}

/// A case in which a row finds a reason.
struct Trial {
    rule: &'static str,
    reason: Reason,
    paper: Paper,
    parts: Vec<(Field, StatusAnswer)>,
    driven: Driven,
    purpose: Purpose,
    today: Civil,
}

enum Driven {
    Nothing,
    Vehicle(Vehicle),
    Class(LicenceClass),
}

/// On 21 November 2026, under traffic control, with nothing to be driven.
fn trial(rule: &'static str, reason: Reason, paper: Paper) -> Trial {
    let (purpose, today) = (Purpose::TRAFFIC_CONTROL, (2026, 11, 21));
    Trial { rule, reason, paper, parts: Vec::new(), driven: Driven::Nothing, purpose, today }
}

impl Trial {
    /// On the last day before a row's end.
    fn on(self, today: Civil) -> Self {
        Self { today, ..self }
    }

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
        let (year, month, of_month) = self.today;
        let at = noon(year, month, of_month);
        let scene =
            Scene { at, reversible_tolerance: 3 * DAY, purpose: self.purpose, seen: &seen, law_unchecked: false };
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
            let of = |trial: &&Trial| {
                let of_rule = (trial.paper.kind, trial.rule, trial.reason) == (rule.what.kind, rule.id, *reason);
                of_rule && rule.counts_on(trial.today)
            };
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
