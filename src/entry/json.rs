//! A value as JSON: one shape for the command line and the npm package. docs/report.md has it, and its schema.

use super::Entry;
use super::form::{Form, class, write_all, write_safe};
use crate::time::Day;
use crate::value::{Date, Value};
use core::fmt::{self, Write};

/// Writes it; nothing of what has not the form of its row.
pub(super) fn write(of: Entry<'_>, to: &mut dyn Write) -> fmt::Result {
    match of.form() {
        None => Ok(()),
        Some(Form::None) => to.write_str("null"),
        Some(Form::Text(text)) => write_text(text, to),
        Some(Form::Texts(texts)) => {
            write_list(texts, to, &|text, to| write_text(text.as_text().unwrap_or_default(), to))
        }
        Some(Form::Count(count)) => write!(to, "{count}"),
        Some(Form::Date(date)) => write_date(date, to),
        Some(Form::Points(left, as_of)) => write!(to, "{{\"points\":{left},\"asOf\":{}}}", as_of.seconds()),
        Some(Form::Suspension(first, last)) => {
            to.write_str("{\"from\":")?;
            write_date(first, to)?;
            write_last("until", last, to)
        }
        Some(Form::Classes(classes)) => write_list(classes, to, &|of, to| {
            let (name, passed) = class(of).unwrap_or_default();
            to.write_str("{\"class\":")?;
            write_text(name, to)?;
            write_last("passed", passed, to)
        }),
        Some(Form::Part(_)) => write_object(&of.part(), to),
    }
}

fn write_list(
    items: &[Value],
    to: &mut dyn Write,
    each: &dyn Fn(&Value, &mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    to.write_char('[')?;
    write_all(items, ",", to, each)?;
    to.write_char(']')
}

/// Writes an object of fields by their names: of those that can be told so ([`Entry::to_json`]).
pub(super) fn write_object(entries: &[Entry<'_>], to: &mut dyn Write) -> fmt::Result {
    let mut before = '{';
    for entry in entries.iter().filter(|entry| entry.has_json()) {
        write!(to, "{before}\"{}\":", entry.name())?;
        write(*entry, to)?;
        before = ',';
    }
    to.write_str(if before == '{' { "{}" } else { "}" })
}

/// The last member of an object: a day, where there is one.
fn write_last(name: &str, date: Option<Date>, to: &mut dyn Write) -> fmt::Result {
    if let Some(date) = date {
        write!(to, ",\"{name}\":")?;
        write_date(date, to)?;
    }
    to.write_str("}")
}

/// The days it may mean, the same one for a full date.
fn write_date(date: Date, to: &mut dyn Write) -> fmt::Result {
    to.write_str("{\"earliest\":")?;
    write_day(date.earliest(), to)?;
    to.write_str(",\"latest\":")?;
    write_day(date.latest(), to)?;
    to.write_str("}")
}

fn write_day(day: Day, to: &mut dyn Write) -> fmt::Result {
    let (year, month, day) = day.civil();
    write!(to, "\"{year:04}-{month:02}-{day:02}\"")
}

/// A text as a screen may show it: no control is left in it, so two characters alone are escaped.
fn write_text(text: &str, to: &mut dyn Write) -> fmt::Result {
    to.write_char('"')?;
    write_safe(text, &mut Escaped(to))?;
    to.write_char('"')
}

struct Escaped<'w>(&'w mut dyn Write);

impl Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| self.write_char(c))
    }

    fn write_char(&mut self, c: char) -> fmt::Result {
        if matches!(c, '"' | '\\') {
            self.0.write_char('\\')?;
        }
        self.0.write_char(c)
    }
}
