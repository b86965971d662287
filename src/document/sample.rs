//! Papers for tests, built as an issuer would fill them in.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a failing test may panic")]

use super::{Paper, Source, Standing};
use crate::field::{Field, FieldKey, Kind};
use crate::time::{Day, UnixTime};
use crate::value::{Date, Value};
use std::string::ToString;
use std::vec::Vec;

/// Noon in Viet Nam on a day.
pub(crate) fn noon(year: i32, month: u32, day: u32) -> UnixTime {
    let days = u64::try_from(Day::from_civil(year, month, day).unwrap().number()).unwrap();
    UnixTime::new(days * 86_400 + 5 * 3600).unwrap()
}

/// A full day.
pub(crate) fn day(year: i32, month: u32, day: u32) -> Value {
    Value::Date(Date::day(Day::from_civil(year, month, day).unwrap()))
}

/// `false`: none, no end, no such part.
pub(crate) const NONE: Value = Value::Bool(false);

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_string())
}

pub(crate) fn texts(all: &[&str]) -> Value {
    Value::List(all.iter().map(|one| text(one)).collect())
}

/// Classes without days of passing.
pub(crate) fn classes(all: &[&str]) -> Value {
    Value::List(all.iter().map(|one| Value::Map(Vec::from([(1, text(one))]))).collect())
}

/// Classes with their days of passing.
pub(crate) fn passed(all: &[(&str, Value)]) -> Value {
    let class = |(name, day): &(&str, Value)| {
        Value::Map(Vec::from([(1, text(name)), (2, Value::Date(day.as_date().unwrap()))]))
    };
    Value::List(all.iter().map(class).collect())
}

/// Points left, as the register said at a time.
pub(crate) fn points(left: i64, as_of: UnixTime) -> Value {
    Value::List(Vec::from([Value::Int(left), Value::Int(i64::try_from(as_of.seconds()).unwrap())]))
}

/// A suspension from a day, to a day if one is given.
pub(crate) fn suspension(first: Value, last: Option<Value>) -> Value {
    let mut entries = Vec::from([(1, first)]);
    entries.extend(last.map(|last| (2, last)));
    Value::Map(entries)
}

/// A part without blemish and without end, with some of its entries replaced.
pub(crate) fn part(changes: Vec<(Field, Value)>) -> Value {
    let key = |field: Field| field.in_part(Kind::DRIVING_LICENCE).unwrap().number();
    part_with(changes.into_iter().map(|(field, value)| (key(field), value)).collect())
}

/// The same with entries by their numbers, whether or not they are fields.
pub(crate) fn part_with(changes: Vec<(u64, Value)>) -> Value {
    let mut entries = Vec::from([
        (Field::VALID_UNTIL.number(), NONE),
        (Field::POINTS.number(), points(12, noon(2026, 11, 1))),
        (Field::SUSPENSION.number(), NONE),
        (Field::SEIZED_UNTIL.number(), NONE),
    ]);
    for (key, value) in changes {
        entries.retain(|(number, _)| *number != key);
        entries.push((key, value));
    }
    Value::Map(entries)
}

/// A paper whose register spoke at a time, without any field.
pub(crate) fn paper(kind: Kind, as_of: UnixTime) -> Paper {
    let source =
        Source { authority: "C06".to_string(), as_of, standing: Standing::InForce, status: None, evidence: None };
    Paper { kind, source, fields: Vec::new(), withheld: 0 }
}

impl Paper {
    /// The paper with a field of its kind set.
    pub(crate) fn with(self, field: Field, value: Value) -> Self {
        let key = field.in_kind(self.kind).unwrap();
        self.with_key(key, value)
    }

    /// The same by its key, whether or not it is a field of the kind.
    pub(crate) fn with_key(mut self, key: FieldKey, value: Value) -> Self {
        self.fields.retain(|(of, _)| *of != key);
        self.fields.push((key, value));
        self
    }

