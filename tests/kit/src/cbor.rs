//! A deterministic CBOR writer (RFC 8949 §4.2.1) that can also write what no honest side writes.
//!
//! ciborium has no `simple(59)` and does not sort; [`Item::Raw`] and [`Map::in_given_order`] are there for malformed
//! input.

use sha2::{Digest, Sha256};

mod foreign;

/// One CBOR data item.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Item {
    /// Major type 0.
    Uint(u64),
    /// Major type 1: the number −1 − n.
    Neg(u64),
    /// Byte string.
    Bytes(Vec<u8>),
    /// Text string.
    Text(String),
    /// Array.
    Array(Vec<Item>),
    /// Map.
    Map(Map),
    /// Tagged item.
    Tag(u64, Box<Item>),
    /// Simple value: 20 false, 21 true, 22 null, 59 redacted.
    Simple(u8),
    /// A double. DC1 has none.
    Float(f64),
    /// Bytes put in as they are: an item already encoded, or no CBOR at all.
    Raw(Vec<u8>),
}

/// The key under which digests stand: `simple(59)`.
pub const REDACTED: Item = Item::Simple(59);
/// null.
pub const NULL: Item = Item::Simple(22);

impl Item {
    /// An array of anything that is an item.
    pub fn array<T: Into<Self>>(members: impl IntoIterator<Item = T>) -> Self {
        Self::Array(members.into_iter().map(Into::into).collect())
    }

    /// This item under a tag.
    #[must_use]
    pub fn tagged(self, tag: u64) -> Self {
        Self::Tag(tag, Box::new(self))
    }

    /// Encoded, within a byte string (`bstr .cbor`).
    #[must_use]
    pub fn embedded(&self) -> Self {
        Self::Bytes(self.encode())
    }

    /// A day as tag 100 (RFC 8943).
    #[must_use]
    pub fn days(since_1970: i64) -> Self {
        Self::from(since_1970).tagged(100)
    }

    /// The map within, if it is one.
    pub const fn as_map_mut(&mut self) -> Option<&mut Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The members, if it is an array.
    pub const fn as_array_mut(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Array(members) => Some(members),
            _ => None,
        }
    }

    /// Its encoding: shortest heads, definite lengths, map keys sorted bytewise unless the map says otherwise.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Uint(n) => out.extend(head(0, *n)),
            Self::Neg(n) => out.extend(head(1, *n)),
            Self::Bytes(bytes) => write_string(2, bytes, out),
            Self::Text(text) => write_string(3, text.as_bytes(), out),
            Self::Array(members) => {
                out.extend(head(4, length(members.len())));
                members.iter().for_each(|member| member.write(out));
            }
            Self::Map(map) => map.write(out),
            Self::Tag(tag, item) => {
                out.extend(head(6, *tag));
                item.write(out);
            }
            Self::Simple(n) => out.extend(head(7, u64::from(*n))),
            Self::Float(value) => {
                out.push(0xfb);
                out.extend(value.to_be_bytes());
            }
            Self::Raw(bytes) => out.extend(bytes),
        }
    }
}

fn write_string(major: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.extend(head(major, length(bytes.len())));
    out.extend(bytes);
}

fn length(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The shortest head of a major type (0–7) and argument.
#[must_use]
pub fn head(major: u8, n: u64) -> Vec<u8> {
    let width = match n {
        0..24 => 0,
        24..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x1_0000_0000 => 4,
        _ => 8,
    };
    long_head(major, n, width)
}

/// A head with its argument in 0, 1, 2, 4 or 8 bytes after the first, shortest or not; upper bytes are cut off.
#[must_use]
pub fn long_head(major: u8, n: u64, width: usize) -> Vec<u8> {
    let bytes = n.to_be_bytes();
    let low = bytes.last().copied().unwrap_or_default();
    let additional = match width {
        0 => low & 0x1f,
        1 => 24,
        2 => 25,
        4 => 26,
        _ => 27,
    };
    let mut out = vec![(major << 5) | additional];
    out.extend(bytes.iter().skip(bytes.len().saturating_sub(width)));
    out
}

/// An indefinite-length item: the head of its major type (2–5), its chunks or members as given, and a break.
#[must_use]
pub fn indefinite(major: u8, members: &[Item]) -> Item {
    let mut out = vec![(major << 5) | 31];
    members.iter().for_each(|member| member.write(&mut out));
    out.push(0xff);
    Item::Raw(out)
}

/// SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A CBOR map: keeps what was put in, twins included, and sorts only when it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    entries: Vec<(Item, Item)>,
    unsorted: bool,
}

