//! Who we are.

use crate::asked::field_name;
use crate::bundle::Bundle;
use crate::clock::{number, seconds};
use crate::object::{list, object, texts};
use crate::report::kind_name;
use crate::thrown;
use alloc::vec::Vec;
use doichieu::{FileKind, MandateChange, MandateFields, RoleProfile};
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

    /// What a renewed mandate changes beside this one.
    #[must_use]
    pub fn compare(&self, renewed: &Self) -> JsValue {
        changed(&self.0.compare(&renewed.0))
    }

    /// What a key signs to be tried: no ask, and no part of one.
    #[wasm_bindgen(js_name = trialToBeSigned)]
    #[must_use]
    pub fn trial_to_be_signed(&self) -> Vec<u8> {
        self.0.trial_to_be_signed()
    }

    /// Whether a signature over that is by this post's key.
    #[wasm_bindgen(js_name = isKeyOf)]
    #[must_use]
    pub fn is_key_of(&self, signature: &[u8]) -> bool {
        self.0.is_key_of(signature)
    }

    /// Its role, as the bundle says.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn role(&self) -> JsValue {
        translated(self.0.role())
    }
}

/// `{ samePost, sameRole, sameKey, until, longestRetention, added, dropped, wider }`.
fn changed(of: &MandateChange) -> JsValue {
    let pair = |now: JsValue, renewed: JsValue| object(&[("now", now), ("renewed", renewed)]);
    let (until, kept) = (of.until, of.longest_retention);
    let fields = |of: &[MandateFields]| {
        list(of.iter().map(|of| {
            let keys = of.fields.iter().map(|key| field_name(of.kind, *key));
            let purpose = of.purpose.name().map_or_else(|| number(of.purpose.number()).into(), JsValue::from_str);
            object(&[("purpose", purpose), ("kind", kind_name(of.kind)), ("fields", list(keys))])
        }))
    };
    object(&[
        ("samePost", of.same_post.into()),
        ("sameRole", of.same_role.into()),
        ("sameKey", of.same_key.into()),
        ("until", pair(seconds(until.0).into(), seconds(until.1).into())),
        ("longestRetention", pair(number(kept.0).into(), number(kept.1).into())),
        ("added", fields(&of.added)),
        ("dropped", fields(&of.dropped)),
        ("wider", of.is_wider().into()),
    ])
}

fn translated(of: &RoleProfile) -> JsValue {
    object(&[
        ("name", JsValue::from_str(of.role())),
        ("displaySeconds", number(of.display_seconds()).into()),
        ("longestRetention", number(of.longest_retention()).into()),
        ("window", of.window().map_or(JsValue::NULL, |seconds| number(seconds).into())),
        ("leastLevel", number(of.least_level()).into()),
        ("setting", JsValue::from_str(of.setting().name())),
    ])
}
