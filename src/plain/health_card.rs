//! The QR of a health insurance card on paper: parts between bars, a dollar sign at the end, names and addresses in
//! hexadecimal UTF-8.
//!
//! Parts 0 to 12 as hospital systems read them; nobody publishes what stands behind them, so it is left out.

use super::parts::{date, hex_text, is_number, name, text};
use super::reading::{Remark, UnsignedReading};
use super::{Fault, PlainKind, Unread};
use crate::field::{Field, Kind};
use crate::value::Value;
use alloc::string::ToString;
use zeroize::Zeroizing;

/// Number, name, birth, gender, address, facility, from, to: fewer is no such card.
const LEAST_PARTS: usize = 8;
/// Thirteen parts that are known and three that were seen behind them, with as much room again.
const MOST_PARTS: usize = 32;
/// What stands for "nothing" or "no end".
const NONE: &str = "-";

const CARD: Kind = Kind::HEALTH_INSURANCE_CARD;

/// A number of one of the three forms, seven bars or more, a dollar sign at the end.
pub(super) fn has_outline(text: &str) -> bool {
    let number = text.split('|').next().unwrap_or_default().trim();
    text.ends_with('$') && text.split('|').count() >= LEAST_PARTS && Number::of(number).is_some()
}

/// The three forms of a health insurance number.
enum Number<'a> {
    /// Object code, level, and twelve digits.
    Long { object: &'a str, level: i64 },
    /// The social insurance number, on cards printed since April 2021.
    Short,
    /// The personal identification number.
    Personal,
}

impl<'a> Number<'a> {
    fn of(text: &'a str) -> Option<Self> {
        if is_number(text, 10) {
            return Some(Self::Short);
        }
        if is_number(text, 12) {
            return Some(Self::Personal);
        }
        let (object, rest) = text.split_at_checked(2)?;
        let (level, _) = rest.split_at_checked(1)?;
        let level = level.parse().ok().filter(|level| (1..=5).contains(level))?;
        let is_long = object.bytes().all(|byte| byte.is_ascii_uppercase()) && is_number(rest, 13);
        is_long.then_some(Self::Long { object, level })
    }
}

pub(super) fn read(code: &str) -> Result<UnsignedReading, Unread> {
    let mut reading = UnsignedReading::new(PlainKind::HealthCard);
    let code = code.strip_suffix('$').unwrap_or(code);
    for (part, written) in code.split('|').map(str::trim).enumerate() {
        if part == MOST_PARTS {
            return Err(Unread { part, fault: Fault::Parts });
        }
        read_part(part, written, &mut reading).map_err(|fault| Unread { part, fault })?;
    }
    Ok(reading)
}

fn read_part(part: usize, written: &str, reading: &mut UnsignedReading) -> Result<(), Fault> {
    let nothing = written.is_empty() || written == NONE;
    match part {
        0 => number(written, reading)?,
        1 => reading.put(CARD, Field::FULL_NAME, name(&Zeroizing::new(hex_text(written)?))?),
        // No end is said, not left out: it is what the rules of the paper itself say by `false`.
        7 if written == NONE => reading.put(CARD, Field::VALID_UNTIL, Value::Bool(false)),
        _ if nothing => {}
        2 => reading.put(CARD, Field::DATE_OF_BIRTH, date(written)?),
        3 => reading.put(CARD, Field::GENDER, gender(written)?),
        // The card has no such field in the table; the identity has.
        4 => reading.put(Kind::IDENTITY, Field::RESIDENCE, text(&Zeroizing::new(hex_text(written)?))?),
        5 => reading.put(CARD, Field::FACILITY_CODE, text(written)?),
        6 => reading.put(CARD, Field::VALID_FROM, date(written)?),
        7 => reading.put(CARD, Field::VALID_UNTIL, date(written)?),
        10 => reading.put(CARD, Field::PARENT_NAME, name(&Zeroizing::new(hex_text(written)?))?),
        11 => reading.put(CARD, Field::LIVING_AREA, text(written)?),
        12 => reading.put(CARD, Field::FIVE_YEARS_ON, date(written)?),
        // Issued on, managing code, and what nobody describes.
        _ => reading.remark(Remark::PartsLeftOut),
    }
    Ok(())
}

fn number(written: &str, reading: &mut UnsignedReading) -> Result<(), Fault> {
    let form = Number::of(written).ok_or(Fault::Number)?;
    reading.put(CARD, Field::CARD_NO, text(written)?);
    match form {
        Number::Long { object, level } => {
            reading.put(CARD, Field::BENEFIT_LEVEL, Value::Int(level));
            reading.put(CARD, Field::OBJECT_CODE, Value::Text(object.to_string()));
        }
        Number::Personal => reading.put(CARD, Field::PERSONAL_NO, text(written)?),
        Number::Short => {}
    }
    Ok(())
}

/// 1 male, 2 female.
fn gender(written: &str) -> Result<Value, Fault> {
    match written {
        "1" => Ok(Value::Text("Nam".to_string())),
        "2" => Ok(Value::Text("Nữ".to_string())),
        _ => Err(Fault::Gender),
    }
}
