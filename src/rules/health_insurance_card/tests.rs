#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use crate::document::Paper;
use crate::document::sample::{day, dependant, foreigner, health_card, noon, text};
use crate::field::{Field, Purpose};
use crate::finding::Finding;
use crate::reason::{Gravity, Reason};
use crate::rules::tests::apply;
use crate::scene::{Scene, Seen};
use crate::time::UnixTime;
use crate::value::Value;
use std::vec::Vec;

fn found(paper: &Paper, purpose: Purpose) -> Vec<(Reason, Gravity, &'static str)> {
    let seen = Seen::default();
    let scene = Scene { at: noon(2026, 11, 21), reversible_tolerance: 0, purpose, seen: &seen, law_unchecked: false };
    let (found, _) = apply(paper, &[], &scene, None);
    found.iter().filter_map(|finding| Some((finding.reason(), finding.gravity(), finding.field_name()?))).collect()
}

fn notes(paper: &Paper) -> Vec<(Reason, &'static str)> {
    let found = found(paper, Purpose::CLINIC_ADMISSION);
    assert!(found.iter().all(|(_, gravity, _)| *gravity == Gravity::Note), "{found:?}");
    found.into_iter().map(|(reason, _, field)| (reason, field)).collect()
}

fn numbered(number: &str) -> Paper {
    health_card().with(Field::CARD_NO, text(number))
}

#[test]
pub(in crate::rules) fn three_forms_of_number() {
    for number in ["DN4010123456789", "TE1010199887766", "6621403875", "079084012597"] {
        assert_eq!(notes(&numbered(number)), [], "{number}");
    }
    for number in [
        "dn4010123456789",
        "DN401012345678",
        "D44010123456789",
        "662140387",
        "66214038755",
        "DN40101234567AB",
        "ĐN401012345678",
    ] {
        assert_eq!(notes(&numbered(number)), [(Reason::HealthNumberUnusual, "card_no")], "{number}");
    }
}

#[test]
pub(in crate::rules) fn levels_are_one_to_five_and_may_lag() {
    let level = |paper: Paper, level| paper.with(Field::BENEFIT_LEVEL, Value::Int(level));
    let unusual = [(Reason::HealthLevelUnusual, "benefit_level")];
    assert_eq!(notes(&level(health_card(), 1)), []);
    assert_eq!(notes(&level(health_card(), 5)), []);
    assert_eq!(notes(&level(health_card(), 0)), unusual);
    assert_eq!(notes(&level(health_card(), 6)), unusual);
    assert_eq!(notes(&numbered("DN6010123456789")), unusual);
    assert_eq!(notes(&level(numbered("DN4010123456789"), 4)), []);
    assert_eq!(notes(&level(numbered("DN4010123456789"), 2)), [(Reason::HealthLevelMayLag, "benefit_level")]);
    assert_eq!(notes(&level(numbered("6621403875"), 2)), [], "a short number says no level");
}

#[test]
pub(in crate::rules) fn the_list_of_objects_is_open() {
    assert!(super::OBJECTS.is_sorted());
    let object = |code| health_card().with(Field::OBJECT_CODE, text(code));
    assert_eq!(notes(&object("HN")), []);
    let unknown = [(Reason::HealthObjectUnknown, "object_code")];
    assert_eq!(notes(&object("ZZ")), unknown);
    assert_eq!(notes(&object("")), unknown);
    assert_eq!(notes(&object("BT CA")), unknown);
    assert_eq!(notes(&numbered("ZZ4010123456789")), unknown);
}

#[test]
pub(in crate::rules) fn facility_codes() {
    let facility = |code| health_card().with(Field::FACILITY_CODE, text(code));
    for code in ["01-016", "01 - 016", "01–016", "01 016", "01016", "79-A24", "0101600000001"] {
        assert_eq!(notes(&facility(code)), [], "{code}");
    }
    for code in ["1-016", "A1-016", "01-0166", "01/016", "-", "010160000000", "01016000000001"] {
        assert_eq!(notes(&facility(code)), [(Reason::HealthFacilityUnusual, "facility_code")], "{code}");
    }
}

#[test]
pub(in crate::rules) fn under_six_the_number_is_enough_at_a_clinic() {
    let born = |born| health_card().with(Field::DATE_OF_BIRTH, born);
    let enough = [(Reason::HealthChildUnderSix, "date_of_birth")];
    assert_eq!(notes(&born(day(2020, 11, 22))), enough);
    assert_eq!(notes(&born(day(2020, 11, 21))), [], "six today");
    assert_eq!(notes(&born(text("2020"))), [], "not established");
    assert_eq!(notes(&born(text("2021"))), enough);
    assert_eq!(found(&born(day(2021, 3, 8)), Purpose::INSURANCE_CLAIM), [], "a matter of clinics");
}

