//! What was scanned: the text of a code or the bytes of a frame, opened to the bytes of a presentation.

use crate::input::{ENCAPSULATED, Fault, Layer, MAX_FRAME, MAX_TEXT, Unreadable};
use alloc::vec::Vec;
use core::fmt;
use zeroize::Zeroizing;

pub(crate) mod altered;
mod around;
pub(crate) mod base45;
pub(crate) mod foreign;
mod inflate;
mod text;

pub(crate) use around::bare;
pub(crate) use inflate::{CHUNK, inflate_at, inflate_chunks, stored};
pub use text::ScannedText;

/// With what the text of every DC1 code begins (docs/dc1.md §1).
const PREFIX: &str = "DC1:";

/// The first bytes of a code without prefix that may be one of docs/claim169.md: a zlib stream whose flags check (RFC 1950 §2.2), or a CWT with
/// tag 61, 18 or 16 that was not compressed.
const fn begins_like_claim169(first: [u8; 2]) -> bool {
    match first {
        [inflate::HEADER, _] => u16::from_be_bytes(first).is_multiple_of(31),
        _ => matches!(first, [0xd8, 0x3d] | [0xd2, 0x84] | [0xd0, 0x83]),
    }
}

/// Prefix of a sealed answer.
const SEALED_PREFIX: &str = "DC1S:";

/// Something scanned or received, as it came: untrusted in every respect.
///
/// Holding one proves nothing, not even that it can be read. Its `Debug` shows nothing of its content.
#[derive(Clone, Copy)]
pub struct Scan<'a> {
    arrived: Arrived<'a>,
}

#[derive(Clone, Copy)]
enum Arrived<'a> {
    Text(&'a str),
    Claim169(&'a str),
    Frame(&'a [u8]),
    Sealed(&'a [u8]),
}

impl<'a> Scan<'a> {
    /// The text of a QR code as the reader of the code gave it: not URL-decoded, not in another case. What scanners and programs put around
    /// a code (line ends, an AIM identifier, a byte order mark, …) is taken off here.
    #[must_use]
    pub fn qr(text: &'a str) -> Self {
        Self { arrived: Arrived::Text(bare(text)) }
    }

    /// The text of a Claim 169 code (docs/claim169.md). [`Scan::qr`] knows one by its first bytes; a host that knows better says so here.
    #[must_use]
    pub fn claim169(text: &'a str) -> Self {
        Self { arrived: Arrived::Claim169(bare(text)) }
    }

    /// The bytes of a frame, as an app link or a radio hands them over: what a code carries in base45, without its prefix.
    #[must_use]
    pub const fn frame(bytes: &'a [u8]) -> Self {
        Self { arrived: Arrived::Frame(bytes) }
    }

    /// The bytes of a sealed answer, as an app link or a web callback hands them over: what a `DC1S:` code carries in base45.
    #[must_use]
    pub const fn sealed(bytes: &'a [u8]) -> Self {
        Self { arrived: Arrived::Sealed(bytes) }
    }

    /// The text, where it came as one.
    pub(crate) const fn text(&self) -> Option<&'a str> {
        match self.arrived {
            Arrived::Text(text) | Arrived::Claim169(text) => Some(text),
            Arrived::Frame(_) | Arrived::Sealed(_) => None,
        }
    }

    /// Opens it as far as it can be opened without a key, within the limits of [`input`](crate::input).
    pub(crate) fn open(&self) -> Result<Carried, Unreadable> {
        match self.arrived {
            Arrived::Text(text) => match text.strip_prefix(SEALED_PREFIX) {
                Some(rest) => Carried::seal(base45::decode(within(text, rest)?)?),
                None => Frame::of_text(text).map(Carried::Plain),
            },
            Arrived::Claim169(text) => {
                Frame::open_as(base45::decode(within(text, text)?)?, Form::Claim169).map(Carried::Plain)
            }
            Arrived::Frame(bytes) | Arrived::Sealed(bytes) if bytes.len() > MAX_FRAME => Err(too_long(MAX_FRAME)),
            Arrived::Frame(bytes) => Frame::open(Zeroizing::new(bytes.to_vec())).map(Carried::Plain),
            Arrived::Sealed(bytes) => Carried::seal(Zeroizing::new(bytes.to_vec())),
        }
    }
}

#[cfg(test)]
impl Scan<'_> {
    /// The frame of a scan that is not sealed.
    pub(crate) fn plain(&self) -> Result<Frame, Unreadable> {
        match self.open()? {
            Carried::Plain(frame) => Ok(frame),
            Carried::Sealed(_) => Err(Unreadable::new(Layer::Text, 0, Fault::NotOurs)),
        }
    }
}

/// What a scan carried: a presentation, or an answer that only its asker can open.
#[derive(Debug)]
pub(crate) enum Carried {
    Plain(Frame),
    Sealed(Zeroizing<Vec<u8>>),
}

impl Carried {
    fn seal(bytes: Zeroizing<Vec<u8>>) -> Result<Self, Unreadable> {
        if bytes.len() > ENCAPSULATED {
            Ok(Self::Sealed(bytes))
        } else {
            Err(Unreadable::new(Layer::Text, 0, Fault::Length))
        }
    }
}

fn ours(text: &str) -> Result<&str, Unreadable> {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        return Err(foreign(text));
    };
    within(text, rest)
}

