//! What was seen of roots, manifests and status lists: below what number, date and time nothing is taken, and until
//! when a clock is wrong.
//!
//! Each mark is kept with the keys that set it. A newer root forgets those marks that it leaves too few keys of, and no
//! others; so a device is mended by signed means, and an older list comes back by none.

use super::lists::{ListMark, ListMarks, MAX_LISTS, Vouchers};
use super::next_key;
use super::roots::{KnownRoot, KnownRoots};
use super::vouched::{Highest, Keys, Signers, Vouched, read_below};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::digest::Digest32;
use crate::input::{Fault, HIGHEST_EXACT};
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::time::{TIME_LIMIT, UnixTime};
use alloc::vec::Vec;

/// Numbers of bundles and versions of roots lie below this.
const NUMBERS: u64 = HIGHEST_EXACT + 1;

/// A number and the content that goes with it, so that neither an older nor an equal-but-different one is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) number: u64,
    pub(crate) hash: Digest32,
}

/// A manifest that held: its mark, its date, and who signed it.
#[derive(Clone, Debug)]
pub(crate) struct SignedManifest {
    pub(crate) mark: Mark,
    pub(crate) issued: UnixTime,
    pub(crate) by: Signers,
}

/// A manifest that was taken, with all its lists that count.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) manifest: SignedManifest,
    pub(crate) vouchers: Keys,
    pub(crate) lists: Vec<ListMark>,
}

/// Marks of everything signed that this device has taken, and of what it has seen and not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    roots: KnownRoots,
    numbers: Highest,
    dates: Highest,
    doubts: Highest,
    lists: ListMarks,
}

impl Marks {
    /// Goes by a chain that held, from its oldest root to its newest, and forgets what the roots in it leave too few
    /// keys of.
    pub(crate) fn follow(&mut self, chain: &[KnownRoot]) -> Result<(), SetUp> {
        let newest = chain.last().map_or(0, |root| root.version);
        if newest < self.roots.newest() {
            return Err(SetUp::RootRolledBack);
        }
        chain.iter().try_for_each(|root| self.go_by(root))?;
        self.settle();
        Ok(())
    }

    /// Whether a root of this version is known by another hash.
    pub(super) fn knows_other(&self, version: u64, hash: &Digest32) -> bool {
        self.roots.iter().any(|known| known.version == version && known.hash != *hash)
    }

    /// The same number must have the same content; a smaller one is refused (N141).
    pub(crate) fn admit(&self, offered: Mark) -> Result<(), SetUp> {
        match self.numbers.top() {
            Some(held) if offered.number < held.value => Err(SetUp::BundleRolledBack),
            Some(held) if offered.number == held.value && offered.hash != held.hash => Err(SetUp::BundleDiffers),
            _ => Ok(()),
        }
    }

    /// Whether this very manifest is the newest that was taken.
    pub(crate) fn hold(&self, offered: Mark) -> bool {
        self.numbers.top().is_some_and(|held| (held.value, held.hash) == (offered.number, offered.hash))
    }

    /// Refuses a list older than one of the same uri that counts by the same issuers (N143).
    pub(crate) fn admit_lists(&self, taken: &Taken) -> Result<(), SetUp> {
        let newest = self.lists.newest_by(&taken.vouchers());
        let older = |list: &ListMark| newest.get(&list.uri).is_some_and(|known| list.iat < *known);
        if taken.lists.iter().any(older) { Err(SetUp::ListRolledBack) } else { Ok(()) }
    }

    /// Takes over what a bundle proved, after all of it did and its chain was followed.
    pub(crate) fn learn(&mut self, taken: &Taken) {
        let Taken { manifest: SignedManifest { mark, issued, by }, lists, .. } = taken;
        let vouched = |value| Vouched { value, hash: mark.hash, by: by.clone() };
        let floor = lists.iter().map(|list| list.iat).fold(issued.seconds(), u64::max);
        // What a memory of the form before knew of this very bundle is now known with its keys.
        if self.numbers.drop_unknown(|held| (held.value, held.hash) == (mark.number, mark.hash)) {
            self.dates.drop_unknown(|held| held.value <= floor);
        }
        self.numbers.add(vouched(mark.number));
        self.dates.add(vouched(issued.seconds()));
        self.lists.learn(taken.vouchers(), lists);
        self.settle();
    }

