// Several writers of one memory in Node: two threads with locks between them, two copies of the package in one thread without any, and the
// same without a turn, so that what is lost then is seen.

import { Worker } from "node:worker_threads";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { held } from "./tab.mjs";
import { fileStore, tabOf } from "./thread.mjs";

/** A thread, and a way to let it act. */
const thread = async (workerData) => {
  const worker = new Worker(new URL("thread.mjs", import.meta.url), { workerData });
  const waiting = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.on("message", ({ id, answer }) => waiting.get(id)(answer));
  const act = (...of) => new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    worker.postMessage({ id: last, of });
  });
  return { act, stop: () => worker.terminate() };
};

const inThreads = async (of, file, locked, way) => {
  const word = new SharedArrayBuffer(4);
  const tabs = await Promise.all([0, 1].map(() => thread({ of, file, word, locked })));
  const failed = await held((...of) => Promise.all(tabs.map(({ act }, place) => act(...of, place))), () => tabs[0].act("kept"), way);
  const reach = await tabs[0].act("reach");
  await Promise.all(tabs.map(({ stop }) => stop()));
  return { failed, reach };
};

/** Runs them all. */
export const keeping = async (of) => {
  const folder = mkdtempSync(join(tmpdir(), "doichieu-keeping-"));
  try {
    const failed = [];
    const locked = await inThreads(of, join(folder, "locked"), true, "two threads");
    failed.push(...locked.failed, ...(locked.reach === "origin" ? [] : [`two threads: reach ${locked.reach}`]));
    const alone = await inThreads(of, join(folder, "alone"), false, "without locks");
    if (alone.failed.length === 0) failed.push("without locks between the threads nothing was lost: the test cannot fail");
    if (alone.reach !== "thread") failed.push(`without locks: reach ${alone.reach}`);
    // Two copies of the file in one thread, in which there are no locks.
    if (!globalThis.navigator?.locks) {
      const store = fileStore(join(folder, "copies"));
      const tabs = await Promise.all(["one", "other"].map((copy) => tabOf(of, store, copy)));
      failed.push(
        ...(await held(
          (...of) => Promise.all(tabs.map((tab, place) => tab.act(...of, place))),
          () => tabs[0].act("kept"),
          "two copies",
        )),
      );
      void tabs[0].act("stick");
      const busy = await tabs[1].act("busy");
      if (busy !== "memory.busy") failed.push(`two copies: a turn that never ends: ${busy}`);
    }
    return { passed: failed.length === 0 ? 3 : 0, failed };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
