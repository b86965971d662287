//! Instants of the host, as seconds.

use crate::error::DoichieuError;
use doichieu::time::UnixTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Whole seconds since 1970, what is below a second cut off.
pub(crate) fn at(of: SystemTime) -> Result<UnixTime, DoichieuError> {
    let seconds = of.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs());
    let at = seconds.and_then(UnixTime::new);
    at.ok_or_else(|| DoichieuError::argument("argument.time", "a time from 1970 on, in reach of the engine"))
}

/// As the host takes it.
pub(crate) fn instant(of: UnixTime) -> SystemTime {
    UNIX_EPOCH.checked_add(Duration::from_secs(of.seconds())).unwrap_or(UNIX_EPOCH)
}
