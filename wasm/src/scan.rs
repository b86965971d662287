//! What was scanned.

use crate::object::{object, of_kind};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use doichieu::{Found, ScannedText};
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroizing;

/// The forms in which something arrives, each wiped when it goes.
#[derive(Clone)]
enum Arrived {
    Text(Zeroizing<String>),
    Frame(Zeroizing<Vec<u8>>),
    Sealed(Zeroizing<Vec<u8>>),
}

/// Something scanned or received: see [`doichieu::Scan`]. What JavaScript passed became ours with the call, so no copy
/// stays behind in here.
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

/// The text of bytes that a scanner or a program wrote: see [`ScannedText`].
#[wasm_bindgen(js_name = scannedText)]
#[must_use]
pub fn scanned_text(bytes: Vec<u8>) -> JsValue {
    JsValue::from_str(ScannedText::of(&Zeroizing::new(bytes)).as_str())
}

/// Which of the codes of one picture is meant: see [`doichieu::pick`]. `{ kind, text? }`.
///
/// # Errors
/// An `ArgumentError` for anything in the list that is no text.
#[wasm_bindgen(js_name = pick)]
pub fn pick(texts: &Array) -> Result<JsValue, JsValue> {
    let texts: Option<Vec<_>> = Array::is_array(texts)
        .then_some(texts)
        .and_then(|texts| texts.iter().map(|text| text.as_string().map(Zeroizing::new)).collect());
    let texts = texts.ok_or_else(|| crate::thrown::argument("argument.texts", "not a list of texts"))?;
    Ok(found(doichieu::pick(texts.iter().map(|text| text.as_str()))))
}

fn found(of: Found<'_>) -> JsValue {
    let with = |kind: &str, text: &str| object(&[("kind", JsValue::from_str(kind)), ("text", JsValue::from_str(text))]);
    match of {
        Found::Ours(text) => with("ours", text),
        Found::Parts(text) => with("parts", text),
        Found::Plain(text) => with("plain", text),
        Found::Foreign(text) => with("foreign", text),
        Found::Several => of_kind("several"),
        // Nothing; and what this layer knows no name for yet is not taken.
        _ => of_kind("nothing"),
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
