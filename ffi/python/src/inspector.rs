//! The one call.

use crate::ask::Ask;
use crate::error::DoichieuError;
use crate::finding::{Headline, Step, Text};
use crate::names::{self, kind_name};
use crate::report;
use crate::scan::Scan;
use crate::set_up::{Bundle, Memory, Post};
use crate::slot::lock;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::Arc;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Inspector>()?;
    module.add_class::<NothingShown>()?;
    module.add_class::<NumberOnly>()
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Inspector(pub(crate) Arc<doichieu::Inspector>);

#[pymethods]
impl Inspector {
    #[new]
    fn new(bundle: &Bundle, post: &Post) -> Result<Self, DoichieuError> {
        Ok(Self(Arc::new(doichieu::Inspector::new(Arc::clone(&bundle.0), post.0.clone())?)))
    }

    #[getter]
    fn is_test(&self) -> bool {
        self.0.bundle().is_test()
    }

    #[getter]
    fn post(&self) -> Post {
        Post(self.0.post().clone())
    }

    fn inspect(
        &self,
        py: Python<'_>,
        scan: &Scan,
        ask: &Ask,
        memory: &Memory,
        at: &Bound<'_, PyAny>,
    ) -> PyResult<Py<PyAny>> {
        let at = crate::time::at(at)?;
        let seen = py.detach(|| self.0.inspect(scan.borrowed(), &ask.0, at, &mut lock(&memory.0)));
        report::seen(py, seen, self.0.post().role())
    }

    fn recompute(
        &self,
        py: Python<'_>,
        frame: &[u8],
        ask: &Ask,
        at: &Bound<'_, PyAny>,
        memory_extract: &[u8],
    ) -> PyResult<Py<PyAny>> {
        let at = crate::time::at(at)?;
        let seen = match py.detach(|| self.0.recompute(frame, &ask.0, at, memory_extract)) {
            Ok(report) => Ok(report),
            Err(doichieu::RecomputeError::Frame(why)) => Err(why),
            Err(_) => return Err(DoichieuError::argument("argument.extract", "a memory extract of a report").into()),
        };
        report::seen(py, seen, self.0.post().role())
    }

    fn unsealed<'py>(&self, py: Python<'py>, scan: &Scan, ask: &Ask) -> Option<Bound<'py, PyBytes>> {
        let frame = self.0.unsealed(scan.borrowed(), &ask.0).ok().flatten()?;
        Some(PyBytes::new(py, &frame))
    }

    fn nothing_shown(&self, purpose: &str, kind: &str, at: &Bound<'_, PyAny>) -> PyResult<NothingShown> {
        let (py, at) = (at.py(), crate::time::at(at)?);
        let of = self.0.nothing_shown(names::purpose(purpose)?, names::kind(kind)?, at).map_err(DoichieuError::from)?;
        Ok(NothingShown {
            kind: kind_name(py, of.kind())?,
            headline: Headline::of(of.headline()),
            steps: of.steps().iter().map(|step| Step::lawful(step, of.kind())).collect(),
        })
    }

    #[pyo3(signature = (purpose, kind, text, at))]
    fn number_only(
        &self,
        purpose: &str,
        kind: Option<&str>,
        text: String,
        at: &Bound<'_, PyAny>,
    ) -> PyResult<NumberOnly> {
        let (py, at, text) = (at.py(), crate::time::at(at)?, zeroize::Zeroizing::new(text));
        let kind = kind.map(names::kind).transpose()?;
        let of = self.0.number_only(names::purpose(purpose)?, kind, &text, at).map_err(DoichieuError::from)?;
        Ok(NumberOnly {
            kinds: of.kinds().iter().map(|kind| kind_name(py, *kind)).collect::<Result<_, _>>()?,
            form: of.form().name(),
            form_text: Text::of(of.form().text()),
            headline: Headline::of(of.headline()),
            steps: of.steps().iter().map(|step| Step::lawful(step, of.kind())).collect(),
            grouped: of.grouped().to_string(),
        })
    }
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct NothingShown {
    kind: Py<PyAny>,
    headline: Headline,
    steps: Vec<Step>,
}

#[pyclass(frozen, get_all, module = "doichieu")]
pub(crate) struct NumberOnly {
    kinds: Vec<Py<PyAny>>,
    form: &'static str,
    form_text: Text,
    headline: Headline,
    steps: Vec<Step>,
    grouped: String,
}

impl core::fmt::Debug for NumberOnly {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("NumberOnly(..)")
    }
}
