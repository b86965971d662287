//! Showings seen, until they can no longer pass, and what is said of one.

use super::{Digest32, next_key};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::sorted::Sorted;
use crate::time::UnixTime;

/// Showings remembered at once: a busy post sees a few a minute, and each is kept for minutes (docs/dc1.md §4).
pub(crate) const MAX_SHOWINGS: usize = 10_000;

/// Showings by their replay key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Showings {
    seen: Sorted<Digest32, Showing>,
    forgotten_until: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Showing {
    post: Digest32,
    at: u64,
    until: u64,
}

/// What the memory says of a showing, before it is written there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recollection {
    /// Not seen by this memory.
    New,
    /// Shown to this very post before.
    SamePost,
    /// Shown to another post of this memory, this many seconds ago.
    OtherPost { ago: u64 },
    /// Not seen, but showings of this age have been forgotten since: the clock was ahead for a while.
    Unsure,
    /// Not seen, and there is no room to remember it.
    Full,
}

impl Showings {
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// What it says of a showing that ends at `until`, asked by `post`.
    pub(super) fn recall(&self, showing: &Digest32, post: &Digest32, until: UnixTime, at: UnixTime) -> Recollection {
        match self.seen.get(showing) {
            Some(seen) if seen.post != *post => Recollection::OtherPost { ago: at.seconds().saturating_sub(seen.at) },
            // Even if it was written down since: what it was before is still not known, however often it is scanned.
            _ if until.seconds() <= self.forgotten_until => Recollection::Unsure,
            Some(_) => Recollection::SamePost,
            None if self.living(at) >= MAX_SHOWINGS => Recollection::Full,
            None => Recollection::New,
        }
    }

    /// Writes a showing down, dropping those that have ended. What was dropped leaves a mark, so that a clock set back is noticed.
    pub(super) fn remember(&mut self, showing: Digest32, post: Digest32, until: UnixTime, at: UnixTime) {
        let ended = self.seen.values().filter(|seen| seen.until < at.seconds()).map(|seen| seen.until).max();
        self.forgotten_until = self.forgotten_until.max(ended.unwrap_or_default());
        self.seen.retain(|seen| seen.until >= at.seconds());
        if self.seen.len() < MAX_SHOWINGS && self.seen.get(&showing).is_none() {
            self.seen.insert(showing, Showing { post, at: at.seconds(), until: until.seconds() });
        }
    }

    /// Takes over what another memory of this device saw; in one place the earlier showing counts, for as long as either.
    pub(super) fn join(&mut self, other: &Self) {
        self.forgotten_until = self.forgotten_until.max(other.forgotten_until);
        for (key, theirs) in other.seen.iter() {
            let ours = self.seen.get(key).copied().unwrap_or(*theirs);
            let first = if (theirs.at, theirs.post) < (ours.at, ours.post) { *theirs } else { ours };
            self.seen.insert(*key, Showing { until: ours.until.max(theirs.until), ..first });
        }
    }

    fn living(&self, at: UnixTime) -> usize {
        self.seen.values().filter(|seen| seen.until >= at.seconds()).count()
    }

    /// Its members in the bytes of a memory: two.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(self.seen.len());
        for (key, seen) in self.seen.iter() {
            writer.array(4).bytes(key).bytes(&seen.post).uint(seen.at).uint(seen.until);
        }
        writer.uint(self.forgotten_until);
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut seen = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(4)?;
            let key = next_key(reader, &seen)?;
            seen.insert(key, Showing { post: *reader.fixed()?, at: reader.uint()?, until: reader.uint()? });
        }
        Ok(Self { seen, forgotten_until: reader.uint()? })
    }
}

impl Recollection {
    /// Its number and age in the memory extract that a report's digest covers.
    pub(crate) const fn extract(self) -> (u64, u64) {
        match self {
            Self::New => (0, 0),
            Self::SamePost => (1, 0),
            Self::OtherPost { ago } => (2, ago),
            Self::Unsure => (3, 0),
            Self::Full => (4, 0),
        }
    }

    /// The recollection of an extract.
    pub(crate) const fn of_extract(number: u64, age: u64) -> Option<Self> {
        match (number, age) {
            (0, 0) => Some(Self::New),
            (1, 0) => Some(Self::SamePost),
            (2, ago) => Some(Self::OtherPost { ago }),
            (3, 0) => Some(Self::Unsure),
            (4, 0) => Some(Self::Full),
            _ => None,
        }
    }
}
