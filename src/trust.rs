//! Whose signatures count: the issuers of a bundle, and the proof that one of them signed a token.

use crate::cbor::claims::{member, read_kind, read_list, read_map, read_time};
use crate::cbor::{Error, Key, Reader, Type};
use crate::document::StatusRef;
use crate::field::Kind;
use crate::input::Fault;
use crate::key::{Alg, KID, KeyFault, PublicKey, SignatureFailed};
use crate::memory::Keys;
use crate::reason::Reason;
use crate::seal::{Cwt, Signed, Verified};
use crate::sorted::Sorted;
use crate::time::UnixTime;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

mod entry;

pub(crate) use entry::Term;

/// At most so many listed keys share a kid (docs/decisions.md): it bounds the signature checks a token can cause.
pub(crate) const MAX_CANDIDATES: usize = 4;

/// Whether a listed key still counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyState {
    Active,
    /// Signs no more; what it signed within its period still verifies.
    Retired,
    /// Somebody else may sign with it: verifies nothing, whatever the date.
    Compromised,
}

/// A key as the bundle lists it: it counts for one algorithm, in one period, in one state.
#[derive(Debug)]
pub(crate) struct ListedKey {
    kid: [u8; KID],
    key: PublicKey,
    from: UnixTime,
    until: UnixTime,
    state: KeyState,
}

impl ListedKey {
    pub(crate) const fn key(&self) -> &PublicKey {
        &self.key
    }

    pub(crate) const fn state(&self) -> KeyState {
        self.state
    }

    /// Half-open: `from <= time < until`.
    pub(crate) fn in_period(&self, time: UnixTime) -> bool {
        self.from <= time && time < self.until
    }

    /// Whether it is a candidate for an envelope that names this kid.
    pub(crate) fn answers_to(&self, kid: &[u8; KID]) -> bool {
        self.kid == *kid
    }

    /// `[kid, cose-key, alg, from, until, state]`. The kid is whatever the issuer calls the key; the algorithm is the
    /// key's only one.
    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        reader.array_of(6)?;
        let kid = *reader.fixed::<KID>()?;
        let key = PublicKey::read(reader).map_err(|fault| match fault {
            KeyFault::Malformed(error) => error,
            KeyFault::Weak => reader.fault(Fault::Value),
        })?;
        let alg = Alg::from_number(reader.int()?);
        let (from, until) = (read_time(reader)?, read_time(reader)?);
        let state = match reader.uint()? {
            0 => KeyState::Active,
            1 => KeyState::Retired,
            2 => KeyState::Compromised,
            _ => return Err(reader.fault(Fault::Value)),
        };
        if alg != Some(key.alg()) || until <= from {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self { kid, key, from, until, state })
    }
}

/// An origin authority, for one kind of paper, in one period.
#[derive(Debug)]
struct Authority {
    name: String,
    /// Half-open; `None`: at all times.
    period: Option<(UnixTime, UnixTime)>,
}

impl Authority {
    fn kept_the_register_at(&self, as_of: UnixTime) -> bool {
        self.period.is_none_or(|(from, until)| from <= as_of && as_of < until)
    }

    /// `tstr / [tstr, from, until]`.
    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        if reader.peek()? != Type::Array {
            return Ok(Self { name: reader.text()?.to_string(), period: None });
        }
        reader.array_of(3)?;
        let name = reader.text()?.to_string();
        let (from, until) = (read_time(reader)?, read_time(reader)?);
        if until <= from {
            return Err(reader.fault(Fault::Value));
        }
        Ok(Self { name, period: Some((from, until)) })
    }
}

/// One issuer: its keys, and what it may sign.
#[derive(Debug)]
pub(crate) struct Issuer {
    name: String,
    keys: Vec<ListedKey>,
    kinds: Sorted<Kind, Vec<Authority>>,
    formats: Vec<String>,
    lists: Sorted<u64, String>,
    longest_life: u64,
    status_keys: Vec<ListedKey>,
}

impl Issuer {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Why it may not sign papers of this kind for this origin authority's register as of then; `None`: it may.
    ///
    /// Judged at the paper's as-of, not today: a licence from the books of a body that has since handed them over stays
    /// good.
    pub(crate) fn objection(&self, kind: Kind, authority: &str, as_of: UnixTime) -> Option<Reason> {
        let Some(authorities) = self.kinds.get(&kind) else { return Some(Reason::AuthenticFormatNotListed) };
        let mut named = authorities.iter().filter(|of| of.name == authority).peekable();
        if named.peek().is_none() {
            return Some(Reason::AuthenticAuthorityNotListed);
        }
        let kept = named.any(|of| of.kept_the_register_at(as_of));
        if kept { None } else { Some(Reason::AuthenticAuthorityNotInPeriod) }
    }

