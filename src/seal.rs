//! COSE_Sign1 envelopes over borrowed bytes (RFC 9052 §4.2): what may be read before a signature holds, and nothing
//! else.
//!
//! Header sets are closed and each object the system signs has a `typ` of its own (RFC 9596), so that none can stand in
//! for another.

use crate::cbor::write::{Head, Writer};
use crate::cbor::{Error, Key, Reader, Rules};
use crate::input::{Budget, Fault};
use crate::key::{self, Alg, KID, PublicKey, SIGNATURE, SignatureFailed};
use alloc::vec::Vec;
use sha2::{Digest, Sha256};

mod cwt;

pub(crate) use cwt::Cwt;

/// What kind of object an envelope says it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typ {
    /// A registered content format number.
    Number(u64),
    /// A media type.
    Text(&'static str),
}

impl Typ {
    /// application/sd-cwt.
    pub(crate) const SD_CWT: Self = Self::Number(293);
    /// application/kb+cwt.
    pub(crate) const KEY_BINDING: Self = Self::Number(294);
    pub(crate) const ROOT: Self = Self::Text("application/dc1-root+cbor");
    pub(crate) const MANIFEST: Self = Self::Text("application/dc1-manifest+cbor");
    pub(crate) const MANDATE: Self = Self::Text("application/dc1-licence+cwt");
    pub(crate) const STATUS_LIST: Self = Self::Text("application/statuslist+cwt");
    pub(crate) const ASK_TEXT: &str = "application/dc1-ask+cwt";
    pub(crate) const CONSENT_TEXT: &str = "application/dc1-consent+cwt";
    const CONSENT: Self = Self::Text(Self::CONSENT_TEXT);
    pub(crate) const ASK: Self = Self::Text(Self::ASK_TEXT);

    pub(crate) fn read(self, reader: &mut Reader<'_, '_>) -> Result<(), Error> {
        let same = match self {
            Self::Number(number) => reader.uint()? == number,
            Self::Text(text) => reader.text()? == text,
        };
        if same { Ok(()) } else { Err(reader.fault(Fault::Value)) }
    }
}

/// A COSE_Sign1 whose signature has not been checked. Holding it proves nothing; its payload is closed until
/// [`Signed::verify`].
#[derive(Debug)]
pub(crate) struct Signed<'a> {
    alg: Alg,
    kid: [u8; KID],
    protected: &'a [u8],
    payload: &'a [u8],
    signature: &'a [u8; SIGNATURE],
    depth: usize,
    origin: usize,
}

/// A payload whose signature held under some key. Who that key belongs to is the caller's knowledge.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verified<'a> {
    payload: &'a [u8],
    rules: Rules,
    depth: usize,
    origin: usize,
}

impl<'a> Verified<'a> {
    /// The signed bytes.
    pub(crate) const fn bytes(&self) -> &'a [u8] {
        self.payload
    }

    /// A reader of the signed payload, on the budget of the scan it came in.
    pub(crate) const fn reader<'b>(&self, budget: &'b Budget) -> Reader<'a, 'b> {
        Reader::embedded(self.payload, self.rules, budget, self.depth, self.origin)
    }
}

/// COSE header labels (RFC 9052 §3.1, RFC 9596, draft-ietf-spice-sd-cwt).
pub(crate) mod label {
    pub(crate) const ALG: i64 = 1;
    pub(crate) const KID: i64 = 4;
    pub(crate) const KCWT: i64 = 13;
    pub(crate) const TYP: i64 = 16;
    pub(crate) const SD_CLAIMS: i64 = 17;
    /// The holder's second signature (docs/dc1.md §10).
    pub(crate) const CONSENTED: i64 = -65_603;
    /// Digest of the token that a consent is about.
    pub(crate) const TOKEN: i64 = -65_604;
}

impl<'a> Signed<'a> {
    /// Reads an envelope with protected `{ 1, 4, 16 }` and nothing unprotected.
    pub(crate) fn read(reader: &mut Reader<'a, '_>, typ: Typ) -> Result<Self, Error> {
        let protected = open(reader)?;
        let (alg, kid) = headers(&mut reader.inside(protected), typ)?;
        empty(reader)?;
        close(reader, alg, kid, protected)
    }

    /// Reads an envelope with protected `{ 1, 13, 16 }`, whose 13 is another object. Answers that object's bytes,
    /// unread, beside it.
    pub(crate) fn read_around(reader: &mut Reader<'a, '_>, typ: Typ) -> Result<(&'a [u8], Self), Error> {
        let protected = open(reader)?;
        let mut inner = reader.inside(protected);
        if inner.map()? != 3 {
            return Err(inner.fault(Fault::Unexpected));
        }
        expect(&mut inner, label::ALG)?;
        let alg = read_alg(&mut inner)?;
        expect(&mut inner, label::KCWT)?;
        let object = inner.skip()?;
        expect(&mut inner, label::TYP)?;
        typ.read(&mut inner)?;
        inner.finish()?;
        empty(reader)?;
        Ok((object, close(reader, alg, [0; KID], protected)?))
    }

