//! What was scanned: the text of a code or the bytes of a frame, opened to the bytes of a presentation.

use crate::input::{Fault, Layer, MAX_FRAME, MAX_TEXT, Unreadable};
use alloc::vec::Vec;
use core::fmt;
use zeroize::Zeroizing;

mod base45;
mod inflate;

pub(crate) use inflate::{CHUNK, inflate_chunks};

/// With what the text of every DC1 code begins (docs/dc1.md §1).
const PREFIX: &str = "DC1:";

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
    Frame(&'a [u8]),
}

impl<'a> Scan<'a> {
    /// The text of a QR code, exactly as the reader of the code gave it: not trimmed, not URL-decoded, not in another case.
    #[must_use]
    pub const fn qr(text: &'a str) -> Self {
        Self { arrived: Arrived::Text(text) }
    }

    /// The bytes of a frame, as an app link or a radio hands them over: what a code carries in base45, without its prefix.
    #[must_use]
    pub const fn frame(bytes: &'a [u8]) -> Self {
        Self { arrived: Arrived::Frame(bytes) }
    }

    /// Opens it down to the bytes of the presentation, within the limits of [`input`](crate::input).
    pub(crate) fn open(&self) -> Result<Frame, Unreadable> {
        match self.arrived {
            Arrived::Text(text) => Frame::open(base45::decode(ours(text)?)?),
            Arrived::Frame(bytes) if bytes.len() > MAX_FRAME => Err(too_long(MAX_FRAME)),
            Arrived::Frame(bytes) => Frame::open(Zeroizing::new(bytes.to_vec())),
        }
    }
}

/// The text after the prefix. A foreign code is named as such, however long it is.
fn ours(text: &str) -> Result<&str, Unreadable> {
    let Some(rest) = text.strip_prefix(PREFIX) else {
        return Err(Unreadable::new(Layer::Text, 0, Fault::NotOurs));
    };
    if text.chars().nth(MAX_TEXT).is_some() { Err(too_long(MAX_TEXT)) } else { Ok(rest) }
}

/// Longer than may be handed over at all, whatever it would open to.
const fn too_long(limit: usize) -> Unreadable {
    Unreadable::new(Layer::Text, limit, Fault::TooLarge)
}

/// An opened frame. Holding one proves that it was within the limits and, if it was deflated, that it inflated whole; no more.
pub(crate) struct Frame {
    carried: Zeroizing<Vec<u8>>,
    inflated: Option<Zeroizing<Vec<u8>>>,
}

impl Frame {
    fn open(carried: Zeroizing<Vec<u8>>) -> Result<Self, Unreadable> {
        let inflated = match carried.first() {
            None => return Err(Unreadable::new(Layer::Cbor, 0, Fault::Truncated)),
            Some(&inflate::HEADER) => Some(
                inflate::inflate_at(&carried, MAX_FRAME)
                    .map_err(|(at, fault)| Unreadable::new(Layer::Zlib, at, fault))?,
            ),
            Some(_) => None,
        };
        Ok(Self { carried, inflated })
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
