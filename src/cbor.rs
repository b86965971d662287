//! A strict CBOR reader over borrowed bytes (RFC 8949), with its rules as a value.
//!
//! It reads front to back, keeps no tree, never recurses on input, spends a [`Budget`], and is poisoned by its first error.
//! Holding a slice it returned proves that the slice was one well-formed item under the rules, nothing about who wrote it.

use crate::input::{Budget, Fault, Layer, MAX_DEPTH, Unreadable};
use alloc::vec::Vec;
use core::cmp::Ordering;

mod head;
mod levels;
pub(crate) mod write;

use head::{Head, REDACTED, argument};
pub(crate) use head::{Rules, Type};
use levels::Levels;

#[cfg(test)]
mod tests;

/// Where and why reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    pub(crate) fault: Fault,
    pub(crate) at: usize,
}

impl From<Error> for Unreadable {
    fn from(error: Error) -> Self {
        // A well-formed item of the wrong shape is the envelope's fault, not CBOR's.
        let layer = match error.fault {
            Fault::Type | Fault::Value | Fault::Missing | Fault::Unexpected | Fault::Tag => Layer::Cose,
            _ => Layer::Cbor,
        };
        Self::new(layer, error.at, error.fault)
    }
}

/// A map key. DC1 has no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key<'a> {
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
    /// `simple(59)`: the digests of redacted entries (draft-ietf-spice-sd-cwt).
    Redacted,
}

/// Reads one item, whole.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a, 'b> {
    bytes: &'a [u8],
    at: usize,
    origin: usize,
    base_depth: usize,
    rules: Rules,
    budget: &'b Budget,
    levels: Levels<'a>,
    loose_keys: Vec<(usize, &'a [u8])>,
    /// How deep the last byte string lay, before it completed what is around it.
    string_depth: usize,
    failed: Option<Error>,
}

impl<'a, 'b> Reader<'a, 'b> {
    /// Reads one item from the whole of `bytes`.
    pub(crate) const fn new(bytes: &'a [u8], rules: Rules, budget: &'b Budget) -> Self {
        Self::embedded(bytes, rules, budget, 0, 0)
    }

    /// Reads the item inside a byte string at some depth of another; `origin` is where that string begins in the whole.
    pub(crate) const fn embedded(
        bytes: &'a [u8],
        rules: Rules,
        budget: &'b Budget,
        base_depth: usize,
        origin: usize,
    ) -> Self {
        Self {
            bytes,
            at: 0,
            origin,
            base_depth,
            rules,
            budget,
            levels: Levels::new(),
            loose_keys: Vec::new(),
            string_depth: base_depth,
            failed: None,
        }
    }

    /// A reader for the byte string that was just read, on the same budget and counting depth on.
    pub(crate) const fn inside(&self, bytes: &'a [u8]) -> Self {
        let origin = self.origin.saturating_add(self.at).saturating_sub(bytes.len());
        Self::embedded(bytes, self.rules, self.budget, self.string_depth, origin)
    }

    /// How deep the next item lies.
    pub(crate) const fn depth(&self) -> usize {
        self.base_depth.saturating_add(self.levels.height())
    }

    /// Offset of the next item in the whole.
    pub(crate) const fn position(&self) -> usize {
        self.origin.saturating_add(self.at)
    }

    /// Poisons the reader with a fault at the next item.
    #[cold]
    pub(crate) fn fault(&mut self, fault: Fault) -> Error {
        let error = Error { fault, at: self.position() };
        *self.failed.get_or_insert(error)
    }

    /// The type of the next item, which stays unread.
    pub(crate) fn peek(&mut self) -> Result<Type, Error> {
        self.alive()?;
        match self.bytes.get(self.at) {
            Some(first) => Ok(Type::of(*first)),
            None => Err(self.fault(Fault::Truncated)),
        }
    }

    /// An unsigned integer.
    pub(crate) fn uint(&mut self) -> Result<u64, Error> {
        let start = self.at;
        let value = self.expect(Type::Uint)?.value;
        self.close(start)?;
        Ok(value)
    }

