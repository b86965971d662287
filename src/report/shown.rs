//! Which showing a report is of, and whether this was its first use.

use super::Report;
use crate::memory::{Recollection, Showing};

impl Report {
    /// Which showing it was, and until when it can pass: what a memory keeps, and what several devices share in a
    /// store. `None`: nothing was proven, or the code is bound to no key: every showing of a printed code is the same,
    /// and its digest would be a person's name.
    #[must_use]
    pub const fn showing(&self) -> Option<&Showing> {
        self.inputs.showing.as_ref()
    }

    /// Whether this inspection, or an earlier try of it, is the first use of the showing: nobody used it before, or it
    /// was this very post in this very encounter, as after a crash. What is done once for a showing is done only then,
    /// by a host that can tell its own second try.
    ///
    /// It says nothing about the verdict. Never true for a printed code, nor where memory or store could not tell.
    #[must_use]
    pub fn consumed(&self) -> bool {
        self.inputs.memory.recalled().is_some_and(Recollection::is_first_use)
    }

    /// Whether a person at the post said that it is still the same person who shows this:
    /// [`Ask::still_this_person`](crate::Ask).
    #[must_use]
    pub const fn still_this_person(&self) -> bool {
        matches!(self.inputs.memory.recalled(), Some(Recollection::StillThisPerson { .. }))
    }
}
