//! Huffman codes by their lengths (RFC 1951 §3.2.2).

use super::bits::Bits;
use crate::input::Fault;

/// The longest code, in bits.
const LONGEST: usize = 15;
/// A set of codes for at most `SYMBOLS` symbols, that leaves nothing open: every sequence of bits has one meaning.
///
/// `QUICK` is a power of two: codes that are shorter than its bits are looked up at once, others bit by bit.
pub(super) struct Codes<const QUICK: usize, const SYMBOLS: usize> {
    /// By the next bits: a symbol above six bits with its length. 0: its code is longer, or there is none.
    quick: [u16; QUICK],
    /// How many codes there are of each length.
    counts: [u16; LONGEST + 1],
    /// The symbols in the order of their codes.
    symbols: [u16; SYMBOLS],
    /// The first code that is too long to be looked up, and where its symbol stands.
    first_long: (u16, u16),
}

impl<const QUICK: usize, const SYMBOLS: usize> Codes<QUICK, SYMBOLS> {
    /// None yet: every sequence of bits is a fault.
    pub(super) const fn none() -> Self {
        Self { quick: [0; QUICK], counts: [0; LONGEST + 1], symbols: [0; SYMBOLS], first_long: (0, 0) }
    }

    /// Takes the codes of symbols whose lengths these are, 0 for those that have none. Only once.
    ///
    /// A set that claims a sequence twice is refused, as is one that leaves some without a meaning: only where `sparse`
    /// is allowed, a single code of one bit or none at all will do.
    pub(super) fn take(&mut self, lengths: &[u8], sparse: bool) -> Result<(), Fault> {
        if lengths.len() > SYMBOLS {
            return Err(Fault::Stream);
        }
        // Two counts in turn: adding to what was just added to has to wait for it.
        let mut others = [0_u16; LONGEST + 1];
        let (pairs, last) = lengths.as_chunks();
        for [one, other] in pairs {
            count_one(&mut self.counts, *one)?;
            count_one(&mut others, *other)?;
        }
        last.iter().try_for_each(|length| count_one(&mut others, *length))?;
        self.counts.iter_mut().zip(others).for_each(|(count, others)| *count = count.saturating_add(others));
        let [unused, of_one, longer @ ..] = &mut self.counts;
        *unused = 0;
        let open =
            longer.iter().try_fold(2_u16.checked_sub(*of_one), |open, count| Some((open? << 1).checked_sub(*count)));
        let open = open.flatten().ok_or(Fault::Stream)?;
        if open != 0 && !(sparse && longer.iter().all(|count| *count == 0)) {
            return Err(Fault::Stream);
        }
        self.sort(lengths);
        self.spread();
        Ok(())
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

    /// Writes each short code wherever its bits come first: once in a table of its length, which is then doubled for
    /// the next.
    fn spread(&mut self) {
        let (mut symbols, mut first) = (self.symbols.iter(), 0_u16);
        for (length, count) in (1_u16..).zip(self.counts.iter().skip(1)) {
            let size = 1_usize.wrapping_shl(length.into());
            if size > QUICK {
                break;
            }
            self.quick.copy_within(..size / 2, size / 2);
            // One after another; but the stream begins with their most significant bit.
            for (code, symbol) in (first..).zip(symbols.by_ref().take(usize::from(*count))) {
                let reversed = code.reverse_bits().wrapping_shr(16_u32.saturating_sub(length.into()));
                if let Some(slot) = self.quick.get_mut(usize::from(reversed)) {
                    *slot = symbol << 6 | length;
                }
            }
            first = first.saturating_add(*count) << 1;
            self.first_long = (first, self.first_long.1.saturating_add(*count));
        }
    }

    /// Reads a symbol. Its bits have to be held, if the input has them.
    #[inline(always)]
    pub(super) fn read(&self, bits: &mut Bits<'_>) -> Result<usize, Fault> {
        // Cut first: 64 bits are more than an index has on a 32-bit machine.
        let low = u16::try_from(bits.peek() & 0xffff).unwrap_or_default();
        let index = usize::from(low) & QUICK.wrapping_sub(1);
        let entry = self.quick.get(index).copied().unwrap_or_default();
        if entry == 0 {
            return self.read_long(bits);
        }
        bits.pass(u32::from(entry))?;
        Ok(usize::from(entry >> 6))
    }

    /// Bit by bit: the codes of one length follow each other, and the first of the next length follows twice the one
    /// behind the last.
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

fn count_one(counts: &mut [u16; LONGEST + 1], length: u8) -> Result<(), Fault> {
    let count = counts.get_mut(usize::from(length)).ok_or(Fault::Stream)?;
    *count = count.saturating_add(1);
    Ok(())
}