#[test]
pub(in crate::rules) fn passports_and_stays_end_with_their_last_day() {
    let traffic = |paper: &Paper| found(paper, Purpose::TRAFFIC_CONTROL);
    assert_eq!(traffic(&foreigner()), []);
    let passport = |last| foreigner().with(Field::PASSPORT_VALID_UNTIL, last);
    assert_eq!(traffic(&passport(day(2026, 11, 21))), [], "in force to the end of its last day");
    let past = [(Reason::ForeignerPassportExpired, Gravity::Refuse, "passport_valid_until")];
    assert_eq!(traffic(&passport(day(2026, 11, 20))), past);
    let stay = |last| foreigner().with(Field::STAY_VALID_UNTIL, last);
    assert_eq!(traffic(&stay(day(2026, 11, 21))), []);
    assert_eq!(traffic(&stay(Value::Bool(false))), [], "permanent residence");
    let past = [(Reason::ForeignerStayPast, Gravity::Refer, "stay_valid_until")];
    assert_eq!(traffic(&stay(day(2026, 11, 20))), past);
    assert_eq!(traffic(&foreigner().with(Field::PERSONAL_NO, text("whatever it is"))), [], "opaque");
}

#[test]
pub(in crate::rules) fn a_dependants_paper_ends_and_a_child_comes_of_age() {
    let traffic = |paper: &Paper| found(paper, Purpose::TRAFFIC_CONTROL);
    assert_eq!(traffic(&dependant()), []);
    let over = dependant().with(Field::VALID_UNTIL, day(2026, 11, 20));
    assert_eq!(traffic(&over), [(Reason::DependantExpired, Gravity::Refer, "valid_until")]);
    assert_eq!(notes(&over), [(Reason::DependantExpired, "valid_until")], "a child under six needs none at a clinic");
    let over = over.with(Field::DATE_OF_BIRTH, day(2019, 3, 8));
    assert_eq!(found(&over, Purpose::CLINIC_ADMISSION), [(Reason::DependantExpired, Gravity::Refer, "valid_until")]);
    let grown = dependant().with(Field::DATE_OF_BIRTH, day(2012, 11, 21));
    assert_eq!(notes(&grown), [(Reason::DependantOfAge, "date_of_birth")]);
    assert_eq!(notes(&grown.with(Field::RELATION, text("me"))), [], "a parent is of age");
    let almost = dependant().with(Field::DATE_OF_BIRTH, day(2012, 11, 22));
    assert_eq!(notes(&almost), []);
}

/// Decree 188/2025/ND-CP art. 50(4): the last day, and the second after the fifteenth day after it.
#[test]
pub(in crate::rules) fn a_card_that_ended_lately_may_still_count_at_a_clinic() {
    let card = health_card().with(Field::VALID_UNTIL, day(2026, 10, 31));
    let at = |at: UnixTime, purpose| {
        let seen = Seen::default();
        let (found, _) =
            apply(&card, &[], &Scene { at, reversible_tolerance: 0, purpose, seen: &seen, law_unchecked: false }, None);
        let told = |finding: &Finding| (finding.reason(), finding.gravity(), finding.rule());
        found.iter().map(told).collect::<Vec<_>>()
    };
    let midnight = |month, of_month| UnixTime::new(noon(2026, month, of_month).seconds() - 43_200).unwrap();
    let before = |time: UnixTime| UnixTime::new(time.seconds() - 1).unwrap();
    let may = [(Reason::HealthMayStillCount, Gravity::Refer, Some("decree-188-2025-art-50"))];
    let over = [(Reason::HealthNotInForce, Gravity::Refuse, Some("decree-188-2025-art-10"))];
    let clinic = |time| at(time, Purpose::CLINIC_ADMISSION);
    assert_eq!(clinic(before(midnight(11, 1))), [], "in force to the end of its last day");
    assert_eq!(clinic(midnight(11, 1)), may);
    assert_eq!(clinic(before(midnight(11, 16))), may, "the fifteenth day after it");
    assert_eq!(clinic(midnight(11, 16)), over);
    assert_eq!(at(midnight(11, 1), Purpose::INSURANCE_CLAIM), over, "a matter of clinics");
}
