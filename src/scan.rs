//! What was scanned, as it came: the text of a code or the bytes of a frame; and a frame opened to its contents.

use crate::inflate;
use crate::input::{Fault, Layer, MAX_FRAME, MAX_TEXT, Unreadable};
use alloc::vec::Vec;
use core::fmt;
use zeroize::Zeroizing;

pub(crate) mod altered;
mod around;
pub(crate) mod foreign;
mod text;

pub(crate) use around::bare;
pub use text::ScannedText;

/// Something scanned or received, as it came: untrusted in every respect.
///
/// Holding one proves nothing, not even that it can be read. Its `Debug` shows nothing of its content.
#[derive(Clone, Copy)]
pub struct Scan<'a> {
    arrived: Arrived<'a>,
}

/// How it came.
#[derive(Clone, Copy)]
pub(crate) enum Arrived<'a> {
    Text(&'a str),
    Claim169(&'a str),
    Frame(&'a [u8]),
    Sealed(&'a [u8]),
}

impl<'a> Scan<'a> {
    /// The text of a QR code as the reader of the code gave it: not URL-decoded, not in another case. What scanners and
    /// programs put around a code (line ends, an AIM identifier, a byte order mark, …) is taken off here.
    #[must_use]
    pub fn qr(text: &'a str) -> Self {
        Self { arrived: Arrived::Text(bare(text)) }
    }

    /// The text of a Claim 169 code (docs/claim169.md). [`Scan::qr`] knows one by its first bytes; a host that knows
    /// better says so here.
    #[must_use]
    pub fn claim169(text: &'a str) -> Self {
        Self { arrived: Arrived::Claim169(bare(text)) }
    }

    /// The bytes of a frame, as an app link or a radio hands them over: what a code carries in base45, without its
    /// prefix.
    #[must_use]
    pub const fn frame(bytes: &'a [u8]) -> Self {
        Self { arrived: Arrived::Frame(bytes) }
    }

    /// The bytes of a sealed answer, as an app link or a web callback hands them over: what a `DC1S:` code carries in
    /// base45.
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

    pub(crate) const fn arrived(&self) -> Arrived<'a> {
        self.arrived
    }
}

/// The rest of a text that is no longer than any QR holds.
pub(crate) fn bounded<'a>(text: &str, rest: &'a str) -> Result<&'a str, Unreadable> {
    // No more bytes than that are no more characters either.
    if text.len() > MAX_TEXT && text.chars().nth(MAX_TEXT).is_some() { Err(too_long(MAX_TEXT)) } else { Ok(rest) }
}

/// Longer than may be handed over at all, whatever it would open to.
pub(crate) const fn too_long(limit: usize) -> Unreadable {
    Unreadable::new(Layer::Text, limit, Fault::TooLarge)
}

/// Why a text is none of ours.
pub(crate) fn foreign(text: &str) -> Unreadable {
    let other = if foreign::is_known(text) { Fault::NotOurs } else { Fault::AnotherApp };
    Unreadable::new(Layer::Text, 0, altered::of_profile(text).map_or(other, Fault::Altered))
}

/// Prefix of a part of an animated code.
pub(crate) const PART_PREFIX: &str = "DC1F:";

/// Whether a text begins as a part of an animated code does.
pub(crate) fn is_part(text: &str) -> bool {
    text.starts_with(PART_PREFIX)
}

/// An opened frame. Holding one proves that it was within the limits and, if it was deflated, that it inflated whole;
/// no more.
pub(crate) struct Frame {
    carried: Zeroizing<Vec<u8>>,
    inflated: Option<Zeroizing<Vec<u8>>>,
    said: Said,
}

/// What the text around a frame said it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// The name of a format: by its prefix, or because the host knows.
    Format(&'static str),
    /// It has no prefix, and first bytes that a format without one has: that, or nothing of ours.
    NoPrefix,
    /// Bytes alone: their contents tell.
    Nothing,
}

impl Frame {
    /// Opens the bytes of a frame: within a text, as handed over, or as unsealed.
    pub(crate) fn open(carried: Zeroizing<Vec<u8>>, said: Said) -> Result<Self, Unreadable> {
        let inflated = match carried.first() {
            None => return Err(Unreadable::new(Layer::Cbor, 0, Fault::Truncated)),
            Some(&inflate::HEADER) => Some(
                inflate::inflate_at(&carried, MAX_FRAME)
                    .map_err(|(at, fault)| Unreadable::new(Layer::Zlib, at, fault))?,
            ),
            Some(_) => None,
        };
        Ok(Self { carried, inflated, said })
    }

    /// What the text around it said it is.
    pub(crate) const fn said(&self) -> Said {
        self.said
    }

    /// The frame as it was carried: after base45, before inflating. Its SHA-256 is the scan digest of the report.
    pub(crate) fn carried(&self) -> &[u8] {
        &self.carried
    }

    /// The bytes of the showing: inflated, or as carried if it was not deflated.
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
