//! The parts of a plain code: what is trimmed, and how numbers, dates, genders and hexadecimal texts are written.

use super::{Fault, MAX_PLAIN};
use crate::scan::bare;
use crate::text::compare;
use crate::value::{Date, Value};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use zeroize::Zeroize;

/// Longest text of a field, in characters: the field table's own bound (`Shape::Text`).
const MOST_CHARACTERS: usize = 200;

/// A text without what stands around it. `None` if it is too long.
pub(super) fn trimmed(text: &str) -> Option<&str> {
    (text.len() <= MAX_PLAIN).then(|| bare(text))
}

/// Whether it is exactly this many digits.
pub(super) fn is_number(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text of a field: something, and not too much of it.
pub(super) fn text(part: &str) -> Result<Value, Fault> {
    match part.chars().nth(MOST_CHARACTERS) {
        _ if part.is_empty() => Err(Fault::Text),
        Some(_) => Err(Fault::TooLong),
        None => Ok(Value::Text(part.to_string())),
    }
}

/// A name: a text with a letter in it and no digit.
pub(super) fn name(part: &str) -> Result<Value, Fault> {
    if part.chars().any(is_letter) && !part.bytes().any(|byte| byte.is_ascii_digit()) {
        text(part)
    } else {
        Err(Fault::Text)
    }
}

/// A letter of ASCII, or any character beyond it: the tables of all letters there are would weigh more than this whole
/// file.
pub(super) const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii()
}

/// "Nam" or "Nữ", however composed and in whatever case; only letter for letter otherwise.
pub(super) fn gender(part: &str) -> Result<Value, Fault> {
    let found = ["Nam", "Nữ"].into_iter().find(|gender| compare(gender, part).may_be_one());
    found.map(|gender| Value::Text(gender.to_string())).ok_or(Fault::Gender)
}

/// `ddMMyyyy`, `MMyyyy`, `yyyy`, or the same with strokes and single digits; a day or month of 0 is one that is not
/// known.
pub(super) fn date(part: &str) -> Result<Value, Fault> {
    read_date(part).map(Value::Date).ok_or(Fault::Date)
}

fn read_date(part: &str) -> Option<Date> {
    let (mut pieces, mut count) = ([""; 3], 0_usize);
    // Bytes, for a search of a character is one of a string.
    if part.bytes().any(|byte| byte == b'/') {
        for piece in part.split('/') {
            *pieces.get_mut(count)? = piece.trim();
            count = count.saturating_add(1);
        }
    } else {
        let (before, year) = part.split_at_checked(part.len().checked_sub(4)?)?;
        let (day, month) = before.split_at_checked(before.len().saturating_sub(2))?;
        for piece in [day, month, year].into_iter().filter(|piece| !piece.is_empty()) {
            *pieces.get_mut(count)? = piece;
            count = count.saturating_add(1);
        }
    }
    match (pieces, count) {
        ([day, month, year], 3) => Date::civil(full_year(year)?, known(month)?, known(day)?),
        ([month, year, _], 2) => Date::civil(full_year(year)?, known(month)?, None),
        ([year, ..], 1) => Date::civil(full_year(year)?, None, None),
        _ => None,
    }
}

fn full_year(text: &str) -> Option<i32> {
    if is_number(text, 4) { text.parse().ok() } else { None }
}

/// One or two digits; `Some(None)` for 0.
fn known(text: &str) -> Option<Option<u32>> {
    let number = (is_number(text, 1) || is_number(text, 2)).then(|| text.parse::<u32>().ok())??;
    Some((number != 0).then_some(number))
}

/// The text that hexadecimal digits spell as UTF-8.
pub(super) fn hex_text(part: &str) -> Result<String, Fault> {
    let (pairs, rest) = part.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Fault::Hex);
    }
    let mut bytes = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let Some(byte) = byte_of(pair) else {
            bytes.zeroize();
            return Err(Fault::Hex);
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_err(|error| {
        error.into_bytes().zeroize();
        Fault::Hex
    })
}

fn byte_of(pair: &[u8; 2]) -> Option<u8> {
    let [high, low] = pair.map(|digit| char::from(digit).to_digit(16));
    u8::try_from(high?.checked_mul(16)?.checked_add(low?)?).ok()
}
