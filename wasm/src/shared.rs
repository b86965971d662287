//! An inspection beside others: what a store is to keep of it, and what it answered.

use crate::clock::{seconds, whole};
use crate::object::{member, object};
use crate::report::Report;
use crate::thrown;
use core::cell::RefCell;
use doichieu::time::UnixTime;
use doichieu::{Showing, StoreAnswer};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// An inspection that waits for a store's word: see [`doichieu::Unsettled`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Unsettled {
    showing: Option<Showing>,
    waiting: RefCell<Option<doichieu::Unsettled>>,
}

#[wasm_bindgen]
impl Unsettled {
    /// `unsettled`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn kind(&self) -> JsValue {
        JsValue::from_str("unsettled")
    }

    /// What the store is to keep; `undefined`: nothing.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn showing(&self) -> JsValue {
        showing(self.showing.as_ref())
    }

    /// The report, with what the store answered. It is used up by an answer, and by nothing else.
    ///
    /// # Errors
    /// An `ArgumentError` for what is no answer, and after the first.
    pub fn settle(&self, answer: &JsValue) -> Result<Report, JsValue> {
        let answer = read_answer(answer)?;
        let waiting = self.waiting.borrow_mut().take();
        let used = || thrown::argument("argument.freed", "the report of this inspection was made already");
        Ok(Report::of(waiting.ok_or_else(used)?.settle(answer)))
    }
}

impl Unsettled {
    pub(crate) fn of(unsettled: doichieu::Unsettled) -> Self {
        Self { showing: unsettled.showing().copied(), waiting: RefCell::new(Some(unsettled)) }
    }
}

/// A showing from the bytes that a store kept; `undefined` for anything else.
#[wasm_bindgen(js_name = readShowing)]
#[must_use]
pub fn read_showing(bytes: &[u8]) -> JsValue {
    showing(Showing::from_bytes(bytes).as_ref())
}

/// The showing that an object with its bytes is of.
pub(crate) fn showing_of(of: &JsValue) -> Option<Showing> {
    Showing::from_bytes(&bytes_of(&member(of, "bytes"))?)
}

/// `{ key, showing, post, encounter?, at, until, bytes }`.
pub(crate) fn showing(of: Option<&Showing>) -> JsValue {
    let Some(of) = of else { return JsValue::UNDEFINED };
    let bytes = |bytes: &[u8]| Uint8Array::from(bytes).into();
    object(&[
        ("key", bytes(&of.key)),
        ("showing", bytes(&of.showing)),
        ("post", bytes(&of.post)),
        ("encounter", of.encounter.map_or(JsValue::UNDEFINED, |encounter| bytes(&encounter))),
        ("at", seconds(of.at).into()),
        ("until", seconds(of.until).into()),
        ("bytes", bytes(&of.to_bytes())),
    ])
}

/// `{ kind: "fresh" }`, `{ kind: "seen", showing }`, `{ kind: "seen", bytes }` or `{ kind: "failed" }`.
fn read_answer(of: &JsValue) -> Result<StoreAnswer, JsValue> {
    let kind = member(of, "kind").as_string();
    let seen = kind.as_deref() == Some("seen");
    let told = ["showing", "bytes"].iter().any(|name| !member(of, name).is_undefined());
    if told && !seen {
        return Err(no_answer());
    }
    match kind.as_deref() {
        Some("fresh") => Ok(StoreAnswer::Fresh),
        Some("failed") => Ok(StoreAnswer::Failed),
        Some("seen") => read_seen(of).ok_or_else(no_answer),
        _ => Err(no_answer()),
    }
}

fn no_answer() -> JsValue {
    thrown::argument("argument.answer", "what a store answered is fresh, seen with a showing or its bytes, or failed")
}

fn read_seen(of: &JsValue) -> Option<StoreAnswer> {
    let (bytes, plain) = (member(of, "bytes"), member(of, "showing"));
    let seen = match (bytes.is_undefined(), plain.is_undefined()) {
        (false, true) => Showing::from_bytes(&bytes_of(&bytes)?)?,
        (true, false) => read_plain_showing(&plain)?,
        _ => return None,
    };
    Some(StoreAnswer::Seen(seen))
}

/// A showing of its members, or with its bytes too: then both say the same.
fn read_plain_showing(of: &JsValue) -> Option<Showing> {
    let digest = |name: &str| <[u8; 32]>::try_from(bytes_of(&member(of, name))?).ok();
    let time = |name: &str| member(of, name).as_f64().and_then(whole).and_then(UnixTime::new);
    let encounter = if member(of, "encounter").is_undefined() { None } else { Some(digest("encounter")?) };
    let (key, showing, post) = (digest("key")?, digest("showing")?, digest("post")?);
    let (at, until, bytes) = (time("at")?, time("until")?, member(of, "bytes"));
    let mut seen = blank()?;
    (seen.key, seen.showing, seen.post) = (key, showing, post);
    (seen.encounter, seen.at, seen.until) = (encounter, at, until);
    (bytes.is_undefined() || bytes_of(&bytes)? == seen.to_bytes()).then_some(seen)
}

/// A showing whose members are all to be set: the core makes none but from bytes (docs/server.md).
fn blank() -> Option<Showing> {
    const DIGEST: [u8; 34] = {
        let mut digest = [0; 34];
        (digest[0], digest[1]) = (0x58, 32);
        digest
    };
    Showing::from_bytes(&[&[0x87, 1][..], &DIGEST, &DIGEST, &DIGEST, &[0x40, 0, 0]].concat())
}

fn bytes_of(of: &JsValue) -> Option<alloc::vec::Vec<u8>> {
    of.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
