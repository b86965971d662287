// Opens what a device keeps, each thing by itself, so that one that cannot be read does not take the others with it. It is given what lies
// in the store and writes nothing: it also runs in the trial of a new version, where there is no document.
import { Bundle, Memory, Post, Roots, SetUpError, recognise, setUpText } from "../vendor/doichieu/index.js";
import { keyFits } from "./post-key.js";
import { FLOORS, placeOf, places } from "./slots.js";
import { textOf } from "./words-kept.js";
/** @import { SetUpCode, Text } from "doichieu" */
/** @import { Settings } from "page" */
/** @import { Raw } from "./slots.js" */

/**
 * `another`: it does not go with the others: other root keys, another post, older than what this device has seen. `early`: signed after
 * this device's clock. `unchecked`: what it is checked by is missing.
 * @typedef {"good" | "absent" | "torn" | "newer" | "another" | "early" | "unchecked"} State
 */
/** @typedef {"root" | "lists" | "mandate" | "memory" | "key" | "settings"} ThingName */
/**
 * A thing that is kept. `told`: why it is not good. `cost`: what it takes to start this part anew.
 * @typedef {{ readonly name: ThingName, readonly state: State, readonly told?: Text, readonly cost: Text }} Thing
 */
/**
 * What is good, opened.
 * @typedef {{ roots?: Roots, bundle?: Bundle, post?: Post, memory?: Memory, postKey?: CryptoKey, settings?: Settings,
 *   test: boolean }} Parts
 */
/**
 * `begun`: something was set up. `ready`: root keys, lists, mandate and memory are good, so that the desk opens. `whole`: nothing is amiss.
 * @typedef {{ readonly things: readonly Thing[], readonly parts: Parts, readonly begun: boolean, readonly ready: boolean,
 *   readonly whole: boolean, readonly previous: boolean }} Opening
 */

const COSTS = /** @type {const} */ ({
  root: "costRoot", lists: "costLists", mandate: "costMandate", memory: "costMemory", key: "costKey", settings: "costSettings",
});

/** What a fault of set-up says of the state of a thing; any other is *torn*. @type {Readonly<Record<string, State>>} */
const STATES = {
  "setup.memory_newer": "newer",
  "setup.newer_engine_needed": "newer",
  "setup.memory_of_another_anchor": "another",
  "setup.manifest_other_root": "another",
  "setup.root_differs": "another",
  "setup.root_rolled_back": "another",
  "setup.bundle_rolled_back": "another",
  "setup.bundle_differs": "another",
  "setup.list_rolled_back": "another",
  "setup.mandate_not_signed": "another",
  "setup.role_unknown": "another",
  "setup.post_of_another_bundle": "another",
  "setup.from_the_future": "early",
};

/** What the engine says of a code; also of one that the types of this package do not name. @param {string} code */
export const saidOf = (code) => setUpText(/** @type {SetUpCode} */ (code));

/** @type {(name: ThingName, state: State, told?: Text) => Thing} */
const thing = (name, state, told) => ({ name, state, ...(told && { told }), cost: textOf(COSTS[name]) });

/**
 * The roots of a file: the ordinary door first.
 * @param {Uint8Array} bytes
 * @param {{ test?: boolean }} [how]
 */
export function openRoots(bytes, { test = false } = {}) {
  return test ? Roots.dangerousTest(bytes) : Roots.fromBytes(bytes);
}

/**
 * When a kept file counts as opened: a clock that was set back does not undo what this device took before. What is shown is judged by the
 * clock all the same, and the engine says that it is wrong.
 * @type {(memory: Memory, clock: number) => number}
 */
export const openedAt = (memory, clock) => Math.max(clock, memory.floor ?? 0);

/**
 * What a call gives; or of a fault of set-up the thing that it says.
 * @template T
 * @param {ThingName} name
 * @param {() => T} call
 * @returns {{ it?: T, thing: Thing }}
 */
function tried(name, call) {
  try {
    return { it: call(), thing: thing(name, "good") };
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    return { thing: thing(name, STATES[error.code] ?? "torn", { vi: error.vi, en: error.en }) };
  }
}

const absent = (/** @type {ThingName} */ name) => thing(name, "absent", textOf("thingAbsent"));
const torn = (/** @type {ThingName} */ name) => thing(name, "torn", textOf("thingTorn"));

/** @param {unknown} of */
function rootOf(of) {
  if (of === undefined) return { thing: absent("root"), test: false };
  const { bytes, test } = /** @type {{ bytes?: unknown, test?: unknown }} */ (Object(of));
  if (!(bytes instanceof Uint8Array) || typeof test !== "boolean") return { thing: torn("root"), test: false };
  return { ...tried("root", () => openRoots(bytes, { test })), test };
}

