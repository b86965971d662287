//! What a device must remember between inspections, as one value that the host stores: floors of time and number, and
//! showings seen.
//!
//! It holds digests and times, no claim values. A new one is a legitimate state, and then earlier showings are not
//! known.

use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader, Rules};
use crate::digest::Digest32;
use crate::input::{Budget, Fault};
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::vec::Vec;

mod extract;
mod lists;
mod marks;
mod roots;
mod showing;
mod showings;
mod vouched;

pub(crate) use extract::Extract;
pub(crate) use lists::ListMark;
use lists::{MAX_LISTS, MAX_VOUCHERS};
pub(crate) use marks::{Mark, Marks, SignedManifest, Taken};
pub(crate) use roots::KnownRoot;
use roots::MAX_ROOTS;
pub(crate) use showing::Recollection;
pub use showing::{Showing, StoreAnswer};
use showings::Showings;
pub(crate) use showings::{MAX_SHOWINGS, Phone};
use vouched::MAX_KEPT;
pub(crate) use vouched::{Keys, Signers};

/// Form of the bytes below.
pub(crate) const FORM: u64 = 2;
/// How a memory begins: the head of its array, and the number of its form, as bytes.
const ARRAY_4: u8 = 0x84;
const ARRAY_7: u8 = 0x87;
const LONGEST_ARRAY: u8 = 0x97;
const FORM_BYTE: u8 = 2;
const FIRST_FORM_BYTE: u8 = 1;
/// Numbers of newer forms; above them nobody knows what it is.
const FORM_AFTER: u8 = 3;
const NEWEST_FORM: u8 = 15;
/// How long codes may live that were shown before a gap, in seconds: an ask is answered within 240, an answer lives
/// 120, and a clock may be 30 apart.
pub const MEMORY_GAP: u64 = 390;
/// The form that engine 0.1 wrote: without keys, encounters and phones. It is still read.
pub(crate) const FIRST_FORM: u64 = 1;

/// Items of a memory: eight for every showing, four for every list, up to thirteen for a root or for a mark of a
/// manifest, and the rest.
const MAX_ITEMS: usize = 8 * MAX_SHOWINGS + 4 * MAX_LISTS + MAX_VOUCHERS + 13 * (MAX_ROOTS + 3 * MAX_KEPT) + 64;

