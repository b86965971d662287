//! Claim values: only while a release has not ended.

use crate::error::DoichieuError;
use crate::finding::{Finding, Text};
use crate::inspector::Inspector;
use crate::names::{self, kind_name};
use crate::slot::Slot;
use crate::time::{day, instant};
use doichieu::time::UnixTime;
use doichieu::{Hold, Proof};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Release>()?;
    module.add_class::<Shown>()?;
    module.add_class::<Ended>()?;
    module.add_class::<Entry>()?;
    module.add_class::<NotShown>()?;
    module.add_class::<Days>()?;
    module.add_class::<Matches>()
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Release(Place);

#[derive(Debug, Clone)]
struct Place {
    slot: Slot,
    paper: usize,
}

impl Place {
    fn with<T>(&self, ask: impl FnOnce(doichieu::field::Kind, &mut doichieu::Release) -> T) -> Option<T> {
        self.slot.with(|report| {
            let paper = report.papers_mut().get_mut(self.paper)?;
            let kind = paper.kind();
            if let Proof::Proven(release) = paper.proof() { Some(ask(kind, release)) } else { None }
        })
    }
}

/// It has ended: nothing of it is left in the engine.
#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Ended;

/// Not asked, not shared or not in the paper.
#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct NotShown;

#[pymethods]
impl Release {
    fn at(&self, now: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let (py, at) = (now.py(), crate::time::at(now)?);
        let living = self.0.with(|_, release| release.at(at).is_ok()).unwrap_or_default();
        if living { Ok(Py::new(py, Shown { of: self.0.clone(), at })?.into_any()) } else { ended(py) }
    }

    #[getter]
    fn until(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.with(|_, release| release.until()).map(|of| instant(py, of)).transpose()
    }

    #[getter]
    fn display_until(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.with(|_, release| release.display_until()).map(|of| instant(py, of)).transpose()
    }

    fn hold(&self, py: Python<'_>, reason: &str) -> PyResult<Option<Py<PyAny>>> {
        let reason = Hold::ALL.iter().copied().find(|hold| hold.code() == reason);
        let reason = reason.ok_or_else(|| DoichieuError::unknown("argument.hold", "reason to hold"))?;
        self.0.with(|_, release| release.hold(reason)).map(|of| instant(py, of)).transpose()
    }

    fn let_go(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.with(|_, release| release.let_go()).map(|of| instant(py, of)).transpose()
    }

    #[pyo3(signature = (now, *, name=None, birth=None, number=None, document_number=None))]
    fn matches(
        &self,
        now: &Bound<'_, PyAny>,
        name: Option<&str>,
        birth: Option<&str>,
        number: Option<&str>,
        document_number: Option<&str>,
    ) -> PyResult<Py<PyAny>> {
        let (py, at) = (now.py(), crate::time::at(now)?);
        let mut declared = doichieu::Declared::new();
        if let Some(name) = name {
            declared = declared.full_name(name);
        }
        if let Some(birth) = birth {
            let none = || DoichieuError::argument("argument.birth", "YYYY-MM-DD, or less of it");
            declared = declared.date_of_birth(date(birth).ok_or_else(none)?);
        }
        if let Some(number) = number {
            declared = declared.personal_no(number);
        }
        if let Some(number) = document_number {
            declared = declared.document_no(number);
        }
        match self.0.with(|_, release| release.matches(&declared, at).ok()).flatten() {
            Some(of) => Ok(Py::new(py, Matches::of(&of))?.into_any()),
            None => ended(py),
        }
    }

    fn words(&self, inspector: &Inspector, now: &Bound<'_, PyAny>) -> PyResult<Vec<Finding>> {
        let (at, role) = (crate::time::at(now)?, inspector.0.post().role());
        Ok(self.0.slot.with(|report| {
            let Some(paper) = report.papers_mut().get_mut(self.0.paper) else { return Vec::new() };
            let (kind, findings) = (paper.kind(), paper.findings().to_vec());
            let Proof::Proven(release) = paper.proof() else { return Vec::new() };
            let shown = release.at(at).ok();
            let filled = |finding: &doichieu::Finding| match &shown {
                Some(shown) => shown.filling(finding),
                None => finding.filling(),
            };
            findings.iter().map(|finding| Finding::of(finding, Some(kind), role, filled(finding))).collect()
        }))
    }

    /// Ends it now.
    fn close(&self) {
        self.0.with(|_, release| release.end());
    }

    const fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_exc))]
    fn __exit__(&self, _exc: &Bound<'_, PyTuple>) {
        self.close();
    }
}

impl Release {
    pub(crate) const fn of(slot: Slot, paper: usize) -> Self {
        Self(Place { slot, paper })
    }

    pub(crate) fn with<T>(&self, ask: impl FnOnce(&mut doichieu::Release) -> T) -> Option<T> {
        self.0.with(|_, release| ask(release))
    }
}

