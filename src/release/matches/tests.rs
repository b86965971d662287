#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Compared, DateMatch, Declared, MOST_COMPARISONS, NumberMatch, Release};
use crate::document::Paper;
use crate::document::sample::{day, health_card, identity, noon, paper, text};
use crate::field::{Field, Kind};
use crate::text::Match;
use crate::time::{Day, UnixTime};
use crate::value::Date;
use std::format;
use std::vec::Vec;

const NUMBER: &str = "079191001234";

fn at() -> UnixTime {
    noon(2026, 11, 21)
}

/// A release of ten minutes that releases these fields.
fn of(paper: Paper, released: &[Field]) -> Release {
    let keys = released.iter().filter_map(|field| field.in_kind(paper.kind)).collect();
    Release::of(paper, keys, at(), 600, 0)
}

fn person() -> Release {
    let paper = identity().with(Field::PERSONAL_NO, text(NUMBER));
    of(paper, &[Field::FULL_NAME, Field::DATE_OF_BIRTH, Field::PERSONAL_NO])
}

fn born(year: i32, month: u32, of: u32) -> Date {
    Date::day(Day::from_civil(year, month, of).unwrap())
}

#[test]
fn names_are_answered_by_level() {
    for (declared, level) in [
        ("nguyễn thị hòa", Match::Exact),
        ("Nguyễn Thị Hoà", Match::TonePlacement),
        ("Nguyen Thi Hoa", Match::NoDiacritics),
        ("Hòa Nguyễn Thị", Match::Reordered),
        ("Nguyễn Thị Hạnh", Match::Different),
        ("", Match::Different),
    ] {
        let matches = person().matches(&Declared::new().full_name(declared), at()).unwrap();
        assert_eq!(matches.full_name, Compared::Answer(level), "{declared}");
        assert_eq!(matches.personal_no, Compared::NotDeclared);
    }
}

#[test]
fn numbers_are_the_same_or_not() {
    for (declared, answer) in [
        (NUMBER, NumberMatch::Same),
        ("079 191 001 234", NumberMatch::Same),
        ("079191001235", NumberMatch::Different),
        ("07919100123", NumberMatch::Different),
        ("0791910012344", NumberMatch::Different),
        ("", NumberMatch::Different),
        ("-", NumberMatch::Different),
    ] {
        let matches = person().matches(&Declared::new().personal_no(declared), at()).unwrap();
        assert_eq!(matches.personal_no, Compared::Answer(answer), "{declared}");
    }
}

#[test]
fn dates_are_compared_as_intervals() {
    let year = || of(identity().with(Field::DATE_OF_BIRTH, text("1991")), &[Field::DATE_OF_BIRTH]);
    let answer = |mut from: Release, declared| from.matches(&Declared::new().date_of_birth(declared), at()).unwrap();
    for (release, declared, expected) in [
        (person(), born(1991, 4, 2), DateMatch::Same),
        (person(), born(1991, 4, 3), DateMatch::Different),
        (person(), Date::partial("1991").unwrap(), DateMatch::Compatible),
        (person(), Date::partial("1991-05").unwrap(), DateMatch::Different),
        (year(), born(1991, 4, 2), DateMatch::Compatible),
        (year(), Date::partial("1991").unwrap(), DateMatch::Compatible),
        (year(), born(1990, 12, 31), DateMatch::Different),
    ] {
        assert_eq!(answer(release, declared).date_of_birth, Compared::Answer(expected), "{expected:?}");
    }
}

/// What the rules may use and the citizen did not release is not an oracle either.
#[test]
fn only_what_is_released_is_compared() {
    let mut hidden = of(identity().with(Field::PERSONAL_NO, text(NUMBER)), &[Field::VALID_UNTIL]);
    let declared = Declared::new().full_name("Nguyễn Thị Hòa").date_of_birth(born(1991, 4, 2)).personal_no(NUMBER);
    let matches = hidden.matches(&declared, at()).unwrap();
    assert_eq!(matches.full_name, Compared::NotShown);
    assert_eq!(matches.date_of_birth, Compared::NotShown);
    assert_eq!(matches.personal_no, Compared::NotShown);
    assert_eq!(matches.document_no, Compared::NotDeclared);
}

#[test]
fn a_papers_own_number_is_its_kinds() {
    let passport = || paper(Kind::FOREIGNER_IDENTITY, at()).with(Field::PASSPORT_NO, text("AB 123456"));
    let declared = Declared::new().document_no("ab123456");
    let answer = |mut release: Release| release.matches(&declared, at()).unwrap().document_no;
    assert_eq!(answer(of(passport(), &[Field::PASSPORT_NO])), Compared::Answer(NumberMatch::Same));
    assert_eq!(
        answer(of(passport().with(Field::PASSPORT_NO, text("CD123456")), &[Field::PASSPORT_NO])),
        Compared::Answer(NumberMatch::Different)
    );
    let card = health_card().with(Field::CARD_NO, text("DN4010123456789"));
    assert_eq!(answer(of(card, &[Field::CARD_NO])), Compared::Answer(NumberMatch::Different));
    assert_eq!(answer(person()), Compared::NotShown, "an identity has its person's number only");
}

#[test]
fn it_ends_with_the_release_and_after_a_few_comparisons() {
    let declared = Declared::new().personal_no(NUMBER);
    let mut release = person();
    for _ in 0..MOST_COMPARISONS {
        assert_eq!(release.matches(&declared, at()).unwrap().personal_no, Compared::Answer(NumberMatch::Same));
    }
    assert_eq!(release.matches(&declared, at()).unwrap().personal_no, Compared::TooOften);
    assert!(release.at(at()).is_ok(), "the values stay as granted");
    let end = release.until();
    assert!(release.matches(&declared, end).is_err());
    assert!(person().matches(&declared, end).is_err());
}

#[test]
fn what_was_declared_is_printed_nowhere() {
    let declared = Declared::new().full_name("Nguyễn Thị Hòa").personal_no(NUMBER).date_of_birth(born(1991, 4, 2));
    assert_eq!(format!("{declared:?}"), "Declared { .. }");
    let mut other = of(identity().with(Field::DATE_OF_BIRTH, day(1991, 4, 2)), &[Field::DATE_OF_BIRTH]);
    let printed = format!("{:?}", other.matches(&declared, at()).unwrap());
    assert!(!printed.contains("1991") && !printed.contains(NUMBER), "{printed}");
    let codes: Vec<_> = [DateMatch::Same, DateMatch::Compatible, DateMatch::Different].map(DateMatch::code).into();
    assert_eq!(codes, ["same", "compatible", "different"]);
    assert_eq!([NumberMatch::Same, NumberMatch::Different].map(NumberMatch::code), ["same", "different"]);
}
