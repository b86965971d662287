//! Claim values: only while a release has not ended.

use crate::clock::{Running, at, seconds};
use crate::inspector::Inspector;
use crate::matches;
use crate::names;
use crate::object::{list, of_kind, texts};
use crate::report::slot::Slot;
use crate::texts::Told;
use crate::thrown;
use crate::value;
use doichieu::field::Kind;
use doichieu::time::UnixTime;
use doichieu::{Hold, Proof};
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Values of one paper, until they end: see [`doichieu::Release`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Release {
    slot: Slot,
    paper: usize,
}

/// Values that may be seen now: see [`doichieu::Shown`]. JavaScript may keep it, so each reading asks the clock and the
/// release again.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Shown {
    slot: Slot,
    paper: usize,
    clock: Running,
}

#[wasm_bindgen]
impl Release {
    /// The values, if it has not ended on this clock: `Shown`, or `{ kind: "ended" }`, from then on for ever.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn at(&self, now: Option<f64>) -> Result<JsValue, JsValue> {
        let at = at(now)?;
        let living = self.with(|release| release.at(at).is_ok()).unwrap_or_default();
        let clock = Running::from(now);
        if living { Ok(Shown { slot: self.slot.clone(), paper: self.paper, clock }.into()) } else { Ok(ended()) }
    }

    /// When it ends.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn until(&self) -> Option<f64> {
        self.with(|release| seconds(release.until()))
    }

    /// When a screen takes it away, unless it is held.
    #[wasm_bindgen(getter, js_name = displayUntil)]
    #[must_use]
    pub fn display_until(&self) -> Option<f64> {
        self.with(|release| seconds(release.display_until()))
    }

    /// Holds it on the screen for a reason: three minutes longer each time, a quarter of an hour in all, never past its
    /// end. Answers the new display time.
    ///
    /// # Errors
    /// An `ArgumentError` for a reason that is none.
    pub fn hold(&self, reason: &str) -> Result<Option<f64>, JsValue> {
        let reason = [Hold::WritingRecord, Hold::HandingOver].into_iter().find(|hold| hold.code() == reason);
        let reason = reason.ok_or_else(|| thrown::argument("argument.hold", "no reason to hold is called so"))?;
        Ok(self.with(|release| seconds(release.hold(reason))))
    }

    /// Holds it no longer: it leaves the screen when it would have by itself. Answers that time.
    #[wasm_bindgen(js_name = letGo)]
    #[must_use]
    pub fn let_go(&self) -> Option<f64> {
        self.with(|release| seconds(release.let_go()))
    }

    /// Compares what somebody declared, `{ name?, birth?, number?, documentNumber? }`, with what it releases: levels,
    /// or `{ kind: "ended" }`.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn matches(&self, declared: &JsValue, now: Option<f64>) -> Result<JsValue, JsValue> {
        let (declared, at) = (matches::declared(declared)?, at(now)?);
        let compared = self.with(|release| release.matches(&declared, at).ok()).flatten();
        Ok(compared.map_or_else(ended, matches::translated))
    }

    /// A finding about its paper in words, with the days and classes that the paper says while it lives, and without
    /// them afterwards.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn words(&self, inspector: &Inspector, finding: &JsValue, now: Option<f64>) -> Result<JsValue, JsValue> {
        let (at, mut told) = (at(now)?, Told::read(finding, None)?);
        with(&self.slot, self.paper, |kind, release| told.fill(kind, release.at(at).ok().as_ref()));
        Ok(told.words(inspector.0.post().role()))
    }

    /// Ends it now.
    pub fn end(&self) {
        self.with(doichieu::Release::end);
    }
}

impl Release {
    pub(crate) const fn of(slot: Slot, paper: usize) -> Self {
        Self { slot, paper }
    }

    pub(crate) fn with<T>(&self, ask: impl FnOnce(&mut doichieu::Release) -> T) -> Option<T> {
        with(&self.slot, self.paper, |_, release| ask(release))
    }
}

#[wasm_bindgen]
impl Shown {
    /// `shown`, or `ended` meanwhile on the clock it was opened by.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn kind(&self) -> JsValue {
        let now = self.clock.now();
        let living = now.and_then(|now| with(&self.slot, self.paper, |_, release| release.at(now).is_ok()));
        JsValue::from_str(if living == Some(true) { "shown" } else { "ended" })
    }

    /// What it says of a field: shown, not shown, or ended meanwhile.
    ///
    /// # Errors
    /// An `ArgumentError` for a name that is no field of this kind of paper, or a time that is none.
    pub fn answer(&self, field: &str, now: Option<f64>) -> Result<JsValue, JsValue> {
        let at = self.reading(now)?;
        let answer = with(&self.slot, self.paper, |kind, release| {
            let of = names::field(kind, field)?;
            let Some(Ok(shown)) = at.map(|at| release.at(at)) else { return Ok(ended()) };
            let entry = shown.entries().find(|entry| entry.row().field == of);
            Ok(entry.map_or_else(|| of_kind("not_shown"), value::shown))
        });
        answer.unwrap_or_else(|| Ok(ended()))
    }

    /// The names of the fields it shows, in the order of the field table; none once it has ended.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn fields(&self, now: Option<f64>) -> Result<Array, JsValue> {
        let at = self.reading(now)?;
        let names = with(&self.slot, self.paper, |_, release| {
            Some(texts(release.at(at?).ok()?.entries().map(|entry| entry.name())))
        });
        Ok(names.flatten().unwrap_or_default())
    }

    /// Every field it shows, each with its label, its value and the value in words; none once it has ended.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn entries(&self, now: Option<f64>) -> Result<JsValue, JsValue> {
        let at = self.reading(now)?;
        let entries = with(&self.slot, self.paper, |_, release| Some(value::entries(release.at(at?).ok()?.entries())));
        Ok(entries.flatten().unwrap_or_else(|| list([])))
    }
}

impl Shown {
    /// The time of a reading. `None`: the host's clock says none, and then nothing is read.
    fn reading(&self, passed: Option<f64>) -> Result<Option<UnixTime>, JsValue> {
        if passed.is_some() { at(passed).map(Some) } else { Ok(self.clock.latest()) }
    }
}

fn with<T>(slot: &Slot, paper: usize, ask: impl FnOnce(Kind, &mut doichieu::Release) -> T) -> Option<T> {
    let asked = slot.with_paper(paper, |paper| {
        let kind = paper.kind();
        if let Proof::Proven(release) = paper.proof() { Some(ask(kind, release)) } else { None }
    });
    asked.flatten()
}

pub(crate) fn ended() -> JsValue {
    of_kind("ended")
}