/**
 * A memory of this device's root keys.
 * @param {Uint8Array} bytes
 * @param {Roots | undefined} roots
 */
export function ownMemory(bytes, roots) {
  const memory = Memory.fromBytes(bytes);
  roots?.rememberedBy(memory);
  return memory;
}

/** @type {(raw: Raw, roots: Roots | undefined) => Promise<{ it?: Memory, thing: Thing, previous: boolean }>} */
async function memoryOf(raw, roots) {
  const [newest, ...older] = await places(raw);
  const opens = older.some(({ bytes, whole }) => bytes && whole && tried("memory", () => ownMemory(bytes, roots)).it);
  if (!newest) return { thing: thing("memory", "absent", textOf("memoryLost")), previous: false };
  const { bytes, whole } = newest;
  if (!bytes || !whole) return { thing: thing("memory", "torn", saidOf("setup.memory_torn")), previous: opens };
  const is = tried("memory", () => ownMemory(bytes, roots));
  return { ...is, previous: !is.it && opens };
}

/** What a memory knows of lists and time, from its own record; nothing, where there is none. @param {Raw} raw */
export async function floorsOf(raw) {
  const { bytes, whole } = await placeOf(FLOORS, raw[FLOORS]);
  return (bytes && whole && tried("memory", () => Memory.fromBytes(bytes)).it) || new Memory();
}

/** @type {(of: unknown, roots: Roots | undefined, memory: Memory, at: number) => { it?: Bundle, thing: Thing }} */
function listsOf(of, roots, memory, at) {
  if (of === undefined) return { thing: absent("lists") };
  if (!(of instanceof Uint8Array)) return { thing: torn("lists") };
  if (!roots) return { thing: recognise(of).name === "lists" ? thing("lists", "unchecked", textOf("thingUnchecked")) : torn("lists") };
  return tried("lists", () => Bundle.open(of, roots, memory, openedAt(memory, at)));
}

/** @type {(of: unknown, bundle: Bundle | undefined) => { it?: Post, thing: Thing }} */
function mandateOf(of, bundle) {
  if (of === undefined) return { thing: absent("mandate") };
  if (!(of instanceof Uint8Array)) return { thing: torn("mandate") };
  const unchecked = () => thing("mandate", "unchecked", textOf("thingUnchecked"));
  if (!bundle) return { thing: recognise(of).name === "mandate" ? unchecked() : torn("mandate") };
  return tried("mandate", () => Post.open(of, bundle));
}

/** @type {(of: unknown, post: Post | undefined) => Promise<{ it?: CryptoKey, thing: Thing }>} */
async function keyOf(of, post) {
  if (of === undefined || of === null) return { thing: absent("key") };
  if (!(of instanceof CryptoKey)) return { thing: torn("key") };
  if (!post) return { thing: thing("key", "unchecked", textOf("thingUnchecked")) };
  return (await keyFits(post, of)) ? { it: of, thing: thing("key", "good") } : { thing: thing("key", "another", textOf("keyOtherPost")) };
}

/** @param {unknown} of */
function settingsOf(of) {
  if (of === undefined) return { thing: absent("settings") };
  const { language } = /** @type {Partial<Settings>} */ (Object(of));
  if (language !== "vi" && language !== "en") return { thing: torn("settings") };
  return { it: /** @type {Settings} */ (of), thing: thing("settings", "good") };
}

/**
 * Opens each thing of what lies in the store.
 * @param {Raw} raw
 * @param {number} at
 * @returns {Promise<Opening>}
 */
export async function openThings(raw, at) {
  const root = rootOf(raw.root);
  const memory = await memoryOf(raw, root.it);
  const known = memory.it ? Memory.fromBytes(memory.it.toBytes()) : await floorsOf(raw);
  const lists = listsOf(raw.bundle, root.it, known, at);
  known.free();
  const mandate = mandateOf(raw.mandate, lists.it);
  const key = await keyOf(raw.postKey, mandate.it);
  const settings = settingsOf(raw.settings);
  const needed = [root, lists, mandate, memory];
  const all = [...needed, key, settings].map((of) => of.thing);
  const optional = [key, settings].map((of) => of.thing);
  const ready = needed.every((of) => of.thing.state === "good");
  /** @type {Parts} */
  const parts = {
    roots: root.it, bundle: lists.it, post: mandate.it, memory: memory.it, postKey: key.it, settings: settings.it, test: root.test,
  };
  return {
    things: all, parts, ready, previous: memory.previous,
    begun: needed.some((of) => of.thing.state !== "absent"),
    whole: ready && optional.every(({ state }) => state === "good" || state === "absent"),
  };
}
