//! What a stream inflates to, within a limit, wiped when it is dropped or outgrows its room.

use super::{CHUNK, HISTORY};
use crate::input::Fault;
use adler2::Adler32;
use alloc::vec::Vec;
use zeroize::Zeroizing;

/// Room for chunks that are taken: what a stream may reach back to, one chunk to take, and what comes while it fills.
const ROOM: usize = HISTORY + 2 * CHUNK;

/// Output as far as it was written.
pub(super) struct Output<'a> {
    room: Zeroizing<Vec<u8>>,
    written: usize,
    cap: usize,
    taken: Option<Taken<'a>>,
}

/// Output that leaves the room chunk by chunk.
struct Taken<'a> {
    take: &'a mut dyn FnMut(&[u8]),
    /// Where in the room the next chunk begins. Nothing lies before the first, so that a stream that reaches back
    /// beyond its own start is refused.
    begin: usize,
    /// How many bytes have left the room.
    gone: usize,
    sum: Adler32,
}

impl<'a> Output<'a> {
    /// Room for `room` bytes to begin with; never for more than `cap`.
    pub(super) fn new(room: usize, cap: usize) -> Self {
        let mut begin = Zeroizing::new(Vec::with_capacity(room.min(cap)));
        begin.resize(room.min(cap), 0);
        Self { room: begin, written: 0, cap, taken: None }
    }

    /// The same for chunks, that `take` gets as soon as there is no more room: never for more than [`ROOM`].
    pub(super) fn taken(room: usize, cap: usize, take: &'a mut dyn FnMut(&[u8])) -> Self {
        let taken = Taken { take, begin: 0, gone: 0, sum: Adler32::new() };
        Self { taken: Some(taken), ..Self::new(room.min(ROOM), cap) }
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
        if distance > self.written {
            return Err(Fault::Stream);
        }
        // Growing may move it all: only then is it known where it begins.
        self.grow(length)?;
        let begin = self.written.saturating_sub(distance);
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
        self.cap.saturating_sub(self.total())
    }

    /// How much was written, with what has left the room.
    fn total(&self) -> usize {
        self.written.saturating_add(self.taken.as_ref().map_or(0, |taken| taken.gone))
    }

    /// The checksum of all that was written.
    pub(super) fn adler32(&self) -> u32 {
        let (mut sum, begin) = self.taken.as_ref().map_or((Adler32::new(), 0), |taken| (taken.sum, taken.begin));
        sum.write_slice(self.room.get(begin..self.written).unwrap_or_default());
        sum.checksum()
    }

    /// Gives what is left in the room to be taken. Answers how much was written in all.
    pub(super) fn finish(mut self) -> usize {
        let total = self.total();
        if let Some(taken) = &mut self.taken {
            self.room.get(taken.begin..self.written).unwrap_or_default().chunks(CHUNK).for_each(&mut *taken.take);
        }
        total
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
        let more = needed.saturating_sub(self.written);
        if more > self.left() {
            return Err(Fault::TooLarge);
        }
        while let Some(taken) = &mut self.taken
            && self.written.saturating_add(more) > ROOM
        {
            self.written = taken.chunk(&mut self.room, self.written).ok_or(Fault::TooLarge)?;
        }
        let needed = self.written.saturating_add(more);
        // Never room beyond the cap: a byte that finds room is within it.
        let most = self.taken.as_ref().map_or(self.cap, |taken| ROOM.min(self.cap.saturating_sub(taken.gone)));
        self.room.truncate(most);
        if needed <= self.room.len() {
            return Ok(());
        }
        let room = needed.max(self.room.len().saturating_mul(2)).min(most);
        let mut roomier = Zeroizing::new(Vec::with_capacity(room));
        roomier.extend_from_slice(&self.room);
        roomier.resize(room, 0);
        self.room = roomier;
        Ok(())
    }
}

impl Taken<'_> {
    /// Gives a chunk and moves what follows it down, behind what the stream may still reach back to. Answers how far
    /// the room is written now; `None` if there is no whole chunk.
    fn chunk(&mut self, room: &mut [u8], written: usize) -> Option<usize> {
        let end = self.begin.saturating_add(CHUNK);
        let chunk = room.get(self.begin..end.min(written)).filter(|chunk| chunk.len() == CHUNK)?;
        (self.take)(chunk);
        self.sum.write_slice(chunk);
        let kept = end.saturating_sub(HISTORY);
        room.copy_within(kept..written, 0);
        self.begin = HISTORY;
        self.gone = self.gone.saturating_add(kept);
        Some(written.saturating_sub(kept))
    }
}
