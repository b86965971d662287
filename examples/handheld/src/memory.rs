//! The device's memory: the one door for every command that takes `--memory`.
//!
//! From [`take`] to [`Taken::settle`] no other command has it: the lists are opened, the codes inspected and the memory
//! written by one command, then by the next. So an older list never comes after a newer one, and no showing is lost.
//! Nothing is shown before it is settled, and nobody is waited for in between: codes are read before, keys are pressed
//! after.

use crate::failure::Failure;
use crate::files::{Place, Readers};
use crate::lock::Lock;
use crate::page::{self, say};
use doichieu::Language;
use doichieu::{FileKind, Memory, SetUp};
use std::path::Path;
use std::time::Duration;

/// The memory while this command alone has it.
#[derive(Debug)]
pub(crate) struct Taken {
    memory: Memory,
    lock: Option<Lock>,
}

/// Takes the memory of a file, or a new one if there is none. Waits so long for the commands before this one.
pub(crate) fn take(path: Option<&Path>, wait: Duration, language: Language) -> Result<Taken, Failure> {
    let lock = path.map(|path| Lock::on(path, wait, language)).transpose()?;
    let memory = of_bytes(path, lock.as_ref().and_then(Lock::before))?;
    Ok(Taken { memory, lock })
}

/// What the memory of a file says now, for commands that change nothing: no lock, and nothing is written.
pub(crate) fn look(path: Option<&Path>) -> Result<Memory, Failure> {
    let bytes = path.map(|path| Place::of(path)?.read()).transpose()?.flatten();
    of_bytes(path, bytes.as_deref())
}

fn of_bytes(path: Option<&Path>, bytes: Option<&[u8]>) -> Result<Memory, Failure> {
    let (Some(path), Some(bytes)) = (path, bytes) else { return Ok(Memory::default()) };
    Memory::from_bytes(bytes).map_err(|why| Failure::from(why).of_file(path, bytes, FileKind::Memory))
}

impl Taken {
    /// The memory, to open lists and inspect with.
    pub(crate) const fn memory(&mut self) -> &mut Memory {
        &mut self.memory
    }

    /// The device that was opened with it. Of lists that were refused because they are of the future the memory keeps
    /// the date, so that no later run accepts by a clock that may be slow: it is written before the refusal is told.
    pub(crate) fn keeping<T>(self, opened: Result<T, Failure>, language: Language) -> Result<(T, Self), Failure> {
        match opened {
            Ok(device) => Ok((device, self)),
            Err(refused) => {
                if refused.is(SetUp::FromTheFuture) {
                    self.settle(language)?;
                }
                Err(refused)
            }
        }
    }

    /// Writes it so that it lasts, whatever came of the inspection, and lets the next command have it. Only then may
    /// anything be shown.
    pub(crate) fn settle(self, language: Language) -> Result<Memory, Failure> {
        let (vi, en) = match self.lock {
            None => (
                "Không có --memory: máy không nhớ mã đã xuất trình và mốc thời gian của lần trước.",
                "No --memory: showings and floors of time of earlier runs are not remembered.",
            ),
            Some(lock) => {
                let known = lock.before().is_some();
                lock.replace(&self.memory.to_bytes(), Readers::OwnerOnly)?;
                if known {
                    return Ok(self.memory);
                }
                ("Bộ nhớ mới: chưa biết các lượt xuất trình trước.", "New memory: earlier showings are not known.")
            }
        };
        page::remark(say(language, vi, en));
        Ok(self.memory)
    }
}
