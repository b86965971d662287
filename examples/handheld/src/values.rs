//! Values of a release as an officer reads them: by the field table, in its words.

use crate::page::say;
use crate::times;
use crate::veil::{DOTS, Veil};
use doichieu::Language;
use doichieu::field::{self, FIELDS, Field, FieldKey, FieldRow, Kind, Sensitivity, Shape};
use doichieu::time::UnixTime;
use doichieu::{Shown, Value, VehicleKind};

/// One line: a label, and a value or the lines of a part below it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) text: String,
    pub(crate) below: Vec<Line>,
}

/// Everything a release shows at this moment, in the order of the field table.
pub(crate) fn lines(kind: Kind, shown: &Shown<'_>, language: Language, veil: Veil) -> Vec<Line> {
    let mut fields: Vec<_> = shown.fields().collect();
    fields.sort_by_key(|(row, _)| FIELDS.iter().position(|known| std::ptr::eq(known, *row)));
    fields.into_iter().map(|(row, value)| line(kind, row, value, language, veil)).collect()
}

fn line(kind: Kind, row: &'static FieldRow, value: &Value, language: Language, veil: Veil) -> Line {
    let below = match (row.shape, value) {
        (Shape::Part, Value::Map(entries)) if !veil.hides(row) => entries
            .iter()
            .filter_map(|(key, value)| Some(line(kind, inner_row(kind, *key)?, value, language, veil)))
            .collect(),
        _ => Vec::new(),
    };
    let mut text = if below.is_empty() { veiled(row, value, language, veil) } else { String::new() };
    if row.sensitivity == Sensitivity::Sensitive {
        text.push_str(say(language, "  [nhạy cảm]", "  [sensitive]"));
    }
    Line { label: label(row, language).to_owned(), text, below }
}

/// A value as an officer reads it, or dots in its place.
pub(crate) fn veiled(row: &FieldRow, value: &Value, language: Language, veil: Veil) -> String {
    if veil.hides(row) { DOTS.to_owned() } else { text(row, value, language) }
}

/// The row of a field within a part.
pub(crate) fn inner_row(kind: Kind, key: u64) -> Option<&'static FieldRow> {
    FieldKey::new(key)?.part_row(kind)
}

/// A field's name.
pub(crate) const fn label(row: &'static FieldRow, language: Language) -> &'static str {
    row.text.of(language)
}

/// A field's name in a kind of paper; of one that nobody here knows its number.
pub(crate) fn named(kind: Kind, of: FieldKey, language: Language) -> String {
    of.row(kind).map_or_else(|| of.number().to_string(), |row| label(row, language).to_owned())
}

/// A value as an officer reads it.
pub(crate) fn text(row: &FieldRow, value: &Value, language: Language) -> String {
    let text = if value.is_none() { Some(none(row, language).to_owned()) } else { shaped(row, value, language) };
    text.unwrap_or_else(|| say(language, "(không đọc được)", "(cannot be read)").to_owned())
}

/// What `false` says in a bearing field.
fn none(row: &FieldRow, language: Language) -> &'static str {
    match (row.shape, row.field) {
        (Shape::Points, _) => say(language, "không tính điểm", "carries no points"),
        (Shape::DayOrNone, Field::VALID_UNTIL) => say(language, "không thời hạn", "no end"),
        // What the paper says: a newer list may say otherwise.
        (Shape::DayOrNone | Shape::Suspension, _) => say(language, "không ghi", "none stated"),
        _ => say(language, "không có", "none"),
    }
}

fn shaped(row: &FieldRow, value: &Value, language: Language) -> Option<String> {
    match row.shape {
        Shape::Text => words(row, value, language),
        Shape::Texts => {
            let texts = value.as_list()?.iter().map(Value::safe_text).collect::<Option<Vec<_>>>()?;
            Some(if texts.is_empty() { say(language, "không có", "none").to_owned() } else { texts.join(", ") })
        }
        Shape::Count => value.as_int().map(|number| number.to_string()),
        Shape::Date | Shape::DayOrNone => value.as_date().map(|date| times::date(date, language)),
        Shape::Points => points(value, language),
        Shape::Suspension => suspension(value, language),
        Shape::Classes => classes(value, language),
        _ => None,
    }
}

fn words(row: &FieldRow, value: &Value, language: Language) -> Option<String> {
    let text = value.safe_text()?;
    let vehicle = if row.name == "vehicle_kind" { VehicleKind::from_name(&text) } else { None };
    if let Some(kind) = vehicle {
        return Some(kind.text().of(language).to_owned());
    }
    let word = row.kind.and_then(|kind| field::words(kind, row.field, &text));
    Some(word.map_or(text, |word| word.of(language).to_owned()))
}

fn points(value: &Value, language: Language) -> Option<String> {
    let [left, as_of] = value.as_list()? else { return None };
    let as_of = UnixTime::new(u64::try_from(as_of.as_int()?).ok()?)?;
    Some(format!("{} ({} {})", left.as_int()?, say(language, "dữ liệu lúc", "as of"), times::minute(as_of, language)))
}

fn suspension(value: &Value, language: Language) -> Option<String> {
    let first = times::date(value.entry(1)?.as_date()?, language);
    let from = say(language, "từ", "from");
    Some(match value.entry(2).and_then(Value::as_date) {
        Some(last) => format!("{from} {first} {} {}", say(language, "đến", "to"), times::date(last, language)),
        None => format!("{from} {first}, {}", say(language, "chưa ghi ngày kết thúc", "no last day stated")),
    })
}

fn classes(value: &Value, language: Language) -> Option<String> {
    let class =
        |class: &Value| {
            let name = class.entry(1)?.safe_text()?;
            let passed = class.entry(2).and_then(Value::as_date).map(|date| times::date(date, language));
            Some(passed.map_or_else(
                || name.clone(),
                |day| format!("{name} ({} {day})", say(language, "trúng tuyển", "passed")),
            ))
        };
    Some(value.as_list()?.iter().map(class).collect::<Option<Vec<_>>>()?.join("\n"))
}
