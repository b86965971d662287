//! All status lists of a bundle: opened once, shared with the next bundle, and counted anew in each.

use super::{Issuer, StatusList};
use crate::digest::sha256;
use crate::memory::ListMark;
use crate::set_up::SetUp;
use crate::sorted::Sorted;
use crate::time::UnixTime;
use crate::trust::Issuers;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// What the status parts of one bundle may keep resident: a nation of 100 Mi entries of 2 bits comes to 25 MiB even if
/// no entry is valid, so no share of revoked papers makes such a bundle unusable.
pub(crate) const MAX_STATUS_BYTES: usize = 32 << 20;

/// All lists of a bundle, by uri. One that does not count is kept, for a later bundle may vouch for it; its entries are
/// *unknown*.
#[derive(Debug, Default)]
pub(crate) struct StatusLists(Sorted<String, Listed>);

#[derive(Debug)]
struct Listed {
    part: Part,
    counts: bool,
}

/// A status part as it is held.
#[derive(Clone, Debug)]
enum Part {
    /// A token that opened under the entry of an issuer, in this bundle or an earlier one.
    Verified(Arc<StatusList>),
    /// Bytes that no issuer has vouched for: another signer, another subject, a form that is none. Kept, so that the
    /// bundle after next sees what a device sees that opens it afresh.
    Closed(Arc<[u8]>),
}

/// Where a listed status part is to be had.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Offered<'p> {
    /// In the file, with the hash that the manifest lists.
    Bytes(&'p [u8]),
    /// Among the lists of the bundle before, under the same uri and hash.
    Held(&'p StatusLists),
}

impl Part {
    fn of(offered: Offered<'_>, uri: &str) -> Option<Self> {
        match offered {
            Offered::Bytes(bytes) => Some(Self::Closed(bytes.into())),
            Offered::Held(lists) => lists.0.get(uri).map(|listed| listed.part.clone()),
        }
    }

    /// Verified, if it was or one of the issuers that name its uri vouches for it now.
    fn open(self, uri: &str, issuers: &[&Issuer]) -> Self {
        let Self::Closed(bytes) = &self else { return self };
        let opened = issuers.iter().find_map(|issuer| StatusList::open(bytes, uri, issuer));
        opened.map_or(self, |list| Self::Verified(Arc::new(list)))
    }

    fn size(&self) -> usize {
        match self {
            Self::Verified(list) => list.size(),
            Self::Closed(bytes) => bytes.len(),
        }
    }

    fn counts(&self, issuers: &[&Issuer], issued: UnixTime) -> bool {
        match self {
            Self::Verified(list) => issuers.iter().any(|issuer| list.counts_for(issuer, issued)),
            Self::Closed(_) => false,
        }
    }
}

impl StatusLists {
    /// The status parts that a manifest issued at `issued` lists, as far as the issuers of the same bundle vouch for
    /// them.
    pub(crate) fn assemble<'p>(
        parts: impl Iterator<Item = (&'p str, Offered<'p>)>,
        issuers: &Issuers,
        issued: UnixTime,
    ) -> Result<Self, SetUp> {
        let listed = by_uri(parts, issuers);
        let mut lists = Self::default();
        let mut resident = 0_usize;
        for (uri, (offered, named)) in listed.iter() {
            let part = Part::of(*offered, uri).ok_or(SetUp::PartMissing)?.open(uri, named);
            resident = resident.saturating_add(part.size());
            if resident > MAX_STATUS_BYTES {
                return Err(SetUp::StatusTooLarge);
            }
            let counts = part.counts(named, issued);
            lists.0.insert(uri.to_string(), Listed { part, counts });
        }
        Ok(lists)
    }

    /// The list of a uri, if it counts and a key of this issuer signed it. Another issuer that names the same uri gets
    /// nothing from it.
    pub(crate) fn of(&self, issuer: &Issuer, uri: &str) -> Option<&StatusList> {
        let list = self.counting(uri)?;
        issuer.status_keys().iter().any(|key| *key.key() == list.signer).then_some(list)
    }

    /// The list of a uri, if it counts.
    pub(crate) fn counting(&self, uri: &str) -> Option<&StatusList> {
        self.0.get(uri).and_then(Listed::counting)
    }

    /// Every list that counts.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &StatusList)> {
        self.0.iter().filter_map(|(uri, listed)| Some((uri.as_str(), listed.counting()?)))
    }

    /// What a memory keeps of every list that counts.
    pub(crate) fn marks(&self) -> Vec<ListMark> {
        let mark = |(uri, list): (&str, &StatusList)| list.mark(sha256(uri.as_bytes()));
        self.iter().map(mark).collect()
    }

    /// Bytes that all of them keep resident, those that do not count included.
    pub(crate) fn size(&self) -> usize {
        self.0.values().map(|listed| listed.part.size()).fold(0, usize::saturating_add)
    }

    /// Whether both hold one and the same opened list of a uri, not two that are alike.
    #[cfg(test)]
    pub(crate) fn share(&self, other: &Self, uri: &str) -> bool {
        match (self.0.get(uri).map(|one| &one.part), other.0.get(uri).map(|two| &two.part)) {
            (Some(Part::Verified(one)), Some(Part::Verified(two))) => Arc::ptr_eq(one, two),
            (Some(Part::Closed(one)), Some(Part::Closed(two))) => Arc::ptr_eq(one, two),
            _ => false,
        }
    }
}

impl Listed {
    fn counting(&self) -> Option<&StatusList> {
        match &self.part {
            Part::Verified(list) if self.counts => Some(list),
            _ => None,
        }
    }
}

/// Each status part by its uri, with the issuers that name it.
fn by_uri<'p, 'i>(
    parts: impl Iterator<Item = (&'p str, Offered<'p>)>,
    issuers: &'i Issuers,
) -> Sorted<&'p str, (Offered<'p>, Vec<&'i Issuer>)> {
    let mut listed: Sorted<_, _> = parts.map(|(uri, offered)| (uri, (offered, Vec::new()))).collect();
    for issuer in issuers.iter() {
        for uri in issuer.list_uris() {
            if let Some((_, named)) = listed.get_mut(uri) {
                named.push(issuer);
            }
        }
    }
    listed
}
