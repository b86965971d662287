//! Huffman codes by their lengths (RFC 1951 §3.2.2).

use super::bits::Bits;
use crate::input::Fault;

/// The longest code, in bits.
const LONGEST: usize = 15;
/// As many symbols as a set of codes may have (RFC 1951 §3.2.6).
pub(super) const MOST_SYMBOLS: usize = 288;

/// A set of codes, each below [`MOST_SYMBOLS`], that leaves nothing open: every sequence of bits has one meaning.
///
/// `QUICK` is a power of two: codes that are shorter than its bits are looked up at once, others bit by bit.
pub(super) struct Codes<const QUICK: usize> {
    /// By the next bits: a symbol above the four bits of its length. 0: its code is longer, or there is none.
    quick: [u16; QUICK],
    /// How many codes there are of each length.
    counts: [u16; LONGEST + 1],
    /// The symbols in the order of their codes.
    symbols: [u16; MOST_SYMBOLS],
    /// The first code that is too long to be looked up, and where its symbol stands.
    first_long: (u16, u16),
}

impl<const QUICK: usize> Codes<QUICK> {
    /// The codes of symbols whose lengths these are, 0 for those that have none.
    ///
    /// A set that claims a sequence twice is refused, as is one that leaves some without a meaning: only where `sparse` is allowed, a
    /// single code of one bit or none at all will do.
    pub(super) fn of(lengths: &[u8], sparse: bool) -> Option<Self> {
        let mut counts = [0_u16; LONGEST + 1];
        for length in lengths {
            let count = counts.get_mut(usize::from(*length))?;
            *count = count.saturating_add(1);
        }
        let [unused, used @ ..] = &mut counts;
        *unused = 0;
        let open = used.iter().try_fold(1_u16, |open, count| (open << 1).checked_sub(*count))?;
        let shorter = usize::from(used.iter().skip(1).all(|count| *count == 0));
        if open != 0 && !(sparse && shorter == 1) {
            return None;
        }
        let mut codes = Self { quick: [0; QUICK], counts, symbols: [0; MOST_SYMBOLS], first_long: (0, 0) };
        codes.sort(lengths);
        codes.spread();
        Some(codes)
    }

    /// Puts the symbols in the order of their codes: by length, then by number.
    fn sort(&mut self, lengths: &[u8]) {
        let (mut places, mut place) = ([0_u16; LONGEST + 1], 0_u16);
        for (begin, count) in places.iter_mut().zip(self.counts) {
            *begin = place;
            place = place.saturating_add(count);
        }
        for (symbol, length) in (0_u16..).zip(lengths).filter(|(_, length)| **length > 0) {
            let Some(place) = places.get_mut(usize::from(*length)) else { continue };
            if let Some(slot) = self.symbols.get_mut(usize::from(*place)) {
                *slot = symbol;
            }
            *place = place.saturating_add(1);
        }
    }

    /// Writes each short code wherever its bits come first.
    fn spread(&mut self) {
        let mut symbols = self.symbols.iter();
        // The code before its bits are counted up: reversed, as the stream has them.
        let mut code = 0_usize;
        for (length, count) in (0_u16..).zip(self.counts) {
            let step = 1_usize.wrapping_shl(length.into());
            if step > QUICK {
                return;
            }
            let (first, place) = self.first_long;
            self.first_long = (first.saturating_add(count) << 1, place.saturating_add(count));
            for symbol in symbols.by_ref().take(count.into()) {
                let entry = symbol << 4 | length;
                let mut place = code;
                while let Some(slot) = self.quick.get_mut(place) {
                    *slot = entry;
                    place = place.wrapping_add(step);
                }
                code = after(code, step);
            }
        }
    }

    /// Reads a symbol. Its bits have to be held, if the input has them.
    #[inline(always)]
    pub(super) fn read(&self, bits: &mut Bits<'_>) -> Result<usize, Fault> {
        let index = usize::try_from(bits.peek()).unwrap_or_default() & QUICK.wrapping_sub(1);
        let entry = self.quick.get(index).copied().unwrap_or_default();
        if entry == 0 {
            return self.read_long(bits);
        }
        bits.pass(u32::from(entry & 15))?;
        Ok(usize::from(entry >> 4))
    }

    /// Bit by bit: the codes of one length follow each other, and the first of the next length follows twice the one behind the last.
    #[cold]
    fn read_long(&self, bits: &mut Bits<'_>) -> Result<usize, Fault> {
        let looked_up = QUICK.ilog2();
        let mut next = bits.peek();
        let begin = u16::try_from(next & 0xffff).unwrap_or_default().reverse_bits();
        let mut code = begin.wrapping_shr(16_u32.saturating_sub(looked_up));
        next = next.wrapping_shr(looked_up);
        let (mut first, mut place) = self.first_long;
        let longer = self.counts.iter().skip(usize::try_from(looked_up).unwrap_or_default()).skip(1);
        for (length, count) in (looked_up.saturating_add(1)..).zip(longer) {
            code = code << 1 | u16::from(next & 1 == 1);
            next >>= 1;
            if let Some(further) = code.checked_sub(first).filter(|further| further < count) {
                let symbol = self.symbols.get(usize::from(place.saturating_add(further))).ok_or(Fault::Stream)?;
                bits.pass(length)?;
                return Ok(usize::from(*symbol));
            }
            first = first.saturating_add(*count) << 1;
            place = place.saturating_add(*count);
        }
        // Only a sparse set has none for it.
        bits.pass(1)?;
        Err(Fault::Stream)
    }
}

/// The code after `code` of the length whose codes are below `step`, both reversed: counting up begins at the most significant bit.
const fn after(code: usize, step: usize) -> usize {
    let clear = !code & step.wrapping_sub(1);
    match clear.checked_ilog2() {
        None => 0,
        Some(bit) => {
            let bit = 1_usize.wrapping_shl(bit);
            (code & bit.wrapping_sub(1)) | bit
        }
    }
}
