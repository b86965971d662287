//! Where no code is shown: what may lawfully be done. No verdict, and never the number.

use crate::object::{object, worded};
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

/// `{ kind, headline, form, steps }`.
pub(crate) fn number(of: &NumberOnly) -> JsValue {
    object(&[
        ("kind", kind_name(of.kind())),
        ("headline", headline(of.headline())),
        ("form", form(of.form())),
        ("steps", lawful(of.steps(), of.kind())),
    ])
}

fn form(of: NumberForm) -> JsValue {
    worded(of.name(), of.text().of(Language::Vi), of.text().of(Language::En))
}
