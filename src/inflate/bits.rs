//! The bits of a stream, from the least significant of each byte on (RFC 1951 §3.1.1).

use crate::input::Fault;

/// Where reading stands. Bits beyond the end of the input read as 0, and taking them is a fault.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits. Above those that are held may stand more, which are the ones that follow them.
    next: u64,
    held: u32,
}

impl<'a> Bits<'a> {
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, next: 0, held: 0 }
    }

    /// Holds at least 56 bits, or all there are.
    #[inline(always)]
    pub(super) fn refill(&mut self) {
        let Some(word) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk) else { return self.refill_at_end() };
        self.next |= u64::from_le_bytes(*word).wrapping_shl(self.held);
        let room = 63_u32.saturating_sub(self.held) >> 3;
        self.at = self.at.wrapping_add(usize::try_from(room).unwrap_or_default());
        self.held |= 56;
    }

    /// Holds the bits of any symbol (RFC 1951 §3.2.2), or all there are.
    #[inline(always)]
    pub(super) fn hold_a_symbol(&mut self) {
        if self.held < 15 {
            self.refill();
        }
    }

    #[cold]
    fn refill_at_end(&mut self) {
        while self.held <= 56
            && let Some(byte) = self.bytes.get(self.at)
        {
            self.next |= u64::from(*byte).wrapping_shl(self.held);
            self.at = self.at.saturating_add(1);
            self.held = self.held.saturating_add(8);
        }
    }

    /// The next bits, the first the least significant; 0 beyond the end.
    #[inline(always)]
    pub(super) const fn peek(&self) -> u64 {
        self.next
    }

    /// Passes over bits that were peeked at: so many as the low six bits of `count` say, for which a shift need not
    /// wait until they stand alone.
    #[inline(always)]
    pub(super) fn pass(&mut self, count: u32) -> Result<(), Fault> {
        self.held = self.held.checked_sub(count & 63).ok_or(Fault::Truncated)?;
        self.next = self.next.wrapping_shr(count);
        Ok(())
    }

    /// Takes at most 16 bits of those that are held.
    #[inline(always)]
    pub(super) fn take_held(&mut self, count: u32) -> Result<usize, Fault> {
        let value = self.next & 1_u64.wrapping_shl(count).wrapping_sub(1);
        self.pass(count)?;
        usize::try_from(value).map_err(|_| Fault::Stream)
    }

    /// Takes at most 32 bits.
    pub(super) fn take(&mut self, count: u32) -> Result<usize, Fault> {
        self.refill();
        self.take_held(count)
    }

    /// On to the next byte, whose bits and all after them are held no more.
    pub(super) fn align(&mut self) {
        self.at = self.consumed();
        (self.next, self.held) = (0, 0);
    }

    /// The next bytes, at most `most` of them. Only where reading is [aligned](Self::align).
    pub(super) fn bytes(&mut self, most: usize) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let bytes = rest.get(..most).unwrap_or(rest);
        self.at = self.at.saturating_add(bytes.len());
        bytes
    }

    /// How many bytes were taken, the last of them perhaps in part.
    pub(super) fn consumed(&self) -> usize {
        self.at.saturating_sub(usize::try_from(self.held >> 3).unwrap_or_default())
    }
}
