#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{is_previous, is_twelve_digits, worth_a_look};
use crate::document::person::Person;
use crate::document::sample::{day, identity, text};
use crate::field::Field;
use crate::value::Value;

fn look(number: &str, born: Value, gender: Option<&str>) -> Option<Field> {
    let paper = identity().with(Field::DATE_OF_BIRTH, born);
    worth_a_look(number, Person::of(&paper).unwrap(), gender)
}

#[test]
fn what_agrees_strikes_nobody() {
    for (number, born, gender) in [
        ("001191034826", day(1991, 4, 12), "Nữ"),
        ("079084012597", day(1984, 11, 3), "Nam"),
        ("048207006134", day(2007, 2, 28), "Nam"),
        ("001322015908", day(2022, 9, 19), "Nữ"),
        ("066178002419", text("1978"), "Nữ"),
        ("101191034826", day(1991, 4, 12), "Nữ"),
    ] {
        assert_eq!(look(number, born, Some(gender)), None, "{number}");
    }
}

#[test]
fn gender_year_century_and_place_are_worth_a_look() {
    let born = || day(1991, 4, 12);
    assert_eq!(look("001191034826", born(), Some("Nam")), Some(Field::GENDER));
    assert_eq!(look("001091034826", born(), Some("Nữ")), Some(Field::GENDER));
    assert_eq!(look("001190034826", born(), Some("Nữ")), Some(Field::DATE_OF_BIRTH));
    assert_eq!(look("001391034826", born(), Some("Nữ")), Some(Field::DATE_OF_BIRTH), "another century");
    assert_eq!(look("003191034826", born(), Some("Nữ")), Some(Field::PERSONAL_NO), "no province has 003");
    assert_eq!(look("296191034826", born(), Some("Nữ")), Some(Field::PERSONAL_NO));
    assert_eq!(look("066179002419", text("1978"), Some("Nữ")), Some(Field::DATE_OF_BIRTH));
}

#[test]
fn what_is_not_known_is_not_compared() {
    assert_eq!(look("001191034826", day(1991, 4, 12), None), None);
    assert_eq!(look("001191034826", day(1991, 4, 12), Some("X")), None, "another word than Nam and Nữ");
    assert_eq!(look("A01191034826", day(1991, 4, 12), Some("Nam")), None, "its form is another rule's matter");
    let nothing = identity().without(Field::DATE_OF_BIRTH);
    assert_eq!(worth_a_look("001191034826", Person::of(&nothing).unwrap(), None), None);
}

#[test]
fn numbers_of_people_born_since_the_structure_ended_are_left_alone() {
    assert_eq!(look("999999999999", day(2024, 7, 1), Some("Nam")), None);
    assert_eq!(look("999999999999", text("2024"), Some("Nam")), None, "may be born in July");
    assert_eq!(look("999999999999", day(2024, 6, 30), Some("Nam")), Some(Field::PERSONAL_NO));
}

#[test]
fn forms() {
    assert!(is_twelve_digits("001191034826") && is_previous("001191034826") && is_previous("012345678"));
    for number in ["00119103482", "0011910348266", "00119103482A", "001 191 034 826", "", "٠٠١١٩١٠٣٤٨٢٦"] {
        assert!(!is_twelve_digits(number) && !is_previous(number), "{number}");
    }
    assert!(!is_twelve_digits("012345678"));
}
