//! Where no code is shown: what may lawfully be done. No verdict, and the number by its name alone.

use crate::object::{list, object, object_with_unlisted, worded};
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

/// `{ kind, kinds, headline, form, steps }`, and `grouped` unlisted.
pub(crate) fn number(of: &NumberOnly) -> JsValue {
    let members = [
        ("kind", kind_name(of.kind())),
        ("kinds", list(of.kinds().iter().copied().map(kind_name))),
        ("headline", headline(of.headline())),
        ("form", form(of.form())),
        ("steps", lawful(of.steps(), of.kind())),
    ];
    object_with_unlisted(&members, "grouped", JsValue::from_str(&of.grouped()))
}

fn form(of: NumberForm) -> JsValue {
    worded(of.name(), of.text().of(Language::Vi), of.text().of(Language::En))
}
