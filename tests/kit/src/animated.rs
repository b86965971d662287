//! An animated code: one frame in several parts, shown in a loop (docs/dc1.md §7).

use crate::cbor::{Item, sha256};

/// A presentation.
pub const PRESENTATION: u64 = 0;
/// A sealed answer.
pub const SEALED_ANSWER: u64 = 1;
/// A bundle, or what changed in one.
pub const BUNDLE: u64 = 2;

/// One part, with public members: a test may change any of them before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a draft for tests to change")]
pub struct Part {
    /// First bytes of the SHA-256 of the whole frame.
    pub id: Vec<u8>,
    /// From 0.
    pub index: u64,
    /// How many parts there are.
    pub of: u64,
    /// Length of the frame.
    pub total: u64,
    /// [`PRESENTATION`], [`SEALED_ANSWER`] or [`BUNDLE`].
    pub what: u64,
    /// As long in every part; the last one ends in zeros.
    pub chunk: Vec<u8>,
}

impl Part {
    /// `animated-frame` as CBOR.
    #[must_use]
    pub fn item(&self) -> Item {
        Item::Array(vec![
            self.id.clone().into(),
            self.index.into(),
            self.of.into(),
            self.total.into(),
            self.what.into(),
            self.chunk.clone().into(),
        ])
    }

    /// The text of its code.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.item().encode())
    }
}

/// `"DC1F:" base45(…)` around anything.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    format!("DC1F:{}", base45::encode(bytes))
}

/// A frame in parts of `chunk` bytes each: as many as it takes, also where that is one, or more than a verifier reads.
#[must_use]
pub fn parts(frame: &[u8], what: u64, chunk: usize) -> Vec<Part> {
    let chunk = chunk.max(1);
    let id = sha256(frame).iter().copied().take(4).collect::<Vec<u8>>();
    let of = number(frame.len().div_ceil(chunk));
    let padded = |bytes: &[u8]| bytes.iter().copied().chain(std::iter::repeat(0)).take(chunk).collect();
    (0..)
        .zip(frame.chunks(chunk))
        .map(|(index, bytes)| Part {
            id: id.clone(),
            index,
            of,
            total: number(frame.len()),
            what,
            chunk: padded(bytes),
        })
        .collect()
}

/// The texts of the codes that show a frame in parts of `chunk` bytes each.
#[must_use]
pub fn animate(frame: &[u8], what: u64, chunk: usize) -> Vec<String> {
    parts(frame, what, chunk).iter().map(Part::text).collect()
}

fn number(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
