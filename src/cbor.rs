//! A strict CBOR reader over borrowed bytes (RFC 8949), with its rules as a value.
//!
//! It reads front to back, keeps no tree, never recurses on input, spends a [`Budget`], and is poisoned by its first
//! error. Holding a slice it returned proves that the slice was one well-formed item under the rules, nothing about who
//! wrote it.

use crate::input::{Budget, Fault, Halt};
use alloc::vec::Vec;

pub(crate) mod claims;
mod head;
mod levels;
mod steps;
pub(crate) mod write;

use head::REDACTED;
pub(crate) use head::{Rules, Type};
use levels::{LONGEST, Levels};

#[cfg(test)]
mod tests;

/// Reading stopped. Where and why stands in the budget ([`Budget::halt`]): every read hands an error on, and most
/// callers only drop it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Error(());

/// A map key. DC1 has no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key<'a> {
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
    /// `simple(59)`: the digests of redacted entries (draft-ietf-spice-sd-cwt).
    Redacted,
}

/// An item that may be of any type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item<'a> {
    Int(i64),
    Bytes(&'a [u8]),
    Text(&'a str),
    /// So many items.
    Array(usize),
    /// So many pairs.
    Map(usize),
    Tag(u64),
    Boolean(bool),
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
    levels: Levels,
    loose_keys: Vec<(usize, &'a [u8])>,
    /// How deep the last byte string lay, before it completed what is around it.
    string_depth: usize,
    failed: Option<Halt>,
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
        // Far beyond every cap there is: what is longer ends there.
        let bytes = match bytes.split_at_checked(LONGEST) {
            Some((first, _)) => first,
            None => bytes,
        };
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
    #[inline(never)]
    pub(crate) fn fault(&mut self, fault: Fault) -> Error {
        let halt = Halt { fault, at: self.position() };
        // There is nothing to be read any more.
        self.bytes = &[];
        self.budget.set_halt(*self.failed.get_or_insert(halt));
        Error(())
    }

    /// The type of the next item, which stays unread.
    pub(crate) fn peek(&mut self) -> Result<Type, Error> {
        match self.bytes.get(self.at) {
            Some(first) => Ok(Type::of(*first)),
            None => Err(self.fault(Fault::Truncated)),
        }
    }

    /// An unsigned integer.
    #[inline]
    pub(crate) fn uint(&mut self) -> Result<u64, Error> {
        if let Some(small) = self.small() {
            return Ok(small);
        }
        self.any_uint()
    }

    fn any_uint(&mut self) -> Result<u64, Error> {
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
        self.known_simple(head)
    }

    /// Whatever is next. What an array, map or tag holds is read next.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(crate) fn item(&mut self) -> Result<Item<'a>, Error> {
        match self.small() {
            Some(small) => Ok(Item::Int(small.cast_signed())),
            None => self.any_item(),
        }
    }

    fn any_item(&mut self) -> Result<Item<'a>, Error> {
        let start = self.at;
        let head = self.head()?;
        let item = match head.kind {
            Type::Uint | Type::Negative => Item::Int(self.signed(start, head)?),
            Type::Bytes => {
                let content = self.take(head.value)?;
                self.string_depth = self.depth();
                Item::Bytes(content)
            }
            Type::Text => {
                let content = self.take(head.value)?;
                Item::Text(self.utf8(start, content)?)
            }
            Type::Array => return Ok(Item::Array(self.open(head.value, false)?)),
            Type::Map => return Ok(Item::Map(self.open(head.value, true)?)),
            Type::Tag => return self.push(1, false).map(|()| Item::Tag(head.value)),
            Type::Simple => return self.known_simple(head).map(Item::Boolean),
        };
        self.close(start)?;
        Ok(item)
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
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(crate) fn key(&mut self) -> Result<Key<'a>, Error> {
        match self.small_key() {
            Some(small) => Ok(Key::Int(small)),
            None => self.any_key(),
        }
    }

    fn any_key(&mut self) -> Result<Key<'a>, Error> {
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

    /// Passes over one item, whatever it holds, by the same rules: what no reading takes it refuses too. Answers its
    /// bytes, which may be read [inside](Self::inside) it.
    pub(crate) fn skip(&mut self) -> Result<&'a [u8], Error> {
        let (start, floor) = (self.at, self.levels.height());
        self.string_depth = self.depth();
        loop {
            self.step()?;
            if self.levels.height() <= floor {
                return Ok(self.bytes.get(start..self.at).unwrap_or_default());
            }
        }
    }

    /// Reads one item as `read` does; `None` if it cannot, and then the item is passed over by the rules alone.
    ///
    /// Either way it is spent as if it were passed over first and then read: whether it can be read takes nothing from
    /// what else there is.
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
        // What failed answers its first fault, whatever is said here.
        if self.failed.is_some() || !self.levels.all_complete() {
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
}
