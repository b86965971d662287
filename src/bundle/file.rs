//! The file around roots, manifest and parts: read but not believed, cut down to a delta, and put together again.
//!
//! Nothing here checks a signature. Whoever hands a bad file on hands on a file that
//! [`Bundle::open`](super::Bundle::open) refuses.

use super::manifest::{Listing, read_listing};
use super::{MAX_BUNDLE, MAX_ITEMS, Parts};
use crate::cbor::claims::read_list;
use crate::cbor::write::Writer;
use crate::cbor::{Error, Key, Reader, Rules};
use crate::digest::{Digest32, sha256};
use crate::input::{Budget, Fault};
use crate::seal::{Signed, Typ};
use crate::set_up::SetUp;
use alloc::vec::Vec;

/// A bundle file or a delta. Nobody has vouched for anything in it.
pub(super) struct File<'a> {
    pub(super) roots: Vec<Vec<Signed<'a>>>,
    pub(super) manifest: Vec<Signed<'a>>,
    pub(super) parts: Parts<'a>,
    /// Roots and manifest as they stand in the file.
    head: [&'a [u8]; 2],
}

impl<'a> File<'a> {
    pub(super) fn read(file: &'a [u8]) -> Result<Self, SetUp> {
        if file.len() > MAX_BUNDLE {
            return Err(SetUp::BundleTooLarge);
        }
        Self::members(file).map_err(|_| SetUp::BundleMalformed)
    }

    fn members(file: &'a [u8]) -> Result<Self, Error> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = Reader::new(file, Rules::BUNDLE, &budget);
        reader.array_of(3)?;
        let head = [reader.skip()?, reader.skip()?];
        let parts = read_parts(&mut reader)?;
        reader.finish()?;
        let [roots, manifest] = head;
        let roots = whole(roots, &budget, super::root::read_chain)?;
        let manifest =
            whole(manifest, &budget, |reader| read_list(reader, 1, 8, |reader| Signed::read(reader, Typ::MANIFEST)))?;
        Ok(Self { roots, manifest, parts, head })
    }

    /// What its manifest lists, whoever signed it.
    fn unverified_listing(&self) -> Result<Listing, SetUp> {
        let manifest = self.manifest.first().ok_or(SetUp::BundleMalformed)?;
        read_listing(manifest.unverified_payload())
    }

    /// A file with this one's roots and manifest, and other parts.
    fn with_parts(&self, parts: &Parts<'_>) -> Result<Vec<u8>, SetUp> {
        // A head for the array and the map; for each part a hash and two heads.
        let around = parts.len().saturating_mul(48).saturating_add(16);
        let inside = self.head.iter().chain(parts.values()).map(|piece| piece.len());
        let mut file = Writer::with_capacity(inside.fold(around, usize::saturating_add));
        file.array(3);
        let mut file = file.into_bytes();
        self.head.iter().for_each(|piece| file.extend_from_slice(piece));
        let mut map = Writer::new();
        map.map(parts.len());
        file.extend_from_slice(&map.into_bytes());
        for (hash, content) in parts.iter() {
            let mut pair = Writer::with_capacity(content.len().saturating_add(48));
            pair.bytes(hash).bytes(content);
            file.extend_from_slice(&pair.into_bytes());
        }
        if file.len() > MAX_BUNDLE { Err(SetUp::BundleTooLarge) } else { Ok(file) }
    }
}

/// The delta from one bundle file to another: the new file without the parts that the old one lists under the same name
/// and hash.
pub(super) fn delta(old: &[u8], new: &[u8]) -> Result<Vec<u8>, SetUp> {
    let (old, new) = (File::read(old)?, File::read(new)?);
    let (held, listing) = (old.unverified_listing()?, new.unverified_listing()?);
    held.check(&old.parts, None)?;
    listing.check(&new.parts, None)?;
    let changed = |hash: &Digest32| listing.entries().any(|(name, (of, _))| of == hash && !listing.same(&held, name));
    let parts = new.parts.iter().filter(|(hash, _)| changed(hash)).map(|(hash, content)| (*hash, *content)).collect();
    new.with_parts(&parts)
}

/// The full file that a delta leads to from another: byte for byte the one it was cut from, for there is one encoding.
pub(super) fn merge(old: &[u8], delta: &[u8]) -> Result<Vec<u8>, SetUp> {
    let (old, delta) = (File::read(old)?, File::read(delta)?);
    let (held, listing) = (old.unverified_listing()?, delta.unverified_listing()?);
    held.check(&old.parts, None)?;
    listing.check(&delta.parts, Some(&held))?;
    let mut parts = Parts::new();
    for (_, (hash, _)) in listing.entries() {
        let content = delta.parts.get(hash).or_else(|| old.parts.get(hash)).ok_or(SetUp::PartMissing)?;
        parts.insert(*hash, content);
    }
    delta.with_parts(&parts)
}

/// Whether a whole file lacks parts that its manifest lists. Nobody has vouched for it, and no hash is computed.
pub(crate) fn is_delta(file: &[u8]) -> bool {
    let lacking = File::read(file).and_then(|file| {
        let listing = file.unverified_listing()?;
        Ok(listing.entries().any(|(_, (hash, _))| file.parts.get(hash).is_none()))
    });
    lacking.unwrap_or(false)
}

impl Listing {
    /// Every listed part is there with its hash and length, or listed under the same name by the bundle before; nothing
    /// else is there (N142).
    pub(super) fn check(&self, parts: &Parts<'_>, held: Option<&Self>) -> Result<(), SetUp> {
        for (hash, content) in parts.iter() {
            if sha256(content) != *hash {
                return Err(SetUp::PartDiffers);
            }
            if !self.entries().any(|(_, (listed, _))| listed == hash) {
                return Err(SetUp::PartUnlisted);
            }
        }
        for (name, (hash, length)) in self.entries() {
            match parts.get(hash) {
                Some(part) if u64::try_from(part.len()) != Ok(*length) => return Err(SetUp::PartDiffers),
                Some(_) => {}
                None if held.is_some_and(|held| self.same(held, name)) => {}
                None => return Err(SetUp::PartMissing),
            }
        }
        Ok(())
    }
}

fn read_parts<'a>(reader: &mut Reader<'a, '_>) -> Result<Parts<'a>, Error> {
    let mut parts = Parts::new();
    for _ in 0..reader.map()? {
        let hash = match reader.key()? {
            Key::Bytes(hash) => Digest32::try_from(hash).ok(),
            _ => None,
        };
        let hash = hash.ok_or_else(|| reader.fault(Fault::Value))?;
        parts.insert(hash, reader.bytes()?);
    }
    Ok(parts)
}

/// Reads one item, whole.
fn whole<'a, T>(
    bytes: &'a [u8],
    budget: &Budget,
    read: impl FnOnce(&mut Reader<'a, '_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut reader = Reader::new(bytes, Rules::BUNDLE, budget);
    let value = read(&mut reader)?;
    reader.finish().map(|()| value)
}
