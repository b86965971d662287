//! Files that are no text: ours by their CBOR heads and the types in their headers, others by their first bytes.

use super::FileKind;
use crate::bundle::is_delta;
use crate::cbor::{Item, Key, Reader, Rules, Type};
use crate::input::{Budget, MAX_FRAME};
use crate::scan::{Frame, Said};
use crate::seal::{self, Typ, label};
use crate::{memory, report};
use zeroize::Zeroizing;

/// CBOR items that are looked at. The longest way to a type is through a presentation's own header, which holds a whole
/// token.
const MAX_ITEMS: usize = 1 << 16;

/// Most members of a protected header that are looked through for the type.
const MAX_HEADER: usize = 8;

/// The kind of a file that is not a text; `None`: none of those known.
pub(super) fn kind(bytes: &[u8]) -> Option<FileKind> {
    foreign(bytes).or_else(|| private_key(bytes)).or_else(|| ours(bytes)).or_else(|| deflated(bytes))
}

/// Files of other people.
const fn foreign(bytes: &[u8]) -> Option<FileKind> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..]
        | [0, 0, 0, _, b'f', b't', b'y', b'p', b'h' | b'm' | b'a', ..] => Some(FileKind::Picture),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(FileKind::Pdf),
        [b'P', b'K', 3, 4, ..] | [0x1f, 0x8b, 8, ..] => Some(FileKind::Archive),
        _ => None,
    }
}

/// DER: a sequence that begins with version 0 and an algorithm (PKCS #8, RFC 5208 §5, or version 1 of RFC 5958 §2), or
/// with version 1 and 32 secret bytes (SEC 1, RFC 5915 §3).
const fn private_key(bytes: &[u8]) -> Option<FileKind> {
    match bytes {
        [0x30, 0x81, _, rest @ ..] | [0x30, 0x82, _, _, rest @ ..] | [0x30, 0..=0x7f, rest @ ..] => match rest {
            [2, 1, 0 | 1, 0x30, ..] | [2, 1, 1, 4, 32, ..] => Some(FileKind::PrivateKey),
            _ => None,
        },
        _ => None,
    }
}

/// A frame within zlib, as a code carries it.
fn deflated(bytes: &[u8]) -> Option<FileKind> {
    if bytes.len() > MAX_FRAME {
        return None;
    }
    let frame = Frame::open(Zeroizing::new(bytes.to_vec()), Said::Nothing).ok()?;
    ours(frame.contents()).filter(|kind| matches!(kind, FileKind::Showing | FileKind::Ask))
}

/// One of ours, by the heads down to the first envelope and the type in its header.
fn ours(bytes: &[u8]) -> Option<FileKind> {
    let budget = Budget::items(MAX_ITEMS);
    let mut reader = Reader::new(bytes, Rules::BUNDLE, &budget);
    if reader.peek().ok()? == Type::Tag {
        return envelope(&mut reader).filter(|kind| *kind != FileKind::Roots);
    }
    let members = reader.array().ok()?;
    match reader.peek().ok()? {
        Type::Uint => numbered(&mut reader, members),
        // A showing of several tokens.
        Type::Tag => envelope(&mut reader).filter(|kind| *kind == FileKind::Showing),
        Type::Array => rooted(&mut reader, members, bytes),
        _ => None,
    }
}

/// What begins with the number of its form.
fn numbered(reader: &mut Reader<'_, '_>, members: usize) -> Option<FileKind> {
    match (members, reader.uint().ok()?, reader.peek().ok()?) {
        (4, memory::FORM, Type::Array) | (7, memory::FIRST_FORM, Type::Uint) => Some(FileKind::Memory),
        (4, report::CONSENT_FORM, Type::Array) => {
            reader.array_of(4).ok()?;
            (reader.peek().ok()? == Type::Text).then_some(FileKind::KeptConsent)
        }
        _ => None,
    }
}

/// What begins with roots: a chain is a list of lists of signatures, and a bundle has one before its lists.
fn rooted(reader: &mut Reader<'_, '_>, members: usize, bytes: &[u8]) -> Option<FileKind> {
    reader.array().ok()?;
    let in_bundle = reader.peek().ok()? == Type::Array;
    if in_bundle {
        reader.array().ok()?;
    }
    let roots = envelope(reader).filter(|kind| *kind == FileKind::Roots)?;
    match (in_bundle, members) {
        (false, _) => Some(roots),
        (true, 3) => Some(if is_delta(bytes) { FileKind::Delta } else { FileKind::Lists }),
        (true, _) => None,
    }
}

/// What an envelope says it holds.
fn envelope(reader: &mut Reader<'_, '_>) -> Option<FileKind> {
    let protected = seal::open(reader).ok()?;
    let mut header = reader.inside(protected);
    for _ in 0..header.map().ok()?.min(MAX_HEADER) {
        if header.key().ok()? == Key::Int(label::TYP) {
            return typed(&mut header);
        }
        header.skip().ok()?;
    }
    None
}

/// The types by which a header says what it is of.
const TYPES: [(Typ, FileKind); 4] = [
    (Typ::ROOT, FileKind::Roots),
    (Typ::MANDATE, FileKind::Mandate),
    (Typ::ASK, FileKind::Ask),
    (Typ::KEY_BINDING, FileKind::Showing),
];

fn typed(header: &mut Reader<'_, '_>) -> Option<FileKind> {
    let said = header.item().ok()?;
    let is = |typ: Typ| match (typ, said) {
        (Typ::Number(number), Item::Int(said)) => u64::try_from(said) == Ok(number),
        (Typ::Text(text), Item::Text(said)) => text == said,
        _ => false,
    };
    TYPES.iter().find(|(typ, _)| is(*typ)).map(|(_, kind)| *kind)
}
