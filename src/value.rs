//! Claim values: what a paper says. They live in a [`Release`](crate::Release) and nowhere else.
//!
//! No `Display`, no derived `Debug`, no `Serialize`; overwritten when dropped.

use crate::cbor::{Error, Item, Key, Reader};
use crate::input::Fault;
use crate::time::Day;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use zeroize::Zeroize;

/// A claim value, as the issuer signed it. Text is untrusted for display: see [`Value::safe_text`].
// A tag as wide as the words behind it: every value is moved a few times, and behind a narrow one its bytes are read
// back across the seams of what was written, for which the processor waits.
#[repr(u64)]
#[derive(PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// Text, byte for byte as signed.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Yes or no; `false` in a bearing field says "none" (docs/dc1.md §6).
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A date, possibly partial.
    Date(Date),
    /// A list.
    List(Vec<Value>),
    /// A map with numbered entries, in order.
    Map(Vec<(u64, Value)>),
}

/// A date that may lack its day or month, as on old papers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Date {
    earliest: Day,
    latest: Day,
}

impl Date {
    /// A full day.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { earliest: day, latest: day }
    }

    /// `YYYY` or `YYYY-MM`; `None` for anything else.
    #[must_use]
    pub fn partial(text: &str) -> Option<Self> {
        let (year, month) = match text.split_once('-') {
            None => (text, None),
            Some((year, month)) => (year, Some(two_digits(month)?)),
        };
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Self::civil(year.parse().ok()?, month, None)
    }

    /// A year, a year and month, or a full day of the calendar; `None` if there is none.
    pub(crate) fn civil(year: i32, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        if let Some(day) = day {
            return Some(Self::day(Day::from_civil(year, month?, day)?));
        }
        let earliest = Day::from_civil(year, month.unwrap_or(1), 1)?;
        let latest = (28..=31).rev().find_map(|day| Day::from_civil(year, month.unwrap_or(12), day))?;
        Some(Self { earliest, latest })
    }

    /// The first day it may mean.
    #[must_use]
    pub const fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day it may mean.
    #[must_use]
    pub const fn latest(self) -> Day {
        self.latest
    }

    /// The day, if it is a full date.
    #[must_use]
    pub fn full(self) -> Option<Day> {
        (self.earliest == self.latest).then_some(self.earliest)
    }
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

impl Value {
    /// Reads a value by the grammar of docs/dc1.md §2. Bounded by the reader: at most 16 levels, at most its budget of
    /// items.
    pub(crate) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut value = Self::NONE;
        value.fill(reader)?;
        Ok(value)
    }

    /// Reads a value onto the end of others, with its key.
    pub(crate) fn read_with<K: Copy>(
        key: K,
        values: &mut Vec<(K, Self)>,
        reader: &mut Reader<'_, '_>,
    ) -> Result<(), Error> {
        // Written where it stands, which pushing would not do.
        values.resize_with(values.len().saturating_add(1), || (key, Self::NONE));
        values.last_mut().map_or(Ok(()), |(_, value)| value.fill(reader))
    }

    /// What is read goes where it stays: handed up from call to call, each value would be copied before what was
    /// written of it can be read back.
    fn fill(&mut self, reader: &mut Reader<'_, '_>) -> Result<(), Error> {
        let value = match reader.item()? {
            Item::Int(number) => Self::Int(number),
            Item::Text(text) => Self::Text(text.to_string()),
            Item::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
            Item::Boolean(boolean) => Self::Bool(boolean),
            Item::Tag(DATE_TAG) => {
                let day = Day::new(reader.int()?);
                Self::Date(Date::day(day.ok_or_else(|| reader.fault(Fault::Value))?))
            }
            Item::Tag(_) => return Err(reader.fault(Fault::Tag)),
            Item::Array(count) => {
                let mut items = Vec::with_capacity(count.min(RESERVED));
                for _ in 0..count {
                    items.resize_with(items.len().saturating_add(1), || Self::NONE);
                    items.last_mut().map_or(Ok(()), |item: &mut Self| item.fill(reader))?;
                }
                Self::List(items)
            }
            Item::Map(count) => {
                let mut entries = Vec::with_capacity(count.min(RESERVED));
                for _ in 0..count {
                    let Key::Int(key) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
                    let key = u64::try_from(key).map_err(|_| reader.fault(Fault::Value))?;
                    Self::read_with(key, &mut entries, reader)?;
                }
                Self::Map(entries)
            }
        };
        // There is nothing in what stood here.
        core::mem::forget(core::mem::replace(self, value));
        Ok(())
    }

    /// What stands where a value is going to be.
    const NONE: Self = Self::Bool(false);

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if it is one.
    #[must_use]
    pub const fn as_int(&self) -> Option<i64> {
        if let Self::Int(number) = self { Some(*number) } else { None }
    }

    /// The date: a full one, or text of the form `YYYY` or `YYYY-MM`.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Text(text) => Date::partial(text),
            _ => None,
        }
    }

    /// The list, if it is one.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    /// An entry of a map.
    #[must_use]
    pub fn entry(&self, key: u64) -> Option<&Self> {
        if let Self::Map(entries) = self {
            entries.iter().find(|(of, _)| *of == key).map(|(_, value)| value)
        } else {
            None
        }
    }

    /// Whether it says "none": `false` in a bearing field (docs/dc1.md §6).
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::Bool(false))
    }

    /// The text with every control, bidirectional and zero-width character made visible as U+FFFD, for screens and
    /// terminals.
    #[must_use]
    pub fn safe_text(&self) -> Option<String> {
        self.as_text().map(|text| text.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect())
    }
}

