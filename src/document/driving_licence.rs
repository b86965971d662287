//! A driving licence read typed: two parts with lives of their own, classes, regime and restrictions.
//!
//! What does not have its shape reads as absent here; `schema` has said so already.

use super::Paper;
use super::term::{last_day, period};
use crate::field::{Field, Kind};
use crate::time::{Day, UnixTime};
use crate::value::{Date, Value};
use alloc::vec::Vec;

/// The two parts of an integrated licence (Decree 168/2024 art. 5(6), 50(1)(d)).
pub(crate) const PARTS: [Field; 2] = [Field::MOTORCYCLE_PART, Field::CAR_PART];

/// What a licence says of one of its parts.
pub(crate) enum PartState<'a> {
    /// It is there.
    Held(Part<'a>),
    /// `false`: the holder has no such part.
    Absent,
    /// Nothing readable.
    NotSaid,
}

/// One part of a licence.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) field: Field,
    value: &'a Value,
}

/// Points left in a part and when the register said so.
#[derive(Clone, Copy)]
pub(crate) struct Points {
    pub(crate) left: i64,
    pub(crate) as_of: UnixTime,
}

/// From the first to the last day, both included; no last day: until further notice.
#[derive(Clone, Copy)]
pub(crate) struct Suspension {
    pub(crate) first: Day,
    pub(crate) last: Option<Day>,
}

/// What a licence says of a part.
pub(crate) fn part(paper: &Paper, field: Field) -> PartState<'_> {
    match paper.value(field) {
        Some(value) if value.is_none() => PartState::Absent,
        Some(value @ Value::Map(_)) => PartState::Held(Part { field, value }),
        _ => PartState::NotSaid,
    }
}

impl Part<'_> {
    fn value(&self, field: Field) -> Option<&Value> {
        self.value.entry(field.in_part(Kind::DRIVING_LICENCE)?.number())
    }

    /// Day of issue, possibly partial, where it was said.
    pub(crate) fn issued_on(&self) -> Option<Date> {
        self.value(Field::ISSUED_ON)?.as_date()
    }

    /// Last day in force, where there is one.
    pub(crate) fn last_day(&self) -> Option<Day> {
        last_day(self.value(Field::VALID_UNTIL)?)
    }

    /// Its end as it was said: a last day, or none; `None`: not said.
    pub(crate) fn end(&self) -> Option<Option<Day>> {
        let value = self.value(Field::VALID_UNTIL)?;
        if value.is_none() { Some(None) } else { last_day(value).map(Some) }
    }

    /// Day of the appointment until which the police hold it, where they do.
    pub(crate) fn seized_until(&self) -> Option<Day> {
        last_day(self.value(Field::SEIZED_UNTIL)?)
    }

    /// Points, where the part carries them.
    pub(crate) fn points(&self) -> Option<Points> {
        let [left, as_of] = self.value(Field::POINTS)?.as_list()? else { return None };
        let as_of = UnixTime::new(u64::try_from(as_of.as_int()?).ok()?)?;
        Some(Points { left: left.as_int()?, as_of })
    }

    /// The suspension decided, where there is one.
    pub(crate) fn suspension(&self) -> Option<Suspension> {
        let (first, last) = period(self.value(Field::SUSPENSION)?)?;
        Some(Suspension { first, last })
    }
}

/// One class that a licence names.
#[derive(Clone, Copy)]
pub(crate) struct HeldClass<'a> {
    pub(crate) name: &'a str,
    /// When its holder passed for it, possibly partial, where it was said.
    pub(crate) passed_on: Option<Date>,
}

impl<'a> HeldClass<'a> {
    fn of(class: &'a Value) -> Option<Self> {
        Some(Self { name: class.entry(1)?.as_text()?, passed_on: class.entry(2).and_then(Value::as_date) })
    }
}

/// The classes, where they were shown and can all be read.
pub(crate) fn classes(paper: &Paper) -> Option<impl Iterator<Item = HeldClass<'_>> + Clone> {
    let list = paper.value(Field::CLASSES)?.as_list()?;
    let readable = list.iter().all(|class| HeldClass::of(class).is_some());
    readable.then(|| list.iter().filter_map(HeldClass::of))
}

/// Whose class names these are: `vn-2008` or `vn-2024`, or one we do not know.
pub(crate) fn regime(paper: &Paper) -> Option<&str> {
    paper.value(Field::REGIME)?.as_text()
}

/// Restriction codes; empty if the licence says there are none.
pub(crate) fn restrictions(paper: &Paper) -> Option<Vec<&str>> {
    let value = paper.value(Field::RESTRICTIONS)?;
    if value.is_none() {
        return Some(Vec::new());
    }
    value.as_list()?.iter().map(Value::as_text).collect()
}
