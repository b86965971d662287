//! What a citizen has, in words: for the citizen's own screen, and no other.

use crate::object::{list, object};
use doichieu::field::{FIELDS, Field, FieldRow, Kind, Place, Sensitivity, words};
use doichieu::time::Day;
use doichieu::{Text, VehicleKind};
use doichieu_kit::Item;
use doichieu_kit::paper::PaperSpec;
use wasm_bindgen::JsValue;

/// Tag of a day (RFC 8943).
const DAY: u64 = 100;

/// `[{ kind, vi, en, fields: [{ name, vi, en, said?, display, bearing, sensitive, value? }] }]`.
pub(crate) fn papers(of: impl Iterator<Item = PaperSpec>) -> JsValue {
    list(of.filter_map(|paper| {
        let kind = Kind::new(paper.kind)?;
        let row = kind.row()?;
        let fields = FIELDS.iter().filter(|row| row.kind == Some(kind) && row.place == Place::Paper);
        let fields = fields.filter_map(|row| Some(field(row, paper.fields.get(&row.field.number())?)));
        Some(object([
            ("kind", JsValue::from_str(row.name)),
            ("vi", JsValue::from_str(row.text.vi)),
            ("en", JsValue::from_str(row.text.en)),
            ("fields", list(fields)),
        ]))
    }))
}

fn field(row: &FieldRow, value: &Item) -> JsValue {
    let value = written(value);
    let said = value.as_deref().and_then(|text| registry(row, text));
    object([
        ("name", JsValue::from_str(row.name)),
        ("vi", JsValue::from_str(row.text.vi)),
        ("en", JsValue::from_str(row.text.en)),
        ("said", said.map_or(JsValue::UNDEFINED, both)),
        ("display", JsValue::from_str(row.display().name())),
        ("bearing", row.bearing.into()),
        ("sensitive", (row.sensitivity == Sensitivity::Sensitive).into()),
        ("value", value.map_or(JsValue::UNDEFINED, |text| JsValue::from_str(&text))),
    ])
}

/// A word of the registry, as one says it.
fn registry(row: &FieldRow, text: &str) -> Option<Text> {
    if row.field == Field::VEHICLE_KIND {
        return VehicleKind::from_name(text).map(VehicleKind::text);
    }
    words(row.kind?, row.field, text)
}

fn both(text: Text) -> JsValue {
    object([("vi", JsValue::from_str(text.vi)), ("en", JsValue::from_str(text.en))])
}

/// A value that is a text, a number, a day or a list of these. Others are shown by their field's name alone.
fn written(value: &Item) -> Option<String> {
    match value {
        Item::Text(text) => Some(text.clone()),
        Item::Uint(number) => Some(number.to_string()),
        Item::Tag(DAY, days) => day(days),
        // That there is none.
        Item::Simple(20) => Some(String::new()),
        Item::Array(items) => Some(items.iter().map(written).collect::<Option<Vec<_>>>()?.join(", ")),
        Item::Map(map) => map.get(1).and_then(written),
        _ => None,
    }
}

/// `YYYY-MM-DD`.
fn day(days: &Item) -> Option<String> {
    let number = match days {
        Item::Uint(days) => i64::try_from(*days).ok()?,
        Item::Neg(below) => i64::try_from(*below).ok()?.checked_neg()?.checked_sub(1)?,
        _ => return None,
    };
    let (year, month, day) = Day::new(number)?.civil();
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
