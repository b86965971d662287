//! `reasons.json`, `steps.json` and `fields.json` of the npm package: every text of the tables with its code and its
//! places, for a host that speaks a third language. No text in them holds a value of a paper.

use super::agrees;
use doichieu::field::{FIELDS, KINDS, Place, Shape};
use doichieu::reason::{Filling, Reason, Setting, Step};
use doichieu::{Language, Text};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// What stands at each place, and from where whoever translates has it.
const PLACES: [(&str, &str); 7] = [
    ("before", "Before what a step is done: by the setting."),
    ("field", "Name of a field: by `about` of the finding, in fields.json. Without it a general word."),
    ("measure", "What is not to be done: by the setting."),
    ("number", "By which number a paper is looked up: by its kind."),
    (
        "paper",
        "Name of a kind of paper: by the paper or `kind` of the finding, in fields.json. Without it a general word.",
    ),
    ("part", "Name of a part of a licence: by `about` of the finding, in fields.json. Without it a general word."),
    ("role", "Who the post is: by the setting."),
];
const SETTINGS: [(&str, Setting); 3] = [("road", Setting::Road), ("clinic", Setting::Clinic), ("desk", Setting::Desk)];

#[test]
fn reasons_are_printed_for_a_third_language() {
    agrees("wasm/npm/reasons.json", &lines("reasons", Reason::ALL.iter().map(|reason| of_reason(*reason))));
}

#[test]
fn steps_are_printed_for_a_third_language() {
    agrees("wasm/npm/steps.json", &lines("steps", Step::ALL.iter().map(|step| of_step(*step))));
}

#[test]
fn fields_and_kinds_are_printed_for_a_third_language() {
    let kinds = KINDS
        .iter()
        .map(|row| json!({ "kind": row.name, "number": row.kind.number(), "vi": row.text.vi, "en": row.text.en }));
    let fields = FIELDS.iter().map(|row| {
        json!({
            "bearing": row.bearing, "class": format!("{:?}", row.class).to_lowercase(), "display": row.display().name(),
            "en": row.text.en, "kind": row.kind.and_then(|kind| kind.row()).map(|row| row.name), "name": row.name,
            "number": row.field.number(), "ofPart": row.place == Place::Part, "isPart": row.shape == Shape::Part,
            "sensitivity": format!("{:?}", row.sensitivity).to_lowercase(), "vi": row.text.vi,
        })
    });
    agrees("wasm/npm/fields.json", &format!("{{\n{},\n{}\n}}\n", list("kinds", kinds), list("fields", fields)));
}

fn of_reason(reason: Reason) -> Json {
    let row = reason.row();
    let mut text = of_text(row.code, row.text);
    let members = text.as_object_mut().unwrap_or_else(|| panic!("no object"));
    for (name, value) in [
        ("axis", row.axis.name()),
        ("gravity", row.gravity.name()),
        ("side", row.side.name()),
        ("step", row.step.code()),
    ] {
        members.insert(name.to_owned(), value.into());
    }
    let aloud = row.aloud().map(|text| json!({ "vi": text.vi, "en": text.en }));
    members.extend(aloud.map(|text| ("aloud".to_owned(), text)));
    text
}

fn of_step(step: Step) -> Json {
    let mut text = of_text(step.code(), step.text());
    if let Some(members) = text.as_object_mut() {
        members.insert("costsCitizen".to_owned(), step.costs_citizen().into());
    }
    text
}

fn of_text(code: &str, text: Text) -> Json {
    let both = [text.vi, text.en].map(places);
    assert_eq!(both[0], both[1], "{code}: other places in the other language");
    let [places, _] = both;
    json!({ "code": code, "places": places, "vi": text.vi, "en": text.en })
}

/// The places of a text, by name.
pub(super) fn places(text: &str) -> BTreeSet<&str> {
    text.split(['{', '}']).skip(1).step_by(2).collect()
}

/// A member with one item to a line, so that a difference is read by eye; and what stands at the places of its texts.
fn lines(name: &str, items: impl Iterator<Item = Json>) -> String {
    let items: Vec<_> = items.collect();
    let used: BTreeSet<_> =
        items.iter().flat_map(|item| item["places"].as_array()).flatten().filter_map(Json::as_str).collect();
    let known = PLACES.iter().filter(|(place, _)| used.contains(place));
    let places: Map<_, _> = known.map(|(place, says)| ((*place).to_owned(), of_place(place, says))).collect();
    assert_eq!(places.len(), used.len(), "a place is not described: {used:?}");
    format!("{{\n\"places\": {},\n{}\n}}\n", Json::from(places), list(name, items.into_iter()))
}

fn list(name: &str, items: impl Iterator<Item = Json>) -> String {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    format!("\"{name}\": [\n{}\n]", items.join(",\n"))
}

/// What a place says, for each that it goes by.
fn of_place(place: &str, says: &str) -> Json {
    let by: Vec<_> = match place {
        "role" | "measure" | "before" => {
            SETTINGS.iter().map(|(name, setting)| (Some(*name), Filling::default().at(*setting))).collect()
        }
        "number" => KINDS.iter().map(|row| (Some(row.name), Filling::default().for_kind(Some(row.kind)))).collect(),
        _ => Vec::new(),
    };
    let general = [(None, Filling::default())];
    let words = general.into_iter().chain(by).map(|(by, filling)| {
        json!({ "for": by, "vi": stands(place, Language::Vi, &filling), "en": stands(place, Language::En, &filling) })
    });
    json!({ "says": says, "words": words.collect::<Vec<_>>() })
}

/// What the engine puts there: what is left of a text with this place alone, without what stands around it.
fn stands(place: &str, language: Language, filling: &Filling) -> String {
    let alone = |text: Text| places(text.of(language)) == BTreeSet::from([place]);
    let around = format!("{{{place}}}");
    let left = |text: Text, said: String| {
        let (before, after) = text.of(language).split_once(&around)?;
        Some(said.strip_prefix(before)?.strip_suffix(after)?.to_owned())
    };
    let step = Step::ALL.iter().find(|step| alone(step.text()));
    let reason = Reason::ALL.iter().map(|reason| reason.row()).find(|row| alone(row.text));
    let said = match (step, reason) {
        (Some(step), _) => left(step.text(), step.said(language, filling)),
        (None, Some(row)) => left(row.text, row.about(language, None)),
        _ => None,
    };
    said.unwrap_or_else(|| panic!("no text has {place} alone"))
}
