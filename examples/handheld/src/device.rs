//! The device's own files, opened: anchor, bundle, licence, memory.

use crate::failure::Failure;
use crate::page::{self, say};
use crate::{args, files};
use doichieu::reason::Language;
use doichieu::time::UnixTime;
use doichieu::{Bundle, Inspector, Memory, Post, Roots};
use std::path::Path;
use std::sync::Arc;

/// Opens an anchor file; a test anchor only where that was asked for.
pub(crate) fn roots(lists: &args::Lists) -> Result<Roots, Failure> {
    let chain = files::read(&lists.roots)?;
    let opened = Roots::from_bytes(&chain);
    if lists.allow_test_root { opened.or_else(|_| Roots::dangerous_test(&chain)) } else { opened }
        .map_err(Failure::from)
}

/// Opens a bundle file, on a device whose clock says `at`.
pub(crate) fn bundle(path: &Path, roots: &Roots, at: UnixTime, memory: &mut Memory) -> Result<Bundle, Failure> {
    Ok(Bundle::open(&files::read(path)?, roots, at, memory)?)
}

/// A device at work: its bundle under its anchor, and its licence against that bundle.
pub(crate) fn inspector(of: &args::Device, at: UnixTime, memory: &mut Memory) -> Result<Inspector, Failure> {
    let bundle = bundle(&of.bundle, &roots(&of.lists)?, at, memory)?;
    let post = Post::open(&files::read(&of.post)?, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}

/// The memory of a file; a new one if there is none, which is said.
pub(crate) fn memory(path: Option<&Path>, language: Language) -> Result<Memory, Failure> {
    let (memory, remark) = match path {
        None => (
            Memory::new(),
            Some((
                "Không có --memory: máy không nhớ mã đã xuất trình và mốc thời gian của lần trước.",
                "No --memory: showings and floors of time of earlier runs are not remembered.",
            )),
        ),
        Some(path) => match files::read_if_there(path)? {
            Some(bytes) => (Memory::from_bytes(&bytes)?, None),
            None => (
                Memory::new(),
                Some((
                    "Bộ nhớ mới: các lần xuất trình trước đó không được biết.",
                    "New memory: earlier showings are not known.",
                )),
            ),
        },
    };
    if let Some((vi, en)) = remark {
        page::remark(say(language, vi, en));
    }
    Ok(memory)
}
