//! What the phone shows: one code, or several in a loop.

use doichieu_kit::{animated, answer, frame};
use wasm_bindgen::prelude::wasm_bindgen;

/// A showing, ready for a screen.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Showing {
    pub(crate) bytes: Vec<u8>,
    pub(crate) sealed: bool,
}

#[wasm_bindgen]
impl Showing {
    /// The text of the one code: `DC1:…`, or `DC1S:…` for a sealed answer.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn text(&self) -> String {
        if self.sealed { answer::text(&self.bytes) } else { frame::text(&self.bytes) }
    }

    /// The texts of an animated code, with so many bytes in each part; one text alone is the still code.
    #[must_use]
    pub fn animated(&self, chunk: usize) -> Vec<String> {
        let what = if self.sealed { animated::SEALED_ANSWER } else { animated::PRESENTATION };
        let texts = animated::animate(&self.bytes, what, chunk);
        if texts.len() > 1 { texts } else { vec![self.text()] }
    }

    /// The bytes, for an app link.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.clone()
    }
}
