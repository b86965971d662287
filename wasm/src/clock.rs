//! The host's clock, and times as JavaScript has them: numbers of seconds.

use crate::thrown;
use doichieu::time::UnixTime;
use wasm_bindgen::JsValue;

/// Milliseconds in a second, as `Date.now()` counts.
const MILLISECONDS: f64 = 1000.0;

/// The time that was passed, or the host's own clock if none was.
pub(crate) fn at(passed: Option<f64>) -> Result<UnixTime, JsValue> {
    let seconds = passed.map_or_else(|| begun(host()), whole);
    let time = seconds.and_then(UnixTime::new);
    time.ok_or_else(|| thrown::argument("argument.time", "a time is whole seconds since 1970, not milliseconds"))
}

/// The clock that something was opened by: the host's own; or, where a time was passed, one that said so then and runs
/// on with the host's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Running {
    /// Seconds that it is before the host's.
    ahead: f64,
}

impl Running {
    pub(crate) fn from(passed: Option<f64>) -> Self {
        Self { ahead: passed.map_or(0.0, |passed| passed - host()) }
    }

    /// What it says now. `None`: before 1970, or after every time.
    pub(crate) fn now(self) -> Option<UnixTime> {
        begun(host() + self.ahead).and_then(UnixTime::new)
    }

    /// What it says now, or the host's where that is later: an end on either clock is one.
    pub(crate) fn latest(self) -> Option<UnixTime> {
        Self { ahead: self.ahead.max(0.0) }.now()
    }
}

/// The host's clock, in seconds.
fn host() -> f64 {
    js_sys::Date::now() / MILLISECONDS
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

/// The second that has begun, from 1970 on.
#[expect(clippy::as_conversions, reason = "not negative; its fraction is what is to go")]
fn begun(seconds: f64) -> Option<u64> {
    (seconds >= 0.0).then_some(seconds as u64)
}

/// A whole number from 0 that JavaScript passed.
#[expect(
    clippy::as_conversions,
    reason = "a conversion stops at the ends, and what it gives is held against what it was given"
)]
pub(crate) fn whole(passed: f64) -> Option<u64> {
    let count = passed as u64;
    (number(count) == passed && count <= doichieu::input::HIGHEST_EXACT).then_some(count)
}
