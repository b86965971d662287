//! The newest time of each status list, by the key that signed it, and which of these keys count.
//!
//! Issuers sign their lists, and the newest manifest taken says with which keys. What a key signed that no longer
//! counts is kept and does not count either: should an issuer list the key again, an older list does not come back with
//! it.

use super::vouched::{Keys, read_below};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::digest::Digest32;
use crate::input::Fault;
use crate::sorted::Sorted;
use crate::time::TIME_LIMIT;

/// Lists remembered: as many as two bundles may have parts (docs/dc1.md §3), for each may be known by the key of before
/// as well.
pub(super) const MAX_LISTS: usize = 2_048;
/// Keys for status lists in one bundle: 256 issuers with four each.
pub(super) const MAX_VOUCHERS: usize = 1_024;

/// Nobody wrote down who signed it. No key has this digest, and it always counts.
const UNKNOWN: Digest32 = [0; 32];

/// A list as it was taken: the digest of its uri, its signer, its `iat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ListMark {
    pub(crate) uri: Digest32,
    pub(crate) signer: Digest32,
    pub(crate) iat: u64,
}

/// Whose status lists count, by the issuers of one manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Vouchers {
    /// The version of its root and its number: the issuers of the higher count.
    pub(crate) root: u64,
    pub(crate) number: u64,
    pub(crate) keys: Keys,
}

impl Vouchers {
    fn count(&self, signer: &Digest32) -> bool {
        *signer == UNKNOWN || self.keys.has(signer)
    }
}

/// Times by uri and signer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListMarks {
    times: Sorted<[Digest32; 2], u64>,
    vouchers: Vouchers,
}

impl ListMarks {
    /// The newest time of each list that counts by other issuers than those of the newest manifest.
    pub(super) fn newest_by(&self, vouchers: &Vouchers) -> Sorted<Digest32, u64> {
        let mut newest: Sorted<Digest32, u64> = Sorted::new();
        for ([uri, _], iat) in self.times.iter().filter(|([_, signer], _)| vouchers.count(signer)) {
            let known = newest.get(uri).copied().unwrap_or_default();
            newest.insert(*uri, known.max(*iat));
        }
        newest
    }

    /// The newest time of all lists that count; 0 if there is none.
    pub(super) fn floor(&self) -> u64 {
        let counting = self.times.iter().filter(|([_, signer], _)| self.vouchers.count(signer));
        counting.map(|(_, iat)| *iat).max().unwrap_or_default()
    }

    /// Takes over the lists of a manifest, and whose lists count from now on.
    pub(super) fn learn(&mut self, vouchers: Vouchers, lists: &[ListMark]) {
        self.vouchers = vouchers;
        for list in lists {
            if self.times.get(&[list.uri, UNKNOWN]) == Some(&list.iat) {
                self.times = self.times.iter().filter(|(key, _)| **key != [list.uri, UNKNOWN]).map(copied).collect();
            }
            self.raise([list.uri, list.signer], list.iat);
        }
        self.shorten();
    }

    /// A time from a memory that did not say who signed.
    pub(super) fn learn_unknown(&mut self, uri: Digest32, iat: u64) {
        self.times.insert([uri, UNKNOWN], iat);
    }

    pub(super) fn join(&mut self, other: &Self) {
        other.times.iter().for_each(|(key, iat)| self.raise(*key, *iat));
        if other.vouchers > self.vouchers {
            self.vouchers = other.vouchers.clone();
        }
        self.shorten();
    }

    fn raise(&mut self, key: [Digest32; 2], iat: u64) {
        let known = self.times.get(&key).copied().unwrap_or_default();
        self.times.insert(key, known.max(iat));
    }

    /// Where there are too many, those that do not count go first, then the oldest.
    fn shorten(&mut self) {
        if self.times.len() > MAX_LISTS {
            let counting = self.times.iter().filter(|([_, signer], _)| self.vouchers.count(signer));
            self.times = counting.map(copied).collect();
        }
        while self.times.len() > MAX_LISTS {
            let oldest = self.times.values().min().copied().unwrap_or_default();
            self.times.retain(|iat| *iat > oldest);
        }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(3).uint(self.vouchers.root).uint(self.vouchers.number);
        self.vouchers.keys.write(writer);
        writer.array(self.times.len());
        for ([uri, signer], iat) in self.times.iter() {
            writer.array(3).bytes(uri).bytes(signer).uint(*iat);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(3)?;
        let (root, number) = (reader.uint()?, reader.uint()?);
        let vouchers = Vouchers { root, number, keys: Keys::read(reader, MAX_VOUCHERS)? };
        let mut times = Sorted::new();
        for _ in 0..reader.array()? {
            reader.array_of(3)?;
            let (key, iat) = ([*reader.fixed()?, *reader.fixed()?], read_below(reader, TIME_LIMIT)?);
            if times.last().is_some_and(|last| *last >= key) || times.len() >= MAX_LISTS {
                return Err(reader.fault(Fault::Unsorted));
            }
            times.insert(key, iat);
        }
        Ok(Self { times, vouchers })
    }
}

fn copied((key, iat): (&[Digest32; 2], &u64)) -> ([Digest32; 2], u64) {
    (*key, *iat)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use alloc::vec::Vec;

    fn digest(number: u64) -> Digest32 {
        let mut digest = [1; 32];
        digest.iter_mut().zip(number.to_be_bytes()).for_each(|(to, from)| *to = from);
        digest
    }

    fn vouchers(number: u64, keys: &[Digest32]) -> Vouchers {
        Vouchers { root: 1, number, keys: keys.iter().copied().collect() }
    }

    /// So many lists of a key, one second after another.
    fn lists(signer: Digest32, count: usize, from: u64) -> Vec<ListMark> {
        (from..).take(count).map(|iat| ListMark { uri: digest(iat), signer, iat }).collect()
    }

    #[test]
    fn where_there_are_too_many_those_that_do_not_count_go_first_and_then_the_oldest() {
        let (old, new) = (digest(1), digest(2));
        let mut marks = ListMarks::default();
        marks.learn(vouchers(1, &[old]), &lists(old, 1_000, 5_000));
        marks.learn(vouchers(2, &[old, new]), &lists(new, MAX_LISTS - 1_000, 1_000));
        assert_eq!((marks.times.len(), marks.floor()), (MAX_LISTS, 5_999));
        let mut after = marks.clone();
        after.learn(vouchers(3, &[new]), &lists(new, 1, 9_000));
        assert_eq!((after.times.len(), after.floor()), (MAX_LISTS - 999, 9_000));
        assert_eq!(after.newest_by(&vouchers(4, &[old])).len(), 0);
        let mut after = marks.clone();
        after.learn(vouchers(3, &[old, new]), &lists(new, 1, 9_000));
        assert_eq!((after.times.len(), after.floor()), (MAX_LISTS, 9_000));
        assert_eq!(*after.times.values().min().unwrap(), 1_001);
    }
}
