//! The one reason table: every answer a check can find, with its code, whose matter it is, how grave it is, and what to
//! do next.
//!
//! The Rust enum, docs/reasons.md and the coverage test all come from it. No text here names a value of anybody's
//! paper.

use crate::field::Kind;
use crate::language::{Language, Text};
use alloc::string::{String, ToString};
use zeroize::Zeroizing;

mod aloud;
mod filling;
mod fuller;
mod steps;
mod table;
#[cfg(test)]
mod tests;
mod turn;

pub(crate) use filling::for_so_long;
pub use filling::{Filling, Setting};
pub use steps::Step;
pub use table::Reason;
pub use turn::{PartUse, Turn};

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
    /// Its text. Its places are filled with what is no claim value, such as the name of a field or a kind of paper: see
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
        self.filled(language, field, &Filling::default()).to_string()
    }

    /// The text about a kind of paper, by its name in the registry, or about no named one.
    #[must_use]
    pub fn about_paper(&self, language: Language, kind: Option<Kind>) -> String {
        self.filled(language, None, &Filling::default().for_kind(kind)).to_string()
    }

    /// What may be said aloud to the person, by whoever speaks with a greeting and the right form of address before it.
    /// `None`: nothing that helps. It holds no name, number, day or class.
    #[must_use]
    pub const fn aloud(&self) -> Option<Text> {
        aloud::aloud(self.reason)
    }

    /// The same of a finding of this gravity: what is but a note here, and graver elsewhere, is not brought up.
    #[must_use]
    pub fn aloud_at(&self, gravity: Gravity) -> Option<Text> {
        self.aloud().filter(|_| gravity == self.gravity || gravity > Gravity::Note)
    }

    fn filled(&self, language: Language, field: Option<&str>, filling: &Filling) -> Zeroizing<String> {
        let (open, close) = match language {
            Language::Vi => ("mục “", "”"),
            Language::En => ("“", "”"),
        };
        said(self.text, language, &mut |place, to| match field.filter(|_| place == FIELD) {
            Some(name) => [open, name, close].into_iter().for_each(|part| to.push_str(part)),
            None => filling.say(place, language, to),
        })
    }
}

impl Step {
    /// It in words, with what is known at its places: by which number to look up, which paper, whose words.
    #[must_use]
    pub fn said(self, language: Language, filling: &Filling) -> String {
        self.filled(language, filling).to_string()
    }

    /// The same, wiped when dropped.
    pub(crate) fn filled(self, language: Language, filling: &Filling) -> Zeroizing<String> {
        said(self.text(), language, &mut |place, to| filling.say(place, language, to))
    }
}

/// A text whose places all are filled. Room is made at once, for a text that grows would leave a copy behind.
fn said(text: Text, language: Language, say: &mut dyn FnMut(&str, &mut String)) -> Zeroizing<String> {
    let text = text.of(language);
    let mut filled = Zeroizing::new(String::with_capacity(text.len().saturating_add(filling::MOST_FILLED)));
    fill(text, &mut filled, say);
    filled
}

/// Writes a text, and what `say` says at each of its `{places}`. By single characters: a search for longer needles is
/// code that a page would load.
fn fill(text: &str, to: &mut String, say: &mut dyn FnMut(&str, &mut String)) {
    for (index, piece) in text.split(['{', '}']).enumerate() {
        if index.is_multiple_of(2) { to.push_str(piece) } else { say(piece, to) }
    }
}

/// The place for the name of a field, which the caller gives.
const FIELD: &str = "field";

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
