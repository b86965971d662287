//! What was scanned or received: untrusted in every respect.

use crate::error::DoichieuError;
use crate::raw::{self, run};
use core::ffi::c_char;
use core::ptr::null_mut;
use core_api::What;
use zeroize::Zeroizing;

/// Something scanned or received, as it came. Freed by `doichieu_scan_free`.
pub struct DoichieuScan(Arrived);

enum Arrived {
    Text(Zeroizing<String>),
    Frame(Zeroizing<Vec<u8>>),
    Sealed(Zeroizing<Vec<u8>>),
}

impl core::fmt::Debug for DoichieuScan {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("DoichieuScan(..)")
    }
}

impl DoichieuScan {
    pub(crate) fn borrowed(&self) -> core_api::Scan<'_> {
        match &self.0 {
            Arrived::Text(text) => core_api::Scan::qr(text),
            Arrived::Frame(bytes) => core_api::Scan::frame(bytes),
            Arrived::Sealed(bytes) => core_api::Scan::sealed(bytes),
        }
    }
}

/// The text of a QR code as the reader of the code gave it: do not trim, upper-case or decode it.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_scan_qr(
    text: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuScan {
    run(error, null_mut(), || {
        let text = Zeroizing::new(raw::text(text, length)?.to_owned());
        Ok(raw::give(DoichieuScan(Arrived::Text(text))))
    })
}

/// The bytes of a frame, as an app link or a radio hands them over.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_scan_frame(
    bytes: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuScan {
    run(error, null_mut(), || {
        let bytes = Zeroizing::new(raw::bytes(bytes, length)?.to_vec());
        Ok(raw::give(DoichieuScan(Arrived::Frame(bytes))))
    })
}

/// The bytes of a sealed answer.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_scan_sealed(
    bytes: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuScan {
    run(error, null_mut(), || {
        let bytes = Zeroizing::new(raw::bytes(bytes, length)?.to_vec());
        Ok(raw::give(DoichieuScan(Arrived::Sealed(bytes))))
    })
}

/// Frees a scan, and wipes it.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_scan_free(scan: *mut DoichieuScan) {
    raw::free(scan);
}

/// Collects the parts of animated codes, in any order, with losses and repeats. Freed by `doichieu_frames_free`.
#[derive(Debug)]
pub struct DoichieuFrames(core_api::Frames);

/// None yet.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_frames_new() -> *mut DoichieuFrames {
    raw::give(DoichieuFrames(core_api::Frames::new()))
}

/// The text of one code; repeats are harmless. Answers whether something is whole: `doichieu_frames_scan`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_frames_push(
    frames: *mut DoichieuFrames,
    text: *const c_char,
    length: usize,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let (frames, text) = (&mut raw::change(frames)?.0, raw::text(text, length)?);
        frames.push(text);
        Ok(frames.complete().is_some())
    })
}

/// The showing or sealed answer, once whole; NULL until then.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_frames_scan(frames: *const DoichieuFrames) -> *mut DoichieuScan {
    let Ok(frames) = raw::take(frames) else { return null_mut() };
    match frames.0.complete() {
        Some((What::Showing, bytes)) => raw::give(DoichieuScan(Arrived::Frame(Zeroizing::new(bytes.to_vec())))),
        Some((What::SealedAnswer, bytes)) => raw::give(DoichieuScan(Arrived::Sealed(Zeroizing::new(bytes.to_vec())))),
        _ => null_mut(),
    }
}

/// Frees a collection.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_frames_free(frames: *mut DoichieuFrames) {
    raw::free(frames);
}
