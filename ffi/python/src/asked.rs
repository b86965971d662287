//! The citizen's side of a challenge: who asks, why and for what.

use crate::finding::Text;
use crate::names::kind_name;
use crate::set_up::Bundle;
use crate::time::instant;
use doichieu::field::FieldKey;
use pyo3::prelude::*;

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<GenuineAsk>()?;
    module.add_class::<RefusedAsk>()?;
    module.add_function(wrap_pyfunction!(open_ask, module)?)
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct GenuineAsk {
    post: String,
    role: String,
    purpose: Option<&'static str>,
    question: Option<&'static str>,
    /// `[(kind, [field], [sensitive field])]`.
    fields: Vec<(Py<PyAny>, Vec<String>, Vec<String>)>,
    retention: u64,
    display_seconds: u64,
    origin: Option<String>,
    until: Py<PyAny>,
    is_test: bool,
    lists_age: u64,
    lists_overdue: bool,
}

#[pyclass(frozen, get_all, module = "doichieu")]
#[derive(Debug)]
pub(crate) struct RefusedAsk {
    code: &'static str,
    text: Text,
}

#[pymethods]
impl RefusedAsk {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("code", "text");
}

#[pyfunction]
fn open_ask(py: Python<'_>, text: &str, bundle: &Bundle, at: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    match doichieu::Asked::open(text, &bundle.0, crate::time::at(at)?) {
        Ok(asked) => Ok(Py::new(py, told(py, &asked)?)?.into_any()),
        Err(why) => Ok(Py::new(py, RefusedAsk { code: why.code(), text: Text::of(why.text()) })?.into_any()),
    }
}

fn told(py: Python<'_>, of: &doichieu::Asked) -> PyResult<GenuineAsk> {
    let name = |kind, key: FieldKey| key.row(kind).map_or_else(|| key.number().to_string(), |row| row.name.to_owned());
    let mut asked = Vec::new();
    for (kind, fields) in of.fields() {
        let sensitive = of.sensitive().filter(|(of, _)| *of == kind).map(|(_, key)| name(kind, key)).collect();
        asked.push((kind_name(py, kind)?, fields.map(|key| name(kind, key)).collect(), sensitive));
    }
    Ok(GenuineAsk {
        post: of.post().to_owned(),
        role: of.role().to_owned(),
        purpose: of.purpose().name(),
        question: of.question().map(doichieu::Question::name),
        fields: asked,
        retention: of.retention(),
        display_seconds: of.display_seconds(),
        origin: of.origin().map(str::to_owned),
        until: instant(py, of.until())?,
        is_test: of.is_test(),
        lists_age: of.lists_age(),
        lists_overdue: of.lists_overdue(),
    })
}
