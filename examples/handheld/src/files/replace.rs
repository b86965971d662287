//! A file replaced in one step: a crash leaves the old one or the new one, never half of it.

use super::{Place, owner, unwritable};
use crate::failure::Failure;
use crate::hex;
use crate::trouble::Trouble;
use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

/// How the name of what is being written begins and ends; between them stand 32 random figures. Not the number of the
/// process: in two containers that share a folder it is 1 for both.
const BEGIN: &str = ".doichieu-";
const END: &str = ".part";
/// So old, and nobody is writing it any more: its writer was ended before it could take it away.
const LEFT_BEHIND: Duration = Duration::from_secs(3600);

/// Who may read a file, where the system knows such a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    Everybody,
    OwnerOnly,
}

impl Place {
    /// Replaces the file by way of a new one beside it, and comes back once both the bytes and the name are where a
    /// power cut leaves them, on file systems that can say so. Who may read it is as told, whatever stood there.
    pub(crate) fn replace(&self, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
        if readers == Readers::OwnerOnly {
            sweep(self.folder());
        }
        let beside = self.folder().join(format!("{BEGIN}{}{END}", hex::of(&random::<16>()?)));
        self.replace_by(&beside, bytes, readers).map_err(|error| {
            // The first error is the one worth telling.
            let _ = fs::remove_file(&beside);
            unwritable(&self.path(), &error)
        })
    }

    fn replace_by(&self, beside: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
        // First: a folder that cannot be opened would be noticed too late.
        let folder = Folder::open(self.folder())?;
        write_through(beside, bytes, readers)?;
        fs::rename(beside, self.path())?;
        folder.settle()
    }
}

/// A folder whose names are to be kept over a power cut.
struct Folder(#[cfg(unix)] fs::File);

impl Folder {
    #[cfg(unix)]
    fn open(path: &Path) -> io::Result<Self> {
        fs::File::open(path).map(Self)
    }

    #[cfg(unix)]
    fn settle(self) -> io::Result<()> {
        match self.0.sync_all() {
            // Some file systems know no such thing of a folder. No test can tell whether it was done: that takes a
            // power cut.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            settled => settled,
        }
    }

    /// Here a folder cannot be opened as a file, and a rename is as lasting as the system makes it.
    #[cfg(not(unix))]
    const fn open(_: &Path) -> io::Result<Self> {
        Ok(Self())
    }

    #[cfg(not(unix))]
    const fn settle(self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a file that is not there yet: what lies in wait under its name is an error, and a link is not followed.
fn write_through(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if readers == Readers::OwnerOnly {
        owner::ours_alone(&mut options);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Takes away what ended writers left half written in a folder: it may hold what the file it was for no longer holds.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_ours(&entry.file_name())) {
        let written = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|of| of.modified().ok());
        if written.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > LEFT_BEHIND) {
            // Somebody else may have been faster.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_ours(name: &OsStr) -> bool {
    let figures = name.to_str().and_then(|name| name.strip_prefix(BEGIN)?.strip_suffix(END));
    figures.is_some_and(|figures| figures.len() == 32 && figures.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        Failure::device(
            Trouble::RandomUnusable,
            format!("Máy này không cho số ngẫu nhiên ({error}). Dùng máy khác."),
            format!("This computer gives no random numbers ({error}). Use another."),
        )
    })?;
    Ok(bytes)
}
