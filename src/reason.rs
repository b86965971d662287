//! The one reason table: every answer a check can find, with its code, whose matter it is, how grave it is, and what to do next.
//!
//! The Rust enum, docs/reasons.md and the coverage test all come from it. No text here names a value of anybody's paper.

use alloc::string::String;

mod fuller;
mod steps;
mod table;
#[cfg(test)]
mod tests;

pub use fuller::Filling;
pub use steps::Step;
pub use table::Reason;

/// How grave a finding is. The verdict is the gravest finding; more findings never help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Gravity {
    /// Worth knowing; decides nothing.
    Note,
    /// Could not be established: look it up.
    Refer,
    /// Established, and against.
    Refuse,
}

impl Gravity {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Refer => "refer",
            Self::Refuse => "refuse",
        }
    }
}

/// Which of the two questions a finding answers. They are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Axis {
    /// Is it authentic, held and agreed to? Any finding above a note on this axis: no claim values at all.
    Proof,
    /// What does the law make of a genuine paper today?
    Standing,
}

impl Axis {
    /// Its name in docs and report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proof => "proof",
            Self::Standing => "standing",
        }
    }
}

/// Whose matter a finding is. One on the post's side never costs the citizen anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Side {
    /// The verifier's own device, lists or clock.
    Post,
    /// The showing: phone, consent, freshness.
    Presenter,
    /// The paper itself, or who issued it.
    Paper,
}

impl Side {
    /// Its name in report JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Presenter => "presenter",
            Self::Paper => "paper",
        }
    }
}

/// The languages of every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
}

/// One row of the reason table.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Row {
    /// The reason.
    pub reason: Reason,
    /// Stable dotted code: a published code never changes its meaning.
    pub code: &'static str,
    /// The axis it stands on, unless the finding says otherwise.
    pub axis: Axis,
    /// How grave it is at most; a finding may be less grave, never more.
    pub gravity: Gravity,
    /// Whose matter it is.
    pub side: Side,
    /// Vietnamese text. `{field}` stands for the field's name, which is no claim value: see [`Row::text`].
    pub vi: &'static str,
    /// English text, with `{field}` alike.
    pub en: &'static str,
    /// What may be done next, unless the role profile picks another step.
    pub step: Step,
}

impl Row {
    /// The text as it is shown, about a field of this name in the same language, or about no named field.
    ///
    /// `field` comes from the field table ([`crate::field::FieldRow`]), never from a paper.
    #[must_use]
    pub fn text(&self, language: Language, field: Option<&'static str>) -> String {
        let (text, open, close, unnamed) = match language {
            Language::Vi => (self.vi, "mục “", "”", "một mục"),
            Language::En => (self.en, "“", "”", "a field"),
        };
        match field {
            Some(name) => text.replace(FIELD, &[open, name, close].concat()),
            None => text.replace(FIELD, unnamed),
        }
    }
}

/// The only placeholder of a text.
const FIELD: &str = "{field}";

impl Reason {
    /// Its stable dotted code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|reason| reason.code() == code)
    }
}
