// What a device remembers, between several writers: read, used and written again by one of them at a time.
// `memory.d.ts` says what everything is.

import { Memory } from "./api.js";
import { Worded, called } from "./errors.js";
import { membersOf, must } from "./taking.js";
/** @import { Memory as Remembered } from "./index.js" */
/** @import { Keeper as Face, Locks, Store } from "./memory.js" */

/** What a turn is given. @typedef {Parameters<Parameters<Face["turn"]>[0]>[1]} Turn */

/** Milliseconds that a turn is waited for: hundreds of inspections take less. */
const PATIENCE = 10_000;

const OPTIONS = "name:text? locks:object? patience:count?";

export class MemoryBusy extends Worded {
  static {
    called(this, "MemoryBusy");
  }

  constructor() {
    super(
      "memory.busy",
      "Another window is using this device's memory. Close it and try again.",
      "Cửa sổ khác đang dùng bộ nhớ của máy này. Đóng cửa sổ đó rồi thử lại.",
    );
  }
}

/** @implements {Face} */
export class Keeper {
  #store;
  #name;
  #locks;
  #patience;

  /**
   * @param {Store} store
   * @param {{ name?: string, locks?: Locks, patience?: number }} [options]
   */
  constructor(store, options = {}) {
    const { name = "doichieu", locks, patience = PATIENCE } = membersOf(options, OPTIONS, "new Keeper, options");
    must.have(store, ["read", "write"], "new Keeper, store");
    if (locks !== undefined) must.have(locks, ["request"], "new Keeper, options.locks");
    this.#store = store;
    this.#name = name;
    this.#locks = locks;
    this.#patience = patience;
  }

  get reach() {
    if (this.#locks) return "given";
    return globalThis.navigator?.locks || globalThis.indexedDB ? "origin" : "thread";
  }

  /** @type {Face["turn"]} */
  turn(work) {
    return this.#next(work, "turn", () => this.#take(work));
  }

  /** @type {Face["alone"]} */
  alone(work) {
    return this.#next(work, "alone", work);
  }

  /**
   * @template R
   * @param {unknown} passed
   * @param {string} name
   * @param {() => R | Promise<R>} work
   * @returns {Promise<R>}
   */
  #next(passed, name, work) {
    return new Promise((resolve, reject) => {
      must.call(passed, `Keeper.${name}, work`);
      let over = false;
      const timer = setTimeout(() => {
        over = true;
        reject(new MemoryBusy());
      }, this.#patience);
      const turn = async () => {
        clearTimeout(timer);
        if (!over) await Promise.resolve().then(work).then(resolve, reject);
      };
      this.#lock(turn).catch((error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
  }

  /**
   * @template R
   * @param {(memory: Remembered, turn: Turn) => R | Promise<R>} work
   */
  async #take(work) {
    const kept = (await this.#store.read()) ?? {};
    const memory = kept.memory ? Memory.fromBytes(kept.memory) : new Memory();
    try {
      const before = kept.memory instanceof Uint8Array ? kept.memory : memory.toBytes();
      /** @type {{ memory?: Uint8Array }} */
      const things = {};
      /** @param {object} more */
      const keep = (more) => void Object.assign(things, must.object(more, "turn.keep, things"));
      const done = await work(memory, { kept, keep });
      const bytes = memory.toBytes();
      if (!same(before, bytes)) things.memory = bytes;
      if (Object.keys(things).length > 0) await this.#store.write(things);
      return done;
    } finally {
      memory.free();
    }
  }

  /** @param {() => Promise<void>} turn */
  async #lock(turn) {
    const locks = this.#locks ?? globalThis.navigator?.locks;
    if (locks) await locks.request(this.#name, turn);
    else if (globalThis.indexedDB) await inTransaction(this.#name, turn);
    else await inLine(this.#name, turn);
  }
}

/** @type {(one: Uint8Array, other: Uint8Array) => boolean} */
const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);

/**
 * Without Web Locks: a transaction that writes begins only when the one before it has ended, in whatever tab or worker that is, and a
 * browser ends it with its tab. It stays open for as long as something is asked of it,
 * so one request follows the other until the turn is over.
 * @type {(name: string, turn: () => Promise<void>) => Promise<void>}
 */
const inTransaction = async (name, turn) => {
  const base = await opened(`${name} turns`);
  try {
    await new Promise((resolve, reject) => {
      const transaction = base.transaction("turns", "readwrite");
      const turns = transaction.objectStore("turns");
      let over = false;
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      const ask = () => {
        if (!over) turns.get(0).onsuccess = ask;
      };
      turns.get(0).onsuccess = () => {
        ask();
        void turn().finally(() => {
          over = true;
        });
      };
    });
  } finally {
    base.close();
  }
};

/** @type {(name: string) => Promise<IDBDatabase>} */
const opened = (name) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("turns");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** With neither: a line for each name, for everybody in this thread, however often this file is loaded. */
const LINES = Symbol.for("doichieu turns");

/** @type {(name: string, turn: () => Promise<void>) => Promise<void>} */
const inLine = (name, turn) => {
  const shared = /** @type {{ [LINES]?: Map<string, Promise<void>> }} */ (globalThis);
  const lines = (shared[LINES] ??= new Map());
  const last = (lines.get(name) ?? Promise.resolve()).then(turn);
  lines.set(name, last);
  return last;
};
