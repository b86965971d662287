// What this device keeps: what it was set up with, its replay memory and floors, a log. No paper, no value, no picture, no name of a
// citizen. A browser may refuse to keep anything, not answer, or have no room: each has a name, and the page goes on without (`forgetful`).
import { FLOORS, MEMORY_KEYS, SINGLE, SLOTS, newestNumber, nextSlot, places, slotOf } from "./slots.js";
import { textOf } from "./words-kept.js";
/** @import { Things } from "page" */
/** @import { Raw } from "./slots.js" */

const NAME = "doichieu";
/** @type {readonly string[]} */
const KEYS = ["root", "bundle", "mandate", SINGLE, "settings", "postKey", "madeKey", "edition", "log", ...SLOTS, FLOORS];

/** Milliseconds that a browser may take to open or read: a person does not wait longer before a blank page. */
const PATIENCE = 3_000;
/** The same for writing: lists of 64 MiB on a slow phone. */
const PATIENCE_TO_WRITE = 20_000;

/** How a browser does not keep things. @typedef {"refused" | "slow" | "full"} Outcome */

/** What is said of each. */
export const OUTCOMES = /** @type {const} */ ({ refused: "storeRefused", slow: "storeSlow", full: "storeFull" });

/** The browser does not keep what it was given, or does not give what it has. In both languages, as errors of set-up are. */
export class StoreFault extends Error {
  /** @param {Outcome} outcome @param {unknown} [cause] */
  constructor(outcome, cause) {
    const { vi, en } = textOf(OUTCOMES[outcome]);
    super(en, { cause });
    this.name = "StoreFault";
    this.outcome = outcome;
    this.code = `store.${outcome}`;
    this.vi = vi;
    this.en = en;
  }
}

/** Another window has written between what was read and what is to be written. */
export class Moved extends Error {
  constructor() {
    const { vi, en } = textOf("storeMoved");
    super(en);
    this.name = "Moved";
    this.code = "store.moved";
    this.vi = vi;
    this.en = en;
  }
}

/** @param {unknown} error */
const faultOf = (error) => {
  if (error instanceof StoreFault || error instanceof Moved) return error;
  const { name } = /** @type {Partial<Error>} */ (Object(error));
  return new StoreFault(name === "QuotaExceededError" ? "full" : "refused", error);
};

/** What is kept in this page alone, where nothing can be kept; `null`: on the disk. @type {Map<string, unknown> | null} */
let here = null;

/** Whether what is kept ends with this page. */
export const isForgetful = () => here !== null;

/** From now on nothing is kept beyond this page. It begins with what could still be read. @param {Raw} raw */
export function forgetful(raw) {
  here = new Map(Object.entries(raw).filter(([, value]) => value !== undefined));
}

/**
 * @template T
 * @param {number} patience
 * @param {(resolve: (value: T) => void, reject: (error: unknown) => void) => void} work
 * @returns {Promise<T>}
 */
function within(patience, work) {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => reject(new StoreFault("slow")), patience);
    /** @param {unknown} error */
    const failed = (error) => { clearTimeout(clock); reject(faultOf(error)); };
    try { work((value) => { clearTimeout(clock); resolve(value); }, failed); } catch (error) { failed(error); }
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return within(PATIENCE, (resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    // One that opens when nobody waits any more would keep others from erasing it.
    let late = false;
    setTimeout(() => { late = true; }, PATIENCE);
    request.onsuccess = () => { if (late) request.result.close(); else resolve(request.result); };
    request.onerror = () => reject(request.error);
  });
}

/**
 * One transaction: reads these keys and, where there is a `make`, writes what it makes of them: `undefined` takes one away, `null` all.
 * All of it or nothing; resolves when it is on the disk.
 * @param {readonly string[]} keys
 * @param {(raw: Raw) => Raw | null} [make]
 * @returns {Promise<Raw>}
 */
