//! What manifests said, each with the keys that signed it: so that a newer root can leave what still has enough of
//! them, and nothing else.

use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::digest::Digest32;
use crate::input::Fault;
use alloc::vec::Vec;
use core::mem;

/// Signatures of one manifest at most (docs/dc1.md §3).
const MAX_SIGNERS: usize = 8;
/// So many of the highest are kept of every key. A thief's own do not push out what other keys signed.
const PER_KEY: usize = 8;
/// And so many in all: beyond any honest chain of roots.
pub(super) const MAX_KEPT: usize = 256;

/// Keys, each by the SHA-256 of its encoding and once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Keys(Vec<Digest32>);

impl Keys {
    pub(crate) fn has(&self, key: &Digest32) -> bool {
        self.0.binary_search(key).is_ok()
    }

    /// How many of these stand among others.
    pub(super) fn among(&self, others: &Self) -> u64 {
        let shared = self.0.iter().filter(|key| others.has(key)).count();
        u64::try_from(shared).unwrap_or(u64::MAX)
    }

    fn within(&self, others: &Self) -> bool {
        self.0.iter().all(|key| others.has(key))
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(self.0.len());
        for key in &self.0 {
            writer.bytes(key);
        }
    }

    /// At most so many, in rising order.
    pub(super) fn read(reader: &mut Reader<'_, '_>, most: usize) -> Result<Self, Error> {
        let mut keys = Vec::new();
        for _ in 0..reader.array()? {
            let key = *reader.fixed()?;
            if keys.len() >= most || keys.last().is_some_and(|last| *last >= key) {
                return Err(reader.fault(Fault::Unsorted));
            }
            keys.push(key);
        }
        Ok(Self(keys))
    }
}

impl FromIterator<Digest32> for Keys {
    fn from_iter<I: IntoIterator<Item = Digest32>>(keys: I) -> Self {
        let mut all = Self::default();
        for key in keys {
            if let Err(at) = all.0.binary_search(&key) {
                all.0.insert(at, key);
            }
        }
        all
    }
}

/// Who signed a manifest, and the version of the root by whose word they could.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signers {
    pub(crate) root: u64,
    /// None: nobody wrote down who it was. That is never forgotten.
    pub(crate) keys: Keys,
}

impl Signers {
    fn unknown(&self) -> bool {
        self.keys.0.is_empty()
    }

    /// Whether they stand wherever the others do: whatever a later root leaves of those, it leaves of these.
    fn outlast(&self, others: &Self) -> bool {
        self.unknown() || !others.unknown() && self.root >= others.root && others.keys.within(&self.keys)
    }
}

/// A number or a date, the hash of the manifest that bears it, and who signed that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Vouched {
    pub(super) value: u64,
    pub(super) hash: Digest32,
    pub(super) by: Signers,
}

impl Vouched {
    /// The value first, then the root: of two with one number the one under the newer root counts.
    fn rank(&self) -> (u64, u64, &Digest32, usize, &Keys) {
        (self.value, self.by.root, &self.hash, self.by.keys.0.len(), &self.by.keys)
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(4).uint(self.value).bytes(&self.hash).uint(self.by.root);
        self.by.keys.write(writer);
    }

    fn read(reader: &mut Reader<'_, '_>, limit: u64) -> Result<Self, Error> {
        reader.array_of(4)?;
        let value = read_below(reader, limit)?;
        let hash = *reader.fixed()?;
        let by = Signers { root: reader.uint()?, keys: Keys::read(reader, MAX_SIGNERS)? };
        Ok(Self { value, hash, by })
    }
}

/// The highest that were vouched for, one above the other; none that another outlasts which is at least as high.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Highest(Vec<Vouched>);

impl Highest {
    pub(super) fn top(&self) -> Option<&Vouched> {
        self.0.first()
    }

    /// The value of the top; 0 if there is none.
    pub(super) fn value(&self) -> u64 {
        self.top().map_or(0, |top| top.value)
    }

    pub(super) fn add(&mut self, one: Vouched) {
        let at = self.0.partition_point(|held| held.rank() > one.rank());
        if self.0.get(at) != Some(&one) {
            self.0.insert(at, one);
        }
    }

    pub(super) fn add_all(&mut self, other: &Self) {
        other.0.iter().for_each(|one| self.add(one.clone()));
    }

    /// Forgets what was signed by others than these.
    pub(super) fn keep(&mut self, stand: impl Fn(&Signers) -> bool) {
        self.0.retain(|held| held.by.unknown() || stand(&held.by));
    }

    /// Drops what nobody's signature was kept with, where it is now known who signed it. Answers whether there was such
    /// a thing.
    pub(super) fn drop_unknown(&mut self, now_known: impl Fn(&Vouched) -> bool) -> bool {
        let held = self.0.len();
        self.0.retain(|held| !(held.by.unknown() && now_known(held)));
        self.0.len() < held
    }