pub(crate) fn ended(py: Python<'_>) -> PyResult<Py<PyAny>> {
    Ok(Py::new(py, Ended)?.into_any())
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Shown {
    of: Place,
    at: UnixTime,
}

#[pymethods]
impl Shown {
    #[getter]
    fn kind(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        let kind = self.of.with(|kind, release| release.at(self.at).ok().map(|_| kind)).flatten();
        kind.map(|kind| kind_name(py, kind)).transpose()
    }

    fn answer(&self, py: Python<'_>, field: &str) -> PyResult<Py<PyAny>> {
        let answer = self.of.with(|kind, release| {
            let of = names::field(kind, field)?;
            let Ok(shown) = release.at(self.at) else { return ended(py) };
            match shown.entries().find(|entry| entry.row().field == of) {
                Some(entry) => Ok(Entry::of(py, &entry)?.into_any()),
                None => Ok(Py::new(py, NotShown)?.into_any()),
            }
        });
        answer.unwrap_or_else(|| ended(py))
    }

    fn entries(&self, py: Python<'_>) -> PyResult<Vec<Py<Entry>>> {
        let entries = self.of.with(|_, release| {
            let shown = release.at(self.at).ok()?;
            Some(shown.entries().map(|entry| Entry::of(py, &entry)).collect::<PyResult<Vec<_>>>())
        });
        entries.flatten().unwrap_or_else(|| Ok(Vec::new()))
    }
}

/// One field of a paper with its value: personal data.
#[pyclass(frozen, get_all, module = "doichieu")]
pub(crate) struct Entry {
    name: &'static str,
    label: Text,
    text: Text,
    value: Py<PyAny>,
    signed: Option<String>,
    display: &'static str,
    below: Vec<Py<Entry>>,
}

#[pymethods]
impl Entry {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("name", "value");

    fn __repr__(&self) -> String {
        format!("Entry(name={:?}, …)", self.name)
    }
}

impl core::fmt::Debug for Entry {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Entry(..)")
    }
}

impl Entry {
    pub(crate) fn of(py: Python<'_>, of: &doichieu::Entry<'_>) -> PyResult<Py<Self>> {
        let below = of.below().map(|entry| Self::of(py, &entry)).collect::<PyResult<_>>()?;
        Py::new(
            py,
            Self {
                name: of.name(),
                label: Text::said(|language| of.label(language).to_owned()),
                text: Text::said(|language| of.text(language).as_str().to_owned()),
                value: value(py, of)?,
                signed: of.value().as_text().map(str::to_owned),
                display: of.display().name(),
                below,
            },
        )
    }
}

/// The days that a date may mean.
#[pyclass(frozen, get_all, module = "doichieu")]
pub(crate) struct Days {
    earliest: Py<PyAny>,
    latest: Py<PyAny>,
}

impl core::fmt::Debug for Days {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Days(..)")
    }
}

#[pymethods]
impl Days {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("earliest", "latest");

    fn __repr__(&self) -> &'static str {
        "Days(…)"
    }
}

/// `None`: the paper says that there is none. What has members: as its JSON has it. Not of the form of its field: `...`.
fn value(py: Python<'_>, entry: &doichieu::Entry<'_>) -> PyResult<Py<PyAny>> {
    let Some(json) = entry.to_json() else { return Ok(py.Ellipsis()) };
    if entry.value().is_none() {
        return Ok(py.None());
    }
    if let Some(date) = entry.value().as_date() {
        let days = Days { earliest: day(py, date.earliest())?, latest: day(py, date.latest())? };
        return Ok(Py::new(py, days)?.into_any());
    }
    Ok(py.import("json")?.call_method1("loads", (json.as_str(),))?.unbind())
}

/// `YYYY-MM-DD`, or less of it.
fn date(text: &str) -> Option<doichieu::Date> {
    let Some((month, day)) = text.rsplit_once('-').filter(|_| text.len() == 10) else {
        return doichieu::Date::partial(text);
    };
    let (year, month) = month.split_once('-')?;
    let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let day = doichieu::time::Day::from_civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    digits.then_some(doichieu::Date::day(day))
}

/// How a declaration and a paper compare: levels without values.
#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Matches {
    name: &'static str,
    birth: &'static str,
    number: &'static str,
    document_number: &'static str,
}

impl Matches {
    fn of(of: &doichieu::Matches) -> Self {
        Self {
            name: level(of.full_name, doichieu::Match::code),
            birth: level(of.date_of_birth, doichieu::DateMatch::code),
            number: level(of.personal_no, doichieu::NumberMatch::code),
            document_number: level(of.document_no, doichieu::NumberMatch::code),
        }
    }
}

fn level<T>(of: doichieu::Compared<T>, code: fn(T) -> &'static str) -> &'static str {
    match of {
        doichieu::Compared::NotDeclared => "not_declared",
        doichieu::Compared::NotShown => "not_shown",
        doichieu::Compared::TooOften => "too_often",
        doichieu::Compared::Answer(level) => code(level),
        _ => "other",
    }
}
