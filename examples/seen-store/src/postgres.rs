//! In PostgreSQL: one row for each key.

use crate::form::{hex, seen};
use crate::{SLACK, SeenStore};
use doichieu::time::UnixTime;
use doichieu::{Showing, StoreAnswer};
use postgres::types::Type;
use postgres::{Client, Error, Row};
use std::sync::Mutex;

/// Makes the table, where there is none: once, by whoever owns the database.
pub const SCHEMA: &str = include_str!("../../../wasm/npm/stores.sql");

/// The table that [`SCHEMA`] makes.
pub const TABLE: &str = "doichieu_showings";

/// One statement, and so one step: a row that another transaction is about to insert is waited for, and of two callers
/// one has `again = false`. `DO NOTHING` would give no row back, and a `SELECT` beside it does not see what was
/// committed meanwhile.
pub const PUT: &str = "\
INSERT INTO doichieu_showings AS kept (key, record, until)
VALUES (decode($1, 'hex'), decode($2, 'hex'), $3::bigint)
ON CONFLICT (key) DO UPDATE SET again = true
RETURNING encode(kept.record, 'hex') AS record, kept.again AS again";

/// Forgets what can pass nowhere any more: by the clock of the caller and by that of the server.
pub const PURGE: &str = "\
WITH gone AS (
  DELETE FROM doichieu_showings
  WHERE until + 300 < LEAST($1::bigint, floor(extract(epoch FROM now()))::bigint)
  RETURNING 1
)
SELECT count(*)::int AS gone FROM gone";

/// How to reach the server: TLS, user and time-outs are the host's.
type Connect = dyn Fn() -> Result<Client, Error> + Send + Sync;

/// A store in a table of PostgreSQL, on one connection, made anew after any error.
pub struct PostgresStore {
    connect: Box<Connect>,
    client: Mutex<Option<Client>>,
    patience_ms: u32,
}

impl PostgresStore {
    /// A store that answers within `patience_ms`, or not.
    ///
    /// The server keeps that time. Against one that is no longer reached, `connect` sets `connect_timeout`,
    /// `keepalives` and `tcp_user_timeout` of [`postgres::Config`]. It leads to the one server that decides, never to a
    /// replica.
    #[must_use]
    pub fn new(patience_ms: u32, connect: impl Fn() -> Result<Client, Error> + Send + Sync + 'static) -> Self {
        Self { connect: Box::new(connect), client: Mutex::new(None), patience_ms }
    }

    /// Forgets what can pass nowhere any more, 5 minutes after its end: now and then, by one of the processes. Gives
    /// how many.
    ///
    /// # Errors
    /// What the server says, or `None` if another thread fell over with the connection.
    pub fn purge(&self, at: UnixTime) -> Result<i32, Option<Error>> {
        let at = i64::try_from(at.seconds()).unwrap_or(i64::MAX);
        self.with(|client| client.query_one(PURGE, &[&at])?.try_get("gone"))
    }

    /// With the connection, which is dropped unless all went well: nobody knows what an error left of it.
    fn with<T>(&self, ask: impl FnOnce(&mut Client) -> Result<T, Error>) -> Result<T, Option<Error>> {
        let mut place = self.client.lock().map_err(|_| None)?;
        let mut client = match place.take() {
            Some(client) => client,
            None => self.connected()?,
        };
        let answer = ask(&mut client)?;
        *place = Some(client);
        Ok(answer)
    }

    fn connected(&self) -> Result<Client, Error> {
        let mut client = (self.connect)()?;
        client.batch_execute(&format!("SET statement_timeout = {}", self.patience_ms))?;
        Ok(client)
    }
}

impl SeenStore for PostgresStore {
    fn put_if_absent(&self, showing: &Showing) -> StoreAnswer {
        let record = hex(&showing.to_bytes());
        let Ok(until) = i64::try_from(showing.until.seconds()) else { return StoreAnswer::Failed };
        let asked = self.with(|client| {
            let key = hex(&showing.key);
            client.query_typed(PUT, &[(&key, Type::TEXT), (&record, Type::TEXT), (&until, Type::INT8)])
        });
        let rows = asked.unwrap_or_default();
        let [row] = rows.as_slice() else { return StoreAnswer::Failed };
        answer(row, &record).unwrap_or(StoreAnswer::Failed)
    }
}

fn answer(row: &Row, record: &str) -> Result<StoreAnswer, Error> {
    let (kept, again): (String, bool) = (row.try_get("record")?, row.try_get("again")?);
    Ok(match again {
        true => seen(&kept),
        false if kept == record => StoreAnswer::Fresh,
        false => StoreAnswer::Failed,
    })
}

impl std::fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostgresStore(..)")
    }
}

// `PURGE` has it in words.
const _: () = assert!(SLACK == 300);
