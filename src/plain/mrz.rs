//! The machine-readable zone of an identity card: three lines of thirty (ICAO 9303 part 5, TD1), as Viet Nam fills
//! them.
//!
//! Line 1 holds the number twice: its last nine digits as the document's number, and all twelve as optional data. Each
//! copy has a check digit, and they are held against each other. A check digit finds a misread letter; it proves
//! nothing, for anybody can compute one.

use super::reading::{Remark, UnsignedReading};
use super::{Fault, PlainKind, Unread};
use crate::field::{Field, Kind};
use crate::value::{Date, Value};
use alloc::string::{String, ToString};
use core::ops::Range;
use zeroize::Zeroizing;

/// Characters of a line.
const LINE: usize = 30;
/// What an empty place holds.
const FILLER: u8 = b'<';

/// Places, counted from 0 through all three lines.
mod place {
    use core::ops::Range;

    pub(super) const NUMBER: Range<usize> = 5..14;
    pub(super) const OPTIONAL: Range<usize> = 15..29;
    pub(super) const PERSONAL: Range<usize> = 15..27;
    pub(super) const BIRTH: Range<usize> = 30..36;
    pub(super) const SEX: Range<usize> = 37..38;
    pub(super) const EXPIRY: Range<usize> = 38..44;
    pub(super) const NATIONALITY: Range<usize> = 45..48;
    pub(super) const NAME: Range<usize> = 60..90;
    /// Line 1 without the fillers before its last digit, and line 2 likewise.
    pub(super) const LEAST_FIRST: usize = 28;
    pub(super) const LEAST_SECOND: usize = 19;
    /// What the last digit of line 2 is computed over.
    pub(super) const COMPOSITE: [Range<usize>; 4] = [5..30, 30..37, 38..45, 48..59];
}

/// Lines of the alphabet that begin like an identity card's, whole or with fillers lost.
pub(super) fn has_outline(text: &str) -> bool {
    text.starts_with("IDVNM") && Lines::of(text).is_some()
}

/// The lines as they came: apart by any white space, or run together.
struct Lines<'a>([&'a str; 3]);

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == FILLER;
        let mut lines = text.split_whitespace();
        let (first, second, third) = (lines.next()?, lines.next(), lines.next());
        let of = match (second, third, lines.next()) {
            (Some(second), Some(third), None) => [first, second, third],
            (None, None, None) => {
                let (first, rest) = first.split_at_checked(LINE)?;
                let (second, third) = rest.split_at_checked(LINE)?;
                [first, second, third]
            }
            _ => return None,
        };
        of.iter().all(|line| !line.is_empty() && line.len() <= LINE && line.bytes().all(known)).then_some(Self(of))
    }
}

/// The ninety characters.
struct Zone {
    characters: Zeroizing<String>,
    /// Fillers behind the name were put back: whether it was cut, they no longer say.
    refilled_name: bool,
}

impl Zone {
    /// Fillers that were lost on the way stand in one place of each line: before the last digit of lines 1 and 2,
    /// behind the name in line 3. They are put back there, and what the check digits then say counts. A line that lost
    /// more is too short.
    fn of(text: &str) -> Result<Self, Unread> {
        let Lines([first, second, third]) = Lines::of(text).ok_or(Unread { part: 0, fault: Fault::NotPlain })?;
        let mut characters = Zeroizing::new(String::with_capacity(LINE.saturating_mul(3)));
        for (part, (line, least)) in
            [(first, place::LEAST_FIRST), (second, place::LEAST_SECOND)].into_iter().enumerate()
        {
            let (before, last) = line.split_at_checked(line.len().saturating_sub(1)).unwrap_or_default();
            if line.len() < least {
                return Err(Unread { part, fault: Fault::LineShort });
            }
            characters.push_str(before);
            refill(&mut characters, LINE.saturating_sub(line.len()));
            characters.push_str(last);
        }
        characters.push_str(third);
        refill(&mut characters, LINE.saturating_sub(third.len()));
        Ok(Self { characters, refilled_name: third.len() < LINE })
    }

    fn text(&self, place: Range<usize>) -> &str {
        self.characters.get(place).unwrap_or_default()
    }

    /// Whether the digit behind these places is theirs (ICAO 9303 part 3 §4.9: weights 7, 3, 1).
    fn checks(&self, places: &[Range<usize>], at: usize) -> bool {
        let characters = places.iter().flat_map(|place| self.text(place.clone()).bytes());
        let sum = characters
            .zip([7_u32, 3, 1].into_iter().cycle())
            .fold(0_u32, |sum, (character, weight)| sum.wrapping_add(worth(character).wrapping_mul(weight)));
        let digit = self.text(at..at.saturating_add(1));
        digit.parse::<u32>().is_ok_and(|digit| digit == sum % 10)
    }

    fn check(&self, places: &[Range<usize>], at: usize) -> Result<(), Unread> {
        if self.checks(places, at) {
            return Ok(());
        }
        Err(Unread { part: at.checked_div(LINE).unwrap_or_default(), fault: Fault::CheckDigit })
    }

