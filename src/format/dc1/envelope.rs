//! Checks 2 and 3: the envelopes of a presentation, every payload and disclosure in them still closed (docs/dc1.md §2).

use crate::cbor::{Error, Reader, Rules, Type};
use crate::input::{Budget, Fault, MAX_TOKENS, Unreadable};
use crate::key::{KID, SIGNATURE};
use crate::seal::{Signed, Typ, close, expect, headers, label, open, read_alg};
use alloc::vec::Vec;

/// One token of a scan: the issuer's token, its disclosures, and the holder's key-binding token around both.
#[derive(Debug)]
pub(crate) struct Envelope<'a> {
    /// The issuer's token.
    pub(crate) token: Signed<'a>,
    /// Salted entries, each still closed: covered by the holder's signature and, through digests, by the issuer's.
    pub(crate) disclosures: Vec<Disclosed<'a>>,
    /// The holder's token.
    pub(crate) binding: Signed<'a>,
    /// The holder's second signature, over what was agreed to alone; nothing rests on it here.
    pub(crate) consented: Option<&'a [u8; SIGNATURE]>,
}

/// A closed disclosure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Disclosed<'a> {
    bytes: &'a [u8],
    depth: usize,
    origin: usize,
}

impl<'a> Disclosed<'a> {
    /// The salted entry's bytes, without the head of the byte string around it.
    pub(crate) const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// A reader of the salted entry.
    pub(crate) const fn reader<'b>(&self, budget: &'b Budget) -> Reader<'a, 'b> {
        Reader::embedded(self.bytes, Rules::DC1, budget, self.depth, self.origin)
    }
}

/// At most as many disclosures as docs/dc1.md §2 allows a token.
const MAX_DISCLOSURES: usize = 64;

impl<'a> Envelope<'a> {
    /// Reads one `sd-kbt` (docs/dc1.md §2). Payloads and disclosures stay closed.
    pub(crate) fn read(reader: &mut Reader<'a, '_>) -> Result<Self, Error> {
        let protected = open(reader)?;
        let mut inner = reader.inside(protected);
        let members = inner.map()?;
        if members != 3 {
            return Err(inner.fault(Fault::Unexpected));
        }
        expect(&mut inner, label::ALG)?;
        let alg = read_alg(&mut inner)?;
        expect(&mut inner, label::KCWT)?;
        let (token, disclosures) = read_token(&mut inner)?;
        expect(&mut inner, label::TYP)?;
        Typ::KEY_BINDING.read(&mut inner)?;
        inner.end()?;
        let consented = read_consented(reader)?;
        let binding = close(reader, alg, [0; KID], protected)?;
        Ok(Self { token, disclosures, binding, consented })
    }
}

/// `{ ? -65603 => bstr .size 64 }`: no other unprotected header exists.
fn read_consented<'a>(reader: &mut Reader<'a, '_>) -> Result<Option<&'a [u8; SIGNATURE]>, Error> {
    match reader.map()? {
        0 => return Ok(None),
        1 => expect(reader, label::CONSENTED)?,
        _ => return Err(reader.fault(Fault::Unexpected)),
    }
    reader.fixed().map(Some)
}

fn read_token<'a>(reader: &mut Reader<'a, '_>) -> Result<(Signed<'a>, Vec<Disclosed<'a>>), Error> {
    let protected = open(reader)?;
    let (alg, kid) = headers(&mut reader.inside(protected), Typ::SD_CWT)?;
    let disclosures = read_disclosures(reader)?;
    Ok((close(reader, alg, kid, protected)?, disclosures))
}

/// `{ ? 17 => [1*64 bstr] }`: no other unprotected header exists, and an empty 17 is none of the forms.
fn read_disclosures<'a>(reader: &mut Reader<'a, '_>) -> Result<Vec<Disclosed<'a>>, Error> {
    match reader.map()? {
        0 => return Ok(Vec::new()),
        1 => expect(reader, label::SD_CLAIMS)?,
        _ => return Err(reader.fault(Fault::Unexpected)),
    }
    let count = reader.array()?;
    if !(1..=MAX_DISCLOSURES).contains(&count) {
        return Err(reader.fault(Fault::Value));
    }
    let mut disclosures = Vec::with_capacity(count);
    for _ in 0..count {
        let depth = reader.depth();
        let bytes = reader.bytes()?;
        disclosures.push(Disclosed { bytes, depth, origin: reader.position().saturating_sub(bytes.len()) });
    }
    Ok(disclosures)
}

/// Check 2 and 3: the envelopes of one presentation, with every payload and disclosure still closed.
pub(super) fn envelopes<'a>(frame: &'a [u8], budget: &Budget) -> Result<Vec<Envelope<'a>>, Unreadable> {
    all(frame, budget).map_err(|_| budget.halt().into())
}

fn all<'a>(frame: &'a [u8], budget: &Budget) -> Result<Vec<Envelope<'a>>, Error> {
    let mut reader = Reader::new(frame, Rules::DC1, budget);
    let mut tokens = Vec::new();
    if reader.peek()? == Type::Array {
        let count = reader.array()?;
        if !(2..=MAX_TOKENS).contains(&count) {
            return Err(reader.fault(Fault::Value));
        }
        for index in 0..count {
            budget.turn_to(index);
            tokens.push(Envelope::read(&mut reader)?);
        }
    } else {
        tokens.push(Envelope::read(&mut reader)?);
    }
    reader.end()?;
    Ok(tokens)
}