    pub(crate) fn uses_format(&self, format: &str) -> bool {
        self.formats.iter().any(|of| of == format)
    }

    /// The uri of a status list by its number in this entry.
    pub(crate) fn list_uri(&self, status: StatusRef) -> Option<&str> {
        self.lists.get(&status.list).map(String::as_str)
    }

    pub(crate) fn list_uris(&self) -> impl Iterator<Item = &str> {
        self.lists.values().map(String::as_str)
    }

    /// Longest life of a token, in seconds.
    pub(crate) const fn longest_life(&self) -> u64 {
        self.longest_life
    }

    /// Keys that may sign this issuer's status lists. Its document keys may not.
    pub(crate) fn status_keys(&self) -> &[ListedKey] {
        &self.status_keys
    }

    fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        if reader.map()? != 7 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(reader, 1)?;
        let name = reader.text()?.to_string();
        member(reader, 2)?;
        let keys = read_list(reader, 1, MAX_CANDIDATES, ListedKey::read)?;
        member(reader, 3)?;
        let kinds = read_kinds(reader)?;
        member(reader, 4)?;
        let formats = read_list(reader, 1, 4, |reader| reader.text().map(ToString::to_string))?;
        member(reader, 5)?;
        let lists = read_uris(reader)?;
        member(reader, 6)?;
        let longest_life = reader.uint()?;
        member(reader, 7)?;
        let status_keys = read_list(reader, 0, MAX_CANDIDATES, ListedKey::read)?;
        Ok(Self { name, keys, kinds, formats, lists, longest_life, status_keys })
    }
}

/// All issuers of a bundle.
#[derive(Debug)]
pub(crate) struct Issuers(Vec<Issuer>);

/// Proof that a listed key of an issuer signed a token. Only [`Issuers::open`] makes it.
///
/// It proves who signed these bytes and nothing of what they say: not that they are in force, not that whoever shows
/// them may.
#[derive(Debug)]
pub(crate) struct Authentic<'a, 'k> {
    contents: Verified<'a>,
    issuer: &'k Issuer,
    key: &'k ListedKey,
}

impl<'a, 'k> Authentic<'a, 'k> {
    pub(crate) const fn contents(&self) -> &Verified<'a> {
        &self.contents
    }

    pub(crate) const fn issuer(&self) -> &'k Issuer {
        self.issuer
    }

    /// The key that verified: it *is* the issuer that is reported.
    pub(crate) const fn key(&self) -> &'k ListedKey {
        self.key
    }
}

impl Issuers {
    /// Reads the part `issuers` of a bundle whose hash a signed manifest lists.
    pub(crate) fn read(reader: &mut Reader<'_, '_>) -> Result<Self, Error> {
        Ok(Self(read_list(reader, 1, 256, Issuer::read)?))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Issuer> {
        self.0.iter()
    }

    /// Every listed key with its issuer, document keys and status keys alike.
    pub(crate) fn all_keys(&self) -> impl Iterator<Item = &ListedKey> {
        self.0.iter().flat_map(|issuer| issuer.keys.iter().chain(&issuer.status_keys))
    }

    /// Keys whose status lists count: those that no entry calls compromised. Which list is whose is asked elsewhere.
    pub(crate) fn status_signers(&self) -> Keys {
        let keys = self.0.iter().flat_map(|issuer| &issuer.status_keys);
        keys.filter(|key| key.state != KeyState::Compromised).map(|key| key.key.id()).collect()
    }

    /// Whether a key is listed twice: for two issuers, or for documents and status lists.
    pub(crate) fn has_repeated_key(&self) -> bool {
        let keys: Vec<_> = self.all_keys().map(ListedKey::key).collect();
        keys.iter().enumerate().any(|(index, key)| keys.iter().skip(index.saturating_add(1)).any(|other| other == key))
    }

    /// Whether a kid names more keys than a token may make us try.
    pub(crate) fn has_crowded_kid(&self) -> bool {
        let crowd = |key: &ListedKey| self.candidates(&key.kid).count() > MAX_CANDIDATES;
        self.0.iter().flat_map(|issuer| &issuer.keys).any(crowd)
    }

    fn candidates<'k>(&'k self, kid: &[u8; KID]) -> impl Iterator<Item = (&'k Issuer, &'k ListedKey)> {
        let kid = *kid;
        self.0
            .iter()
            .flat_map(move |issuer| issuer.keys.iter().map(move |key| (issuer, key)))
            .filter(move |(_, key)| key.kid == kid)
    }

