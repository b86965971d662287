#![expect(clippy::unwrap_used, reason = "a failing test may panic")]

use super::{Age, Decided, LeapDay};
use crate::document::sample::noon;
use crate::time::{Day, UnixTime};
use crate::value::Date;
use Decided::{No, Undetermined, Yes};

fn full(year: i32, month: u32, day: u32) -> Age {
    Age::of(Date::day(Day::from_civil(year, month, day).unwrap()))
}

fn partial(text: &str) -> Age {
    Age::of(Date::partial(text).unwrap())
}

#[test]
fn full_from_the_birthday_on() {
    let born = full(2012, 11, 21);
    assert_eq!(born.at_least(14, noon(2026, 11, 20)), No);
    assert_eq!(born.at_least(14, noon(2026, 11, 21)), Yes);
    assert_eq!(born.at_least(0, noon(2012, 11, 21)), Yes);
    assert_eq!(born.at_least(0, noon(2012, 11, 20)), No, "not born yet");
}

#[test]
fn the_day_is_viet_nams() {
    // 2026-11-20T17:00:00Z is midnight of the 21st in Viet Nam.
    let midnight = UnixTime::new(noon(2026, 11, 21).seconds() - 12 * 3600).unwrap();
    let born = full(2012, 11, 21);
    assert_eq!(born.at_least(14, midnight), Yes);
    assert_eq!(born.at_least(14, UnixTime::new(midnight.seconds() - 1).unwrap()), No);
}

#[test]
fn a_partial_date_is_an_interval() {
    for (born, before, first, last) in [
        ("2008", noon(2025, 12, 31), noon(2026, 1, 1), noon(2026, 12, 31)),
        ("2008-11", noon(2026, 10, 31), noon(2026, 11, 1), noon(2026, 11, 30)),
    ] {
        assert_eq!(partial(born).at_least(18, before), No, "{born}");
        assert_eq!(partial(born).at_least(18, first), Undetermined, "{born}");
        let almost = UnixTime::new(last.seconds() - 86_400).unwrap();
        assert_eq!(partial(born).at_least(18, almost), Undetermined, "{born}");
        assert_eq!(partial(born).at_least(18, last), Yes, "{born}: born on the last day, it is the birthday");
    }
}

#[test]
fn the_twenty_ninth_of_february_is_a_named_setting() {
    let born = full(2012, 2, 29);
    for (rule, on_the_28th) in
        [(LeapDay::NotSettled, Undetermined), (LeapDay::LastOfFebruary, Yes), (LeapDay::FirstOfMarch, No)]
    {
        assert_eq!(born.by(rule).at_least(14, noon(2026, 2, 27)), No, "{rule:?}");
        assert_eq!(born.by(rule).at_least(14, noon(2026, 2, 28)), on_the_28th, "{rule:?}");
        assert_eq!(born.by(rule).at_least(14, noon(2026, 3, 1)), Yes, "{rule:?}");
        assert_eq!(born.by(rule).at_least(16, noon(2028, 2, 28)), No, "{rule:?}: a leap year has the day");
        assert_eq!(born.by(rule).at_least(16, noon(2028, 2, 29)), Yes, "{rule:?}");
    }
    assert_eq!(LeapDay::default(), LeapDay::NotSettled);
}

#[test]
fn beyond_the_calendar_nothing_is_decided() {
    assert_eq!(full(2290, 1, 1).at_least(60, noon(2026, 11, 21)), Undetermined);
}
