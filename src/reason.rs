//! The one reason table: every answer a check can find, with its code, whose matter it is, how grave it is, and what to
//! do next.
//!
//! The Rust enum, docs/reasons.md and the coverage test all come from it. No text here names a value of anybody's
//! paper.

use crate::field::Kind;
use crate::language::{Language, Text};
use alloc::string::String;

mod fuller;
mod steps;
mod table;
#[cfg(test)]
mod tests;

pub use fuller::Filling;
pub(crate) use fuller::for_so_long;
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
    /// Its text. `{field}` stands for the field's name, `{paper}` for a kind of paper, which are no claim values: see
    /// [`Row::about`] and [`Row::about_paper`].
    pub text: Text,
    /// What may be done next, unless the role profile picks another step.
    pub step: Step,
}

impl Row {
    /// The text as it is shown, about a field of this name in the same language, or about no named field.
    ///
    /// `field` comes from the field table ([`crate::field::FieldRow`]), never from a paper.
    #[must_use]
    pub fn about(&self, language: Language, field: Option<&'static str>) -> String {
        self.filled(language, field, None)
    }

    /// The text about a kind of paper, by its name in the registry, or about no named one.
    #[must_use]
    pub fn about_paper(&self, language: Language, kind: Option<Kind>) -> String {
        self.filled(language, None, kind.and_then(Kind::row).map(|row| row.text.of(language)))
    }

    fn filled(&self, language: Language, field: Option<&str>, paper: Option<&str>) -> String {
        let (open, close, a_field, a_paper) = match language {
            Language::Vi => ("mục “", "”", "một mục", "một giấy tờ"),
            Language::En => ("“", "”", "a field", "a paper"),
        };
        let mut filled = String::new();
        fill(self.text.of(language), &mut filled, &mut |place, to| match (place, field) {
            (PAPER, _) => to.push_str(paper.unwrap_or(a_paper)),
            (_, Some(name)) => [open, name, close].into_iter().for_each(|part| to.push_str(part)),
            (_, None) => to.push_str(a_field),
        });
        filled
    }
}

/// Writes a text, and what `say` says at each of its `{places}`. By single characters: a search for longer needles is
/// code that a page would load.
fn fill(text: &str, to: &mut String, say: &mut dyn FnMut(&str, &mut String)) {
    for (index, piece) in text.split(['{', '}']).enumerate() {
        if index.is_multiple_of(2) { to.push_str(piece) } else { say(piece, to) }
    }
}

/// The place for a kind of paper; the other one is for a field. A text has one of them, or none.
const PAPER: &str = "paper";

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
