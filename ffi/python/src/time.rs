//! Aware datetimes, as seconds.

use crate::error::DoichieuError;
use doichieu::time::{Day, UnixTime};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

/// `datetime`, `timedelta`, `date` and 1970.
struct Clockwork {
    datetime: Py<PyType>,
    delta: Py<PyType>,
    date: Py<PyType>,
    epoch: Py<PyAny>,
}

static CLOCKWORK: PyOnceLock<Clockwork> = PyOnceLock::new();

fn clockwork(py: Python<'_>) -> PyResult<&Clockwork> {
    CLOCKWORK.get_or_try_init(py, || {
        let module = py.import("datetime")?;
        let datetime = module.getattr("datetime")?.cast_into::<PyType>()?;
        let zone = PyDict::new(py);
        zone.set_item("tzinfo", module.getattr("timezone")?.getattr("utc")?)?;
        let epoch = datetime.call((1970, 1, 1), Some(&zone))?.unbind();
        let delta = module.getattr("timedelta")?.cast_into::<PyType>()?.unbind();
        let date = module.getattr("date")?.cast_into::<PyType>()?.unbind();
        Ok(Clockwork { datetime: datetime.unbind(), delta, date, epoch })
    })
}

/// Whole seconds since 1970, what is below a second cut off. Naive ones are refused: nobody knows of which zone they are.
pub(crate) fn at(of: &Bound<'_, PyAny>) -> PyResult<UnixTime> {
    let py = of.py();
    let works = clockwork(py)?;
    let refused =
        || DoichieuError::argument("argument.time", "an aware datetime, from 1970 on, in reach of the engine");
    if !of.is_instance(works.datetime.bind(py))? || of.call_method0("utcoffset")?.is_none() {
        return Err(refused().into());
    }
    let second = works.delta.bind(py).call1((0, 1))?;
    let since = of.sub(works.epoch.bind(py))?.call_method1("__floordiv__", (second,))?;
    let seconds: Option<u64> = since.extract().ok();
    seconds.and_then(UnixTime::new).ok_or_else(|| refused().into())
}

/// Aware, UTC.
pub(crate) fn instant(py: Python<'_>, of: UnixTime) -> PyResult<Py<PyAny>> {
    let works = clockwork(py)?;
    let since = works.delta.bind(py).call1((0, of.seconds()))?;
    Ok(works.epoch.bind(py).add(since)?.unbind())
}

/// `datetime.date`; a year beyond Python's as its ISO text.
pub(crate) fn day(py: Python<'_>, of: Day) -> PyResult<Py<PyAny>> {
    let (year, month, day) = of.civil();
    match clockwork(py)?.date.bind(py).call1((year, month, day)) {
        Ok(date) => Ok(date.unbind()),
        Err(_) => Ok(format!("{year:04}-{month:02}-{day:02}").into_pyobject(py)?.into_any().unbind()),
    }
}