/// What a device remembers. One per device and anchor; keep it where an unplugged device keeps it too, and write it
/// atomically.
///
/// It proves what *this* device saw. A showing made to another device is not in it: see [`Showing`] where several share
/// a store.
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

    /// A clock before it is wrong (docs/dc1.md §5, P1): the newest date of any manifest or status list that was taken,
    /// or of a manifest that was seen and not taken because the clock lay before it, see [`Memory::doubt`].
    #[must_use]
    pub fn floor(&self) -> Option<UnixTime> {
        UnixTime::new(self.marks.floor().max(self.marks.doubted())).filter(|floor| floor.seconds() > 0)
    }

    /// The date of a list that was seen and not taken, where it lies above everything that was: the list is of the
    /// future, or the clock was slow. Nothing is accepted before it, until a newer root no longer lists its keys. It
    /// lets no older list in.
    #[must_use]
    pub fn doubt(&self) -> Option<UnixTime> {
        UnixTime::new(self.marks.doubted()).filter(|doubt| doubt.seconds() > self.marks.floor())
    }

    /// Takes in what another memory of this device and anchor knows: two slots, two tabs, two processes.
    ///
    /// Marks are compared by root and number, never by the number alone: of either side, what the newer roots of the
    /// other leave too few keys of is forgotten, and of the rest the higher stands. Showings are united. In whatever
    /// order memories are joined, the same comes out, where none is refused. Within one version of the root nothing
    /// becomes lower.
    ///
    /// # Errors
    /// [`SetUp::RootDiffers`], [`SetUp::BundleDiffers`]: one root, or one number of a bundle under one root, is another
    /// on the other side. Neither is believed, and this memory is as it was.
    pub fn join(&mut self, other: &Self) -> Result<(), SetUp> {
        self.marks = self.marks.joined(&other.marks)?;
        self.showings.join(&other.showings);
        Ok(())
    }

    /// How many showings it holds.
    #[must_use]
    pub fn showings(&self) -> usize {
        self.showings.len()
    }

    /// Whether it goes by another root of this version than that one.
    pub(crate) fn contradicts(&self, version: u64, hash: &Digest32) -> bool {
        self.marks.knows_other(version, hash)
    }

    /// What it knows of roots and lists.
    pub(crate) const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The same, to write there what a bundle taught.
    pub(crate) const fn marks_mut(&mut self) -> &mut Marks {
        &mut self.marks
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
        writer.array(4).uint(FORM);
        self.marks.write(&mut writer);
        self.showings.write(&mut writer);
        writer.into_bytes()
    }

    /// A memory from bytes that [`Memory::to_bytes`] wrote, of this engine or of 0.1, whose showings are then a gap
    /// (`post.memory_gap`). The bytes are untrusted in form; their content is the host's word.
    ///
    /// # Errors
    /// [`SetUp::MemoryTorn`] if it breaks off, [`SetUp::MemoryNewer`] if a newer engine wrote it, and
    /// [`SetUp::MemoryMalformed`] for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        let read = Self::read(&mut reader).and_then(|memory| reader.finish().map(|()| memory));
        read.map_err(|_| Self::refused(bytes, budget.halt().fault))
    }

    /// Why bytes are no memory that is read here: cut short, of a newer form, or none.
    const fn refused(bytes: &[u8], fault: Fault) -> SetUp {
        match bytes {
            [] | [ARRAY_4 | ARRAY_7] => SetUp::MemoryTorn,
            [ARRAY_4, FORM_BYTE, ..] | [ARRAY_7, FIRST_FORM_BYTE, ..] if matches!(fault, Fault::Truncated) => {
                SetUp::MemoryTorn
            }
            [ARRAY_4..=LONGEST_ARRAY, FORM_AFTER..=NEWEST_FORM, ..] => SetUp::MemoryNewer,
            _ => SetUp::MemoryMalformed,
        }
    }

    /// What it knows of roots, lists and time, without its showings: a third record beside two slots, so that a torn
    /// slot lets no older list in. Joined with a memory it takes nothing away.
    #[must_use]
    pub fn floors(&self) -> Self {
        Self { marks: self.marks.clone(), showings: Showings::default() }
    }

    /// What can still be read of a memory that is torn: its roots, lists and times, if it broke off behind them. Its
    /// showings are lost, so it begins with a gap ([`Memory::with_gap`]).
    ///
    /// # Errors
    /// What [`Memory::from_bytes`] says, if not even these are whole.
    pub fn salvaged(bytes: &[u8], at: UnixTime) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(bytes, Rules::DC1, &budget);
        let marks = reader.array().and_then(|members| match (members, reader.uint()?) {
            (4, FORM) => Marks::read(&mut reader),
            _ => Err(reader.fault(Fault::Value)),
        });
        let marks = marks.map_err(|_| Self::refused(bytes, budget.halt().fault))?;
        Ok(Self { marks, showings: Showings::default() }.with_gap(at))
    }

    /// The same with a gap that began at or before `at`: what was shown before is not known, so that every code that
    /// may have been shown then is `post.memory_gap`, for [`MEMORY_GAP`] seconds. For a new memory in the place of one
    /// that is lost, the older of two slots, or a restored copy.
    #[must_use]
    pub fn with_gap(mut self, at: UnixTime) -> Self {
        self.showings.forget_until(at.plus(MEMORY_GAP));
        self
    }

    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let members = reader.array()?;
        let (marks, showings) = match (reader.uint()?, members) {
            (FORM, 4) => (Marks::read(reader)?, Showings::read(reader)?),
            (FIRST_FORM, 7) => (Marks::read_first(reader)?, Showings::read_first_form(reader)?),
            _ => return Err(reader.fault(Fault::Value)),
        };
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
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "a test fails by panicking"
    )]

    use super::*;
    use crate::time::TIME_LIMIT;
    use alloc::vec;

    fn time(seconds: u64) -> UnixTime {
        UnixTime::new(seconds).unwrap()
    }

    fn taught() -> Memory {
        let mut memory = Memory::new();
        let keys = |keys: &[u8]| keys.iter().map(|key| [*key; 32]).collect::<Keys>();
        let root = KnownRoot { version: 1, hash: [9; 32], threshold: 2, keys: keys(&[10, 11]) };
        let by = Signers { root: 1, keys: keys(&[10]) };
        let list = |uri: u8, iat| ListMark { uri: [uri; 32], signer: [12; 32], iat };
        let manifest = |number: u8, at| SignedManifest {
            mark: Mark { number: number.into(), hash: [number; 32] },
            issued: time(at),
            by: by.clone(),
        };
        let taken = Taken { manifest: manifest(1, 4), vouchers: keys(&[12, 13]), lists: vec![list(2, 5), list(3, 6)] };
        memory.marks.follow(&[root]).unwrap();
        memory.marks.learn(&taken);
        memory.marks.doubt(&manifest(7, 99));
        memory
    }

    #[test]
    fn a_memory_has_one_spelling() {
        let mut memory = taught();
        assert_eq!((memory.marks.floor(), memory.floor(), memory.doubt()), (6, Some(time(99)), Some(time(99))));
        for key in [[4; 32], [5; 32]] {
            let (post, encounter) = ([8; 32], Some([7; 32]));
            memory.remember(&Showing { key, showing: key, post, encounter, at: time(7), until: time(99) }, [6; 8]);
        }
        let stored = memory.to_bytes();
        assert_eq!(Memory::from_bytes(&stored), Ok(memory));
        for (key, other) in [(2, 3), (3, 2), (4, 5), (5, 4), (10, 11), (11, 10), (12, 13), (13, 12)] {
            let at = stored.windows(32).position(|bytes| bytes == [key; 32]).unwrap();
            let mut repeated = stored.clone();
            repeated.splice(at..at + 32, [other; 32]);
            assert_eq!(Memory::from_bytes(&repeated).err(), Some(SetUp::MemoryMalformed), "twice: {other}");
        }
    }

    /// What becomes of the bytes of [`taught`] with another number below 24 at the end of this.
    fn with(marker: &[u8], number: u8) -> Option<SetUp> {
        let mut bytes = taught().to_bytes();
        let at = bytes.windows(marker.len()).position(|bytes| bytes == marker).unwrap();
        bytes[at + marker.len() - 1] = number;
        Memory::from_bytes(&bytes).err()
    }

    #[test]
    fn marks_that_no_device_writes_are_refused() {
        let malformed = Some(SetUp::MemoryMalformed);
        let threshold = [&[9; 32][..], &[2]].concat();
        assert_eq!([2, 1].map(|number| with(&threshold, number)), [None; 2], "a threshold");
        assert_eq!(with(&threshold, 3), malformed, "that two keys cannot meet");
        assert_eq!(with(&threshold, 0), malformed, "keys that nobody need be one of");
        let version = [0x81, 0x84, 1];
        assert_eq!(with(&version, 1), None);
        assert_eq!(with(&version, 2), malformed, "a root that had made what stands below it forgotten");
        assert_eq!(with(&version, 0), malformed, "before the first");
        assert_eq!(with(&[0x84, 2], 3), Some(SetUp::MemoryNewer), "a form of later");
        assert_eq!(with(&[0x84, 2], 1), malformed, "the members of this form under the first");
    }

    #[test]
    fn a_date_beyond_every_time_is_refused() {
        let first = |floor: u64| {
            let mut writer = Writer::new();
            writer.array(7).uint(FIRST_FORM).uint(floor).array(0).array(0).array(0).array(0).uint(0);
            Memory::from_bytes(&writer.into_bytes()).map(|memory| memory.floor())
        };
        assert_eq!(first(TIME_LIMIT), Err(SetUp::MemoryMalformed));
        assert_eq!(first(TIME_LIMIT - 1), Ok(UnixTime::new(TIME_LIMIT - 1)));
        assert_eq!(first(0), Ok(None));
    }
}
