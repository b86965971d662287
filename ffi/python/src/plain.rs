//! Words by code, what a file looks like, and the unsigned codes on cards.

use crate::error::DoichieuError;
use crate::finding::Text;
use crate::names;
use crate::release::{Entry, Release, ended};
use crate::slot::lock;
use doichieu::field::KINDS;
use doichieu::{Language, plain};
use pyo3::prelude::*;
use std::sync::Mutex;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<UnsignedReading>()?;
    module.add_class::<Unread>()?;
    module.add_function(wrap_pyfunction!(read_plain, module)?)?;
    module.add_function(wrap_pyfunction!(recognise, module)?)?;
    module.add_function(wrap_pyfunction!(kinds, module)?)?;
    module.add_function(wrap_pyfunction!(questions, module)?)?;
    module.add_function(wrap_pyfunction!(vehicle_kinds, module)?)?;
    module.add_function(wrap_pyfunction!(reason_text, module)?)?;
    module.add_function(wrap_pyfunction!(citation, module)?)
}

#[pyfunction]
fn kinds() -> Vec<(&'static str, Text)> {
    KINDS.iter().map(|row| (row.name, Text::of(row.text))).collect()
}

#[pyfunction]
fn questions() -> Vec<(&'static str, Text)> {
    doichieu::Question::all().map(|of| (of.name(), Text::of(of.text()))).collect()
}

#[pyfunction]
fn vehicle_kinds() -> Vec<(&'static str, Text)> {
    doichieu::VehicleKind::ALL.iter().map(|of| (of.name(), Text::of(of.text()))).collect()
}

#[pyfunction]
fn reason_text(code: &str) -> Result<Text, DoichieuError> {
    let row = names::reason(code)?.row();
    Ok(Text::said(|language| row.about_paper(language, None)))
}

#[pyfunction]
fn citation(rule: &str) -> Option<(&'static str, &'static str)> {
    let en = doichieu::citation(rule)?;
    Some((doichieu::citation_vi(en).unwrap_or(en), en))
}

/// What it looks like by name, and what to say, in Vietnamese and English, where another was to be chosen.
type Recognised = (&'static str, Option<(String, String)>);

/// The name of what it looks like, and what to say where a file of the kind `wanted` was to be chosen.
#[pyfunction]
#[pyo3(signature = (bytes, wanted=None))]
fn recognise(bytes: &[u8], wanted: Option<&str>) -> Result<Recognised, DoichieuError> {
    let found = doichieu::recognise(bytes);
    let wanted = wanted.map(names::file_kind).transpose()?;
    let told = |language| wanted.and_then(|wanted| found.in_place_of(wanted, language));
    Ok((found.name(), told(Language::Vi).zip(told(Language::En))))
}

/// Says nothing about anybody.
#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Unread {
    code: &'static str,
    fault: &'static str,
    part: usize,
}

/// What an unsigned code says: not who issued it, not that it is current, not whose it is.
#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct UnsignedReading {
    code: plain::PlainKind,
    reading: Mutex<Option<plain::UnsignedReading>>,
}

#[pyfunction]
fn read_plain(py: Python<'_>, text: &str) -> PyResult<Py<PyAny>> {
    match plain::read(text) {
        Ok(reading) => {
            let code = reading.code();
            Ok(Py::new(py, UnsignedReading { code, reading: Mutex::new(Some(reading)) })?.into_any())
        }
        Err(why) => {
            let (code, fault) = (why.reason().code(), why.fault.name());
            Ok(Py::new(py, Unread { code, fault, part: why.part })?.into_any())
        }
    }
}

#[pymethods]
impl UnsignedReading {
    #[getter]
    fn code(&self) -> &'static str {
        self.code.name()
    }

    #[getter]
    fn text(&self) -> Text {
        Text::of(self.code.text())
    }

    fn entries(&self, py: Python<'_>) -> PyResult<Vec<Py<Entry>>> {
        let reading = lock(&self.reading);
        reading.iter().flat_map(plain::UnsignedReading::entries).map(|entry| Entry::of(py, &entry)).collect()
    }

    /// `[(field, likeness)]`, or `Ended`. No value in it.
    fn compare(&self, release: &Release, at: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let (py, at) = (at.py(), crate::time::at(at)?);
        let reading = lock(&self.reading);
        let compared = reading.as_ref().and_then(|reading| release.with(|of| reading.compare(of, at).ok()).flatten());
        let Some(compared) = compared else { return ended(py) };
        let rows: Vec<_> = compared.fields().iter().map(|of| (of.row.name, of.likeness.name())).collect();
        Ok(rows.into_pyobject(py)?.into_any().unbind())
    }

    /// Ends it: its values are wiped.
    fn close(&self) {
        *lock(&self.reading) = None;
    }
}
