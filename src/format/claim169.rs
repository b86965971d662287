//! MOSIP's Claim 169 (specification 1.2.0): an identity signed whole, printed once and shown by whoever has a copy
//! (docs/claim169.md).
//!
//! It is bound to no key and holds no consent. So what is proven is that a listed issuer signed these words, and
//! nothing about who shows them: at most *refer*, and values only on a legal basis that the role's profile names.

use super::{Begins, Format};
use crate::cbor::{Error, Key, Reader, Rules};
use crate::inflate;
use crate::input::{Budget, Unreadable};
use crate::seal::Cwt;

mod attributes;
mod claims;
mod prove;

/// Its name in an issuer's formats, and in reports.
const NAME: &str = "claim169";

/// Codes without a prefix, told by their first bytes.
pub(super) const CLAIM169: Format =
    Format { name: NAME, begins: Begins::Without(begins), recognise: is_one, is_copy: true, prove: prove::prove };

/// The first bytes of a code without prefix that may be one: a zlib stream whose flags check (RFC 1950 §2.2), or a CWT
/// with tag 61, 18 or 16 that was not compressed.
const fn begins(first: [u8; 2]) -> bool {
    match first {
        [inflate::HEADER, _] => u16::from_be_bytes(first).is_multiple_of(31),
        _ => matches!(first, [0xd8, 0x3d] | [0xd2, 0x84] | [0xd0, 0x83]),
    }
}

/// Tag 61 around everything, where there is one (RFC 8392 §6).
const CWT_TAG: [u8; 2] = [0xd8, 0x3d];
/// Tag 16: COSE_Encrypt0 (RFC 9052 §5.2).
const ENCRYPT0: u8 = 0xd0;
/// Tag 18: COSE_Sign1.
const SIGN1: u8 = 0xd2;
/// The header around a wrapped token, which every DC1 presentation has and no Claim 169 code.
const KCWT: i64 = 13;

/// One code, closed.
#[derive(Debug)]
enum Code<'a> {
    Signed(Cwt<'a>),
    /// For whoever has the key. This device has none.
    Encrypted,
}

/// Whether the contents of a frame are of this format rather than a presentation: by the outermost tag, and by what the
/// protected header under it holds; `None`: that header cannot be read. Nothing is judged by it but by which rules to
/// read.
fn is_one(contents: &[u8]) -> Option<bool> {
    match contents.first() {
        Some(&SIGN1) => wraps_nothing(contents).ok(),
        Some(&ENCRYPT0) => Some(true),
        _ => Some(contents.starts_with(&CWT_TAG)),
    }
}

fn wraps_nothing(sign1: &[u8]) -> Result<bool, Error> {
    let budget = Budget::scan();
    let mut reader = Reader::new(sign1, Rules::CLAIM169, &budget);
    reader.tag(18)?;
    reader.array_of(4)?;
    let protected = reader.bytes()?;
    let mut inner = reader.inside(protected);
    for _ in 0..inner.map()? {
        if inner.key()? == Key::Int(KCWT) {
            return Ok(false);
        }
        inner.skip()?;
    }
    Ok(true)
}

/// The envelope of one code, its payload still closed.
fn read<'a>(contents: &'a [u8], budget: &Budget) -> Result<Code<'a>, Unreadable> {
    open(contents, budget).map_err(|_| budget.halt().into())
}

fn open<'a>(contents: &'a [u8], budget: &Budget) -> Result<Code<'a>, Error> {
    let mut reader = Reader::new(contents, Rules::CLAIM169, budget);
    if contents.starts_with(&CWT_TAG) {
        reader.tag(61)?;
    }
    let code = if contents.get(reader.position()) == Some(&ENCRYPT0) {
        reader.tag(16)?;
        reader.array_of(3)?;
        reader.bytes()?;
        reader.skip()?;
        reader.bytes()?;
        Code::Encrypted
    } else {
        Code::Signed(Cwt::read(&mut reader)?)
    };
    reader.finish()?;
    Ok(code)
}

#[cfg(test)]
mod tests;
