//! Several showings of one check.

use crate::ask::Ask;
use crate::clock::{at, number};
use crate::inspector::Inspector;
use crate::object::{list, object};
use crate::report::Report;
use crate::report::slot::{SharedStop, Slot};
use doichieu::{Finding, StopPaper};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The reports of one check: see [`doichieu::Stop`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Stop {
    stop: SharedStop,
    slots: Vec<Slot>,
}

#[wasm_bindgen]
impl Stop {
    /// A stop at which nothing was shown yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self { stop: Rc::new(RefCell::new(doichieu::Stop::new())), slots: Vec::new() }
    }

    /// Adds a report, which stays readable where it is held. `false`: it does not fit, or is in a stop already.
    pub fn add(&mut self, report: &Report) -> bool {
        let added = report.slot().move_into(&self.stop);
        if added {
            self.slots.push(report.slot().clone());
        }
        added
    }

    /// The reports, in the order they came.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn reports(&self) -> Vec<Report> {
        self.slots.iter().cloned().map(Report::at_slot).collect()
    }

    /// Judges the papers of all showings together.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn judge(&self, inspector: &Inspector, ask: &Ask, now: Option<f64>) -> Result<JsValue, JsValue> {
        let report = self.stop.borrow_mut().judge(&inspector.0, &ask.0, at(now)?);
        Ok(object([
            ("kind", JsValue::from_str(report.verdict().name())),
            ("findings", list(report.findings().iter().map(finding))),
            ("papers", list(report.papers().iter().map(paper))),
        ]))
    }
}

fn paper(of: &StopPaper) -> JsValue {
    let kind = of.kind();
    object([
        ("report", of.report().into()),
        ("kind", kind.row().map_or_else(|| number(kind.number()).into(), |row| JsValue::from_str(row.name))),
        ("verdict", JsValue::from_str(of.verdict().name())),
        ("findings", list(of.findings().iter().map(finding))),
    ])
}

/// A finding, as in report JSON.
fn finding(of: &Finding) -> JsValue {
    let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    object([
        ("axis", JsValue::from_str(of.axis().name())),
        ("code", JsValue::from_str(of.code())),
        ("gravity", JsValue::from_str(of.gravity().name())),
        ("side", JsValue::from_str(of.side().name())),
        ("about", text(of.field_name())),
        ("age", of.age().map_or(JsValue::UNDEFINED, |age| number(age).into())),
        ("rule", text(of.rule())),
        ("token", of.token().map_or(JsValue::UNDEFINED, |token| token.into())),
    ])
}
