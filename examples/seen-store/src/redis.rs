//! In Redis: one text for each key, with an end of its own.

use crate::form::{hex, seen};
use crate::{SLACK, SeenStore};
use doichieu::{Showing, StoreAnswer};
use redis::{Client, Connection, RedisError};
use std::sync::Mutex;
use std::time::Duration;

/// What stands before each key.
pub const PREFIX: &str = "doichieu:showing:";

/// One script, and so one step. A server that may evict, or is a replica, gives no answer that counts, and is asked
/// each time: a policy can be changed while it runs. It writes before it reads, so that one that cannot write says
/// nothing.
pub const SCRIPT: &str = "\
if not string.find(redis.call('INFO', 'memory'), 'maxmemory_policy:noeviction', 1, true) then return {'evicts'} end
if not string.find(redis.call('INFO', 'replication'), 'role:master', 1, true) then return {'replica'} end
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return {'fresh'} end
return {'seen', redis.call('GET', KEYS[1])}";

/// A store in Redis, on one connection, made anew after any error.
pub struct RedisStore {
    client: Client,
    connection: Mutex<Option<Connection>>,
    patience: Duration,
    prefix: String,
}

impl RedisStore {
    /// A store at a server that decides, never a replica; it answers within `patience`, or not. `prefix`: [`PREFIX`],
    /// or another where several hosts that know nothing of each other use one server.
    #[must_use]
    pub fn new(client: Client, patience: Duration, prefix: &str) -> Self {
        Self { client, connection: Mutex::new(None), patience, prefix: prefix.to_owned() }
    }

    /// With the connection, which is dropped unless all went well: an answer that comes late would be taken for the
    /// next one.
    fn ask(&self, showing: &Showing) -> Result<Vec<String>, Option<RedisError>> {
        let mut place = self.connection.lock().map_err(|_| None)?;
        let mut connection = match place.take() {
            Some(connection) => connection,
            None => self.connected()?,
        };
        let mut script = redis::cmd("EVAL");
        script.arg(SCRIPT).arg(1).arg(format!("{}{}", self.prefix, hex(&showing.key)));
        let answer = script.arg(hex(&showing.to_bytes())).arg(seconds_to_keep(showing)).query(&mut connection)?;
        *place = Some(connection);
        Ok(answer)
    }

    fn connected(&self) -> Result<Connection, RedisError> {
        let connection = self.client.get_connection_with_timeout(self.patience)?;
        connection.set_read_timeout(Some(self.patience))?;
        connection.set_write_timeout(Some(self.patience))?;
        Ok(connection)
    }
}

impl SeenStore for RedisStore {
    fn put_if_absent(&self, showing: &Showing) -> StoreAnswer {
        let answer = self.ask(showing).unwrap_or_default();
        match answer.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["fresh"] => StoreAnswer::Fresh,
            ["seen", kept] => seen(kept),
            _ => StoreAnswer::Failed,
        }
    }
}

/// From now on, by no clock but the caller's: the server only counts.
fn seconds_to_keep(showing: &Showing) -> u64 {
    showing.until.since(showing.at).saturating_add(SLACK)
}

impl std::fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RedisStore(..)")
    }
}
