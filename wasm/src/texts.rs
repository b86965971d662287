//! The two tables in words: reasons with their steps, kinds and fields. No text holds a value of a paper.

use crate::names;
use crate::object::{list, object, text, worded};
use alloc::string::String;
use doichieu::field::{Class, FIELDS, FieldRow, KINDS, Kind, Sensitivity};
use doichieu::reason::{Filling, Gravity, Reason, Row, Step};
use doichieu::{Language, Text};
use doichieu::{LawfulStep, Question, RoleProfile, SetUp, Shown, VehicleKind, VehicleMeasure};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The row of a reason. `field`: the name of the field that a finding is about; `kind`: the paper it is about or stands
/// on, if it is known.
///
/// # Errors
/// An `ArgumentError` for a code that is none.
#[wasm_bindgen(js_name = reasonText)]
pub fn reason_text(code: &str, field: Option<String>, kind: Option<String>) -> Result<JsValue, JsValue> {
    let row = names::reason(code)?.row();
    let about = field.and_then(|name| any_field(&name, kind.as_deref()));
    let paper = kind.and_then(|kind| Kind::from_name(&kind));
    Ok(object(&[
        ("code", JsValue::from_str(row.code)),
        ("axis", JsValue::from_str(row.axis.name())),
        ("gravity", JsValue::from_str(row.gravity.name())),
        ("side", JsValue::from_str(row.side.name())),
        ("vi", said(row, Language::Vi, about.map(|field| field.text.vi), paper)),
        ("en", said(row, Language::En, about.map(|field| field.text.en), paper)),
        ("step", step(row.step, &Filling::default())),
        ("aloud", aloud(row.aloud())),
    ]))
}

/// A finding as a report tells it: what its words are made of.
pub(crate) struct Told {
    reason: Reason,
    filling: Filling,
}

impl Told {
    /// `kind`: that of the paper it stands on.
    ///
    /// # Errors
    /// An `ArgumentError` for a code, a turn or a part that is none.
    pub(crate) fn read(finding: &JsValue, kind: Option<&str>) -> Result<Self, JsValue> {
        let reason = names::reason(&names::text_in(finding, "code")?.unwrap_or_default())?;
        let (turn, part) = (names::turn(finding)?, names::part(finding)?);
        let own = names::text_in(finding, "kind").ok().flatten();
        let kind = own.as_deref().or(kind);
        let about = names::text_in(finding, "about")?.and_then(|name| any_field(&name, kind));
        let gravity = names::text_in(finding, "gravity")?;
        let note = gravity.filter(|gravity| gravity == Gravity::Note.name()).map(|_| Gravity::Note);
        let filling = Filling::of(names::age(finding), turn).about(about).for_kind(kind.and_then(Kind::from_name));
        Ok(Self { reason, filling: filling.as_grave_as(note).of_part(part) })
    }

    /// With what its paper, of this kind, shows now; without it once that has ended.
    pub(crate) fn fill(&mut self, kind: Kind, shown: Option<&Shown<'_>>) {
        let known = core::mem::take(&mut self.filling);
        self.filling = match shown {
            Some(shown) => shown.fill(self.reason, known),
            None => known.for_kind(Some(kind)),
        };
    }

    /// What it says, the one step that follows in this role, what may be said aloud.
    pub(crate) fn words(&self, role: &RoleProfile) -> JsValue {
        let [vi, en] = [Language::Vi, Language::En].map(|language| role.said(self.reason, language, &self.filling));
        let [vi_step, en_step] = [&vi, &en].map(|said| said.step_text().unwrap_or_default());
        object(&[
            ("code", JsValue::from_str(self.reason.code())),
            ("vi", JsValue::from_str(vi.text())),
            ("en", JsValue::from_str(en.text())),
            ("step", worded(vi.step().code(), vi_step, en_step)),
            ("aloud", aloud(vi.aloud())),
        ])
    }
}

/// What may be said aloud about a reason.
fn aloud(text: Option<Text>) -> JsValue {
    text.map_or(JsValue::UNDEFINED, |text| in_both(text.vi, text.en))
}

fn in_both(vi: &str, en: &str) -> JsValue {
    object(&[("vi", JsValue::from_str(vi)), ("en", JsValue::from_str(en))])
}

/// A kind of paper in words.
///
/// # Errors
/// An `ArgumentError` for a name that is none.
#[wasm_bindgen(js_name = kindText)]
pub fn kind_text(kind: &str) -> Result<JsValue, JsValue> {
    let row = names::kind(kind)?.row();
    Ok(row.map_or(JsValue::UNDEFINED, |row| {
        object(&[("vi", JsValue::from_str(row.text.vi)), ("en", JsValue::from_str(row.text.en))])
    }))
}

/// A field in words, with its class and sensitivity in law; also one that stands within a part. `undefined`: there is
/// none of this name.
#[wasm_bindgen(js_name = fieldText)]
#[must_use]
pub fn field_text(field: &str, kind: Option<String>) -> JsValue {
    let Some(row) = any_field(field, kind.as_deref()) else { return JsValue::UNDEFINED };
    object(&[
        ("vi", JsValue::from_str(row.text.vi)),
        ("en", JsValue::from_str(row.text.en)),
        ("class", JsValue::from_str(class(row.class))),
        ("sensitive", (row.sensitivity == Sensitivity::Sensitive).into()),
        ("display", JsValue::from_str(row.display().name())),
        ("bearing", row.bearing.into()),
    ])
}

