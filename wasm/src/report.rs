//! The one answer.

use crate::clock::seconds;
use crate::object::{list, member, object, set};
use crate::release::Release;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::cell::OnceCell;
use doichieu::field::Kind;
use doichieu::input::Unreadable;
use doichieu::{Headline, Question};
use js_sys::{Array, JSON, Object, Uint8Array};
use slot::Slot;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

pub(crate) mod slot;

/// The report of one inspection: see [`doichieu::Report`]. Its facts are those of its canonical JSON, read once when
/// first asked for.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    slot: Slot,
    facts: OnceCell<JsValue>,
    papers: OnceCell<JsValue>,
}

#[wasm_bindgen]
impl Report {
    /// `accept`, `refer` or `refuse`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn kind(&self) -> JsValue {
        self.slot.with(|report| JsValue::from_str(report.verdict().name()))
    }

    /// The headline for a screen.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn headline(&self) -> JsValue {
        self.slot.with(|report| headline(report.headline()))
    }

    /// Findings about the showing as a whole.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn findings(&self) -> JsValue {
        member(self.facts(), "findings")
    }

    /// How much it rests on.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn assurance(&self) -> JsValue {
        member(self.facts(), "assurance")
    }

    /// What was established between the papers.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn relations(&self) -> JsValue {
        member(self.facts(), "relations")
    }

    /// The legal basis of the ask, by code; none: the citizen's consent alone.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn basis(&self) -> JsValue {
        member(self.facts(), "basis")
    }

    /// The papers; a proven one has its release.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn papers(&self) -> JsValue {
        self.papers.get_or_init(|| self.read_papers()).clone()
    }

    /// When the inspection was made.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn at(&self) -> f64 {
        self.slot.with(|report| seconds(report.at()))
    }

    /// Whether a test root stands behind it.
    #[wasm_bindgen(getter, js_name = isTest)]
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.slot.with(doichieu::Report::is_test)
    }

    /// Canonical JSON, the same bytes as everywhere.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn json(&self) -> String {
        self.slot.with(doichieu::Report::to_json)
    }

    /// What `JSON.stringify` writes: the canonical JSON again.
    #[wasm_bindgen(js_name = toJSON)]
    #[must_use]
    pub fn to_json(&self) -> JsValue {
        parsed(&self.json())
    }

    /// The signed consent itself, to keep as proof without the values; `undefined` where there is none to keep.
    #[wasm_bindgen(js_name = consentProof)]
    #[must_use]
    pub fn consent_proof(&self) -> Option<Uint8Array> {
        self.slot.with(|report| report.consent_proof().map(|proof| Uint8Array::from(proof.as_bytes())))
    }

    /// Which showing it was, and until when it can pass; `undefined` where nothing was proven or a printed code was
    /// read.
    #[must_use]
    pub fn showing(&self) -> JsValue {
        self.slot.with(|report| crate::shared::showing(report.showing()))
    }

    /// Whether this inspection is the first use of its showing, or the first one tried again.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn consumed(&self) -> bool {
        self.slot.with(doichieu::Report::consumed)
    }

    /// Whether a person at the post said that it is still the same person who shows this.
    #[wasm_bindgen(getter, js_name = stillThisPerson)]
    #[must_use]
    pub fn still_this_person(&self) -> bool {
        self.slot.with(doichieu::Report::still_this_person)
    }

    /// How far this device's clock and the phone's are apart: a hint, `{ seconds, phone }`, or `undefined`.
    #[wasm_bindgen(getter, js_name = clockDifference)]
    #[must_use]
    pub fn clock_difference(&self) -> JsValue {
        self.slot.with(doichieu::Report::clock_difference).map_or(JsValue::UNDEFINED, |apart| {
            object(&[
                ("seconds", crate::clock::number(apart.seconds).into()),
                ("phone", JsValue::from_str(apart.phone.name())),
            ])
        })
    }

    /// What it took from the memory, to compute it again.
    #[wasm_bindgen(js_name = memoryExtract)]
    #[must_use]
    pub fn memory_extract(&self) -> Uint8Array {
        self.slot.with(|report| Uint8Array::from(report.memory_extract().as_slice()))
    }
}

impl Report {
    pub(crate) fn of(report: doichieu::Report) -> Self {
        Self::at_slot(Slot::alone(report))
    }

    pub(crate) const fn at_slot(slot: Slot) -> Self {
        Self { slot, facts: OnceCell::new(), papers: OnceCell::new() }
    }

    pub(crate) const fn slot(&self) -> &Slot {
        &self.slot
    }

    fn facts(&self) -> &JsValue {
        self.facts.get_or_init(|| parsed(&self.json()))
    }

    fn read_papers(&self) -> JsValue {
        let headlines =
            self.slot.with(|report| report.papers().iter().map(|paper| paper.headline()).collect::<Vec<_>>());
        let papers = Array::from(&member(self.facts(), "papers"));
        list((0..).zip(papers.iter()).zip(headlines).map(|((place, paper), of)| {
            set(&paper, "headline", &headline(of));
            if member(&paper, "proof") == "proven" {
                set(&paper, "release", &Release::of(self.slot.clone(), place).into());
            }
            if let Some(question) = question(&member(&paper, "question")) {
                set(&paper, "question", &JsValue::from_str(question.name()));
            }
            Object::freeze(paper.unchecked_ref::<Object>()).into()
        }))
    }
}

/// What says that a scan is not a document.
pub(crate) fn unreadable(why: Unreadable) -> JsValue {
    object(&[
        ("kind", JsValue::from_str("unreadable")),
        ("headline", headline(Headline::of_unread(why.reason()))),
        ("code", JsValue::from_str(why.reason().code())),
        ("layer", JsValue::from_str(why.layer.name())),
        ("at", why.at.into()),
        ("log", JsValue::from_str(&why.to_string())),
    ])
}

/// A headline with its words.
pub(crate) fn headline(of: Headline) -> JsValue {
    let name = JsValue::from_str;
    object(&[("name", name(of.name())), ("vi", name(of.text().vi)), ("en", name(of.text().en))])
}

/// The registry's name of a kind, or its number.
pub(crate) fn kind_name(of: Kind) -> JsValue {
    of.row().map_or_else(|| crate::clock::number(of.number()).into(), |row| JsValue::from_str(row.name))
}

/// The question that an answered paper names by number.
fn question(of: &JsValue) -> Option<Question> {
    Question::from_number(of.as_f64().and_then(crate::clock::whole)?)
}

pub(crate) fn parsed(json: &str) -> JsValue {
    // The core wrote it.
    JSON::parse(json).unwrap_or(JsValue::NULL)
}
