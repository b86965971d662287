//! The one call.

use crate::ask::{self, Ask, AskDraft};
use crate::bundle::Bundle;
use crate::clock::at;
use crate::encounter_seed::{EncounterSeed, read_salt};
use crate::memory::Memory;
use crate::names;
use crate::post::Post;
use crate::report::{Report, unreadable};
use crate::scan::Scan;
use crate::shared::Unsettled;
use crate::texts::{self, Told};
use crate::thrown;
use crate::unchecked;
use alloc::string::String;
use alloc::sync::Arc;
use doichieu::RecomputeError;
use doichieu::reason::Filling;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A post with the bundle it works by: see [`doichieu::Inspector`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inspector(pub(crate) doichieu::Inspector);

#[wasm_bindgen]
impl Inspector {
    /// An inspector for a post that was opened against this very bundle.
    ///
    /// # Errors
    /// A `SetUpError` otherwise.
    #[wasm_bindgen(constructor)]
    pub fn new(bundle: &Bundle, post: &Post) -> Result<Self, JsValue> {
        doichieu::Inspector::new(Arc::clone(&bundle.0), post.0.clone()).map(Self).map_err(thrown::set_up)
    }

    /// An ask for what a citizen shows unprompted: everything allowed, the answer to a question, or on a legal basis
    /// too.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    pub fn unprompted(&self, purpose: &str, encounter: &EncounterSeed, how: &JsValue) -> Result<Ask, JsValue> {
        ask::unprompted(&self.0, purpose, encounter, how)
    }

    /// Drafts a challenge, for the post's key to sign.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    pub fn ask(
        &self,
        wants: &JsValue,
        seed: &[u8],
        encounter: &EncounterSeed,
        now: Option<f64>,
    ) -> Result<AskDraft, JsValue> {
        let draft = self.0.ask(&ask::wants(wants)?, &ask::seed(seed)?, &encounter.0, at(now)?);
        draft.map(AskDraft).map_err(thrown::ask)
    }

    /// Takes up a challenge that this post made from this seed.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    pub fn resume(&self, challenge: &str, seed: &[u8], encounter: &EncounterSeed) -> Result<Ask, JsValue> {
        self.0.resume(challenge, &ask::seed(seed)?, &encounter.0).map(Ask).map_err(thrown::ask)
    }

    /// Inspects one showing: a report, or what says that it is not a document.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn inspect(&self, scan: &Scan, ask: &Ask, memory: &mut Memory, now: Option<f64>) -> Result<JsValue, JsValue> {
        let seen = self.0.inspect(scan.borrowed(), &ask.0, at(now)?, &mut memory.0);
        Ok(seen.map_or_else(unreadable, |report| Report::of(report).into()))
    }

    /// Inspects one showing beside others, up to a store's word: what waits for it, or what says that it is not a
    /// document.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    #[wasm_bindgen(js_name = inspectShared)]
    pub fn inspect_shared(
        &self,
        scan: &Scan,
        ask: &Ask,
        memory: &Memory,
        now: Option<f64>,
    ) -> Result<JsValue, JsValue> {
        let unsettled = self.0.inspect_shared(scan.borrowed(), &ask.0, at(now)?, &memory.0);
        Ok(unsettled.map_or_else(unreadable, |unsettled| Unsettled::of(unsettled).into()))
    }

    /// Computes a report again from what was lawfully kept.
    ///
    /// # Errors
    /// An `ArgumentError` for a memory extract that is none.
    pub fn recompute(&self, frame: &[u8], ask: &Ask, now: f64, extract: &[u8]) -> Result<JsValue, JsValue> {
        match self.0.recompute(frame, &ask.0, at(Some(now))?, extract) {
            Ok(report) => Ok(Report::of(report).into()),
            Err(RecomputeError::Frame(why)) => Ok(unreadable(why)),
            Err(_) => Err(thrown::argument("argument.extract", "not a memory extract of a report")),
        }
    }

    /// The frame of a scan, to keep under a legal basis: bytes, `undefined` if it is no answer to this ask, or what
    /// says that it is not a document.
    #[must_use]
    pub fn unsealed(&self, scan: &Scan, ask: &Ask) -> JsValue {
        let frame = self.0.unsealed(scan.borrowed(), &ask.0);
        frame.map_or_else(unreadable, |frame| {
            frame.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes.as_slice()).into())
        })
    }

    /// The ask of a challenge without its key, to recompute with.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    #[wasm_bindgen(js_name = keptAsk)]
    pub fn kept_ask(&self, challenge: &str, salt: &[u8]) -> Result<Ask, JsValue> {
        self.0.kept_ask(challenge, &read_salt(salt)?).map(Ask).map_err(thrown::ask)
    }

    /// What may be done when no code at all is shown: no verdict.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    #[wasm_bindgen(js_name = nothingShown)]
    pub fn nothing_shown(&self, purpose: &str, kind: &str, now: Option<f64>) -> Result<JsValue, JsValue> {
        let shown = self.0.nothing_shown(names::purpose(purpose)?, names::kind(kind)?, at(now)?);
        shown.map(|nothing| unchecked::nothing(&nothing)).map_err(thrown::ask)
    }

    /// Reads a number that was told or typed instead: its form and the steps, never the number.
    ///
    /// # Errors
    /// An `AskError`, or an `ArgumentError`.
    #[wasm_bindgen(js_name = numberOnly)]
    pub fn number_only(
        &self,
        purpose: &str,
        kind: Option<String>,
        text: &str,
        now: Option<f64>,
    ) -> Result<JsValue, JsValue> {
        let kind = kind.map(|kind| names::kind(&kind)).transpose()?;
        let told = self.0.number_only(names::purpose(purpose)?, kind, text, at(now)?);
        told.map(|number| unchecked::number(&number)).map_err(thrown::ask)
    }

    /// What may be done next about a reason, in this post's role, where no finding of a report is at hand.
    ///
    /// # Errors
    /// An `ArgumentError` for a code that is none.
    pub fn step(&self, code: &str) -> Result<JsValue, JsValue> {
        let role = self.0.post().role();
        Ok(texts::step(role.step(names::reason(code)?), &Filling::default().at(role.setting())))
    }

    /// A finding of a report in words: what it says, the one step that follows in this role, what may be said aloud.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn words(&self, finding: &JsValue, kind: Option<String>) -> Result<JsValue, JsValue> {
        Ok(Told::read(finding, kind.as_deref())?.words(self.0.post().role()))
    }
}
