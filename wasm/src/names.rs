//! Registry names, as JavaScript passes them.

use crate::clock::whole;
use crate::object::member;
use crate::thrown;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use doichieu::field::{FIELDS, Field, Kind, Place, Purpose};
use doichieu::reason::{PartUse, Reason, Turn};
use doichieu::{FileKind, Gear, Measure, Question, Towed, Vehicle, VehicleKind, VehicleMeasure};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The kind of file of a name.
pub(crate) fn file_kind(name: &str) -> Result<FileKind, JsValue> {
    let found = FileKind::ALL.iter().find(|kind| kind.name() == name).copied();
    found.ok_or_else(|| unknown("argument.file_kind", "kind of file"))
}

/// The purpose of a name.
pub(crate) fn purpose(name: &str) -> Result<Purpose, JsValue> {
    Purpose::from_name(name).ok_or_else(|| unknown("argument.purpose", "purpose"))
}

/// The kind of paper of a name.
pub(crate) fn kind(name: &str) -> Result<Kind, JsValue> {
    Kind::from_name(name).ok_or_else(|| unknown("argument.kind", "kind of paper"))
}

/// The reason of a code.
pub(crate) fn reason(code: &str) -> Result<Reason, JsValue> {
    Reason::from_code(code).ok_or_else(|| unknown("argument.reason", "reason"))
}

/// The question of a name.
pub(crate) fn question(name: &str) -> Result<Question, JsValue> {
    Question::from_name(name).ok_or_else(|| unknown("argument.question", "question"))
}

/// A field of a kind of paper, by name.
pub(crate) fn field(kind: Kind, name: &str) -> Result<Field, JsValue> {
    let known =
        |row: &&doichieu::field::FieldRow| row.kind == Some(kind) && row.place == Place::Paper && row.name == name;
    FIELDS
        .iter()
        .find(known)
        .map(|row| row.field)
        .ok_or_else(|| unknown("argument.field", "field of this kind of paper"))
}

/// `{ kind: [field, …], … }`, of one kind and one field of each at least.
pub(crate) fn fields_by_kind(of: &JsValue) -> Result<Vec<(Kind, Vec<Field>)>, JsValue> {
    if !of.is_object() {
        return Err(no_fields());
    }
    Object::entries(of.unchecked_ref::<Object>()).iter().map(|entry| of_one_kind(&Array::from(&entry))).collect()
}

/// `[kind, [field, …]]`.
fn of_one_kind(entry: &Array) -> Result<(Kind, Vec<Field>), JsValue> {
    let (kind, names) = (kind(&text(&entry.get(0)))?, entry.get(1));
    if !Array::is_array(&names) {
        return Err(no_fields());
    }
    let fields: Vec<_> = Array::from(&names).iter().map(|name| field(kind, &text(&name))).collect::<Result<_, _>>()?;
    if fields.is_empty() { Err(no_fields()) } else { Ok((kind, fields)) }
}

/// What is asked for is neither everything, in the word for it, nor fields.
pub(crate) fn no_fields() -> JsValue {
    thrown::argument("argument.only", "only: fields by kind of paper, or the word \"all\"; or a question instead")
}

/// `{ kind, displacementCc?, powerW?, seats?, grossMassKg?, payloadKg?, unladenMassKg?, seatsOfLike?, gear?, towed? }`.
pub(crate) fn vehicle(of: &JsValue) -> Result<Vehicle, JsValue> {
    let kind = VehicleKind::from_name(&text_in(of, "kind")?.unwrap_or_default());
    let mut vehicle = Vehicle::new(kind.ok_or_else(|| unknown("argument.vehicle", "kind of vehicle"))?);
    vehicle.displacement_cc = measure(of, "displacementCc")?;
    vehicle.power_w = measure(of, "powerW")?;
    vehicle.seats = measure(of, "seats")?;
    vehicle.gross_mass_kg = measure(of, "grossMassKg")?;
    vehicle.payload_kg = measure(of, "payloadKg")?;
    vehicle.unladen_mass_kg = measure(of, "unladenMassKg")?;
    vehicle.seats_of_like = measure(of, "seatsOfLike")?;
    vehicle.gear = gear(text_in(of, "gear")?)?;
    Ok(vehicle.towing(towed(&member(of, "towed"))?))
}

