//! Where a file to be written really is: links followed only where nobody else can bend them, and nothing taken for a
//! file that is none.

use super::{no_file, owner, unreadable};
use crate::failure::Failure;
use crate::page;
use crate::trouble::Trouble;
use std::ffi::OsString;
use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Links that lead to one another.
const LINKS: usize = 8;

/// A file that is there or may be made; its name is no link.
///
/// A link is followed only where link and file are this user's and nobody else can write the folder that the link lies
/// in: otherwise somebody else chooses what is overwritten. That is how it stood when it was looked at; the folders
/// above are not looked at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    folder: PathBuf,
    name: OsString,
}

impl Place {
    /// Follows a path to its end.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let mut place = Self::named(path)?;
        for links in 0..=LINKS {
            let at = place.path();
            let there = match fs::symlink_metadata(&at) {
                Ok(there) => there,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    // A link may lead to what is only to be made, into a folder that is ours alone as well.
                    let free = links == 0 || owner::is_ours_alone(&place.folder).is_ok_and(|alone| alone);
                    return if free { Ok(place) } else { Err(not_followed(path)) };
                }
                Err(error) => return Err(unreadable(path, &error)),
            };
            if !there.is_symlink() {
                return place.ending(path, &there, links);
            }
            if !owner::is_ours(&there) || !owner::is_ours_alone(&place.folder).is_ok_and(|alone| alone) {
                return Err(not_followed(path));
            }
            let to = fs::read_link(&at).map_err(|error| unreadable(path, &error))?;
            place = Self::named(&place.folder.join(to))?;
        }
        Err(not_followed(path))
    }

    fn ending(self, path: &Path, there: &Metadata, links: usize) -> Result<Self, Failure> {
        if !there.is_file() {
            return Err(no_file(path));
        }
        if links == 0 || owner::is_ours(there) { Ok(self) } else { Err(not_followed(path)) }
    }

    fn named(path: &Path) -> Result<Self, Failure> {
        let name = path.file_name().ok_or_else(|| no_file(path))?.to_owned();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { folder: folder.to_owned(), name })
    }

    /// The folder it lies in.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// The file whose lock stands for this one's, beside it.
    pub(crate) fn lock(&self) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".lock");
        self.folder.join(name)
    }

    /// Whether a path leads here, or this is where the lock of what it leads to belongs.
    pub(super) fn is(&self, path: &Path) -> bool {
        let (one, lock) = (self.path(), Self::of(path).map(|other| other.lock()));
        are_one(&one, path) || lock.is_ok_and(|lock| are_one(&one, &lock))
    }

    /// What the file holds; `None`: there is none.
    pub(crate) fn read(&self) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.path();
        match owner::open(&path, OpenOptions::new().read(true)).and_then(super::bounded) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&path, &error)),
        }
    }
}

/// Whether two paths lead to one file, be it there or not.
fn are_one(one: &Path, other: &Path) -> bool {
    let both = fs::metadata(one).and_then(|one| Ok((one, fs::metadata(other)?)));
    if both.is_ok_and(|(one, other)| owner::are_one(&one, &other)) {
        return true;
    }
    whole(one).is_some_and(|one| whole(other) == Some(one))
}

/// A path from the root on, of a file that need not be there.
fn whole(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().or_else(|| {
        let place = Place::named(path).ok()?;
        Some(fs::canonicalize(place.folder).ok()?.join(place.name))
    })
}

fn not_followed(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::FileLinkNotFollowed,
        format!(
            "{path} là liên kết mà người khác có thể đổi hướng, hoặc dẫn đến tệp của người khác: không ghi qua đó. Cho biết đường dẫn thật."
        ),
        format!(
            "{path} is a link that somebody else could turn elsewhere, or leads to somebody else's file: nothing is written through it. Name the file itself."
        ),
    )
}
