//! The one file with unsafe code: what comes from C becomes what Rust knows, and back.
//!
//! What is promised by C, in the words of the header: a handle is one that was given and not yet freed, or NULL; a pointer and a
//! length are of memory that may be read and stays as it is during the call. NULL, bad UTF-8 and lengths beyond what a pointer
//! can hold are looked for; the rest cannot be.

use crate::error::{Failure, argument};
use core::ffi::c_char;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zeroize::Zeroize;

/// Bytes that came out. Freed, and wiped, by `doichieu_bytes_free`.
#[repr(C)]
#[derive(Debug)]
pub struct DoichieuBytes {
    /// NULL where there are none.
    pub data: *mut u8,
    /// How many.
    pub length: usize,
}

impl DoichieuBytes {
    pub(crate) const NONE: Self = Self { data: core::ptr::null_mut(), length: 0 };

    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let bytes = bytes.into_boxed_slice();
        let length = bytes.len();
        Self { data: Box::into_raw(bytes).cast(), length }
    }
}

/// Runs what a function does: a panic is told, and a failure is put where the caller reads it.
pub(crate) fn run<T>(error: *mut *mut Failure, otherwise: T, work: impl FnOnce() -> Result<T, Failure>) -> T {
    let done = catch_unwind(AssertUnwindSafe(work));
    let failed = match done {
        Ok(Ok(done)) => {
            // SAFETY: NULL, or a place of the caller's for one pointer, as the header asks for.
            if let Some(place) = unsafe { error.as_mut() } {
                *place = core::ptr::null_mut();
            }
            return done;
        }
        Ok(Err(failure)) => failure,
        Err(_) => Failure::panic(),
    };
    // SAFETY: as above.
    if let Some(place) = unsafe { error.as_mut() } {
        *place = give(failed);
    }
    otherwise
}

/// A handle for C.
pub(crate) fn give<T>(of: T) -> *mut T {
    Box::into_raw(Box::new(of))
}

/// What a handle stands for.
pub(crate) fn take<'a, T>(handle: *const T) -> Result<&'a T, Failure> {
    // SAFETY: NULL is looked for; otherwise it is what `give` gave, which nobody frees during the call.
    unsafe { handle.as_ref() }.ok_or_else(|| argument("argument.null", "a handle"))
}

/// The same, to be changed: one thread at a time, as the header asks for.
pub(crate) fn change<'a, T>(handle: *mut T) -> Result<&'a mut T, Failure> {
    // SAFETY: as in `take`, and no other call has it.
    unsafe { handle.as_mut() }.ok_or_else(|| argument("argument.null", "a handle"))
}

/// Frees a handle; NULL is none.
pub(crate) fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: what `give` gave, for the last time, as the header asks for.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// Bytes of the caller's.
pub(crate) fn bytes<'a>(data: *const u8, length: usize) -> Result<&'a [u8], Failure> {
    if length == 0 {
        return Ok(&[]);
    }
    if data.is_null() || isize::try_from(length).is_err() {
        return Err(argument("argument.bytes", "a pointer to that many bytes"));
    }
    // SAFETY: not NULL, not longer than a pointer can reach, and readable, as the header asks for.
    Ok(unsafe { core::slice::from_raw_parts(data, length) })
}

/// A text of the caller's.
pub(crate) fn text<'a>(data: *const c_char, length: usize) -> Result<&'a str, Failure> {
    core::str::from_utf8(bytes(data.cast(), length)?).map_err(|_| argument("argument.text", "UTF-8"))
}

/// A text for C, freed by `doichieu_text_free`. One with a zero in it ends there: the engine writes none.
pub(crate) fn text_out(text: &str) -> *mut c_char {
    let mut bytes = text.as_bytes().to_vec();
    bytes.retain(|byte| *byte != 0);
    bytes.push(0);
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// Wipes and frees a text that `text_out` gave; NULL is none.
pub(crate) fn free_text(text: *mut c_char) {
    if text.is_null() {
        return;
    }
    // SAFETY: `text_out` gave it, with its one zero at the end, for the last time, as the header asks for.
    let length = unsafe { core::ffi::CStr::from_ptr(text) }.count_bytes().saturating_add(1);
    free_bytes(DoichieuBytes { data: text.cast(), length });
}

/// Wipes and frees bytes that `DoichieuBytes::of` or `text_out` gave; NULL is none.
pub(crate) fn free_bytes(bytes: DoichieuBytes) {
    if bytes.data.is_null() {
        return;
    }
    let slice = core::ptr::slice_from_raw_parts_mut(bytes.data, bytes.length);
    // SAFETY: a boxed slice of this very length was given, for the last time, as the header asks for.
    unsafe { Box::from_raw(slice) }.zeroize();
}

/// A store of showings of the caller's, as C calls it.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct DoichieuStore {
    /// Passed back as it is.
    pub context: *mut core::ffi::c_void,
    /// Keeps `showing` under `key` (32 bytes) until `until`, if nothing stands there, in one step over all that share the
    /// store. Answers 0: nothing stood there, and now it does; 1: something stood there, and was copied to `seen`, which has
    /// room for `DOICHIEU_SHOWING` bytes, its length to `seen_length`; anything else: no answer that can be relied on.
    pub keep: Option<
        unsafe extern "C" fn(
            context: *mut core::ffi::c_void,
            key: *const u8,
            showing: *const u8,
            showing_length: usize,
            until: i64,
            seen: *mut u8,
            seen_length: *mut usize,
        ) -> i32,
    >,
}

/// Room for the bytes of a showing.
pub const DOICHIEU_SHOWING: usize = 1024;

impl DoichieuStore {
    /// Asks the store. What it answers is looked at before it is believed.
    pub(crate) fn ask(&self, showing: &core_api::Showing) -> core_api::StoreAnswer {
        let Some(keep) = self.keep else { return core_api::StoreAnswer::Failed };
        let (bytes, until) = (showing.to_bytes(), i64::try_from(showing.until.seconds()).unwrap_or(i64::MAX));
        let (mut seen, mut length) = ([0_u8; DOICHIEU_SHOWING], 0_usize);
        // SAFETY: a function of the caller's with this signature; every pointer is of memory that outlives the call.
        let answer = unsafe {
            keep(
                self.context,
                showing.key.as_ptr(),
                bytes.as_ptr(),
                bytes.len(),
                until,
                seen.as_mut_ptr(),
                &raw mut length,
            )
        };
        let kept = seen.get(..length).and_then(core_api::Showing::from_bytes);
        match (answer, kept) {
            (0, _) => core_api::StoreAnswer::Fresh,
            (1, Some(kept)) => core_api::StoreAnswer::Seen(kept),
            _ => core_api::StoreAnswer::Failed,
        }
    }
}
