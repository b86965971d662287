use crate::document::Paper;
use crate::document::sample::{NONE, day, identity, noon, text, texts};
use crate::field::{Field, Purpose};
use crate::reason::{Gravity, Reason};
use crate::rules::tests::apply;
use crate::scene::{Scene, Seen};
use crate::value::Value;
use std::vec::Vec;

/// Everything found on 21 November 2026; nothing but notes, or the gravity stands beside it.
fn notes(paper: &Paper) -> Vec<(Reason, &'static str)> {
    let seen = Seen::default();
    let scene = Scene {
        at: noon(2026, 11, 21),
        reversible_tolerance: 0,
        purpose: Purpose::BANK_ONBOARDING,
        seen: &seen,
        law_unchecked: false,
    };
    let (found, _) = apply(paper, &[], &scene, None);
    assert!(found.iter().all(|finding| finding.gravity() == Gravity::Note && finding.rule().is_some()), "{found:?}");
    found.iter().filter_map(|finding| Some((finding.reason(), finding.field_name()?))).collect()
}

#[test]
fn an_ordinary_identity_gives_no_cause() {
    let paper = identity().with(Field::PERSONAL_NO, text("001191034826")).with(Field::GENDER, text("Nữ"));
    assert_eq!(notes(&paper), []);
    assert_eq!(notes(&identity().without(Field::FULL_NAME).without(Field::DATE_OF_BIRTH)), []);
}

#[test]
pub(in crate::rules) fn numbers_that_strike_are_notes() {
    let numbered = |number| identity().with(Field::PERSONAL_NO, text(number));
    assert_eq!(notes(&numbered("00119103482")), [(Reason::IdentityNumberForm, "personal_no")]);
    assert_eq!(notes(&numbered("003191034826")), [(Reason::IdentityNumberWorthALook, "personal_no")]);
    assert_eq!(notes(&numbered("001192034826")), [(Reason::IdentityNumberWorthALook, "date_of_birth")]);
    let other = numbered("001191034826").with(Field::GENDER, text("Nam"));
    assert_eq!(notes(&other), [(Reason::IdentityNumberWorthALook, "gender")]);
}

#[test]
pub(in crate::rules) fn previous_numbers_have_nine_or_twelve_digits_and_are_not_the_present_one() {
    let with = |previous: &[&str]| {
        identity().with(Field::PERSONAL_NO, text("001191034826")).with(Field::PREVIOUS_NUMBERS, texts(previous))
    };
    let unusual = [(Reason::IdentityPreviousNumberUnusual, "previous_numbers")];
    assert_eq!(notes(&with(&["012345678", "001191000001"])), []);
    assert_eq!(notes(&with(&[])), []);
    assert_eq!(notes(&with(&["012345678", "12345"])), unusual);
    assert_eq!(notes(&with(&["001191034826"])), unusual);
    assert_eq!(notes(&identity().with(Field::PREVIOUS_NUMBERS, NONE)), []);
}

#[test]
pub(in crate::rules) fn under_fourteen_is_said_only_where_it_is_established() {
    let born = |born| identity().with(Field::DATE_OF_BIRTH, born);
    let both = (Reason::IdentityChildConsentsToo, "date_of_birth");
    let under = [(Reason::IdentityUnderFourteen, "date_of_birth"), both];
    assert_eq!(notes(&born(day(2012, 11, 22))), under);
    assert_eq!(notes(&born(day(2012, 11, 21))), [], "fourteen today");
    assert_eq!(notes(&born(text("2012"))), [], "may be either");
    assert_eq!(notes(&born(text("2012-12"))), under);
}

/// The day before a birthday and the birthday, on 21 November 2026.
#[test]
pub(in crate::rules) fn under_seven_the_representative_consents_then_the_child_too_to_fourteen() {
    let of = |born| -> Vec<_> {
        let all = notes(&identity().with(Field::DATE_OF_BIRTH, born));
        all.into_iter().map(|(reason, _)| reason).filter(|reason| *reason != Reason::IdentityUnderFourteen).collect()
    };
    assert_eq!(of(day(2026, 11, 20)), [Reason::IdentityUnderSeven]);
    assert_eq!(of(day(2019, 11, 22)), [Reason::IdentityUnderSeven], "seven tomorrow");
    assert_eq!(of(day(2019, 11, 21)), [Reason::IdentityChildConsentsToo], "seven today");
    assert_eq!(of(day(2012, 11, 22)), [Reason::IdentityChildConsentsToo], "fourteen tomorrow");
    assert_eq!(of(day(2012, 11, 21)), [], "fourteen today");
    assert_eq!(of(text("2019")), [], "may be six or seven");
    assert_eq!(of(text("2012")), [], "may be thirteen or fourteen");
    assert_eq!(of(text("2019-12")), [Reason::IdentityUnderSeven]);
    assert_eq!(of(text("2015")), [Reason::IdentityChildConsentsToo]);
}

/// Born, issued, last day: as the ages of change say or not.
#[test]
pub(in crate::rules) fn cards_run_to_the_next_age_of_change() {
    let card = |born: Value, issued: Value, until: Value| {
        identity().with(Field::DATE_OF_BIRTH, born).with(Field::ISSUED_ON, issued).with(Field::VALID_UNTIL, until)
    };
    let born = || day(1991, 4, 12);
    for (what, paper, usual) in [
        ("to 40", card(born(), day(2024, 8, 15), day(2031, 4, 12)), true),
        ("a day less", card(born(), day(2024, 8, 15), day(2031, 4, 11)), true),
        ("two days less", card(born(), day(2024, 8, 15), day(2031, 4, 10)), false),
        ("to 25", card(born(), day(2024, 8, 15), day(2026, 11, 30)), false),
        ("no end", card(born(), day(2024, 8, 15), NONE), false),
        ("before the law", card(born(), day(2024, 6, 30), day(2034, 6, 30)), true),
        ("within two years of 40: to 60", card(day(1986, 9, 1), day(2024, 9, 1), day(2046, 9, 1)), true),
        ("a day before that: to 40", card(day(1986, 9, 1), day(2024, 8, 31), day(2046, 9, 1)), false),
        ("from 58 without end", card(day(1966, 8, 15), day(2024, 8, 15), NONE), true),
        ("from 58 to 60", card(day(1966, 8, 15), day(2024, 8, 15), day(2026, 12, 15)), false),
        ("after 60 with an end", card(day(1960, 6, 30), day(2024, 8, 15), day(2044, 6, 30)), false),
        ("only the year", card(text("1978"), day(2024, 8, 15), day(2038, 7, 1)), true),
        ("only the year, beyond it", card(text("1978"), day(2024, 8, 15), day(2040, 1, 1)), false),
        ("a year that decides nothing", card(text("1966"), day(2024, 8, 15), NONE), true),
        ("29 February", card(day(1988, 2, 29), day(2024, 8, 15), day(2028, 2, 29)), true),
    ] {
        let expected: &[_] = if usual { &[] } else { &[(Reason::IdentityCardDatesUnusual, "valid_until")] };
        assert_eq!(notes(&paper), expected, "{what}");
    }
    let child = card(day(2021, 3, 8), day(2024, 8, 15), day(2035, 3, 8));
    let of_five = [Reason::IdentityUnderFourteen, Reason::IdentityUnderSeven];
    assert_eq!(notes(&child), of_five.map(|reason| (reason, "date_of_birth")));
}
