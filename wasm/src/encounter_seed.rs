//! What tells one encounter from the next.

use crate::thrown;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The randomness of one encounter: see [`doichieu::EncounterSeed`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct EncounterSeed(pub(crate) doichieu::EncounterSeed);

#[wasm_bindgen]
impl EncounterSeed {
    /// From 32 bytes of the host's randomness.
    ///
    /// # Errors
    /// An `ArgumentError` for anything else.
    #[wasm_bindgen(constructor)]
    pub fn new(random: &[u8]) -> Result<Self, JsValue> {
        let random = exactly(random, "argument.encounter", "an encounter is 32 random bytes, new for each");
        random.map(|random| Self(doichieu::EncounterSeed::new(random)))
    }

    /// An encounter of which only the salt was kept.
    ///
    /// # Errors
    /// An `ArgumentError` for what is no salt.
    pub fn kept(salt: &[u8]) -> Result<Self, JsValue> {
        Ok(Self(doichieu::EncounterSeed::kept(read_salt(salt)?)))
    }

    /// The salt, to keep with the inputs of a report.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn salt(&self) -> Uint8Array {
        Uint8Array::from(self.0.salt().bytes().as_slice())
    }
}

/// A salt that was kept.
pub(crate) fn read_salt(bytes: &[u8]) -> Result<doichieu::Salt, JsValue> {
    exactly(bytes, "argument.salt", "a salt is 16 bytes").map(doichieu::Salt::new)
}

/// So many bytes.
pub(crate) fn exactly<const N: usize>(bytes: &[u8], code: &str, says: &str) -> Result<[u8; N], JsValue> {
    bytes.try_into().map_err(|_| thrown::argument(code, says))
}
