//! The device's own files, opened: anchor, bundle, mandate.

use crate::failure::Failure;
use crate::{args, files};
use doichieu::time::UnixTime;
use doichieu::{Bundle, FileKind, Inspector, Memory, Post, Roots};
use std::path::Path;
use std::sync::Arc;

/// Opens an anchor file; a test anchor only where that was asked for.
pub(crate) fn roots(lists: &args::Lists) -> Result<Roots, Failure> {
    let chain = files::read(&lists.roots)?;
    let opened = Roots::from_bytes(&chain);
    if lists.allow_test_root { opened.or_else(|_| Roots::dangerous_test(&chain)) } else { opened }
        .map_err(|why| Failure::from(why).of_file(&lists.roots, &chain, FileKind::Roots))
}

/// Opens a bundle file, on a device whose clock says `at`.
pub(crate) fn bundle(path: &Path, roots: &Roots, at: UnixTime, memory: &mut Memory) -> Result<Bundle, Failure> {
    let file = files::read(path)?;
    Bundle::open(&file, roots, at, memory).map_err(|why| Failure::from(why).of_file(path, &file, FileKind::Lists))
}

/// Opens a mandate file against a bundle.
pub(crate) fn post(path: &Path, bundle: &Bundle) -> Result<Post, Failure> {
    let mandate = files::read(path)?;
    Post::open(&mandate, bundle).map_err(|why| Failure::from(why).of_file(path, &mandate, FileKind::Mandate))
}

/// A device at work: its bundle under its anchor, and its mandate against that bundle.
pub(crate) fn inspector(of: &args::Device, at: UnixTime, memory: &mut Memory) -> Result<Inspector, Failure> {
    let bundle = bundle(&of.bundle, &roots(&of.lists)?, at, memory)?;
    let post = post(&of.post, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}
