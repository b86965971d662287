//! What the law asks for, apart from any showing: tests of whole encounters stand in `tests/encounter` and
//! `tests/scenarios`.

#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::lawful::{LawfulStep, When, steps};
use super::number::{NumberForm, Typed};
use super::table::{Answer, ROWS};
use super::{
    Need, NeedState, Occasion, Showing, citation, citation_vi, laws, may_hide, needs, needs_by_law, steps_by_law,
};
use crate::document::sample::{day, health_card, identity, noon, text};
use crate::field::{Field, KINDS, Kind, Purpose};
use crate::law::{Civil, Confidence, Row, articles};
use crate::plate::Series;
use crate::reason::{Gravity, Reason, Step};
use crate::rules;
use crate::scene::{Measure, Vehicle, VehicleKind};
use crate::time::{Day, UnixTime};
use std::collections::BTreeSet;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

mod dated;

const ROAD: Purpose = Purpose::TRAFFIC_CONTROL;
const CLINIC: Purpose = Purpose::CLINIC_ADMISSION;

fn on_road(vehicle: Option<Vehicle>, at: UnixTime) -> Vec<(Kind, NeedState)> {
    let all = needs(
        &Occasion { purpose: ROAD, at, vehicle, disputed: false, under_six: (false, false), kept: None },
        &[],
        |_| true,
        |_| true,
    );
    all.iter().map(|need| (need.kind(), need.state())).collect()
}

fn state(vehicle: Vehicle, kind: Kind) -> Option<NeedState> {
    let all = on_road(Some(vehicle), noon(2026, 11, 21));
    all.iter().find(|(of, _)| *of == kind).map(|(_, state)| *state)
}

fn engine(kind: VehicleKind, displacement_cc: Option<u64>, power_w: Option<u64>) -> Vehicle {
    let [displacement_cc, power_w] = [displacement_cc, power_w].map(|told| told.map(Measure::Exactly));
    Vehicle { displacement_cc, power_w, ..Vehicle::new(kind) }
}

#[test]
fn what_each_kind_of_vehicle_needs() {
    use NeedState::{NotApplicable, NotShown, Undetermined};
    let (registration, licence) = (Kind::VEHICLE_REGISTRATION, Kind::DRIVING_LICENCE);
    let (inspection, insurance) = (Kind::INSPECTION_CERTIFICATE, Kind::LIABILITY_INSURANCE);
    let now = noon(2026, 11, 21);
    let of = |kind| on_road(Some(Vehicle::new(kind)), now);
    for kind in [VehicleKind::Car, VehicleKind::Truck] {
        let all = [registration, licence, inspection, insurance].map(|kind| (kind, NotShown));
        assert_eq!(of(kind), all);
    }
    for kind in [VehicleKind::Motorcycle, VehicleKind::Tricycle] {
        assert_eq!(of(kind), [registration, licence, insurance].map(|kind| (kind, NotShown)), "inspection is left out");
    }
    assert_eq!(
        of(VehicleKind::Moped),
        [(registration, NotShown), (licence, NotApplicable), (inspection, NotApplicable), (insurance, NotShown)]
    );
    assert_eq!(
        on_road(None, now),
        [(registration, NotShown), (licence, Undetermined), (inspection, Undetermined), (insurance, NotShown)]
    );
}

#[test]
fn a_moped_is_one_by_its_engine() {
    let licence = |kind, cc, power| state(engine(kind, cc, power), Kind::DRIVING_LICENCE);
    let (moped, motorcycle) = (VehicleKind::Moped, VehicleKind::Motorcycle);
    for (cc, power) in
        [(Some(49), None), (Some(50), None), (None, Some(4000)), (Some(0), Some(2000)), (None, Some(0)), (None, None)]
    {
        assert_eq!(licence(moped, cc, power), Some(NeedState::NotApplicable), "{cc:?} {power:?}");
    }
    for (cc, power) in [(Some(51), None), (Some(110), None), (None, Some(4001)), (Some(0), Some(4001))] {
        assert_eq!(licence(moped, cc, power), Some(NeedState::NotShown), "called a moped, {cc:?} {power:?}");
    }
    assert_eq!(licence(motorcycle, Some(49), None), Some(NeedState::Undetermined), "its top speed decides");
    assert_eq!(licence(motorcycle, Some(110), None), Some(NeedState::NotShown));
    assert_eq!(licence(motorcycle, None, None), Some(NeedState::NotShown));
    assert_eq!(licence(motorcycle, None, Some(0)), Some(NeedState::NotShown), "a power of 0 was not told");
}