    /// An integer of either sign that fits 64 bits.
    pub(crate) fn int(&mut self) -> Result<i64, Error> {
        let start = self.at;
        let head = self.head()?;
        let value = self.signed(start, head)?;
        self.close(start)?;
        Ok(value)
    }

    /// A byte string.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], Error> {
        let start = self.at;
        let head = self.expect(Type::Bytes)?;
        let content = self.take(head.value)?;
        self.string_depth = self.depth();
        self.close(start)?;
        Ok(content)
    }

    /// A byte string of exactly `N` bytes.
    pub(crate) fn fixed<const N: usize>(&mut self) -> Result<&'a [u8; N], Error> {
        let content = self.bytes()?;
        content.try_into().map_err(|_| self.fault(Fault::Value))
    }

    /// A text string.
    pub(crate) fn text(&mut self) -> Result<&'a str, Error> {
        let start = self.at;
        let head = self.expect(Type::Text)?;
        let content = self.take(head.value)?;
        let text = self.utf8(start, content)?;
        self.close(start)?;
        Ok(text)
    }

    /// `false` or `true`.
    pub(crate) fn boolean(&mut self) -> Result<bool, Error> {
        let head = self.expect(Type::Simple)?;
        self.close(self.at)?;
        match head.short {
            20 => Ok(false),
            21 => Ok(true),
            _ => Err(self.fault(Fault::Type)),
        }
    }

    /// Opens an array; its items are read next. Answers how many there are.
    pub(crate) fn array(&mut self) -> Result<usize, Error> {
        let head = self.expect(Type::Array)?;
        self.open(head.value, false)
    }

    /// Opens an array that must have `count` items.
    pub(crate) fn array_of(&mut self, count: usize) -> Result<(), Error> {
        if self.array()? == count { Ok(()) } else { Err(self.fault(Fault::Value)) }
    }

    /// Opens a map; its keys and values are read next, in turn. Answers how many pairs there are.
    pub(crate) fn map(&mut self) -> Result<usize, Error> {
        let head = self.expect(Type::Map)?;
        self.open(head.value, true)
    }

    /// A tag that must be `number`; its content is read next.
    pub(crate) fn tag(&mut self, number: u64) -> Result<(), Error> {
        let head = self.expect(Type::Tag)?;
        if head.value == number { self.push(1, false) } else { Err(self.fault(Fault::Tag)) }
    }

    /// A map key.
    pub(crate) fn key(&mut self) -> Result<Key<'a>, Error> {
        let start = self.at;
        let head = self.head()?;
        let key = match head.kind {
            Type::Uint | Type::Negative => Key::Int(self.signed(start, head)?),
            Type::Text => {
                let content = self.take(head.value)?;
                Key::Text(self.utf8(start, content)?)
            }
            Type::Bytes => Key::Bytes(self.take(head.value)?),
            Type::Simple if head.value == u64::from(REDACTED) => Key::Redacted,
            _ => return Err(self.fault_from(start, Fault::Type)),
        };
        self.close(start)?;
        Ok(key)
    }

    /// Passes over one item, whatever it holds, by the same rules. Answers its bytes.
    pub(crate) fn skip(&mut self) -> Result<&'a [u8], Error> {
        let (start, floor) = (self.at, self.levels.height());
        loop {
            self.step()?;
            if self.levels.height() <= floor {
                return Ok(self.bytes.get(start..self.at).unwrap_or_default());
            }
        }
    }

    /// Reads one item as `read` does; `None` if it cannot, and then the item is passed over by the rules alone.
    ///
    /// Either way it is spent as if it were passed over first and then read: whether it can be read takes nothing from what else there is.
    pub(crate) fn attempt<T>(
        &mut self,
        read: impl Fn(&mut Reader<'a, 'b>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let before = self.budget.left();
        let mut ahead = self.clone();
        if let Ok(value) = read(&mut ahead)
            && ahead.levels.are_one_item_after(&self.levels)
            && self.budget.spend_twice(before)
        {
            *self = ahead;
            return Ok(Some(value));
        }
        self.budget.restore(before);
        let item = self.skip()?;
        let mut inner = self.inside(item);
        Ok(read(&mut inner).and_then(|value| inner.end().map(|()| value)).ok())
    }

    /// Nothing may be left over.
    pub(crate) fn finish(mut self) -> Result<(), Error> {
        self.end()
    }

    /// Nothing may be left over, for a reader that is only borrowed.
    pub(crate) fn end(&mut self) -> Result<(), Error> {
        self.alive()?;
        if !self.levels.all_complete() {
            return Err(self.fault(Fault::Truncated));
        }
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.fault(Fault::Trailing)) }
    }

    /// The same at the item that was begun at `start`.
    #[cold]
    fn fault_from(&mut self, start: usize, fault: Fault) -> Error {
        self.at = start;
        self.fault(fault)
    }

    fn alive(&self) -> Result<(), Error> {
        self.failed.map_or(Ok(()), Err)
    }

    fn step(&mut self) -> Result<(), Error> {
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
            Type::Uint | Type::Negative | Type::Simple => self.close(start),
        }
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn expect(&mut self, kind: Type) -> Result<Head, Error> {
        let start = self.at;
        let head = self.head()?;
        if head.kind == kind {
            return Ok(head);
        }
        Err(self.fault_from(start, Fault::Type))
    }

    /// The next head. Its checks return one by one: read for every item, it must not carry a result from each to the next.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn head(&mut self) -> Result<Head, Error> {
        self.alive()?;
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

    fn take(&mut self, length: u64) -> Result<&'a [u8], Error> {
        let end = usize::try_from(length).ok().and_then(|length| self.at.checked_add(length));
        let content = end.and_then(|end| self.bytes.get(self.at..end));
        let Some(content) = content else { return Err(self.fault(Fault::Truncated)) };
        self.at = self.at.saturating_add(content.len());
        Ok(content)
    }

    fn utf8(&mut self, start: usize, content: &'a [u8]) -> Result<&'a str, Error> {
        core::str::from_utf8(content).map_err(|_| self.fault_from(start, Fault::Utf8))
    }

    fn signed(&mut self, start: usize, head: Head) -> Result<i64, Error> {
        let magnitude = match (head.kind, i64::try_from(head.value)) {
            (Type::Uint, Ok(value)) => Some(value),
            (Type::Negative, Ok(value)) => Some(!value),
            _ => None,
        };
        magnitude.ok_or_else(|| self.fault_from(start, Fault::Type))
    }

    fn open(&mut self, count: u64, map: bool) -> Result<usize, Error> {
        let rest = self.bytes.len().saturating_sub(self.at);
        let items = if map { count.checked_mul(2) } else { Some(count) };
        // Each item takes at least one byte, so a longer container cannot be complete.
        let items = items.and_then(|items| usize::try_from(items).ok()).filter(|items| *items <= rest);
        let Some(items) = items else { return Err(self.fault(Fault::Truncated)) };
        self.push(items, map)?;
        Ok(if map { items / 2 } else { items })
    }

    fn push(&mut self, items: usize, map: bool) -> Result<(), Error> {
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
    fn close(&mut self, start: usize) -> Result<(), Error> {
        if self.levels.at_key() {
            self.check_key(self.bytes.get(start..self.at).unwrap_or_default())?;
        }
        self.levels.complete();
        Ok(())
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn check_key(&mut self, key: &'a [u8]) -> Result<(), Error> {
        if !self.rules.sorted {
            let loose = (self.levels.height(), key);
            if self.loose_keys.contains(&loose) {
                return Err(self.fault(Fault::Duplicate));
            }
            self.loose_keys.push(loose);
            return Ok(());
        }
        match self.levels.follow(key) {
            Ordering::Less => Ok(()),
            Ordering::Equal => Err(self.fault(Fault::Duplicate)),
            Ordering::Greater => Err(self.fault(Fault::Unsorted)),
        }
    }
}
