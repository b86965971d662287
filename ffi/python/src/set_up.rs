//! This device's own files: whose lists count, the lists, what it remembers, who it is.

use crate::error::{DoichieuError, set_up_of};
use crate::slot::lock;
use crate::time::instant;
use doichieu::FileKind;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::{Arc, Mutex};

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Roots>()?;
    module.add_class::<Memory>()?;
    module.add_class::<Bundle>()?;
    module.add_class::<Readiness>()?;
    module.add_class::<Post>()?;
    module.add_class::<Role>()?;
    module.add_function(wrap_pyfunction!(delta_between, module)?)?;
    module.add_function(wrap_pyfunction!(merge_files, module)?)
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Roots(pub(crate) doichieu::Roots);

#[pymethods]
impl Roots {
    #[staticmethod]
    fn from_bytes(chain: &[u8]) -> Result<Self, DoichieuError> {
        doichieu::Roots::from_bytes(chain).map(Self).map_err(set_up_of([(chain, FileKind::Roots)]))
    }

    #[staticmethod]
    fn dangerous_test(chain: &[u8]) -> Result<Self, DoichieuError> {
        doichieu::Roots::dangerous_test(chain).map(Self).map_err(set_up_of([(chain, FileKind::Roots)]))
    }

    #[getter]
    fn fingerprint(&self) -> String {
        self.0.fingerprint().to_string()
    }

    #[getter]
    fn version(&self) -> u64 {
        self.0.version()
    }

    #[getter]
    fn is_test(&self) -> bool {
        self.0.is_test()
    }

    fn remembered_by(&self, memory: &Memory) -> Result<(), DoichieuError> {
        Ok(self.0.remembered_by(&lock(&memory.0))?)
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Memory(pub(crate) Mutex<doichieu::Memory>);

#[pymethods]
impl Memory {
    #[new]
    fn new() -> Self {
        Self::of(doichieu::Memory::new())
    }

    #[staticmethod]
    fn from_bytes(bytes: &[u8]) -> Result<Self, DoichieuError> {
        doichieu::Memory::from_bytes(bytes).map(Self::of).map_err(set_up_of([(bytes, FileKind::Memory)]))
    }

    #[staticmethod]
    fn salvaged(bytes: &[u8], at: &Bound<'_, PyAny>) -> PyResult<Self> {
        let salvaged = doichieu::Memory::salvaged(bytes, crate::time::at(at)?);
        Ok(salvaged.map(Self::of).map_err(DoichieuError::from)?)
    }

    /// One in a file that several processes take turns at: see `doichieu._memory`.
    #[staticmethod]
    #[pyo3(signature = (path, *, timeout = 10.0))]
    fn locked(py: Python<'_>, path: &Bound<'_, PyAny>, timeout: f64) -> PyResult<Py<PyAny>> {
        Ok(py.import("doichieu._memory")?.getattr("LockedMemory")?.call1((path, timeout))?.unbind())
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &lock(&self.0).to_bytes())
    }

    fn floors(&self) -> Self {
        Self::of(lock(&self.0).floors())
    }

    fn with_gap(&self, at: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Self::of(lock(&self.0).clone().with_gap(crate::time::at(at)?)))
    }

    #[getter]
    fn floor(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        lock(&self.0).floor().map(|of| instant(py, of)).transpose()
    }

    #[getter]
    fn doubt(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        lock(&self.0).doubt().map(|of| instant(py, of)).transpose()
    }

    #[getter]
    fn showings(&self) -> usize {
        lock(&self.0).showings()
    }

    fn join(&self, other: &Self) -> Result<(), DoichieuError> {
        let other = lock(&other.0).clone();
        Ok(lock(&self.0).join(&other)?)
    }
}

