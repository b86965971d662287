//! What is raised: the classes of `doichieu/_errors.py`. Never a verdict, never a value of a paper.

use doichieu::{AskError, EncounterRefused, FileKind, Language, SetUp, recognise};
use pyo3::prelude::*;

/// A fault before it is one of Python's.
#[derive(Debug)]
pub(crate) struct DoichieuError {
    class: &'static str,
    code: String,
    vi: String,
    en: String,
}

impl DoichieuError {
    pub(crate) fn argument(code: &str, en: &str) -> Self {
        Self { class: "ArgumentError", code: code.to_owned(), vi: en.to_owned(), en: en.to_owned() }
    }

    pub(crate) fn unknown(code: &str, what: &str) -> Self {
        Self::argument(code, &format!("no {what} of this name is known"))
    }
}

impl From<SetUp> for DoichieuError {
    fn from(fault: SetUp) -> Self {
        let text = fault.text();
        Self { class: "SetUpError", code: fault.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

impl From<AskError> for DoichieuError {
    fn from(fault: AskError) -> Self {
        let text = fault.text();
        Self { class: "AskError", code: fault.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

impl From<EncounterRefused> for DoichieuError {
    fn from(why: EncounterRefused) -> Self {
        let text = why.text();
        Self { class: "EncounterError", code: why.code().to_owned(), vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

impl From<DoichieuError> for PyErr {
    fn from(fault: DoichieuError) -> Self {
        Python::attach(|py| {
            let class = py.import("doichieu._errors").and_then(|module| module.getattr(fault.class));
            match class.and_then(|class| class.call1((fault.code, fault.vi, fault.en))) {
                Ok(raised) => Self::from_value(raised),
                Err(why) => why,
            }
        })
    }
}

/// A fault of set-up over files that were to be of these kinds: where one is of another, that is what is said.
pub(crate) fn set_up_of<'a>(
    files: impl IntoIterator<Item = (&'a [u8], FileKind)>,
) -> impl FnOnce(SetUp) -> DoichieuError {
    move |fault| {
        let other = files.into_iter().find_map(|(bytes, wanted)| {
            let found = recognise(bytes);
            Some((found.in_place_of(wanted, Language::Vi)?, found.in_place_of(wanted, Language::En)?))
        });
        let mut told = DoichieuError::from(fault);
        if let Some((vi, en)) = other {
            (told.vi, told.en) = (vi, en);
        }
        told
    }
}
