// What this device keeps: what it was set up with, its replay memory and floors. No paper, no value, no picture, no name of a citizen.

const NAME = "doichieu";
const KEYS = ["root", "bundle", "licence", "memory", "settings", "postKey", "edition"];

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

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

function known(key) {
  if (!KEYS.includes(key)) throw new Error(`not a thing this page keeps: ${key}`);
  return key;
}

/** Reads one of the things kept; `undefined` if there is none. */
export const recall = (key) => run("readonly", (store) => store.get(known(key)));

/** Keeps it, and only then resolves: a showing counts as remembered when it is on the disk. */
export const keep = (key, value) => run("readwrite", (store) => store.put(value, known(key)));

/** Keeps several things or none of them. */
export const keepAll = (things) => run("readwrite", (store) => { for (const [key, value] of Object.entries(things)) store.put(value, known(key)); });

/** Forgets everything. */
export const forget = () => run("readwrite", (store) => store.clear());

/** Asks the browser not to throw it away when space is short: a lost memory lets codes be shown twice. */
export const hold = () => navigator.storage?.persist?.().catch(() => false);