async function transact(keys, make) {
  if (here) return inPage(here, keys, make);
  const db = await open();
  try {
    return await within(make ? PATIENCE_TO_WRITE : PATIENCE, (resolve, reject) => {
      const transaction = db.transaction("kept", make ? "readwrite" : "readonly", { durability: "strict" });
      const store = transaction.objectStore("kept");
      /** @type {Record<string, unknown>} */
      const raw = {};
      /** @type {unknown} */
      let fault;
      transaction.oncomplete = () => resolve(raw);
      transaction.onabort = () => reject(fault ?? transaction.error);
      const write = () => {
        // What throws here would leave the half of it that came before.
        try { if (make) put(store, make(raw)); } catch (error) { fault = error; transaction.abort(); }
      };
      let left = keys.length;
      if (left === 0) write();
      for (const key of keys) {
        const request = store.get(key);
        request.onsuccess = () => { raw[key] = request.result; left -= 1; if (left === 0) write(); };
        // One value that the browser cannot read is no reason to lose the others; it is there, and it is nothing.
        request.onerror = (event) => { event.preventDefault(); raw[key] = null; left -= 1; if (left === 0) write(); };
      }
    });
  } finally {
    db.close();
  }
}

/** @type {(store: IDBObjectStore, made: Raw | null) => void} */
function put(store, made) {
  if (made === null) return void store.clear();
  for (const [key, value] of Object.entries(made)) if (value === undefined) store.delete(key); else store.put(value, key);
}

/** @type {(map: Map<string, unknown>, keys: readonly string[], make?: (raw: Raw) => Raw | null) => Raw} */
function inPage(map, keys, make) {
  const raw = Object.fromEntries(keys.map((key) => [key, map.get(key)]));
  const made = make ? make(raw) : {};
  if (made === null) map.clear();
  for (const [key, value] of Object.entries(made ?? {})) if (value === undefined) map.delete(key); else map.set(key, value);
  return raw;
}

/** @param {string} key */
function known(key) {
  if (!KEYS.includes(key)) throw new Error(`not a thing this page keeps: ${key}`);
  return key;
}

/** Everything that is kept, as it lies there. */
export const recallRaw = () => transact(KEYS);

/** Reads some of it as it lies there. @param {readonly string[]} keys */
export const recallSome = (keys) => transact(keys.map(known));

/**
 * Reads one of the things kept; `undefined` if there is none. Of the memory: the newest slot.
 * @type {<K extends keyof Things>(key: K) => Promise<Things[K]>}
 */
export const recall = async (key) => {
  const raw = await transact(key === SINGLE ? MEMORY_KEYS : [known(key)]);
  return /** @type {any} */ (key === SINGLE ? (await places(raw))[0]?.bytes ?? undefined : raw[key]);
};

/**
 * Keeps several things or none of them, and only then resolves: a showing counts as remembered when it is on the disk. The memory goes into
 * the slot whose turn it is. `seen`: what was read before; where another window has written since, nothing is kept (`Moved`).
 * @param {Partial<Things>} things
 * @param {{ n: number, edition: unknown }} [seen]
 */
export async function keepAll({ memory, ...things }, seen) {
  for (const key of Object.keys(things)) known(key);
  const slot = memory && await slotOf(0, memory);
  await transact(slot || seen ? [...MEMORY_KEYS, "edition"] : [], (raw) => {
    const newest = newestNumber(raw);
    if (seen && (seen.n !== newest || seen.edition !== raw.edition)) throw new Moved();
    return slot ? { ...things, [nextSlot(raw)]: { ...slot, n: newest + 1 }, [SINGLE]: undefined } : things;
  });
}

/**
 * Keeps one thing.
 * @template {keyof Things} K
 * @param {K} key
 * @param {Things[K]} value
 */
export const keep = (key, value) => keepAll({ [key]: value });

/** Reads a thing, and keeps what it becomes. @type {(key: string, make: (before: unknown) => unknown) => Promise<void>} */
export const change = async (key, make) => { await transact([known(key)], (raw) => ({ [key]: make(raw[key]) })); };

/** Forgets everything, also what another version kept. */
export const forget = async () => { await transact([], () => null); };

/** Asks the browser not to throw it away when space is short: a lost memory lets codes be shown twice. */
export const hold = () => navigator.storage?.persist?.().catch(() => false);