    /// Keeps the date of a manifest that was not taken because the clock lies before it.
    pub(crate) fn doubt(&mut self, manifest: &SignedManifest) {
        let SignedManifest { mark, issued, by } = manifest;
        self.doubts.add(Vouched { value: issued.seconds(), hash: mark.hash, by: by.clone() });
        self.settle();
    }

    /// The newest date of anything taken; 0 if nothing was.
    pub(super) fn floor(&self) -> u64 {
        self.dates.value().max(self.lists.floor())
    }

    /// The newest date of anything seen and not taken; 0 if nothing was.
    pub(super) fn doubted(&self) -> u64 {
        self.doubts.value()
    }

    /// What both know. Of either, the newer roots of the other forget what they leave too few keys of.
    pub(super) fn joined(&self, other: &Self) -> Result<Self, SetUp> {
        let mut joined = self.clone();
        other.roots.iter().try_for_each(|root| joined.go_by(root))?;
        joined.numbers.add_all(&other.numbers);
        joined.dates.add_all(&other.dates);
        joined.doubts.add_all(&other.doubts);
        joined.lists.join(&other.lists);
        joined.forget();
        if joined.numbers.disagree() {
            return Err(SetUp::BundleDiffers);
        }
        joined.settle();
        Ok(joined)
    }

    /// One root after the other, so that each is asked even where the oldest are no longer remembered.
    fn go_by(&mut self, root: &KnownRoot) -> Result<(), SetUp> {
        self.roots.add(root)?;
        self.forget();
        Ok(())
    }

    fn forget(&mut self) {
        for held in [&mut self.numbers, &mut self.dates, &mut self.doubts] {
            held.keep(|by| self.roots.leave(by));
        }
    }

    fn settle(&mut self) {
        self.forget();
        [&mut self.numbers, &mut self.dates, &mut self.doubts].into_iter().for_each(Highest::thin);
    }

    /// Its member in the bytes of a memory: one.
    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(6);
        self.roots.write(writer);
        [&self.numbers, &self.dates, &self.doubts].into_iter().for_each(|held| held.write(writer));
        self.lists.write(writer);
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(6)?;
        let roots = KnownRoots::read(reader)?;
        let numbers = Highest::read(reader, NUMBERS)?;
        let (dates, doubts) = (Highest::read(reader, TIME_LIMIT)?, Highest::read(reader, TIME_LIMIT)?);
        let marks = Self { roots, numbers, dates, doubts, lists: ListMarks::read(reader)? };
        // One spelling, and nothing that a root had made forgotten.
        let mut settled = marks.clone();
        settled.settle();
        if settled == marks { Ok(marks) } else { Err(reader.fault(Fault::Value)) }
    }

    /// The four members that a memory of the first form has. It kept no keys: its marks stand until the bundle that set
    /// them is opened again.
    pub(super) fn read_first(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut marks = Self::default();
        let unknown = |value, hash| Vouched { value, hash, by: Signers::default() };
        let floor = read_below(reader, TIME_LIMIT)?;
        if floor > 0 {
            marks.dates.add(unknown(floor, Digest32::default()));
        }
        if let Some(Mark { number: version, hash }) = read_mark(reader)? {
            if version == 0 {
                return Err(reader.fault(Fault::Value));
            }
            marks.roots = KnownRoots::of(KnownRoot { version, hash, threshold: 0, keys: Keys::default() });
        }
        if let Some(Mark { number, hash }) = read_mark(reader)? {
            marks.numbers.add(unknown(number, hash));
        }
        let mut seen = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(2)?;
            let uri = next_key(reader, &seen)?;
            let iat = read_below(reader, TIME_LIMIT)?;
            if !seen.insert(uri, ()) || seen.len() > MAX_LISTS {
                return Err(reader.fault(Fault::TooLarge));
            }
            marks.lists.learn_unknown(uri, iat);
        }
        Ok(marks)
    }
}

impl Taken {
    fn vouchers(&self) -> Vouchers {
        let SignedManifest { mark, by, .. } = &self.manifest;
        Vouchers { root: by.root, number: mark.number, keys: self.vouchers.clone() }
    }
}

fn read_mark(reader: &mut Reader<'_, '_>) -> Result<Option<Mark>, Error> {
    match reader.array()? {
        0 => Ok(None),
        2 => Ok(Some(Mark { number: read_below(reader, NUMBERS)?, hash: *reader.fixed()? })),
        _ => Err(reader.fault(Fault::Value)),
    }
}