impl Memory {
    pub(crate) fn of(memory: doichieu::Memory) -> Self {
        Self(Mutex::new(memory))
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Bundle(pub(crate) Arc<doichieu::Bundle>);

#[pymethods]
impl Bundle {
    #[staticmethod]
    fn open(file: &[u8], roots: &Roots, memory: &Memory, at: &Bound<'_, PyAny>) -> PyResult<Self> {
        let at = crate::time::at(at)?;
        let opened = doichieu::Bundle::open(file, &roots.0, at, &mut lock(&memory.0));
        Ok(opened.map(Self::of).map_err(set_up_of([(file, FileKind::Lists)]))?)
    }

    fn apply(&self, delta: &[u8], roots: &Roots, memory: &Memory, at: &Bound<'_, PyAny>) -> PyResult<Self> {
        let at = crate::time::at(at)?;
        let opened = self.0.apply(delta, &roots.0, at, &mut lock(&memory.0));
        Ok(opened.map(Self::of).map_err(set_up_of([(delta, FileKind::Delta)]))?)
    }

    #[getter]
    fn number(&self) -> u64 {
        self.0.number()
    }

    #[getter]
    fn hash<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.hash())
    }

    #[getter]
    fn is_test(&self) -> bool {
        self.0.is_test()
    }

    #[getter]
    fn roles(&self) -> Vec<&str> {
        self.0.profiles().iter().map(|profile| profile.role()).collect()
    }

    fn readiness(&self, memory: &Memory, at: &Bound<'_, PyAny>) -> PyResult<Readiness> {
        let (py, at) = (at.py(), crate::time::at(at)?);
        let of = self.0.readiness(at, &lock(&memory.0));
        Ok(Readiness {
            ready: of.is_ready(at),
            number: of.number,
            age: of.age,
            newest_signed: instant(py, of.newest_signed)?,
            in_doubt: of.in_doubt,
            clock_wrong: of.clock_wrong,
            next_due: instant(py, of.next_due)?,
            not_after: instant(py, of.not_after)?,
            root_expiry: instant(py, of.root_expiry)?,
            law_unchecked: of.law_unchecked,
            is_test: of.test,
        })
    }
}

impl Bundle {
    fn of(bundle: doichieu::Bundle) -> Self {
        Self(Arc::new(bundle))
    }
}

#[pyfunction]
fn delta_between<'py>(py: Python<'py>, old_file: &[u8], new_file: &[u8]) -> Result<Bound<'py, PyBytes>, DoichieuError> {
    let files = [(old_file, FileKind::Lists), (new_file, FileKind::Lists)];
    let delta = doichieu::Bundle::delta_between(old_file, new_file).map_err(set_up_of(files))?;
    Ok(PyBytes::new(py, &delta))
}

#[pyfunction]
fn merge_files<'py>(py: Python<'py>, old_file: &[u8], delta: &[u8]) -> Result<Bound<'py, PyBytes>, DoichieuError> {
    let files = [(old_file, FileKind::Lists), (delta, FileKind::Delta)];
    let merged = doichieu::Bundle::merge_files(old_file, delta).map_err(set_up_of(files))?;
    Ok(PyBytes::new(py, &merged))
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Readiness {
    ready: bool,
    number: u64,
    age: u64,
    newest_signed: Py<PyAny>,
    in_doubt: bool,
    clock_wrong: bool,
    next_due: Py<PyAny>,
    not_after: Py<PyAny>,
    root_expiry: Py<PyAny>,
    law_unchecked: bool,
    is_test: bool,
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Post(pub(crate) doichieu::Post);

#[pymethods]
impl Post {
    #[staticmethod]
    fn open(mandate: &[u8], bundle: &Bundle) -> Result<Self, DoichieuError> {
        doichieu::Post::open(mandate, &bundle.0).map(Self).map_err(set_up_of([(mandate, FileKind::Mandate)]))
    }

    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    #[getter]
    fn until(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        instant(py, self.0.until())
    }

    #[getter]
    fn purposes(&self) -> Vec<&'static str> {
        self.0.allowance().purposes().filter_map(doichieu::field::Purpose::name).collect()
    }

    #[getter]
    fn role(&self) -> Role {
        let role = self.0.role();
        Role {
            name: role.role().to_owned(),
            display_seconds: role.display_seconds(),
            longest_retention: role.longest_retention(),
            window: role.window(),
            setting: role.setting().name(),
        }
    }

    fn trial_to_be_signed<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.trial_to_be_signed())
    }

    fn is_key_of(&self, signature: &[u8]) -> bool {
        let raw = crate::signature::raw(signature);
        self.0.is_key_of(raw.as_ref().map_or(signature, |raw| &raw[..]))
    }
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Role {
    name: String,
    display_seconds: u64,
    longest_retention: u64,
    window: Option<u64>,
    setting: &'static str,
}