    /// Reads an envelope with protected `{ 1, 16, -65604 }` and nothing unprotected: a consent, with the digest of the
    /// token it is about.
    pub(crate) fn read_consent(reader: &mut Reader<'a, '_>) -> Result<([u8; 32], Self), Error> {
        let protected = open(reader)?;
        let mut inner = reader.inside(protected);
        if inner.map()? != 3 {
            return Err(inner.fault(Fault::Unexpected));
        }
        expect(&mut inner, label::ALG)?;
        let alg = read_alg(&mut inner)?;
        expect(&mut inner, label::TYP)?;
        Typ::CONSENT.read(&mut inner)?;
        expect(&mut inner, label::TOKEN)?;
        let token = *inner.fixed()?;
        inner.finish()?;
        empty(reader)?;
        Ok((token, close(reader, alg, [0; KID], protected)?))
    }

    /// The algorithm it says it was signed with: a claim of whoever wrote it, until a listed key of that algorithm
    /// verifies.
    pub(crate) const fn alg(&self) -> Alg {
        self.alg
    }

    /// The key id it says: a hint, no more (RFC 9052 §3.1).
    pub(crate) const fn kid(&self) -> &[u8; KID] {
        &self.kid
    }

    /// Checks the signature over the bytes as received (RFC 9052 §4.4) and opens the payload.
    pub(crate) fn verify(&self, key: &PublicKey) -> Result<Verified<'a>, SignatureFailed> {
        key::verify(self.alg, key, &to_be_signed(self.protected, self.payload), self.signature)?;
        Ok(Verified { payload: self.payload, rules: Rules::DC1, depth: self.depth, origin: self.origin })
    }

    /// The payload's bytes, to compare two envelopes that must sign the same.
    pub(crate) const fn unverified_payload(&self) -> &'a [u8] {
        self.payload
    }

    /// Length-framed protected header and payload: what was shown, apart from signature and stream, which have twins.
    pub(crate) fn frame_into(&self, hash: Sha256) -> Sha256 {
        let parts = [self.protected, self.payload];
        parts.into_iter().fold(hash, |hash, part| hash.chain_update(Head::of_bytes(part).bytes()).chain_update(part))
    }

    /// The same as bytes, to sort.
    pub(crate) fn framed(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(room(self.protected, self.payload));
        writer.bytes(self.protected).bytes(self.payload);
        writer.into_bytes()
    }

    /// Protected header, payload and signature, length-framed: the object without what stands beside them.
    pub(crate) fn whole(&self) -> Vec<u8> {
        let mut writer = Writer::with_capacity(room(self.protected, self.payload).saturating_add(SIGNATURE));
        writer.bytes(self.protected).bytes(self.payload).bytes(self.signature);
        writer.into_bytes()
    }
}

/// The Sig_structure of a COSE_Sign1 without external data (RFC 9052 §4.4), over both buckets as received.
pub(crate) fn to_be_signed(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut writer = Writer::with_capacity(room(protected, payload));
    writer.array(4).text("Signature1").bytes(protected).bytes(&[]).bytes(payload);
    writer.into_bytes()
}

/// Room for both, their heads, and what stands around them in a Sig_structure.
const fn room(protected: &[u8], payload: &[u8]) -> usize {
    protected.len().saturating_add(payload.len()).saturating_add(32)
}

/// Tag 18, array of 4, protected bytes.
pub(crate) fn open<'a>(reader: &mut Reader<'a, '_>) -> Result<&'a [u8], Error> {
    reader.tag(18)?;
    reader.array_of(4)?;
    reader.bytes()
}

/// `{ 1 => alg, 4 => kid, 16 => typ }`, closed.
pub(crate) fn headers(reader: &mut Reader<'_, '_>, typ: Typ) -> Result<(Alg, [u8; KID]), Error> {
    if reader.map()? != 3 {
        return Err(reader.fault(Fault::Unexpected));
    }
    expect(reader, label::ALG)?;
    let alg = read_alg(reader)?;
    expect(reader, label::KID)?;
    let kid = *reader.fixed::<KID>()?;
    expect(reader, label::TYP)?;
    typ.read(reader)?;
    reader.end()?;
    Ok((alg, kid))
}

pub(crate) fn empty(reader: &mut Reader<'_, '_>) -> Result<(), Error> {
    if reader.map()? == 0 { Ok(()) } else { Err(reader.fault(Fault::Unexpected)) }
}

/// Payload (present: detached payloads are not of the profile) and signature of fixed length.
pub(crate) fn close<'a>(
    reader: &mut Reader<'a, '_>,
    alg: Alg,
    kid: [u8; KID],
    protected: &'a [u8],
) -> Result<Signed<'a>, Error> {
    let depth = reader.depth();
    let payload = reader.bytes()?;
    let origin = reader.position().saturating_sub(payload.len());
    let signature = reader.fixed::<SIGNATURE>()?;
    Ok(Signed { alg, kid, protected, payload, signature, depth, origin })
}

pub(crate) fn expect(reader: &mut Reader<'_, '_>, label: i64) -> Result<(), Error> {
    match reader.key()? {
        Key::Int(found) if found == label => Ok(()),
        Key::Int(found) if found > label => Err(reader.fault(Fault::Missing)),
        _ => Err(reader.fault(Fault::Unexpected)),
    }
}

pub(crate) fn read_alg(reader: &mut Reader<'_, '_>) -> Result<Alg, Error> {
    let number = reader.int()?;
    Alg::from_number(number).ok_or_else(|| reader.fault(Fault::Value))
}

#[cfg(test)]
mod tests;
