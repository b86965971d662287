//! Times as people write and read them. The only place that reads this computer's clock.

use crate::failure::Failure;
use crate::page::say;
use crate::trouble::Trouble;
use chrono::{DateTime, FixedOffset, NaiveDate};
use doichieu::Language;
use doichieu::time::UnixTime;
use std::time::{SystemTime, UNIX_EPOCH};

/// Viet Nam, all year.
const OFFSET: i32 = 7 * 3600;

/// A time in RFC 3339.
pub(crate) fn read(text: &str) -> Result<UnixTime, String> {
    let time = DateTime::parse_from_rfc3339(text).map_err(|_| "write it as 2026-11-18T14:26:40+07:00")?;
    u64::try_from(time.timestamp()).ok().and_then(UnixTime::new).ok_or_else(|| "outside 1970 to 2242".to_owned())
}

/// The time given, or that of this computer's clock.
pub(crate) fn or_now(given: Option<UnixTime>) -> Result<UnixTime, Failure> {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|since| UnixTime::new(since.as_secs()));
    given.or_else(now).ok_or_else(|| Trouble::ClockUnusable.into())
}

/// In RFC 3339, on Viet Nam's clock.
pub(crate) fn rfc3339(time: UnixTime) -> String {
    civil(time).map(|time| time.to_rfc3339()).unwrap_or_default()
}

/// As an officer reads it: day and minute on Viet Nam's clock; in English with the month by its name, which nobody
/// reads the other way round.
pub(crate) fn minute(time: UnixTime, language: Language) -> String {
    let form = say(language, "%d/%m/%Y %H:%M", "%-d %b %Y %H:%M");
    civil(time).map(|time| time.format(form).to_string()).unwrap_or_default()
}

/// The time of day with its seconds.
pub(crate) fn second(time: UnixTime) -> String {
    civil(time).map(|time| time.format("%H:%M:%S").to_string()).unwrap_or_default()
}

fn civil(time: UnixTime) -> Option<DateTime<FixedOffset>> {
    let utc = DateTime::from_timestamp(i64::try_from(time.seconds()).ok()?, 0)?;
    Some(utc.with_timezone(&FixedOffset::east_opt(OFFSET)?))
}

/// A day of a law; in English with the month by its name.
pub(crate) fn of_law((year, month, day): (i32, u32, u32), language: Language) -> String {
    let form = say(language, "%d/%m/%Y", "%-d %b %Y");
    NaiveDate::from_ymd_opt(year, month, day).map(|day| day.format(form).to_string()).unwrap_or_default()
}

/// How long ago, in its largest unit, rounded down.
pub(crate) fn ago(seconds: u64, language: Language) -> String {
    if seconds < 60 {
        return say(language, "vừa xong", "just now").to_owned();
    }
    let span = span(seconds, language);
    match language {
        Language::En => format!("{span} ago"),
        _ => format!("{span} trước"),
    }
}

/// A span in its largest unit, rounded down; days from two on.
pub(crate) fn span(seconds: u64, language: Language) -> String {
    const UNITS: [(u64, u64, &str, &str); 4] = [
        (2 * 86_400, 86_400, "ngày", "day"),
        (3600, 3600, "giờ", "hour"),
        (60, 60, "phút", "minute"),
        (0, 1, "giây", "second"),
    ];
    let found = UNITS.iter().find(|(from, ..)| seconds >= *from);
    let (count, vi, en) = found.map_or((seconds, "giây", "second"), |(_, unit, vi, en)| {
        (seconds.checked_div(*unit).unwrap_or_default(), *vi, *en)
    });
    match (language, count) {
        (Language::En, 1) => format!("1 {en}"),
        (Language::En, _) => format!("{count} {en}s"),
        _ => format!("{count} {vi}"),
    }
}