    /// `yymmdd` in a century; a month or day of fillers is one that is not known.
    fn date(&self, place: Range<usize>, century: i32) -> Option<Date> {
        let (year, rest) = self.text(place).split_at_checked(2)?;
        let (month, day) = rest.split_at_checked(2)?;
        let known = |text: &str| if text == "<<" { Some(None) } else { text.parse::<u32>().ok().map(Some) };
        Date::civil(century.checked_add(year.parse().ok()?)?, known(month)?, known(day)?)
    }

    /// The century of birth that the number's fourth digit tells, where the number was made by the structure of before
    /// July 2024 (Decree 137/2015 art. 13): only if its year agrees with the year of birth beside it.
    fn century_of_birth(&self) -> Option<i32> {
        let century = self.text(18..19).parse::<i32>().ok()?.checked_div(2)?.checked_mul(100)?.checked_add(1900)?;
        (self.text(19..21) == self.text(30..32)).then_some(century)
    }
}

fn refill(characters: &mut String, fillers: usize) {
    (0..fillers).for_each(|_| characters.push(char::from(FILLER)));
}

/// Digits their value, letters from 10, a filler nothing.
const fn worth(character: u8) -> u32 {
    // Widening only; `u32::from` is not yet constant.
    match character {
        b'0'..=b'9' => digit(character, b'0'),
        b'A'..=b'Z' => digit(character, b'A').saturating_add(10),
        _ => 0,
    }
}

#[expect(clippy::as_conversions, reason = "from a byte to a wider number: `u32::from` is not constant")]
const fn digit(character: u8, from: u8) -> u32 {
    character.saturating_sub(from) as u32
}

pub(super) fn read(text: &str) -> Result<UnsignedReading, Unread> {
    let zone = Zone::of(text)?;
    zone.check(&[place::NUMBER], 14)?;
    zone.check(&[place::OPTIONAL], 29)?;
    zone.check(&[place::BIRTH], 36)?;
    zone.check(&[place::EXPIRY], 44)?;
    zone.check(&place::COMPOSITE, 59)?;
    let mut reading = UnsignedReading::new(PlainKind::Mrz);
    read_number(&zone, &mut reading).map_err(|fault| Unread { part: 0, fault })?;
    read_dates(&zone, &mut reading).map_err(|fault| Unread { part: 1, fault })?;
    read_name(&zone, &mut reading).map_err(|fault| Unread { part: 2, fault })?;
    Ok(reading)
}

fn read_number(zone: &Zone, reading: &mut UnsignedReading) -> Result<(), Fault> {
    let number = zone.text(place::PERSONAL);
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Number);
    }
    if !number.ends_with(zone.text(place::NUMBER)) || zone.text(27..29) != "<<" {
        return Err(Fault::NumbersDiffer);
    }
    reading.put(Kind::IDENTITY, Field::PERSONAL_NO, Value::Text(number.to_string()));
    Ok(())
}

/// No end, as such cards are reported to say it.
const NO_END: &str = "991231";

fn read_dates(zone: &Zone, reading: &mut UnsignedReading) -> Result<(), Fault> {
    match zone.century_of_birth() {
        Some(century) => {
            let born = zone.date(place::BIRTH, century).ok_or(Fault::Date)?;
            reading.put(Kind::IDENTITY, Field::DATE_OF_BIRTH, Value::Date(born));
        }
        None => reading.remark(Remark::CenturyUnknown),
    }
    let gender = match zone.text(place::SEX) {
        "M" => Some("Nam"),
        "F" => Some("Nữ"),
        "<" => None,
        _ => return Err(Fault::Gender),
    };
    if let Some(gender) = gender {
        reading.put(Kind::IDENTITY, Field::GENDER, Value::Text(gender.to_string()));
    }
    let until = if zone.text(place::EXPIRY) == NO_END {
        reading.remark(Remark::NoEndAssumed);
        Value::Bool(false)
    } else {
        Value::Date(zone.date(place::EXPIRY, 2000).ok_or(Fault::Date)?)
    };
    reading.put(Kind::IDENTITY, Field::VALID_UNTIL, until);
    let nationality = zone.text(place::NATIONALITY);
    if nationality.bytes().all(|byte| byte.is_ascii_uppercase()) {
        reading.put(Kind::IDENTITY, Field::NATIONALITY, Value::Text(nationality.to_string()));
        return Ok(());
    }
    Err(Fault::Text)
}

/// Surname and given names, without marks, in the order that Vietnamese names are written.
fn read_name(zone: &Zone, reading: &mut UnsignedReading) -> Result<(), Fault> {
    let written = zone.text(place::NAME);
    let mut name = String::with_capacity(LINE);
    for word in written.split('<').filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    let value = super::parts::name(&Zeroizing::new(name))?;
    // A line that ends in one filler may have been cut between two words.
    if zone.refilled_name || !written.ends_with("<<") {
        reading.remark(Remark::NameCut);
    }
    reading.put(Kind::IDENTITY, Field::FULL_NAME, value);
    Ok(())
}
