//! The personal identification number: twelve digits in law, a structure out of habit.
//!
//! Law 26/2023/QH15 art. 12 promises twelve digits, unique to a person, and no more. Numbers given before July 2024 say
//! where and when somebody was born and of which sex (Decree 137/2015/ND-CP art. 13); there is no check digit. A number
//! that says otherwise than the paper has ordinary reasons, so this answers "worth a look" and never anything about the
//! person.

use crate::document::person::Person;
use crate::field::Field;
use crate::law::{self, Civil};

/// Provinces as births were registered before July 2025 (Circular 59/2021/TT-BCA, appendix). The gaps are real.
const PROVINCES: [u16; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45,
    46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92,
    93, 94, 95, 96,
];
/// Country codes of births abroad in the same appendix; which of them are given is not known well enough to ask.
const COUNTRIES: core::ops::RangeInclusive<u16> = 101..=295;

/// Day from which numbers need not follow the structure any more: Circular 59/2021/TT-BCA ended.
pub(super) const STRUCTURE_ENDED: Civil = (2024, 7, 1);

/// Whether a number is of twelve digits and nothing else.
pub(super) fn is_twelve_digits(number: &str) -> bool {
    is_digits(number, 12)
}

/// Whether a number may be an earlier one: nine digits of the old identity card, or twelve.
pub(super) fn is_previous(number: &str) -> bool {
    is_digits(number, 9) || is_digits(number, 12)
}

pub(super) fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The field beside which a number is worth a look; the number itself for a place that was never coded. `None`: nothing
/// strikes.
pub(super) fn worth_a_look(number: &str, person: Person<'_>, gender: Option<&str>) -> Option<Field> {
    let born = person.date_of_birth();
    let ended = law::day(STRUCTURE_ENDED)?;
    if !is_twelve_digits(number) || born.is_some_and(|born| born.latest() >= ended) {
        return None;
    }
    let part = |from: usize, to: usize| number.get(from..to)?.parse::<u16>().ok();
    let (place, code, year) = (part(0, 3)?, part(3, 4)?, part(4, 6)?);
    if !PROVINCES.contains(&place) && !COUNTRIES.contains(&place) {
        return Some(Field::PERSONAL_NO);
    }
    // Even for men, odd for women; one pair for each century from 1900.
    let male = code.is_multiple_of(2);
    let differs = |gender: &str| (gender == "Nam" && !male) || (gender == "Nữ" && male);
    if gender.is_some_and(differs) {
        return Some(Field::GENDER);
    }
    let year = code.checked_div(2)?.checked_mul(100)?.checked_add(1900)?.checked_add(year)?;
    let years = born.map(|born| born.earliest().civil().0..=born.latest().civil().0);
    years.filter(|years| !years.contains(&i32::from(year))).map(|_| Field::DATE_OF_BIRTH)
}

#[cfg(test)]
mod tests;
