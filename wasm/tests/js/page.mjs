// What the page of chromium.mjs does.

import * as doichieu from "/doichieu/index.js";
import { FACE } from "/doichieu/face.js";
import * as keeping from "/doichieu/memory.js";
import { beforeInit, run } from "./behaviour.mjs";
import { mistakes } from "./mistakes.mjs";
import { tab } from "./tab.mjs";
import { answers, blobs } from "./vectors.mjs";

const fetched = async (path) => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};

const json = async (path) => (await fetched(path)).json();

/** Milliseconds until the engine is there. */
export const ready = async () => {
  beforeInit(doichieu);
  const begun = performance.now();
  await Promise.all([doichieu.init(), doichieu.init()]);
  return performance.now() - begun;
};

export const behave = async () => run({ ...doichieu, ...keeping }, await json("/written/showings.json"));

export const mistake = async () => run(doichieu, await json("/written/showings.json"), mistakes({ FACE }));

export const behaveInWorker = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker("/tests/worker.mjs", { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });

export const answer = async () => {
  const files = await json("/page/vectors.json");
  const fetchedBlob = async (name) => new Uint8Array(await (await fetched(`/blobs/${name}.bin`)).arrayBuffer());
  const each = [...blobs(files)].map(async (name) => /** @type {const} */ ([name, await fetchedBlob(name)]));
  const held = new Map(await Promise.all(each));
  return answers(doichieu, files, (name) => held.get(name));
};

/** One of two tabs, with its store in IndexedDB. */
export const openTab = async () => {
  await doichieu.init();
  const base = await new Promise((resolve, reject) => {
    const request = indexedDB.open("kept", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const done = (mode, work) =>
    new Promise((resolve, reject) => {
      const transaction = base.transaction("kept", mode);
      const request = work(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  const store = {
    read: async () =>
      Object.fromEntries(
        await Promise.all(["memory", "bundle"].map(async (name) => [name, await done("readonly", (kept) => kept.get(name))])),
      ),
    write: (things) => done("readwrite", (kept) => { for (const [name, thing] of Object.entries(things)) kept.put(thing, name); }),
  };
  window.tab = tab({ ...doichieu, ...keeping }, await json("/written/showings.json"), store);
};
