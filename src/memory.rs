//! What a device must remember between inspections, as one value that the host stores: floors of time and number, and showings seen.
//!
//! It holds digests and times, no claim values. A new one is a legitimate state, and then earlier showings are not known.

use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader, Rules};
use crate::input::{Budget, Fault};
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

mod extract;

pub(crate) use extract::Extract;

/// Showings remembered at once: a busy post sees a few a minute, and each is kept for minutes (docs/dc1.md §4).
pub(crate) const MAX_SHOWINGS: usize = 10_000;
/// Lists remembered: as many as a bundle may have parts (docs/dc1.md §3).
const MAX_LISTS: usize = 1_024;
/// Form of the bytes below.
const FORM: u64 = 1;

pub(crate) type Digest32 = [u8; 32];

/// SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> Digest32 {
    Sha256::digest(bytes).into()
}

/// A number and the content that goes with it, so that neither an older nor an equal-but-different one is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) number: u64,
    pub(crate) hash: Digest32,
}

/// What a device remembers. One per device and anchor; keep it where an unplugged device keeps it too, and write it atomically.
///
/// It proves what *this* device saw. A showing made to another device is not in it, and every report says so.
///
/// ```
/// # let world = doichieu_kit::scene::World::demo();
/// use doichieu::{Bundle, Memory, Roots, SetUp};
///
/// let mut memory = Memory::new();
/// Bundle::open(&world.bundle(), &Roots::dangerous_test(&world.anchor())?, world.at(), &mut memory)?;
/// let stored = memory.to_bytes(); // write them where they outlive the app, before anything is shown
/// let memory = Memory::from_bytes(&stored)?;
/// assert!(memory.floor().is_some(), "no clock before this bundle is believed again");
/// # Ok::<(), SetUp>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    floor: u64,
    root: Option<Mark>,
    bundle: Option<Mark>,
    lists: Sorted<Digest32, u64>,
    showings: Sorted<Digest32, Showing>,
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

impl Memory {
    /// A memory of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The newest verified manifest or status `iat`: a clock before it is wrong (docs/dc1.md §5, P1).
    #[must_use]
    pub fn floor(&self) -> Option<UnixTime> {
        UnixTime::new(self.floor).filter(|floor| floor.seconds() > 0)
    }

    /// How many showings it holds.
    #[must_use]
    pub fn showings(&self) -> usize {
        self.showings.len()
    }

    pub(crate) const fn root(&self) -> Option<Mark> {
        self.root
    }

    pub(crate) const fn bundle(&self) -> Option<Mark> {
        self.bundle
    }

    /// The newest `iat` seen of a list, by the digest of its uri.
    pub(crate) fn list(&self, uri: &Digest32) -> Option<u64> {
        self.lists.get(uri).copied()
    }

    /// Takes over what a bundle proved, after all of it did.
    pub(crate) fn learn(&mut self, root: Mark, bundle: Mark, lists: &[(Digest32, u64)], floor: UnixTime) {
        self.root = Some(root);
        self.bundle = Some(bundle);
        self.floor = self.floor.max(floor.seconds());
        for (uri, iat) in lists {
            if self.lists.len() < MAX_LISTS || self.lists.get(uri).is_some() {
                self.lists.insert(*uri, *iat);
            }
        }
    }

    /// What it says of a showing that ends at `until`, asked by `post`.
    pub(crate) fn recall(&self, showing: &Digest32, post: &Digest32, until: UnixTime, at: UnixTime) -> Recollection {
        match self.showings.get(showing) {
            Some(seen) if seen.post != *post => Recollection::OtherPost { ago: at.seconds().saturating_sub(seen.at) },
            // Even if it was written down since: what it was before is still not known, however often it is scanned.
            _ if until.seconds() <= self.forgotten_until => Recollection::Unsure,
            Some(_) => Recollection::SamePost,
            None if self.living(at) >= MAX_SHOWINGS => Recollection::Full,
            None => Recollection::New,
        }
    }

    /// Writes a showing down, dropping those that have ended. What was dropped leaves a mark, so that a clock set back is noticed.
    pub(crate) fn remember(&mut self, showing: Digest32, post: Digest32, until: UnixTime, at: UnixTime) {
        let ended = self.showings.values().filter(|seen| seen.until < at.seconds()).map(|seen| seen.until).max();
        self.forgotten_until = self.forgotten_until.max(ended.unwrap_or_default());
        self.showings.retain(|seen| seen.until >= at.seconds());
        if self.showings.len() < MAX_SHOWINGS && self.showings.get(&showing).is_none() {
            self.showings.insert(showing, Showing { post, at: at.seconds(), until: until.seconds() });
        }
    }

