//! Claim values: only while a release has not ended.

use crate::error::DoichieuError;
use crate::finding::{Finding, Text};
use crate::inspector::Inspector;
use crate::names::{self, Kind};
use crate::slot::Slot;
use crate::time::{at, instant};
use doichieu::time::UnixTime;
use doichieu::{Hold, Proof};
use std::sync::Arc;
use std::time::SystemTime;

/// The values of one paper, until they end: at their time, by [`Release::end`], or when the host closes or lets go of this
/// object. Then the engine has wiped them. What was copied out of it is the app's to forget.
#[derive(Debug, uniffi::Object)]
pub struct Release(Place);

/// Where its paper is. What was shown of it holds this alone: it keeps no release alive.
#[derive(Debug, Clone)]
struct Place {
    slot: Slot,
    paper: usize,
}

/// Values that may be seen now. Each reading asks the release again.
#[derive(Debug, uniffi::Object)]
pub struct Shown {
    of: Place,
    at: UnixTime,
}

/// What came of looking.
#[derive(Debug, uniffi::Enum)]
#[non_exhaustive]
pub enum Look {
    /// They may be seen.
    Values {
        /// What is shown.
        shown: Arc<Shown>,
    },
    /// It has ended: nothing of it is left in the engine.
    Ended,
}

/// What a paper says of a field. *Not shown* never means *does not hold*.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
#[uniffi::export(Debug, Display)]
#[expect(clippy::large_enum_variant, reason = "it crosses to the host and is gone; UniFFI carries no box")]
#[non_exhaustive]
pub enum Answer {
    /// It says this.
    Shown {
        /// With its label and in words.
        entry: Entry,
    },
    /// Not asked, not shared or not in the paper.
    NotShown,
    /// It has ended meanwhile.
    Ended,
}

/// Where a value may stand on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Display {
    /// With the verdict.
    Open,
    /// After a press only.
    BehindPress,
    /// Nowhere.
    Never,
}

/// One field of a paper with its value: personal data.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Debug, Display)]
#[non_exhaustive]
pub struct Entry {
    /// The field's name in the registry.
    pub name: String,
    /// The field's name for people.
    pub label: Text,
    /// The value in words, never blank.
    pub text: Text,
    /// The value for a program.
    pub value: Value,
    /// Where it may stand.
    pub display: Display,
    /// The fields of a part of a licence, one by one; of anything else none.
    pub below: Vec<Entry>,
}

/// A claim value.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
#[uniffi::export(Debug, Display)]
#[non_exhaustive]
pub enum Value {
    /// The paper says that there is none.
    None,
    /// A text.
    Text {
        /// Safe for a screen: what would change its reading unseen is made visible.
        of: String,
        /// As the issuer signed it, untrusted for display.
        signed: String,
    },
    /// A number.
    Number {
        /// The number.
        of: i64,
    },
    /// Yes or no.
    Flag {
        /// Which.
        of: bool,
    },
    /// A date, or less of one: the days it may mean.
    Days {
        /// `YYYY-MM-DD`.
        earliest: String,
        /// `YYYY-MM-DD`.
        latest: String,
    },
    /// Something with members: JSON in the form of docs/schema/values.schema.json.
    Structured {
        /// The JSON.
        json: String,
    },
    /// Not of the form of its field: the words say what can be said.
    Malformed,
}

/// What a form says. Nothing of it is kept.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
#[uniffi::export(Debug, Display)]
#[non_exhaustive]
pub struct Declared {
    /// Full name.
    #[uniffi(default = None)]
    pub name: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[uniffi(default = None)]
    pub birth: Option<String>,
    /// Personal identification number.
    #[uniffi(default = None)]
    pub number: Option<String>,
    /// The paper's own number.
    #[uniffi(default = None)]
    pub document_number: Option<String>,
}

/// How a declaration and a paper compare: levels without values. They do not say that who declared is the person of the
/// paper.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum Matched {
    /// Compared.
    Compared {
        /// Levels.
        of: Compared,
    },
    /// It has ended.
    Ended,
}

/// A level for each: `exact`, `same`, `different`, …, or why it was not compared: `not_declared`, `not_shown`,
/// `too_often`.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
#[non_exhaustive]
pub struct Compared {
    /// Of names.
    pub name: String,
    /// Of dates.
    pub birth: String,
    /// Of personal numbers.
    pub number: String,
    /// Of papers' numbers.
    pub document_number: String,
}

