//! The unsigned codes on cards: read and compared, never verified.

use crate::clock::{at, number};
use crate::names;
use crate::object::{list, object, of_kind, texts, worded};
use crate::release::{Release, ended};
use crate::report::kind_name;
use crate::value;
use doichieu::plain::{self, Comparison};
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Which plain code a text has the outline of.
#[wasm_bindgen(js_name = plainKind)]
#[must_use]
pub fn plain_kind(text: &str) -> JsValue {
    crate::object::text(plain::recognise(text).map(plain::PlainKind::name))
}

/// What altered a code between its print and this text, by name; `undefined`: it does not look altered.
#[wasm_bindgen(js_name = whatAltered)]
#[must_use]
pub fn what_altered(text: &str) -> JsValue {
    crate::object::text(plain::what_altered(text).map(plain::Altered::name))
}

/// Reads a plain code: an `UnsignedReading`, or `{ kind: "unread", code, fault, part }`.
#[wasm_bindgen(js_name = readPlain)]
#[must_use]
pub fn read_plain(text: &str) -> JsValue {
    match plain::read(text) {
        Ok(reading) => UnsignedReading { code: reading.code(), reading: Some(reading) }.into(),
        Err(why) => object(&[
            ("kind", JsValue::from_str("unread")),
            ("code", JsValue::from_str(why.reason().code())),
            ("fault", JsValue::from_str(why.fault.name())),
            ("part", number(u64::try_from(why.part).unwrap_or_default()).into()),
        ]),
    }
}

/// What a plain code says: see [`doichieu::plain::UnsignedReading`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct UnsignedReading {
    code: plain::PlainKind,
    reading: Option<plain::UnsignedReading>,
}

#[wasm_bindgen]
impl UnsignedReading {
    /// Always `unsigned`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn kind(&self) -> JsValue {
        JsValue::from_str("unsigned")
    }

    /// Which code it was read from, in words.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn code(&self) -> JsValue {
        worded(self.code.name(), self.code.text().vi, self.code.text().en)
    }

    /// The kind of paper whose print it is.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn paper(&self) -> JsValue {
        kind_name(self.code.paper())
    }

    /// What to know about this reading.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn remarks(&self) -> JsValue {
        let remarks = self.reading.iter().flat_map(|reading| reading.remarks());
        list(remarks.map(|remark| worded(remark.name(), remark.text().vi, remark.text().en)))
    }

    /// The names of the fields it says something of; none once it has ended.
    #[must_use]
    pub fn fields(&self) -> Array {
        let fields = self.reading.iter().flat_map(plain::UnsignedReading::fields);
        texts(fields.map(|(row, _)| row.name))
    }

    /// What it says of a field, unproven.
    ///
    /// # Errors
    /// An `ArgumentError` for a name that is no field of this kind of paper.
    pub fn answer(&self, field: &str) -> Result<JsValue, JsValue> {
        let Some(reading) = &self.reading else { return Ok(ended()) };
        let of = names::field(self.code.paper(), field)?;
        let said = reading.entries().find(|entry| entry.row().field == of);
        Ok(said.map_or_else(|| of_kind("not_shown"), value::printed))
    }

    /// Everything it says, unproven, each with its label, its value and the value in words; none once it has ended.
    #[must_use]
    pub fn entries(&self) -> JsValue {
        value::entries(self.reading.iter().flat_map(plain::UnsignedReading::entries))
    }

    /// Holds it against what a proven paper shows now: `{ kind: "compared", fields, code? }`, or `{ kind: "ended" }`.
    /// No value in it.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn compare(&self, release: &Release, now: Option<f64>) -> Result<JsValue, JsValue> {
        let at = at(now)?;
        let Some(reading) = &self.reading else { return Ok(ended()) };
        let compared = release.with(|proven| reading.compare(proven, at).ok()).flatten();
        Ok(compared.map_or_else(ended, |comparison| translated(&comparison)))
    }

    /// Ends it: its values are wiped.
    pub fn end(&mut self) {
        self.reading = None;
    }
}

fn translated(of: &Comparison) -> JsValue {
    let fields = of.fields().iter().map(|compared| {
        let likeness = compared.likeness;
        let likeness = worded(likeness.name(), likeness.text().vi, likeness.text().en);
        object(&[("field", JsValue::from_str(compared.row.name)), ("likeness", likeness)])
    });
    let code = crate::object::text(of.reason().map(doichieu::reason::Reason::code));
    object(&[("kind", JsValue::from_str("compared")), ("fields", list(fields)), ("code", code)])
}
