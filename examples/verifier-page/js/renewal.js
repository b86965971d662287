// What files that somebody chose would change of this device. Known by what is in them; nothing is kept before a person says so, and
// what is good is then taken together or not at all.
import { Bundle, Post, SetUpError, recognise } from "../vendor/doichieu/index.js";
import { copied, lists } from "./kept.js";
import { openRoots } from "./opening.js";
import { keyFits, keyOfFile } from "./post-key.js";
import { same } from "./slots.js";
import { fieldWord, kindWord, pick, setUpWords } from "./texts.js";
import { moment } from "./times.js";
import { say } from "./words.js";
import { tell } from "./words-kept.js";
/** @import { FileKind, MandateChange, MandateFields, Memory } from "doichieu" */
/** @import { Opened } from "./kept.js" */

/** No file of these is larger (docs/dc1.md §3). */
export const LARGEST_FILE = 64 << 20;

/**
 * What comes of one file. `good`: it would be used.
 * @typedef {{ name: string, is: string, now: string, after: string, good: boolean }} Row
 */
/**
 * What would be kept: the whole of what changes.
 * @typedef {{ file: Uint8Array, mandate: Uint8Array, postKey: CryptoKey | null }} Changed
 */
/**
 * Fields of a kind of paper that a renewed mandate adds for a purpose. The purpose is a name of the registry, the rest is in words.
 * @typedef {{ purpose: MandateFields["purpose"], kind: string, fields: readonly string[] }} Wider
 */
/**
 * `another`: the name of the post whose mandate it would be, where that is another post or role. `wider`: what the mandate of this post
 * allows beyond the one in use. `keeps`: how many seconds longer it lets things be kept; 0: no longer. `needsPress`: a person is asked
 * first: it is wider in any way, or another post's.
 * @typedef {{ rows: readonly Row[], changed: Changed | null, another: string | null, wider: readonly Wider[], keeps: number,
 *   needsPress: boolean }} Renewal
 */
/**
 * `bytes`: none of a file that is too large, or could not be read: then `told` says so.
 * @typedef {{ name: string, bytes: Uint8Array<ArrayBuffer> | null, kind: FileKind, is: string, told: string }} Chosen
 */

/** In which order they are tried: a mandate is opened under the newest lists, a key is tried by the newest mandate. */
const ORDER = /** @type {const} */ (["roots", "lists", "delta", "mandate", "private_key"]);

/** @typedef {Chosen & { bytes: Uint8Array<ArrayBuffer> }} Read */

/** @type {(one: Chosen, now: string, after: string, good?: boolean) => Row} */
const row = ({ name, is }, now, after, good = false) => ({ name, is, now, after, good });

/**
 * What a renewed mandate allows and the one in use does not, in words.
 * @param {MandateChange} change
 * @returns {Wider[]}
 */
const widerIn = ({ added }) => added.map(({ purpose, kind, fields }) => ({
  purpose, kind: kindWord(kind), fields: fields.map((field) => (typeof field === "string" ? fieldWord(field, kind) : String(field))),
}));

/** Tries files one after another on a copy of what is known: neither device nor memory is touched. */
class Trial {
  /** @type {Map<Chosen, Row>} */
  rows = new Map();
  /** Name of the post, where a mandate is another post's. @type {string | null} */
  another = null;
  /** What the mandate allows beyond the one in use. @type {MandateChange | null} */
  change = null;
  #now;
  #memory;
  #mandates;
  #next;

  /** @param {Opened} now @param {Memory} memory @param {readonly Uint8Array[]} mandates those among the files */
  constructor(now, memory, mandates) {
    this.#now = now;
    this.#memory = memory;
    this.#mandates = mandates;
    this.#next = now;
  }

  /** @returns {Changed | null} */
  get changed() {
    const [now, { file, mandate, postKey }] = [this.#now, this.#next];
    const same = file === now.file && mandate === now.mandate && postKey === now.postKey;
    return same ? null : { file, mandate, postKey };
  }

  /** @param {Chosen} one */
  async try(one) {
    try {
      this.rows.set(one, await this.#row(one));
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      this.rows.set(one, row(one, "", setUpWords(error)));
    }
  }

  /** @type {(one: Chosen) => Row | Promise<Row>} */
  #row({ bytes, ...of }) {
    if (!bytes) return row({ bytes, ...of }, "", of.told);
    const one = { bytes, ...of };
    if (one.kind === "lists" || one.kind === "delta") return this.#lists(one);
    if (one.kind === "mandate") return this.#mandate(one);
    if (one.kind === "private_key") return this.#key(one);
    if (one.kind === "roots") return this.#roots(one);
    return row(one, "", bytes.length === 0 ? tell("fileEmpty") : say("fileIgnored"));
  }

  /** Root keys are renewed by setting the device up again, with their check code compared. @type {(one: Read) => Row} */
  #roots(one) {
    const { roots } = this.#now;
    const is = openRoots(one.bytes, { test: roots.isTest });
    const inUse = is.fingerprint === roots.fingerprint;
    is.free();
    return row(one, roots.fingerprint, tell(inUse ? "rootSame" : "rootOther"));
  }

