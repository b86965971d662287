//! Animated codes.

use crate::object::object;
use crate::report::unreadable;
use crate::scan::Scan;
use alloc::string::String;
use doichieu::{Progress, What};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroizing;

/// Collects the parts of animated codes: see [`doichieu::Frames`], which wipes them when they go.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Frames(doichieu::Frames);

#[wasm_bindgen]
impl Frames {
    /// Nothing collected yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the text of one code.
    pub fn push(&mut self, text: String) -> JsValue {
        progress(self.0.push(&Zeroizing::new(text)))
    }

    /// The showing, once one is complete.
    #[must_use]
    pub fn scan(&self) -> Option<Scan> {
        match self.0.complete()? {
            (What::Showing, bytes) => Some(Scan::frame(bytes.to_vec())),
            (What::SealedAnswer, bytes) => Some(Scan::sealed(bytes.to_vec())),
            _ => None,
        }
    }

    /// What is complete, and its bytes.
    #[must_use]
    pub fn complete(&self) -> JsValue {
        let Some((of, bytes)) = self.0.complete() else { return JsValue::UNDEFINED };
        object(&[("what", what(of)), ("bytes", Uint8Array::from(bytes).into())])
    }

    /// Drops what is complete, and goes on with the other candidates.
    pub fn reject(&mut self) {
        self.0.reject();
    }
}

fn progress(of: Progress) -> JsValue {
    let kind = |name: &str| ("kind", JsValue::from_str(name));
    match of {
        Progress::Still => object(&[kind("still")]),
        Progress::Ignored(why) => object(&[kind("ignored"), ("unreadable", unreadable(why))]),
        Progress::Collected { have, of } => object(&[kind("collected"), ("have", have.into()), ("of", of.into())]),
        Progress::Mismatched { of } => object(&[kind("mismatched"), ("of", of.into())]),
        Progress::Complete(of) => object(&[kind("complete"), ("what", what(of))]),
        _ => JsValue::UNDEFINED,
    }
}

fn what(of: What) -> JsValue {
    JsValue::from_str(match of {
        What::Showing => "showing",
        What::SealedAnswer => "sealed_answer",
        What::Bundle => "bundle",
        _ => "other",
    })
}
