//! The ask on the wire (docs/dc1.md §8): a mandate inside a protected header, signed by the key that the mandate names.

use crate::base45;
use crate::cbor::claims::{member, read_time};
use crate::cbor::write::Writer;
use crate::cbor::{Error, Key, Reader, Rules};
use crate::field::{Purpose, Scope};
use crate::inflate::{inflate_at, stored};
use crate::input::{Budget, Fault, Layer, MAX_FRAME, MAX_TEXT, Unreadable};
use crate::key::Alg;
use crate::policy::read_scope;
use crate::question::Question;
use crate::scan::bare;
use crate::seal::{Signed, Typ, Verified};
use crate::time::UnixTime;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Prefix of an ask in a QR.
pub(crate) const PREFIX: &str = "DCQ1:";
/// Items of an ask: a mandate of 16 purposes with 64 kinds of 64 fields is the largest thing in it.
const MAX_ITEMS: usize = 1 << 17;
/// Longest origin, in bytes: an https origin or an app id (RFC 1035 §2.3.4 bounds a name at 255).
pub(super) const MAX_ORIGIN: usize = 300;

/// The members of an ask that its post signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AskClaims {
    pub(super) exp: UnixTime,
    pub(super) iat: UnixTime,
    pub(super) nonce: [u8; 32],
    pub(super) purpose: Purpose,
    pub(super) fields: Scope,
    pub(super) retention: u64,
    pub(super) key: [u8; 32],
    pub(super) origin: Option<String>,
    /// Number of a question instead of fields.
    pub(super) question: Option<u64>,
}

/// An ask's question that this engine does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownQuestion;

/// The inflated bytes of an ask's text. Untrusted.
pub(super) fn bytes_of(text: &str) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let text = bare(text);
    let Some(rest) = text.strip_prefix(PREFIX) else { return Err(Unreadable::new(Layer::Text, 0, Fault::NotOurs)) };
    if text.len() > MAX_TEXT {
        return Err(Unreadable::new(Layer::Text, MAX_TEXT, Fault::TooLarge));
    }
    let carried = base45::decode(rest)?;
    inflate_at(&carried, MAX_FRAME).map_err(|(at, fault)| Unreadable::new(Layer::Zlib, at, fault))
}

/// The text of an ask, stored rather than compressed: keys, a nonce and two signatures are most of it.
pub(super) fn text_of(ask: &[u8]) -> String {
    let mut text = PREFIX.to_string();
    base45::encode(&stored(ask), &mut text);
    text
}

/// An ask's envelope: the mandate as it stands in the protected header, and the post's sealed claims.
pub(super) fn read<'a>(ask: &'a [u8]) -> Result<(&'a [u8], Signed<'a>), Unreadable> {
    let budget = Budget::items(MAX_ITEMS);
    let mut reader = Reader::new(ask, Rules::DC1, &budget);
    let read = Signed::read_around(&mut reader, Typ::ASK);
    read.and_then(|read| reader.finish().map(|()| read)).map_err(|_| budget.halt().into())
}

impl AskClaims {
    /// `ask-claims` of docs/dc1.md §8, from a payload whose signature held.
    pub(super) fn read(opened: &Verified<'_>) -> Result<Self, Error> {
        let budget = Budget::items(MAX_ITEMS);
        let mut reader = opened.reader(&budget);
        if reader.map()? != 4 {
            return Err(reader.fault(Fault::Unexpected));
        }
        member(&mut reader, 4)?;
        let exp = read_time(&mut reader)?;
        member(&mut reader, 6)?;
        let iat = read_time(&mut reader)?;
        member(&mut reader, 39)?;
        let nonce = *reader.fixed()?;
        member(&mut reader, -65_610)?;
        let members = reader.map()?;
        let Some(optional) = members.checked_sub(4).filter(|optional| *optional <= 2) else {
            return Err(reader.fault(Fault::Unexpected));
        };
        member(&mut reader, 1)?;
        let purpose = Purpose::new(reader.uint()?);
        member(&mut reader, 2)?;
        let fields = read_scope(&mut reader, 64)?;
        member(&mut reader, 3)?;
        let retention = reader.uint()?;
        member(&mut reader, 4)?;
        let key = read_x25519(&mut reader)?;
        let (mut origin, mut question) = (None, None);
        for _ in 0..optional {
            match reader.key()? {
                Key::Int(5) => origin = Some(read_origin(&mut reader)?),
                Key::Int(6) => question = Some(reader.uint()?),
                _ => return Err(reader.fault(Fault::Unexpected)),
            }
        }
        reader.finish()?;
        Ok(Self { exp, iat, nonce, purpose, fields, retention, key, origin, question })
    }

    /// The question asked, if any. `Ok` only where this engine knows it.
    pub(super) fn known_question(&self) -> Result<Option<Question>, UnknownQuestion> {
        self.question.map(|number| Question::from_number(number).ok_or(UnknownQuestion)).transpose()
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.map(4).int(4).uint(self.exp.seconds()).int(6).uint(self.iat.seconds()).int(39).bytes(&self.nonce);
        let optional = usize::from(self.origin.is_some()).saturating_add(usize::from(self.question.is_some()));
        writer.int(-65_610).map(optional.saturating_add(4));
        writer.int(1).uint(self.purpose.number()).int(2);
        write_fields(&mut writer, &self.fields);
        writer.int(3).uint(self.retention).int(4).map(3).int(1).int(1).int(-1).int(4).int(-2).bytes(&self.key);
        if let Some(origin) = &self.origin {
            writer.int(5).text(origin);
        }
        if let Some(question) = self.question {
            writer.int(6).uint(question);
        }
        writer.into_bytes()
    }
}

/// The protected header of an ask: `{ 1 => alg, 13 => mandate, 16 => typ }`.
pub(super) fn protected(alg: Alg, mandate: &[u8]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.map(3).int(1).int(alg.number()).int(13).raw(mandate).int(16).text(Typ::ASK_TEXT);
    writer.into_bytes()
}

/// The whole ask around a signature.
pub(super) fn encode(protected: &[u8], payload: &[u8], signature: &[u8; 64]) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.tag(18).array(4).bytes(protected).map(0).bytes(payload).bytes(signature);
    writer.into_bytes()
}

/// `{ + kind => [+ field] }`.
pub(super) fn write_fields(writer: &mut Writer, fields: &Scope) {
    writer.map(fields.len());
    for (kind, fields) in fields.iter() {
        writer.uint(kind.number()).array(fields.len());
        for field in fields.iter() {
            writer.uint(field.number());
        }
    }
}

/// `{ 1 => 1, -1 => 4, -2 => bstr .size 32 }` (RFC 9053 §7.2).
fn read_x25519(reader: &mut Reader<'_, '_>) -> Result<[u8; 32], Error> {
    let members = reader.map()?;
    member(reader, 1)?;
    let key_type = reader.uint()?;
    member(reader, -1)?;
    let curve = reader.uint()?;
    if (members, key_type, curve) != (3, 1, 4) {
        return Err(reader.fault(Fault::Value));
    }
    member(reader, -2)?;
    reader.fixed().copied()
}

fn read_origin(reader: &mut Reader<'_, '_>) -> Result<String, Error> {
    let origin = reader.text()?;
    if (1..=MAX_ORIGIN).contains(&origin.len()) { Ok(origin.to_string()) } else { Err(reader.fault(Fault::Value)) }
}
