//! This device's own files: whose lists count, the lists, what it remembers, who it is.

use crate::error::{DoichieuError, set_up_of};
use crate::raw::{self, DoichieuBytes, run, text_out};
use crate::{at, seconds};
use core::ffi::c_char;
use core::ptr::null_mut;
use core_api::FileKind;
use std::sync::Arc;

/// The trust anchor: whose bundles count. Freed by `doichieu_roots_free`.
#[derive(Debug)]
pub struct DoichieuRoots(core_api::Roots);

/// What a device must remember. Freed by `doichieu_memory_free`.
#[derive(Debug)]
pub struct DoichieuMemory(pub(crate) core_api::Memory);

/// The signed lists. Freed by `doichieu_bundle_free`.
#[derive(Debug)]
pub struct DoichieuBundle(pub(crate) Arc<core_api::Bundle>);

/// Who we are: signed, never a plain argument. Freed by `doichieu_post_free`.
#[derive(Debug)]
pub struct DoichieuPost(pub(crate) core_api::Post);

/// Opens a chain of roots; a test root is refused.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_roots_from_bytes(
    chain: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuRoots {
    run(error, null_mut(), || {
        let chain = raw::bytes(chain, length)?;
        let roots = core_api::Roots::from_bytes(chain).map_err(set_up_of([(chain, FileKind::Roots)]))?;
        Ok(raw::give(DoichieuRoots(roots)))
    })
}

/// Takes a test root, too: everything judged under it is marked as a test, and every screen says TEST.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_roots_dangerous_test(
    chain: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuRoots {
    run(error, null_mut(), || {
        let chain = raw::bytes(chain, length)?;
        let roots = core_api::Roots::dangerous_test(chain).map_err(set_up_of([(chain, FileKind::Roots)]))?;
        Ok(raw::give(DoichieuRoots(roots)))
    })
}

/// What two people read out to each other before these roots are trusted; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_roots_fingerprint(roots: *const DoichieuRoots) -> *mut c_char {
    raw::take(roots).map_or(null_mut(), |roots| text_out(&roots.0.fingerprint().to_string()))
}

/// Frees roots.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_roots_free(roots: *mut DoichieuRoots) {
    raw::free(roots);
}

/// A memory of nothing: legitimate, and then earlier showings are not known.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_new() -> *mut DoichieuMemory {
    raw::give(DoichieuMemory(core_api::Memory::new()))
}

/// What was stored before.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_from_bytes(
    bytes: *const u8,
    length: usize,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuMemory {
    run(error, null_mut(), || {
        let bytes = raw::bytes(bytes, length)?;
        let memory = core_api::Memory::from_bytes(bytes).map_err(set_up_of([(bytes, FileKind::Memory)]))?;
        Ok(raw::give(DoichieuMemory(memory)))
    })
}

/// What can still be read of one that is torn: what it knows of lists and time, with a gap for its showings.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_salvaged(
    bytes: *const u8,
    length: usize,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuMemory {
    run(error, null_mut(), || {
        let memory = core_api::Memory::salvaged(raw::bytes(bytes, length)?, at(now)?)?;
        Ok(raw::give(DoichieuMemory(memory)))
    })
}

/// The bytes to store, before anything is shown; freed by `doichieu_bytes_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_to_bytes(memory: *const DoichieuMemory) -> DoichieuBytes {
    raw::take(memory).map_or(DoichieuBytes::NONE, |memory| DoichieuBytes::of(memory.0.to_bytes()))
}

/// The same with a gap up to `now`, for a new memory in the place of a lost one.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_with_gap(
    memory: *const DoichieuMemory,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuMemory {
    run(error, null_mut(), || {
        let memory = raw::take(memory)?.0.clone().with_gap(at(now)?);
        Ok(raw::give(DoichieuMemory(memory)))
    })
}

/// Takes in what another memory of this device and anchor knows. Refused, this memory is as it was.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_join(
    memory: *mut DoichieuMemory,
    other: *const DoichieuMemory,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        // A copy first: a memory may be joined to itself.
        let other = raw::take(other)?.0.clone();
        raw::change(memory)?.0.join(&other)?;
        Ok(true)
    })
}