    /// The paper without a field.
    pub(crate) fn without(mut self, field: Field) -> Self {
        let key = field.in_kind(self.kind).unwrap();
        self.fields.retain(|(of, _)| *of != key);
        self
    }
}

/// A licence of classes A1 and B with both parts in force.
pub(crate) fn licence() -> Paper {
    paper(Kind::DRIVING_LICENCE, noon(2026, 11, 20))
        .with(Field::REGIME, text("vn-2024"))
        .with(Field::RESTRICTIONS, texts(&[]))
        .with(Field::CLASSES, classes(&["A1", "B"]))
        .with(Field::MOTORCYCLE_PART, part(Vec::new()))
        .with(Field::CAR_PART, part(Vec::new()))
}

/// An identity without end.
pub(crate) fn identity() -> Paper {
    paper(Kind::IDENTITY, noon(2026, 11, 20))
        .with(Field::FULL_NAME, text("Nguyễn Thị Hòa"))
        .with(Field::DATE_OF_BIRTH, day(1991, 4, 2))
        .with(Field::VALID_UNTIL, NONE)
}

/// A registration of a motorcycle of 110 cm³.
pub(crate) fn registration() -> Paper {
    paper(Kind::VEHICLE_REGISTRATION, noon(2026, 11, 20))
        .with(Field::VALID_UNTIL, NONE)
        .with(Field::REGISTRATION_SEIZED_UNTIL, NONE)
        .with(Field::PLATE, text("59-X1 123.45"))
        .with(Field::VEHICLE_KIND, text("motorcycle"))
        .with(Field::DISPLACEMENT_CC, Value::Int(110))
}

/// A health card from 2026-01-01 to 2026-12-31.
pub(crate) fn health_card() -> Paper {
    paper(Kind::HEALTH_INSURANCE_CARD, noon(2026, 11, 20))
        .with(Field::VALID_FROM, day(2026, 1, 1))
        .with(Field::VALID_UNTIL, day(2026, 12, 31))
}

/// An inspection of the same vehicle, to 2026-12-31.
pub(crate) fn inspection() -> Paper {
    paper(Kind::INSPECTION_CERTIFICATE, noon(2026, 11, 20))
        .with(Field::VALID_UNTIL, day(2026, 12, 31))
        .with(Field::PLATE, text("59-X1 123.45"))
}

/// An insurance of the same vehicle, from 2026-01-01 to 2026-12-31.
pub(crate) fn insurance() -> Paper {
    paper(Kind::LIABILITY_INSURANCE, noon(2026, 11, 20))
        .with(Field::VALID_FROM, day(2026, 1, 1))
        .with(Field::VALID_UNTIL, day(2026, 12, 31))
        .with(Field::PLATE, text("59X112345"))
}

/// A foreigner's identity without a number: passport and stay run on.
pub(crate) fn foreigner() -> Paper {
    paper(Kind::FOREIGNER_IDENTITY, noon(2026, 11, 20))
        .with(Field::FULL_NAME, text("Svensson Anna Maria"))
        .with(Field::DATE_OF_BIRTH, day(1988, 5, 17))
        .with(Field::NATIONALITY, text("SWE"))
        .with(Field::PASSPORT_VALID_UNTIL, day(2031, 1, 31))
        .with(Field::STAY_VALID_UNTIL, day(2027, 6, 30))
}

/// A child of five, made out under the key of the person of `identity`.
pub(crate) fn dependant() -> Paper {
    paper(Kind::DEPENDANT, noon(2026, 11, 20))
        .with(Field::FULL_NAME, text("Trần Gia Hân"))
        .with(Field::DATE_OF_BIRTH, day(2021, 3, 8))
        .with(Field::RELATION, text("con"))
        .with(Field::GUARDIAN_NAME, text("Nguyễn Thị Hòa"))
        .with(Field::VALID_UNTIL, day(2035, 3, 7))
}
