//! The offline bundle, and how fit it is for the shift.

use crate::clock::{at, number, seconds};
use crate::memory::Memory;
use crate::object::{list, object, texts};
use crate::roots::Roots;
use crate::thrown;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use doichieu::rules::Civil;
use doichieu::{FileKind, ListReadiness, Readiness};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// An opened bundle: see [`doichieu::Bundle`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bundle(pub(crate) Arc<doichieu::Bundle>);

#[wasm_bindgen]
impl Bundle {
    /// Opens a bundle file.
    ///
    /// # Errors
    /// A `SetUpError`, or an `ArgumentError` for a time that is none; the memory is then unchanged.
    pub fn open(file: &[u8], roots: &Roots, memory: &mut Memory, now: Option<f64>) -> Result<Self, JsValue> {
        doichieu::Bundle::open(file, &roots.0, at(now)?, &mut memory.0)
            .map(Self::of)
            .map_err(thrown::set_up_of([(file, FileKind::Lists)]))
    }

    /// Opens the bundle that follows this one, from a delta or a full file.
    ///
    /// # Errors
    /// A `SetUpError`, or an `ArgumentError`; the memory is then unchanged, and this bundle as good as it was.
    pub fn apply(&self, delta: &[u8], roots: &Roots, memory: &mut Memory, now: Option<f64>) -> Result<Self, JsValue> {
        self.0
            .apply(delta, &roots.0, at(now)?, &mut memory.0)
            .map(Self::of)
            .map_err(thrown::set_up_of([(delta, FileKind::Delta)]))
    }

    /// The delta between two bundle files.
    ///
    /// # Errors
    /// A `SetUpError`.
    #[wasm_bindgen(js_name = deltaBetween)]
    pub fn delta_between(old: &[u8], new: &[u8]) -> Result<Vec<u8>, JsValue> {
        doichieu::Bundle::delta_between(old, new)
            .map_err(thrown::set_up_of([(old, FileKind::Lists), (new, FileKind::Lists)]))
    }

    /// The full file that a delta leads to, to store or hand on.
    ///
    /// # Errors
    /// A `SetUpError`.
    #[wasm_bindgen(js_name = mergeFiles)]
    pub fn merge_files(old: &[u8], delta: &[u8]) -> Result<Vec<u8>, JsValue> {
        doichieu::Bundle::merge_files(old, delta)
            .map_err(thrown::set_up_of([(old, FileKind::Lists), (delta, FileKind::Delta)]))
    }

    /// Its number.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn number(&self) -> f64 {
        number(self.0.number())
    }

    /// SHA-256 of its manifest.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn hash(&self) -> Uint8Array {
        Uint8Array::from(self.0.hash().as_slice())
    }

    /// Whether its root is a test root.
    #[wasm_bindgen(getter, js_name = isTest)]
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.0.is_test()
    }

    /// The version of its newest root.
    #[wasm_bindgen(getter, js_name = rootVersion)]
    #[must_use]
    pub fn root_version(&self) -> f64 {
        number(self.0.root_version())
    }

    /// The roles it has profiles for.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn roles(&self) -> Array {
        texts(self.0.profiles().iter().map(|profile| profile.role()))
    }

    /// How old everything is, when it stops being good, and whether the clock can be right by all that the memory has
    /// seen.
    ///
    /// # Errors
    /// An `ArgumentError`.
    pub fn readiness(&self, memory: &Memory, now: Option<f64>) -> Result<JsValue, JsValue> {
        let now = at(now)?;
        let readiness = self.0.readiness(now, &memory.0);
        let ready = readiness.is_ready(now);
        Ok(translated(&readiness, ready))
    }
}

impl Bundle {
    fn of(bundle: doichieu::Bundle) -> Self {
        Self(Arc::new(bundle))
    }
}

fn translated(of: &Readiness, ready: bool) -> JsValue {
    object(&[
        ("ready", ready.into()),
        ("number", number(of.number).into()),
        ("age", number(of.age).into()),
        ("clock", seconds(of.clock).into()),
        ("newestSigned", seconds(of.newest_signed).into()),
        ("inDoubt", of.in_doubt.into()),
        ("clockWrong", of.clock_wrong.into()),
        ("nextDue", seconds(of.next_due).into()),
        ("notAfter", seconds(of.not_after).into()),
        ("rootExpiry", seconds(of.root_expiry).into()),
        ("lawSeenUntil", JsValue::from_str(&day(of.law_seen_until))),
        ("lawUnchecked", of.law_unchecked.into()),
        ("test", of.test.into()),
        ("lists", list(of.lists.iter().map(one_list))),
    ])
}

/// `2026-10-10`.
fn day((year, month, day): Civil) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn one_list(of: &ListReadiness) -> JsValue {
    let good_until: Vec<_> =
        of.good_until.iter().map(|(role, until)| (role.as_str(), seconds(*until).into())).collect();
    object(&[
        ("issuer", JsValue::from_str(&of.issuer)),
        ("uri", JsValue::from_str(&of.uri)),
        ("age", of.age.map_or(JsValue::NULL, |age| number(age).into())),
        ("goodUntil", object(&good_until)),
    ])
}
