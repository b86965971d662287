//! Claim values for JavaScript, by the shape that the field table gives them. `null`: the paper says that there is
//! none.

use crate::clock::number;
use crate::object::{list, object};
use alloc::format;
use alloc::vec::Vec;
use doichieu::field::{FieldKey, FieldRow, Kind, Shape};
use doichieu::time::Day;
use doichieu::{Date, Value};
use wasm_bindgen::JsValue;

/// `{ kind: "shown", value, signed? }`. Text is made safe for a screen; `signed` is the text as the issuer signed it.
pub(crate) fn shown(kind: Kind, row: &FieldRow, value: &Value) -> JsValue {
    object(&[
        ("kind", JsValue::from_str("shown")),
        ("value", shaped(kind, row.shape, value)),
        ("signed", crate::object::text(value.as_text())),
    ])
}

/// `{ kind: "shown", value }` of an unsigned code: nobody signed it.
pub(crate) fn printed(kind: Kind, row: &FieldRow, value: &Value) -> JsValue {
    object(&[("kind", JsValue::from_str("shown")), ("value", shaped(kind, row.shape, value))])
}

fn shaped(kind: Kind, shape: Shape, value: &Value) -> JsValue {
    if value.is_none() {
        return JsValue::NULL;
    }
    let shaped = match shape {
        Shape::Text => text(value),
        Shape::Texts => value.as_list().map(|items| list(items.iter().filter_map(text))),
        Shape::Count => value.as_int().map(int),
        Shape::Date | Shape::DayOrNone => value.as_date().map(date),
        Shape::Points => points(value),
        Shape::Suspension => Some(object(&[("from", day_at(value, 1)), ("until", day_at(value, 2))])),
        Shape::Classes => value.as_list().map(|items| list(items.iter().map(class))),
        Shape::Part => Some(part(kind, value)),
        _ => None,
    };
    shaped.unwrap_or(JsValue::UNDEFINED)
}

fn text(value: &Value) -> Option<JsValue> {
    value.safe_text().map(|text| JsValue::from_str(&text))
}

/// Numbers of papers are small; one that JavaScript cannot hold exactly is a `bigint`.
fn int(value: i64) -> JsValue {
    let exact = u64::try_from(value).ok().filter(|count| *count <= doichieu::input::HIGHEST_EXACT);
    exact.map_or_else(|| JsValue::from(value), |count| number(count).into())
}

/// `{ earliest, latest }`: the days it may mean, the same one for a full date.
fn date(of: Date) -> JsValue {
    object(&[("earliest", day(of.earliest())), ("latest", day(of.latest()))])
}

/// `YYYY-MM-DD`.
fn day(of: Day) -> JsValue {
    let (year, month, day) = of.civil();
    JsValue::from_str(&format!("{year:04}-{month:02}-{day:02}"))
}

fn day_at(value: &Value, entry: u64) -> JsValue {
    value.entry(entry).and_then(Value::as_date).map_or(JsValue::UNDEFINED, date)
}

fn points(value: &Value) -> Option<JsValue> {
    let [points, as_of] = value.as_list()? else { return None };
    Some(object(&[("points", int(points.as_int()?)), ("asOf", int(as_of.as_int()?))]))
}

fn class(value: &Value) -> JsValue {
    let name = value.entry(1).and_then(text).unwrap_or(JsValue::UNDEFINED);
    object(&[("class", name), ("passed", day_at(value, 2))])
}

/// The fields of a licence's part, by name.
fn part(kind: Kind, value: &Value) -> JsValue {
    let Value::Map(entries) = value else { return JsValue::UNDEFINED };
    let known = entries.iter().filter_map(|(key, value)| {
        let row = FieldKey::new(*key)?.part_row(kind)?;
        Some((row.name, shaped(kind, row.shape, value)))
    });
    object(&known.collect::<Vec<_>>())
}
