//! What stands at the places of a text.
//!
//! A place is either no value of anybody's paper (the name of a field, a kind of paper, a part, a role's words, the age
//! of data) and always filled, by a general word where nothing is known; or it is what a paper says (a day, classes)
//! and filled only of values that have not ended, on the caller's demand, and nowhere else.

use super::turn::is_of_restrictions;
use super::{Gravity, PartUse, Turn};
use crate::field::{FIELDS, FieldRow, Kind, Shape};
use crate::language::{Civil, Language, Text};
use alloc::format;
use alloc::string::String;
use zeroize::{Zeroize, Zeroizing};

/// What is filled in takes at most so many bytes: a list of classes, 32 names of at most eight letters, and less than
/// two hundred of names, days and ages.
pub(super) const MOST_FILLED: usize = 32 * 10 + 200;

/// Room for a day, so that it is written without leaving a copy behind.
const LONGEST_DAY: usize = 16;

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

impl Setting {
    /// Its name in the bindings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Road => "road",
            Self::Clinic => "clinic",
            Self::Desk => "desk",
        }
    }
}

/// What may be filled into a text. Made of a finding ([`Finding::filling`](crate::Finding::filling)) or, with what the
/// paper says, of values that have not ended ([`Shown::filling`](crate::Shown::filling)).
///
/// No `Debug` of what a paper says; overwritten when dropped.
#[derive(Clone, Default)]
pub struct Filling {
    pub(crate) age: Option<u64>,
    pub(crate) turn: Option<Turn>,
    pub(crate) gravity: Option<Gravity>,
    pub(crate) of_part: Option<PartUse>,
    /// A row of the field that it is about, of whatever kind of paper.
    pub(crate) about: Option<&'static FieldRow>,
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
        let (gravity, of_part, about, kind, setting) = (None, None, None, None, None);
        let (day, days_since, first, last, classes) = (None, None, None, None, None);
        Self { age, turn, gravity, of_part, about, kind, setting, day, days_since, first, last, classes }
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
        self.about = field.or(self.about);
        self
    }

    /// Of a finding that is as grave as this: its step goes by that.
    #[must_use]
    pub fn as_grave_as(mut self, gravity: Option<Gravity>) -> Self {
        self.gravity = gravity.or(self.gravity);
        self
    }

    /// Of a part of a licence that is this to what is driven: the step goes by that.
    #[must_use]
    pub fn of_part(mut self, part: Option<PartUse>) -> Self {
        self.of_part = part.or(self.of_part);
        self
    }

    /// In the words of where this is read.
    #[must_use]
    pub fn at(mut self, setting: Setting) -> Self {
        self.setting = Some(setting);
        self
    }

    /// About the restriction codes of a licence.
    pub(super) fn is_of_restrictions(&self) -> bool {
        self.about.is_some_and(|row| is_of_restrictions(row.name))
    }

    /// The name of the field it is about, as its kind of paper has it.
    pub(crate) fn field(&self, language: Language) -> Option<&'static str> {
        let about = self.about?;
        let own = |row: &&FieldRow| row.name == about.name && row.kind.is_none_or(|kind| Some(kind) == self.kind);
        Some(FIELDS.iter().find(own).unwrap_or(about).text.of(language))
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
            "part" => self.about.filter(|row| row.shape == Shape::Part).map(|row| named(row.text)),
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

fn written(civil: Civil, language: Language) -> String {
    let mut day = String::with_capacity(LONGEST_DAY);
    // Writing to a String cannot fail.
    let _ = language.write_day(civil, &mut day);
    day
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
