//! The citizen's side: who asks, why and for what, proven before anything is shown.

use crate::bundle::Bundle;
use crate::clock::{at, number, seconds};
use crate::object::{list, object, text};
use crate::report::kind_name;
use doichieu::Asked;
use doichieu::Language;
use doichieu::field::{FieldKey, Kind};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Opens asks: see [`doichieu::Asked`].
#[wasm_bindgen(js_name = Asked)]
#[derive(Debug)]
#[non_exhaustive]
pub struct AskedDoor;

#[wasm_bindgen(js_class = Asked)]
impl AskedDoor {
    /// Verifies an ask against the wallet's own lists: `{ kind: "asked", … }` or `{ kind: "refused", code, vi, en }`.
    ///
    /// # Errors
    /// An `ArgumentError` for a time that is none.
    pub fn open(text: &str, bundle: &Bundle, now: Option<f64>) -> Result<JsValue, JsValue> {
        Ok(match Asked::open(text, &bundle.0, at(now)?) {
            Ok(asked) => translated(&asked),
            Err(why) => object(&[
                ("kind", JsValue::from_str("refused")),
                ("code", JsValue::from_str(why.code())),
                ("vi", JsValue::from_str(why.text().of(Language::Vi))),
                ("en", JsValue::from_str(why.text().of(Language::En))),
            ]),
        })
    }
}

fn translated(of: &Asked) -> JsValue {
    let fields = of.fields().map(|(kind, fields)| {
        let names = fields.map(|key| field_name(kind, key));
        let sensitive = of.sensitive().filter(|(of, _)| *of == kind).map(|(_, key)| field_name(kind, key));
        object(&[("kind", kind_name(kind)), ("fields", list(names)), ("sensitive", list(sensitive))])
    });
    let told = of.sensitive().next().and_then(|(kind, key)| key.sensitivity(kind).text());
    object(&[
        ("kind", JsValue::from_str("asked")),
        ("post", JsValue::from_str(of.post())),
        ("role", JsValue::from_str(of.role())),
        ("purpose", text(of.purpose().name())),
        ("question", text(of.question().map(doichieu::Question::name))),
        ("fields", list(fields)),
        ("sensitive", told.map_or(JsValue::UNDEFINED, in_words)),
        ("retention", number(of.retention()).into()),
        ("displaySeconds", number(of.display_seconds()).into()),
        ("origin", text(of.origin())),
        ("until", seconds(of.until()).into()),
        ("isTest", of.is_test().into()),
        ("listsAge", number(of.lists_age()).into()),
        ("listsOverdue", of.lists_overdue().into()),
    ])
}

fn in_words(of: doichieu::Text) -> JsValue {
    object(&[("vi", JsValue::from_str(of.vi)), ("en", JsValue::from_str(of.en))])
}

pub(crate) fn field_name(kind: Kind, key: FieldKey) -> JsValue {
    key.row(kind).map_or_else(|| number(key.number()).into(), |row| JsValue::from_str(row.name))
}
