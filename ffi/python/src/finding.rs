//! What was found, in words. No text here holds a value of a paper.

use crate::names::kind_name;
use doichieu::reason::Filling;
use doichieu::{Language, LawfulStep, RoleProfile};
use pyo3::prelude::*;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Text>()?;
    module.add_class::<Headline>()?;
    module.add_class::<Step>()?;
    module.add_class::<Finding>()
}

/// A text in both languages.
#[pyclass(frozen, get_all, eq, hash, module = "doichieu")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Text {
    vi: String,
    en: String,
}

#[pymethods]
impl Text {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("vi", "en");

    fn __repr__(&self) -> String {
        format!("Text(vi={:?}, en={:?})", self.vi, self.en)
    }
}

impl Text {
    pub(crate) fn of(text: doichieu::Text) -> Self {
        Self { vi: text.vi.to_owned(), en: text.en.to_owned() }
    }

    pub(crate) fn said(say: impl Fn(Language) -> String) -> Self {
        Self { vi: say(Language::Vi), en: say(Language::En) }
    }
}

/// The headline for a screen.
#[pyclass(frozen, get_all, eq, hash, module = "doichieu")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Headline {
    name: &'static str,
    text: Text,
}

#[pymethods]
impl Headline {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("name", "text");

    fn __repr__(&self) -> String {
        format!("Headline(name={:?})", self.name)
    }
}

impl Headline {
    pub(crate) fn of(headline: doichieu::Headline) -> Self {
        Self { name: headline.name(), text: Text::of(headline.text()) }
    }
}

/// What may lawfully be done next.
#[pyclass(frozen, get_all, eq, hash, module = "doichieu")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Step {
    code: &'static str,
    text: Text,
    rule: Option<&'static str>,
}

#[pymethods]
impl Step {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("code", "text");

    fn __repr__(&self) -> String {
        format!("Step(code={:?})", self.code)
    }
}

impl Step {
    pub(crate) fn lawful(of: &LawfulStep, kind: doichieu::field::Kind) -> Self {
        let filling = Filling::default().for_kind(Some(kind));
        Self { code: of.step.code(), text: Text::said(|language| of.step.said(language, &filling)), rule: of.rule }
    }
}

/// One finding: a reason, how grave, in words. Never a value.
#[pyclass(frozen, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct Finding {
    #[pyo3(get)]
    code: &'static str,
    #[pyo3(get)]
    gravity: &'static str,
    #[pyo3(get)]
    axis: &'static str,
    #[pyo3(get)]
    side: &'static str,
    #[pyo3(get)]
    about: Option<&'static str>,
    kind: Option<doichieu::field::Kind>,
    #[pyo3(get)]
    age: Option<u64>,
    #[pyo3(get)]
    rule: Option<&'static str>,
    #[pyo3(get)]
    text: Text,
    #[pyo3(get)]
    step: Step,
    #[pyo3(get)]
    aloud: Option<Text>,
}

#[pymethods]
impl Finding {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("code", "gravity");

    #[getter]
    fn kind(&self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        self.kind.map(|kind| kind_name(py, kind)).transpose()
    }

    fn __repr__(&self) -> String {
        format!("Finding(code={:?}, gravity={:?})", self.code, self.gravity)
    }
}

impl Finding {
    /// In the words of a role; `kind`: that of the paper it stands on.
    pub(crate) fn of(
        finding: &doichieu::Finding,
        kind: Option<doichieu::field::Kind>,
        role: &RoleProfile,
        filling: Filling,
    ) -> Self {
        let filling = filling.for_kind(finding.kind().or(kind));
        let [vi, en] = [Language::Vi, Language::En].map(|language| role.said(finding.reason(), language, &filling));
        let [vi_step, en_step] = [&vi, &en].map(|said| said.step_text().unwrap_or_default().to_owned());
        Self {
            code: finding.code(),
            gravity: finding.gravity().name(),
            axis: finding.axis().name(),
            side: finding.side().name(),
            about: finding.field_name(),
            kind: finding.kind(),
            age: finding.age(),
            rule: finding.rule(),
            text: Text { vi: vi.text().to_owned(), en: en.text().to_owned() },
            step: Step { code: vi.step().code(), text: Text { vi: vi_step, en: en_step }, rule: None },
            aloud: vi.aloud().map(Text::of),
        }
    }

    /// All of some, without values.
    pub(crate) fn all(
        py: Python<'_>,
        of: &[doichieu::Finding],
        kind: Option<doichieu::field::Kind>,
        role: &RoleProfile,
    ) -> PyResult<Vec<Py<Self>>> {
        of.iter().map(|finding| Py::new(py, Self::of(finding, kind, role, finding.filling()))).collect()
    }
}
