//! What a stream inflates to, within a limit, wiped when it is dropped or outgrows its room.

use crate::input::Fault;
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Output as far as it was written.
pub(super) struct Output {
    room: Zeroizing<Vec<u8>>,
    written: usize,
    cap: usize,
}

impl Output {
    /// Room for `room` bytes to begin with; never for more than `cap`.
    pub(super) fn new(room: usize, cap: usize) -> Self {
        let mut begin = Zeroizing::new(Vec::with_capacity(room.min(cap)));
        begin.resize(room.min(cap), 0);
        Self { room: begin, written: 0, cap }
    }

    /// Writes a byte.
    #[inline(always)]
    pub(super) fn push(&mut self, byte: u8) -> Result<(), Fault> {
        let Some(slot) = self.room.get_mut(self.written) else {
            return self.append(&[byte]);
        };
        *slot = byte;
        self.written = self.written.wrapping_add(1);
        Ok(())
    }

    /// Writes `length` bytes that stand `distance` back, among them perhaps some that this writes.
    pub(super) fn repeat(&mut self, distance: usize, length: usize) -> Result<(), Fault> {
        let begin = self.written.checked_sub(distance).ok_or(Fault::Stream)?;
        self.grow(length)?;
        let end = self.written.saturating_add(length);
        while self.written < end {
            // All from `begin` on repeats itself: each time round there is more of it to copy.
            let most = self.written.saturating_sub(begin);
            let copied = most.min(end.saturating_sub(self.written));
            self.room.copy_within(begin..begin.saturating_add(copied), self.written);
            self.written = self.written.saturating_add(copied);
        }
        Ok(())
    }

    /// Writes bytes as they are.
    pub(super) fn append(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.grow(bytes.len())?;
        let end = self.written.saturating_add(bytes.len());
        if let Some(slots) = self.room.get_mut(self.written..end) {
            slots.copy_from_slice(bytes);
            self.written = end;
        }
        Ok(())
    }

    /// How much more may be written.
    pub(super) fn left(&self) -> usize {
        self.cap.saturating_sub(self.written)
    }

    /// What was written.
    pub(super) fn bytes(&self) -> &[u8] {
        self.room.get(..self.written).unwrap_or_default()
    }

    /// What was written, in the room it took.
    pub(super) fn into_bytes(mut self) -> Zeroizing<Vec<u8>> {
        self.room.truncate(self.written);
        self.room
    }

    /// Makes room for `more` bytes, at least doubling it. The old one is wiped, which growing in place would not do.
    #[inline]
    fn grow(&mut self, more: usize) -> Result<(), Fault> {
        let needed = self.written.saturating_add(more);
        if needed <= self.room.len() { Ok(()) } else { self.grow_to(needed) }
    }

    #[cold]
    fn grow_to(&mut self, needed: usize) -> Result<(), Fault> {
        if needed > self.cap {
            return Err(Fault::TooLarge);
        }
        let room = needed.max(self.room.len().saturating_mul(2)).min(self.cap);
        let mut roomier = Zeroizing::new(Vec::with_capacity(room));
        roomier.extend_from_slice(&self.room);
        roomier.resize(room, 0);
        self.room = roomier;
        Ok(())
    }
}