impl Map {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), unsorted: false }
    }

    /// A map of pairs.
    pub fn of<K: Into<Item>, V: Into<Item>>(pairs: impl IntoIterator<Item = (K, V)>) -> Self {
        let entries = pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect();
        Self { entries, unsorted: false }
    }

    /// This map and one entry more, in the place of any with that key.
    #[must_use]
    pub fn with(mut self, key: impl Into<Item>, value: impl Into<Item>) -> Self {
        self.set(key, value);
        self
    }

    /// As [`Map::with`], if there is a value.
    #[must_use]
    pub fn with_some(self, key: impl Into<Item>, value: Option<impl Into<Item>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Puts a value in the place of any with that key.
    pub fn set(&mut self, key: impl Into<Item>, value: impl Into<Item>) {
        let key = key.into();
        self.entries.retain(|(known, _)| *known != key);
        self.entries.push((key, value.into()));
    }

    /// Adds an entry whatever stands there already: a duplicate key, if one does.
    pub fn push(&mut self, key: impl Into<Item>, value: impl Into<Item>) {
        self.entries.push((key.into(), value.into()));
    }

    /// Takes every entry of that key out; the first of them.
    pub fn remove(&mut self, key: impl Into<Item>) -> Option<Item> {
        let key = key.into();
        let found = self.get(key.clone()).cloned();
        self.entries.retain(|(known, _)| *known != key);
        found
    }

    /// The value of a key.
    pub fn get(&self, key: impl Into<Item>) -> Option<&Item> {
        let key = key.into();
        self.entries.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// The value of a key, to change.
    pub fn get_mut(&mut self, key: impl Into<Item>) -> Option<&mut Item> {
        let key = key.into();
        self.entries.iter_mut().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// The map under a key, to change.
    pub fn map_mut(&mut self, key: impl Into<Item>) -> Option<&mut Self> {
        self.get_mut(key).and_then(Item::as_map_mut)
    }

    /// The array under a key, to change.
    pub fn array_mut(&mut self, key: impl Into<Item>) -> Option<&mut Vec<Item>> {
        self.get_mut(key).and_then(Item::as_array_mut)
    }

    /// All entries as they were put in.
    #[must_use]
    pub fn entries(&self) -> &[(Item, Item)] {
        &self.entries
    }

    /// All entries, to change.
    pub const fn entries_mut(&mut self) -> &mut Vec<(Item, Item)> {
        &mut self.entries
    }

    /// The same map, written in the order in which it was put in.
    #[must_use]
    pub fn in_given_order(mut self) -> Self {
        self.unsorted = true;
        self
    }

    /// The encoding of the map.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut Vec<u8>) {
        let mut pairs: Vec<_> = self.entries.iter().map(|(key, value)| (key.encode(), value)).collect();
        if !self.unsorted {
            pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
        }
        out.extend(head(5, length(pairs.len())));
        for (key, value) in pairs {
            out.extend(key);
            value.write(out);
        }
    }
}

impl From<u64> for Item {
    fn from(n: u64) -> Self {
        Self::Uint(n)
    }
}

impl From<i64> for Item {
    fn from(n: i64) -> Self {
        u64::try_from(n).map_or_else(|_| Self::Neg(n.unsigned_abs().saturating_sub(1)), Self::Uint)
    }
}

impl From<i32> for Item {
    fn from(n: i32) -> Self {
        Self::from(i64::from(n))
    }
}

impl From<bool> for Item {
    fn from(value: bool) -> Self {
        Self::Simple(if value { 21 } else { 20 })
    }
}

impl From<&str> for Item {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<u8>> for Item {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<const N: usize> From<[u8; N]> for Item {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Vec<Self>> for Item {
    fn from(members: Vec<Self>) -> Self {
        Self::Array(members)
    }
}

impl From<Map> for Item {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}
