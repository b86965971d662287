// What this device did, for whoever looks after it: 200 lines in a ring. Codes and counts in forms of their own, and nothing else has a
// place in it: no name, number, plate, text of a code, no digest.
import { change, recall } from "./store.js";
/** @import { HeadlineName } from "doichieu" */

const LINES = 200;
const MINUTE = 60;

/**
 * What may be told.
 * @typedef {"start" | "check" | "next" | "renewed" | "fetched" | "repaired" | "version" | "tab" | "camera" | "store" | "fault"} Event_
 */
/**
 * `ms`: how long it took. `layer`, `offset`: where a code that could not be read broke off. `lists`: the number of the lists.
 * @typedef {{ event: Event_, headline?: HeadlineName | undefined, codes?: readonly string[] | undefined, ms?: number | undefined,
 *   layer?: string | undefined, offset?: number | undefined, version?: string | undefined, lists?: number | undefined }} Entry
 */
/** As it is kept; `minute`: seconds since 1970, of a whole minute. @typedef {Entry & { minute: number }} Line */

const EVENTS = ["start", "check", "next", "renewed", "fetched", "repaired", "version", "tab", "camera", "store", "fault"];
/** As the engine's own tables spell them: no name and no number of anybody is spelt so. */
const WORD = /^[a-z_]{1,32}$/;
const CODE = /^[a-z_]{1,24}\.[a-z_]{1,48}$/;
const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;
/** Counts: shorter than any number that belongs to somebody. */
const MOST = 9_999_999;
const MOST_CODES = 16;

/** @type {(of: unknown) => number | undefined} */
const count = (of) => (typeof of === "number" && Number.isFinite(of) && of >= 0 && of <= MOST ? Math.round(of) : undefined);
/** @type {(of: unknown, form: RegExp) => string | undefined} */
const spelt = (of, form) => (typeof of === "string" && form.test(of) ? of : undefined);

/**
 * A line: what is not in form is left out, whatever it is.
 * @type {(entry: Entry, at: number) => Line | null}
 */
export function lineOf(entry, at) {
  if (!EVENTS.includes(entry.event)) return null;
  const of = {
    minute: Math.floor(at / MINUTE) * MINUTE,
    event: entry.event,
    headline: spelt(entry.headline, WORD),
    codes: entry.codes?.slice(0, MOST_CODES).filter((code) => spelt(code, CODE)),
    ms: count(entry.ms), layer: spelt(entry.layer, WORD), offset: count(entry.offset),
    version: spelt(entry.version, VERSION), lists: count(entry.lists),
  };
  return /** @type {Line} */ (/** @type {unknown} */ (Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined))));
}

/** One line after the other. */
let last = Promise.resolve();

/**
 * Notes something. Never throws, and nothing waits for it: a log that cannot be kept ends no check.
 * @param {Entry} entry
 */
export function note(entry) {
  const line = lineOf(entry, Math.floor(Date.now() / 1000));
  if (!line) return last;
  const kept = () => change("log", (before) => [...(Array.isArray(before) ? before : []), line].slice(-LINES));
  return last = last.then(kept).catch(() => {});
}

/** The lines, the oldest first. @returns {Promise<Line[]>} */
export async function lines() {
  await last;
  const kept = await recall("log");
  return Array.isArray(kept) ? kept : [];
}

/** @param {Line} line */
const written = ({ minute, event, headline, codes, ms, layer, offset, version, lists }) => [
  `${new Date(minute * 1000).toISOString().slice(0, 16)}Z`, event, headline, codes?.join(","), ms !== undefined && `${ms} ms`, layer,
  offset !== undefined && `@${offset}`, version, lists !== undefined && `#${lists}`,
].filter(Boolean).join(" ");

/** All of it as a file of text, to be given out by hand. */
export async function asFile() {
  const text = (await lines()).map((line) => `${written(line)}\n`).join("");
  return new File([text], "nhat-ky.txt", { type: "text/plain" });
}