crate::closed!(Answer Entry Value Declared);

#[uniffi::export]
impl Release {
    /// The values, if they have not ended on this clock; from then on never again.
    pub fn at(&self, now: SystemTime) -> Result<Look, DoichieuError> {
        let at = at(now)?;
        let living = self.0.with(|_, release| release.at(at).is_ok()).unwrap_or_default();
        Ok(if living { Look::Values { shown: Arc::new(Shown { of: self.0.clone(), at }) } } else { Look::Ended })
    }

    /// When it ends.
    pub fn until(&self) -> Option<SystemTime> {
        self.0.with(|_, release| instant(release.until()))
    }

    /// When a screen takes it away, unless it is held.
    pub fn display_until(&self) -> Option<SystemTime> {
        self.0.with(|_, release| instant(release.display_until()))
    }

    /// Holds it on the screen three minutes longer each time, a quarter of an hour in all, never past its end. `reason`:
    /// `hold.writing_record` or `hold.handing_over`; log it.
    pub fn hold(&self, reason: String) -> Result<Option<SystemTime>, DoichieuError> {
        let reason = Hold::ALL.iter().copied().find(|hold| hold.code() == reason);
        let reason = reason.ok_or_else(|| DoichieuError::unknown("argument.hold", "reason to hold"))?;
        Ok(self.0.with(|_, release| instant(release.hold(reason))))
    }

    /// Holds it no longer. Answers when it leaves the screen.
    pub fn let_go(&self) -> Option<SystemTime> {
        self.0.with(|_, release| instant(release.let_go()))
    }

    /// Holds what somebody declared against what it releases. Eight times, then no more.
    pub fn matches(&self, declared: Declared, now: SystemTime) -> Result<Matched, DoichieuError> {
        let (declared, at) = (declared.core()?, at(now)?);
        let of = self.0.with(|_, release| release.matches(&declared, at).ok()).flatten();
        Ok(of.map_or(Matched::Ended, |of| Matched::Compared { of: Compared::of(&of) }))
    }

    /// The findings about its paper in words, with the days and classes that the paper says while it has not ended: values
    /// then, for the screen they are on and no log. Once it has ended, without them.
    pub fn words(&self, inspector: &Inspector, now: SystemTime) -> Result<Vec<Finding>, DoichieuError> {
        let (at, role) = (at(now)?, inspector.0.post().role());
        Ok(self.0.slot.with(|report| {
            let Some(paper) = report.papers_mut().get_mut(self.0.paper) else { return Vec::new() };
            let (kind, findings) = (paper.kind(), paper.findings().to_vec());
            let Proof::Proven(release) = paper.proof() else { return Vec::new() };
            let shown = release.at(at).ok();
            let filled = |finding: &doichieu::Finding| match &shown {
                Some(shown) => shown.filling(finding),
                None => finding.filling(),
            };
            findings.iter().map(|finding| Finding::of(finding, Some(kind), role, filled(finding))).collect()
        }))
    }

    /// Ends it now.
    pub fn end(&self) {
        self.0.with(|_, release| release.end());
    }
}

impl Drop for Release {
    /// Nobody can read it any more: nothing of it is kept.
    fn drop(&mut self) {
        self.end();
    }
}

impl Release {
    pub(crate) fn of(slot: Slot, paper: usize) -> Arc<Self> {
        Arc::new(Self(Place { slot, paper }))
    }
}

impl Place {
    fn with<T>(&self, ask: impl FnOnce(doichieu::field::Kind, &mut doichieu::Release) -> T) -> Option<T> {
        self.slot.with(|report| {
            let paper = report.papers_mut().get_mut(self.paper)?;
            let kind = paper.kind();
            if let Proof::Proven(release) = paper.proof() { Some(ask(kind, release)) } else { None }
        })
    }
}

