//! Several processes or devices that share a store of showings.

use crate::ask::Ask;
use crate::error::{DoichieuError, HostError};
use crate::inspector::Inspector;
use crate::report::Seen;
use crate::scan::Scan;
use crate::set_up::Memory;
use crate::slot::lock;
use crate::time::at;
use doichieu::Showing;
use std::sync::Arc;
use std::time::SystemTime;

/// What a store answered.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
#[non_exhaustive]
pub enum StoreAnswer {
    /// Nothing stood there, and now this does.
    Fresh,
    /// This stood there, and still does.
    Seen {
        /// The bytes that were kept.
        showing: Vec<u8>,
    },
    /// No answer that can be relied on.
    Failed,
}

/// A store of showings that several share: docs/server.md.
#[uniffi::export(with_foreign)]
pub trait SeenStore: Send + Sync {
    /// Keeps `showing` under `key` until `until`, if nothing stands there; in one step, over all that share it. A failure
    /// counts as [`StoreAnswer::Failed`]: nothing is accepted on it.
    fn keep(&self, key: Vec<u8>, showing: Vec<u8>, until: SystemTime) -> Result<StoreAnswer, HostError>;
}

#[uniffi::export]
impl Inspector {
    /// Inspects one showing by a shared store: nothing is told before the store has answered. The memory gives the floor of
    /// time and is not written.
    pub fn inspect_shared(
        &self,
        scan: &Scan,
        ask: &Ask,
        memory: &Memory,
        now: SystemTime,
        store: Arc<dyn SeenStore>,
    ) -> Result<Seen, DoichieuError> {
        let role = self.0.post().role();
        let unsettled = self.0.inspect_shared(scan.borrowed(), &ask.0, at(now)?, &lock(&memory.0));
        Ok(match unsettled {
            Err(why) => Seen::unreadable(why, role),
            Ok(unsettled) => {
                // Nothing to keep: whatever a store would say counts for nothing.
                let answer =
                    unsettled.showing().map_or(doichieu::StoreAnswer::Fresh, |showing| asked(&*store, showing));
                Seen::report(unsettled.settle(answer), role)
            }
        })
    }
}

fn asked(store: &dyn SeenStore, showing: &Showing) -> doichieu::StoreAnswer {
    let until = crate::time::instant(showing.until);
    match store.keep(showing.key.to_vec(), showing.to_bytes(), until) {
        Ok(StoreAnswer::Fresh) => doichieu::StoreAnswer::Fresh,
        Ok(StoreAnswer::Seen { showing }) => {
            Showing::from_bytes(&showing).map_or(doichieu::StoreAnswer::Failed, doichieu::StoreAnswer::Seen)
        }
        _ => doichieu::StoreAnswer::Failed,
    }
}
