//! One command at a time on a file that is read, judged by, and written back.
//!
//! The lock is advisory and lies on a file of its own beside the other, which is never renamed, written or removed:
//! every writer puts a new file in the other's place, and a lock on what was replaced would hold nobody off. The system
//! takes it back when its holder ends, in whichever way. It holds for every command of this program that sees the same
//! folder, in other containers too. It does not hold for a program that ignores it, nor for another computer, where a
//! network file system keeps locks to each one: [`Lock::replace`] looks once more.

use crate::failure::Failure;
use crate::files::{self, Place, Readers};
use crate::page;
use crate::trouble::Trouble;
use doichieu::Language;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How long another command is waited for where nobody says otherwise.
pub(crate) const WAIT: Duration = Duration::from_secs(30);
/// After this long it is said what is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// A file that no other command reads or writes until this is dropped, and what was in it.
#[derive(Debug)]
pub(crate) struct Lock {
    place: Place,
    before: Option<Vec<u8>>,
    _lock: File,
}

impl Lock {
    /// Waits so long for the commands before this one, then reads.
    pub(crate) fn on(path: &Path, wait: Duration, language: Language) -> Result<Self, Failure> {
        let since = Instant::now();
        loop {
            let place = Place::of(path)?;
            let beside = place.lock();
            let lock = open(&beside).map_err(|error| files::unwritable(&beside, &error))?;
            let lock =
                lock_within(lock, wait.saturating_sub(since.elapsed()), path, language).map_err(|none| match none {
                    None => busy(path, wait),
                    Some(error) => not_lockable(path, &error),
                })?;
            // While this waited a link may have been turned, or somebody tidied the lock away: then it holds nobody
            // off.
            if files::is_at(&lock, &beside) && Place::of(path)? == place {
                let before = place.read()?;
                return Ok(Self { place, before, _lock: lock });
            }
            if since.elapsed() > wait {
                return Err(busy(path, wait));
            }
        }
    }

    /// What the file held when the lock was got; `None`: there was none.
    pub(crate) fn before(&self) -> Option<&[u8]> {
        self.before.as_deref()
    }

    /// Puts a new file in its place, and lets go. What is there must still be what was read: otherwise something writes
    /// past the lock, and neither its word nor ours is to be lost.
    pub(crate) fn replace(self, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
        if self.place.read()? != self.before {
            return Err(changed(&self.place.path()));
        }
        self.place.replace(bytes, readers)
    }
}

/// The file that carries the lock. It is nobody else's business: who can open it can hold it.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    // An exclusive lock wants a file open for writing on some network file systems.
    options.read(true).write(true).create(true).truncate(false);
    files::ours_alone(&mut options);
    files::open(path, &mut options)
}

/// The same file locked. `None`: another command has it for longer; else why there is no lock to be had.
fn lock_within(file: File, wait: Duration, path: &Path, language: Language) -> Result<File, Option<io::Error>> {
    match file.try_lock() {
        Ok(()) => return Ok(file),
        Err(TryLockError::WouldBlock) if wait.is_zero() => return Err(None),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(Some(error)),
    }
    // The system lets those who wait have it one after another, but knows no end of waiting: that is kept here.
    let (send, got) = mpsc::channel();
    let waiting = move || {
        let locked = loop {
            match file.lock() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                locked => break locked.map(|()| file),
            }
        };
        // Nobody waits any more: the lock goes with the file.
        let _ = send.send(locked);
    };
    thread::Builder::new().spawn(waiting).map_err(Some)?;
    let first = got.recv_timeout(wait.min(PATIENCE));
    let locked = match first {
        Err(RecvTimeoutError::Timeout) if wait > PATIENCE => {
            tell(path, wait, language);
            got.recv_timeout(wait.saturating_sub(PATIENCE))
        }
        first => first,
    };
    locked.map_err(|_| None)?.map_err(Some)
}

fn tell(path: &Path, wait: Duration, language: Language) {
    let (path, seconds) = (page::path(path), wait.as_secs());
    page::remark(&match language {
        Language::En => format!("Another command is using {path}: waiting for it, {seconds} s at most."),
        _ => format!("Lệnh khác đang dùng {path}: đang chờ, nhiều nhất {seconds} giây."),
    });
}

fn busy(path: &Path, wait: Duration) -> Failure {
    let (path, seconds) = (page::path(path), wait.as_secs());
    Failure::device(
        Trouble::FileBusy,
        format!(
            "Lệnh khác vẫn đang dùng {path} sau {seconds} giây. Chờ lệnh đó xong rồi làm lại; nếu lệnh đó bị treo thì tắt nó đi. \
             Lệnh này chưa làm gì, dữ liệu đã có còn nguyên."
        ),
        format!(
            "Another command is still using {path} after {seconds} s. Let it finish and try again; if it hangs, end it. This command \
             did nothing, and nothing is lost."
        ),
    )
}

fn not_lockable(path: &Path, error: &io::Error) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::FileNotLockable,
        format!(
            "Không khóa được {path} ({error}): ở đó không bảo đảm được mỗi lúc chỉ một lệnh ghi. Để tệp trên ổ đĩa của chính máy này."
        ),
        format!(
            "Cannot lock {path} ({error}): one writer at a time cannot be kept there. Put the file on this computer's own disk."
        ),
    )
}

fn changed(path: &Path) -> Failure {
    let path = page::path(path);
    Failure::device(
        Trouble::FileChanged,
        format!(
            "{path} vừa bị chương trình khác thay đổi mà không qua khóa. Lệnh này chưa ghi và chưa cho xem gì. Tìm chương trình đó, rồi làm lại."
        ),
        format!(
            "{path} was just changed by something that does not take its lock. This command wrote and showed nothing. Find what it is, then try again."
        ),
    )
}
