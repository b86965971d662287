/**
 * A store of showings for hosts that inspect in several processes or on several devices: the same code at two of them is noticed. In PostgreSQL or
 * Redis, by the host's own client; nothing is loaded and nothing is connected here. docs/server.md of the sources says what a store must do.
 *
 * Whatever goes wrong (an error, a time-out, an odd record, a Redis that may evict or is a replica) is `{ kind: "failed" }`, and the report refers.
 */

import type { Accepted, Ask, AskedFor, Everything, Inspector, Memory, Referred, Refused, Scan, Showing, StoreAnswer, Unreadable, UnixTime } from "./index.js";

/** Keeps a showing under its key if nothing stands there, in one step, and says what stood there otherwise. */
export interface SeenStore {
  putIfAbsent(showing: Showing): Promise<StoreAnswer>;
}

export interface PostgresStore extends SeenStore {
  /** Forgets what ended more than 5 minutes ago, by the clock of the caller and by that of the server; gives how many. @throws what `query` throws. */
  purge(at?: UnixTime): Promise<number>;
}

/**
 * In PostgreSQL 9.5 or newer, in the table that `doichieu/stores.sql` makes. `query(text, params)` runs one statement **in a transaction of its own**
 * on the server that decides: `pool.query` of `pg`, bound. Inside a transaction that is rolled back later, *fresh* would be said of what is not kept.
 *
 * `table`: another name, small letters, digits and `_`, with or without a schema. `patience`: milliseconds, 2,000 if left out.
 */
export function postgresStore(
  query: (text: string, params: string[]) => Promise<{ readonly rows: readonly unknown[] }>,
  options?: { readonly table?: string; readonly patience?: number },
): PostgresStore;

/**
 * In Redis. `command(name, ...arguments)` is the host's client: `(...of) => redis.call(...of)` of `ioredis`, `(...of) => client.sendCommand(of)` of
 * `redis`. Its user needs `EVAL`, `INFO`, `SET` and `GET`. `maxmemory-policy noeviction` is checked in each call. Not checked: what outlives a crash; that
 * takes `appendonly yes` and `appendfsync always`.
 *
 * `prefix`: what stands before each key, `doichieu:showing:` if left out. `patience`: milliseconds, 2,000 if left out.
 */
export function redisStore(
  command: (name: string, ...args: string[]) => Promise<unknown>,
  options?: { readonly prefix?: string; readonly patience?: number },
): SeenStore;

/** {@link Inspector.inspectShared}, the store's word, {@link Unsettled.settle}: one call, and nothing told before. A store that throws has failed. */
export function inspectShared<A extends AskedFor = Everything>(what: {
  readonly inspector: Inspector;
  readonly scan: Scan;
  readonly ask: Ask<A>;
  readonly memory: Memory;
  readonly store: SeenStore;
  readonly at?: UnixTime | undefined;
}): Promise<Accepted<A> | Referred<A> | Refused<A> | Unreadable>;
