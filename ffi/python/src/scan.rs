//! What was scanned or received, and which of several codes is meant.

use crate::slot::lock;
use doichieu::{Found, ScannedText, What};
use pyo3::prelude::*;
use std::sync::Mutex;
use zeroize::Zeroizing;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Scan>()?;
    module.add_class::<Frames>()?;
    module.add_function(wrap_pyfunction!(pick, module)?)?;
    module.add_function(wrap_pyfunction!(scanned_text, module)?)
}

#[pyclass(frozen, module = "doichieu")]
pub(crate) struct Scan(Arrived);

enum Arrived {
    Text(Zeroizing<String>),
    Frame(Zeroizing<Vec<u8>>),
    Sealed(Zeroizing<Vec<u8>>),
}

#[pymethods]
impl Scan {
    #[staticmethod]
    fn qr(text: String) -> Self {
        Self(Arrived::Text(Zeroizing::new(text)))
    }

    #[staticmethod]
    fn frame(bytes: Vec<u8>) -> Self {
        Self(Arrived::Frame(Zeroizing::new(bytes)))
    }

    #[staticmethod]
    fn sealed(bytes: Vec<u8>) -> Self {
        Self(Arrived::Sealed(Zeroizing::new(bytes)))
    }
}

impl Scan {
    pub(crate) fn borrowed(&self) -> doichieu::Scan<'_> {
        match &self.0 {
            Arrived::Text(text) => doichieu::Scan::qr(text),
            Arrived::Frame(bytes) => doichieu::Scan::frame(bytes),
            Arrived::Sealed(bytes) => doichieu::Scan::sealed(bytes),
        }
    }
}

impl core::fmt::Debug for Scan {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Scan(..)")
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Frames(Mutex<doichieu::Frames>);

#[pymethods]
impl Frames {
    #[new]
    fn new() -> Self {
        Self(Mutex::new(doichieu::Frames::new()))
    }

    /// `still`, `ignored`, `collected`, `mismatched` or `complete`; how many parts of how many.
    fn push(&self, text: String) -> (&'static str, usize, usize) {
        match lock(&self.0).push(&Zeroizing::new(text)) {
            doichieu::Progress::Collected { have, of } => ("collected", have, of),
            doichieu::Progress::Complete(_) => ("complete", 0, 0),
            doichieu::Progress::Ignored(_) => ("ignored", 0, 0),
            doichieu::Progress::Mismatched { of } => ("mismatched", 0, of),
            _ => ("still", 0, 0),
        }
    }

    fn scan(&self) -> Option<Scan> {
        let frames = lock(&self.0);
        let (what, bytes) = frames.complete()?;
        match what {
            What::Showing => Some(Scan::frame(bytes.to_vec())),
            What::SealedAnswer => Some(Scan::sealed(bytes.to_vec())),
            _ => None,
        }
    }

    fn reject(&self) {
        lock(&self.0).reject();
    }
}

/// `nothing`, `ours`, `parts`, `several`, `plain` or `foreign`, and the text that is meant.
#[pyfunction]
fn pick(texts: Vec<String>) -> (&'static str, Option<String>) {
    let texts: Vec<_> = texts.into_iter().map(Zeroizing::new).collect();
    match doichieu::pick(texts.iter().map(|text| text.as_str())) {
        Found::Ours(text) => ("ours", Some(text.to_owned())),
        Found::Parts(text) => ("parts", Some(text.to_owned())),
        Found::Several => ("several", None),
        Found::Plain(text) => ("plain", Some(text.to_owned())),
        Found::Foreign(text) => ("foreign", Some(text.to_owned())),
        _ => ("nothing", None),
    }
}

#[pyfunction]
fn scanned_text(bytes: Vec<u8>) -> String {
    ScannedText::of(&Zeroizing::new(bytes)).as_str().to_owned()
}