/// Room made for as many items at once. More is grown as it is read: a head alone must not reserve memory.
const RESERVED: usize = 8;

/// RFC 8943: days since 1970-01-01.
const DATE_TAG: u64 = 100;

/// Characters that change what a reader sees without being seen: controls (C0 and C1), line separators, marks of
/// direction and of annotation (Unicode TR 36, TR 9), and whatever Unicode lets a screen leave out
/// (`Default_Ignorable_Code_Point`).
#[must_use]
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

impl Zeroize for Value {
    fn zeroize(&mut self) {
        match self {
            Self::Text(text) => text.zeroize(),
            Self::Int(number) => number.zeroize(),
            Self::Bool(flag) => flag.zeroize(),
            Self::Bytes(bytes) => bytes.zeroize(),
            Self::Date(date) => date.zeroize(),
            Self::List(items) => items.iter_mut().for_each(Zeroize::zeroize),
            Self::Map(entries) => entries.iter_mut().for_each(|(_, value)| value.zeroize()),
        }
    }
}

impl Zeroize for Date {
    fn zeroize(&mut self) {
        self.earliest.zeroize();
        self.latest.zeroize();
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        // What a list or a map holds is dropped after it, and wiped then.
        if !matches!(self, Self::List(_) | Self::Map(_)) {
            self.zeroize();
        }
    }
}

impl core::fmt::Debug for Value {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Value(..)")
    }
}

impl core::fmt::Debug for Date {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Date(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unseen_is_shown_and_what_is_seen_stands() {
        let shown = |c: char| Value::Text(String::from(c)).safe_text() == Some(String::from(c));
        for from_to in [
            '\u{0}'..='\u{1f}',
            '\u{7f}'..='\u{9f}',
            '\u{202a}'..='\u{202e}',
            '\u{2066}'..='\u{2069}',
            '\u{180b}'..='\u{180f}',
        ] {
            assert!(!from_to.into_iter().any(shown));
        }
        assert!(
            !"\u{ad}\u{61c}\u{115f}\u{200b}\u{200d}\u{2028}\u{3164}\u{fe0f}\u{feff}\u{ffa0}\u{fff9}\u{1d173}\u{e0041}"
                .chars()
                .any(shown)
        );
        assert!("Nguyễn Thị Hương Giang, Đoàn H'Ê-ban, Müller 李 ·\u{a0}½".chars().all(shown));
    }
}