    /// Whether two manifests under one root bear the highest number.
    pub(super) fn disagree(&self) -> bool {
        let rank = |held: &Vouched| (held.value, held.by.root);
        let same = |held: &&Vouched| self.top().map(rank) == Some(rank(held));
        self.0.iter().take_while(same).any(|held| self.top().is_some_and(|top| top.hash != held.hash))
    }

    /// Leaves what counts: higher ones come first, so that what outlasts a lower one is there before it.
    pub(super) fn thin(&mut self) {
        let mut kept = Self::default();
        for one in mem::take(&mut self.0) {
            if kept.0.len() < MAX_KEPT && !kept.outlasts(&one) && kept.has_room_for(&one) {
                kept.0.push(one);
            }
        }
        *self = kept;
    }

    fn outlasts(&self, one: &Vouched) -> bool {
        self.0.iter().any(|held| held.by.outlast(&one.by))
    }

    fn has_room_for(&self, one: &Vouched) -> bool {
        let held = |key| self.0.iter().filter(|held| held.by.keys.has(key)).count();
        one.by.unknown() || one.by.keys.0.iter().any(|key| held(key) < PER_KEY)
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(self.0.len());
        self.0.iter().for_each(|held| held.write(writer));
    }

    /// Values below `limit`. Whether it is a form that [`Highest::thin`] leaves, the reader of the whole asks.
    pub(super) fn read(reader: &mut Reader<'_, '_>, limit: u64) -> Result<Self, Error> {
        let mut held = Vec::new();
        for _ in 0..reader.array()? {
            if held.len() >= MAX_KEPT {
                return Err(reader.fault(Fault::TooLarge));
            }
            held.push(Vouched::read(reader, limit)?);
        }
        Ok(Self(held))
    }
}

/// A number or a time. One above everything that can be signed would refuse everything.
pub(super) fn read_below(reader: &mut Reader<'_, '_>, limit: u64) -> Result<u64, Error> {
    let value = reader.uint()?;
    if value < limit { Ok(value) } else { Err(reader.fault(Fault::Value)) }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn by(root: u64, keys: &[u8]) -> Signers {
        Signers { root, keys: keys.iter().map(|key| [*key; 32]).collect() }
    }

    fn highest(all: &[(u64, u64, &[u8])]) -> Highest {
        let mut highest = Highest::default();
        for (value, root, keys) in all {
            highest.add(Vouched { value: *value, hash: [0; 32], by: by(*root, keys) });
        }
        highest.thin();
        highest
    }

    fn values(highest: &Highest) -> Vec<u64> {
        highest.0.iter().map(|held| held.value).collect()
    }

    #[test]
    fn one_that_another_outlasts_adds_nothing() {
        assert_eq!(values(&highest(&[(7, 1, &[1, 2]), (8, 1, &[1, 2])])), [8], "the same keys, a higher number");
        assert_eq!(values(&highest(&[(7, 1, &[1]), (7, 1, &[1, 2])])), [7], "more keys, the same number");
        assert_eq!(values(&highest(&[(7, 1, &[1, 2]), (8, 1, &[1])])), [8, 7], "one key may fall");
        assert_eq!(values(&highest(&[(7, 2, &[1]), (8, 1, &[1])])), [8, 7], "a root between them may have left it out");
        assert_eq!(values(&highest(&[(7, 1, &[1]), (8, 0, &[])])), [8], "what is never forgotten");
        assert_eq!(values(&highest(&[(7, 0, &[]), (8, 1, &[1])])), [8, 7], "and stays below what may be");
    }

    #[test]
    fn a_thief_with_many_keys_pushes_nothing_of_others_out() {
        let mut highest = highest(&[(5, 1, &[9])]);
        // Every pair of twenty stolen keys.
        for a in 10..30_u8 {
            for b in a..30 {
                highest.add(Vouched { value: u64::from(a) * 100 + u64::from(b), hash: [0; 32], by: by(1, &[a, b]) });
            }
        }
        highest.thin();
        assert!(highest.0.len() < 160, "{}", highest.0.len());
        assert_eq!(highest.0.last().unwrap().value, 5);
        highest.keep(|by| by.keys.has(&[9; 32]));
        assert_eq!(values(&highest), [5]);
    }

    #[test]
    fn two_manifests_disagree_under_one_root_and_at_the_top_only() {
        let one = |value, root, hash| Vouched { value, hash: [hash; 32], by: by(root, &[hash]) };
        for (all, disagree) in [
            ([one(7, 1, 1), one(7, 1, 2)], true),
            ([one(7, 1, 1), one(7, 2, 2)], false),
            ([one(7, 1, 1), one(8, 1, 2)], false),
        ] {
            let mut highest = Highest::default();
            all.into_iter().for_each(|one| highest.add(one));
            assert_eq!(highest.disagree(), disagree, "{highest:?}");
        }
    }
}
