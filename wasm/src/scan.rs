//! What was scanned.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use wasm_bindgen::prelude::wasm_bindgen;

/// The forms in which something arrives.
#[derive(Clone)]
enum Arrived {
    Text(String),
    Frame(Vec<u8>),
    Sealed(Vec<u8>),
}

/// Something scanned or received: see [`doichieu::Scan`].
#[wasm_bindgen]
#[derive(Clone)]
pub struct Scan(Arrived);

#[wasm_bindgen]
impl Scan {
    /// The text of a QR code, exactly as the reader of the code gave it.
    #[must_use]
    pub fn qr(text: String) -> Self {
        Self(Arrived::Text(text))
    }

    /// The bytes of a frame.
    #[must_use]
    pub fn frame(bytes: Vec<u8>) -> Self {
        Self(Arrived::Frame(bytes))
    }

    /// The bytes of a sealed answer.
    #[must_use]
    pub fn sealed(bytes: Vec<u8>) -> Self {
        Self(Arrived::Sealed(bytes))
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
