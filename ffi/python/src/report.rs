//! The one answer.

use crate::finding::{Finding, Headline, Text};
use crate::names::kind_name;
use crate::release::Release;
use crate::slot::Slot;
use crate::time::instant;
use doichieu::{Proof, RoleProfile};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Report>()?;
    module.add_class::<Unreadable>()?;
    module.add_class::<Covers>()?;
    module.add_class::<Proven>()?;
    module.add_class::<Answered>()?;
    module.add_class::<Unproven>()
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Unreadable {
    headline: Headline,
    code: &'static str,
    text: Text,
    layer: &'static str,
    offset: usize,
    log: String,
}

#[pymethods]
impl Unreadable {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("code", "text");

    fn __repr__(&self) -> String {
        format!("Unreadable({:?})", self.log)
    }
}

#[pyclass(frozen, get_all, eq, module = "doichieu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Covers {
    answer: &'static str,
    text: Text,
    rule: &'static str,
    measure: Option<&'static str>,
}

impl Covers {
    pub(crate) fn of(of: doichieu::Covers) -> Self {
        Self {
            answer: of.answer.name(),
            text: Text::of(of.answer.text()),
            rule: of.rule,
            measure: of.measure.map(doichieu::VehicleMeasure::name),
        }
    }
}

macro_rules! papers {
    ($($name:ident { $($field:ident : $of:ty),* } $args:expr;)*) => { $(
        #[pyclass(frozen, get_all, module = "doichieu")]
        #[derive(Debug)]
        pub(crate) struct $name {
            kind: Py<PyAny>,
            verdict: &'static str,
            headline: Headline,
            findings: Vec<Py<Finding>>,
            covers: Option<Covers>,
            $($field: $of,)*
        }

        #[pymethods]
        impl $name {
            #[classattr]
            #[pyo3(name = "__match_args__")]
            const MATCH_ARGS: (&'static str, &'static str) = $args;

            fn __repr__(&self) -> String {
                format!(concat!(stringify!($name), "(kind={}, verdict={:?})"), self.kind, self.verdict)
            }
        }
    )* };
}

papers! {
    Proven { release: Py<Release>, withheld: usize } ("kind", "release");
    Answered { question: &'static str, answer: &'static str, text: Text, rule: Option<&'static str> } ("kind", "answer");
    Unproven { reason: &'static str } ("kind", "reason");
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Report {
    slot: Slot,
    findings: Vec<Py<Finding>>,
    papers: Vec<Py<PyAny>>,
}

#[pymethods]
impl Report {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("verdict", "papers");

    #[getter]
    fn verdict(&self) -> &'static str {
        self.slot.with(|report| Some(report.verdict().name())).unwrap_or("refer")
    }

    #[getter]
    fn headline(&self) -> Headline {
        Headline::of(self.slot.with(|report| Some(report.headline())).unwrap_or(doichieu::Headline::LookUp))
    }

    #[getter]
    fn findings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.findings.iter().map(|of| of.clone_ref(py)))
    }

    #[getter]
    fn papers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.papers.iter().map(|of| of.clone_ref(py)))
    }

    #[getter]
    fn is_test(&self) -> bool {
        self.slot.with(|report| Some(report.is_test())).unwrap_or(true)
    }

    #[getter]
    fn at(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.slot.with(|report| Some(report.at())).map(|at| instant(py, at)).transpose()
    }

    #[getter]
    fn json(&self) -> String {
        self.slot.with(|report| report.to_json())
    }

    #[getter]
    fn consumed(&self) -> bool {
        self.slot.with(|report| report.consumed())
    }

    #[getter]
    fn basis(&self) -> Option<String> {
        self.slot.with(|report| report.legal_basis().map(|basis| basis.code().to_owned()))
    }

    fn consent_proof<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let proof = self.slot.with(|report| report.consent_proof());
        proof.map(|proof| PyBytes::new(py, proof.as_bytes()))
    }

    fn showing<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let showing = self.slot.with(|report| report.showing().map(doichieu::Showing::to_bytes));
        showing.map(|bytes| PyBytes::new(py, &bytes))
    }

    fn memory_extract<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.slot.with(|report| report.memory_extract()))
    }

    #[getter]
    fn clock_difference(&self) -> Option<Text> {
        self.slot.with(|report| report.clock_difference()).map(|apart| Text::said(|language| apart.text(language)))
    }

    /// Ends the values of all its papers.
    fn close(&self) {
        self.slot.with(|report| {
            for paper in report.papers_mut() {
                if let Proof::Proven(release) = paper.proof() {
                    release.end();
                }
            }
        });
    }

    const fn __enter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    #[pyo3(signature = (*_exc))]
    fn __exit__(&self, _exc: &Bound<'_, PyTuple>) {
        self.close();
    }

    fn __repr__(&self) -> String {
        format!("Report(verdict={:?}, papers={})", self.verdict(), self.papers.len())
    }
}

