// What files that somebody chose would change of this device. Known by what is in them; nothing is kept before a person says so, and
// what is good is then taken together or not at all.
import { AskError, EncounterSeed, Post, SetUpError, Bundle, recognise } from "../vendor/doichieu/index.js";
import { draft } from "./asking.js";
import { clock, copied, lists } from "./kept.js";
import { keyOfFile } from "./post-key.js";
import { pick, setUpWords } from "./texts.js";
import { moment } from "./times.js";
import { say } from "./words.js";
/** @import { FileKind, Inspector, Memory } from "doichieu" */
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
/** @typedef {{ rows: readonly Row[], changed: Changed | null, another: string | null }} Renewal */
/**
 * `bytes`: none of a file that is too large to be read.
 * @typedef {{ name: string, bytes: Uint8Array<ArrayBuffer> | null, kind: FileKind, is: string }} Chosen
 */

/** In which order they are tried: a mandate is opened under the newest lists, a key is tried by the newest mandate. */
const ORDER = /** @type {const} */ (["lists", "delta", "mandate", "private_key"]);

/** @typedef {Chosen & { bytes: Uint8Array<ArrayBuffer> }} Read */

/** @type {(one: Chosen, now: string, after: string, good?: boolean) => Row} */
const row = ({ name, is }, now, after, good = false) => ({ name, is, now, after, good });

/**
 * Whether what this key signs counts as this post's: an ask that nobody is shown, signed and verified as if it were to be.
 * @param {Inspector} inspector
 * @param {Post} post
 * @param {CryptoKey} key
 */
export async function fits(inspector, post, key) {
  const of = { seed: crypto.getRandomValues(new Uint8Array(32)), at: clock() };
  const encounter = new EncounterSeed(crypto.getRandomValues(new Uint8Array(32)));
  try {
    const drafted = draft(inspector, { purpose: post.purposes[0], question: null }, { ...of, encounter });
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, drafted.toBeSigned());
    drafted.seal(new Uint8Array(signature)).free();
    return true;
  } catch (error) {
    if (error instanceof AskError) return false;
    throw error;
  } finally {
    encounter.free();
  }
}

/** Tries files one after another on a copy of what is known: neither device nor memory is touched. */
class Trial {
  /** @type {Map<Chosen, Row>} */
  rows = new Map();
  /** Name of the post, where a mandate is another post's. @type {string | null} */
  another = null;
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
    if (!bytes) return row({ bytes, ...of }, "", say("fileTooLarge"));
    const one = { bytes, ...of };
    if (one.kind === "lists" || one.kind === "delta") return this.#lists(one);
    if (one.kind === "mandate") return this.#mandate(one);
    if (one.kind === "private_key") return this.#key(one);
    return row(one, "", say(one.kind === "roots" ? "rootsElsewhere" : "fileIgnored"));
  }

  /** @type {(one: Read) => Row} */
  #lists(one) {
    const [next, before] = [this.#next, `${say("bundleNumber")} ${this.#now.bundle.number}`];
    if (one.kind === "lists" && same(one.bytes, next.file)) return row(one, before, say("inUse"));
    const bundle = next.bundle.apply(one.bytes, next.roots, this.#memory);
    const file = Bundle.mergeFiles(next.file, one.bytes);
    this.#next = { ...next, ...lists(bundle, this.#postUnder(bundle)), file };
    return row(one, before, `${say("bundleNumber")} ${bundle.number}`, true);
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
    if (post.name === was.name && post.until <= was.until) return row(one, before, say("mandateOlder"));
    if (post.name !== was.name || post.role.name !== was.role.name) this.another = post.name;
    this.#next = { ...next, ...lists(next.bundle, post), mandate: one.bytes };
    return row(one, before, after, true);
  }

  /** @type {(one: Read) => Promise<Row>} */
  async #key(one) {
    const { inspector, post, postKey } = this.#next;
    const before = say(this.#now.postKey ? "keyHere" : "keyNone");
    const key = await keyOfFile(one.bytes);
    if (!key) return row(one, before, say("keyTorn"));
    if (!(await fits(inspector, post, key))) return row(one, before, say("keyOther"));
    this.#next = { ...this.#next, postKey: key };
    return row(one, before, say(postKey ? "keyFitsToo" : "keyFits"), true);
  }
}

/** @type {(one: Uint8Array, other: Uint8Array) => boolean} */
const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);

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
    /** @type {Chosen[]} */
    const chosen = await Promise.all(files.map(async (file) => {
      const bytes = file.size > LARGEST_FILE ? null : new Uint8Array(await file.arrayBuffer());
      const is = bytes && recognise(bytes);
      return { name: file.name, bytes, kind: is?.name ?? "unknown", is: is ? pick(is) : say("fileUnknown") };
    }));
    const mandates = chosen.flatMap(({ kind, bytes }) => (kind === "mandate" && bytes ? [bytes] : []));
    const trial = new Trial(now, memory, [now.mandate, ...mandates]);
    const place = (/** @type {Chosen} */ { kind }) => ORDER.findIndex((of) => of === kind);
    for (const one of chosen.toSorted((a, b) => place(a) - place(b))) await trial.try(one);
    const rows = chosen.flatMap((one) => trial.rows.get(one) ?? []);
    return { rows, changed: trial.changed, another: trial.another };
  } finally {
    memory.free();
  }
}
