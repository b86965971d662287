//! Whose a file is, as far as the system knows. Where it does not, nothing is known to be ours.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

/// Whether a file belongs to the user this program works for.
#[cfg(unix)]
pub(super) fn is_ours(of: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    of.uid() == nix::unistd::geteuid().as_raw()
}

/// The same where files have no owner that could be asked for.
#[cfg(not(unix))]
pub(super) const fn is_ours(_: &Metadata) -> bool {
    false
}

/// Whether nobody but us, and an administrator who may do anything, can put something else into a folder.
#[cfg(unix)]
pub(super) fn is_ours_alone(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    const OTHERS_WRITE: u32 = 0o022;
    let of = std::fs::metadata(folder)?;
    Ok((is_ours(&of) || of.uid() == 0) && of.mode() & OTHERS_WRITE == 0)
}

/// The same where it cannot be known.
#[cfg(not(unix))]
pub(super) const fn is_ours_alone(_: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Whether two files that are there are one, whatever they are called.
#[cfg(unix)]
pub(super) fn are_one(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// The same where files have no number: their names tell.
#[cfg(not(unix))]
pub(super) const fn are_one(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Whether an open file still has its name.
pub(crate) fn is_at(file: &File, path: &Path) -> bool {
    let both = file.metadata().and_then(|open| Ok((open, std::fs::symlink_metadata(path)?)));
    both.is_ok_and(|(open, there)| !cfg!(unix) || are_one(&open, &there))
}

/// A file that is made is for this user alone, where the system knows such a thing.
#[cfg_attr(not(unix), expect(clippy::missing_const_for_fn, reason = "it does something elsewhere"))]
pub(crate) fn ours_alone(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}

/// Opens a file, and neither follows a link nor waits for the other end of a pipe. A folder or device is an error of
/// the kind `InvalidInput`.
pub(crate) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nix::libc::O_NOFOLLOW | nix::libc::O_NONBLOCK);
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Opens a file to read it, behind links too, and does not wait for the other end of a pipe. What is no file is an
/// error of the kind `InvalidInput`.
pub(super) fn open_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(nix::libc::O_NONBLOCK);
    }
    // Asked before it is opened: some devices do something when they are.
    let file = if std::fs::metadata(path)?.is_file() {
        options.read(true).open(path)?
    } else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}
