// Mends what is kept with the least loss. Whatever is started anew knows less than before, and says so (`post.memory_gap`).
import { Bundle, Memory, Post, SetUpError, recognise } from "../vendor/doichieu/index.js";
import { clock, keeper, lookAtRoots, newEdition, openKept } from "./kept.js";
import { floorsOf, openRoots, openThings, openedAt, ownMemory } from "./opening.js";
import { keyFits, keyOfFile } from "./post-key.js";
import { FLOORS, places, slotOf } from "./slots.js";
import { keepAll, recallRaw } from "./store.js";
import { textOf } from "./words-kept.js";
/** @import { FileKind, Roots, Text } from "doichieu" */
/** @import { Settings, Things } from "page" */
/** @import { Opening, Parts, ThingName } from "./opening.js" */
/** @import { Raw } from "./slots.js" */

/** A way to mend the memory, the one with the least loss first. @typedef {{ how: "previous" | "anew", cost: Text }} Mend */

/** The ways there are. @param {Opening} opening @returns {Mend[]} */
export const memoryMends = ({ previous }) => [
  ...(previous ? [{ how: /** @type {const} */ ("previous"), cost: textOf("costPrevious") }] : []),
  { how: "anew", cost: textOf("costMemory") },
];

/**
 * What a call gives, or nothing where the engine refuses it.
 * @template T
 * @param {() => T} call
 */
const allowed = (call) => { try { return call(); } catch (error) { if (error instanceof SetUpError) return null; throw error; } };

/** @type {(raw: Raw, roots: Roots | undefined) => Promise<Memory | null>} */
async function previousOf(raw, roots) {
  const [, ...older] = await places(raw);
  for (const { bytes, whole } of older) {
    const memory = bytes && whole ? allowed(() => ownMemory(bytes, roots)) : null;
    if (memory) return memory;
  }
  return null;
}

/**
 * What is known of lists and time beside the slots: from its own record; else from the beginning of a torn slot, if the kept lists open
 * beside it: a date in it that was torn too would refuse everything.
 * @type {(raw: Raw, roots: Roots | undefined, at: number) => Promise<Memory>}
 */
async function floorsBeside(raw, roots, at) {
  const floors = await floorsOf(raw);
  if (floors.floor !== undefined) return floors;
  for (const { bytes } of await places(raw)) {
    const salvaged = bytes && allowed(() => Memory.salvaged(bytes, at));
    const lists = raw.bundle;
    const fits = salvaged && roots && lists instanceof Uint8Array && allowed(() => {
      roots.rememberedBy(salvaged);
      return Bundle.open(lists, roots, Memory.fromBytes(salvaged.toBytes()), openedAt(floors, at));
    });
    if (fits) return salvaged;
  }
  return floors;
}

/** The memory that takes the place of one that cannot be read. @type {(raw: Raw, how: Mend["how"], at: number) => Promise<Memory>} */
async function mended(raw, how, at) {
  const { parts: { roots } } = await openThings(raw, at);
  const memory = (how === "previous" && await previousOf(raw, roots)) || new Memory();
  const floors = await floorsBeside(raw, roots, at);
  // Of another root, they say nothing about these lists.
  if (!roots || allowed(() => { roots.rememberedBy(floors); return true; })) allowed(() => memory.join(floors));
  return memory.withGap(at);
}

/** Mends the memory. Resolves to what the device is then. @param {Mend["how"]} how */
export const mendMemory = (how) => keeper.alone(async () => {
  const raw = await recallRaw();
  const memory = await mended(raw, how, clock());
  await keepAll({ memory: memory.toBytes(), [FLOORS]: await slotOf(0, memory.floors().toBytes()), edition: newEdition() });
}).then(() => openKept());

/** Key or settings, begun anew: nothing else is touched. @param {"key" | "settings"} name */
export const drop = (name) => keeper.alone(() => keepAll(name === "key" ? { postKey: undefined } : { settings: undefined }))
  .then(() => openKept());

/** What each kind of file takes the place of. @type {Partial<Record<FileKind, ThingName>>} */
const PLACES = { roots: "root", lists: "lists", mandate: "mandate", private_key: "key" };
const ORDER = /** @type {const} */ (["roots", "lists", "mandate", "private_key"]);

/** @typedef {{ name: string, is: Text, told: Text | null }} RepairRow `told`: why it was not used. */

/** Root keys whose check code is to be compared by two people. @typedef {{ fingerprint: string, test: boolean }} Compare */