/// The member of a vehicle that is this measure; a trailer's mass is none of it.
pub(crate) const fn measure_member(of: VehicleMeasure) -> Option<&'static str> {
    match of {
        VehicleMeasure::DisplacementCc => Some("displacementCc"),
        VehicleMeasure::PowerW => Some("powerW"),
        VehicleMeasure::Seats => Some("seats"),
        VehicleMeasure::GrossMassKg => Some("grossMassKg"),
        VehicleMeasure::PayloadKg => Some("payloadKg"),
        VehicleMeasure::UnladenMassKg => Some("unladenMassKg"),
        _ => None,
    }
}

fn gear(name: Option<String>) -> Result<Option<Gear>, JsValue> {
    let Some(name) = name else { return Ok(None) };
    let gear = [Gear::Manual, Gear::Automatic].into_iter().find(|gear| gear.name() == name);
    gear.map(Some).ok_or_else(|| unknown("argument.gear", "gear"))
}

/// A name, or `{ kind, grossMassKg? }`.
fn towed(of: &JsValue) -> Result<Towed, JsValue> {
    if of.is_undefined() {
        return Ok(Towed::Nothing);
    }
    let (name, gross_mass_kg) =
        if of.is_object() { (text(&member(of, "kind")), measure(of, "grossMassKg")?) } else { (text(of), None) };
    let towed = [Towed::Nothing, Towed::Trailer { gross_mass_kg }, Towed::SemiTrailer, Towed::Carriage];
    towed.into_iter().find(|towed| towed.name() == name).ok_or_else(|| unknown("argument.towed", "towed vehicle"))
}

/// A number, `{ atMost }`, `{ above }`, or not there.
fn measure(of: &JsValue, name: &str) -> Result<Option<Measure>, JsValue> {
    let passed = member(of, name);
    if !passed.is_object() {
        return Ok(count(of, name)?.map(Measure::Exactly));
    }
    match (count(&passed, "atMost")?, count(&passed, "above")?) {
        (Some(bound), None) => Ok(Some(Measure::AtMost(bound))),
        (None, Some(bound)) => Ok(Some(Measure::Above(bound))),
        _ => Err(thrown::argument("argument.measure", "a number, { atMost } or { above } was expected")),
    }
}

/// A member that is a whole number, or not there.
pub(crate) fn count(of: &JsValue, name: &str) -> Result<Option<u64>, JsValue> {
    let number = |passed: JsValue| passed.as_f64().and_then(crate::clock::whole);
    there(of, name, number, "argument.count", "a whole number from 0 was expected")
}

/// A member that is a text, or not there.
pub(crate) fn text_in(of: &JsValue, name: &str) -> Result<Option<String>, JsValue> {
    there(of, name, |passed| passed.as_string(), "argument.text", "a text was expected")
}

/// The turn that a finding has taken.
pub(crate) fn turn(finding: &JsValue) -> Result<Option<Turn>, JsValue> {
    one_of(finding, "turn", Turn::ALL, |turn| turn.name())
}

/// What the part that a finding is about is to what is driven.
pub(crate) fn part(finding: &JsValue) -> Result<Option<PartUse>, JsValue> {
    one_of(finding, "part", PartUse::ALL, |part| part.name())
}

fn one_of<T: Copy>(of: &JsValue, name: &str, all: &[T], known: fn(T) -> &'static str) -> Result<Option<T>, JsValue> {
    let Some(passed) = text_in(of, name)? else { return Ok(None) };
    let found = all.iter().copied().find(|one| known(*one) == passed);
    found.map(Some).ok_or_else(|| unknown("argument.text", "text"))
}

/// The age of a finding, in whole seconds.
pub(crate) fn age(finding: &JsValue) -> Option<u64> {
    member(finding, "age").as_f64().and_then(whole)
}

/// A member that is an object, or not there.
pub(crate) fn object_in(of: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    there(of, name, |passed| passed.is_object().then_some(passed), "argument.object", "an object was expected")
}

/// Passed and not understood is no less than a mistake: who is asked for less than is meant by it would be asked for
/// everything.
fn there<T>(
    of: &JsValue,
    name: &str,
    read: impl FnOnce(JsValue) -> Option<T>,
    code: &str,
    says: &str,
) -> Result<Option<T>, JsValue> {
    let passed = member(of, name);
    if passed.is_undefined() {
        return Ok(None);
    }
    read(passed).map(Some).ok_or_else(|| thrown::argument(code, says))
}

fn text(of: &JsValue) -> String {
    of.as_string().unwrap_or_default()
}

fn unknown(code: &str, what: &str) -> JsValue {
    thrown::argument(code, &format!("no {what} of this name is known"))
}