#[test]
fn a_need_we_know_less_well_is_a_note() {
    let occasion = Occasion {
        purpose: ROAD,
        at: noon(2026, 11, 21),
        vehicle: None,
        disputed: false,
        under_six: (false, false),
        kept: None,
    };
    let most =
        [(Confidence::High, Gravity::Refer), (Confidence::Medium, Gravity::Note), (Confidence::Low, Gravity::Note)];
    for row in ROWS.iter().filter(|row| row.what.purpose == ROAD) {
        for (confidence, most) in most {
            let need = Need::judge(&Row { confidence, ..*row }, &occasion, &Showing::default(), &|_| true).unwrap();
            let finding = need.finding().unwrap();
            assert_eq!((finding.gravity(), finding.rule()), (most, Some(row.id)), "{confidence:?}");
        }
    }
}

/// A step is told by its place and not by a finding, so the frame cannot soften it.
#[test]
fn no_step_rests_on_law_that_was_not_seen() {
    assert!(steps_by_law().all(|row| row.confidence == Confidence::High));
}

#[test]
fn nothing_is_needed_before_the_law_began() {
    let car = Some(Vehicle::new(VehicleKind::Car));
    assert_eq!(on_road(car, noon(2024, 12, 31)), []);
    assert_eq!(on_road(car, noon(2025, 1, 1)).len(), 4);
    let clinic = |at| {
        needs(
            &Occasion { purpose: CLINIC, at, vehicle: None, disputed: false, under_six: (false, false), kept: None },
            &[],
            |_| true,
            |_| true,
        )
        .len()
    };
    assert_eq!((clinic(noon(2025, 8, 14)), clinic(noon(2025, 8, 15))), (0, 2));
    let bank = Occasion {
        purpose: Purpose::BANK_ONBOARDING,
        at: noon(2026, 11, 21),
        vehicle: car,
        disputed: false,
        under_six: (false, false),
        kept: None,
    };
    assert!(
        needs(&bank, &[], |_| true, |_| true).is_empty(),
        "a bank needs what it asks for, and no law says more here"
    );
}

#[test]
fn what_was_not_asked_is_the_posts_matter() {
    let occasion = Occasion {
        purpose: ROAD,
        at: noon(2026, 11, 21),
        vehicle: None,
        disputed: false,
        under_six: (false, false),
        kept: None,
    };
    let asked = |kind| kind == Kind::VEHICLE_REGISTRATION;
    let found: Vec<_> = needs(&occasion, &[], asked, |_| true).iter().filter_map(Need::finding).collect();
    let told: Vec<_> = found.iter().map(|one| (one.reason(), one.kind().unwrap(), one.gravity())).collect();
    assert_eq!(
        told,
        [
            (Reason::PapersNotShown, Kind::VEHICLE_REGISTRATION, Gravity::Refer),
            (Reason::PapersNeedUndetermined, Kind::DRIVING_LICENCE, Gravity::Refer),
            (Reason::PapersNeedUndetermined, Kind::INSPECTION_CERTIFICATE, Gravity::Refer),
            (Reason::PapersNotAsked, Kind::LIABILITY_INSURANCE, Gravity::Refer),
        ]
    );
    assert!(found.iter().all(|finding| finding.rule() == Some("law-36-2024-art-56")));
    let insurance = needs(&occasion, &[], asked, |_| true).pop().unwrap();
    assert!(insurance.steps().is_empty(), "what was not asked asks nothing of the citizen");
}

fn at_clinic(born: Option<crate::value::Value>, at: UnixTime) -> Vec<(NeedState, Option<Gravity>)> {
    let card = born.map(|born| health_card().with(Field::DATE_OF_BIRTH, born));
    let under_six = card.as_ref().map(|card| super::under_six(card, at)).unwrap_or_default();
    let occasion = Occasion::new(CLINIC, at, None, &[]).of_patient(under_six);
    needs(&occasion, &[], |_| true, |_| true)
        .iter()
        .map(|need| (need.state(), need.finding().map(|one| one.gravity())))
        .collect()
}

