//! One row of law, whatever it is for: what a rule may find about a paper, what an occasion needs, what may be done
//! where nothing was shown.
//!
//! Here stand, once: on which days a row counts ([`Row::counts_on`]), and how grave a finding it may sign
//! ([`Confidence`]). Which articles there are stands in `articles`. What a row says, and the function that judges it,
//! is its own ([`Row::what`]).

pub(crate) mod articles;

use crate::finding::Finding;
use crate::language::Text;
use crate::reason::Gravity;
use crate::time::Day;

/// A dated, cited row of law. It proves nothing about any paper: it is what this engine takes the law to be.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Row<T> {
    /// Stable, as in report JSON. The same id in two rows is the same law.
    pub id: &'static str,
    /// The article as one cites it: in Vietnamese as its law writes it (điểm, khoản, Điều, then the text they stand
    /// in), in English from the law down.
    pub law: Text,
    /// Its first day.
    pub from: Civil,
    /// The first day on which it no longer counts: from then on another row stands in its place, or none.
    pub to: Option<Civil>,
    /// The row in whose place it stands from its first day on, by its id.
    pub follows: Option<&'static str>,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// The last day of which the law behind it was seen; `None`: what counts on its days was not seen at all. It is an
    /// open row's own limit: what came into force later may have changed it.
    pub seen: Option<Civil>,
    /// What it may find, need or allow, and of what.
    pub what: T,
}

/// Year, month, day.
pub type Civil = (i32, u32, u32);

/// How sure we are of the law behind a row: the marks of the sources in docs/decisions.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Confidence {
    /// It reads a date or a state inside a proven paper: that counts on any day, whatever the law says elsewhere. Where
    /// one such row follows another, each counts on its own side of the day between them.
    InPaper,
    /// The text of the article was seen, or two sources agree on it.
    High,
    /// One decent source. At most a note.
    Medium,
    /// Recollection, or one weak source. At most a note.
    Low,
}

impl Confidence {
    /// The gravest that a row may find. Nobody is referred or refused on law that was not seen.
    #[must_use]
    pub const fn most(self) -> Gravity {
        match self {
            Self::InPaper | Self::High => Gravity::Refuse,
            Self::Medium | Self::Low => Gravity::Note,
        }
    }

    /// Its name in docs/rules.md.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InPaper => "in paper",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// Whether law that was last seen on a day has gone unchecked for a year today: what rests on it then refers at most.
pub(crate) fn is_unchecked((year, month, day): Civil, today: Civil) -> bool {
    (year.saturating_add(1), month, day) < today
}

/// The day; `None`: the calendar has none such.
pub(crate) fn day((year, month, day): Civil) -> Option<Day> {
    Day::from_civil(year, month, day)
}

impl<T> Row<T> {
    /// Whether it is law on a day of Viet Nam's calendar: from its first until its end, half-open. What a paper itself
    /// says counts always, by the first of the rows that follow each other before its law began.
    pub(crate) fn counts_on(&self, today: Civil) -> bool {
        let reached = |day: Civil| day <= today;
        let always = self.confidence == Confidence::InPaper && self.follows.is_none();
        (always || reached(self.from)) && !self.to.is_some_and(reached)
    }

    /// The same until a day, from which another row stands in its place.
    pub(crate) const fn until(self, to: Civil) -> Self
    where
        T: Copy,
    {
        Self { to: Some(to), ..self }
    }

    /// The same from a day on which it was amended by what was not seen: it finds notes.
    pub(crate) const fn unseen_from(self, from: Civil) -> Self
    where
        T: Copy,
    {
        let confidence = match self.confidence {
            Confidence::Low => Confidence::Low,
            _ => Confidence::Medium,
        };
        Self { from, to: None, follows: Some(self.id), confidence, seen: None, ..self }
    }

    /// A finding as this row's own: with its id, and no graver than its law is known.
    pub(crate) fn sign(&self, finding: Finding) -> Finding {
        finding.by(self.id).at_most(self.confidence.most())
    }
}

#[cfg(test)]
mod tests;
