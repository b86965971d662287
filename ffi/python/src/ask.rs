//! What is asked for and why; a challenge in its two steps.

use crate::error::DoichieuError;
use crate::inspector::Inspector;
use crate::names::{self, exactly};
use crate::slot::lock;
use crate::time::instant;
use crate::vehicle::Vehicle;
use doichieu::{LegalBasis, Seed};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use std::sync::Mutex;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<EncounterSeed>()?;
    module.add_class::<Only>()?;
    module.add_class::<Wants>()?;
    module.add_class::<Ask>()?;
    module.add_class::<AskDraft>()?;
    module.add_class::<Challenge>()
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct EncounterSeed(pub(crate) doichieu::EncounterSeed);

#[pymethods]
impl EncounterSeed {
    #[new]
    fn new(random: &[u8]) -> Result<Self, DoichieuError> {
        let random = exactly(random, "argument.encounter", "32 random bytes, new for each encounter")?;
        Ok(Self(doichieu::EncounterSeed::new(random)))
    }

    #[staticmethod]
    fn kept(salt: &[u8]) -> Result<Self, DoichieuError> {
        let salt = exactly(salt, "argument.salt", "the 16 bytes of a kept salt")?;
        Ok(Self(doichieu::EncounterSeed::kept(doichieu::Salt::new(salt))))
    }

    #[getter]
    fn salt<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.salt().bytes())
    }
}

/// Exactly one of three.
#[pyclass(frozen, module = "doichieu", from_py_object)]
#[derive(Debug, Clone)]
pub(crate) struct Only(What);

#[derive(Debug, Clone)]
enum What {
    All,
    Fields(Vec<(doichieu::field::Kind, Vec<doichieu::field::Field>)>),
    Question(doichieu::Question),
}

#[pymethods]
impl Only {
    /// All that mandate and profile allow for the purpose.
    #[classattr]
    const ALL: Self = Self(What::All);

    #[staticmethod]
    fn fields(of: &Bound<'_, PyDict>) -> PyResult<Self> {
        let nothing = || DoichieuError::argument("argument.only", "fields by kind of paper, one of each at least");
        let mut kinds = Vec::new();
        for (kind, names) in of {
            let kind = names::kind(&kind.extract::<String>()?)?;
            // A text is a sequence of texts to Python: one name in the place of a list is a mistake, not its letters.
            let names: Vec<String> = names.extract().map_err(|_| nothing())?;
            let fields = names.iter().map(|name| names::field(kind, name)).collect::<Result<Vec<_>, _>>()?;
            if fields.is_empty() {
                return Err(nothing().into());
            }
            kinds.push((kind, fields));
        }
        kinds.sort_by_key(|(kind, _)| kind.number());
        if kinds.is_empty() { Err(nothing().into()) } else { Ok(Self(What::Fields(kinds))) }
    }

