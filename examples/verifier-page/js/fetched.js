// Lists from the page's own origin: off until a person switches it on, and nothing is asked before. What comes is handed on as files, as if
// somebody had chosen them: signatures decide, not where they came from.
import { recognise } from "../vendor/doichieu/index.js";
import { hex, sha256 } from "./slots.js";
import { textOf } from "./words-kept.js";
/** @import { Text } from "doichieu" */

/** What may be asked for: `./lists/now.json`, and what it names beside it. */
const FOLDER = "lists/";
const NOTE = "now.json";
/** `{ v, files: [{ path, kind, bytes, sha256 }] }` of this form. */
const FORM = 1;
const MOST_FILES = 8;
/** All files of one look together (docs/dc1.md §3 allows one list file as much). */
export const MOST_BYTES = 64 << 20;
const MOST_NOTE = 64 << 10;
/** Kinds that are taken from a host: never a key, never root keys. */
const KINDS = ["lists", "delta", "mandate"];
/** A name, and no way anywhere. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;
const DIGEST = /^[0-9a-f]{64}$/;

/** @typedef {"offline" | "absent" | "redirected" | "too_large" | "wrong_digest" | "form" | "server"} FetchCode */
/**
 * `digests`: of the files, to be left out the next time, once they were looked at (`have`).
 * @typedef {{ kind: "nothing" } | { kind: "files", files: File[], digests: string[] }
 *   | { kind: "failed", code: FetchCode, told: Text }} Fetched
 */
/** @typedef {{ path: string, kind: string, bytes: number, sha256: string }} Noted */

/** @type {Readonly<Record<FetchCode, string>>} */
const WORDS = {
  offline: "fetchOffline", absent: "fetchAbsent", redirected: "fetchRedirected", too_large: "fetchTooLarge", wrong_digest: "fetchDigest",
  form: "fetchForm", server: "fetchServer",
};

class Failed extends Error {
  /** @param {FetchCode} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Nothing of this device goes along, and no cache answers. */
const HOW = /** @type {const} */ ({
  credentials: "omit", redirect: "error", cache: "no-store", referrerPolicy: "no-referrer", mode: "same-origin",
});

/** @typedef {(url: string, how: RequestInit) => Promise<Response>} Fetch */

/** @type {(fetch: Fetch, url: string) => Promise<Response>} */
async function ask(fetch, url) {
  let response;
  try { response = await fetch(url, HOW); } catch { throw new Failed((await pointsElsewhere(fetch, url)) ? "redirected" : "offline"); }
  if (response.redirected) throw new Failed("redirected");
  if (response.status === 404 || response.status === 410) throw new Failed("absent");
  if (!response.ok) throw new Failed("server");
  return response;
}

/**
 * A redirect that is not followed looks like no network at all; asked this way it is told apart, and not followed either.
 * @type {(fetch: Fetch, url: string) => Promise<boolean>}
 */
const pointsElsewhere = (fetch, url) =>
  fetch(url, { ...HOW, redirect: "manual" }).then(({ type }) => type === "opaqueredirect", () => false);

/**
 * The bytes of an answer, counted as they come: what it says of its own length counts for nothing.
 * @type {(response: Response, most: number) => Promise<Uint8Array<ArrayBuffer>>}
 */
async function bytesOf(response, most) {
  const reader = response.body?.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  try {
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      length += step.value.length;
      if (length > most) throw new Failed("too_large");
      parts.push(step.value);
    }
  } catch (error) {
    await reader?.cancel().catch(() => {});
    // Any other fault is the network's, in mid-answer.
    throw error instanceof Failed ? error : new Failed("offline");
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) { all.set(part, at); at += part.length; }
  return all;
}

/** @param {unknown} of @returns {of is Noted} */
const isNoted = (of) => {
  const { path, kind, bytes, sha256: digest } = /** @type {Partial<Noted>} */ (Object(of));
  return typeof path === "string" && NAME.test(path) && path !== NOTE && typeof kind === "string" && KINDS.includes(kind)
    && Number.isSafeInteger(bytes) && Number(bytes) > 0 && typeof digest === "string" && DIGEST.test(digest);
};

/** What the host names, if it is in form. @param {Uint8Array} bytes */
function noteOf(bytes) {
  /** @type {unknown} */
  let of;
  try { of = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)); } catch { throw new Failed("form"); }
  const { v, files } = /** @type {{ v?: unknown, files?: unknown }} */ (Object(of));
  if (v !== FORM || !Array.isArray(files) || files.length > MOST_FILES || !files.every(isNoted)) throw new Failed("form");
  if (files.reduce((sum, one) => sum + one.bytes, 0) > MOST_BYTES) throw new Failed("too_large");
  return files;
}

