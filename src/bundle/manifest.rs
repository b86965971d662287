//! The signed manifest: number, times, and every part by hash.

use super::Parts;
use super::root::Followed;
use crate::cbor::claims::{member, read_time};
use crate::cbor::{Error, Key, Reader, Rules};
use crate::digest::Digest32;
use crate::input::{Budget, Fault, HIGHEST_EXACT};
use crate::memory::{Mark, SignedManifest, Signers};
use crate::seal::Verified;
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::string::{String, ToString};

/// The form of bundle this engine reads (docs/dc1.md §3, manifest key 7).
const FORM: u64 = 1;
/// Parts a manifest may list (docs/dc1.md §3).
const MAX_PARTS: usize = 1_024;

/// Its items: four for each part, and the rest.
const MAX_ITEMS: usize = 4 * MAX_PARTS + 32;

/// A manifest that the lists scope signed.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) number: u64,
    pub(super) issued: UnixTime,
    pub(super) next: UnixTime,
    pub(super) not_after: UnixTime,
    root: u64,
    parts: Listing,
    form: u64,
}

/// Parts by name: the hash and the length of each.
#[derive(Debug)]
pub(super) struct Listing(Sorted<String, Listed>);

type Listed = (Digest32, u64);

impl Listing {
    /// Every listed part.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, &Listed)> {
        self.0.iter().map(|(name, listed)| (name.as_str(), listed))
    }

    /// Whether both list the very same part under a name.
    pub(super) fn same(&self, other: &Self, name: &str) -> bool {
        self.0.get(name).is_some_and(|listed| other.0.get(name) == Some(listed))
    }

    /// A part of a file by its name.
    pub(super) fn part<'p>(&self, name: &str, parts: &Parts<'p>) -> Result<&'p [u8], SetUp> {
        let (hash, _) = self.0.get(name).ok_or(SetUp::PartMissing)?;
        parts.get(hash).copied().ok_or(SetUp::PartMissing)
    }
}

impl Manifest {
    /// Reads a manifest by the word of the root with which the chain of its file ends.
    pub(super) fn read(payload: &Verified<'_>, chain: &Followed) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = payload.reader(&budget);
        let manifest = Self::members(&mut reader).map_err(|_| SetUp::BundleMalformed)?;
        reader.finish().map_err(|_| SetUp::BundleMalformed)?;
        if manifest.form > FORM {
            return Err(SetUp::NewerEngineNeeded);
        }
        if manifest.root != chain.root.version() || manifest.root != chain.ends {
            return Err(SetUp::ManifestOtherRoot);
        }
        // B1: issued < next ≤ not-after.
        let times_agree = manifest.issued < manifest.next && manifest.next <= manifest.not_after;
        if times_agree { Ok(manifest) } else { Err(SetUp::ManifestTimesDisagree) }
    }

    fn members(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        let members = reader.map()?;
        if !(6..=7).contains(&members) {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(reader, 1)?;
        let number = reader.uint()?;
        if number > HIGHEST_EXACT {
            return Err(reader.fault(Fault::Value));
        }
        member(reader, 2)?;
        let issued = read_time(reader)?;
        member(reader, 3)?;
        let next = read_time(reader)?;
        member(reader, 4)?;
        let not_after = read_time(reader)?;
        member(reader, 5)?;
        let root = reader.uint()?;
        member(reader, 6)?;
        let parts = read_parts(reader)?;
        let mut form = FORM;
        if members == 7 {
            member(reader, 7)?;
            form = reader.uint()?;
        }
        Ok(Self { number, issued, next, not_after, root, parts, form })
    }

    /// Its number, with the hash of its payload.
    pub(super) const fn mark(&self, hash: Digest32) -> Mark {
        Mark { number: self.number, hash }
    }

    /// Its mark and date, with those who signed it.
    pub(super) fn signed(&self, hash: Digest32, by: &Signers) -> SignedManifest {
        SignedManifest { mark: self.mark(hash), issued: self.issued, by: by.clone() }
    }

    /// What it lists.
    pub(super) const fn listing(&self) -> &Listing {
        &self.parts
    }
}

/// What the payload of a manifest lists. Whether anybody signed it is another question.
pub(super) fn read_listing(payload: &[u8]) -> Result<Listing, SetUp> {
    let budget = Budget::items(MAX_ITEMS);
    let mut reader = Reader::new(payload, Rules::DC1, &budget);
    let manifest = Manifest::members(&mut reader).map_err(|_| SetUp::BundleMalformed)?;
    reader.finish().map_err(|_| SetUp::BundleMalformed)?;
    if manifest.form > FORM { Err(SetUp::NewerEngineNeeded) } else { Ok(manifest.parts) }
}

fn read_parts(reader: &mut Reader<'_, '_>) -> Result<Listing, Error> {
    let count = reader.map()?;
    if !(1..=MAX_PARTS).contains(&count) {
        return Err(reader.fault(Fault::Value));
    }
    let mut parts = Sorted::new();
    for _ in 0..count {
        let Key::Text(name) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
        reader.array_of(2)?;
        parts.insert(name.to_string(), (*reader.fixed()?, reader.uint()?));
    }
    Ok(Listing(parts))
}
