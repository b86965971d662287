//! The few CBOR items the core itself writes: what is hashed or stored, never what is checked. Shortest heads, definite
//! lengths.

use alloc::vec::Vec;

/// Writes items one after another.
#[derive(Debug)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    pub(crate) fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    pub(crate) fn int(&mut self, value: i64) -> &mut Self {
        match u64::try_from(value) {
            Ok(value) => self.head(0, value),
            Err(_) => self.head(1, u64::try_from(!value).unwrap_or_default()),
        }
    }

    pub(crate) fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, length(value.len()));
        self.0.extend_from_slice(value);
        self
    }

    pub(crate) fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, length(value.len()));
        self.0.extend_from_slice(value.as_bytes());
        self
    }

    pub(crate) fn array(&mut self, items: usize) -> &mut Self {
        self.head(4, length(items))
    }

    pub(crate) fn map(&mut self, pairs: usize) -> &mut Self {
        self.head(5, length(pairs))
    }

    pub(crate) fn tag(&mut self, number: u64) -> &mut Self {
        self.head(6, number)
    }

    /// An item that is encoded already.
    pub(crate) fn raw(&mut self, item: &[u8]) -> &mut Self {
        self.0.extend_from_slice(item);
        self
    }

    pub(crate) fn boolean(&mut self, value: bool) -> &mut Self {
        self.head(7, if value { 21 } else { 20 })
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    fn head(&mut self, major: u8, value: u64) -> &mut Self {
        self.0.extend_from_slice(Head::new(major, value).bytes());
        self
    }
}

/// A head by itself, in place.
pub(crate) struct Head([u8; 9], usize);

impl Head {
    fn new(major: u8, value: u64) -> Self {
        let [.., least] = value.to_be_bytes();
        let (short, length) = match value {
            0..24 => (least, 0),
            24..0x100 => (24, 1),
            0x100..0x1_0000 => (25, 2),
            0x1_0000..0x1_0000_0000 => (26, 4),
            _ => (27, 8_usize),
        };
        // The argument's bytes come first of eight.
        let unused = u32::try_from(size_of::<u64>().saturating_sub(length).saturating_mul(8)).unwrap_or_default();
        let [a, b, c, d, e, f, g, h] = value.checked_shl(unused).unwrap_or_default().to_be_bytes();
        Self([major << 5 | short, a, b, c, d, e, f, g, h], length.saturating_add(1))
    }

    /// What stands before a byte string.
    pub(crate) fn of_bytes(value: &[u8]) -> Self {
        Self::new(2, length(value.len()))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.get(..self.1).unwrap_or_default()
    }
}

/// Lengths fit 64 bits on every target there is.
fn length(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