/// Frees a memory.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_memory_free(memory: *mut DoichieuMemory) {
    raw::free(memory);
}

/// Opens a bundle file; one dated after the clock is not taken. Refused, the memory is unchanged.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bundle_open(
    file: *const u8,
    length: usize,
    roots: *const DoichieuRoots,
    memory: *mut DoichieuMemory,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuBundle {
    run(error, null_mut(), || {
        let (file, roots, now) = (raw::bytes(file, length)?, raw::take(roots)?, at(now)?);
        let opened = core_api::Bundle::open(file, &roots.0, now, &mut raw::change(memory)?.0);
        let bundle = opened.map_err(set_up_of([(file, FileKind::Lists)]))?;
        Ok(raw::give(DoichieuBundle(Arc::new(bundle))))
    })
}

/// Opens the bundle that follows this one, from a delta or a full file.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bundle_apply(
    bundle: *const DoichieuBundle,
    delta: *const u8,
    length: usize,
    roots: *const DoichieuRoots,
    memory: *mut DoichieuMemory,
    now: i64,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuBundle {
    run(error, null_mut(), || {
        let (delta, roots, now) = (raw::bytes(delta, length)?, raw::take(roots)?, at(now)?);
        let opened = raw::take(bundle)?.0.apply(delta, &roots.0, now, &mut raw::change(memory)?.0);
        let bundle = opened.map_err(set_up_of([(delta, FileKind::Delta)]))?;
        Ok(raw::give(DoichieuBundle(Arc::new(bundle))))
    })
}

/// Its number; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bundle_number(bundle: *const DoichieuBundle) -> u64 {
    raw::take(bundle).map_or(0, |bundle| bundle.0.number())
}

/// Whether nothing is referred for this device's sake, at this time, with this memory. `next_due` and `not_after`, where they
/// are not NULL, get when a newer bundle is due and from when on nothing is accepted on this one's word.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bundle_ready(
    bundle: *const DoichieuBundle,
    memory: *const DoichieuMemory,
    now: i64,
    next_due: *mut i64,
    not_after: *mut i64,
    error: *mut *mut DoichieuError,
) -> bool {
    run(error, false, || {
        let now = at(now)?;
        let readiness = raw::take(bundle)?.0.readiness(now, &raw::take(memory)?.0);
        for (place, of) in [(next_due, readiness.next_due), (not_after, readiness.not_after)] {
            if let Ok(place) = raw::change(place) {
                *place = seconds(of);
            }
        }
        Ok(readiness.is_ready(now))
    })
}

/// Frees a bundle.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_bundle_free(bundle: *mut DoichieuBundle) {
    raw::free(bundle);
}

/// Opens a mandate against a bundle.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_post_open(
    mandate: *const u8,
    length: usize,
    bundle: *const DoichieuBundle,
    error: *mut *mut DoichieuError,
) -> *mut DoichieuPost {
    run(error, null_mut(), || {
        let mandate = raw::bytes(mandate, length)?;
        let opened = core_api::Post::open(mandate, &raw::take(bundle)?.0);
        Ok(raw::give(DoichieuPost(opened.map_err(set_up_of([(mandate, FileKind::Mandate)]))?)))
    })
}

/// Its name; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_post_name(post: *const DoichieuPost) -> *mut c_char {
    raw::take(post).map_or(null_mut(), |post| text_out(post.0.name()))
}

/// The name of its role; freed by `doichieu_text_free`.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_post_role(post: *const DoichieuPost) -> *mut c_char {
    raw::take(post).map_or(null_mut(), |post| text_out(post.0.role().role()))
}

/// When its mandate ends; 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_post_until(post: *const DoichieuPost) -> i64 {
    raw::take(post).map_or(0, |post| seconds(post.0.until()))
}

/// Frees a post.
#[unsafe(no_mangle)]
pub extern "C" fn doichieu_post_free(post: *mut DoichieuPost) {
    raw::free(post);
}
