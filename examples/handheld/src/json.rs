//! `--json --values`: the report with the values beside it, marked as the personal data they are.

use crate::failure::Failure;
use crate::times;
use crate::trouble::Trouble;
use crate::values::inner_row;
use doichieu::field::{FieldRow, Kind, Shape};
use doichieu::time::UnixTime;
use doichieu::{Proof, Report, Shown, Value};
use serde_json::{Map, Value as Json, json};

/// The object. Values come from releases that have not ended at this time.
pub(crate) fn with_values(report: &mut Report, now: UnixTime) -> Result<String, Failure> {
    let portable = read(&report.to_json())?;
    Ok(json!({ "personalData": true, "report": portable, "values": values(report, now) }).to_string())
}

/// A report's JSON as a value.
pub(crate) fn read(report: &str) -> Result<Json, Failure> {
    serde_json::from_str(report).map_err(|error| {
        Failure::device(
            Trouble::JsonUnreadable,
            format!("Báo cáo không đọc được ({error})."),
            format!("Report cannot be read ({error})."),
        )
    })
}

/// The values of a report's papers, by kind: personal data. Only those that have not ended at this time.
pub(crate) fn values(report: &mut Report, now: UnixTime) -> Json {
    let mut values = Map::new();
    for paper in report.papers_mut() {
        let kind = paper.kind();
        let name = kind.row().map_or_else(|| kind.number().to_string(), |row| row.name.to_owned());
        if let Proof::Proven(release) = paper.proof()
            && let Ok(shown) = release.at(now)
        {
            values.insert(name, fields(kind, &shown));
        }
    }
    values.into()
}

fn fields(kind: Kind, shown: &Shown<'_>) -> Json {
    shown.fields().map(|(row, value)| (row.name.to_owned(), field(kind, row, value))).collect::<Map<_, _>>().into()
}

fn field(kind: Kind, row: &FieldRow, value: &Value) -> Json {
    match (row.shape, value) {
        (Shape::Part, Value::Map(entries)) => entries
            .iter()
            .filter_map(|(key, value)| inner_row(kind, *key).map(|row| (row.name.to_owned(), field(kind, row, value))))
            .collect::<Map<_, _>>()
            .into(),
        (Shape::Points, Value::List(items)) => named(&["left", "asOf"], items.iter().map(plain)),
        (Shape::Suspension, Value::Map(_)) => entries(value, &[(1, "from"), (2, "until")]),
        (Shape::Classes, Value::List(items)) => {
            items.iter().map(|class| entries(class, &[(1, "class"), (2, "passed")])).collect::<Vec<_>>().into()
        }
        _ => plain(value),
    }
}

fn named(names: &[&str], values: impl Iterator<Item = Json>) -> Json {
    names.iter().map(|name| (*name).to_owned()).zip(values).collect::<Map<_, _>>().into()
}

fn entries(value: &Value, names: &[(u64, &str)]) -> Json {
    let entry = |(key, name): &(u64, &str)| Some(((*name).to_owned(), plain(value.entry(*key)?)));
    names.iter().filter_map(entry).collect::<Map<_, _>>().into()
}

/// Texts as signed, dates in ISO 8601, `false` where the paper says none.
pub(crate) fn plain(value: &Value) -> Json {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Int(number) => (*number).into(),
        Value::Bool(flag) => (*flag).into(),
        Value::Date(date) => times::iso_date(*date).into(),
        Value::List(items) => items.iter().map(plain).collect::<Vec<_>>().into(),
        _ => Json::Null,
    }
}