/// A set-up code in words. `undefined`: there is no such code.
#[wasm_bindgen(js_name = setUpText)]
#[must_use]
pub fn set_up_text(code: &str) -> JsValue {
    let known = SetUp::ALL.iter().find(|set_up| set_up.code() == code);
    known.map_or(JsValue::UNDEFINED, |set_up| {
        object(&[("vi", JsValue::from_str(set_up.text().vi)), ("en", JsValue::from_str(set_up.text().en))])
    })
}

/// What a file looks like, by its bytes: `{ name, vi, en, told? }`. `told`: what to say where a file of the kind
/// `wanted` was to be chosen, and this is another.
///
/// # Errors
/// An `ArgumentError` for a kind that is none.
#[wasm_bindgen]
pub fn recognise(bytes: &[u8], wanted: Option<String>) -> Result<JsValue, JsValue> {
    let found = doichieu::recognise(bytes);
    let wanted = wanted.map(|name| names::file_kind(&name)).transpose()?;
    let told = |language| wanted.and_then(|wanted| found.in_place_of(wanted, language));
    let told = told(Language::Vi).zip(told(Language::En)).map_or(JsValue::UNDEFINED, |(vi, en)| in_both(&vi, &en));
    Ok(object(&[
        ("name", JsValue::from_str(found.name())),
        ("vi", JsValue::from_str(found.text().vi)),
        ("en", JsValue::from_str(found.text().en)),
        ("told", told),
    ]))
}

/// The kinds of paper that this engine reads.
#[wasm_bindgen]
#[must_use]
pub fn kinds() -> JsValue {
    list(KINDS.iter().map(|row| named(row.name, row.text)))
}

/// The kinds of vehicle that an officer picks from.
#[wasm_bindgen(js_name = vehicleKinds)]
#[must_use]
pub fn vehicle_kinds() -> JsValue {
    list(VehicleKind::ALL.iter().map(|kind| named(kind.name(), kind.text())))
}

/// The measures that classes turn on for a vehicle, or all of them, in the order to ask for them.
///
/// # Errors
/// An `ArgumentError` for what is no vehicle.
#[wasm_bindgen(js_name = vehicleMeasures)]
pub fn vehicle_measures(vehicle: &JsValue) -> Result<JsValue, JsValue> {
    let measures = if vehicle.is_undefined() { VehicleMeasure::ALL } else { names::vehicle(vehicle)?.measures() };
    Ok(list(measures.iter().map(|of| {
        let (name, in_words) = (JsValue::from_str(of.name()), of.text());
        object(&[
            ("name", name),
            ("vi", JsValue::from_str(in_words.vi)),
            ("en", JsValue::from_str(in_words.en)),
            ("member", text(names::measure_member(*of))),
        ])
    })))
}

/// Every question that may be asked of a licence, as the citizen reads it, too.
#[wasm_bindgen]
#[must_use]
pub fn questions() -> JsValue {
    list(Question::all().map(|of| named(of.name(), of.text())))
}

/// The article behind a rule's id.
#[wasm_bindgen]
#[must_use]
pub fn citation(rule: &str) -> JsValue {
    text(doichieu::citation(rule))
}

/// The same citation in Vietnamese, in the order of its law.
#[wasm_bindgen(js_name = citationVi)]
#[must_use]
pub fn citation_vi(citation: &str) -> JsValue {
    text(doichieu::citation_vi(citation))
}

/// Lawful steps with their words, rule and article.
pub(crate) fn lawful(steps: &[LawfulStep], kind: Kind) -> JsValue {
    let filling = Filling::default().for_kind(Some(kind));
    list(
        steps
            .iter()
            .map(|of| object(&[("step", step(of.step, &filling)), ("rule", text(of.rule)), ("law", text(of.law))])),
    )
}

/// A next step with its words.
pub(crate) fn step(of: Step, filling: &Filling) -> JsValue {
    worded(of.code(), &of.said(Language::Vi, filling), &of.said(Language::En, filling))
}

/// A name of a registry with its words.
fn named(name: &str, text: Text) -> JsValue {
    object(&[("name", JsValue::from_str(name)), ("vi", JsValue::from_str(text.vi)), ("en", JsValue::from_str(text.en))])
}

fn said(row: &Row, language: Language, field: Option<&'static str>, paper: Option<Kind>) -> JsValue {
    let text = if field.is_some() { row.about(language, field) } else { row.about_paper(language, paper) };
    JsValue::from_str(&text)
}

fn any_field(name: &str, kind: Option<&str>) -> Option<&'static FieldRow> {
    let kind = kind.and_then(|kind| names::kind(kind).ok());
    FIELDS.iter().find(|row| row.name == name && (kind.is_none() || row.kind.is_none() || row.kind == kind))
}

const fn class(of: Class) -> &'static str {
    match of {
        Class::Identity => "identity",
        Class::Contact => "contact",
        Class::Health => "health",
        Class::Biometric => "biometric",
        Class::Special => "special",
        Class::Family => "family",
        Class::Vehicle => "vehicle",
        Class::Status => "status",
        _ => "other",
    }
}
