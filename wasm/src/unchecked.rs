//! Where no code is shown: what may lawfully be done. No verdict, and never the number.

use crate::object::{list, object, worded};
use crate::report::{headline, kind_name};
use crate::texts::lawful;
use doichieu::Language;
use doichieu::{NothingShown, NumberForm, NumberOnly};
use wasm_bindgen::JsValue;

/// `{ kind, headline, steps }`.
pub(crate) fn nothing(of: &NothingShown) -> JsValue {
    object(&[
        ("kind", kind_name(of.kind())),
        ("headline", headline(of.headline())),
        ("steps", lawful(of.steps(), of.kind())),
    ])
}

/// `{ kind, kinds, headline, form, grouped, steps }`.
pub(crate) fn number(of: &NumberOnly) -> JsValue {
    object(&[
        ("kind", kind_name(of.kind())),
        ("headline", headline(of.headline())),
        ("kinds", list(of.kinds().iter().copied().map(kind_name))),
        ("form", form(of.form())),
        ("grouped", JsValue::from_str(&of.grouped())),
        ("steps", lawful(of.steps(), of.kind())),
    ])
}

fn form(of: NumberForm) -> JsValue {
    worded(of.name(), of.text().of(Language::Vi), of.text().of(Language::En))
}
