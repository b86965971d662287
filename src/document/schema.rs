//! Whether a readable paper has the form its kind demands: bearing fields there, every value of its field's shape, text
//! as usual.
//!
//! Everything here was signed by the issuer, so a fault is a finding about the paper, never a reading error.

use super::Paper;
use super::term::period;
use crate::field::{FIRST_NOT_BEARING, FieldKey, FieldRow, Kind, Place, Shape, bearing};
use crate::finding::Finding;
use crate::reason::Reason;
use crate::text::is_usual;
use crate::time::UnixTime;
use crate::value::Value;
use alloc::vec::Vec;

/// What the form of one paper gives cause to find.
pub(crate) fn schema(paper: &Paper) -> Vec<Finding> {
    if paper.kind.row().is_none() {
        return Vec::from([Finding::new(Reason::PaperKindUnknown)]);
    }
    let mut found: Vec<Finding> = bearing(paper.kind, Place::Paper)
        .filter(|row| paper.value(row.field).is_none())
        .map(|row| Finding::new(Reason::PaperBearingMissing).about(row))
        .collect();
    for (key, value) in &paper.fields {
        match key.row(paper.kind) {
            Some(row) => judge_field(paper.kind, row, value, &mut found),
            None => found.push(unknown(*key)),
        }
    }
    found
}

fn judge_field(kind: Kind, row: &'static FieldRow, value: &Value, found: &mut Vec<Finding>) {
    if !has_shape(row.shape, value) {
        found.push(Finding::new(Reason::PaperFieldMalformed).about(row));
    }
    if row.shape == Shape::Part {
        judge_part(kind, row, value, found);
    } else if !has_usual_text(value) {
        found.push(Finding::new(Reason::PaperTextUnusual).about(row));
    }
}

/// A part is checked like a paper of its own; entry 0 is its status (docs/dc1.md §2, `part`).
fn judge_part(kind: Kind, part: &'static FieldRow, value: &Value, found: &mut Vec<Finding>) {
    let Value::Map(entries) = value else { return };
    let missing = bearing(kind, Place::Part).filter(|row| value.entry(row.field.number()).is_none());
    found.extend(missing.map(|row| Finding::new(Reason::PaperBearingMissing).about(row)));
    for (number, value) in entries.iter().filter(|(number, _)| *number != 0) {
        match FieldKey::new(*number) {
            None => found.push(Finding::new(Reason::PaperFieldMalformed).about(part)),
            Some(key) => match key.part_row(kind) {
                Some(row) => judge_field(kind, row, value, found),
                None => found.push(unknown(key).about(part)),
            },
        }
    }
}

impl Paper {
    /// Takes out of its parts what is not a field of a part, or has not the form of one: a part is released as one
    /// value, so nothing may travel in it that would not pass on its own. Its status reference (entry 0) goes too.
    /// Answers how many of the others are no fields.
    ///
    /// Only after the rules and the status lists were asked, and after [`schema`] said what is unknown or malformed.
    pub(crate) fn trim_parts(&mut self) -> usize {
        let kind = self.kind;
        let row_of = |number: u64| FieldKey::new(number).and_then(|of| of.part_row(kind));
        let parts = self.fields.iter_mut().filter(|(of, _)| of.row(kind).is_some_and(|row| row.shape == Shape::Part));
        let trim = |value: &mut Value| {
            let Value::Map(entries) = value else { return 0 };
            let unknown = entries.iter().filter(|(number, _)| *number != 0 && row_of(*number).is_none()).count();
            entries.retain(|(number, value)| row_of(*number).is_some_and(|row| has_shape(row.shape, value)));
            unknown
        };
        parts.map(|(_, value)| trim(value)).sum()
    }
}

fn unknown(key: FieldKey) -> Finding {
    if key.number() < FIRST_NOT_BEARING {
        Finding::new(Reason::PaperUnknownBearing)
    } else {
        Finding::new(Reason::PaperUnknownDropped)
    }
}

fn has_shape(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Text => is_text(value),
        Shape::Texts => value.is_none() || is_list(value, is_text),
        Shape::Count => value.as_int().is_some_and(|number| number >= 0),
        Shape::Date => value.as_date().is_some(),
        Shape::DayOrNone => value.is_none() || matches!(value, Value::Date(_)),
        Shape::Points => value.is_none() || is_points(value),
        Shape::Suspension => value.is_none() || period(value).is_some(),
        Shape::Classes => is_list(value, is_class),
        Shape::Part => value.is_none() || (matches!(value, Value::Map(_)) && value.entry(0).is_none_or(is_part_source)),
        Shape::Opaque => true,
    }
}

/// Longest text, in characters, and longest list: the field table's own bounds (`Shape`).
const MOST_CHARACTERS: usize = 200;
const MOST_ITEMS: usize = 32;
/// Law 36/2024/QH15 art. 58(1): twelve points.
const MOST_POINTS: i64 = 12;

fn is_text(value: &Value) -> bool {
    // No more bytes than that are no more characters either.
    let fits = |text: &str| text.len() <= MOST_CHARACTERS || text.chars().count() <= MOST_CHARACTERS;
    value.as_text().is_some_and(|text| !text.is_empty() && fits(text))
}

fn is_list(value: &Value, is_item: fn(&Value) -> bool) -> bool {
    value.as_list().is_some_and(|items| items.len() <= MOST_ITEMS && items.iter().all(is_item))
}

fn is_points(value: &Value) -> bool {
    let Some([points, as_of]) = value.as_list() else { return false };
    let as_of = as_of.as_int().and_then(|seconds| u64::try_from(seconds).ok()).and_then(UnixTime::new);
    points.as_int().is_some_and(|points| (0..=MOST_POINTS).contains(&points)) && as_of.is_some()
}

fn is_class(value: &Value) -> bool {
    has_only(value, &[1, 2])
        && value.entry(1).is_some_and(is_text)
        && value.entry(2).is_none_or(|day| day.as_date().is_some())
}

/// `{ 4 => [list, index] }`.
fn is_part_source(value: &Value) -> bool {
    let status = value.entry(4).and_then(Value::as_list);
    let is_count = |number: &Value| number.as_int().is_some_and(|number| number >= 0);
    has_only(value, &[4]) && status.is_some_and(|status| status.len() == 2 && status.iter().all(is_count))
}

fn has_only(value: &Value, keys: &[u64]) -> bool {
    matches!(value, Value::Map(entries) if entries.iter().all(|(key, _)| keys.contains(key)))
}

fn has_usual_text(value: &Value) -> bool {
    match value {
        Value::Text(text) => is_usual(text),
        Value::List(items) => items.iter().all(has_usual_text),
        Value::Map(entries) => entries.iter().all(|(_, value)| has_usual_text(value)),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
