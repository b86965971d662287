// What this device keeps of its set-up, how it is opened, and in whose turn: one writer at a time, over all windows of this page.
import { Bundle, Inspector, Memory, Post, Roots, SetUpError } from "../vendor/doichieu/index.js";
import { Keeper, MemoryBusy } from "../vendor/doichieu/memory.js";
import { keepAll, recall } from "./store.js";
import { setUpWords } from "./texts.js";
import { say } from "./words.js";
/** @import { SetUpCode } from "doichieu" */
/** @import { Ready, SetUp, Things } from "page" */

/** @typedef {{ bundle: Bundle, post: Post, inspector: Inspector }} Lists */
/** @typedef {Pick<SetUp, "mandate"> & { roots: Roots, file: Uint8Array, postKey: CryptoKey | null, edition: string | undefined }} Files */
/** @typedef {Lists & Files} Opened */

/** Whole seconds since 1970. The one place where the page reads the clock. */
export const clock = () => Math.floor(Date.now() / 1000);

/** What is read in every turn: the memory, and which edition of root, lists and mandate it goes with. @returns {Promise<Things>} */
const read = async () => {
  const [memory, edition] = await Promise.all([recall("memory"), recall("edition")]);
  return { memory, edition };
};

/** One writer at a time, over all windows of this page. What is read in a turn is kept before anything is shown. */
export const keeper = new Keeper({ read, write: keepAll }, { name: "doichieu verifier" });

/** Root, lists and mandate of another edition are opened anew, whoever kept them. */
export const newEdition = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const recallAll = async () => {
  const [root, bundle, mandate, postKey] = await Promise.all([recall("root"), recall("bundle"), recall("mandate"), recall("postKey")]);
  return root && bundle && mandate ? { root: root.bytes, test: root.test, bundle, mandate, postKey } : null;
};

/**
 * What a call gives, or its fault of set-up with this code.
 * @template T
 * @param {SetUpCode} code
 * @param {() => T} call
 */
export function takenOr(code, call) {
  try { return call(); } catch (error) { if (error instanceof SetUpError && error.code === code) return error; throw error; }
}

/** The set-up was erased in another window. */
export class Erased extends Error {
  constructor() { super(say("erased")); }
}

/**
 * The roots of a file, and whether they are test roots: the ordinary door first.
 * @param {Uint8Array} bytes
 * @param {{ test?: boolean }} [how]
 */
export function openRoots(bytes, { test = false } = {}) {
  return test ? Roots.dangerousTest(bytes) : Roots.fromBytes(bytes);
}

/** @type {(bundle: Bundle, post: Post) => Lists} */
export const lists = (bundle, post) => ({ bundle, post, inspector: new Inspector(bundle, post) });

/**
 * Opens all of it before any of it counts.
 * @param {SetUp & { edition?: string | undefined }} of
 * @param {Memory} memory
 * @returns {Opened}
 */
export const opened = ({ root, bundle: file, mandate, postKey, test, edition }, memory) => {
  const roots = openRoots(root, { test });
  const bundle = Bundle.open(file, roots, memory);
  return { ...lists(bundle, Post.open(mandate, bundle)), roots, file, mandate, postKey: postKey ?? null, edition };
};

/**
 * A copy: a turn's own memory is gone after it.
 * @param {Memory} memory
 */
export const copied = (memory) => Memory.fromBytes(memory.toBytes());

/**
 * What a person compares before the roots of a file are used.
 * @param {Uint8Array} bytes
 */
export function lookAtRoots(bytes) {
  try {
    return { fingerprint: openRoots(bytes).fingerprint, test: false };
  } catch {
    const roots = openRoots(bytes, { test: true });
    return { fingerprint: roots.fingerprint, test: true };
  }
}

/**
 * What a call comes to, now or later; a fault of set-up as an error with a sentence.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function worded(call) {
  /** @type {(error: unknown) => never} */
  const told = (error) => {
    throw error instanceof SetUpError || error instanceof MemoryBusy ? new Error(setUpWords(error), { cause: error }) : error;
  };
  try {
    const done = call();
    return done instanceof Promise ? /** @type {T} */ (done.catch(told)) : done;
  } catch (error) {
    return told(error);
  }
}

/**
 * How fit this device is, by what it was set up with and its memory.
 * @param {Opened} opened
 * @param {Memory} memory
 * @returns {Ready}
 */
export function readinessOf({ bundle, post }, memory) {
  const of = bundle.readiness(memory, clock());
  const role = post.role.name;
  return {
    number: of.number, age: of.age, due: of.nextDue, until: Math.min(of.notAfter, of.rootExpiry, post.until, ...of.lists.flatMap((list) => list.goodUntil[role] ?? [])),
    notAfter: of.notAfter, rootUntil: of.rootExpiry,
    rootVersion: bundle.rootVersion, mandateUntil: post.until,
    clock: of.clock, newestSigned: of.newestSigned, inDoubt: of.inDoubt, clockWrong: of.clockWrong,
    lawSeenUntil: of.lawSeenUntil, lawUnchecked: of.lawUnchecked,
    lists: of.lists.map((list) => ({ name: list.issuer, age: list.age ?? 0, until: list.goodUntil[role] ?? null })),
  };
}