#[uniffi::export]
impl Shown {
    /// What it says of a field, by its name in the registry.
    pub fn answer(&self, field: String) -> Result<Answer, DoichieuError> {
        let answer = self.of.with(|kind, release| {
            let of = names::field(kind, &field)?;
            let Ok(shown) = release.at(self.at) else { return Ok(Answer::Ended) };
            let entry = shown.entries().find(|entry| entry.row().field == of);
            Ok(entry.map_or(Answer::NotShown, |entry| Answer::Shown { entry: Entry::of(&entry) }))
        });
        answer.unwrap_or(Ok(Answer::Ended))
    }

    /// Every field it shows, in the order of the field table; none once it has ended.
    pub fn entries(&self) -> Vec<Entry> {
        let entries = self.of.with(|_, release| {
            let shown = release.at(self.at).ok()?;
            Some(shown.entries().map(|entry| Entry::of(&entry)).collect())
        });
        entries.flatten().unwrap_or_default()
    }

    /// The kind of paper; `null`: it has ended.
    pub fn kind(&self) -> Option<Kind> {
        self.of.with(|kind, release| release.at(self.at).ok().and_then(|_| Kind::of(kind))).flatten()
    }
}

impl Entry {
    fn of(of: &doichieu::Entry<'_>) -> Self {
        Self {
            name: of.name().to_owned(),
            label: Text::said(|language| of.label(language).to_owned()),
            text: Text::said(|language| of.text(language).as_str().to_owned()),
            value: Value::of(of),
            display: match of.display() {
                doichieu::field::Display::Open => Display::Open,
                doichieu::field::Display::BehindPress => Display::BehindPress,
                _ => Display::Never,
            },
            below: of.below().map(|entry| Self::of(&entry)).collect(),
        }
    }
}

impl Value {
    fn of(entry: &doichieu::Entry<'_>) -> Self {
        let json = || entry.to_json().map(|json| json.as_str().to_owned());
        let Some(json) = json() else { return Self::Malformed };
        match entry.value() {
            of if of.is_none() => Self::None,
            doichieu::Value::Text(signed) => match entry.value().safe_text() {
                Some(of) => Self::Text { of, signed: signed.clone() },
                None => Self::Malformed,
            },
            doichieu::Value::Int(of) => Self::Number { of: *of },
            doichieu::Value::Bool(of) => Self::Flag { of: *of },
            of => match of.as_date() {
                Some(date) => Self::Days { earliest: day(date.earliest()), latest: day(date.latest()) },
                None => Self::Structured { json },
            },
        }
    }
}

fn day(of: doichieu::time::Day) -> String {
    let (year, month, day) = of.civil();
    format!("{year:04}-{month:02}-{day:02}")
}

impl Declared {
    fn core(&self) -> Result<doichieu::Declared, DoichieuError> {
        let mut declared = doichieu::Declared::new();
        if let Some(name) = &self.name {
            declared = declared.full_name(name);
        }
        if let Some(birth) = &self.birth {
            let date = date(birth).ok_or_else(|| DoichieuError::argument("argument.birth", "YYYY-MM-DD, or less"))?;
            declared = declared.date_of_birth(date);
        }
        if let Some(number) = &self.number {
            declared = declared.personal_no(number);
        }
        if let Some(number) = &self.document_number {
            declared = declared.document_no(number);
        }
        Ok(declared)
    }
}

/// `YYYY-MM-DD`, or less of it.
fn date(text: &str) -> Option<doichieu::Date> {
    let Some((month, day)) = text.rsplit_once('-').filter(|_| text.len() == 10) else {
        return doichieu::Date::partial(text);
    };
    let (year, month) = month.split_once('-')?;
    let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let day = doichieu::time::Day::from_civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    digits.then_some(doichieu::Date::day(day))
}

impl Compared {
    fn of(of: &doichieu::Matches) -> Self {
        Self {
            name: level(of.full_name, doichieu::Match::code),
            birth: level(of.date_of_birth, doichieu::DateMatch::code),
            number: level(of.personal_no, doichieu::NumberMatch::code),
            document_number: level(of.document_no, doichieu::NumberMatch::code),
        }
    }
}

fn level<T>(of: doichieu::Compared<T>, code: fn(T) -> &'static str) -> String {
    let code = match of {
        doichieu::Compared::NotDeclared => "not_declared",
        doichieu::Compared::NotShown => "not_shown",
        doichieu::Compared::TooOften => "too_often",
        doichieu::Compared::Answer(level) => code(level),
        _ => "other",
    };
    code.to_owned()
}
