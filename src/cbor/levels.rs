//! The arrays, maps and tags around the item that is read next: how much of each is still to come. In place, for most
//! readers are short-lived.

use crate::input::MAX_DEPTH;
use core::cmp::Ordering;

/// No reader reads more bytes than this, so that places and counts fit 32 bits.
pub(super) const LONGEST: usize = 0xffff_ffff;

/// One open container.
#[derive(Clone, Copy, Debug)]
struct Level {
    left: u32,
    map: bool,
    /// Where the last key begins and ends; an end of 0: there was none.
    key: (u32, u32),
}

impl Level {
    const fn of(left: u32, map: bool) -> Self {
        Self { left, map, key: (0, 0) }
    }

    #[inline(always)]
    const fn at_key(&self) -> bool {
        self.map && self.left.is_multiple_of(2)
    }
}

/// The open containers, at most [`MAX_DEPTH`] of them, from the whole on, which is one item.
///
/// None is moved when another opens within: what was just written piece by piece would be read at once, for which the
/// processor waits.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    whole: Level,
    within: [Level; MAX_DEPTH],
    height: usize,
}

impl Levels {
    pub(super) const fn new() -> Self {
        Self { whole: Level::of(1, false), within: [Level::of(0, false); MAX_DEPTH], height: 0 }
    }

    /// How many are open.
    pub(super) const fn height(&self) -> usize {
        self.height
    }

    #[inline(always)]
    fn innermost(&self) -> &Level {
        self.level(self.height)
    }

    #[inline(always)]
    fn innermost_mut(&mut self) -> &mut Level {
        self.within.get_mut(self.height.wrapping_sub(1)).unwrap_or(&mut self.whole)
    }

    /// Whether the whole was read.
    #[inline(always)]
    pub(super) const fn all_complete(&self) -> bool {
        self.whole.left == 0
    }

    /// Whether the next item is a map key.
    #[inline(always)]
    pub(super) fn at_key(&self) -> bool {
        self.innermost().at_key()
    }

    /// Whether exactly one item was completed since then.
    pub(super) fn are_one_item_after(&self, before: &Self) -> bool {
        let left = |height: usize| before.level(height).left.saturating_sub(1);
        let height = (1..=before.height).rev().find(|height| left(*height) > 0).unwrap_or_default();
        self.height == height && self.innermost().left == left(height)
    }

    #[inline(always)]
    fn level(&self, height: usize) -> &Level {
        self.within.get(height.wrapping_sub(1)).unwrap_or(&self.whole)
    }

    /// Opens one of at least one item.
    #[inline(always)]
    pub(super) fn open(&mut self, items: u32, map: bool) {
        if let Some(level) = self.within.get_mut(self.height) {
            *level = Level::of(items, map);
            self.height = self.height.wrapping_add(1);
        }
    }

    /// One item is complete, and with it every container that it completes.
    #[inline(always)]
    pub(super) fn complete(&mut self) {
        let innermost = self.innermost_mut();
        innermost.left = innermost.left.saturating_sub(1);
        if innermost.left == 0 {
            self.leave();
        }
    }

    /// Leaves the containers that have no item left.
    fn leave(&mut self) {
        while self.height > 0 && self.innermost().left == 0 {
            self.height = self.height.saturating_sub(1);
            let around = self.innermost_mut();
            around.left = around.left.saturating_sub(1);
        }
    }

    /// How the key before stands to the one from `start` to `end` of `bytes`, which is the last from here on; the first
    /// is above none.
    #[inline(always)]
    pub(super) fn follow(&mut self, bytes: &[u8], start: usize, end: usize) -> Ordering {
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let key = |(start, end)| bytes.get(usize_of(start)..usize_of(end)).unwrap_or_default();
        let last = core::mem::replace(&mut self.innermost_mut().key, (place(start), place(end)));
        if last.1 == 0 { Ordering::Less } else { key(last).cmp(key((place(start), place(end)))) }
    }

    /// Completes the one-byte key at `at`, if a key stands there and it is above the last by its first byte, as almost
    /// all are.
    #[inline(always)]
    pub(super) fn complete_small_key(&mut self, bytes: &[u8], at: usize, key: u8) -> bool {
        let level = self.innermost_mut();
        let above = level.key.1 == 0 || bytes.get(usize_of(level.key.0)).is_some_and(|last| *last < key);
        let (Ok(start), true) = (u32::try_from(at), above && level.at_key() && level.left > 0) else { return false };
        // Its value is still to come, and it is within the bytes.
        level.left = level.left.wrapping_sub(1);
        level.key = (start, start.wrapping_add(1));
        true
    }

    /// Completes an item that is no key, if such a one is next.
    #[inline(always)]
    pub(super) fn complete_no_key(&mut self) -> bool {
        let level = self.innermost();
        if level.left == 0 || level.at_key() {
            return false;
        }
        self.complete();
        true
    }
}

#[inline(always)]
fn usize_of(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
