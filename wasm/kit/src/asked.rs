//! Who asks, why and for what: verified by the same code that verifies papers, against the citizen's own lists.

use crate::object::{number, object};
use crate::selection;
use doichieu::Question;
use doichieu::reason::Language;
use doichieu_kit::answer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// An ask whose post the wallet's lists know: see [`doichieu::Asked`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Asked(pub(crate) doichieu::Asked);

#[wasm_bindgen]
impl Asked {
    /// Always `asked`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn kind(&self) -> String {
        "asked".to_owned()
    }

    /// Who asks.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn post(&self) -> String {
        self.0.post().to_owned()
    }

    /// In which role.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn role(&self) -> String {
        self.0.role().to_owned()
    }

    /// Why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn purpose(&self) -> Option<String> {
        self.0.purpose().name().map(str::to_owned)
    }

    /// The question that is asked instead of fields, in words, with what is promised: `{ name, vi, en, promise: { vi, en } }`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn question(&self) -> JsValue {
        self.0.question().map_or(JsValue::UNDEFINED, question)
    }

    /// For what: `{ kind: [field, …], … }`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fields(&self) -> JsValue {
        selection::written(&answer::wanted(&self.0))
    }

    /// For how long, in seconds.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn retention(&self) -> f64 {
        number(self.0.retention())
    }

    /// The app or web origin that the answer goes to.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.0.origin().map(str::to_owned)
    }

    /// When it ends.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn until(&self) -> f64 {
        number(self.0.until().seconds())
    }
}

/// A question in words.
pub(crate) fn question(of: Question) -> JsValue {
    let text = JsValue::from_str;
    let promise = [Language::Vi, Language::En].map(|language| text(Question::promise(language)));
    let [vi, en] = promise;
    object([
        ("name", text(of.name())),
        ("vi", text(of.text(Language::Vi))),
        ("en", text(of.text(Language::En))),
        ("promise", object([("vi", vi), ("en", en)])),
    ])
}
