//! The roots that a device has gone by, and whose signature on lists each of them asks for.

use super::vouched::{Keys, Signers};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Reader};
use crate::digest::Digest32;
use crate::input::Fault;
use crate::set_up::SetUp;
use crate::sorted::Sorted;

/// Roots remembered, the newest: as many as a chain may have (docs/dc1.md §3).
pub(super) const MAX_ROOTS: usize = 16;
/// Keys of one scope (docs/dc1.md §3).
const MAX_KEYS: usize = 8;

/// A root document: its version, its hash, and how many of which keys must sign lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KnownRoot {
    pub(crate) version: u64,
    pub(crate) hash: Digest32,
    /// 0: nobody wrote it down, and nothing is forgotten for its sake.
    pub(crate) threshold: u64,
    pub(crate) keys: Keys,
}

impl KnownRoot {
    /// Whether enough of those who signed under an earlier root may sign under this one.
    fn leaves(&self, by: &Signers) -> bool {
        self.version <= by.root || by.keys.among(&self.keys) >= self.threshold
    }
}

/// All of them, by version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct KnownRoots(Sorted<u64, KnownRoot>);

impl KnownRoots {
    /// One of which nothing else is known.
    pub(super) fn of(root: KnownRoot) -> Self {
        Self([(root.version, root)].into_iter().collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &KnownRoot> {
        self.0.values()
    }

    /// The version of the newest; 0 if there is none.
    pub(super) fn newest(&self) -> u64 {
        self.0.last().copied().unwrap_or_default()
    }

    /// Takes a root in. One version has one document.
    pub(super) fn add(&mut self, root: &KnownRoot) -> Result<(), SetUp> {
        match self.0.get(&root.version) {
            Some(known) if known.hash != root.hash => return Err(SetUp::RootDiffers),
            Some(known) if known.threshold > 0 => return Ok(()),
            _ => drop(self.0.insert(root.version, root.clone())),
        }
        while self.0.len() > MAX_ROOTS {
            let oldest = self.iter().next().map_or(0, |root| root.version);
            self.0.retain(|root| root.version > oldest);
        }
        Ok(())
    }

    /// Whether every root after the one under which they signed leaves enough of them. Once it did not, a later one
    /// that lists a key anew brings nothing back.
    pub(super) fn leave(&self, by: &Signers) -> bool {
        self.iter().all(|root| root.leaves(by))
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(self.0.len());
        for root in self.iter() {
            writer.array(4).uint(root.version).bytes(&root.hash).uint(root.threshold);
            root.keys.write(writer);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let mut roots = Self::default();
        for _ in 0..reader.array()? {
            reader.array_of(4)?;
            let (version, hash, threshold) = (reader.uint()?, *reader.fixed()?, reader.uint()?);
            let keys = Keys::read(reader, MAX_KEYS)?;
            let fair = keys.among(&keys) >= threshold && (threshold > 0 || keys == Keys::default());
            if !fair || version <= roots.newest() || roots.0.len() >= MAX_ROOTS {
                return Err(reader.fault(Fault::Value));
            }
            roots.0.insert(version, KnownRoot { version, hash, threshold, keys });
        }
        Ok(roots)
    }
}
