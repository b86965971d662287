//! The envelope of a CWT as other systems write it (RFC 8392; docs/claim169.md): a COSE_Sign1 with any of a few
//! headers, and no key bound.

use super::{Verified, open, to_be_signed};
use crate::cbor::{Error, Key, Reader, Rules, Type};
use crate::digest::sha256;
use crate::input::Fault;
use crate::key::{self, Alg, KID, PublicKey, SIGNATURE, SignatureFailed};

/// A CWT whose signature has not been checked. Holding it proves nothing; its payload is closed until [`Cwt::verify`].
///
/// ```cddl
/// cwt-sign1 = #6.18([bstr .cbor { 1 => -8 / -19 / -7 / -9, other }, { other }, bstr, bstr .size 0 / bstr .size 64])
/// other = ( ? 3 => any, ? 4 => bstr, ? 16 => 61 / "application/cwt", * 32..35 => any )   ; each in one bucket only, 16 in the first
/// ```
#[derive(Debug)]
pub(crate) struct Cwt<'a> {
    alg: Alg,
    kid: Option<[u8; KID]>,
    protected: &'a [u8],
    payload: &'a [u8],
    signature: Option<&'a [u8; SIGNATURE]>,
    depth: usize,
    origin: usize,
}

/// Headers of both buckets. Only the protected one is signed, so only there the algorithm counts; the kid is a hint in
/// either.
#[derive(Default)]
struct Headers {
    alg: Option<Alg>,
    kid: Option<[u8; KID]>,
    seen: u64,
}

impl<'a> Cwt<'a> {
    pub(crate) fn read(reader: &mut Reader<'a, '_>) -> Result<Self, Error> {
        let protected = open(reader)?;
        let mut headers = Headers::default();
        let mut inner = reader.inside(protected);
        headers.read(&mut inner, Bucket::Protected)?;
        inner.finish()?;
        headers.read(reader, Bucket::Unprotected)?;
        let depth = reader.depth();
        let payload = reader.bytes()?;
        let origin = reader.position().saturating_sub(payload.len());
        let signature = read_signature(reader)?;
        let alg = headers.alg.ok_or_else(|| reader.fault(Fault::Missing))?;
        Ok(Self { alg, kid: headers.kid, protected, payload, signature, depth, origin })
    }

    /// Whether it carries no signature at all: nobody vouches for it.
    pub(crate) const fn is_unsigned(&self) -> bool {
        self.signature.is_none()
    }

    pub(crate) const fn alg(&self) -> Alg {
        self.alg
    }

    /// The key id it says, if it says one: a hint.
    pub(crate) const fn kid(&self) -> Option<&[u8; KID]> {
        self.kid.as_ref()
    }

    /// Checks the signature over the bytes as received and opens the payload.
    pub(crate) fn verify(&self, key: &PublicKey) -> Result<Verified<'a>, SignatureFailed> {
        let signature = self.signature.ok_or(SignatureFailed)?;
        key::verify(self.alg, key, &to_be_signed(self.protected, self.payload), signature)?;
        Ok(Verified { payload: self.payload, rules: Rules::CLAIM169, depth: self.depth, origin: self.origin })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bucket {
    Protected,
    Unprotected,
}

impl Headers {
    /// A critical header (2), one that wraps a token (13) and any other that is not known here is refused: it may mean
    /// something.
    fn read(&mut self, reader: &mut Reader<'_, '_>, bucket: Bucket) -> Result<(), Error> {
        for _ in 0..reader.map()? {
            let Key::Int(label) = reader.key()? else { return Err(reader.fault(Fault::Unexpected)) };
            self.once(label).map_err(|fault| reader.fault(fault))?;
            match (label, bucket) {
                (1, Bucket::Protected) => self.alg = Some(read_alg(reader)?),
                (4, _) => self.kid = Some(as_listed(reader.bytes()?)),
                (16, Bucket::Protected) => read_typ(reader)?,
                // Content type; and certificates, which count for nothing: keys come from the bundle alone.
                (3 | 32..=35, _) => {
                    reader.skip()?;
                }
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        Ok(())
    }

    /// A label stands once in both buckets together (RFC 9052 §3). Within one the reader sees to it.
    fn once(&mut self, label: i64) -> Result<(), Fault> {
        let bit = u32::try_from(label).ok().and_then(|label| 1_u64.checked_shl(label)).ok_or(Fault::Unexpected)?;
        if self.seen & bit != 0 {
            return Err(Fault::Duplicate);
        }
        self.seen |= bit;
        Ok(())
    }
}

/// EdDSA and ES256 as most write them, and their fully specified names (RFC 9864): under a listed key both mean the
/// same.
fn read_alg(reader: &mut Reader<'_, '_>) -> Result<Alg, Error> {
    match reader.int()? {
        -8 | -19 => Ok(Alg::Ed25519),
        -7 | -9 => Ok(Alg::Esp256),
        _ => Err(reader.fault(Fault::Value)),
    }
}

/// A typ may only say that it is a CWT: what this system signs says something else, and is not this.
fn read_typ(reader: &mut Reader<'_, '_>) -> Result<(), Error> {
    let is_cwt = match reader.peek()? {
        Type::Text => reader.text()? == "application/cwt",
        _ => reader.uint()? == 61,
    };
    if is_cwt { Ok(()) } else { Err(reader.fault(Fault::Value)) }
}

/// A kid as an entry lists it: as it is if it has eight bytes, else the first eight of its SHA-256.
fn as_listed(kid: &[u8]) -> [u8; KID] {
    kid.try_into().unwrap_or_else(|_| {
        let mut listed = [0; KID];
        listed.iter_mut().zip(sha256(kid)).for_each(|(to, from)| *to = from);
        listed
    })
}

/// 64 bytes, or none.
fn read_signature<'a>(reader: &mut Reader<'a, '_>) -> Result<Option<&'a [u8; SIGNATURE]>, Error> {
    match reader.bytes()? {
        [] => Ok(None),
        signature => signature.try_into().map(Some).map_err(|_| reader.fault(Fault::Value)),
    }
}