    #[staticmethod]
    fn question(name: &str) -> Result<Self, DoichieuError> {
        Ok(Self(What::Question(names::question(name)?)))
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Wants(doichieu::Wants);

#[pymethods]
impl Wants {
    #[new]
    #[pyo3(signature = (purpose, only, *, retention=None, origin=None))]
    fn new(purpose: &str, only: Only, retention: Option<u64>, origin: Option<String>) -> Result<Self, DoichieuError> {
        let purpose = names::purpose(purpose)?;
        let mut wants = match only.0 {
            What::All => doichieu::Wants::all(purpose),
            What::Question(question) => doichieu::Wants::answer(purpose, question),
            What::Fields(kinds) => {
                let mut kinds = kinds.into_iter();
                let first = kinds.next();
                let (kind, fields) = first.ok_or_else(|| DoichieuError::argument("argument.only", "no field"))?;
                let wants = doichieu::Wants::only(purpose, kind, fields);
                kinds.fold(wants, |wants, (kind, fields)| wants.and(kind, fields))
            }
        };
        if let Some(seconds) = retention {
            wants = wants.retention(seconds);
        }
        if let Some(origin) = origin {
            wants = wants.origin(origin);
        }
        Ok(Self(wants))
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Ask(pub(crate) doichieu::Ask);

#[pymethods]
impl Ask {
    fn for_vehicle(&self, vehicle: &Vehicle) -> Self {
        Self(self.0.clone().for_vehicle(vehicle.0))
    }

    fn for_plate(&self, plate: String) -> Self {
        Self(self.0.clone().for_plate(plate))
    }

    fn still_this_person(&self, showing: &[u8]) -> Result<Self, DoichieuError> {
        let showing = doichieu::Showing::from_bytes(showing);
        let showing = showing.ok_or_else(|| DoichieuError::argument("argument.showing", "a report's showing"))?;
        Ok(Self(self.0.clone().still_this_person(&showing)))
    }

    fn wants(&self, kind: &str, field: &str) -> Result<bool, DoichieuError> {
        let kind = names::kind(kind)?;
        Ok(self.0.wants(kind, names::field(kind, field)?))
    }

    #[getter]
    fn until(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.0.until().map(|of| instant(py, of)).transpose()
    }

    #[getter]
    fn digits(&self) -> Option<String> {
        self.0.digits().map(|digits| digits.to_string())
    }

    #[getter]
    fn post_digits(&self) -> Option<String> {
        self.0.post_digits().map(|digits| digits.to_string())
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct AskDraft {
    to_be_signed: Vec<u8>,
    waiting: Mutex<Option<doichieu::AskDraft>>,
}

#[pymethods]
impl AskDraft {
    fn to_be_signed<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.to_be_signed)
    }

    fn seal(&self, signature: &[u8]) -> Result<Challenge, DoichieuError> {
        let used = || DoichieuError::argument("argument.freed", "this draft was sealed already");
        let draft = lock(&self.waiting).take().ok_or_else(used)?;
        let raw = crate::signature::raw(signature);
        Ok(Challenge(draft.seal(raw.as_ref().map_or(signature, |raw| &raw[..]))?))
    }
}

#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Challenge(doichieu::Challenge);

#[pymethods]
impl Challenge {
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    #[getter]
    fn ask(&self) -> Ask {
        Ask(self.0.ask().clone())
    }

    #[getter]
    fn digits(&self) -> String {
        self.0.digits().to_string()
    }
}

#[pymethods]
impl Inspector {
    #[pyo3(signature = (purpose, encounter, *, question=None, basis=None))]
    fn unprompted(
        &self,
        purpose: &str,
        encounter: &EncounterSeed,
        question: Option<&str>,
        basis: Option<&str>,
    ) -> Result<Ask, DoichieuError> {
        let (purpose, seed) = (names::purpose(purpose)?, &encounter.0);
        let ask = match (question, basis) {
            (None, None) => self.0.unprompted(purpose, seed),
            (Some(question), None) => self.0.unprompted_question(purpose, names::question(question)?, seed),
            (None, Some(basis)) => {
                let none = || DoichieuError::argument("argument.basis", "no legal basis is written so");
                self.0.on_basis(purpose, &LegalBasis::new(basis).ok_or_else(none)?, seed)
            }
            (Some(_), Some(_)) => {
                let says = "a question is answered on consent, not on a legal basis";
                return Err(DoichieuError::argument("argument.basis", says));
            }
        };
        Ok(Ask(ask?))
    }

    fn ask(&self, wants: &Wants, seed: &[u8], encounter: &EncounterSeed, at: &Bound<'_, PyAny>) -> PyResult<AskDraft> {
        let at = crate::time::at(at)?;
        let draft = self.0.ask(&wants.0, &secret(seed)?, &encounter.0, at).map_err(DoichieuError::from)?;
        Ok(AskDraft { to_be_signed: draft.to_be_signed().to_vec(), waiting: Mutex::new(Some(draft)) })
    }

    fn resume(&self, challenge: &str, seed: &[u8], encounter: &EncounterSeed) -> Result<Ask, DoichieuError> {
        Ok(Ask(self.0.resume(challenge, &secret(seed)?, &encounter.0)?))
    }

    fn kept_ask(&self, challenge: &str, salt: &[u8]) -> Result<Ask, DoichieuError> {
        let salt = exactly(salt, "argument.salt", "the 16 bytes of a kept salt")?;
        Ok(Ask(self.0.kept_ask(challenge, &doichieu::Salt::new(salt))?))
    }
}

fn secret(bytes: &[u8]) -> Result<Seed, DoichieuError> {
    exactly(bytes, "argument.seed", "32 random bytes, new for each ask").map(Seed::new)
}
