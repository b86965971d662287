//! Several showings of one check, and what nobody showed.

use crate::clock::at;
use crate::encounter_seed::EncounterSeed;
use crate::inspector::Inspector;
use crate::names;
use crate::object::{list, member, object, set};
use crate::report::slot::{SharedEncounter, Slot};
use crate::report::{Report, headline, parsed};
use crate::thrown;
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::RefCell;
use doichieu::{EncounterReport, EncounterShowing, Seen};
use js_sys::{Array, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The reports of one check: see [`doichieu::Encounter`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Encounter {
    encounter: SharedEncounter,
    slots: Vec<Slot>,
}

#[wasm_bindgen]
impl Encounter {
    /// An encounter at which nothing was shown yet.
    ///
    /// # Errors
    /// An `ArgumentError` for a purpose that is none.
    #[wasm_bindgen(constructor)]
    pub fn new(inspector: &Inspector, purpose: &str, seed: &EncounterSeed) -> Result<Self, JsValue> {
        let encounter = doichieu::Encounter::new(&inspector.0, names::purpose(purpose)?, &seed.0);
        Ok(Self { encounter: Rc::new(RefCell::new(encounter)), slots: Vec::new() })
    }

    /// Adds a report; it stays readable where it is held.
    ///
    /// # Errors
    /// A `EncounterError`: it is of another post, bundle, purpose or encounter, or does not fit; the report stays as it
    /// was.
    pub fn add(&mut self, report: &Report) -> Result<(), JsValue> {
        report.slot().move_into(&self.encounter).map_err(thrown::encounter)?;
        self.slots.push(report.slot().clone());
        Ok(())
    }

    /// Puts a report in the place of one that has ended: that phone's code, shown again. What stood there is by itself
    /// from then on.
    ///
    /// # Errors
    /// A `EncounterError`: as of `add`, or nothing has ended there, papers are missing, or what was found stands.
    #[wasm_bindgen(js_name = addAgain)]
    pub fn add_again(&mut self, place: usize, report: &Report, now: Option<f64>) -> Result<(), JsValue> {
        let (at, before) = ((place, at(now)?), self.slots.get(place));
        report.slot().take_place(&self.encounter, at, before).map_err(thrown::encounter)?;
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = report.slot().clone();
        }
        Ok(())
    }

    /// A code that was no document: while it is not read again, nothing is accepted.
    #[wasm_bindgen(js_name = addUnread)]
    pub fn add_unread(&mut self) {
        self.encounter.borrow_mut().add_unread();
    }

    /// One of those was read, and its report is added like any other. Answers whether one was open.
    #[wasm_bindgen(js_name = readAfterAll)]
    pub fn read_after_all(&mut self) -> bool {
        self.encounter.borrow_mut().read_after_all()
    }

    /// The reports, in the order they came.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn reports(&self) -> Vec<Report> {
        self.slots.iter().cloned().map(Report::at_slot).collect()
    }

    /// Whether it takes no more.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn full(&self) -> bool {
        self.encounter.borrow().is_full()
    }

    /// Judges the papers of all showings together, beside what stands there: `{ vehicle?, plate? }`.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn judge(&self, seen: &JsValue, now: Option<f64>) -> Result<JsValue, JsValue> {
        Ok(translated(&self.encounter.borrow_mut().judge(&scene(seen)?, at(now)?)))
    }
}

/// What stands there.
fn scene(of: &JsValue) -> Result<Seen, JsValue> {
    let (vehicle, plate) = (names::object_in(of, "vehicle")?, names::text_in(of, "plate")?);
    let seen = match vehicle {
        Some(vehicle) => Seen::default().for_vehicle(names::vehicle(&vehicle)?),
        None => Seen::default(),
    };
    Ok(plate.into_iter().fold(seen, Seen::for_plate))
}

/// Its canonical JSON, read, with what only a screen needs.
fn translated(report: &EncounterReport) -> JsValue {
    let json = report.to_json();
    let facts = parsed(&json);
    let (papers, needs) = (Array::from(&member(&facts, "papers")), Array::from(&member(&facts, "needs")));
    let papers = papers.iter().zip(report.papers()).map(|(paper, of)| {
        // Its JSON calls the place of the report `showing`.
        set(&paper, "report", &member(&paper, "showing"));
        set(&paper, "headline", &headline(of.headline()));
        Object::freeze(paper.unchecked_ref::<Object>()).into()
    });
    let needs = needs.iter().zip(report.needs()).map(|(need, of)| {
        set(&need, "law", &JsValue::from_str(of.law()));
        set(&need, "steps", &crate::texts::lawful(of.steps(), of.kind()));
        Object::freeze(need.unchecked_ref::<Object>()).into()
    });
    object(&[
        ("kind", JsValue::from_str(report.verdict().name())),
        ("headline", headline(report.headline())),
        ("findings", member(&facts, "findings")),
        ("papers", list(papers)),
        ("needs", list(needs)),
        ("showings", list(report.showings().iter().map(showing))),
        ("unread", member(&facts, "unread")),
        ("json", JsValue::from_str(&json)),
    ])
}

/// What one showing comes to.
fn showing(of: &EncounterShowing) -> JsValue {
    object(&[
        ("kind", JsValue::from_str(of.verdict().name())),
        ("headline", headline(of.headline())),
        ("ended", of.has_ended().into()),
    ])
}