    fn living(&self, at: UnixTime) -> usize {
        self.showings.values().filter(|seen| seen.until >= at.seconds()).count()
    }

    /// The memory as bytes, for the host to store. The same memory always gives the same bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(7).uint(FORM).uint(self.floor);
        for mark in [self.root, self.bundle] {
            match mark {
                None => writer.array(0),
                Some(mark) => writer.array(2).uint(mark.number).bytes(&mark.hash),
            };
        }
        writer.array(self.lists.len());
        for (uri, iat) in self.lists.iter() {
            writer.array(2).bytes(uri).uint(*iat);
        }
        writer.array(self.showings.len());
        for (key, seen) in self.showings.iter() {
            writer.array(4).bytes(key).bytes(&seen.post).uint(seen.at).uint(seen.until);
        }
        writer.uint(self.forgotten_until);
        writer.into_bytes()
    }

    /// A memory from bytes that [`Memory::to_bytes`] wrote. The bytes are untrusted in form; their content is the host's word.
    ///
    /// # Errors
    /// [`SetUp::MemoryMalformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SetUp> {
        // Five items for every showing, three for every list, and the rest.
        let budget = Budget::items(
            MAX_SHOWINGS.saturating_mul(5).saturating_add(MAX_LISTS.saturating_mul(3)).saturating_add(64),
        );
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        Self::read(&mut reader).and_then(|memory| reader.finish().map(|()| memory)).map_err(|_| SetUp::MemoryMalformed)
    }

    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(7)?;
        if reader.uint()? != FORM {
            return Err(reader.fault(Fault::Value));
        }
        let floor = reader.uint()?;
        // A floor above every time would be no floor.
        if UnixTime::new(floor).is_none() {
            return Err(reader.fault(Fault::Value));
        }
        let (root, bundle) = (read_mark(reader)?, read_mark(reader)?);
        let mut lists = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(2)?;
            let uri = next_key(reader, &lists)?;
            lists.insert(uri, reader.uint()?);
        }
        let mut showings = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(4)?;
            let key = next_key(reader, &showings)?;
            showings.insert(key, Showing { post: *reader.fixed()?, at: reader.uint()?, until: reader.uint()? });
        }
        Ok(Self { floor, root, bundle, lists, showings, forgotten_until: reader.uint()? })
    }
}

/// A key above those before it: a memory has one spelling, and no entry stands behind another.
fn next_key<T>(reader: &mut Reader<'_, '_>, known: &Sorted<Digest32, T>) -> Result<Digest32, Error> {
    let key = *reader.fixed()?;
    if known.last().is_some_and(|last| *last >= key) {
        return Err(reader.fault(Fault::Unsorted));
    }
    Ok(key)
}

fn read_mark(reader: &mut Reader<'_, '_>) -> Result<Option<Mark>, Error> {
    match reader.array()? {
        0 => Ok(None),
        2 => Ok(Some(Mark { number: reader.uint()?, hash: *reader.fixed()? })),
        _ => Err(reader.fault(Fault::Value)),
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::time::TIME_LIMIT;

    fn time(seconds: u64) -> UnixTime {
        UnixTime::new(seconds).unwrap()
    }

    #[test]
    fn a_memory_has_one_spelling() {
        let mut memory = Memory::new();
        let mark = Mark { number: 1, hash: [1; 32] };
        memory.learn(mark, mark, &[([2; 32], 5), ([3; 32], 6)], time(6));
        memory.remember([4; 32], [9; 32], time(99), time(7));
        memory.remember([5; 32], [9; 32], time(99), time(7));
        let stored = memory.to_bytes();
        assert_eq!(Memory::from_bytes(&stored).unwrap().to_bytes(), stored);
        for (key, other) in [([2_u8; 32], [3_u8; 32]), ([3; 32], [2; 32]), ([4; 32], [5; 32]), ([5; 32], [4; 32])] {
            let at = stored.windows(32).position(|bytes| bytes == key).unwrap();
            let mut repeated = stored.clone();
            repeated.splice(at..at + 32, other);
            assert_eq!(Memory::from_bytes(&repeated).err(), Some(SetUp::MemoryMalformed), "twice: {other:?}");
        }
    }

    #[test]
    fn a_floor_beyond_every_time_is_refused() {
        let mut memory = Memory { floor: TIME_LIMIT, ..Memory::new() };
        assert_eq!(Memory::from_bytes(&memory.to_bytes()).err(), Some(SetUp::MemoryMalformed));
        memory.floor -= 1;
        assert!(Memory::from_bytes(&memory.to_bytes()).is_ok());
    }
}
