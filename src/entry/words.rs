//! A value in words. Times and days without a clock or locale: Viet Nam's.

use super::Entry;
use super::form::{Form, class, write_all, write_safe};
use crate::field::{self, Field, FieldRow, Shape};
use crate::language::{Language, Text};
use crate::scene::VehicleKind;
use crate::time::UnixTime;
use crate::value::Date;
use core::fmt::{self, Write};

/// Of a value that has not the form of its row.
const UNREADABLE: Text = Text::new("(không đọc được)", "(cannot be read)");
const NONE: Text = Text::new("không có", "none");

/// Writes it.
pub(super) fn write(of: Entry<'_>, language: Language, to: &mut dyn Write) -> fmt::Result {
    let mut say = |text: Text| to.write_str(text.of(language));
    match of.form() {
        None => say(UNREADABLE),
        Some(Form::None) => say(none(of.row)),
        Some(Form::Text(text)) => match word(of, text) {
            Some(word) => say(word),
            None => write_safe(text, to),
        },
        Some(Form::Texts([]) | Form::Classes([])) => say(NONE),
        Some(Form::Texts(texts)) => {
            write_all(texts, ", ", to, &|text, to| write_safe(text.as_text().unwrap_or_default(), to))
        }
        Some(Form::Count(count)) => write!(to, "{count}"),
        Some(Form::Date(date)) => write_date(date, language, to),
        Some(Form::Points(left, as_of)) => {
            write!(to, "{left} ({} ", Text::new("dữ liệu lúc", "as of").of(language))?;
            write_minute(as_of, language, to)?;
            to.write_str(")")
        }
        Some(Form::Suspension(first, last)) => write_suspension(first, last, language, to),
        Some(Form::Classes(classes)) => {
            write_all(classes, ", ", to, &|of, to| write_class(class(of).unwrap_or_default(), language, to))
        }
        Some(Form::Part(_)) => write_part(of, language, to),
    }
}

/// What `false` says: what it is that there is none of.
const fn none(row: &FieldRow) -> Text {
    match (row.shape, row.field) {
        (Shape::Points, _) => Text::new("không tính điểm", "carries no points"),
        (_, Field::VALID_UNTIL | Field::PASSPORT_VALID_UNTIL | Field::STAY_VALID_UNTIL) => {
            Text::new("không thời hạn", "no end")
        }
        // What the paper says: a newer list may say otherwise.
        (Shape::DayOrNone | Shape::Suspension, _) => Text::new("không ghi", "none stated"),
        _ => NONE,
    }
}

/// A word of the registry.
fn word(of: Entry<'_>, text: &str) -> Option<Text> {
    if of.row.field == Field::VEHICLE_KIND {
        return VehicleKind::from_name(text).map(VehicleKind::text);
    }
    field::words(of.kind, of.row.field, text)
}

/// A day, or as much of it as an old paper says.
fn write_date(date: Date, language: Language, to: &mut dyn Write) -> fmt::Result {
    let (first, last) = (date.earliest().civil(), date.latest().civil());
    if date.full().is_some() {
        language.write_day(first, to)
    } else if first.1 == last.1 {
        language.write_month(first.0, first.1, to)
    } else {
        write!(to, "{:04}", first.0)
    }
}

/// Day and minute on Viet Nam's clock.
fn write_minute(time: UnixTime, language: Language, to: &mut dyn Write) -> fmt::Result {
    language.write_day(time.day().civil(), to)?;
    let (hour, minute) = time.of_day();
    write!(to, " {hour:02}:{minute:02}")
}

fn write_suspension(first: Date, last: Option<Date>, language: Language, to: &mut dyn Write) -> fmt::Result {
    write!(to, "{} ", Text::new("từ", "from").of(language))?;
    write_date(first, language, to)?;
    match last {
        Some(last) => {
            write!(to, " {} ", Text::new("đến hết", "to the end of").of(language))?;
            write_date(last, language, to)
        }
        None => to.write_str(Text::new(", chưa ghi ngày kết thúc", ", no last day stated").of(language)),
    }
}

fn write_class((name, passed): (&str, Option<Date>), language: Language, to: &mut dyn Write) -> fmt::Result {
    write_safe(name, to)?;
    let Some(passed) = passed else { return Ok(()) };
    write!(to, " ({} ", Text::new("trúng tuyển", "passed").of(language))?;
    write_date(passed, language, to)?;
    to.write_str(")")
}

/// In one line, for whoever has but one.
fn write_part(of: Entry<'_>, language: Language, to: &mut dyn Write) -> fmt::Result {
    let below = of.part();
    if below.is_empty() {
        return to.write_str(Text::new("có", "there is one").of(language));
    }
    write_all(&below, "; ", to, &|below, to| {
        write!(to, "{}: ", below.label(language))?;
        write(*below, language, to)
    })
}