/** @type {(fetch: Fetch, folder: URL, noted: Noted) => Promise<File>} */
async function fileOf(fetch, folder, { path, kind, bytes: length, sha256: digest }) {
  const url = new URL(path, folder);
  if (url.href !== folder.href + path) throw new Failed("form");
  const bytes = await bytesOf(await ask(fetch, url.href), length);
  if (bytes.length !== length || hex(await sha256(bytes)) !== digest) throw new Failed("wrong_digest");
  // What it is, not what it is called: a key has no business here.
  if (recognise(bytes).name !== kind) throw new Failed("form");
  return new File([bytes], path, { type: "application/octet-stream" });
}

/**
 * Asks once. `have`: digests of files that were looked at already. Writes nothing, and throws nothing that a network or a host can do.
 * @param {{ base: string | URL, fetch: Fetch, have?: ReadonlySet<string> }} of
 * @returns {Promise<Fetched>}
 */
export async function look({ base, fetch, have = new Set() }) {
  try {
    const folder = new URL(FOLDER, base);
    const noted = noteOf(await bytesOf(await ask(fetch, new URL(NOTE, folder).href), MOST_NOTE));
    const wanted = noted.filter(({ sha256: digest }) => !have.has(digest));
    const files = [];
    for (const one of wanted) files.push(await fileOf(fetch, folder, one));
    return files.length > 0 ? { kind: "files", files, digests: wanted.map((one) => one.sha256) } : { kind: "nothing" };
  } catch (error) {
    if (error instanceof Failed) return { kind: "failed", code: error.code, told: textOf(WORDS[error.code]) };
    throw error;
  }
}

/** At the page's own origin. @param {ReadonlySet<string>} have */
const here = (have) => look({ base: document.baseURI, fetch: (url, how) => fetch(url, how), have });

const MINUTE = 60_000;

/**
 * When to look: at the start, when the network comes back, and every 30 to 60 minutes, at random so that not all devices ask at once. Only
 * where it is switched on (`on`), and only while the page allows it (`allowed`: the scan screen): what was due meanwhile is done when
 * `allow` is called. Off is no request at all.
 */
export class Schedule {
  #on;
  #allowed;
  #look;
  #came;
  #random;
  #due = false;
  #busy = false;
  /** @type {Set<string>} */
  #have = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What came of the last look, and when, in seconds; to be told. @type {{ at: number, fetched: Fetched } | null} */
  last = null;

  /**
   * `came` gets what came of a look; of files, it resolves to whether they were dealt with, and are not to be loaded again.
   * @param {{ on: () => boolean, allowed: () => boolean, came: (fetched: Fetched) => boolean | Promise<boolean>,
   *   look?: (have: ReadonlySet<string>) => Promise<Fetched>, random?: () => number }} of
   */
  constructor({ on, allowed, came, look: by = here, random = Math.random }) {
    this.#on = on;
    this.#allowed = allowed;
    this.#came = came;
    this.#look = by;
    this.#random = random;
  }

  /** Milliseconds to the next look. */
  get pause() { return Math.round((30 + 30 * this.#random()) * MINUTE); }

  /** Begins, with a look; also after it was switched on. */
  start() {
    this.stop();
    addEventListener("online", this.#want);
    void this.#want();
  }

  /** Ends; also when it was switched off. */
  stop() {
    removeEventListener("online", this.#want);
    clearTimeout(this.#timer);
    this.#due = false;
  }

  /** The page is where it may ask: what was due is done. */
  async allow() { if (this.#due) await this.#want(); }

  #want = async () => {
    clearTimeout(this.#timer);
    if (!this.#on()) return;
    this.#timer = setTimeout(this.#want, this.pause);
    if (this.#busy) return;
    if (!this.#allowed()) { this.#due = true; return; }
    this.#due = false;
    this.#busy = true;
    try {
      const fetched = await this.#look(this.#have);
      // Switched off while it was asked: nothing comes of it.
      if (!this.#on()) return;
      this.last = { at: Math.floor(Date.now() / 1000), fetched };
      const done = await this.#came(fetched);
      if (done && fetched.kind === "files") for (const digest of fetched.digests) this.#have.add(digest);
    } finally {
      this.#busy = false;
    }
  };
}
