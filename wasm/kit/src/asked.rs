//! Who asks, why and for what: verified by the same code that verifies papers, against the citizen's own lists.

use crate::object::{error, number, object};
use crate::selection;
use core::cell::RefCell;
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{AskRefused, Bundle, Digits, Question};
use doichieu_kit::answer;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// An ask whose post the wallet's lists know: see [`doichieu::Asked`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Asked {
    of: doichieu::Asked,
    ready: Ready,
    over: Over,
}

/// Whether it may be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ready {
    /// The citizen has still to find its digits, or a caller to be named.
    NotYet,
    Yes,
    /// Other digits were picked, or somebody else called.
    Over,
}

/// Asks that are over, by digest, for as long as the phone is there: no second try at the same one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Over(Rc<RefCell<Vec<[u8; 32]>>>);

/// Opens an ask against the wallet's lists, unless it is over.
pub(crate) fn open(text: &str, lists: &Bundle, at: UnixTime, over: &Over) -> JsValue {
    match doichieu::Asked::open(text, lists, at) {
        Err(why) => refused(why),
        Ok(of) if over.0.borrow().contains(of.digest()) => refused(AskRefused::DigitsDiffer),
        Ok(of) => Asked { of, ready: Ready::NotYet, over: over.clone() }.into(),
    }
}

/// `{ kind: "refused", code, vi, en }`.
pub(crate) fn refused(why: AskRefused) -> JsValue {
    object([
        ("kind", JsValue::from_str("refused")),
        ("code", JsValue::from_str(why.code())),
        ("vi", JsValue::from_str(why.text().of(Language::Vi))),
        ("en", JsValue::from_str(why.text().of(Language::En))),
    ])
}

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
        self.of.post().to_owned()
    }

    /// In which role.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn role(&self) -> String {
        self.of.role().to_owned()
    }

    /// Why.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn purpose(&self) -> Option<String> {
        self.of.purpose().name().map(str::to_owned)
    }

    /// The question that is asked instead of fields, in words, with what is promised:
    /// `{ name, vi, en, promise: { vi, en } }`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn question(&self) -> JsValue {
        self.of.question().map_or(JsValue::UNDEFINED, question)
    }

    /// For what: `{ kind: [field, …], … }`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fields(&self) -> JsValue {
        selection::written(&answer::wanted(&self.of))
    }

    /// For how long, in seconds.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn retention(&self) -> f64 {
        number(self.of.retention())
    }

    /// How long it may stand on the post's screens, in seconds: said before anything is agreed to, and written into the
    /// answer.
    #[wasm_bindgen(getter, js_name = displaySeconds)]
    #[must_use]
    pub fn display_seconds(&self) -> f64 {
        number(self.of.display_seconds())
    }

    /// The app or web origin that the answer goes to.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.of.origin().map(str::to_owned)
    }

    /// When it ends.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn until(&self) -> f64 {
        number(self.of.until().seconds())
    }

    /// Whether a test root stands behind the lists that vouch for who asks.
    #[wasm_bindgen(getter, js_name = isTest)]
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.of.is_test()
    }

    /// How old these lists are, in seconds.
    #[wasm_bindgen(getter, js_name = listsAge)]
    #[must_use]
    pub fn lists_age(&self) -> f64 {
        number(self.of.lists_age())
    }

    /// Whether newer lists are due.
    #[wasm_bindgen(getter, js_name = listsOverdue)]
    #[must_use]
    pub fn lists_overdue(&self) -> bool {
        self.of.lists_overdue()
    }

    /// Three pairs of digits, one of which stands on the screen of who asks. `random`: 16 random bytes, new for each
    /// ask.
    ///
    /// # Errors
    /// An `Error` for random bytes that are none.
    pub fn choices(&self, random: &[u8]) -> Result<Vec<String>, JsValue> {
        let random: [u8; 16] = random.try_into().map_err(|_| error("16 random bytes are needed"))?;
        Ok(self.of.choices(&random).map(|digits| digits.to_string()).to_vec())
    }

    /// Takes what the citizen picked; nothing, if none of the three stands there. `undefined`, or
    /// `{ kind: "refused", … }`: then the ask is over, for good.
    #[must_use]
    pub fn picked(&mut self, digits: Option<String>) -> JsValue {
        let digits = digits.as_deref().and_then(Digits::read).ok_or(AskRefused::DigitsDiffer);
        let picked = digits.and_then(|digits| self.of.clone().picked(digits));
        self.settle(picked.is_ok());
        picked.map_or_else(refused, |_| JsValue::UNDEFINED)
    }

    /// Says who called, where the ask came from an app or a page on this phone: whether it is the one that the ask
    /// names.
    #[wasm_bindgen(js_name = calledBy)]
    #[must_use]
    pub fn called_by(&mut self, origin: &str) -> bool {
        let same = self.of.origin() == Some(origin);
        self.settle(same);
        same
    }
}

impl Asked {
    /// Once over, over.
    fn settle(&mut self, good: bool) {
        self.ready = match self.ready {
            Ready::NotYet | Ready::Yes if good => Ready::Yes,
            _ => Ready::Over,
        };
        if self.ready == Ready::Over {
            self.over.0.borrow_mut().push(*self.of.digest());
        }
    }

    /// What it asks.
    pub(crate) const fn of(&self) -> &doichieu::Asked {
        &self.of
    }

    /// The ask, if it may be answered.
    pub(crate) fn to_answer(&self) -> Option<&doichieu::Asked> {
        (self.ready == Ready::Yes).then_some(&self.of)
    }
}

/// A question in words.
pub(crate) fn question(of: Question) -> JsValue {
    let text = JsValue::from_str;
    let promise = [Language::Vi, Language::En].map(|language| text(Question::promise().of(language)));
    let [vi, en] = promise;
    object([
        ("name", text(of.name())),
        ("vi", text(of.text().of(Language::Vi))),
        ("en", text(of.text().of(Language::En))),
        ("promise", object([("vi", vi), ("en", en)])),
    ])
}
