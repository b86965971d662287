// A store of showings that several processes share, by the host's own client of PostgreSQL or Redis. `stores.d.ts` says what everything is.

import { Inspector, readShowing } from "./api.js";
import { membersOf, must, reading, refuse } from "./taking.js";
/** @import { AskedFor, Showing, StoreAnswer, Unsettled } from "./index.js" */
/** @import { SeenStore, inspectShared as InspectShared, postgresStore as PostgresStore, redisStore as RedisStore } from "./stores.js" */

/** Seconds that clocks of callers may differ by, and a showing is kept beyond its end. */
const SLACK = 300;

/** Milliseconds that an answer is waited for. */
const PATIENCE = 2_000;

/** @type {StoreAnswer} */
const FRESH = Object.freeze({ kind: "fresh" });
/** @type {StoreAnswer} */
const FAILED = Object.freeze({ kind: "failed" });

/**
 * One statement, and so one step: a row that another transaction is about to insert is waited for, and of two callers one has
 * `again = false`. `DO NOTHING` would give no row back, and a `SELECT` beside it does not see what was committed meanwhile.
 */
const PUT = `INSERT INTO doichieu_showings AS kept (key, record, until)
VALUES (decode($1, 'hex'), decode($2, 'hex'), $3::bigint)
ON CONFLICT (key) DO UPDATE SET again = true
RETURNING encode(kept.record, 'hex') AS record, kept.again AS again`;

/** By the clock of the caller and by that of the server: what both say has ended. */
const PURGE = `WITH gone AS (
  DELETE FROM doichieu_showings
  WHERE until + 300 < LEAST($1::bigint, floor(extract(epoch FROM now()))::bigint)
  RETURNING 1
)
SELECT count(*)::int AS gone FROM gone`;

/**
 * One script, and so one step. A server that may evict, or is a replica, gives no answer that counts, and is asked each time: a policy can
 * be changed while it runs. It writes before it reads, so that one that cannot write says nothing.
 */
const SCRIPT = `if not string.find(redis.call('INFO', 'memory'), 'maxmemory_policy:noeviction', 1, true) then return {'evicts'} end
if not string.find(redis.call('INFO', 'replication'), 'role:master', 1, true) then return {'replica'} end
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'EX', ARGV[2]) then return {'fresh'} end
return {'seen', redis.call('GET', KEYS[1])}`;

/** @type {typeof PostgresStore} */
export const postgresStore = (query, options = {}) => {
  const { table = "doichieu_showings", patience = PATIENCE } = membersOf(options, "table:text? patience:count?", "postgresStore, options");
  must.call(query, "postgresStore, query");
  if (!/^[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62})?$/.test(table))
    refuse("table", "postgresStore, options.table: small letters, digits and _, with or without a schema");
  const [put, purge] = [PUT, PURGE].map((statement) => statement.replace("doichieu_showings", table));
  const putIfAbsent = answered(patience, async ({ key, bytes, until }) => {
    const record = hex(bytes);
    const { rows } = await query(put, [hex(key), record, String(until)]);
    if (rows.length !== 1) return FAILED;
    const kept = /** @type {{ record?: unknown, again?: unknown }} */ (rows[0]);
    if (kept.again === false) return kept.record === record ? FRESH : FAILED;
    return kept.again === true ? seen(kept.record) : FAILED;
  });
  return {
    putIfAbsent,
    purge: async (at = Math.floor(Date.now() / 1000)) => /** @type {{ gone: number }} */ ((await query(purge, [String(at)])).rows[0]).gone,
  };
};

/** @type {typeof RedisStore} */
export const redisStore = (command, options = {}) => {
  const where = "redisStore, options";
  const { prefix = "doichieu:showing:", patience = PATIENCE } = membersOf(options, "prefix:text? patience:count?", where);
  must.call(command, "redisStore, command");
  const putIfAbsent = answered(patience, async ({ key, bytes, at, until }) => {
    // From now on, by no clock but the caller's: the server only counts.
    const keep = Math.max(until - at, 0) + SLACK;
    const answer = await command("EVAL", SCRIPT, "1", prefix + hex(key), hex(bytes), String(keep));
    if (!Array.isArray(answer)) return FAILED;
    const [word, kept] = answer.map(text);
    if (word === "fresh" && answer.length === 1) return FRESH;
    return word === "seen" && answer.length === 2 ? seen(kept) : FAILED;
  });
  return { putIfAbsent };
};

/** @type {typeof InspectShared} */
export const inspectShared = async (what) => {
  const members = "inspector:any scan:any ask:any memory:any store:object at:time?";
  const { inspector, scan, ask, memory, store, at } = /** @type {typeof what} */ (membersOf(what, members, "inspectShared"));
  must.have(store, ["putIfAbsent"], "inspectShared.store");
  const where = "inspectShared.inspector";
  if (!reading(where, () => inspector instanceof Inspector)) must.be("Inspector", inspector, where);
  const unsettled = inspector.inspectShared(scan, ask, memory, at);
  if (unsettled.kind === "unreadable") return unsettled;
  try {
    const { showing } = unsettled;
    // Where there is nothing to keep, an answer counts for nothing.
    const answer = showing ? await Promise.resolve(showing).then((showing) => store.putIfAbsent(showing)).catch(() => FAILED) : FRESH;
    return settled(unsettled, answer);
  } finally {
    unsettled.free();
  }
};

/**
 * @template {AskedFor} A
 * @param {Unsettled<A>} unsettled
 * @param {StoreAnswer} answer
 */
const settled = (unsettled, answer) => {
  try {
    return unsettled.settle(answer);
  } catch {
    // What is no answer used nothing up.
    return unsettled.settle(FAILED);
  }
};

/**
 * In time, or failed; and whatever goes wrong is failed.
 * @type {(patience: number, ask: (showing: Showing) => Promise<StoreAnswer>) => SeenStore["putIfAbsent"]}
 */
const answered = (patience, ask) => (showing) =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(FAILED), patience);
    /** @param {StoreAnswer} answer */
    const done = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    Promise.resolve(showing).then(ask).then(done, () => done(FAILED));
  });

/**
 * What was seen, if it can be read.
 * @type {(record: unknown) => StoreAnswer}
 */
const seen = (record) => {
  const showing = typeof record === "string" && /^([0-9a-f]{2})*$/.test(record) ? readShowing(bytesOf(record)) : undefined;
  return showing ? { kind: "seen", showing } : FAILED;
};

/** @param {Uint8Array} bytes */
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} digits */
const bytesOf = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * Some clients give bytes.
 * @param {unknown} of
 */
const text = (of) => (of instanceof Uint8Array ? String.fromCharCode(...of) : of);
