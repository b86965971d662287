//! The host's clock, and times as JavaScript has them: numbers of seconds.

use crate::thrown;
use doichieu::time::UnixTime;
use wasm_bindgen::JsValue;

/// Milliseconds in a second, as `Date.now()` counts.
const MILLISECONDS: f64 = 1000.0;

/// The time that was passed, or the host's own clock if none was.
pub(crate) fn at(passed: Option<f64>) -> Result<UnixTime, JsValue> {
    let seconds = passed.unwrap_or_else(|| (js_sys::Date::now() / MILLISECONDS).floor());
    let time = whole(seconds).and_then(UnixTime::new);
    time.ok_or_else(|| thrown::argument("argument.time", "a time is whole seconds since 1970, not milliseconds"))
}

/// Seconds for JavaScript.
pub(crate) fn seconds(time: UnixTime) -> f64 {
    number(time.seconds())
}

/// A count for JavaScript: exact below 2^53, and nothing the core counts is higher.
#[expect(clippy::as_conversions, reason = "times, ages, lengths and list numbers lie below 2^53")]
pub(crate) const fn number(count: u64) -> f64 {
    count as f64
}

/// A whole number from 0 that JavaScript passed.
#[expect(clippy::as_conversions, reason = "whole, not negative and exact, as just asked")]
pub(crate) fn whole(number: f64) -> Option<u64> {
    let exact = number.fract() == 0.0 && (0.0..=crate::clock::number(doichieu::input::HIGHEST_EXACT)).contains(&number);
    exact.then_some(number as u64)
}
