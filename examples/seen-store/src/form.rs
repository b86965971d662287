//! How a showing stands in a store: its bytes in hexadecimal digits, which every client of every server passes on as
//! they are.

use doichieu::{Showing, StoreAnswer};
use std::fmt::Write;

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.iter().map(byte).collect()
}

/// What was seen, if it can be read; anything else is no answer.
pub(crate) fn seen(digits: &str) -> StoreAnswer {
    let showing = unhex(digits).and_then(|bytes| Showing::from_bytes(&bytes));
    showing.map_or(StoreAnswer::Failed, StoreAnswer::Seen)
}
