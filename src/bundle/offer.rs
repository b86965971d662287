//! The parts of a new bundle: read from the file, or shared with the bundle before where it lists the very same.

use super::manifest::Manifest;
use super::root::Root;
use super::{Bundle, MAX_ITEMS, Parts};
use crate::cbor::claims::{member, read_list, read_time};
use crate::cbor::{Error, Reader, Rules};
use crate::input::{Budget, Fault};
use crate::policy::RoleProfile;
use crate::set_up::SetUp;
use crate::status::Offered;
use crate::time::UnixTime;
use crate::trust::Issuers;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Name of the part that lists issuers.
const ISSUERS: &str = "issuers";
/// Name of the part that lists role profiles.
const PROFILES: &str = "profiles";
/// Name of the part that lists revoked mandates.
const REVOKED: &str = "revoked";
/// Name of the part that says until when the law behind the rules was checked.
const LAW: &str = "law";
/// Prefix of the names of status lists.
const STATUS: &str = "status:";

/// Where the parts of a new bundle come from: the file, and the bundle before it.
#[derive(Clone, Copy)]
pub(super) struct Offer<'p> {
    pub(super) manifest: &'p Manifest,
    pub(super) parts: &'p Parts<'p>,
    pub(super) before: Option<&'p Bundle>,
}

impl<'p> Offer<'p> {
    /// The bundle before, if it lists the very same part under this name.
    fn unchanged(self, name: &str) -> Option<&'p Bundle> {
        self.before.filter(|before| self.manifest.listing().same(before.manifest.listing(), name))
    }

    fn part<T>(
        self,
        name: &str,
        held: impl FnOnce(&Bundle) -> &Arc<T>,
        read: impl FnOnce(&mut Reader<'_, '_>) -> Result<T, Error>,
    ) -> Result<Arc<T>, SetUp> {
        match self.unchanged(name) {
            Some(before) => Ok(Arc::clone(held(before))),
            None => read_part(self.manifest.listing().part(name, self.parts)?, read).map(Arc::new),
        }
    }

    /// The issuers. No key of theirs stands twice among them, nor in the root, which may be another than before.
    pub(super) fn issuers(self, root: &Root) -> Result<Arc<Issuers>, SetUp> {
        let issuers = self.part(ISSUERS, |before| &before.issuers, Issuers::read)?;
        let within = || issuers.has_crowded_kid() || issuers.has_repeated_key();
        let reused = self.unchanged(ISSUERS).is_none() && within();
        let reused = reused || issuers.all_keys().any(|listed| root.has_key(listed.key()));
        if reused { Err(SetUp::KeyReused) } else { Ok(issuers) }
    }

    pub(super) fn profiles(self) -> Result<Arc<Vec<RoleProfile>>, SetUp> {
        self.part(PROFILES, |before| &before.profiles, |reader| read_list(reader, 1, 32, RoleProfile::read))
    }

    pub(super) fn revoked(self) -> Result<Arc<Vec<[u8; 16]>>, SetUp> {
        self.part(REVOKED, |before| &before.revoked, read_revoked)
    }

    /// Until when the law was checked, where the manifest lists such a part. Nobody has seen what was enacted after the
    /// bundle was issued.
    pub(super) fn law_checked(self) -> Result<Option<UnixTime>, SetUp> {
        let listing = self.manifest.listing();
        if !listing.entries().any(|(name, _)| name == LAW) {
            return Ok(None);
        }
        let checked = match self.unchanged(LAW).and_then(|before| before.law_checked) {
            Some(checked) => checked,
            None => read_part(listing.part(LAW, self.parts)?, read_law)?,
        };
        if checked > self.manifest.issued { Err(SetUp::PartMalformed) } else { Ok(Some(checked)) }
    }

    /// Every status part that the manifest lists. Its presence was checked.
    pub(super) fn lists(self) -> impl Iterator<Item = (&'p str, Offered<'p>)> {
        self.manifest.listing().entries().filter_map(move |(name, _)| {
            let uri = name.strip_prefix(STATUS)?;
            let offered = match self.unchanged(name) {
                Some(before) => Offered::Held(&before.lists),
                None => Offered::Bytes(self.manifest.listing().part(name, self.parts).ok()?),
            };
            Some((uri, offered))
        })
    }
}

fn read_part<T>(part: &[u8], read: impl FnOnce(&mut Reader<'_, '_>) -> Result<T, Error>) -> Result<T, SetUp> {
    let budget = Budget::items(MAX_ITEMS);
    let mut reader = Reader::new(part, Rules::DC1, &budget);
    read(&mut reader).and_then(|value| reader.finish().map(|()| value)).map_err(|_| SetUp::PartMalformed)
}

fn read_law(reader: &mut Reader<'_, '_>) -> Result<UnixTime, Error> {
    if reader.map()? != 1 {
        return Err(reader.fault(Fault::Unexpected));
    }
    member(reader, 1)?;
    read_time(reader)
}

/// In rising order, so that one is found by halves.
fn read_revoked(reader: &mut Reader<'_, '_>) -> Result<Vec<[u8; 16]>, Error> {
    let mut revoked = Vec::new();
    for _ in 0..reader.array()? {
        let mandate = *reader.fixed::<16>()?;
        if revoked.last().is_some_and(|last| *last >= mandate) {
            return Err(reader.fault(Fault::Unsorted));
        }
        revoked.push(mandate);
    }
    Ok(revoked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbor::write::Writer;

    /// One that stands out of order would not be found.
    #[test]
    fn revoked_mandates_rise_and_each_stands_once() {
        let part = |mandates: &[u8]| {
            let mut writer = Writer::new();
            writer.array(mandates.len());
            for mandate in mandates {
                writer.bytes(&[*mandate; 16]);
            }
            read_part(&writer.into_bytes(), read_revoked).map(|revoked| revoked.len())
        };
        assert_eq!(part(&[1, 2, 9]), Ok(3));
        for wrong in [&[2, 1][..], &[1, 1], &[1, 3, 2]] {
            assert_eq!(part(wrong), Err(SetUp::PartMalformed), "{wrong:?}");
        }
    }
}
