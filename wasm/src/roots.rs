//! The trust anchor.

use crate::clock::number;
use crate::memory::Memory;
use crate::thrown;
use alloc::string::String;
use alloc::string::ToString;
use doichieu::FileKind;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A trust anchor: see [`doichieu::Roots`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Roots(pub(crate) doichieu::Roots);

#[wasm_bindgen]
impl Roots {
    /// Opens a chain of roots. A test root is refused.
    ///
    /// # Errors
    /// A `SetUpError`.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(chain: &[u8]) -> Result<Self, JsValue> {
        doichieu::Roots::from_bytes(chain).map(Self).map_err(thrown::set_up_of([(chain, FileKind::Roots)]))
    }

    /// Opens a chain of test roots, too: everything judged under one is marked as a test.
    ///
    /// # Errors
    /// A `SetUpError`.
    #[wasm_bindgen(js_name = dangerousTest)]
    pub fn dangerous_test(chain: &[u8]) -> Result<Self, JsValue> {
        doichieu::Roots::dangerous_test(chain).map(Self).map_err(thrown::set_up_of([(chain, FileKind::Roots)]))
    }

    /// Whether a memory is one of a device with these root keys.
    ///
    /// # Errors
    /// A `SetUpError` if it goes by another root of the same version.
    #[wasm_bindgen(js_name = rememberedBy)]
    pub fn remembered_by(&self, memory: &Memory) -> Result<(), JsValue> {
        self.0.remembered_by(&memory.0).map_err(thrown::set_up)
    }

    /// What a person compares.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint().to_string()
    }

    /// The version of the newest root.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn version(&self) -> f64 {
        number(self.0.version())
    }

    /// Whether it is a test root.
    #[wasm_bindgen(getter, js_name = isTest)]
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.0.is_test()
    }
}
