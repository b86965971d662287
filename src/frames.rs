//! Animated codes: one frame shown as a loop of QR codes, put together again from what a scanner sees of it
//! (docs/dc1.md §7).
//!
//! Nothing of an animated code is signed: whoever can hold a picture before the camera can add codes of his own. So a
//! part that contradicts another throws nothing away, it starts a rival candidate, and what is put together counts only
//! once its hash is the announced one. That hash protects from mixing, not from forging: what completes is as untrusted
//! as any other scan.

use crate::input::{MAX_ANIMATED, MAX_CANDIDATES, MAX_FRAME, Unreadable};
use crate::scan::{Scan, bare};
use alloc::vec::Vec;
use core::fmt;
use part::Part;
use set::Set;
use zeroize::Zeroizing;

pub(crate) mod part;
mod set;

/// What the parts of an animation put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum What {
    /// A showing, as a single code would carry it.
    Showing,
    /// An answer sealed to the key of a challenge.
    SealedAnswer,
    /// A bundle, or what changed in one.
    Bundle,
}

/// What a code added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Progress {
    /// A whole code of DC1 (`DC1:`, `DC1S:`), not a part of an animated one: open it by itself. Nothing was kept of it.
    Still,
    /// Not a part of an animated code, or one that cannot be read. Nothing was kept of it.
    Ignored(Unreadable),
    /// A part of an animation of which there are now so many.
    Collected {
        /// Different parts of this animation seen.
        have: usize,
        /// How many it has.
        of: usize,
    },
    /// As many parts as the animation has, but they do not belong together: at least one is not of the same making. Go
    /// on scanning; the right part takes its place when it comes by again.
    Mismatched {
        /// How many parts the animation has.
        of: usize,
    },
    /// Whole, and its hash is the announced one. Nothing more is read until [`Frames::reject`].
    Complete(What),
}

/// Collects the parts of animated codes, in any order, with losses and repeats.
///
/// Holds at most [`MAX_CANDIDATES`] candidates of [`MAX_ANIMATED`] bytes each and, while one is copied, one more; the
/// least recently fed goes first. From any state, a whole loop of genuine parts without a foreign one between them
/// completes. So does a loop with up to three parts of *other* animations between every two. Who keeps more than that
/// before the camera can prevent a scan, as who covers the camera can.
///
/// A completed animation proves that its parts belong together; not who made them. Its `Debug` shows nothing of its
/// content, and what was collected is wiped when it goes.
#[derive(Default)]
pub struct Frames {
    /// In the order in which they were begun.
    sets: Vec<Set>,
    complete: Option<(What, Zeroizing<Vec<u8>>)>,
    parts_read: u64,
}

impl Frames {
    /// Nothing collected yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { sets: Vec::new(), complete: None, parts_read: 0 }
    }

    /// Takes the text of one code as the reader of the code gave it. What stands around a code is taken off, as
    /// [`Scan::qr`] does.
    ///
    /// Repeats are harmless: a scanner may hand over every code of every picture.
    pub fn push(&mut self, text: &str) -> Progress {
        let text = bare(text);
        if part::is_still(text) {
            return Progress::Still;
        }
        if let Some((what, _)) = &self.complete {
            return Progress::Complete(*what);
        }
        match part::decode(text) {
            Ok(bytes) => Part::read(&bytes).map_or_else(Progress::Ignored, |part| self.feed(&part)),
            Err(unreadable) => Progress::Ignored(unreadable),
        }
    }

    /// The showing, once one is complete: to be inspected like any other scan.
    #[must_use]
    pub fn scan(&self) -> Option<Scan<'_>> {
        match self.complete()? {
            (What::Showing, bytes) => Some(Scan::frame(bytes)),
            _ => None,
        }
    }

    /// What is complete, and its bytes.
    #[must_use]
    pub fn complete(&self) -> Option<(What, &[u8])> {
        self.complete.as_ref().map(|(what, bytes)| (*what, bytes.as_slice()))
    }

    /// Drops what is complete, because it could not be read or was not proven, and goes on with the other candidates.
    pub fn reject(&mut self) {
        self.complete = None;
    }

    /// Gives a part to every candidate that lacks it. The last begun of its animation always holds the latest of each
    /// part: where another part stands in it, the part goes into a copy, its rival.
    fn feed(&mut self, part: &Part<'_>) -> Progress {
        self.parts_read = self.parts_read.saturating_add(1);
        let now = self.parts_read;
        let mut latest = None;
        for (index, set) in self.sets.iter_mut().enumerate().filter(|(_, set)| set.is_of(part)) {
            latest = Some((index, set.offer(part, now)));
        }
        match latest {
            None => self.begin(Set::new(part, now)),
            Some((_, true)) => {}
            Some((index, false)) => self.begin_rival(index, part, now),
        }
        self.judge(part)
    }

    fn begin(&mut self, set: Set) {
        if self.sets.len() >= MAX_CANDIDATES {
            self.drop_least_recent();
        }
        self.sets.push(set);
    }

    fn begin_rival(&mut self, of: usize, part: &Part<'_>, now: u64) {
        if let Some(set) = self.sets.get(of) {
            let rival = set.with(part, now);
            self.begin(rival);
        }
    }

    /// Of those fed last by the same part, the last begun goes: the first stays as the one candidate that no later part
    /// has touched.
    fn drop_least_recent(&mut self) {
        let least = self.sets.iter().enumerate().rev().min_by_key(|(_, set)| set.last_fed()).map(|(index, _)| index);
        if let Some(index) = least {
            self.sets.remove(index);
        }
    }

    /// Whether the part completed a candidate; else how far the latest candidate of its animation is.
    fn judge(&mut self, part: &Part<'_>) -> Progress {
        let now = self.parts_read;
        if let Some(index) = self.sets.iter().position(|set| set.is_of(part) && set.last_fed() == now && set.is_whole())
        {
            let what = part.what();
            self.complete = Some((what, self.sets.remove(index).into_bytes()));
            return Progress::Complete(what);
        }
        let latest = self.sets.iter().rev().find(|set| set.is_of(part));
        let (have, of) = (latest.map_or(0, Set::have), part.of());
        if have < of { Progress::Collected { have, of } } else { Progress::Mismatched { of } }
    }

    /// Bytes held, for the tests of the limit.
    #[cfg(test)]
    fn held(&self) -> usize {
        let collected: usize = self.sets.iter().map(Set::held).sum();
        collected.saturating_add(self.complete.as_ref().map_or(0, |(_, bytes)| bytes.capacity()))
    }
}

/// A showing that was shown in parts is opened as any other frame is.
const _: () = assert!(MAX_ANIMATED <= MAX_FRAME, "an animation carries no more than a frame may have");

impl fmt::Debug for Frames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frames").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
