// What this device keeps of its set-up, how it is opened, and in whose turn: one writer at a time, over all windows of this page.
import { Bundle, Inspector, Memory, Post, SetUpError } from "../vendor/doichieu/index.js";
import { Keeper, MemoryBusy } from "../vendor/doichieu/memory.js";
import { openRoots, openThings, openedAt, saidOf } from "./opening.js";
import { MEMORY_KEYS, SINGLE, newestNumber, places, slotOf } from "./slots.js";
import { Moved, StoreFault, forgetful, isForgetful, keepAll, recall, recallRaw, recallSome } from "./store.js";
import { setUpWords } from "./texts.js";
import { textOf } from "./words-kept.js";
import { say } from "./words.js";
/** @import { Roots, SetUpCode, Text } from "doichieu" */
/** @import { Ready, SetUp, Things } from "page" */
/** @import { Opening } from "./opening.js" */
/** @import { Raw } from "./slots.js" */
/** @import { Outcome } from "./store.js" */

const GAP = "doichieu-gap";

/** @typedef {{ bundle: Bundle, post: Post, inspector: Inspector }} Lists */
/** @typedef {Pick<SetUp, "mandate"> & { roots: Roots, file: Uint8Array, postKey: CryptoKey | null, edition: string | undefined }} Files */
/** @typedef {Lists & Files} Opened */

/** Whole seconds since 1970. The one place where the page reads the clock. */
export const clock = () => Math.floor(Date.now() / 1000);

/** The memory that was kept cannot be read, or is gone: nothing is shown before it is mended. An error of set-up, in both languages. */
export class KeptFault extends Error {
  /** @param {string} code @param {Text} said */
  constructor(code, { vi, en }) {
    super(en);
    this.name = "KeptFault";
    this.code = code;
    this.vi = vi;
    this.en = en;
  }
}

/** A gap that could not be written beside the memory, as the disk was full: in the browser's other store, which is small. */
const gap = {
  get() { try { return Number(localStorage.getItem(GAP)) || null; } catch { return null; } },
  /** @param {number} at */
  set(at) { try { localStorage.setItem(GAP, String(at)); } catch { /* then it ends with this page */ } },
  clear() { try { localStorage.removeItem(GAP); } catch { /* it was never there */ } },
};

/** @type {(bytes: Uint8Array | undefined, at: number) => Uint8Array} */
const gapped = (bytes, at) => (bytes ? Memory.fromBytes(bytes) : new Memory()).withGap(at).toBytes();

/** The memory as a turn begins with it; throws where what is kept is none. @param {Raw} raw */
async function memoryOf(raw) {
  const [newest] = await places(raw);
  if (!newest && raw.root !== undefined) throw new KeptFault("memory.lost", textOf("memoryLost"));
  if (newest && !(newest.whole && newest.bytes)) throw new KeptFault("setup.memory_torn", saidOf("setup.memory_torn"));
  const bytes = newest?.bytes ?? undefined;
  const since = gap.get() ?? (isForgetful() && !newest ? clock() : null);
  return since === null ? bytes : gapped(bytes, since);
}

/** What the turn that is under way has read. @type {{ n: number, edition: unknown }} */
let seen = { n: 0, edition: undefined };

const readRaw = () => recallSome([...MEMORY_KEYS, "edition", "root"]);

/** What is read in every turn: the memory, and which edition of root, lists and mandate it goes with. @returns {Promise<Things>} */
const read = async () => {
  const raw = await readRaw();
  seen = { n: newestNumber(raw), edition: raw.edition };
  return { memory: await memoryOf(raw), edition: /** @type {string | undefined} */ (raw.edition) };
};

/**
 * Keeps what a turn leaves. Turns keep each other out; where a browser let two in all the same, both memories are joined, and lists that
 * another window has changed meanwhile are not written over.
 * @param {Partial<Things>} things
 */
const write = async ({ memory, ...things }) => {
  if (!memory) return keepAll(things, seen);
  let bytes = memory;
  for (let tries = 3; ; tries -= 1) {
    const floors = await slotOf(0, Memory.fromBytes(bytes).floors().toBytes());
    try {
      await keepAll({ ...things, memory: bytes, floors }, seen);
      // In this page alone it does not outlive the gap.
      return isForgetful() ? undefined : gap.clear();
    } catch (error) {
      if (!(error instanceof Moved) || tries === 0 || things.edition !== undefined) throw error;
      bytes = await joined(bytes);
    }
  }
};

/** With what another window has kept meanwhile. @param {Uint8Array} bytes */
async function joined(bytes) {
  const raw = await readRaw();
  if (raw.root === undefined) throw new Erased();
  seen = { n: newestNumber(raw), edition: raw.edition };
  const other = await memoryOf(raw);
  const memory = Memory.fromBytes(bytes);
  if (other) memory.join(Memory.fromBytes(other));
  return memory.toBytes();
}

