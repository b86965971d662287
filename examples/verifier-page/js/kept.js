// What this device keeps of its set-up, how it is opened, and in whose turn: one writer at a time, over all windows of this page.
import { Roots, SetUpError } from "../vendor/doichieu/index.js";
import { Keeper, MemoryBusy } from "../vendor/doichieu/memory.js";
import { keepAll, recall } from "./store.js";
import { setUpWords } from "./texts.js";
import { say } from "./words.js";

/** Whole seconds since 1970. The one place where the page reads the clock. */
export const clock = () => Math.floor(Date.now() / 1000);

/** What is read in every turn: the memory, and which edition of root, lists and licence it goes with. */
const read = async () => {
  const [memory, edition] = await Promise.all([recall("memory"), recall("edition")]);
  return { memory, edition };
};

/** One writer at a time, over all windows of this page. What is read in a turn is kept before anything is shown. */
export const keeper = new Keeper({ read, write: keepAll }, { name: "doichieu verifier" });

/** Root, lists and licence of another edition are opened anew, whoever kept them. */
export const newEdition = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const recallAll = async () => {
  const [root, bundle, licence, postKey] = await Promise.all(["root", "bundle", "licence", "postKey"].map(recall));
  return root && bundle && licence ? { root: root.bytes, test: root.test, bundle, licence, postKey } : null;
};

/** What a call gives, or its fault of set-up with this code. */
export function takenOr(code, call) {
  try { return call(); } catch (error) { if (error.code === code) return error; throw error; }
}

/** The set-up was erased in another window. */
export class Erased extends Error {
  constructor() { super(say("erased")); }
}

/** The roots of a file, and whether they are test roots: the ordinary door first. */
export function openRoots(bytes, { test = false } = {}) {
  return test ? Roots.dangerousTest(bytes) : Roots.fromBytes(bytes);
}

/** What a person compares before the roots of a file are used. */
export function lookAtRoots(bytes) {
  try {
    return { fingerprint: openRoots(bytes).fingerprint, test: false };
  } catch {
    const roots = openRoots(bytes, { test: true });
    return { fingerprint: roots.fingerprint, test: true };
  }
}

/** What a call comes to, now or later; a fault of set-up as an error with a sentence. */
export function worded(call) {
  const told = (error) => { throw error instanceof SetUpError || error instanceof MemoryBusy ? new Error(setUpWords(error), { cause: error }) : error; };
  try {
    const done = call();
    return done instanceof Promise ? done.catch(told) : done;
  } catch (error) {
    return told(error);
  }
}
