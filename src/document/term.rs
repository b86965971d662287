//! Terms as papers state them: a last day or `false`, a period or `false`.

use crate::time::Day;
use crate::value::Value;

/// The day of a `DayOrNone`; `None` for `false` and for what is no full day.
pub(crate) fn last_day(value: &Value) -> Option<Day> {
    value.as_date()?.full()
}

/// First and last day of a `Suspension`: `{ 1 => day, ? 2 => day }` and nothing else.
pub(crate) fn period(value: &Value) -> Option<(Day, Option<Day>)> {
    let Value::Map(entries) = value else { return None };
    if entries.iter().any(|(key, _)| !matches!(key, 1 | 2)) {
        return None;
    }
    let first = last_day(value.entry(1)?)?;
    let last = match value.entry(2) {
        None => None,
        Some(value) => Some(last_day(value)?),
    };
    last.is_none_or(|last| first <= last).then_some((first, last))
}
