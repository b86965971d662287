//! What a device must remember, as bytes that the host stores.

use crate::clock::{at, number, seconds};
use crate::thrown;
use alloc::vec::Vec;
use doichieu::FileKind;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A device's memory: see [`doichieu::Memory`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Memory(pub(crate) doichieu::Memory);

#[wasm_bindgen]
impl Memory {
    /// A memory of nothing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was stored before.
    ///
    /// # Errors
    /// A `SetUpError`.
    #[wasm_bindgen(js_name = fromBytes)]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, JsValue> {
        doichieu::Memory::from_bytes(bytes).map(Self).map_err(thrown::set_up_of([(bytes, FileKind::Memory)]))
    }

    /// The bytes to store, before anything is shown.
    #[wasm_bindgen(js_name = toBytes)]
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// A clock before it is wrong.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn floor(&self) -> Option<f64> {
        self.0.floor().map(seconds)
    }

    /// The date of a list that was seen and not taken; `undefined`: there is none above what was taken.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn doubt(&self) -> Option<f64> {
        self.0.doubt().map(seconds)
    }

    /// Takes in what another memory of this device and anchor knows.
    ///
    /// # Errors
    /// A `SetUpError`; this memory is then as it was.
    pub fn join(&mut self, other: &Self) -> Result<(), JsValue> {
        self.0.join(&other.0).map_err(thrown::set_up)
    }

    /// What can still be read of a memory that is torn: what it knows of lists, with a gap for its showings.
    ///
    /// # Errors
    /// A `SetUpError`.
    pub fn salvaged(bytes: &[u8], now: Option<f64>) -> Result<Self, JsValue> {
        let at = at(now)?;
        doichieu::Memory::salvaged(bytes, at).map(Self).map_err(thrown::set_up_of([(bytes, FileKind::Memory)]))
    }

    /// What it knows of lists and time, without its showings.
    #[must_use]
    pub fn floors(&self) -> Self {
        Self(self.0.floors())
    }

    /// The same with a gap up to now: what was shown before is not known.
    ///
    /// # Errors
    /// An `ArgumentError`.
    #[wasm_bindgen(js_name = withGap)]
    pub fn with_gap(&self, now: Option<f64>) -> Result<Self, JsValue> {
        Ok(Self(self.0.clone().with_gap(at(now)?)))
    }

    /// How many showings it holds.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn showings(&self) -> f64 {
        number(u64::try_from(self.0.showings()).unwrap_or(u64::MAX))
    }
}
