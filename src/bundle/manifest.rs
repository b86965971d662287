//! The signed manifest: number, times, and every part by hash.

use super::root::Root;
use crate::cbor::{Error, Key, Reader};
use crate::input::{Budget, Fault, HIGHEST_EXACT};
use crate::memory::{Digest32, sha256};
use crate::seal::Opened;
use crate::set_up::SetUp;
use crate::time::UnixTime;
use crate::trust::{member, read_time};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};

/// The form of bundle this engine reads (docs/dc1.md §3, manifest key 7).
const FORM: u64 = 1;
/// Parts a manifest may list (docs/dc1.md §3).
const MAX_PARTS: usize = 1_024;

/// A manifest that the lists scope signed.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) number: u64,
    pub(super) issued: UnixTime,
    pub(super) next: UnixTime,
    pub(super) not_after: UnixTime,
    root: u64,
    parts: BTreeMap<String, (Digest32, u64)>,
    form: u64,
}

impl Manifest {
    pub(super) fn read(payload: &Opened<'_>, root: &Root) -> Result<Self, SetUp> {
        let budget = Budget::items(MAX_PARTS.saturating_mul(4).saturating_add(32));
        let mut reader = payload.reader(&budget);
        let manifest = Self::members(&mut reader).map_err(|_| SetUp::BundleMalformed)?;
        reader.finish().map_err(|_| SetUp::BundleMalformed)?;
        if manifest.form > FORM {
            return Err(SetUp::NewerEngineNeeded);
        }
        if manifest.root != root.version() {
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

    /// Every listed part is there with its hash and length, and nothing else is (N142).
    pub(super) fn check_parts(&self, parts: &BTreeMap<Digest32, &[u8]>) -> Result<(), SetUp> {
        for (hash, content) in parts {
            if sha256(content) != *hash {
                return Err(SetUp::PartDiffers);
            }
            if !self.parts.values().any(|(listed, _)| listed == hash) {
                return Err(SetUp::PartUnlisted);
            }
        }
        for (hash, length) in self.parts.values() {
            let part = parts.get(hash).ok_or(SetUp::PartMissing)?;
            if u64::try_from(part.len()) != Ok(*length) {
                return Err(SetUp::PartDiffers);
            }
        }
        Ok(())
    }

    /// A part that every bundle has.
    pub(super) fn part<'p>(&self, name: &str, parts: &BTreeMap<Digest32, &'p [u8]>) -> Result<&'p [u8], SetUp> {
        let (hash, _) = self.parts.get(name).ok_or(SetUp::PartMissing)?;
        parts.get(hash).copied().ok_or(SetUp::PartMissing)
    }

    /// The status token of a list, if the bundle carries it.
    pub(super) fn status_part<'p>(&self, uri: &str, parts: &BTreeMap<Digest32, &'p [u8]>) -> Option<&'p [u8]> {
        let named = |name: &str| name.strip_prefix(super::STATUS) == Some(uri);
        let (_, (hash, _)) = self.parts.iter().find(|(name, _)| named(name))?;
        parts.get(hash).copied()
    }
}

fn read_parts(reader: &mut Reader<'_, '_>) -> Result<BTreeMap<String, (Digest32, u64)>, Error> {
    let count = reader.map()?;
    if !(1..=MAX_PARTS).contains(&count) {
        return Err(reader.fault(Fault::Value));
    }
    let mut parts = BTreeMap::new();
    for _ in 0..count {
        let Key::Text(name) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
        reader.array_of(2)?;
        parts.insert(name.to_string(), (*reader.fixed()?, reader.uint()?));
    }
    Ok(parts)
}
