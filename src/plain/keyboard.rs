//! Plain codes as scanners and keyboards alter them: what a card bears and what arrived are told apart, part by part.

use super::MAX_PLAIN;
use super::parts::is_letter;
use crate::input::Altered;
use crate::scan::altered::{begins, digits_typed, has_vietnamese, of_capitals, of_letters, of_profile, of_words};
use crate::scan::bare;

/// What altered a text that looks like one of the codes read here; `None`: it does not look altered, whatever else it
/// is.
///
/// Asked for codes of the profile (`DC1:` and its kin), compressed identity codes and plain codes; of any other text it
/// says nothing.
///
/// ```
/// use doichieu::plain::{Altered, what_altered};
///
/// assert_eq!(what_altered("DC1:RRQGBB5Y4 60SX1"), None);
/// assert_eq!(what_altered("dc1:rrqgbb5y4 60sx1"), Some(Altered::CapsLock));
/// assert_eq!(what_altered("DC1:RRQGBB5Y4 60ÃXĐ1"), Some(Altered::InputMethod));
/// assert_eq!(what_altered("001191034826||Nguy?n Th? H??ng|12041991|N?|H? N?i|01072021"), Some(Altered::CodePage));
/// ```
#[must_use]
pub fn what_altered(text: &str) -> Option<Altered> {
    let text = bare(text);
    if let Some(altered) = of_profile(text) {
        return Some(altered);
    }
    if text.len() > MAX_PLAIN {
        return None;
    }
    if begins(text, "IDVNM") {
        return of_capitals(text.chars());
    }
    of_parts(text, '|').or_else(|| of_other_bars(text))
}

/// A card by its parts.
fn of_parts(text: &str, bar: char) -> Option<Altered> {
    let mut parts = text.split(bar).map(str::trim);
    let number = parts.clone().next().unwrap_or_default();
    if parts.clone().count() < 7 {
        return None;
    }
    // A number that a layout made letters of: nine digits of an earlier one, ten of a health card, twelve of a person.
    if digits_typed(number).is_some_and(|digits| (9..=15).contains(&digits)) {
        return Some(Altered::Layout);
    }
    if text.ends_with('$') {
        return altered_card(parts);
    }
    parts.next().filter(|number| mostly_digits(number)).and_then(|_| altered_chip(text, bar))
}

/// The bar itself is another sign where the layout is French or German.
fn of_other_bars(text: &str) -> Option<Altered> {
    let by = |bar: char| {
        let number = text.split(bar).next().unwrap_or_default();
        let digits = mostly_digits(number) || digits_typed(number).is_some();
        digits && text.split(bar).count() >= 7
    };
    ['µ', '£', '\''].into_iter().any(by).then_some(Altered::Layout)
}

/// A health card: its number in capitals, its names and addresses in hexadecimal.
fn altered_card<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Altered> {
    let mut found = None;
    for (part, written) in parts.enumerate() {
        let of_part = match part {
            0 => of_capitals(written.chars()),
            1 | 4 | 10 => (!written.is_ascii()).then_some(Altered::InputMethod),
            _ => None,
        };
        found = found.or(of_part);
    }
    found
}

/// Enough of a number of an identity card to take the text for its code.
fn mostly_digits(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (10..=12).contains(&digits) && number.chars().count() <= 12
}

/// A chip card: letters among its digits, words that no card prints, or a name whose capitals are small and the others
/// large. Letters in the place of the earlier number are that part's own matter.
fn altered_chip(text: &str, bar: char) -> Option<Altered> {
    let parts = || text.split(bar).map(str::trim);
    let in_digits = |part: &str| part.chars().any(is_letter);
    if [0, 3].into_iter().filter_map(|place| parts().nth(place)).any(in_digits) {
        return Some(Altered::InputMethod);
    }
    let mut first = parts().nth(2).unwrap_or_default().chars();
    // ASCII is enough to tell: the tables of all letters there are would weigh more than this whole file.
    let swapped =
        first.next().is_some_and(|c| c.is_ascii_lowercase()) && first.next().is_some_and(|c| c.is_ascii_uppercase());
    if swapped {
        return Some(Altered::CapsLock);
    }
    let gender = parts().nth(4).unwrap_or_default();
    let lost = matches!(gender, "N" | "n").then_some(Altered::LettersLost);
    let words = || [2, 4, 5].into_iter().filter_map(|place| parts().nth(place));
    let by_letters = || if has_vietnamese(text) { None } else { words().find_map(of_letters) };
    by_letters().or_else(|| words().find_map(of_words)).or(lost)
}
