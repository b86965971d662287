//! What was scanned.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

/// The forms in which something arrives, each wiped when it goes.
#[derive(Clone)]
enum Arrived {
    Text(Zeroizing<String>),
    Frame(Zeroizing<Vec<u8>>),
    Sealed(Zeroizing<Vec<u8>>),
}

/// Something scanned or received: see [`doichieu::Scan`]. What JavaScript passed became ours with the call, so no copy stays behind in here.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Scan(Arrived);

#[wasm_bindgen]
impl Scan {
    /// The text of a QR code, exactly as the reader of the code gave it.
    #[must_use]
    pub fn qr(text: String) -> Self {
        Self(Arrived::Text(Zeroizing::new(text)))
    }

    /// The bytes of a frame.
    #[must_use]
    pub fn frame(bytes: Vec<u8>) -> Self {
        Self(Arrived::Frame(Zeroizing::new(bytes)))
    }

    /// The bytes of a sealed answer.
    #[must_use]
    pub fn sealed(bytes: Vec<u8>) -> Self {
        Self(Arrived::Sealed(Zeroizing::new(bytes)))
    }
}

impl Scan {
    /// As the core takes it.
    pub(crate) fn borrowed(&self) -> doichieu::Scan<'_> {
        match &self.0 {
            Arrived::Text(text) => doichieu::Scan::qr(text),
            Arrived::Frame(bytes) => doichieu::Scan::frame(bytes),
            Arrived::Sealed(bytes) => doichieu::Scan::sealed(bytes),
        }
    }
}

impl fmt::Debug for Scan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scan(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeroize::ZeroizeOnDrop;

    /// Compiles for what is wiped when it goes, and for nothing else.
    const fn wiped(_: &impl ZeroizeOnDrop) {}

    #[test]
    fn whatever_arrived_is_wiped_when_it_goes() {
        for scan in [Scan::qr("DC1:".into()), Scan::frame([1].into()), Scan::sealed([2].into())] {
            match &scan.0 {
                Arrived::Text(text) => wiped(text),
                Arrived::Frame(bytes) | Arrived::Sealed(bytes) => wiped(bytes),
            }
        }
    }
}
