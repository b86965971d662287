//! Several processes or devices that share a store of showings.

use crate::ask::Ask;
use crate::inspector::Inspector;
use crate::report;
use crate::scan::Scan;
use crate::set_up::Memory;
use crate::slot::lock;
use crate::time::instant;
use doichieu::{Showing, StoreAnswer};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

#[pymethods]
impl Inspector {
    /// `store.keep(key, showing, until)` answers `None` for what is new and the kept bytes for what was seen.
    fn inspect_shared(
        &self,
        py: Python<'_>,
        scan: &Scan,
        ask: &Ask,
        memory: &Memory,
        at: &Bound<'_, PyAny>,
        store: &Bound<'_, PyAny>,
    ) -> PyResult<Py<PyAny>> {
        let (at, role) = (crate::time::at(at)?, self.0.post().role());
        let unsettled = py.detach(|| self.0.inspect_shared(scan.borrowed(), &ask.0, at, &lock(&memory.0)));
        let settled = match unsettled {
            Err(why) => return report::seen(py, Err(why), role),
            Ok(unsettled) => {
                let answer = match unsettled.showing() {
                    Some(showing) => kept(py, store, showing)?,
                    // Nothing to keep: whatever a store would say counts for nothing.
                    None => StoreAnswer::Fresh,
                };
                unsettled.settle(answer)
            }
        };
        report::seen(py, Ok(settled), role)
    }
}

/// A store that raises, or answers what it never kept, counts as one that gave no answer. Being interrupted is no answer of
/// the store's, and goes on.
fn kept(py: Python<'_>, store: &Bound<'_, PyAny>, showing: &Showing) -> PyResult<StoreAnswer> {
    let (key, bytes) = (PyBytes::new(py, &showing.key), PyBytes::new(py, &showing.to_bytes()));
    match store.call_method1("keep", (key, bytes, instant(py, showing.until)?)) {
        Ok(answer) if answer.is_none() => Ok(StoreAnswer::Fresh),
        Ok(answer) => {
            let kept = answer.extract::<Vec<u8>>().ok().and_then(|bytes| Showing::from_bytes(&bytes));
            Ok(kept.map_or(StoreAnswer::Failed, StoreAnswer::Seen))
        }
        Err(why) if why.is_instance_of::<pyo3::exceptions::PyException>(py) => Ok(StoreAnswer::Failed),
        Err(why) => Err(why),
    }
}
