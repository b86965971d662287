//! A value by the shape that its row gives it: what words and JSON are both written from.

use crate::field::Shape;
use crate::input::HIGHEST_EXACT;
use crate::time::UnixTime;
use crate::value::{Date, Value, is_unsafe};
use core::fmt::{self, Write};

/// What a value is.
#[derive(Clone, Copy)]
pub(super) enum Form<'a> {
    /// The paper says that there is none of it.
    None,
    Text(&'a str),
    Texts(&'a [Value]),
    Count(i64),
    Date(Date),
    Points(i64, UnixTime),
    /// First and last day.
    Suspension(Date, Option<Date>),
    Classes(&'a [Value]),
    Part(&'a [(u64, Value)]),
}

impl<'a> Form<'a> {
    /// `None`: it has not the form of its row, and nobody can tell what it means.
    pub(super) fn of(shape: Shape, value: &'a Value) -> Option<Self> {
        if value.is_none() {
            return Some(Self::None);
        }
        match (shape, value) {
            (Shape::Text, Value::Text(text)) => Some(Self::Text(text)),
            (Shape::Texts, Value::List(items)) => {
                items.iter().all(|item| item.as_text().is_some()).then_some(Self::Texts(items))
            }
            (Shape::Count, Value::Int(count)) => Some(Self::Count(*count)),
            (Shape::Date | Shape::DayOrNone, _) => value.as_date().map(Self::Date),
            (Shape::Points, Value::List(items)) => points(items),
            (Shape::Suspension, Value::Map(_)) => Some(Self::Suspension(day(value, 1)?, day(value, 2))),
            (Shape::Classes, Value::List(items)) => {
                items.iter().all(|item| class(item).is_some()).then_some(Self::Classes(items))
            }
            (Shape::Part, Value::Map(entries)) => Some(Self::Part(entries)),
            _ => None,
        }
    }
}

impl Form<'_> {
    /// Whether every reader of JSON gets back the number that is written (RFC 8259 §6): JavaScript rounds greater ones.
    pub(super) const fn is_exact(&self) -> bool {
        match self {
            Self::Count(number) | Self::Points(number, _) => number.unsigned_abs() <= HIGHEST_EXACT,
            _ => true,
        }
    }
}

fn points<'a>(items: &[Value]) -> Option<Form<'a>> {
    let [left, as_of] = items else { return None };
    let as_of = UnixTime::new(u64::try_from(as_of.as_int()?).ok()?)?;
    Some(Form::Points(left.as_int()?, as_of))
}

/// A class of a licence, and the day it was passed on.
pub(super) fn class(of: &Value) -> Option<(&str, Option<Date>)> {
    Some((of.entry(1)?.as_text()?, day(of, 2)))
}

fn day(of: &Value, entry: u64) -> Option<Date> {
    of.entry(entry).and_then(Value::as_date)
}

/// Writes a text of a paper as a screen may show it: [`Value::safe_text`].
pub(super) fn write_safe(text: &str, to: &mut dyn Write) -> fmt::Result {
    text.chars().try_for_each(|c| to.write_char(if is_unsafe(c) { '\u{fffd}' } else { c }))
}

/// Writes one of several.
type Writes<'w, T> = &'w dyn Fn(&T, &mut dyn Write) -> fmt::Result;

/// Writes these with something between two of them.
pub(super) fn write_all<T>(items: &[T], between: &str, to: &mut dyn Write, each: Writes<'_, T>) -> fmt::Result {
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            to.write_str(between)?;
        }
        each(item, to)?;
    }
    Ok(())
}
