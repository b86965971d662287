//! The entries of a status list, exactly, in little room: almost all of them are 0.
//!
//! Blocks of 2^16 entries. A block whose entries are mostly 0 keeps the places of the others, two bytes each, and their
//! values packed; any other block stays as it was inflated. So no list takes more than its own size and a head for each
//! block, and one of a million entries of two bits with one in a hundred not 0 takes less than a tenth of it.

use crate::inflate::{CHUNK, inflate_chunks};
use crate::input::Fault;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// Places within a block take 16 bits.
const BLOCK_BITS: u32 = 16;
/// Bytes of a block, for each bit of an entry.
const BLOCK_BYTES: usize = 8_192;
/// Whole blocks, whatever the entries' width, come in one piece.
const _: () = assert!(CHUNK.is_multiple_of(8 * BLOCK_BYTES));

/// How wide an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    One,
    Two,
    Four,
    Eight,
}

impl Width {
    /// From the member `bits` of a list.
    pub(super) const fn new(bits: u64) -> Option<Self> {
        match bits {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            4 => Some(Self::Four),
            8 => Some(Self::Eight),
            _ => None,
        }
    }

    const fn bits(self) -> u32 {
        1 << self.log2()
    }

    const fn log2(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Two => 1,
            Self::Four => 2,
            Self::Eight => 3,
        }
    }

    const fn mask(self) -> u8 {
        match self {
            Self::One => 0b1,
            Self::Two => 0b11,
            Self::Four => 0b1111,
            Self::Eight => 0xff,
        }
    }

    /// One bit, the lowest of its entry, for each entry of a word that is not 0.
    const fn marks(self, word: u64) -> u64 {
        match self {
            Self::One => word,
            Self::Two => (word | word >> 1) & 0x5555_5555_5555_5555,
            Self::Four => {
                let word = word | word >> 1;
                (word | word >> 2) & 0x1111_1111_1111_1111
            }
            Self::Eight => {
                let word = word | word >> 1;
                let word = word | word >> 2;
                (word | word >> 4) & 0x0101_0101_0101_0101
            }
        }
    }

    /// The byte of an entry among packed ones, and how far up it stands there, from the least significant bit.
    fn place(self, index: usize) -> (usize, u32) {
        let bit = index.wrapping_shl(self.log2());
        (bit >> 3, u32::try_from(bit & 7).unwrap_or_default())
    }

    fn entry(self, packed: &[u8], index: usize) -> Option<u8> {
        let (byte, up) = self.place(index);
        Some(packed.get(byte)?.wrapping_shr(up) & self.mask())
    }

    fn put(self, packed: &mut [u8], index: usize, value: u8) {
        let (byte, up) = self.place(index);
        if let Some(byte) = packed.get_mut(byte) {
            *byte |= value.wrapping_shl(up);
        }
    }
}

/// Entries by index. It knows how many there are and the value of each, whatever it is.
#[derive(Debug)]
pub(super) struct Table {
    width: Width,
    length: u64,
    blocks: Box<[Block]>,
}

#[derive(Debug)]
enum Block {
    /// Rising places of the entries that are not 0, and their values packed in that order.
    Sparse { places: Box<[u16]>, values: Box<[u8]> },
    /// All entries, packed as they came.
    Packed(Box<[u8]>),
}

impl Table {
    /// The entries in a zlib stream of at most `cap` bytes inflated, which are never held all at once.
    pub(super) fn inflate(stream: &[u8], width: Width, cap: usize) -> Result<Self, Fault> {
        let mut blocks = Vec::new();
        let block_bytes = BLOCK_BYTES.wrapping_shl(width.log2());
        let bytes = inflate_chunks(stream, cap, &mut |chunk| {
            blocks.extend(chunk.chunks(block_bytes).map(|block| Block::of(block, width)));
        })?;
        let length = u64::try_from(bytes).unwrap_or_default().saturating_mul(8).wrapping_shr(width.log2());
        Ok(Self { width, length, blocks: blocks.into_boxed_slice() })
    }

    /// The entry at an index; `None` from the list's end on.
    pub(super) fn entry(&self, index: u64) -> Option<u8> {
        if index >= self.length {
            return None;
        }
        let block = self.blocks.get(usize::try_from(index >> BLOCK_BITS).ok()?)?;
        let place = u16::try_from(index & u64::from(u16::MAX)).ok()?;
        match block {
            Block::Packed(packed) => self.width.entry(packed, usize::from(place)),
            Block::Sparse { places, values } => match places.binary_search(&place) {
                Ok(nth) => self.width.entry(values, nth),
                Err(_) => Some(0),
            },
        }
    }

    #[cfg(test)]
    pub(super) const fn bits(&self) -> u32 {
        self.width.bits()
    }

    /// Bytes it keeps.
    pub(super) fn size(&self) -> usize {
        self.blocks.iter().map(|block| size_of::<Block>().saturating_add(block.size())).fold(0, usize::saturating_add)
    }
}

impl Block {
    fn of(bytes: &[u8], width: Width) -> Self {
        let count: u32 =
            words(bytes).map(|word| width.marks(word).count_ones()).fold(0, |sum, ones| sum.saturating_add(ones));
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let packed = count.saturating_mul(usize::try_from(width.bits()).unwrap_or(8)).div_ceil(8);
        if count.saturating_mul(2).saturating_add(packed) >= bytes.len() {
            return Self::Packed(bytes.into());
        }
        let (mut places, mut values) = (Vec::with_capacity(count), vec![0; packed]);
        for (index, word) in words(bytes).enumerate() {
            let mut marks = width.marks(word);
            while marks != 0 {
                let up = marks.trailing_zeros();
                marks &= marks.wrapping_sub(1);
                let [value, ..] = word.wrapping_shr(up).to_le_bytes();
                width.put(&mut values, places.len(), value & width.mask());
                places.push(place(index, up, width));
            }
        }
        Self::Sparse { places: places.into_boxed_slice(), values: values.into_boxed_slice() }
    }

    fn size(&self) -> usize {
        match self {
            Self::Sparse { places, values } => places.len().saturating_mul(2).saturating_add(values.len()),
            Self::Packed(packed) => packed.len(),
        }
    }
}

/// Where the entry at a bit of the block's word stands: 64 bits a word.
fn place(word: usize, up: u32, width: Width) -> u16 {
    let bit = word.wrapping_shl(6) | usize::try_from(up).unwrap_or_default();
    u16::try_from(bit.wrapping_shr(width.log2())).unwrap_or(u16::MAX)
}

/// The bytes in words of eight, the first byte lowest; the last one filled up with zeros.
fn words(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    words.iter().copied().chain((!rest.is_empty()).then_some(last)).map(u64::from_le_bytes)
}

#[cfg(test)]
mod tests;
