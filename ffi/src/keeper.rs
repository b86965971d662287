//! A memory that is stored before anything is shown.

use crate::ask::Ask;
use crate::error::{DoichieuError, HostError};
use crate::inspector::Inspector;
use crate::report::Seen;
use crate::scan::Scan;
use crate::set_up::{Memory, Roots};
use crate::slot::lock;
use crate::time::at;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

/// Where the host keeps its one memory: a file, a database row. One writer at a time over all processes: `begin` takes
/// the turn, `end` gives it back and is always called after it.
#[uniffi::export(with_foreign)]
pub trait MemoryStore: Send + Sync {
    /// Takes the turn and reads what is stored; `null`: nothing was ever stored here.
    fn begin(&self) -> Result<Option<Vec<u8>>, HostError>;
    /// Stores it, so that a crash leaves the old bytes or the new ones.
    fn store(&self, memory: Vec<u8>) -> Result<(), HostError>;
    /// Gives the turn back.
    fn end(&self);
}

/// Inspects in turns over a memory that the host stores: read, inspect, store, then show. Where the store fails, nothing
/// is shown.
#[derive(uniffi::Object)]
pub struct Keeper {
    store: Arc<dyn MemoryStore>,
    /// One turn at a time in this process.
    turn: Mutex<()>,
}

impl core::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Keeper(..)")
    }
}

/// Gives the turn back, whatever came of it.
struct Turn<'a>(&'a dyn MemoryStore);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[uniffi::export]
impl Keeper {
    /// Over the host's store.
    #[uniffi::constructor]
    pub fn new(store: Arc<dyn MemoryStore>) -> Arc<Self> {
        Arc::new(Self { store, turn: Mutex::new(()) })
    }

    /// One inspection in one turn. A memory that cannot be read is a fault of set-up, and says which.
    pub fn inspect(
        &self,
        inspector: &Inspector,
        scan: &Scan,
        ask: &Ask,
        now: SystemTime,
    ) -> Result<Seen, DoichieuError> {
        let now = at(now)?;
        let seen = self.turn(|memory| Ok(inspector.0.inspect(scan.borrowed(), &ask.0, now, memory)))?;
        Ok(Seen::of(seen, inspector.0.post().role()))
    }

    /// Opens a bundle file against the stored memory, and stores what it leaves there. Refused, nothing is stored.
    pub fn open_bundle(
        &self,
        file: Vec<u8>,
        roots: &Roots,
        now: SystemTime,
    ) -> Result<Arc<crate::set_up::Bundle>, DoichieuError> {
        let now = at(now)?;
        let opened = self.turn(|memory| Ok(doichieu::Bundle::open(&file, &roots.0, now, memory)?))?;
        Ok(Arc::new(crate::set_up::Bundle(Arc::new(opened))))
    }

    /// A copy of the stored memory, to look at.
    pub fn memory(&self) -> Result<Arc<Memory>, DoichieuError> {
        let memory = self.turn(|memory| Ok(memory.clone()))?;
        Ok(Arc::new(Memory(Mutex::new(memory))))
    }
}

impl Keeper {
    fn turn<T>(
        &self,
        work: impl FnOnce(&mut doichieu::Memory) -> Result<T, DoichieuError>,
    ) -> Result<T, DoichieuError> {
        let failed = |_| DoichieuError::host("host.memory", "the host could not read or store its memory");
        let _one = lock(&self.turn);
        let stored = self.store.begin().map_err(failed)?;
        let _turn = Turn(&*self.store);
        let mut memory = match &stored {
            Some(bytes) => doichieu::Memory::from_bytes(bytes)?,
            None => doichieu::Memory::new(),
        };
        let done = work(&mut memory)?;
        let bytes = memory.to_bytes();
        if stored.as_ref() != Some(&bytes) {
            self.store.store(bytes).map_err(failed)?;
        }
        Ok(done)
    }
}