/// The bytes of a text without prefix, if all of it is base45 and its first bytes are those of a form read here.
fn unprefixed(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let first = base45::decode(text.get(..3)?).ok()?;
    let is_one = begins_like_claim169(first.as_slice().try_into().ok()?);
    is_one.then(|| base45::decode(within(text, text).ok()?).ok())?
}

fn within<'a>(text: &str, rest: &'a str) -> Result<&'a str, Unreadable> {
    // No more bytes than that are no more characters either.
    if text.len() > MAX_TEXT && text.chars().nth(MAX_TEXT).is_some() { Err(too_long(MAX_TEXT)) } else { Ok(rest) }
}

/// Longer than may be handed over at all, whatever it would open to.
const fn too_long(limit: usize) -> Unreadable {
    Unreadable::new(Layer::Text, limit, Fault::TooLarge)
}

/// Why a text is none of ours.
pub(crate) fn foreign(text: &str) -> Unreadable {
    let other = if foreign::is_known(text) { Fault::NotOurs } else { Fault::AnotherApp };
    Unreadable::new(Layer::Text, 0, altered::of_profile(text).map_or(other, Fault::Altered))
}

/// What a text is by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A code of ours that is whole by itself.
    Whole,
    /// A part of an animated one.
    Part,
    /// One of ours, altered on its way.
    Altered,
    /// Another.
    Other,
}

/// Prefix of a part of an animated code.
pub(crate) const PART_PREFIX: &str = "DC1F:";

/// What a text is by its beginning. Whether it can be read is another question.
pub(crate) fn kind_of(text: &str) -> Kind {
    let text = bare(text);
    if text.starts_with(PREFIX) || text.starts_with(SEALED_PREFIX) || unprefixed(text).is_some() {
        Kind::Whole
    } else if text.starts_with(PART_PREFIX) {
        Kind::Part
    } else if altered::of_profile(text).is_some() {
        Kind::Altered
    } else {
        Kind::Other
    }
}

/// An opened frame. Holding one proves that it was within the limits and, if it was deflated, that it inflated whole; no more.
pub(crate) struct Frame {
    carried: Zeroizing<Vec<u8>>,
    inflated: Option<Zeroizing<Vec<u8>>>,
    form: Form,
}

/// What the text around a frame said it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The profile's own prefix.
    Dc1,
    /// No prefix, and first bytes that Claim 169 codes have: that, or nothing of ours.
    Unprefixed,
    /// Said to be a Claim 169 code by the host.
    Claim169,
    /// Bytes alone: their contents tell.
    Untold,
}

impl Frame {
    /// The frame within a text: with our prefix, or without one and yet of a form that is read here.
    fn of_text(text: &str) -> Result<Self, Unreadable> {
        match (ours(text), unprefixed(text)) {
            (Ok(rest), _) => Self::open_as(base45::decode(rest)?, Form::Dc1),
            (Err(_), Some(carried)) => Self::open_as(carried, Form::Unprefixed),
            (Err(not_ours), None) => Err(not_ours),
        }
    }

    /// Opens the bytes of a frame: as handed over, or as unsealed.
    pub(crate) fn open(carried: Zeroizing<Vec<u8>>) -> Result<Self, Unreadable> {
        Self::open_as(carried, Form::Untold)
    }

    fn open_as(carried: Zeroizing<Vec<u8>>, form: Form) -> Result<Self, Unreadable> {
        let inflated = match carried.first() {
            None => return Err(Unreadable::new(Layer::Cbor, 0, Fault::Truncated)),
            Some(&inflate::HEADER) => Some(
                inflate::inflate_at(&carried, MAX_FRAME)
                    .map_err(|(at, fault)| Unreadable::new(Layer::Zlib, at, fault))?,
            ),
            Some(_) => None,
        };
        Ok(Self { carried, inflated, form })
    }

    /// What the text around it said it is.
    pub(crate) const fn form(&self) -> Form {
        self.form
    }

    /// The frame as it was carried: after base45, before inflating. Its SHA-256 is the scan digest of the report.
    pub(crate) fn carried(&self) -> &[u8] {
        &self.carried
    }

    /// The bytes of the presentation: inflated, or as carried if it was not deflated.
    pub(crate) fn contents(&self) -> &[u8] {
        self.inflated.as_ref().unwrap_or(&self.carried)
    }
}

impl fmt::Debug for Scan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scan(..)")
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Frame(..)")
    }
}

#[cfg(test)]
mod tests;
