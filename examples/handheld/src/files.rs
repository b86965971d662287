//! Files: read whole, written whole or not at all.

use crate::failure::Failure;
use crate::page;
use crate::trouble::Trouble;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

mod owner;
mod place;
mod replace;

pub(crate) use owner::{is_at, open, ours_alone};
pub(crate) use place::Place;
pub(crate) use replace::{Readers, random};

/// Most bytes of a file or of standard input: the largest bundle that the core opens, and twice the largest photograph
/// of a phone. Asked before anything is read.
pub(crate) const MAX_FILE: u64 = 64 << 20;

/// Reads one of this device's files.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::File::open(path).and_then(bounded).map_err(|error| unreadable(path, &error))
}

/// Reads a file that need not be there yet.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::File::open(path).and_then(bounded) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// Reads a file of a folder that nobody vouches for: what is no file, a pipe or a device, is neither waited for nor
/// read.
pub(crate) fn read_only_a_file(path: &Path) -> Result<Vec<u8>, Failure> {
    match owner::open_file(path).and_then(bounded) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Err(no_file(path)),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// Reads standard input.
pub(crate) fn standard_input() -> Result<Vec<u8>, Failure> {
    within(io::stdin().lock()).map_err(|error| unreadable(Path::new("-"), &error))
}

/// All of an open file, if it is not larger than [`MAX_FILE`]: its size is asked for first, and never trusted.
fn bounded(file: fs::File) -> io::Result<Vec<u8>> {
    if file.metadata()?.len() > MAX_FILE { Err(io::ErrorKind::FileTooLarge.into()) } else { within(file) }
}

fn within(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_FILE.saturating_add(1)).read_to_end(&mut bytes)?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_FILE);
    if fits { Ok(bytes) } else { Err(io::ErrorKind::FileTooLarge.into()) }
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| unwritable(path, &error))
}

/// Writes a file whole or not at all: see [`Place::replace`].
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Place::of(path)?.replace(bytes, Readers::Everybody)
}

/// The same of what nobody else on this computer may read.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Place::of(path)?.replace(bytes, Readers::OwnerOnly)
}

/// Refuses to write over a file that the same command works by. Links count as what they lead to.
pub(crate) fn apart<'a>(written: &Path, others: impl IntoIterator<Item = &'a Path>) -> Result<(), Failure> {
    let place = Place::of(written)?;
    let same = others.into_iter().find(|other| place.is(other));
    same.map_or(Ok(()), |other| {
        let (written, other) = (page::path(written), page::path(other));
        Err(Failure::usage(
            format!("{written} sẽ ghi đè {other}, tệp mà chính lệnh này dùng. Ghi vào tệp khác."),
            format!("{written} would overwrite {other}, which this very command uses. Write to another file."),
        ))
    })
}

/// The files in a folder whose names do not begin with a dot, in the order of their names.
pub(crate) fn in_folder(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = listed(path)?;
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    files.retain(|path| path.is_file() && !hidden(path));
    Ok(files)
}

/// Everything in a folder, whatever it is, in the order of the names.
pub(crate) fn listed(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
    let entries = entries.map(|entry| entry.map(|entry| entry.path()).map_err(|error| unreadable(path, &error)));
    let mut listed = entries.collect::<Result<Vec<_>, _>>()?;
    listed.sort();
    Ok(listed)
}

/// A file that could not be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let path = page::path(path);
    if error.kind() == io::ErrorKind::FileTooLarge {
        return Failure::device(
            Trouble::FileTooLarge,
            format!("{path} quá lớn: máy này đọc nhiều nhất {} MiB.", MAX_FILE >> 20),
            format!("{path} is too large: {} MiB are read here at most.", MAX_FILE >> 20),
        );
    }
    Failure::device(
        Trouble::FileUnreadable,
        format!("Không đọc được {path} ({error}). Kiểm tra lại đường dẫn và quyền đọc."),
        format!("Cannot read {path} ({error}). Check the path and that it may be read."),
    )
}

/// A file that could not be written.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::FileUnwritable,
        format!("Không ghi được {path} ({error}). Kiểm tra chỗ trống và quyền ghi."),
        format!("Cannot write {path} ({error}). Check the space left and that it may be written."),
    )
}

/// A folder, a device or a pipe where a file is wanted.
fn no_file(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::FileIsNone,
        format!("{path} là thư mục hoặc thiết bị, không phải tệp. Cho biết tên một tệp."),
        format!("{path} is a folder or a device, not a file. Name a file."),
    )
}
