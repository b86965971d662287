//! The head of a CBOR item (RFC 8949 §3): its type and argument, and the rules that tell which heads may stand where.

use crate::input::Fault;

/// What a reader accepts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// Map keys must rise bytewise (RFC 8949 §4.2.1), which also makes them unique.
    pub(super) sorted: bool,
    /// Heads must be as short as they can be.
    pub(super) shortest: bool,
    /// Tags that may occur.
    tags: &'static [u64],
    /// Null, undefined, floats.
    loose_simple: bool,
    /// Byte strings as map keys: the parts of a bundle have them, claims never.
    byte_keys: bool,
}

impl Rules {
    /// docs/dc1.md §1: the only rules the product reads by.
    pub(crate) const DC1: Self =
        Self { sorted: true, shortest: true, tags: &[18, 100], loose_simple: false, byte_keys: false };

    /// The same for a bundle file, whose parts are keyed by hash (docs/dc1.md §3).
    pub(crate) const BUNDLE: Self = Self { byte_keys: true, ..Self::DC1 };

    /// What other people's issuers write (docs/claim169.md): keys in any order, each once; the tags of a CWT; null and
    /// floats, which only stand in what is passed over.
    pub(crate) const CLAIM169: Self =
        Self { sorted: false, shortest: true, tags: &[16, 18, 61], loose_simple: true, byte_keys: false };

    /// For the third-party vectors of the SD-CWT and status list drafts, in tests only.
    #[cfg(test)]
    pub(crate) const DRAFT: Self = Self {
        sorted: false,
        shortest: true,
        tags: &[0, 1, 18, 58, 60, 61, 62, 100],
        loose_simple: true,
        byte_keys: false,
    };

    /// What the rules say of a head at its place: as a map key, or not.
    pub(super) fn permit(&self, head: Head, key: bool) -> Result<(), Fault> {
        match head.kind {
            Type::Tag if !self.tags.contains(&head.value) => Err(Fault::Tag),
            Type::Simple => self.permit_simple(head, key),
            Type::Bytes if key && !self.byte_keys => Err(Fault::Type),
            Type::Array | Type::Map | Type::Tag if key => Err(Fault::Type),
            _ => Ok(()),
        }
    }

    fn permit_simple(&self, head: Head, key: bool) -> Result<(), Fault> {
        match head.short {
            20 | 21 if !key => Ok(()),
            24 if head.value == u64::from(REDACTED) && key => Ok(()),
            22 | 23 | 25..=27 if self.loose_simple && !key => Ok(()),
            _ => Err(Fault::Simple),
        }
    }
}

/// The type of the next item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Uint,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    Simple,
}

impl Type {
    /// Whether a rule may say something about it, as a map key or not.
    #[inline(always)]
    pub(super) const fn is_ruled(self, key: bool) -> bool {
        match self {
            Self::Uint | Self::Negative | Self::Text => false,
            Self::Bytes | Self::Array | Self::Map => key,
            Self::Tag | Self::Simple => true,
        }
    }

    /// The major type in a first byte.
    pub(super) const fn of(first: u8) -> Self {
        match first >> 5 {
            0 => Self::Uint,
            1 => Self::Negative,
            2 => Self::Bytes,
            3 => Self::Text,
            4 => Self::Array,
            5 => Self::Map,
            6 => Self::Tag,
            _ => Self::Simple,
        }
    }
}

/// `simple(59)`, the key under which SD-CWT keeps digests.
pub(super) const REDACTED: u8 = 59;

/// First bytes below this are a whole unsigned integer (RFC 8949 §3).
pub(super) const ONE_BYTE: u8 = 24;

/// Major type, additional information and argument of one head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) kind: Type,
    pub(super) short: u8,
    pub(super) value: u64,
}

impl Head {
    /// Whether it might have been shorter, with an argument of `length` bytes. The argument of a simple value is not a
    /// number.
    #[inline]
    pub(super) fn is_longer_than_needed(self, length: usize) -> bool {
        self.kind != Type::Simple && self.value < least(length)
    }
}

/// An argument that has bytes of its own, and how many.
pub(super) fn argument(short: u8, rest: &[u8]) -> Result<(u64, usize), Fault> {
    let (value, length) = match short {
        24 => (rest.first().copied().map(u64::from), 1),
        25 => (rest.first_chunk().map(|bytes| u64::from(u16::from_be_bytes(*bytes))), 2),
        26 => (rest.first_chunk().map(|bytes| u64::from(u32::from_be_bytes(*bytes))), 4),
        27 => (rest.first_chunk().map(|bytes| u64::from_be_bytes(*bytes)), 8),
        28..=30 => return Err(Fault::Length),
        _ => return Err(Fault::Indefinite),
    };
    Ok((value.ok_or(Fault::Truncated)?, length))
}

/// The least value that needs so many bytes.
const fn least(length: usize) -> u64 {
    match length {
        0 => 0,
        1 => 24,
        2 => 0x100,
        4 => 0x1_0000,
        _ => 0x1_0000_0000,
    }
}