/** For turns where nothing is kept beyond this page: nobody else is to be kept out, and there may be nothing to do it with. */
const alone = new Map();
const inPage = {
  /** @type {(name: string, turn: () => Promise<void>) => Promise<void>} */
  request: (name, turn) => {
    const last = (alone.get(name) ?? Promise.resolve()).then(turn);
    alone.set(name, last.catch(() => {}));
    return last;
  },
};

const STORE = { read, write };
const overAll = new Keeper(STORE, { name: "doichieu verifier" });
const here = new Keeper(STORE, { name: "doichieu verifier", locks: inPage });
const who = () => (isForgetful() ? here : overAll);

/**
 * One writer at a time, over all windows of this page. What is read in a turn is kept before anything is shown.
 * @type {Pick<Keeper<Things>, "turn" | "alone">}
 */
export const keeper = { turn: (work) => who().turn(work), alone: (work) => who().alone(work) };

/**
 * Opens what is kept, each thing by itself, and writes nothing. `store`: how the browser did not give it; the page then says so, and may
 * go on without (`goOnWithout`).
 * @returns {Promise<Opening & { store: "good" | Outcome }>}
 */
export async function openKept() {
  try {
    return { store: "good", ...await openThings(await recallRaw(), clock()) };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    return { store: error.outcome, ...await openThings({}, clock()) };
  }
}

/**
 * Goes on where nothing can be kept: everything ends with this page, and the memory has a gap from now on. What can still be read is taken
 * along, so that a full disk ends no shift; the gap also counts for the next start. `unread`: it was tried and nothing came, and nobody waits
 * for it once more.
 * @param {{ unread?: boolean }} [how]
 */
export async function goOnWithout({ unread = false } = {}) {
  const raw = unread ? {} : await recallRaw().catch(() => ({}));
  const at = clock();
  const bytes = await memoryOf(raw).catch(() => undefined);
  forgetful({ ...raw, ...Object.fromEntries(MEMORY_KEYS.map((key) => [key, undefined])), [SINGLE]: gapped(bytes, at) });
  gap.set(at);
}

/** Root, lists and mandate of another edition are opened anew, whoever kept them. */
export const newEdition = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const recallAll = async () => {
  const [root, bundle, mandate, postKey] = await Promise.all([recall("root"), recall("bundle"), recall("mandate"), recall("postKey")]);
  // A key that is none would be asked to sign.
  const key = postKey instanceof CryptoKey ? postKey : undefined;
  return root && bundle && mandate ? { root: root.bytes, test: root.test, bundle, mandate, postKey: key } : null;
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

/** @type {(bundle: Bundle, post: Post) => Lists} */
export const lists = (bundle, post) => ({ bundle, post, inspector: new Inspector(bundle, post) });

/**
 * Opens all of it before any of it counts. `kept`: this device took these lists before, and a clock that was set back does not undo it.
 * @param {SetUp & { edition?: string | undefined }} of
 * @param {Memory} memory
 * @param {{ kept?: boolean }} [how]
 * @returns {Opened}
 */
export const opened = ({ root, bundle: file, mandate, postKey, test, edition }, memory, { kept = false } = {}) => {
  const roots = openRoots(root, { test });
  const bundle = Bundle.open(file, roots, memory, kept ? openedAt(memory, clock()) : clock());
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

/** What a person can mend, or wait for. */
const FAULTS = [SetUpError, MemoryBusy, KeptFault, StoreFault, Moved];

/**
 * What a call comes to, now or later; a fault of set-up as an error with a sentence.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
export function worded(call) {
  /** @type {(error: unknown) => never} */
  const told = (error) => {
    throw FAULTS.some((fault) => error instanceof fault) ? new Error(setUpWords(error), { cause: error }) : error;
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
    number: of.number, age: of.age, due: of.nextDue, until: Math.min(of.notAfter, of.rootExpiry, post.until, ...of.lists.flatMap((list) =>
      list.goodUntil[role] ?? [])),
    notAfter: of.notAfter, rootUntil: of.rootExpiry,
    rootVersion: bundle.rootVersion, mandateUntil: post.until,
    clock: of.clock, newestSigned: of.newestSigned, inDoubt: of.inDoubt, clockWrong: of.clockWrong,
    lawSeenUntil: of.lawSeenUntil, lawUnchecked: of.lawUnchecked,
    lists: of.lists.map((list) => ({ name: list.issuer, age: list.age ?? 0, until: list.goodUntil[role] ?? null })),
  };
}