    /// Whether any entry lists this key as compromised. Another row for the same key does not mend that.
    fn is_compromised(&self, key: &PublicKey) -> bool {
        self.all_keys().any(|listed| listed.state == KeyState::Compromised && listed.key == *key)
    }

    /// Finds the listed key that signed a token, trying every candidate of its kid (RFC 9052 §3.1).
    pub(crate) fn open<'a, 'k>(&'k self, token: &Signed<'a>) -> Result<Authentic<'a, 'k>, Reason> {
        self.first_that_holds(self.candidates(token.kid()), token.alg(), |key| token.verify(key))
    }

    /// The same for a CWT of another format. One without a kid does not say whose it is: the keys of the issuers that
    /// use the format are tried, [`MAX_CANDIDATES`] of them, and if none holds it may be anybody's, which is no
    /// disproof.
    pub(crate) fn open_cwt<'a, 'k>(&'k self, token: &Cwt<'a>, format: &str) -> Result<Authentic<'a, 'k>, Reason> {
        if token.is_unsigned() {
            return Err(Reason::AuthenticNotSigned);
        }
        let verify = |key: &PublicKey| token.verify(key);
        if let Some(kid) = token.kid() {
            return self.first_that_holds(self.candidates(kid), token.alg(), verify);
        }
        let issuers = self.0.iter().filter(|issuer| issuer.uses_format(format));
        let keys = issuers.flat_map(|issuer| issuer.keys.iter().map(move |key| (issuer, key)));
        let keys = keys.filter(|(_, key)| key.key.alg() == token.alg()).take(MAX_CANDIDATES);
        self.first_that_holds(keys, token.alg(), verify).map_err(|reason| match reason {
            Reason::AuthenticSignatureFailed => Reason::AuthenticIssuerNotListed,
            reason => reason,
        })
    }

    fn first_that_holds<'a, 'k>(
        &'k self,
        candidates: impl Iterator<Item = (&'k Issuer, &'k ListedKey)>,
        alg: Alg,
        verify: impl Fn(&PublicKey) -> Result<Verified<'a>, SignatureFailed>,
    ) -> Result<Authentic<'a, 'k>, Reason> {
        let (mut differs, mut failed) = (false, false);
        for (issuer, key) in candidates {
            if key.key.alg() != alg {
                differs = true;
                continue;
            }
            let Ok(contents) = verify(&key.key) else {
                failed = true;
                continue;
            };
            if self.is_compromised(&key.key) {
                return Err(Reason::AuthenticKeyCompromised);
            }
            return Ok(Authentic { contents, issuer, key });
        }
        // What the nearest candidate lacked: one that was tried says more than one that could not be.
        Err(match (failed, differs) {
            (true, _) => Reason::AuthenticSignatureFailed,
            (false, true) => Reason::AuthenticAlgorithmDiffers,
            (false, false) => Reason::AuthenticIssuerNotListed,
        })
    }
}

fn read_kinds(reader: &mut Reader<'_, '_>) -> Result<Sorted<Kind, Vec<Authority>>, Error> {
    let mut kinds = Sorted::new();
    for _ in 0..read_map(reader, 1, 64)? {
        let kind = read_kind(reader)?;
        kinds.insert(kind, read_list(reader, 1, 64, Authority::read)?);
    }
    Ok(kinds)
}

fn read_uris(reader: &mut Reader<'_, '_>) -> Result<Sorted<u64, String>, Error> {
    let mut uris = Sorted::new();
    for _ in 0..read_map(reader, 0, 64)? {
        let Key::Int(number) = reader.key()? else { return Err(reader.fault(Fault::Type)) };
        let number = u64::try_from(number).map_err(|_| reader.fault(Fault::Value))?;
        uris.insert(number, reader.text()?.to_string());
    }
    Ok(uris)
}

#[cfg(test)]
mod tests;
