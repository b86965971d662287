//! Files: read whole, written whole or not at all.

use crate::failure::Failure;
use crate::trouble::Trouble;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Reads one of this device's files.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Reads a file that need not be there yet.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| unwritable(path, &error))
}

/// Writes a file by way of a temporary one beside it, so that a power cut leaves the old one or the new one, never half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, bytes, Readers::Everybody)
}

/// The same of what nobody else on this computer may read.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(path, bytes, Readers::OwnerOnly)
}

/// Who may read a file, where the system knows such a thing.
#[derive(Clone, Copy)]
enum Readers {
    Everybody,
    OwnerOnly,
}

fn replace(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = write_through(&beside, bytes, readers).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // The first error is the one worth telling.
        let _ = fs::remove_file(&beside);
        unwritable(path, &error)
    })
}

fn write_through(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    if matches!(readers, Readers::OwnerOnly) {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The files in a folder whose names do not begin with a dot, in the order of their names.
pub(crate) fn in_folder(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = listed(path)?;
    files.retain(|path| path.is_file());
    Ok(files)
}

/// Files and folders in a folder, in the same way.
pub(crate) fn listed(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let mut listed = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(path, &error))?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !hidden {
            listed.push(entry.path());
        }
    }
    listed.sort();
    Ok(listed)
}

/// A file that could not be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::device(
        Trouble::FileUnreadable,
        format!("Không đọc được {path} ({error}). Kiểm tra lại đường dẫn và quyền đọc."),
        format!("Cannot read {path} ({error}). Check the path and that it may be read."),
    )
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    Failure::device(
        Trouble::FileUnwritable,
        format!("Không ghi được {path} ({error}). Kiểm tra chỗ trống và quyền ghi."),
        format!("Cannot write {path} ({error}). Check the space left and that it may be written."),
    )
}
