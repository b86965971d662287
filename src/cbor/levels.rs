//! The arrays, maps and tags around the item that is read next: how much of each is still to come. In place, for most readers are short-lived.

use crate::input::MAX_DEPTH;
use core::cmp::Ordering;

/// One open container.
#[derive(Clone, Copy, Debug)]
struct Level<'a> {
    left: usize,
    map: bool,
    last_key: Option<&'a [u8]>,
}

impl Level<'_> {
    const fn of(left: usize, map: bool) -> Self {
        Self { left, map, last_key: None }
    }
}

/// The open containers, at most [`MAX_DEPTH`] of them, from the whole on, which is one item.
///
/// None is moved when another opens within: what was just written piece by piece would be read at once, for which the processor waits.
#[derive(Clone, Debug)]
pub(super) struct Levels<'a> {
    whole: Level<'a>,
    within: [Level<'a>; MAX_DEPTH],
    height: usize,
}

impl<'a> Levels<'a> {
    pub(super) const fn new() -> Self {
        Self { whole: Level::of(1, false), within: [Level::of(0, false); MAX_DEPTH], height: 0 }
    }

    /// How many are open.
    pub(super) const fn height(&self) -> usize {
        self.height
    }

    #[inline(always)]
    fn innermost(&self) -> &Level<'a> {
        self.level(self.height)
    }

    #[inline(always)]
    fn innermost_mut(&mut self) -> &mut Level<'a> {
        self.within.get_mut(self.height.wrapping_sub(1)).unwrap_or(&mut self.whole)
    }

    /// Whether the whole was read.
    #[inline(always)]
    pub(super) fn all_complete(&self) -> bool {
        self.whole.left == 0
    }

    /// Whether the next item is a map key.
    #[inline(always)]
    pub(super) fn at_key(&self) -> bool {
        let innermost = self.innermost();
        innermost.map && innermost.left.is_multiple_of(2)
    }

    /// Whether exactly one item was completed since then.
    pub(super) fn are_one_item_after(&self, before: &Self) -> bool {
        let left = |height: usize| before.level(height).left.saturating_sub(1);
        let height = (1..=before.height).rev().find(|height| left(*height) > 0).unwrap_or_default();
        self.height == height && self.innermost().left == left(height)
    }

    #[inline(always)]
    fn level(&self, height: usize) -> &Level<'a> {
        self.within.get(height.wrapping_sub(1)).unwrap_or(&self.whole)
    }

    /// Opens one of at least one item.
    #[inline(always)]
    pub(super) fn open(&mut self, items: usize, map: bool) {
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

    /// How the key before stands to this one, which is the last from here on; the first is above none.
    #[inline(always)]
    pub(super) fn follow(&mut self, key: &'a [u8]) -> Ordering {
        let Some(last) = self.innermost_mut().last_key.replace(key) else { return Ordering::Less };
        // Almost all keys differ in their first byte.
        match (last.first(), key.first()) {
            (Some(before), Some(first)) if before != first => before.cmp(first),
            _ => last.cmp(key),
        }
    }
}