impl Report {
    pub(crate) const fn slot(&self) -> &Slot {
        &self.slot
    }
}

/// A report or what says that it was no document, in the words of the role it was made for.
pub(crate) fn seen(
    py: Python<'_>,
    of: Result<doichieu::Report, doichieu::input::Unreadable>,
    role: &RoleProfile,
) -> PyResult<Py<PyAny>> {
    match of {
        Ok(report) => Ok(Py::new(py, told(py, report, role)?)?.into_any()),
        Err(why) => Ok(Py::new(py, unreadable(why, role))?.into_any()),
    }
}

pub(crate) fn told(py: Python<'_>, report: doichieu::Report, role: &RoleProfile) -> PyResult<Report> {
    let findings = Finding::all(py, report.findings(), None, role)?;
    let slot = Slot::alone(report);
    let papers = slot.with(|report| {
        Some(report.papers_mut().iter_mut().zip(0..).map(|(of, place)| paper(py, of, &slot, place, role)).collect())
    });
    Ok(Report { findings, papers: papers.unwrap_or_else(|| Ok(Vec::new()))?, slot })
}

fn unreadable(why: doichieu::input::Unreadable, role: &RoleProfile) -> Unreadable {
    let (reason, filling) = (why.reason(), doichieu::reason::Filling::default());
    let text = Text::said(|language| {
        let said = role.said(reason, language, &filling);
        let step = said.step_text().map(|step| format!(" {step}")).unwrap_or_default();
        format!("{}{step}", said.text())
    });
    Unreadable {
        headline: Headline::of(doichieu::Headline::of_unread(reason)),
        code: reason.code(),
        text,
        layer: why.layer.name(),
        offset: why.at,
        log: why.to_string(),
    }
}

fn paper(
    py: Python<'_>,
    paper: &mut doichieu::PaperReport,
    slot: &Slot,
    place: usize,
    role: &RoleProfile,
) -> PyResult<Py<PyAny>> {
    let kind = kind_name(py, paper.kind())?;
    let (verdict, headline) = (paper.verdict().name(), Headline::of(paper.headline()));
    let findings = Finding::all(py, paper.findings(), Some(paper.kind()), role)?;
    let (covers, withheld) = (paper.covers().map(Covers::of), paper.withheld().unwrap_or_default());
    Ok(match paper.proof() {
        Proof::Proven(_) => {
            let release = Py::new(py, Release::of(slot.clone(), place))?;
            Py::new(py, Proven { kind, verdict, headline, findings, covers, release, withheld })?.into_any()
        }
        Proof::Answered(of) => {
            let (question, answer) = (of.question.name(), of.answer.name());
            let (text, rule) = (Text::of(of.answer.text()), of.rule);
            Py::new(py, Answered { kind, verdict, headline, findings, covers, question, answer, text, rule })?
                .into_any()
        }
        Proof::Unproven(reason) => {
            let reason = reason.code();
            Py::new(py, Unproven { kind, verdict, headline, findings, covers, reason })?.into_any()
        }
        _ => Py::new(py, Unproven { kind, verdict, headline, findings, covers, reason: "" })?.into_any(),
    })
}
