//! Time as an argument: seconds, days and Vietnam's civil calendar. Nothing here reads a clock.

use chrono::{Datelike, Days, NaiveDate};
use zeroize::Zeroize;

/// Seconds since 1970-01-01T00:00:00Z, as a host's clock or a signed artefact states them.
///
/// There is no `now()`: the core has no clock. A value proves nothing about the real time; see
/// [`Memory`](crate::Memory) for the floor below which a host's clock is known to be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(u64);

/// Above every time DC1 can name (docs/dc1.md §2: below 2^33), so that a time in milliseconds is refused, not believed.
pub const TIME_LIMIT: u64 = 1 << 33;

/// UTC+7 all year: Viet Nam has had no daylight saving since 1975 (Asia/Ho_Chi_Minh in the IANA database).
const VIETNAM_OFFSET: u64 = 7 * 3600;
const DAY: u64 = 86_400;

/// How far a time of somebody else's clock may lie in the future of ours, in seconds, and not be wrong (docs/dc1.md §5,
/// S).
pub(crate) const SKEW: u64 = 30;

impl UnixTime {
    /// The last second there is here: a clock that no list is ahead of, for tools that take none into use.
    pub const LATEST: Self = Self(TIME_LIMIT - 1);

    /// A time from whole seconds. `None` from 2^33 on: milliseconds, most likely.
    #[must_use]
    pub const fn new(seconds: u64) -> Option<Self> {
        if seconds < TIME_LIMIT { Some(Self(seconds)) } else { None }
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.0
    }

    /// The seconds of the whole days (UTC) before this time: no later than it, and the same for all that day.
    pub(crate) fn whole_days(self) -> u64 {
        self.0.checked_div(DAY).unwrap_or_default().saturating_mul(DAY)
    }

    /// How long before `self` the `earlier` time lies, in seconds; 0 if it does not.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }

    /// This time and `seconds` more, held below [`TIME_LIMIT`].
    #[must_use]
    pub fn plus(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds).min(TIME_LIMIT.saturating_sub(1)))
    }

    /// The civil day in Viet Nam (UTC+7) on which this time falls.
    #[must_use]
    pub fn day(self) -> Day {
        let days = self.0.saturating_add(VIETNAM_OFFSET).checked_div(DAY).unwrap_or_default();
        Day(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// Hour and minute on Viet Nam's clock.
    pub(crate) fn of_day(self) -> (u64, u64) {
        let minutes = self.0.saturating_add(VIETNAM_OFFSET).checked_div(60).unwrap_or_default();
        let of = |count: u64, size| count.checked_rem(size).unwrap_or_default();
        (of(minutes.checked_div(60).unwrap_or_default(), 24), of(minutes, 60))
    }
}

/// A civil day, counted from 1970-01-01 (RFC 8943, CBOR tag 100).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Days this far from 1970 are not in any paper: 1800-01-01 and 2300-01-01.
const EARLIEST_DAY: i32 = -62_091;
const LATEST_DAY: i32 = 120_530;

impl Day {
    /// A day from its number. `None` outside 1800–2299.
    #[must_use]
    pub fn new(days: i64) -> Option<Self> {
        let Ok(days) = i32::try_from(days) else { return None };
        if (EARLIEST_DAY..LATEST_DAY).contains(&days) { Some(Self(days)) } else { None }
    }

    /// The day of a year, month and day of month in the Gregorian calendar; `None` if there is none.
    #[must_use]
    pub fn from_civil(year: i32, month: u32, day: u32) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
        Self::new(date.signed_duration_since(epoch).num_days())
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, month and day of month in the Gregorian calendar.
    #[must_use]
    pub fn civil(self) -> (i32, u32, u32) {
        let epoch = NaiveDate::default();
        let days = Days::new(u64::from(self.0.unsigned_abs()));
        let date = if self.0 >= 0 { epoch.checked_add_days(days) } else { epoch.checked_sub_days(days) };
        let date = date.unwrap_or(epoch);
        (date.year(), date.month(), date.day())
    }

    /// Days from `earlier` to `self`; negative if `self` comes first.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl Zeroize for Day {
    fn zeroize(&mut self) {
        self.0.zeroize();
    }
}
