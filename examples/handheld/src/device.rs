//! The device's own files, opened: anchor, bundle, mandate.

use crate::failure::Failure;
use crate::{args, files};
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

/// A device at work: its bundle under its anchor, and its mandate against that bundle.
pub(crate) fn inspector(of: &args::Device, at: UnixTime, memory: &mut Memory) -> Result<Inspector, Failure> {
    let bundle = bundle(&of.bundle, &roots(&of.lists)?, at, memory)?;
    let post = Post::open(&files::read(&of.post)?, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}
