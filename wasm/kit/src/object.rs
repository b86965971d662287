//! Plain objects, arrays, and what is thrown.

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::JsValue;

/// An object of named members.
pub(crate) fn object<'a>(members: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Only a frozen object or a proxy refuses, and this one is ours.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object.into()
}

/// An array.
pub(crate) fn list(items: impl IntoIterator<Item = JsValue>) -> JsValue {
    items.into_iter().collect::<Array>().into()
}

/// An error with a sentence.
pub(crate) fn error(says: &str) -> JsValue {
    Error::new(says).into()
}

/// A count for JavaScript.
#[expect(clippy::as_conversions, reason = "times and lengths of a demo lie below 2^53")]
pub(crate) const fn number(count: u64) -> f64 {
    count as f64
}

/// Seconds that JavaScript passed; the host's own clock if it passed none.
#[expect(clippy::as_conversions, reason = "saturates, and a demo has no other times")]
pub(crate) fn seconds(passed: Option<f64>) -> u64 {
    passed.unwrap_or_else(|| js_sys::Date::now() / 1000.0) as u64
}
