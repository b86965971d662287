//! How a reader takes an item: its head, its content, and what is complete with it.

use super::head::{Head, ONE_BYTE, argument};
use super::{Error, Reader, Type};
use crate::input::{Fault, MAX_DEPTH};
use core::cmp::Ordering;

impl<'a> Reader<'a, '_> {
    /// An unsigned integer of one byte, the most frequent item there is; `None`: something else, or nothing was left to
    /// spend.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn small(&mut self) -> Option<u64> {
        let first = *self.bytes.get(self.at)?;
        if first >= ONE_BYTE || !self.budget.has_some() || !self.levels.complete_no_key() {
            return None;
        }
        self.budget.spend();
        self.at = self.at.wrapping_add(1);
        Some(first.into())
    }

    /// The same as a map key above the one before.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn small_key(&mut self) -> Option<i64> {
        let first = *self.bytes.get(self.at)?;
        let plain = first < ONE_BYTE && self.rules.sorted && self.budget.has_some();
        if !plain || !self.levels.complete_small_key(self.bytes, self.at, first) {
            return None;
        }
        self.budget.spend();
        self.at = self.at.wrapping_add(1);
        Some(first.into())
    }

    pub(super) fn known_simple(&mut self, head: Head) -> Result<bool, Error> {
        self.close(self.at)?;
        match head.short {
            20 => Ok(false),
            21 => Ok(true),
            _ => Err(self.fault(Fault::Type)),
        }
    }

    /// Passes over one head, and over the content of a string. It refuses what every way of reading refuses.
    pub(super) fn step(&mut self) -> Result<(), Error> {
        let start = self.at;
        let head = self.head()?;
        match head.kind {
            Type::Array => self.open(head.value, false).map(|_| ()),
            Type::Map => self.open(head.value, true).map(|_| ()),
            Type::Tag => self.push(1, false),
            Type::Bytes => {
                self.take(head.value)?;
                self.close(start)
            }
            Type::Text => {
                let content = self.take(head.value)?;
                self.utf8(start, content)?;
                self.close(start)
            }
            // A number that no key and no signed integer can be.
            Type::Uint if !self.levels.at_key() => self.close(start),
            Type::Uint | Type::Negative => {
                self.signed(start, head)?;
                self.close(start)
            }
            Type::Simple => self.close(start),
        }
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn expect(&mut self, kind: Type) -> Result<Head, Error> {
        let start = self.at;
        let head = self.head()?;
        if head.kind == kind {
            return Ok(head);
        }
        Err(self.fault_from(start, Fault::Type))
    }

    /// The next head. Its checks return one by one: read for every item, it must not carry a result from each to the
    /// next.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn head(&mut self) -> Result<Head, Error> {
        if self.levels.all_complete() {
            return Err(self.fault(Fault::Trailing));
        }
        if !self.budget.spend() {
            return Err(self.fault(Fault::TooLarge));
        }
        let next = self.bytes.get(self.at..).and_then(<[u8]>::split_first);
        let Some((first, rest)) = next else { return Err(self.fault(Fault::Truncated)) };
        let (kind, short) = (Type::of(*first), first & 0x1f);
        let (mut head, mut length) = (Head { kind, short, value: u64::from(short) }, 0);
        if short >= 24 {
            (head.value, length) = argument(short, rest).map_err(|fault| self.fault(fault))?;
            if self.rules.shortest && head.is_longer_than_needed(length) {
                return Err(self.fault(Fault::NotShortest));
            }
        }
        let key = self.levels.at_key();
        if kind.is_ruled(key) {
            self.rules.permit(head, key).map_err(|fault| self.fault(fault))?;
        }
        // Within the bytes, as the rest was.
        self.at = self.at.wrapping_add(length).wrapping_add(1);
        Ok(head)
    }

    pub(super) fn take(&mut self, length: u64) -> Result<&'a [u8], Error> {
        let end = usize::try_from(length).ok().and_then(|length| self.at.checked_add(length));
        let content = end.and_then(|end| self.bytes.get(self.at..end));
        let Some(content) = content else { return Err(self.fault(Fault::Truncated)) };
        self.at = self.at.saturating_add(content.len());
        Ok(content)
    }

    pub(super) fn utf8(&mut self, start: usize, content: &'a [u8]) -> Result<&'a str, Error> {
        core::str::from_utf8(content).map_err(|_| self.fault_from(start, Fault::Utf8))
    }

    pub(super) fn signed(&mut self, start: usize, head: Head) -> Result<i64, Error> {
        let magnitude = match (head.kind, i64::try_from(head.value)) {
            (Type::Uint, Ok(value)) => Some(value),
            (Type::Negative, Ok(value)) => Some(!value),
            _ => None,
        };
        magnitude.ok_or_else(|| self.fault_from(start, Fault::Type))
    }

    pub(super) fn open(&mut self, count: u64, map: bool) -> Result<usize, Error> {
        let rest = self.bytes.len().saturating_sub(self.at);
        let items = if map { count.checked_mul(2) } else { Some(count) };
        // Each item takes at least one byte, so a longer container cannot be complete.
        let items = items.and_then(|items| u32::try_from(items).ok());
        let counted = items.and_then(|items| usize::try_from(items).ok()).filter(|counted| *counted <= rest);
        let (Some(items), Some(counted)) = (items, counted) else { return Err(self.fault(Fault::Truncated)) };
        self.push(items, map)?;
        Ok(if map { counted / 2 } else { counted })
    }

    pub(super) fn push(&mut self, items: u32, map: bool) -> Result<(), Error> {
        if self.depth() >= MAX_DEPTH {
            return Err(self.fault(Fault::TooDeep));
        }
        if items == 0 {
            return self.close(self.at);
        }
        self.levels.open(items, map);
        if !self.rules.sorted {
            // Those of a container that stood here before.
            let height = self.levels.height();
            self.loose_keys.retain(|(level, _)| *level < height);
        }
        Ok(())
    }

    /// One item is complete, and with it every container that it completes.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn close(&mut self, start: usize) -> Result<(), Error> {
        if self.levels.at_key() {
            self.check_key(start)?;
        }
        self.levels.complete();
        Ok(())
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn check_key(&mut self, start: usize) -> Result<(), Error> {
        if !self.rules.sorted {
            let loose = (self.levels.height(), self.bytes.get(start..self.at).unwrap_or_default());
            if self.loose_keys.contains(&loose) {
                return Err(self.fault(Fault::Duplicate));
            }
            self.loose_keys.push(loose);
            return Ok(());
        }
        match self.levels.follow(self.bytes, start, self.at) {
            Ordering::Less => Ok(()),
            Ordering::Equal => Err(self.fault(Fault::Duplicate)),
            Ordering::Greater => Err(self.fault(Fault::Unsorted)),
        }
    }
}
