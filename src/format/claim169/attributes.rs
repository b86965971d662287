//! The attributes of an identity, under the rows of the field table.
//!
//! Lenient about how a number or a date is written, because issuers differ; strict about everything else. Biometrics
//! are passed over before anything of them is copied.

use crate::cbor::{Error, Key, Reader, Type};
use crate::field::{Field, FieldKey, Kind};
use crate::finding::Finding;
use crate::input::Fault;
use crate::reason::Reason;
use crate::value::{Date, Value};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What was read of `169 => { … }`.
#[derive(Debug)]
pub(crate) struct Attributes {
    pub(super) fields: Vec<(FieldKey, Value)>,
    pub(super) never_passed: usize,
    pub(super) left_out: usize,
    pub(super) findings: Vec<Finding>,
}

/// The fields an identity may have here: a buffer that never grows leaves no value behind.
const MOST_FIELDS: usize = 6;

/// An attribute of the specification (§3.1) with a field here.
#[derive(Clone, Copy)]
enum Known {
    Id,
    Name,
    Birth,
    Gender,
    Address,
    Nationality,
}

impl Known {
    /// Its key in an identity, which has all of these fields.
    fn key(self) -> Option<FieldKey> {
        let field = match self {
            Self::Id => Field::PERSONAL_NO,
            Self::Name => Field::FULL_NAME,
            Self::Birth => Field::DATE_OF_BIRTH,
            Self::Gender => Field::GENDER,
            Self::Address => Field::RESIDENCE,
            Self::Nationality => Field::NATIONALITY,
        };
        field.in_kind(Kind::IDENTITY)
    }
}

impl Attributes {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let fields = Vec::with_capacity(MOST_FIELDS);
        let mut read = Self { fields, never_passed: 0, left_out: 0, findings: Vec::new() };
        for _ in 0..reader.map()? {
            let Key::Int(id) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
            let known = match id {
                1 => Known::Id,
                4 => Known::Name,
                8 => Known::Birth,
                9 => Known::Gender,
                10 => Known::Address,
                13 => Known::Nationality,
                // Photograph and its form, best fingers; fingers, irises, face, palms, voice, and what is kept free for
                // more of them.
                16..=18 | 50..=74 => {
                    reader.skip()?;
                    read.never_passed = read.never_passed.saturating_add(1);
                    continue;
                }
                _ => {
                    reader.skip()?;
                    read.left_out = read.left_out.saturating_add(1);
                    continue;
                }
            };
            read.attribute(known, reader)?;
        }
        Ok(read)
    }

    fn attribute(&mut self, known: Known, reader: &mut Reader<'_, '_>) -> Result<(), Error> {
        let written = match reader.peek()? {
            Type::Text => Written::Text(reader.text()?),
            Type::Uint => Written::Number(reader.uint()?),
            _ => {
                reader.skip()?;
                Written::Other
            }
        };
        match (known.key(), value(known, written)) {
            (Some(key), Some(value)) => {
                // The order of the papers of this engine, whatever theirs is.
                let place = self.fields.partition_point(|(of, _)| *of < key);
                self.fields.insert(place, (key, value));
            }
            // A number of somebody else's making is none of ours, and no fault.
            _ if matches!(known, Known::Id) => self.left_out = self.left_out.saturating_add(1),
            (key, _) => {
                let (finding, row) =
                    (Finding::new(Reason::PaperFieldMalformed), key.and_then(|key| key.row(Kind::IDENTITY)));
                self.findings.extend(row.map(|row| finding.about(row)));
                self.left_out = self.left_out.saturating_add(1);
            }
        }
        Ok(())
    }
}

/// An attribute as it is written.
#[derive(Clone, Copy)]
enum Written<'a> {
    Text(&'a str),
    Number(u64),
    Other,
}

fn value(known: Known, written: Written<'_>) -> Option<Value> {
    match (known, written) {
        (Known::Id, Written::Text(text)) if is_personal_no(text) => Some(Value::Text(text.to_string())),
        (Known::Name, Written::Text(text)) => Some(Value::Text(text.to_string())),
        (Known::Birth, Written::Text(text)) => birth(text).map(Value::Date),
        (Known::Birth, Written::Number(number)) => born(number).map(Value::Date),
        (Known::Gender, Written::Text(text)) => gender(text.parse().ok()?),
        (Known::Gender, Written::Number(number)) => gender(number),
        // Its lines are told apart by line ends, which no field here has.
        (Known::Address, Written::Text(text)) => Some(Value::Text(text.replace('\n', ", "))),
        (Known::Nationality, Written::Text(text)) => Some(Value::Text(nationality(text))),
        _ => None,
    }
}

/// The form of a Vietnamese number: twelve digits, leading zeros included, so never a number.
fn is_personal_no(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `YYYYMMDD` as the specification has it, `YYYY-MM-DD` as its examples do, or the year and month alone.
fn birth(text: &str) -> Option<Date> {
    match text.len() {
        8 if text.bytes().all(|byte| byte.is_ascii_digit()) => born(text.parse().ok()?),
        10 => {
            let mut parts = text.split('-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let number = |part: &str, digits: usize| {
                let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
                is_number.then(|| part.parse::<u32>().ok())?
            };
            let year = i32::try_from(number(year, 4)?).ok()?;
            Date::civil(year, Some(number(month, 2)?), Some(number(day, 2)?))
        }
        _ => Date::partial(text),
    }
}

/// `YYYYMMDD` as one number.
fn born(number: u64) -> Option<Date> {
    let (year, rest) = (number.checked_div(10_000)?, number.checked_rem(10_000)?);
    let (month, day) = (rest.checked_div(100)?, rest.checked_rem(100)?);
    Date::civil(i32::try_from(year).ok()?, Some(u32::try_from(month).ok()?), Some(u32::try_from(day).ok()?))
}

fn gender(number: u64) -> Option<Value> {
    let words = match number {
        1 => "Nam",
        2 => "Nữ",
        3 => "Khác",
        _ => return None,
    };
    Some(Value::Text(words.to_string()))
}

/// Viet Nam in three letters, as papers here write it; any other as it is written.
fn nationality(text: &str) -> String {
    if text == "VN" { "VNM" } else { text }.to_string()
}