  /** @type {(one: Read) => Row} */
  #lists(one) {
    const [next, { number }] = [this.#next, this.#now.bundle];
    const before = `${say("bundleNumber")} ${number}`;
    if (one.kind === "lists" && same(one.bytes, next.file)) return row(one, before, say("inUse"));
    try {
      const bundle = next.bundle.apply(one.bytes, next.roots, this.#memory);
      const file = Bundle.mergeFiles(next.file, one.bytes);
      this.#next = { ...next, ...lists(bundle, this.#postUnder(bundle)), file };
      return row(one, before, `${say("bundleNumber")} ${bundle.number}`, true);
    } catch (error) {
      if (!(error instanceof SetUpError && error.code === "setup.bundle_rolled_back")) throw error;
      return row(one, before, tell("listsOlder", { number: next.bundle.number }));
    }
  }

  /**
   * The mandate in use may not open under newer lists, and come with the one that does.
   * @param {Bundle} bundle
   */
  #postUnder(bundle) {
    for (const mandate of this.#mandates) {
      try { return Post.open(mandate, bundle); } catch (error) { if (!(error instanceof SetUpError)) throw error; }
    }
    return Post.open(this.#next.mandate, bundle);
  }

  /** @type {(one: Read) => Row} */
  #mandate(one) {
    const [next, was] = [this.#next, this.#now.post];
    const post = Post.open(one.bytes, next.bundle);
    const before = `${was.name} · ${say("listUntil")} ${moment(was.until)}`;
    const after = `${post.name} · ${say("listUntil")} ${moment(post.until)}`;
    if (same(one.bytes, this.#now.mandate)) return row(one, before, say("inUse"));
    const change = was.compare(post);
    if (change.samePost && post.until <= was.until && !change.wider) return row(one, before, say("mandateOlder"));
    this.another = change.samePost && change.sameRole ? null : post.name;
    this.change = change;
    this.#next = { ...next, ...lists(next.bundle, post), mandate: one.bytes };
    return row(one, before, after, true);
  }

  /** @type {(one: Read) => Promise<Row>} */
  async #key(one) {
    const { post, postKey } = this.#next;
    const before = say(this.#now.postKey ? "keyHere" : "keyNone");
    const key = await keyOfFile(one.bytes).catch(() => null);
    if (!key) return row(one, before, tell("keyTornHere"));
    if (!(await keyFits(post, key))) return row(one, before, tell("keyOfAnother"));
    this.#next = { ...this.#next, postKey: key };
    return row(one, before, say(postKey ? "keyFitsToo" : "keyFits"), true);
  }
}

/**
 * Reads a file, as far as it can be.
 * @param {File} file
 * @returns {Promise<Chosen>}
 */
async function chosenOf(file) {
  /** @type {(told: string) => Chosen} */
  const none = (told) => ({ name: file.name, bytes: null, kind: "unknown", is: say("fileUnknown"), told });
  if (file.size > LARGEST_FILE) return none(say("fileTooLarge"));
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const is = recognise(bytes);
    return { name: file.name, bytes, kind: is.name, is: pick(is), told: "" };
  } catch (error) {
    // Taken away, or changed, since it was chosen.
    if (error instanceof DOMException) return none(tell("fileNotRead"));
    throw error;
  }
}

/**
 * What these files would change. The memory is looked at, never written.
 * @param {readonly File[]} files
 * @param {Opened} now
 * @param {Memory} known
 * @returns {Promise<Renewal>}
 */
export async function renewal(files, now, known) {
  const memory = copied(known);
  try {
    const chosen = await Promise.all(files.map(chosenOf));
    const mandates = chosen.flatMap(({ kind, bytes }) => (kind === "mandate" && bytes ? [bytes] : []));
    const trial = new Trial(now, memory, [now.mandate, ...mandates]);
    const place = (/** @type {Chosen} */ { kind }) => ORDER.findIndex((of) => of === kind);
    for (const one of chosen.toSorted((a, b) => place(a) - place(b))) await trial.try(one);
    const rows = chosen.flatMap((one) => trial.rows.get(one) ?? []);
    const { changed, another, change } = trial;
    const wider = change && !another ? widerIn(change) : [];
    const keeps = change && !another ? Math.max(0, change.longestRetention.renewed - change.longestRetention.now) : 0;
    // Nothing is taken by itself that a person has to be asked about.
    return { rows, changed, another, wider, keeps, needsPress: another !== null || (change?.wider ?? false) };
  } finally {
    memory.free();
  }
}
