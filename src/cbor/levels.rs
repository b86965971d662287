//! The arrays, maps and tags around the item that is read next: how much of each is still to come. In place, for most readers are short-lived.

use crate::input::MAX_DEPTH;
use core::cmp::Ordering;

/// One open container.
#[derive(Clone, Copy, Debug)]
struct Level<'a> {
    left: usize,
    map: bool,
    /// The how-manieth that was opened.
    number: usize,
    last_key: &'a [u8],
}

impl Level<'_> {
    /// Around the whole, which is one item: it is never left.
    const OUTERMOST: Self = Self { left: 1, map: false, number: 0, last_key: &[] };
}

/// The open containers, the innermost apart. A reader opens at most [`MAX_DEPTH`] of them.
#[derive(Debug)]
pub(super) struct Levels<'a> {
    innermost: Level<'a>,
    around: [Level<'a>; MAX_DEPTH],
    height: usize,
    opened: usize,
}

impl<'a> Levels<'a> {
    pub(super) const fn new() -> Self {
        Self { innermost: Level::OUTERMOST, around: [Level::OUTERMOST; MAX_DEPTH], height: 0, opened: 0 }
    }

    /// How many are open.
    pub(super) const fn height(&self) -> usize {
        self.height
    }

    /// Whether the whole was read.
    #[inline(always)]
    pub(super) const fn all_complete(&self) -> bool {
        self.innermost.left == 0
    }

    /// Which container the next item is in: no two have the same number.
    pub(super) const fn number(&self) -> usize {
        self.innermost.number
    }

    /// Whether the next item is a map key.
    #[inline(always)]
    pub(super) const fn at_key(&self) -> bool {
        self.innermost.map && self.innermost.left.is_multiple_of(2)
    }

    /// Opens one of at least one item.
    pub(super) fn open(&mut self, items: usize, map: bool) {
        if let Some(around) = self.around.get_mut(self.height) {
            *around = self.innermost;
            self.opened = self.opened.wrapping_add(1);
            self.innermost = Level { left: items, map, number: self.opened, last_key: &[] };
            self.height = self.height.saturating_add(1);
        }
    }

    /// One item is complete, and with it every container that it completes.
    #[inline(always)]
    pub(super) fn complete(&mut self) {
        self.innermost.left = self.innermost.left.saturating_sub(1);
        if self.innermost.left == 0 {
            self.leave();
        }
    }

    /// Leaves the containers that have no item left.
    fn leave(&mut self) {
        while self.height > 0 && self.innermost.left == 0 {
            self.height = self.height.saturating_sub(1);
            self.innermost = self.around.get(self.height).copied().unwrap_or(Level::OUTERMOST);
            self.innermost.left = self.innermost.left.saturating_sub(1);
        }
    }

    /// How the key before stands to this one, which is the last from here on.
    #[inline(always)]
    pub(super) fn follow(&mut self, key: &'a [u8]) -> Ordering {
        let last = core::mem::replace(&mut self.innermost.last_key, key);
        // The first key has none before it. To compare it with nothing would cost more than all else here: where the slices lie does not
        // matter to the outcome, but a wide load from where nothing lies takes the processor hundreds of cycles. Almost all other keys differ in
        // their first byte.
        match (last.first(), key.first()) {
            (None, _) => Ordering::Less,
            (Some(before), Some(first)) if before != first => before.cmp(first),
            _ => last.cmp(key),
        }
    }
}