/**
 * Loads files anew in the place of what cannot be read: known by their content, and only where they go with the rest. Root keys only once a
 * person has compared their check code, which is then passed (`compared`), and only if they are those of the memory: others are another
 * set-up. Keeps what is good at once, and says of each file what came of it; `compare`: what is to be compared first.
 * @param {readonly File[]} files
 * @param {{ compared?: string }} [how]
 * @returns {Promise<{ rows: RepairRow[], compare: Compare | null, kept: Awaited<ReturnType<typeof openKept>> }>}
 */
export async function loadAgain(files, { compared } = {}) {
  /** @type {Compare | null} */
  let compare = null;
  const read = await Promise.all(files.map(async (file) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: file.name, bytes, is: recognise(bytes) };
  }));
  const place = (/** @type {{ is: { name: FileKind } }} */ { is }) => ORDER.findIndex((kind) => kind === is.name);
  const rows = await keeper.alone(async () => {
    const raw = { ...await recallRaw() };
    /** @type {Partial<Things>} */
    const things = {};
    /** @type {RepairRow[]} */
    const all = [];
    for (const one of read.toSorted((a, b) => place(a) - place(b))) {
      // Root keys that are good are not put in the place of themselves: nobody compares a code for that.
      const wanted = one.is.name === "roots" && (await openThings(raw, clock())).things.some(({ name, state }) => name === "root" && state !== "good");
      const roots = wanted ? allowed(() => lookAtRoots(one.bytes)) : null;
      if (roots && roots.fingerprint !== compared) compare = roots;
      const told = compare && roots ? textOf("compareFirst") : await replaced(one, raw, things);
      all.push({ name: one.name, is: { vi: one.is.vi, en: one.is.en }, told });
    }
    if (Object.keys(things).length > 0) await keepAll({ ...things, edition: newEdition() });
    return all;
  });
  return { rows, compare, kept: await openKept() };
}

/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, is: { readonly name: FileKind } }} Again */

/** @type {(one: Again, raw: Record<string, unknown>, things: Partial<Things>) => Promise<Text | null>} */
async function replaced({ bytes, is }, raw, things) {
  const { things: states, parts } = await openThings(raw, clock());
  const name = PLACES[is.name];
  if (!name) return textOf("fileIgnoredHere");
  if (states.some((one) => one.name === name && one.state === "good")) return textOf("stillGood");
  try {
    const { change, told } = await CHANGES[name]?.(bytes, parts, raw) ?? { told: textOf("fileIgnoredHere") };
    Object.assign(raw, change);
    Object.assign(things, change);
    return told ?? null;
  } catch (error) {
    if (error instanceof SetUpError) return { vi: error.vi, en: error.en };
    throw error;
  }
}

/**
 * What takes the place of a thing; or why nothing does.
 * @type {Partial<Record<ThingName, (bytes: Uint8Array<ArrayBuffer>, parts: Parts, raw: Raw) => Promise<{ change?: Things, told?: Text }>>>}
 */
const CHANGES = {
  root: async (bytes, { memory }, raw) => ({ change: { root: rootAgain(bytes, memory ?? await floorsOf(raw)) } }),
  lists: async (bytes, { roots, memory }, raw) => {
    if (!roots) return { told: textOf("thingUnchecked") };
    const known = memory ? Memory.fromBytes(memory.toBytes()) : await floorsOf(raw);
    Bundle.open(bytes, roots, known, clock()).free();
    return { change: { bundle: bytes } };
  },
  mandate: async (bytes, { bundle }) => {
    if (!bundle) return { told: textOf("thingUnchecked") };
    Post.open(bytes, bundle).free();
    return { change: { mandate: bytes } };
  },
  key: async (bytes, { post }) => {
    const key = await keyOfFile(bytes).catch(() => null);
    if (!key) return { told: textOf("keyTornHere") };
    return post && (await keyFits(post, key)) ? { change: { postKey: key } } : { told: textOf("keyOfAnother") };
  },
};

/** @type {(bytes: Uint8Array, memory: Memory) => { bytes: Uint8Array, test: boolean }} */
function rootAgain(bytes, memory) {
  const ordinary = allowed(() => openRoots(bytes));
  const roots = ordinary ?? openRoots(bytes, { test: true });
  roots.rememberedBy(memory);
  return { bytes, test: !ordinary };
}

/** Settings that a page begins with. @param {Settings} first @param {Opening} opening @returns {Settings} */
export const settingsOr = (first, { parts }) => ({ ...first, ...parts.settings });
