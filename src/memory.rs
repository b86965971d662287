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
mod marks;
mod showing;
mod showings;

pub(crate) use extract::Extract;
use marks::MAX_LISTS;
pub(crate) use marks::Mark;
use marks::Marks;
pub(crate) use showing::Recollection;
pub use showing::{Showing, StoreAnswer};
use showings::Showings;
pub(crate) use showings::{MAX_SHOWINGS, Phone};

/// Form of the bytes below.
const FORM: u64 = 2;
/// The form that engine 0.1 wrote: without encounters and phones.
const FIRST_FORM: u64 = 1;

pub(crate) type Digest32 = [u8; 32];

/// SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> Digest32 {
    Sha256::digest(bytes).into()
}

/// What a device remembers. One per device and anchor; keep it where an unplugged device keeps it too, and write it atomically.
///
/// It proves what *this* device saw. A showing made to another device is not in it: see [`Showing`] where several share a store.
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
    marks: Marks,
    showings: Showings,
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
        UnixTime::new(self.marks.floor).filter(|floor| floor.seconds() > 0)
    }

    /// How many showings it holds.
    #[must_use]
    pub fn showings(&self) -> usize {
        self.showings.len()
    }

    pub(crate) const fn root(&self) -> Option<Mark> {
        self.marks.root
    }

    pub(crate) const fn bundle(&self) -> Option<Mark> {
        self.marks.bundle
    }

    /// The newest `iat` seen of a list, by the digest of its uri.
    pub(crate) fn list(&self, uri: &Digest32) -> Option<u64> {
        self.marks.lists.get(uri).copied()
    }

    /// Takes over what a bundle proved, after all of it did.
    pub(crate) fn learn(&mut self, root: Mark, bundle: Mark, lists: &[(Digest32, u64)], floor: UnixTime) {
        self.marks.learn(root, bundle, lists, floor);
    }

    /// What it says of a showing of a phone.
    pub(crate) fn recall(&self, showing: &Showing, phone: &Phone) -> Recollection {
        self.showings.recall(showing, phone)
    }

    /// Writes a showing of a phone down, dropping those that have ended.
    pub(crate) fn remember(&mut self, showing: &Showing, phone: Phone) {
        self.showings.remember(showing, phone);
    }

    /// The memory as bytes, for the host to store. The same memory always gives the same bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(7).uint(FORM);
        self.marks.write(&mut writer);
        self.showings.write(&mut writer);
        writer.into_bytes()
    }

    /// A memory from bytes that [`Memory::to_bytes`] wrote, of this engine or of 0.1, whose showings are then a gap (`post.memory_gap`). The bytes are untrusted in form; their content is the host's word.
    ///
    /// # Errors
    /// [`SetUp::MemoryMalformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SetUp> {
        // Eight items for every showing, three for every list, and the rest.
        let budget = Budget::items(
            MAX_SHOWINGS.saturating_mul(8).saturating_add(MAX_LISTS.saturating_mul(3)).saturating_add(64),
        );
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        Self::read(&mut reader).and_then(|memory| reader.finish().map(|()| memory)).map_err(|_| SetUp::MemoryMalformed)
    }

    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(7)?;
        let form = reader.uint()?;
        if form != FORM && form != FIRST_FORM {
            return Err(reader.fault(Fault::Value));
        }
        let marks = Marks::read(reader)?;
        let showings = if form == FORM { Showings::read(reader)? } else { Showings::read_first_form(reader)? };
        Ok(Self { marks, showings })
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
        for key in [[4; 32], [5; 32]] {
            let (post, encounter) = ([9; 32], Some([8; 32]));
            memory.remember(&Showing { key, showing: key, post, encounter, at: time(7), until: time(99) }, [7; 8]);
        }
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
        let mut memory = Memory { marks: Marks { floor: TIME_LIMIT, ..Marks::default() }, ..Memory::new() };
        assert_eq!(Memory::from_bytes(&memory.to_bytes()).err(), Some(SetUp::MemoryMalformed));
        memory.marks.floor -= 1;
        assert!(Memory::from_bytes(&memory.to_bytes()).is_ok());
    }
}
