//! The device's memory: the one door for every command that takes `--memory`.
//!
//! From [`take`] to [`Taken::settle`] no other command has it: the lists are opened, the codes inspected and the memory written by one
//! command, then by the next. So an older list never comes after a newer one, and no showing is lost. Nothing is shown before it is
//! settled, and nobody is waited for in between: codes are read before, keys are pressed after.

use crate::failure::Failure;
use crate::files::{Place, Readers};
use crate::lock::Lock;
use crate::page::{self, say};
use doichieu::Memory;
use doichieu::reason::Language;
use std::path::Path;
use std::time::Duration;

/// The memory while this command alone has it.
#[derive(Debug)]
pub(crate) struct Taken {
    memory: Memory,
    lock: Option<Lock>,
}

/// Takes the memory of a file, or a new one if there is none, which is said. Waits so long for the commands before this one.
pub(crate) fn take(path: Option<&Path>, wait: Duration, language: Language) -> Result<Taken, Failure> {
    let Some(path) = path else {
        page::remark(say(
            language,
            "Không có --memory: máy không nhớ mã đã xuất trình và mốc thời gian của lần trước.",
            "No --memory: showings and floors of time of earlier runs are not remembered.",
        ));
        return Ok(Taken { memory: Memory::new(), lock: None });
    };
    let lock = Lock::on(path, wait, language)?;
    let memory = of_bytes(lock.before(), language)?;
    Ok(Taken { memory, lock: Some(lock) })
}

/// What the memory of a file says now, for commands that change nothing: no lock, and nothing is written.
pub(crate) fn look(path: Option<&Path>, language: Language) -> Result<Memory, Failure> {
    let Some(path) = path else { return Ok(Memory::new()) };
    of_bytes(Place::of(path)?.read()?.as_deref(), language)
}

fn of_bytes(bytes: Option<&[u8]>, language: Language) -> Result<Memory, Failure> {
    let Some(bytes) = bytes else {
        page::remark(say(
            language,
            "Bộ nhớ mới: các lần xuất trình trước đó không được biết.",
            "New memory: earlier showings are not known.",
        ));
        return Ok(Memory::new());
    };
    Ok(Memory::from_bytes(bytes)?)
}

impl Taken {
    /// The memory, to open lists and inspect with.
    pub(crate) const fn memory(&mut self) -> &mut Memory {
        &mut self.memory
    }

    /// Writes it so that it lasts, whatever came of the inspection, and lets the next command have it. Only then may anything be shown.
    pub(crate) fn settle(self) -> Result<Memory, Failure> {
        if let Some(lock) = self.lock {
            lock.replace(&self.memory.to_bytes(), Readers::OwnerOnly)?;
        }
        Ok(self.memory)
    }
}