#[test]
fn a_child_is_under_six_until_its_birthday() {
    let (refer, note) = (Some(Gravity::Refer), Some(Gravity::Note));
    let young = [(NeedState::NotShown, note), (NeedState::NotApplicable, None)];
    let grown = [(NeedState::NotShown, refer), (NeedState::NotShown, refer)];
    let perhaps = [(NeedState::NotShown, note), (NeedState::NotShown, note)];
    assert_eq!(at_clinic(Some(day(2020, 11, 22)), noon(2026, 11, 21)), young);
    assert_eq!(at_clinic(Some(day(2020, 11, 22)), noon(2026, 11, 22)), grown);
    assert_eq!(at_clinic(Some(day(2020, 2, 29)), noon(2026, 2, 28)), young, "not a year that has the day");
    assert_eq!(at_clinic(Some(day(2020, 2, 29)), noon(2026, 3, 1)), grown);
    assert_eq!(at_clinic(Some(text("2020")), noon(2026, 6, 1)), perhaps, "a year may mean either");
    assert_eq!(at_clinic(Some(text("2020")), noon(2025, 12, 31)), young);
    assert_eq!(at_clinic(Some(text("2020")), noon(2026, 12, 31)), grown);
    assert_eq!(at_clinic(Some(text("2020-11")), noon(2026, 10, 31)), young);
    assert_eq!(at_clinic(None, noon(2026, 11, 21)), grown, "nobody's age is known");
}

#[test]
fn who_is_under_six_says_the_birth_date_that_was_shown() {
    let child = health_card().with(Field::DATE_OF_BIRTH, day(2022, 9, 19));
    let under = |paper: &crate::document::Paper| super::under_six(paper, noon(2026, 11, 21));
    assert_eq!(under(&child), (true, true));
    assert_eq!(under(&identity()), (false, false));
    assert_eq!(under(&health_card()), (false, false), "a card without a birth date");
}

#[test]
fn no_report_hides_nothing() {
    assert!(!may_hide(&[]));
}

#[test]
fn only_what_is_certain_is_a_note_or_worse() {
    let bare = Occasion {
        purpose: ROAD,
        at: noon(2026, 11, 21),
        vehicle: None,
        disputed: false,
        under_six: (false, false),
        kept: None,
    };
    for row in ROWS {
        assert!(!matches!((row.what.judge)(&bare), Some(Answer::NotNeeded)), "{}: not needed, of what?", row.id);
        assert!(row.law.en.contains("art. ") && citation(row.id).is_some());
    }
    assert_eq!(citation("decree-188-2025-art-37"), Some("Decree 188/2025/ND-CP art. 37"));
    assert_eq!(citation("decree-168-2024-art-48-3"), Some("Decree 168/2024/ND-CP art. 48(3)"));
    assert_eq!(citation("law-36-2024-art-57"), Some("Law 36/2024/QH15 art. 57(1), 57(2), 57(3), 57(4), 34(1)(a)"));
    assert_eq!(citation("law-26-2023-art-33-3"), Some("Law 26/2023/QH15 art. 33(3); Law 118/2025/QH15 art. 5"));
    assert_eq!(citation("decree-168"), None);
}

fn told(purpose: Purpose, kind: Kind, when: When, today: Day) -> Vec<Step> {
    steps(purpose, kind, when, today).iter().map(|step: &LawfulStep| step.step).collect()
}

/// Decree 168/2024 art. 48(3): only of a driver, only licence, registration and inspection, only where nothing was
/// shown.
#[test]
fn an_appointment_is_only_for_what_article_48_names() {
    let today = noon(2026, 11, 21).day();
    let of_48 = [Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::INSPECTION_CERTIFICATE];
    for kind in KINDS.iter().map(|row| row.kind) {
        for purpose in Purpose::all() {
            let appoints = |when| told(purpose, kind, when, today).contains(&Step::AppointmentNotShown);
            assert_eq!(appoints(When::NotShown), purpose == ROAD && of_48.contains(&kind), "{kind:?} {purpose:?}");
            assert!(!appoints(When::NumberTold), "a number can be looked up");
        }
    }
}

#[test]
fn steps_begin_with_the_look_up_and_are_dated() {
    let today = noon(2026, 11, 21).day();
    assert_eq!(
        told(ROAD, Kind::DRIVING_LICENCE, When::NotShown, today),
        [Step::LookUp, Step::LookUpOrOfferedPaper, Step::AppointmentNotShown]
    );
    assert_eq!(
        told(ROAD, Kind::LIABILITY_INSURANCE, When::NotShown, today),
        [Step::LookUpPlate, Step::LookUpOrOfferedPaper]
    );
    assert_eq!(told(ROAD, Kind::DRIVING_LICENCE, When::NumberTold, today), [Step::LookUp]);
    let clinic = [Step::LookUpHealthGateway, Step::NumberSufficesUnderSix, Step::AdmitInEmergency];
    assert_eq!(told(CLINIC, Kind::HEALTH_INSURANCE_CARD, When::NotShown, today), clinic);
    assert_eq!(told(CLINIC, Kind::HEALTH_INSURANCE_CARD, When::NumberTold, today), clinic);
    let before = noon(2025, 8, 14).day();
    assert_eq!(told(CLINIC, Kind::HEALTH_INSURANCE_CARD, When::NotShown, before), [Step::CheckAsUsual]);
    assert_eq!(told(Purpose::BANK_ONBOARDING, Kind::IDENTITY, When::NotShown, today), [Step::CheckAsUsual]);
}

