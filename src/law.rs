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
    /// The first day on which it no longer counts.
    pub to: Option<Civil>,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// What it may find, need or allow, and of what.
    pub what: T,
}

/// Year, month, day.
pub type Civil = (i32, u32, u32);

/// How sure we are of the law behind a row: the marks of the sources in docs/decisions.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Confidence {
    /// It reads a date or a state inside a proven paper: that counts on any day, whatever the law says elsewhere.
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

/// The day; `None`: the calendar has none such.
pub(crate) fn day((year, month, day): Civil) -> Option<Day> {
    Day::from_civil(year, month, day)
}

impl<T> Row<T> {
    /// Whether it is law on a day of Viet Nam's calendar: from its first until its end, half-open. What a paper itself
    /// says counts always.
    pub(crate) fn counts_on(&self, today: Civil) -> bool {
        let reached = |day: Civil| day <= today;
        self.confidence == Confidence::InPaper || (reached(self.from) && !self.to.is_some_and(reached))
    }

    /// A finding as this row's own: with its id, and no graver than its law is known.
    pub(crate) fn sign(&self, finding: Finding) -> Finding {
        finding.by(self.id).at_most(self.confidence.most())
    }
}

#[cfg(test)]
mod tests;
