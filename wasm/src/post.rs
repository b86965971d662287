//! Who we are.

use crate::bundle::Bundle;
use crate::clock::{number, seconds};
use crate::object::{object, texts};
use crate::thrown;
use doichieu::{FileKind, RoleProfile};
use js_sys::Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A post: see [`doichieu::Post`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Post(pub(crate) doichieu::Post);

#[wasm_bindgen]
impl Post {
    /// Opens a mandate against a bundle.
    ///
    /// # Errors
    /// A `SetUpError`.
    pub fn open(mandate: &[u8], bundle: &Bundle) -> Result<Self, JsValue> {
        doichieu::Post::open(mandate, &bundle.0).map(Self).map_err(thrown::set_up_of([(mandate, FileKind::Mandate)]))
    }

    /// Its name, as its mandate says.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn name(&self) -> JsValue {
        JsValue::from_str(self.0.name())
    }

    /// When its mandate ends.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn until(&self) -> f64 {
        seconds(self.0.until())
    }

    /// The purposes its mandate names, before the profile narrows them. Those this engine has no name for are left out.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn purposes(&self) -> Array {
        texts(self.0.allowance().purposes().filter_map(doichieu::field::Purpose::name))
    }

    /// Its role, as the bundle says.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn role(&self) -> JsValue {
        translated(self.0.role())
    }
}

fn translated(of: &RoleProfile) -> JsValue {
    object(&[
        ("name", JsValue::from_str(of.role())),
        ("displaySeconds", number(of.display_seconds()).into()),
        ("longestRetention", number(of.longest_retention()).into()),
        ("window", of.window().map_or(JsValue::NULL, |seconds| number(seconds).into())),
        ("leastLevel", number(of.least_level()).into()),
    ])
}
