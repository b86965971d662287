//! Several showings of one check, and what nobody showed.

use crate::ask::EncounterSeed;
use crate::error::DoichieuError;
use crate::finding::{Finding, Headline, Step};
use crate::inspector::Inspector;
use crate::names::{self, kind_name};
use crate::report::{Covers, Report};
use crate::slot::{SharedEncounter, Slot, lock};
use crate::vehicle::Vehicle;
use doichieu::RoleProfile;
use pyo3::prelude::*;
use std::sync::{Arc, Mutex};

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Encounter>()?;
    module.add_class::<EncounterReport>()?;
    module.add_class::<EncounterPaper>()?;
    module.add_class::<EncounterShowing>()?;
    module.add_class::<Need>()
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Encounter {
    encounter: SharedEncounter,
    slots: Mutex<Vec<Slot>>,
    role: RoleProfile,
}

#[pymethods]
impl Encounter {
    #[new]
    fn new(inspector: &Inspector, purpose: &str, seed: &EncounterSeed) -> Result<Self, DoichieuError> {
        let encounter = doichieu::Encounter::new(&inspector.0, names::purpose(purpose)?, &seed.0);
        let role = inspector.0.post().role().clone();
        Ok(Self { encounter: Arc::new(Mutex::new(encounter)), slots: Mutex::new(Vec::new()), role })
    }

    fn add(&self, report: &Report) -> Result<(), DoichieuError> {
        let mut slots = lock(&self.slots);
        report.slot().move_into(&self.encounter, None)?;
        slots.push(report.slot().clone());
        Ok(())
    }

    fn add_again(&self, place: usize, report: &Report, at: &Bound<'_, PyAny>) -> PyResult<()> {
        let (at, mut slots) = (crate::time::at(at)?, lock(&self.slots));
        report.slot().move_into(&self.encounter, Some((place, at, slots.get(place))))?;
        if let Some(slot) = slots.get_mut(place) {
            *slot = report.slot().clone();
        }
        Ok(())
    }

    fn add_unread(&self) {
        lock(&self.encounter).add_unread();
    }

    fn read_after_all(&self) -> bool {
        lock(&self.encounter).read_after_all()
    }

    #[getter]
    fn full(&self) -> bool {
        lock(&self.encounter).is_full()
    }

    #[pyo3(signature = (at, *, vehicle=None, plate=None))]
    fn judge(
        &self,
        at: &Bound<'_, PyAny>,
        vehicle: Option<&Vehicle>,
        plate: Option<String>,
    ) -> PyResult<EncounterReport> {
        let (py, at) = (at.py(), crate::time::at(at)?);
        let mut seen = doichieu::Seen::default();
        if let Some(vehicle) = vehicle {
            seen = seen.for_vehicle(vehicle.0);
        }
        if let Some(plate) = plate {
            seen = seen.for_plate(plate);
        }
        let of = lock(&self.encounter).judge(&seen, at);
        let papers = of.papers().iter().map(|paper| EncounterPaper::of(py, paper, &self.role));
        let needs = of.needs().iter().map(|need| Need::of(py, need));
        let showings = of.showings().iter().map(|of| {
            let findings = Finding::all(py, of.findings(), None, &self.role)?;
            let (verdict, headline) = (of.verdict().name(), Headline::of(of.headline()));
            Py::new(py, EncounterShowing { verdict, headline, findings, ended: of.has_ended() })
        });
        Ok(EncounterReport {
            verdict: of.verdict().name(),
            headline: Headline::of(of.headline()),
            is_test: of.is_test(),
            findings: Finding::all(py, of.findings(), None, &self.role)?,
            papers: papers.collect::<Result<_, _>>()?,
            needs: needs.collect::<Result<_, _>>()?,
            showings: showings.collect::<Result<_, _>>()?,
            unread: of.unread(),
            json: of.to_json(),
        })
    }
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct EncounterReport {
    verdict: &'static str,
    headline: Headline,
    is_test: bool,
    findings: Vec<Py<Finding>>,
    papers: Vec<Py<EncounterPaper>>,
    needs: Vec<Py<Need>>,
    showings: Vec<Py<EncounterShowing>>,
    unread: usize,
    json: String,
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct EncounterPaper {
    report: usize,
    paper: usize,
    kind: Py<PyAny>,
    verdict: &'static str,
    headline: Headline,
    findings: Vec<Py<Finding>>,
    covers: Option<Covers>,
    ended: bool,
}

impl EncounterPaper {
    fn of(py: Python<'_>, of: &doichieu::EncounterPaper, role: &RoleProfile) -> PyResult<Py<Self>> {
        let paper = Self {
            report: of.report(),
            paper: of.paper(),
            kind: kind_name(py, of.kind())?,
            verdict: of.verdict().name(),
            headline: Headline::of(of.headline()),
            findings: Finding::all(py, of.findings(), Some(of.kind()), role)?,
            covers: of.covers().map(Covers::of),
            ended: of.has_ended(),
        };
        Py::new(py, paper)
    }
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct EncounterShowing {
    verdict: &'static str,
    headline: Headline,
    findings: Vec<Py<Finding>>,
    ended: bool,
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Need {
    kind: Py<PyAny>,
    state: &'static str,
    rule: &'static str,
    law: &'static str,
    steps: Vec<Step>,
    measure: Option<&'static str>,
}

impl Need {
    fn of(py: Python<'_>, of: &doichieu::Need) -> PyResult<Py<Self>> {
        let need = Self {
            kind: kind_name(py, of.kind())?,
            state: of.state().name(),
            rule: of.rule(),
            law: of.law(),
            steps: of.steps().iter().map(|step| Step::lawful(step, of.kind())).collect(),
            measure: of.measure().map(doichieu::VehicleMeasure::name),
        };
        Py::new(py, need)
    }
}
