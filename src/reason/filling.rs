//! What stands at the places of a text.
//!
//! A place is either no value of anybody's paper (the name of a field, a kind of paper, a part, a role's words, the age
//! of data) and always filled, by a general word where nothing is known; or it is what a paper says (a day, classes)
//! and filled only of values that have not ended, on the caller's demand, and nowhere else.

use super::Turn;
use super::turn::is_of_restrictions;
use crate::field::{FieldRow, Kind, Shape};
use crate::language::{Language, Text};
use alloc::format;
use alloc::string::String;
use zeroize::{Zeroize, Zeroizing};

/// What is filled in takes at most so many bytes: a list of classes, 32 names of at most eight letters, and less than
/// two hundred of names, days and ages.
pub(super) const MOST_FILLED: usize = 32 * 10 + 200;

/// Year, month and day of month.
pub(crate) type Civil = (i32, u32, u32);

/// Where a post works: its words for who asks and for what is not to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Setting {
    /// A check on the road.
    Road,
    /// A clinic's admission.
    Clinic,
    /// Any other desk.
    Desk,
}

/// What may be filled into a text. Made of a finding ([`Finding::filling`](crate::Finding::filling)) or, with what the
/// paper says, of values that have not ended ([`Shown::filling`](crate::Shown::filling)).
///
/// No `Debug` of what a paper says; overwritten when dropped.
#[derive(Clone, Default)]
pub struct Filling {
    pub(crate) age: Option<u64>,
    pub(crate) turn: Option<Turn>,
    pub(crate) part: Option<Text>,
    /// About the restriction codes of a licence.
    pub(crate) restricted: bool,
    pub(crate) kind: Option<Kind>,
    pub(crate) setting: Option<Setting>,
    pub(crate) day: Option<Civil>,
    pub(crate) days_since: Option<u64>,
    pub(crate) first: Option<Civil>,
    pub(crate) last: Option<Civil>,
    pub(crate) classes: Option<String>,
}

impl Drop for Filling {
    fn drop(&mut self) {
        self.classes.zeroize();
        self.days_since.zeroize();
        for (year, month, of_month) in [&mut self.day, &mut self.first, &mut self.last].into_iter().flatten() {
            year.zeroize();
            month.zeroize();
            of_month.zeroize();
        }
    }
}

impl core::fmt::Debug for Filling {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Filling").field("age", &self.age).field("turn", &self.turn).finish_non_exhaustive()
    }
}

impl Filling {
    /// Of the age of the data that decided, in seconds, and of the turn: nothing of a paper.
    #[must_use]
    pub const fn of(age: Option<u64>, turn: Option<Turn>) -> Self {
        let (part, kind, setting, day, days_since) = (None, None, None, None, None);
        Self {
            age,
            turn,
            part,
            restricted: false,
            kind,
            setting,
            day,
            days_since,
            first: None,
            last: None,
            classes: None,
        }
    }

    /// For a paper of this kind: its name, and by which number it is looked up.
    #[must_use]
    pub fn for_kind(mut self, kind: Option<Kind>) -> Self {
        self.kind = kind.or(self.kind);
        self
    }

    /// About a field: where it is a part of a licence, by that part's name; its restriction codes have words of their
    /// own.
    #[must_use]
    pub fn about(mut self, field: Option<&'static FieldRow>) -> Self {
        self.restricted |= field.is_some_and(|row| is_of_restrictions(row.name));
        self.part = field.filter(|row| row.shape == Shape::Part).map(|row| row.text).or(self.part);
        self
    }

    /// In the words of where this is read.
    #[must_use]
    pub fn at(mut self, setting: Setting) -> Self {
        self.setting = Some(setting);
        self
    }

    /// Says what is known of a place; whether anything is.
    pub(super) fn say_known(&self, place: &str, language: Language, to: &mut String) -> bool {
        let known = self.known(place, language);
        if let Some(text) = &known {
            push(text, to);
        }
        known.is_some()
    }

    /// Says what is known of a place, or what stands there in general.
    pub(super) fn say(&self, place: &str, language: Language, to: &mut String) {
        if !self.say_known(place, language, to) {
            self.general(place).into_iter().for_each(|text| push(text.of(language), to));
        }
    }

