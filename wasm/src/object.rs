//! Plain objects and arrays.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A frozen object of named members. A member that is `undefined` is left out.
pub(crate) fn object(members: &[(&str, JsValue)]) -> JsValue {
    Object::freeze(&filled(members)).into()
}

/// The same with a member that is read by its name alone: no log, copy or JSON of the object has it.
pub(crate) fn object_with_unlisted(members: &[(&str, JsValue)], name: &str, value: JsValue) -> JsValue {
    let filled = filled(members);
    Object::define_property(&filled, &JsValue::from_str(name), object(&[("value", value)]).unchecked_ref());
    Object::freeze(&filled).into()
}

fn filled(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        if !value.is_undefined() {
            set(&object, name, value);
        }
    }
    object
}

/// A frozen array.
pub(crate) fn list(items: impl IntoIterator<Item = JsValue>) -> JsValue {
    let array = Array::new();
    for item in items {
        array.push(&item);
    }
    Object::freeze(&array).into()
}

/// Sets a member of an object that is not frozen.
pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Only a frozen object or a proxy refuses, and these are ours.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// A member of an object that a caller passed; `undefined` where there is none.
pub(crate) fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A text, or `undefined`.
pub(crate) fn text(of: Option<&str>) -> JsValue {
    of.map_or(JsValue::UNDEFINED, JsValue::from_str)
}

/// An array of texts that is the caller's own, so not frozen.
pub(crate) fn texts<'a>(items: impl Iterator<Item = &'a str>) -> Array {
    items.map(JsValue::from_str).collect()
}

/// A code with its words in both languages.
pub(crate) fn worded(code: &str, vi: &str, en: &str) -> JsValue {
    object(&[("code", JsValue::from_str(code)), ("vi", JsValue::from_str(vi)), ("en", JsValue::from_str(en))])
}

/// An object that says only of which kind it is.
pub(crate) fn of_kind(kind: &str) -> JsValue {
    object(&[("kind", JsValue::from_str(kind))])
}
