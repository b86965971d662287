//! The QR of a chip-based identity card: seven parts between bars, and from 2024 more behind them.
//!
//! The first seven by position: that is how hospital systems read them. What a card of 2024 adds (Circular
//! 16/2024/TT-BCA: a cancelled number, names of father and mother for a child) has no published order, so it is told
//! apart by its shape.

use super::parts::{date, gender, is_number, name, text};
use super::reading::{Remark, UnsignedReading};
use super::{Fault, PlainKind, Unread};
use crate::field::{Field, Kind};
use crate::value::Value;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Parts of the card of 2021.
const FIRST_PARTS: usize = 7;
/// Parts of any card: eleven are the most reported, empty ones included.
const MOST_PARTS: usize = 16;

/// Names of father and mother in the field table.
const PARENTS: [Field; 2] = [Field::FATHER_NAME, Field::MOTHER_NAME];

/// Twelve digits, and six bars or more.
pub(super) fn has_outline(text: &str) -> bool {
    let number = text.split('|').next().unwrap_or_default();
    is_number(number.trim(), 12) && text.split('|').count() >= FIRST_PARTS && !text.ends_with('$')
}

pub(super) fn read(code: &str) -> Result<UnsignedReading, Unread> {
    let mut reading = UnsignedReading::new(PlainKind::ChipCard);
    let mut earlier = Vec::new();
    let mut parents = 0;
    for (part, written) in code.split('|').map(str::trim).enumerate() {
        let place = match part {
            0 => Some((Field::PERSONAL_NO, text(written))),
            // What is no number there costs that part, not the card.
            1 => {
                if earlier_number(written, &mut earlier).is_some() {
                    reading.remark(Remark::PartsLeftOut);
                }
                None
            }
            2 => Some((Field::FULL_NAME, name(written))),
            3 => given(written, Field::DATE_OF_BIRTH, date),
            4 => given(written, Field::GENDER, gender),
            5 => given(written, Field::RESIDENCE, text),
            6 => given(written, Field::ISSUED_ON, date),
            MOST_PARTS => Some((Field::FULL_NAME, Err(Fault::Parts))),
            _ => added(written, &mut reading, &mut earlier, &mut parents),
        };
        if let Some((field, value)) = place {
            reading.put(Kind::IDENTITY, field, value.map_err(|fault| Unread { part, fault })?);
        }
    }
    if parents > 1 {
        reading.remark(Remark::ParentsByOrder);
    }
    if !earlier.is_empty() {
        reading.put(Kind::IDENTITY, Field::PREVIOUS_NUMBERS, Value::List(earlier));
    }
    Ok(reading)
}

type Place = (Field, Result<Value, Fault>);

/// A part that may be empty.
fn given(written: &str, field: Field, read: fn(&str) -> Result<Value, Fault>) -> Option<Place> {
    (!written.is_empty()).then(|| (field, read(written)))
}

/// Nine digits, twelve on some old cards, or nothing.
fn earlier_number(written: &str, earlier: &mut Vec<Value>) -> Option<Fault> {
    let is_one = is_number(written, 9) || is_number(written, 12);
    if is_one {
        earlier.push(Value::Text(written.to_string()));
    }
    (!is_one && !written.is_empty()).then_some(Fault::Number)
}

/// What a card of 2024 adds, by its shape.
fn added(written: &str, reading: &mut UnsignedReading, earlier: &mut Vec<Value>, parents: &mut usize) -> Option<Place> {
    if written.is_empty() || earlier_number(written, earlier).is_none() {
        return None;
    }
    match (name(written), PARENTS.get(*parents)) {
        (Ok(name), Some(parent)) => {
            *parents = parents.saturating_add(1);
            Some((*parent, Ok(name)))
        }
        _ => {
            reading.remark(Remark::PartsLeftOut);
            None
        }
    }
}
