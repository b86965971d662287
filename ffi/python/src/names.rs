//! Registry names, as Python passes them.

use crate::error::DoichieuError;
use doichieu::field::{FIELDS, Field, Kind, Place, Purpose};
use doichieu::reason::Reason;
use doichieu::{FileKind, Question};
use pyo3::prelude::*;

pub(crate) fn kind(name: &str) -> Result<Kind, DoichieuError> {
    Kind::from_name(name).ok_or_else(|| DoichieuError::unknown("argument.kind", "kind of paper"))
}

pub(crate) fn purpose(name: &str) -> Result<Purpose, DoichieuError> {
    Purpose::from_name(name).ok_or_else(|| DoichieuError::unknown("argument.purpose", "purpose"))
}

pub(crate) fn question(name: &str) -> Result<Question, DoichieuError> {
    Question::from_name(name).ok_or_else(|| DoichieuError::unknown("argument.question", "question"))
}

pub(crate) fn reason(code: &str) -> Result<Reason, DoichieuError> {
    Reason::from_code(code).ok_or_else(|| DoichieuError::unknown("argument.reason", "reason"))
}

pub(crate) fn file_kind(name: &str) -> Result<FileKind, DoichieuError> {
    let found = FileKind::ALL.iter().find(|kind| kind.name() == name).copied();
    found.ok_or_else(|| DoichieuError::unknown("argument.file_kind", "kind of file"))
}

pub(crate) fn field(kind: Kind, name: &str) -> Result<Field, DoichieuError> {
    let row = FIELDS.iter().find(|row| row.kind == Some(kind) && row.place == Place::Paper && row.name == name);
    row.map(|row| row.field).ok_or_else(|| DoichieuError::unknown("argument.field", "field of this kind of paper"))
}

/// A registry's name, or the number where this engine has no name for it.
pub(crate) fn kind_name(py: Python<'_>, of: Kind) -> PyResult<Py<PyAny>> {
    Ok(match of.row() {
        Some(row) => row.name.into_pyobject(py)?.into_any().unbind(),
        None => of.number().into_pyobject(py)?.into_any().unbind(),
    })
}

/// Exactly so many bytes.
pub(crate) fn exactly<const N: usize>(bytes: &[u8], code: &str, says: &str) -> Result<[u8; N], DoichieuError> {
    bytes.try_into().map_err(|_| DoichieuError::argument(code, says))
}
