//! A store of showings that several processes share: docs/server.md says what it must do, and this crate does it in
//! PostgreSQL and in Redis.
//!
//! Schema, statement, script and keys are those of the npm file `doichieu/stores`, so that Rust and Node share one
//! store. Everything that comes back from a server is untrusted: what is not exactly what was asked for is
//! [`StoreAnswer::Failed`], which refers.

mod form;
mod postgres;
mod redis;

pub use crate::postgres::{PURGE, PUT, PostgresStore, SCHEMA, TABLE};
pub use crate::redis::{PREFIX, RedisStore, SCRIPT};

use doichieu::input::Unreadable;
use doichieu::time::UnixTime;
use doichieu::{Ask, Inspector, Memory, Report, Scan, Showing, StoreAnswer};

/// Seconds that clocks of callers may differ by, and a showing is kept beyond its end.
pub const SLACK: u64 = 300;

/// Where several processes keep what was shown to one of them.
pub trait SeenStore {
    /// Keeps the showing under its key if nothing stands there, in one step, and says what stood there otherwise.
    ///
    /// No error: whatever goes wrong is [`StoreAnswer::Failed`]. The showing may have been kept then; the same answer
    /// again, in the same encounter, finds out.
    fn put_if_absent(&self, showing: &Showing) -> StoreAnswer;
}

/// Inspects one showing and asks the store before anything is told: see [`Inspector::inspect_shared`].
///
/// # Errors
/// [`Unreadable`] for what is not a document.
pub fn inspect_shared(
    inspector: &Inspector,
    scan: Scan<'_>,
    ask: &Ask,
    at: UnixTime,
    memory: &Memory,
    store: &dyn SeenStore,
) -> Result<Report, Unreadable> {
    let unsettled = inspector.inspect_shared(scan, ask, at, memory)?;
    // Where there is nothing to keep, an answer counts for nothing.
    let answer = unsettled.showing().map_or(StoreAnswer::Fresh, |showing| store.put_if_absent(showing));
    Ok(unsettled.settle(answer))
}
