// What this device keeps: what it was set up with, its replay memory and floors. No paper, no value, no picture, no name of a citizen.
/** @import { Things } from "page" */

const NAME = "doichieu";
/** @type {(keyof Things)[]} */
const KEYS = ["root", "bundle", "mandate", "memory", "settings", "postKey", "madeKey", "edition"];

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T> | undefined} work
 * @returns {Promise<T | undefined>}
 */
async function run(mode, work) {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction("kept", mode, { durability: "strict" });
      const request = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** @param {string} key */
function known(key) {
  if (!KEYS.some((one) => one === key)) throw new Error(`not a thing this page keeps: ${key}`);
  return key;
}

/**
 * Reads one of the things kept; `undefined` if there is none.
 * @type {<K extends keyof Things>(key: K) => Promise<Things[K]>}
 */
export const recall = (key) => run("readonly", (store) => store.get(known(key)));

/**
 * Keeps it, and only then resolves: a showing counts as remembered when it is on the disk.
 * @template {keyof Things} K
 * @param {K} key
 * @param {Things[K]} value
 */
export const keep = (key, value) => run("readwrite", (store) => store.put(value, known(key)));

/**
 * Keeps several things or none of them.
 * @param {Partial<Things>} things
 * @returns {Promise<void>}
 */
export const keepAll = (things) => run("readwrite", (store) => {
  for (const [key, value] of Object.entries(things)) store.put(value, known(key));
  return undefined;
});

/** Forgets everything. */
export const forget = () => run("readwrite", (store) => store.clear());

/** Asks the browser not to throw it away when space is short: a lost memory lets codes be shown twice. */
export const hold = () => navigator.storage?.persist?.().catch(() => false);
