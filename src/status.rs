//! Status lists (draft-ietf-oauth-status-list): valid, revoked, suspended or unknown, and how old that word is. Never merged.

use crate::cbor::{Error, Key, Reader, Rules};
use crate::document::{Current, StatusAnswer, StatusRef};
use crate::input::{Budget, Fault};
use crate::scan::inflate;
use crate::seal::{Opened, Sealed, Typ};
use crate::time::UnixTime;
use crate::trust::{Issuer, KeyState, ListedKey, read_time};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// The largest list, inflated: 8 Mi entries of 2 bits, twice the largest list seen in the field.
pub(crate) const MAX_LIST_BYTES: usize = 2 << 20;
/// All lists of a bundle together, inflated.
pub(crate) const MAX_LISTS_BYTES: usize = 64 << 20;

/// One list whose signature, subject and form held. It says nothing of its own age; each answer carries it.
#[derive(Debug)]
pub(crate) struct StatusList {
    iat: UnixTime,
    exp: Option<UnixTime>,
    ttl: Option<u64>,
    bits: u8,
    entries: Vec<u8>,
}

/// All lists of a bundle, by uri. A list that could not be used is absent, and its entries are *unknown*.
#[derive(Debug, Default)]
pub(crate) struct StatusLists(BTreeMap<String, StatusList>);

impl StatusList {
    /// Opens a status token against the one issuer entry that names its uri. `issued` is the manifest's: no list of it is newer (B5).
    ///
    /// `None`: not a list this bundle may use. Nothing follows about any paper, which is *unknown* then, not *revoked*.
    pub(crate) fn open(part: &[u8], uri: &str, issuer: &Issuer, issued: UnixTime) -> Option<Self> {
        let budget = Budget::items(64);
        let mut reader = Reader::new(part, Rules::DC1, &budget);
        let sealed = Sealed::read(&mut reader, Typ::STATUS_LIST).ok()?;
        reader.finish().ok()?;
        let opened = Self::verify(&sealed, issuer)?;
        let (list, signer) = opened;
        let list = Self::read(&list, uri, &budget).ok()?;
        (list.iat <= issued && signer.in_period(list.iat)).then_some(list)
    }

    fn verify<'a, 'k>(sealed: &Sealed<'a>, issuer: &'k Issuer) -> Option<(Opened<'a>, &'k ListedKey)> {
        let candidates =
            issuer.status_keys().iter().filter(|key| key.answers_to(sealed.kid()) && key.key().alg() == sealed.alg());
        candidates
            .filter(|key| key.state() != KeyState::Compromised)
            .find_map(|key| sealed.verify(key.key()).ok().map(|opened| (opened, key)))
    }

    fn read(opened: &Opened<'_>, uri: &str, budget: &Budget) -> Result<Self, Error> {
        let mut reader = opened.reader(budget);
        let (mut subject, mut exp, mut iat, mut ttl, mut list) = (None, None, None, None, None);
        for _ in 0..reader.map()? {
            match reader.key()? {
                Key::Int(2) => subject = Some(reader.text()?),
                Key::Int(4) => exp = Some(read_time(&mut reader)?),
                Key::Int(6) => iat = Some(read_time(&mut reader)?),
                Key::Int(65_533) => list = Some(read_entries(&mut reader)?),
                Key::Int(65_534) => ttl = Some(reader.uint()?),
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        reader.end()?;
        let (Some(iat), Some((bits, entries))) = (iat, list) else { return Err(reader.fault(Fault::Missing)) };
        if subject != Some(uri) || ttl == Some(0) {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self { iat, exp, ttl, bits, entries })
    }

    /// When it was issued.
    pub(crate) const fn iat(&self) -> UnixTime {
        self.iat
    }

    /// From when on its word is too old to accept on: its own `exp` or `ttl`, or the role's tolerance (B6).
    pub(crate) fn good_until(&self, tolerance: u64) -> UnixTime {
        let ends = [self.exp, self.ttl.map(|ttl| self.iat.plus(ttl)), Some(self.iat.plus(tolerance.saturating_add(1)))];
        ends.into_iter().flatten().min().unwrap_or(self.iat)
    }

    /// Bytes it keeps resident.
    pub(crate) const fn size(&self) -> usize {
        self.entries.len()
    }

    fn entry(&self, index: u64) -> Option<u8> {
        let per_byte = 8_u64.checked_div(u64::from(self.bits))?;
        let byte = *self.entries.get(usize::try_from(index.checked_div(per_byte)?).ok()?)?;
        let shift = index.checked_rem(per_byte)?.checked_mul(u64::from(self.bits))?;
        let mask = 0xff_u8.checked_shr(8_u32.checked_sub(u32::from(self.bits))?)?;
        Some(byte.checked_shr(u32::try_from(shift).ok()?)? & mask)
    }

    fn current(&self, index: u64) -> Current {
        match self.entry(index) {
            Some(0) => Current::Valid,
            Some(1) => Current::Revoked,
            Some(2) => Current::Suspended,
            _ => Current::Unknown,
        }
    }
}

fn read_entries(reader: &mut Reader<'_, '_>) -> Result<(u8, Vec<u8>), Error> {
    let (mut bits, mut entries) = (None, None);
    for _ in 0..reader.map()? {
        match reader.key()? {
            Key::Text("bits") => bits = Some(reader.uint()?),
            Key::Text("lst") => entries = Some(reader.bytes()?),
            _ => return Err(reader.fault(Fault::Unexpected)),
        }
    }
    let (Some(bits @ (1 | 2 | 4 | 8)), Some(entries)) = (bits, entries) else { return Err(reader.fault(Fault::Value)) };
    let entries = inflate(entries, MAX_LIST_BYTES).map_err(|fault| reader.fault(fault))?;
    Ok((u8::try_from(bits).unwrap_or_default(), entries.to_vec()))
}

impl StatusLists {
    /// Adds a list, unless all together would be larger than [`MAX_LISTS_BYTES`].
    pub(crate) fn add(&mut self, uri: &str, list: StatusList) {
        let held: usize = self.0.values().map(StatusList::size).sum();
        if held.saturating_add(list.size()) <= MAX_LISTS_BYTES {
            self.0.insert(uri.to_string(), list);
        }
    }

    pub(crate) fn get(&self, uri: &str) -> Option<&StatusList> {
        self.0.get(uri)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &StatusList)> {
        self.0.iter().map(|(uri, list)| (uri.as_str(), list))
    }

    /// What the lists say of a status entry now. Past a list's time, a valid entry is [`StatusAnswer::stale`]; bad news stays.
    pub(crate) fn look_up(&self, issuer: &Issuer, status: StatusRef, at: UnixTime, tolerance: u64) -> StatusAnswer {
        let Some(list) = issuer.list_uri(status).and_then(|uri| self.get(uri)) else {
            return StatusAnswer { current: Current::Unknown, age: None, stale: false };
        };
        let stale = at >= list.good_until(tolerance);
        StatusAnswer { current: list.current(status.index), age: Some(at.since(list.iat)), stale }
    }
}

#[cfg(test)]
mod vectors;
