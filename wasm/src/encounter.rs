//! What tells one encounter from the next.

use crate::thrown;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroizing;

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
    pub fn new(random: &JsValue) -> Result<Self, JsValue> {
        let random = exactly(random, "argument.encounter", "an encounter is 32 random bytes, new for each")?;
        Ok(Self(doichieu::EncounterSeed::new(*random)))
    }

    /// An encounter of which only the salt was kept.
    ///
    /// # Errors
    /// An `ArgumentError` for what is no salt.
    pub fn kept(salt: &JsValue) -> Result<Self, JsValue> {
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
pub(crate) fn read_salt(of: &JsValue) -> Result<doichieu::Salt, JsValue> {
    exactly(of, "argument.salt", "a salt is 16 bytes").map(|salt| doichieu::Salt::new(*salt))
}

/// So many bytes, and bytes they must be: of letters or fractions an array of bytes would quietly make zeros.
pub(crate) fn exactly<const N: usize>(of: &JsValue, code: &str, says: &str) -> Result<Zeroizing<[u8; N]>, JsValue> {
    let mut bytes = Zeroizing::new([0; N]);
    let passed = of.dyn_ref::<Uint8Array>().filter(|passed| usize::try_from(passed.length()) == Ok(N));
    passed.ok_or_else(|| thrown::argument(code, says))?.copy_to(bytes.as_mut_slice());
    Ok(bytes)
}
