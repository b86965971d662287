//! Checks 5 to 7: what an authentic token says, in what time, about whose key.

use super::NAME;
use super::papers::{Papers, Readable, read_all, read_status};
use crate::bundle::Bundle;
use crate::cbor::claims::{member, read_time};
use crate::cbor::{Error, Key, Reader};
use crate::digest::Digest32;
use crate::document::StatusRef;
use crate::field::Kind;
use crate::finding::Finding;
use crate::input::{Budget, Fault};
use crate::key::{KeyFault, PublicKey};
use crate::reason::Reason;
use crate::time::UnixTime;
use crate::trust::{Authentic, Issuer, Term};
use alloc::vec::Vec;

/// The account that a token hangs on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Account {
    /// Identification level 1 or 2 (Decree 69/2024 art. 9); `None`: the issuer did not say.
    pub(crate) level: Option<u64>,
    /// Where its lock is listed.
    pub(crate) status: Option<StatusRef>,
}

/// An authentic token whose claims stand: closed set, times, key, formats. Only [`Document::read`] makes it.
///
/// It proves what the issuer said about a holder of some key, not that whoever shows it is that holder.
#[derive(Debug)]
pub(crate) struct Document<'a, 'k> {
    authentic: Authentic<'a, 'k>,
    claims: Claims<'a>,
}

#[derive(Debug)]
struct Claims<'a> {
    issuer: &'a str,
    term: Term,
    holder: PublicKey,
    format: &'a str,
    papers: Vec<(Kind, Readable)>,
    digests: Vec<Digest32>,
    account: Account,
}

impl<'a, 'k> Document<'a, 'k> {
    /// Reads the claims of an authentic token and holds them to the issuer's entry (docs/dc1.md §5 T1–T6).
    pub(crate) fn read(
        authentic: Authentic<'a, 'k>,
        bundle: &Bundle,
        budget: &Budget,
        at: UnixTime,
    ) -> Result<Self, Vec<Finding>> {
        let claims = Claims::open(&authentic, budget).map_err(|reason| Vec::from([Finding::new(reason)]))?;
        let mut reasons = authentic.against_entry(claims.issuer, (claims.format, NAME), claims.term);
        reasons.extend(claims.term.against_time(at));
        if bundle.lists_key(&claims.holder) {
            reasons.push(Reason::AuthenticHolderKeyReused);
        }
        if reasons.is_empty() {
            Ok(Self { authentic, claims })
        } else {
            Err(reasons.into_iter().map(Finding::new).collect())
        }
    }

    pub(crate) const fn issuer(&self) -> &'k Issuer {
        self.authentic.issuer()
    }

    /// The bound key.
    pub(crate) const fn holder(&self) -> &PublicKey {
        &self.claims.holder
    }

    pub(crate) const fn account(&self) -> Account {
        self.claims.account
    }

    pub(crate) const fn term(&self) -> Term {
        self.claims.term
    }

    /// Kinds of the papers that are clear.
    pub(crate) fn kinds(&self) -> Vec<Kind> {
        self.claims.papers.iter().map(|(kind, _)| *kind).collect()
    }

    /// The papers and the digests beside them, for [`Revealed`](super::Revealed) to open.
    pub(super) fn into_papers(self) -> Papers {
        (self.claims.papers, self.claims.digests)
    }
}

impl<'a> Claims<'a> {
    fn open(authentic: &Authentic<'a, '_>, budget: &Budget) -> Result<Self, Reason> {
        let mut reader = authentic.contents().reader(budget);
        let claims = Self::read(&mut reader).map_err(|fault| match fault {
            KeyFault::Malformed(_) => Reason::AuthenticClaimsMalformed,
            KeyFault::Weak => Reason::AuthenticHolderKeyWeak,
        })?;
        reader.end().map_err(|_| Reason::AuthenticClaimsMalformed)?;
        Ok(claims)
    }

    /// `claims` of docs/dc1.md §2: a closed set in one order.
    fn read(reader: &mut Reader<'a, '_>) -> Result<Self, KeyFault> {
        let members = reader.map()?;
        if !(7..=8).contains(&members) {
            return Err(reader.fault(Fault::Unexpected).into());
        }
        member(reader, 1)?;
        let issuer = reader.text()?;
        member(reader, 4)?;
        let exp = read_time(reader)?;
        let mut nbf = None;
        if members == 8 {
            member(reader, 5)?;
            nbf = Some(read_time(reader)?);
        }
        member(reader, 6)?;
        let iat = read_time(reader)?;
        member(reader, 8)?;
        let holder = read_holder(reader)?;
        member(reader, 11)?;
        let format = reader.text()?;
        member(reader, -65_600)?;
        let (papers, digests) = read_all(reader)?;
        member(reader, -65_602)?;
        let account = read_account(reader)?;
        Ok(Self { issuer, term: Term { iat, nbf, exp }, holder, format, papers, digests, account })
    }
}

/// `{ 1 => cose-key }`: exactly one key and nothing beside it (RFC 8747 §3).
fn read_holder(reader: &mut Reader<'_, '_>) -> Result<PublicKey, KeyFault> {
    if reader.map()? != 1 {
        return Err(reader.fault(Fault::Unexpected).into());
    }
    member(reader, 1)?;
    PublicKey::read(reader)
}

/// `{ ? 1 => 1 / 2, ? 2 => status }`.
fn read_account(reader: &mut Reader<'_, '_>) -> Result<Account, Error> {
    let members = reader.map()?;
    // More would let the next keys be read as its own.
    if members > 2 {
        return Err(reader.fault(Fault::Unexpected));
    }
    let (mut level, mut status) = (None, None);
    for _ in 0..members {
        match reader.key()? {
            Key::Int(1) => level = Some(reader.uint()?),
            Key::Int(2) => status = Some(read_status(reader)?),
            _ => return Err(reader.fault(Fault::Unexpected)),
        }
    }
    if level.is_some_and(|level| !(1..=2).contains(&level)) {
        return Err(reader.fault(Fault::Value));
    }
    Ok(Account { level, status })
}
