//! The device's own files, opened: anchor, bundle, licence, memory.

use crate::failure::Failure;
use crate::{args, files};
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

/// Opens a bundle file.
pub(crate) fn bundle(path: &Path, roots: &Roots, memory: &mut Memory) -> Result<Bundle, Failure> {
    Ok(Bundle::open(&files::read(path)?, roots, memory)?)
}

/// Opens a licence against a bundle: who we are.
pub(crate) fn inspector(bundle: Bundle, licence: &Path) -> Result<Inspector, Failure> {
    let post = Post::open(&files::read(licence)?, &bundle)?;
    Ok(Inspector::new(Arc::new(bundle), post)?)
}

/// The memory of a file; a new one if the file is not there. Says whether it was there.
pub(crate) fn memory(path: &Path) -> Result<(Memory, bool), Failure> {
    match files::read_if_there(path)? {
        Some(bytes) => Ok((Memory::from_bytes(&bytes)?, true)),
        None => Ok((Memory::new(), false)),
    }
}
