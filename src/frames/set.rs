//! One candidate: at most one chunk for each part of one animation.

use super::part::{Part, Title};
use alloc::vec;
use alloc::vec::Vec;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Chunks of one animation, some still missing. Which of them are genuine is not known before its hash is.
pub(super) struct Set {
    title: Title,
    /// Room for every chunk, padding included; allocated once and never grown, so that wiping it wipes all of it.
    bytes: Zeroizing<Vec<u8>>,
    /// Bit i: chunk i is there. [`MAX_PARTS`](crate::input::MAX_PARTS) fits.
    there: u16,
    last_fed: u64,
}

impl Set {
    /// A candidate of one part.
    pub(super) fn new(part: &Part<'_>, now: u64) -> Self {
        let room = part.title.chunk.saturating_mul(part.title.of);
        let mut set = Self { title: part.title, bytes: Zeroizing::new(vec![0; room]), there: 0, last_fed: now };
        set.put(part);
        set
    }

    /// This candidate with another chunk in one place.
    pub(super) fn with(&self, part: &Part<'_>, now: u64) -> Self {
        let mut rival =
            Self { title: self.title, bytes: Zeroizing::new(self.bytes.to_vec()), there: self.there, last_fed: now };
        rival.put(part);
        rival
    }

    /// Whether the part says it is of the same animation.
    pub(super) fn is_of(&self, part: &Part<'_>) -> bool {
        self.title == part.title
    }

    /// Takes the part if its place is empty. Answers whether the part now stands there; if so, the candidate was fed.
    pub(super) fn offer(&mut self, part: &Part<'_>, now: u64) -> bool {
        if self.there & bit(part) == 0 {
            self.put(part);
        }
        let stands = self.bytes.chunks_exact(self.title.chunk).nth(part.index) == Some(part.chunk);
        if stands {
            self.last_fed = now;
        }
        stands
    }

    fn put(&mut self, part: &Part<'_>) {
        if let Some(place) = self.bytes.chunks_exact_mut(self.title.chunk).nth(part.index) {
            place.copy_from_slice(part.chunk);
            self.there |= bit(part);
        }
    }

    /// How many parts are there.
    pub(super) fn have(&self) -> usize {
        usize::try_from(self.there.count_ones()).unwrap_or(self.title.of)
    }

    /// Number of the part that was the last to find itself here.
    pub(super) const fn last_fed(&self) -> u64 {
        self.last_fed
    }

    /// Every part is there and the hash of all is the announced one, as far as its four bytes go.
    pub(super) fn is_whole(&self) -> bool {
        self.have() == self.title.of && Sha256::digest(self.frame()).starts_with(&self.title.id)
    }

    fn frame(&self) -> &[u8] {
        self.bytes.get(..self.title.total).unwrap_or_default()
    }

    /// The frame, without padding.
    pub(super) fn into_bytes(mut self) -> Zeroizing<Vec<u8>> {
        self.bytes.truncate(self.title.total);
        self.bytes
    }

    #[cfg(test)]
    pub(super) fn held(&self) -> usize {
        self.bytes.capacity()
    }
}

fn bit(part: &Part<'_>) -> u16 {
    u32::try_from(part.index).ok().and_then(|index| 1_u16.checked_shl(index)).unwrap_or_default()
}
