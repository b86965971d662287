//! Claim values for JavaScript: the core's one shape and its one wording. `null`: the paper says that there is none.

use crate::object::{list, object};
use crate::report::kind_name;
use doichieu::{Entry, Language};
use js_sys::{JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// `{ kind: "shown", value, signed? }`. Text is made safe for a screen; `signed` is the text as the issuer signed it.
pub(crate) fn shown(entry: Entry<'_>) -> JsValue {
    object(&[
        ("kind", JsValue::from_str("shown")),
        ("value", value(entry)),
        ("signed", crate::object::text(entry.value().as_text())),
    ])
}

/// `{ kind: "shown", value }` of an unsigned code: nobody signed it.
pub(crate) fn printed(entry: Entry<'_>) -> JsValue {
    object(&[("kind", JsValue::from_str("shown")), ("value", value(entry))])
}

/// `{ kind, name, label, value, text, display, below }` of each, in order.
pub(crate) fn entries<'a>(of: impl Iterator<Item = Entry<'a>>) -> JsValue {
    list(of.map(entry))
}

fn entry(of: Entry<'_>) -> JsValue {
    let below: &mut dyn Iterator<Item = Entry<'_>> = &mut of.below();
    object(&[
        ("kind", kind_name(of.kind())),
        ("name", JsValue::from_str(of.name())),
        ("label", in_both(&|language| JsValue::from_str(of.label(language)))),
        ("value", value(of)),
        ("text", in_both(&|language| JsValue::from_str(of.text(language).as_str()))),
        ("display", JsValue::from_str(of.display().name())),
        ("below", list(below.map(entry))),
    ])
}

fn in_both(say: &dyn Fn(Language) -> JsValue) -> JsValue {
    object(&[("vi", say(Language::Vi)), ("en", say(Language::En))])
}

/// In the shape of the command line's JSON, frozen.
fn value(entry: Entry<'_>) -> JsValue {
    let parsed = entry.to_json().and_then(|json| JSON::parse(json.as_str()).ok());
    parsed.map_or(JsValue::UNDEFINED, frozen)
}

fn frozen(of: JsValue) -> JsValue {
    if !of.is_object() {
        return of;
    }
    let object = of.unchecked_ref::<Object>();
    Object::values(object).iter().for_each(|inner| drop(frozen(inner)));
    Object::freeze(object).into()
}
