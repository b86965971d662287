//! Status list tokens (draft-ietf-oauth-status-list) as DC1 narrows them.

use crate::cbor::{Item, Map};
use crate::cose::{Sign1, Signed, protected};
use crate::frame::zlib;
use crate::key::{Seed, SignKey};

/// `typ` of a status list token.
pub const STATUS_TYP: &str = "application/statuslist+cwt";
/// Claim: the list.
pub const STATUS_LIST: u64 = 65_533;
/// Claim: how long it may be kept.
pub const TTL: u64 = 65_534;

/// Entry: in force.
pub const VALID: u8 = 0;
/// Entry: revoked.
pub const INVALID: u8 = 1;
/// Entry: suspended.
pub const SUSPENDED: u8 = 2;

/// A status list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatusList {
    /// Its uri, as the issuer's entry names it.
    pub uri: String,
    /// Bits an entry: 1, 2, 4 or 8.
    pub bits: u8,
    /// The entries, by index.
    pub entries: Vec<u8>,
    /// Issued at.
    pub iat: u64,
    /// Good until.
    pub exp: Option<u64>,
    /// How long it may be kept, seconds.
    pub ttl: Option<u64>,
}

impl StatusList {
    /// Two bits an entry, everything valid, no end.
    #[must_use]
    pub fn new(uri: &str, size: usize, iat: u64) -> Self {
        Self { uri: uri.to_owned(), bits: 2, entries: vec![VALID; size], iat, exp: None, ttl: None }
    }

    /// Entries of any width of which `per_million` in a million, at places that follow from the seed, are revoked or
    /// (where there is room for it) suspended.
    #[must_use]
    pub fn scattered(uri: &str, size: usize, bits: u8, per_million: u64, iat: u64, seed: Seed) -> Self {
        let mut draws = Draws::new(seed, uri);
        let below = per_million.saturating_mul(4_294_967).checked_div(1_000).unwrap_or_default();
        let bad = |draw: u64| if bits > 1 && draw >> 63 == 1 { SUSPENDED } else { INVALID };
        let one = |draw: u64| if draw & 0xffff_ffff < below { bad(draw) } else { VALID };
        let entries = (0..size).map(|_| one(draws.next())).collect();
        Self { bits, entries, ..Self::new(uri, 0, iat) }
    }

    /// Sets one entry; nothing if the list is shorter.
    pub fn set(&mut self, index: usize, value: u8) {
        if let Some(entry) = self.entries.get_mut(index) {
            *entry = value;
        }
    }

    /// The claims, with the entries packed and deflated.
    #[must_use]
    pub fn claims(&self) -> Map {
        let list = Map::new().with("lst", zlib(&pack(&self.entries, self.bits), 9)).with("bits", u64::from(self.bits));
        let claims = Map::new().with(2, self.uri.as_str()).with_some(4, self.exp).with(6, self.iat);
        claims.with(STATUS_LIST, list).with_some(TTL, self.ttl)
    }

    /// What will be signed.
    #[must_use]
    pub fn sign1(&self, key: &SignKey) -> Sign1 {
        Sign1::new(&protected(key, STATUS_TYP), &self.claims())
    }

    /// Signed by a status key.
    #[must_use]
    pub fn sign(&self, key: &SignKey) -> Signed {
        self.sign1(key).sign(key)
    }
}

/// A stream of numbers that follows from a seed and a label (splitmix64). Good enough to scatter, good for nothing
/// else.
#[derive(Debug)]
pub(crate) struct Draws(u64);

impl Draws {
    pub(crate) fn new(seed: Seed, label: &str) -> Self {
        let bytes = seed.bytes(label);
        let start = bytes.first_chunk::<8>().copied().unwrap_or_default();
        Self(u64::from_le_bytes(start))
    }

    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// Entries into bytes, counted from the least significant bit.
#[must_use]
pub fn pack(entries: &[u8], bits: u8) -> Vec<u8> {
    let bits = bits.clamp(1, 8);
    let per_byte = usize::from(8_u8.checked_div(bits).unwrap_or(1));
    let pack_one = |group: &[u8]| {
        let shifted = group.iter().zip((0_u32..).step_by(usize::from(bits)));
        shifted.fold(0, |byte, (entry, by)| byte | entry.checked_shl(by).unwrap_or_default())
    };
    entries.chunks(per_byte).map(pack_one).collect()
}

/// The same counted from the most significant bit: wrong.
#[must_use]
pub fn pack_msb_first(entries: &[u8], bits: u8) -> Vec<u8> {
    let per_byte = usize::from(8_u8.checked_div(bits.clamp(1, 8)).unwrap_or(1));
    let padded = |group: &[u8]| {
        let mut group = group.to_vec();
        group.resize(per_byte, VALID);
        group.reverse();
        group
    };
    entries.chunks(per_byte).flat_map(|group| pack(&padded(group), bits)).collect()
}

/// The list claim of raw parts, for lists no honest issuer signs.
#[must_use]
pub fn list_claim(lst: impl Into<Item>, bits: impl Into<Item>) -> Map {
    Map::new().with("lst", lst).with("bits", bits)
}