#[test]
fn the_form_of_a_number() {
    let form = |kind, text: &str| Typed::read(kind, text).form;
    let health = Kind::HEALTH_INSURANCE_CARD;
    assert_eq!(form(Kind::IDENTITY, "001 322 015 908"), NumberForm::PersonalNo);
    assert_eq!(form(Kind::IDENTITY, "00132201590"), NumberForm::Other);
    assert_eq!(form(health, "001322015908"), NumberForm::PersonalNo);
    assert_eq!(form(health, "0123456789"), NumberForm::HealthCard10);
    assert_eq!(form(health, "te 1 01 01 998 87766"), NumberForm::HealthCard15);
    assert_eq!(form(health, "XX5019998877660"), NumberForm::HealthCard15, "the list of object codes is open");
    for other in
        ["TE6010199887766", "TE0010199887766", "T11010199887766", "TE101019988776", "TE10101998877666", "", "x"]
    {
        assert_eq!(form(health, other), NumberForm::Other, "{other}");
    }
    assert_eq!(form(Kind::DRIVING_LICENCE, "011250048213"), NumberForm::LicenceNo);
    assert_eq!(form(Kind::DRIVING_LICENCE, "AB 123456"), NumberForm::OlderLicenceNo);
    assert_eq!(form(Kind::DRIVING_LICENCE, "12345"), NumberForm::Other);
    let plate = form(Kind::VEHICLE_REGISTRATION, "59-X1 123.45");
    assert!(matches!(plate, NumberForm::Plate(plate) if plate.series() == Series::Motorcycle));
    assert_eq!(form(Kind::LIABILITY_INSURANCE, "42A-123.45"), NumberForm::Other);
    assert_eq!(form(Kind::new(60).unwrap(), "001322015908"), NumberForm::Other);
}

#[test]
fn a_number_is_kept_without_separators_and_never_printed() {
    let typed = Typed::read(Kind::VEHICLE_REGISTRATION, " 29-mđ1 123.45");
    assert_eq!(typed.number.as_str(), "29MĐ112345");
    let printed = format!("{typed:?}");
    assert!(!printed.contains("12345") && !printed.contains("29"), "{printed}");
    let ones = |count| core::iter::repeat_n('1', count).collect::<String>();
    assert_eq!(Typed::read(Kind::IDENTITY, &ones(21)).number.to_string(), "", "longer than any number");
    assert_eq!(Typed::read(Kind::IDENTITY, &ones(20)).number.len(), 20);
}

#[test]
fn both_citations_name_the_same_numbers() {
    let numbers = |text: &str| {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        runs.map(ToString::to_string).collect::<BTreeSet<_>>()
    };
    for (id, law) in laws() {
        assert_eq!(numbers(law.en), numbers(law.vi), "{id}");
        assert_eq!(citation_vi(law.en), Some(law.vi), "one article is cited in one way");
    }
}

/// Vietnamese goes from the point up to the law (điểm e khoản 1 Điều 59 Luật 36/2024/QH15), English from the law down
/// (art. 59(1)(e)).
#[test]
fn each_language_cites_in_its_own_order() {
    /// How deep a word of a Vietnamese citation stands: the next one never stands deeper, until another place begins.
    fn depth(word: &str) -> Option<u8> {
        Some(match word {
            "điểm" => 0,
            "khoản" => 1,
            "Điều" | "phụ" => 2,
            "Luật" | "Nghị" | "Thông" => 3,
            _ => return None,
        })
    }
    let articles = laws().map(|(_, law)| (law.en, law.vi)).filter(|(law, _)| !law.starts_with("ISO "));
    for (law, law_vi) in articles {
        for place in law_vi.split("; ") {
            let texts =
                ["Luật ", "Nghị định ", "Thông tư "].iter().map(|text| place.matches(text).count()).sum::<usize>();
            assert_eq!(texts, 1, "{law_vi}");
            let depths: Vec<_> = place.split(' ').filter_map(depth).collect();
            assert_eq!(depths.last(), Some(&3), "the text comes last: {law_vi}");
            for part in place.split([',']).flat_map(|part| part.split(" và ")) {
                let depths: Vec<_> = part.split(' ').filter_map(depth).collect();
                assert!(!depths.is_empty() && depths.is_sorted(), "{law_vi}");
            }
            assert!(!place.contains('('), "{law_vi}");
        }
        for word in ["Điều", "khoản", "điểm", "Article", "Clause"] {
            assert!(!law.contains(word), "{law}");
        }
    }
}