    /// What fills a place with what is known.
    fn known(&self, place: &str, language: Language) -> Option<Zeroizing<String>> {
        let day = |civil: Option<Civil>| civil.map(|civil| written(civil, language));
        let named = |text: Text| String::from(text.of(language));
        let text = match place {
            "age" => self.age.map(|seconds| for_so_long(seconds, language)),
            "part" => self.part.map(named),
            "paper" => self.kind.and_then(Kind::row).map(|row| named(row.text)),
            "day" => day(self.day),
            "n" => self.days_since.map(|days| for_days(days, language)),
            "first" => day(self.first),
            "last" => day(self.last),
            "classes" => self.classes.clone(),
            _ => None,
        };
        text.map(Zeroizing::new)
    }

    /// What fills a place that holds no value, known or not.
    fn general(&self, place: &str) -> Option<Text> {
        use Setting::{Clinic, Desk, Road};
        let text = |vi, en| Some(Text::new(vi, en));
        match (place, self.setting) {
            ("field", _) => text("một mục", "a field"),
            ("paper", _) => text("một giấy tờ", "a paper"),
            ("part", _) => text("Phần này", "This part"),
            ("number", _) => Some(number_of(self.kind)),
            ("role", Some(Road)) => text("cảnh sát giao thông", "the traffic police"),
            ("role", Some(Clinic)) => text("nơi khám chữa bệnh", "the clinic"),
            ("role", _) => text("nơi này", "this post"),
            ("measure", Some(Road)) => text("Không lập biên bản vì lý do này.", "Write no record for this."),
            ("measure", Some(Clinic | Desk)) => text("Không từ chối phục vụ vì lý do này.", "Refuse no one for this."),
            ("measure", _) => text("Không kết luận gì vì lý do này.", "Conclude nothing from this."),
            ("before", Some(Clinic | Desk)) => text("trước khi trả lời", "before you answer"),
            ("before", _) => text("trước khi lập biên bản", "before writing a record"),
            _ => None,
        }
    }
}

/// By which number a paper of this kind is looked up.
const fn number_of(kind: Option<Kind>) -> Text {
    match kind {
        Some(Kind::DRIVING_LICENCE) => Text::new("số GPLX hoặc số định danh", "licence number or ID number"),
        Some(Kind::FOREIGN_DRIVING_LICENCE) => Text::new("số hộ chiếu", "passport number"),
        Some(Kind::VEHICLE_REGISTRATION | Kind::INSPECTION_CERTIFICATE | Kind::LIABILITY_INSURANCE) => {
            Text::new("biển số", "plate")
        }
        Some(Kind::HEALTH_INSURANCE_CARD) => Text::new("mã số BHYT", "health insurance number"),
        Some(Kind::IDENTITY | Kind::FOREIGNER_IDENTITY | Kind::DEPENDANT) => Text::new("số định danh", "ID number"),
        _ => Text::new("số giấy tờ", "the paper's number"),
    }
}

/// A name within a sentence begins small, unless it begins with an abbreviation.
fn push(text: &str, to: &mut String) {
    let mut rest = text.chars();
    let within = !to.is_empty() && !to.ends_with(". ");
    let first = rest.next().filter(|_| within && rest.clone().next().is_some_and(char::is_lowercase));
    match first {
        Some(first) => {
            to.extend(first.to_lowercase());
            to.push_str(rest.as_str());
        }
        None => to.push_str(text),
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn written((year, month, day): Civil, language: Language) -> String {
    let index = month.checked_sub(1).and_then(|month| usize::try_from(month).ok());
    match (language, index.and_then(|index| MONTHS.get(index))) {
        (Language::En, Some(name)) => format!("{day} {name} {year:04}"),
        _ => format!("{day:02}/{month:02}/{year:04}"),
    }
}

fn for_days(days: u64, language: Language) -> String {
    match language {
        Language::Vi => format!("{days} ngày"),
        Language::En => format!("{days} {}", if days == 1 { "day" } else { "days" }),
    }
}

/// A length of time in its largest unit: from two days on in days, then hours, then minutes, then seconds.
pub(crate) fn for_so_long(seconds: u64, language: Language) -> String {
    const UNITS: [(u64, u64, &str, &str); 3] =
        [(2 * 86_400, 86_400, "ngày", "days"), (2 * 3600, 3600, "giờ", "hours"), (2 * 60, 60, "phút", "minutes")];
    let unit = UNITS.into_iter().find(|(least, ..)| seconds >= *least);
    let (_, size, vi, en) = unit.unwrap_or((0, 1, "giây", "seconds"));
    let count = seconds.checked_div(size).unwrap_or_default();
    format!("{count} {}", if language == Language::Vi { vi } else { en })
}
