//! A scanner that types like a keyboard goes through whatever stands between: a Vietnamese input method, Caps Lock.
//!
//! What comes out of that is told from an honest code by letters where the code has none. It is a hint for the desk ("switch it off and scan
//! again"), not a repair: a letter that Telex swallowed cannot be had back.

use super::MAX_PLAIN;
use super::parts::is_letter;
use crate::input::MAX_TEXT;

/// What altered a code on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Typed {
    /// Caps Lock: every letter in the other case.
    CapsLock,
    /// A Vietnamese input method: letters put together, and some swallowed.
    InputMethod,
}

/// With what the codes of this profile begin, in capitals.
const PREFIXES: [&str; 4] = ["DC1:", "DC1S:", "DC1F:", "DCQ1:"];
/// A zlib stream (0x78 and the usual flags) in base45: a compressed identity code has no prefix.
const ZLIB: [&str; 4] = ["6BF", "NCF", "V7F", "Y9F"];

/// Whether a text looks like one of the codes read here, altered by a keyboard on its way; `None`: it does not, whatever else it is.
///
/// Asked for codes of the profile (`DC1:` and its kin), compressed identity codes and plain codes; of any other text it says nothing.
///
/// ```
/// use doichieu::plain::{Typed, looks_typed_through_ime};
///
/// assert_eq!(looks_typed_through_ime("DC1:RRQGBB5Y4 60SX1"), None);
/// assert_eq!(looks_typed_through_ime("dc1:rrqgbb5y4 60sx1"), Some(Typed::CapsLock));
/// assert_eq!(looks_typed_through_ime("DC1:RRQGBB5Y4 60ÃXĐ1"), Some(Typed::InputMethod));
/// ```
#[must_use]
pub fn looks_typed_through_ime(text: &str) -> Option<Typed> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if begins_like_ours(text) {
        return altered(text.chars().take(MAX_TEXT));
    }
    if text.len() > MAX_PLAIN {
        return None;
    }
    if begins(text, "IDVNM") {
        return altered(text.chars());
    }
    let mut parts = text.split('|').map(str::trim);
    match parts.clone().count() {
        ..7 => None,
        _ if text.ends_with('$') => altered_card(parts),
        _ => parts.next().filter(|number| mostly_digits(number)).and_then(|_| altered_chip(text)),
    }
}

/// Whether a text begins with these capitals, in whatever case.
fn begins(text: &str, capitals: &str) -> bool {
    let mut text = text.chars();
    capitals.chars().all(|capital| text.next().is_some_and(|c| plain(c) == capital))
}

/// A prefix of the profile, or the first letters of a compressed identity code.
fn begins_like_ours(text: &str) -> bool {
    PREFIXES.iter().chain(&ZLIB).any(|prefix| begins(text, prefix))
}

/// The capital that a key makes; Đ as D.
const fn plain(c: char) -> char {
    match c {
        'đ' | 'Đ' => 'D',
        c => c.to_ascii_uppercase(),
    }
}

/// Of a text that has only capitals of ASCII: what altered it, if it has others.
fn altered(text: impl Iterator<Item = char>) -> Option<Typed> {
    let (mut small, mut large, mut foreign) = (false, false, false);
    for c in text {
        small |= c.is_ascii_lowercase();
        large |= c.is_ascii_uppercase();
        foreign |= !c.is_ascii();
    }
    match (foreign, small, large) {
        (true, ..) | (false, true, true) => Some(Typed::InputMethod),
        (false, true, false) => Some(Typed::CapsLock),
        (false, false, _) => None,
    }
}

/// A health card: its number in capitals, its names and addresses in hexadecimal.
fn altered_card<'a>(parts: impl Iterator<Item = &'a str>) -> Option<Typed> {
    let mut found = None;
    for (part, written) in parts.enumerate() {
        let of_part = match part {
            0 => altered(written.chars()),
            1 | 4 | 10 => (!written.is_ascii()).then_some(Typed::InputMethod),
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

/// A chip card: letters among its digits, or a name whose capitals are small and the others large.
fn altered_chip(text: &str) -> Option<Typed> {
    let mut parts = text.split('|').map(str::trim);
    let in_digits = |part: Option<&str>| part.is_some_and(|part| part.chars().any(is_letter));
    let (number, earlier, name, birth) = (parts.next(), parts.next(), parts.next(), parts.next());
    if [number, earlier, birth].into_iter().any(in_digits) {
        return Some(Typed::InputMethod);
    }
    let mut first = name.unwrap_or_default().chars();
    // ASCII is enough to tell: the tables of all letters there are would weigh more than this whole file.
    let swapped =
        first.next().is_some_and(|c| c.is_ascii_lowercase()) && first.next().is_some_and(|c| c.is_ascii_uppercase());
    swapped.then_some(Typed::CapsLock)
}
