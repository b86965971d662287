//! The schemas of what the command line prints beside reports.

use super::report::{code, encounter, report};
use super::write::{File, Object, Of, always, count, object, sometimes, text, word};
use doichieu::field::{FIELDS, FieldRow, KINDS, Kind, Place, Shape};
use doichieu::input::Layer;
use serde_json::{Map, Value as Json, json};

/// Where reading stopped before the core was asked.
const BEFORE: [&str; 2] = ["file", "picture"];

pub(crate) fn unreadable() -> File {
    let says =
        "What `--json` prints for a code that is no document. Nothing of what was read, and nothing about anybody.";
    let members = vec![always("unreadable", object("unreadable"), "Where reading stopped.")];
    let root = Object { name: "answer", title: "Unreadable", says, members };
    File { name: "unreadable", root, parts: vec![stopped()], more: Vec::new() }
}

fn stopped() -> Object {
    use Layer::{Base45, Cbor, Cose, Frames, Text, Zlib};
    let layers: Vec<_> = [Text, Base45, Frames, Zlib, Cbor, Cose].into_iter().map(Layer::name).chain(BEFORE).collect();
    let members = vec![
        sometimes("at", count("offset"), "where the core read it", "At which byte or character of the layer."),
        always("code", code(), "What to tell whoever scans."),
        sometimes("fault", text("name"), "for an unsigned code (`plain`)", "What was odd about it."),
        sometimes("have", count("number"), "where parts of an animated code are missing", "How many parts arrived."),
        sometimes("layer", word(&layers), "unless it was an unsigned code (`plain`)", "Where reading stopped."),
        sometimes("of", count("number"), "where parts of an animated code are missing", "How many parts there are."),
        sometimes("part", count("place, from 0"), "for an unsigned code (`plain`)", "Which part of it was odd."),
        sometimes("trouble", code(), "where no code was found in a file", "What it is exactly: `explain` knows it."),
    ];
    Object { name: "unreadable", title: "Where reading stopped", says: "A layer and an offset, nothing else.", members }
}

pub(crate) fn error() -> File {
    let says = "What `--json` prints where a command stopped before there was anything to say: exit code 64 or 65. Nothing is said about anybody.";
    let members = vec![always("error", object("error"), "Why it stopped.")];
    let root = Object { name: "answer", title: "Set-up error", says, members };
    let members = vec![
        always(
            "code",
            Of::new("code: `explain` knows it", json!({ "type": "string", "pattern": "^[a-z0-9_]+([.][a-z0-9_]+)*$" })),
            "Its code. New ones are added, none changes its meaning.",
        ),
        always("en", text("text"), "What is wrong and what to do. It may name files of this device, and no citizen."),
        always("vi", text("text"), "The same in Vietnamese."),
    ];
    let error =
        Object { name: "error", title: "Error", says: "Something of this device or of the command line.", members };
    File { name: "error", root, parts: vec![error], more: Vec::new() }
}

pub(crate) fn phones() -> File {
    let says = "What `encounter --json` and `inspect --json --as-encounter` print.";
    let members = vec![
        always("encounter", object("encounter"), "What they say together."),
        always("reports", object("report").list(), "A report for every code that was read."),
        always("unread", object("unread").list(), "Codes that were no document."),
    ];
    let root = Object { name: "phones", title: "Showings of several phones", says, members };
    let members = vec![
        always("phone", count("place, from 0"), "Which phone."),
        always("unreadable", object("unreadable"), "Where reading stopped."),
    ];
    let unread =
        Object { name: "unread", title: "Unread code", says: "A phone whose code is to be scanned again.", members };
    let more = vec![("encounter", encounter().schema()), ("report", report().schema())];
    File { name: "phones", root, parts: vec![unread, stopped()], more }
}

pub(crate) fn values() -> File {
    let says = "What `inspect --json --values` prints. **Personal data**: it ends when the release does, and belongs in no log.";
    let members = vec![
        always("personalData", Of::new("true", json!({ "const": true })), "That this is personal data."),
        sometimes(
            "report",
            object("report"),
            "for one showing (`inspect`)",
            "The report, as it stands without values.",
        ),
        sometimes(
            "encounter",
            object("phones"),
            "for an encounter (`encounter`, `--as-encounter`)",
            "What the same command prints without `--values`.",
        ),
        always(
            "values",
            Of::new(
                "object `values`; for an encounter a list of them",
                json!({ "anyOf": [
            { "$ref": "#/$defs/values" },
            { "type": "array", "items": { "$ref": "#/$defs/values" } },
        ] }),
            ),
            "The values of each report's proven papers, by kind.",
        ),
    ];
    let root = Object { name: "answer", title: "Report and values", says, members };
    let kinds: Map<_, _> = KINDS.iter().map(|row| (row.name.to_owned(), of_kind(row.kind, row.text.en))).collect();
    let values = json!({
        "title": "Values",
        "description": "By kind of paper its released fields. What is not there was not asked, not agreed to or not in the paper.",
        "type": "object",
        "properties": kinds,
        "additionalProperties": false,
    });
    let more = vec![("phones", phones().schema()), ("report", report().schema()), ("values", values)];
    File { name: "values", root, parts: Vec::new(), more }
}

fn of_kind(kind: Kind, title: &str) -> Json {
    let rows = FIELDS.iter().filter(|row| row.kind.is_none_or(|of| of == kind) && row.place == Place::Paper);
    fields(kind, title, rows)
}

fn fields(kind: Kind, title: &str, rows: impl Iterator<Item = &'static FieldRow>) -> Json {
    let passing = rows.filter(|row| !row.class.never_passes());
    let members: Map<_, _> = passing.map(|row| (row.name.to_owned(), value(kind, row))).collect();
    json!({ "title": title, "type": "object", "properties": members, "additionalProperties": false })
}

fn value(kind: Kind, row: &FieldRow) -> Json {
    let mut schema = match row.shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Texts => json!({ "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "type": "null" }] }),
        Shape::Count => json!({ "type": "integer" }),
        Shape::Date => date(),
        Shape::DayOrNone => json!({ "anyOf": [date(), { "type": "null" }] }),
        Shape::Points => or_none(&["points", "asOf"], &[], &json!({ "type": "integer" })),
        Shape::Suspension => or_none(&["from"], &["until"], &date()),
        Shape::Classes => json!({ "type": "array", "items": class() }),
        Shape::Part => {
            let rows = FIELDS.iter().filter(|row| row.kind == Some(kind) && row.place == Place::Part);
            json!({ "anyOf": [fields(kind, row.text.en, rows), { "type": "null" }] })
        }
        _ => json!(false),
    };
    if let Some(members) = schema.as_object_mut() {
        members.insert("description".to_owned(), format!("{} ({}).", row.text.en, row.text.vi).into());
    }
    schema
}

/// The days that a date may mean: one, or all those of the month or year that is all the paper says.
fn date() -> Json {
    let day = json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
    named(&["earliest", "latest"], &[], &day)
}

/// A class of a licence, and the day it was passed on where the paper says one.
fn class() -> Json {
    json!({
        "type": "object",
        "properties": { "class": { "type": "string" }, "passed": date() },
        "required": ["class"],
        "additionalProperties": false,
    })
}

fn named(must: &[&str], may: &[&str], of: &Json) -> Json {
    let members: Map<_, _> = must.iter().chain(may).map(|name| ((*name).to_owned(), of.clone())).collect();
    json!({ "type": "object", "properties": members, "required": must, "additionalProperties": false })
}

fn or_none(must: &[&str], may: &[&str], of: &Json) -> Json {
    json!({ "anyOf": [named(must, may, of), { "type": "null" }] })
}
