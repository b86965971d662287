//! What was refused, and why. Never anything about a citizen.

use crate::raw::{self, text_out};
use core::ffi::c_char;
use core_api::{AskError, EncounterRefused, FileKind, Language, SetUp, recognise};

/// Why something was refused. Freed by `doichieu_error_free`.
#[derive(Debug)]
pub struct DoichieuError {
    code: &'static str,
    vi: String,
    en: String,
}

/// Within the crate.
pub(crate) type Failure = DoichieuError;

impl Failure {
    pub(crate) fn panic() -> Self {
        let says = "the engine stopped: free every handle that was in the call, and report it";
        Self { code: "internal.panic", vi: says.to_owned(), en: says.to_owned() }
    }
}

/// The caller passed something that the header does not allow.
pub(crate) fn argument(code: &'static str, expected: &str) -> Failure {
    Failure { code, vi: expected.to_owned(), en: expected.to_owned() }
}

pub(crate) fn unknown(code: &'static str, what: &str) -> Failure {
    argument(code, &format!("no {what} of this name is known"))
}

macro_rules! told {
    ($($of:ty)*) => { $(
        impl From<$of> for Failure {
            fn from(fault: $of) -> Self {
                let text = fault.text();
                Self { code: fault.code(), vi: text.vi.to_owned(), en: text.en.to_owned() }
            }
        }
    )* };
}
told!(SetUp AskError EncounterRefused);

/// A fault of set-up over files that were to be of these kinds: where one is of another, that is what is said.
pub(crate) fn set_up_of<'a>(files: impl IntoIterator<Item = (&'a [u8], FileKind)>) -> impl FnOnce(SetUp) -> Failure {
    move |fault| {
        let other = files.into_iter().find_map(|(bytes, wanted)| {
            let found = recognise(bytes);
            Some((found.in_place_of(wanted, Language::Vi)?, found.in_place_of(wanted, Language::En)?))
        });
        let mut told = Failure::from(fault);
        if let Some((vi, en)) = other {
            (told.vi, told.en) = (vi, en);
        }
        told
    }
}

/// Its code, as `setup.memory_torn`; freed by `doichieu_text_free`. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_error_code(error: *const DoichieuError) -> *mut c_char {
    raw::take(error).map_or(core::ptr::null_mut(), |error| text_out(error.code))
}

/// What is wrong and what to do, in Vietnamese; freed by `doichieu_text_free`. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_error_vi(error: *const DoichieuError) -> *mut c_char {
    raw::take(error).map_or(core::ptr::null_mut(), |error| text_out(&error.vi))
}

/// The same in English.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_error_en(error: *const DoichieuError) -> *mut c_char {
    raw::take(error).map_or(core::ptr::null_mut(), |error| text_out(&error.en))
}

/// Frees an error.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_error_free(error: *mut DoichieuError) {
    raw::free(error);
}

/// Wipes and frees a text that a function gave.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_text_free(text: *mut c_char) {
    raw::free_text(text);
}

/// Wipes and frees bytes that a function gave.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bytes_free(bytes: raw::DoichieuBytes) {
    raw::free_bytes(bytes);
}
