//! Status lists (draft-ietf-oauth-status-list): valid, revoked, suspended or unknown, and how old that word is. Never
//! merged.

use crate::cbor::claims::read_time;
use crate::cbor::{Error, Key, Reader, Rules};
use crate::digest::Digest32;
use crate::document::{Current, StatusAnswer, StatusRef};
use crate::input::{Budget, Fault};
use crate::key::{KID, PublicKey};
use crate::memory::ListMark;
use crate::seal::{Signed, Typ, Verified};
use crate::time::UnixTime;
use crate::trust::{Issuer, KeyState, ListedKey};
use alloc::string::{String, ToString};

mod lists;
mod table;

pub(crate) use lists::{Offered, StatusLists};
use table::{Table, Width};

/// The largest list, inflated: 8 Mi entries of 2 bits, twice the largest list seen in the field.
pub(crate) const MAX_LIST_BYTES: usize = 2 << 20;

/// One list whose signature, subject and form held under some issuer's entry. Whether it counts is asked of each bundle
/// anew, see [`StatusList::counts_for`]. It says nothing of its own age; each answer carries it.
#[derive(Debug)]
pub(crate) struct StatusList {
    uri: String,
    kid: [u8; KID],
    signer: PublicKey,
    iat: UnixTime,
    exp: Option<UnixTime>,
    ttl: Option<u64>,
    table: Table,
}

impl StatusList {
    /// Opens a status token against an issuer's entry that names its uri.
    ///
    /// `None`: not a list that this entry vouches for. Nothing follows about any paper, which is *unknown* then, not
    /// *revoked*.
    fn open(part: &[u8], uri: &str, issuer: &Issuer) -> Option<Self> {
        let budget = Budget::items(64);
        let mut reader = Reader::new(part, Rules::DC1, &budget);
        let sealed = Signed::read(&mut reader, Typ::STATUS_LIST).ok()?;
        reader.finish().ok()?;
        let (opened, key) = verify(&sealed, issuer)?;
        Self::read(&opened, uri, key, *sealed.kid(), &budget).ok()
    }

    /// Whether an issuer's entry vouches for it in a bundle issued at `issued`: its signer is listed there for status
    /// under the kid it used, not compromised, in period when it signed, and no list is newer than the manifest (B5).
    ///
    /// The signature was checked once and its bytes cannot have changed since, so the key alone decides.
    fn counts_for(&self, issuer: &Issuer, issued: UnixTime) -> bool {
        let vouched = |key: &ListedKey| {
            *key.key() == self.signer
                && key.answers_to(&self.kid)
                && key.state() != KeyState::Compromised
                && key.in_period(self.iat)
        };
        self.iat <= issued && issuer.status_keys().iter().any(vouched)
    }

    fn read(
        opened: &Verified<'_>,
        uri: &str,
        signer: &ListedKey,
        kid: [u8; KID],
        budget: &Budget,
    ) -> Result<Self, Error> {
        let mut reader = opened.reader(budget);
        let (mut subject, mut exp, mut iat, mut ttl, mut list) = (None, None, None, None, None);
        for _ in 0..reader.map()? {
            match reader.key()? {
                Key::Int(2) => subject = Some(reader.text()?),
                Key::Int(4) => exp = Some(read_time(&mut reader)?),
                Key::Int(6) => iat = Some(read_time(&mut reader)?),
                Key::Int(65_533) => list = Some(read_table(&mut reader)?),
                Key::Int(65_534) => ttl = Some(reader.uint()?),
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        reader.end()?;
        let (Some(iat), Some(table)) = (iat, list) else { return Err(reader.fault(Fault::Missing)) };
        if subject != Some(uri) || ttl == Some(0) {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self { uri: uri.to_string(), kid, signer: signer.key().clone(), iat, exp, ttl, table })
    }

    /// When it was issued.
    pub(crate) const fn iat(&self) -> UnixTime {
        self.iat
    }

    /// Its time, with the key that signed it.
    fn mark(&self, uri: Digest32) -> ListMark {
        ListMark { uri, signer: self.signer.id(), iat: self.iat.seconds() }
    }

    /// From when on its word is too old to accept on: its own `exp` or `ttl`, or the role's tolerance (B6).
    pub(crate) fn good_until(&self, tolerance: u64) -> UnixTime {
        let ends = [self.exp, self.ttl.map(|ttl| self.iat.plus(ttl)), Some(self.iat.plus(tolerance.saturating_add(1)))];
        ends.into_iter().flatten().min().unwrap_or(self.iat)
    }

    /// Bytes it keeps resident.
    fn size(&self) -> usize {
        self.table.size().saturating_add(self.uri.len()).saturating_add(size_of::<Self>())
    }

    /// The value of an entry; `None` from the list's end on.
    pub(crate) fn entry(&self, index: u64) -> Option<u8> {
        self.table.entry(index)
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

fn verify<'a, 'k>(sealed: &Signed<'a>, issuer: &'k Issuer) -> Option<(Verified<'a>, &'k ListedKey)> {
    let candidates =
        issuer.status_keys().iter().filter(|key| key.answers_to(sealed.kid()) && key.key().alg() == sealed.alg());
    candidates
        .filter(|key| key.state() != KeyState::Compromised)
        .find_map(|key| sealed.verify(key.key()).ok().map(|opened| (opened, key)))
}

fn read_table(reader: &mut Reader<'_, '_>) -> Result<Table, Error> {
    let (mut width, mut stream) = (None, None);
    for _ in 0..reader.map()? {
        match reader.key()? {
            Key::Text("bits") => width = Width::new(reader.uint()?),
            Key::Text("lst") => stream = Some(reader.bytes()?),
            _ => return Err(reader.fault(Fault::Unexpected)),
        }
    }
    let (Some(width), Some(stream)) = (width, stream) else { return Err(reader.fault(Fault::Value)) };
    Table::inflate(stream, width, MAX_LIST_BYTES).map_err(|fault| reader.fault(fault))
}

impl StatusLists {
    /// What the lists say of a status entry now. Past a list's time, a valid entry is [`StatusAnswer::stale`]; bad news
    /// stays.
    pub(crate) fn look_up(&self, issuer: &Issuer, status: StatusRef, at: UnixTime, tolerance: u64) -> StatusAnswer {
        let Some(list) = issuer.list_uri(status).and_then(|uri| self.of(issuer, uri)) else {
            return StatusAnswer { current: Current::Unknown, age: None, stale: false };
        };
        let stale = at >= list.good_until(tolerance);
        StatusAnswer { current: list.current(status.index), age: Some(at.since(list.iat)), stale }
    }
}

#[cfg(test)]
mod tests;
