// A thread of Node as one of two tabs: `navigator.locks` is made of one word that the threads share, the store is a file.

import { createRequire } from "node:module";
import { readFile, rename, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { consumer } from "./files.mjs";
import { tab } from "./tab.mjs";

/** Things as a file, all of them or none. */
export const fileStore = (file) => {
  const read = async () => {
    const text = await readFile(file, "utf8").catch(() => "{}");
    return Object.fromEntries(
      Object.entries(JSON.parse(text)).map(([name, thing]) => [name, new Uint8Array(Buffer.from(thing, "base64"))]),
    );
  };
  const write = async (things) => {
    const all = Object.entries({ ...(await read()), ...things }).filter(([, thing]) => thing !== undefined);
    const draft = `${file}.${crypto.randomUUID()}`;
    await writeFile(draft, JSON.stringify(Object.fromEntries(all.map(([name, thing]) => [name, Buffer.from(thing).toString("base64")]))));
    await rename(draft, file);
  };
  return { read, write };
};

/** Locks of one name between threads. */
const locksOver = (word) => {
  const held = new Int32Array(word);
  return {
    async request(_, callback) {
      while (Atomics.compareExchange(held, 0, 0, 1) !== 0) await Atomics.waitAsync(held, 0, 1).value;
      try {
        return await callback();
      } finally {
        Atomics.store(held, 0, 0);
        Atomics.notify(held, 0, 1);
      }
    },
  };
};

/** A tab with a copy of the helper of its own. */
export const tabOf = async (of, store, copy) => {
  const resolve = createRequire(new URL("index.js", consumer)).resolve;
  const doichieu = await import(pathToFileURL(resolve("doichieu")).href);
  const { Keeper } = await import(`${pathToFileURL(resolve("doichieu/memory")).href}?${copy}`);
  return tab({ ...doichieu, Keeper }, of, store);
};

if (workerData?.word) {
  const { of, file, word, locked } = workerData;
  Object.defineProperty(globalThis, "navigator", { value: { locks: locked ? locksOver(word) : undefined }, configurable: true });
  const { act } = await tabOf(of, fileStore(file), "thread");
  parentPort.on("message", async ({ id, of }) => parentPort.postMessage({ id, answer: await act(...of) }));
  parentPort.postMessage("ready");
}
