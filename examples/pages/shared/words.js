// Two languages, Vietnamese first. A page brings a table of its own; names of papers and fields come from the engine's.
import { fieldText, kindText } from "../vendor/doichieu/index.js";
/** @import { Kind } from "doichieu" */
/** @import { Language } from "page" */

/** Its place in each entry. @type {0 | 1} */
let language = 0;

/**
 * `host`: the page, or a component in somebody else's.
 * @param {Language} code
 * @param {HTMLElement} [host]
 */
export function setLanguage(code, host = document.documentElement) {
  language = code === "en" ? 1 : 0;
  host.lang = currentLanguage();
}

/** @returns {Language} */
export const currentLanguage = () => (language ? "en" : "vi");
export const otherLanguage = () => (language ? "vi" : "en");

/** @typedef {Partial<Record<string, readonly [vi: string, en: string]>>} Words */

/**
 * The words of a page: `say(name, { slot: … })`. A name that has none stands for itself.
 * @param {Words} table
 */
export const wordsOf = (table) => (/** @type {string} */ name, /** @type {Record<string, string | number>} */ slots = {}) =>
  (table[name]?.[language] ?? name).replace(/\{(\w+)\}/g, (whole, slot) => String(slots[slot] ?? whole));

/** @param {string} kind */
export const kindWord = (kind) => kindText(/** @type {Kind} */ (kind))?.[currentLanguage()] ?? kind;

/** @type {(field: string, kind: string) => string} */
export const fieldWord = (field, kind) => fieldText(field, /** @type {Kind} */ (kind))?.[currentLanguage()] ?? field;

/** @type {readonly (readonly [size: number, vi: string, en: string, ens: string])[]} */
const UNITS = [
  [86_400, "ngày", "day", "days"],
  [3600, "giờ", "hour", "hours"],
  [60, "phút", "minute", "minutes"],
  [1, "giây", "second", "seconds"],
];

/**
 * A length of time in its two largest units: `1 ngày 6 giờ`.
 * @param {number} seconds
 */
export function span(seconds) {
  const from = UNITS.findIndex(([size]) => seconds >= size);
  if (from < 0) return `0 ${language ? "seconds" : "giây"}`;
  let rest = Math.floor(seconds);
  const said = UNITS.slice(from, from + 2).map(([size, vi, en, ens]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 && `${count} ${language ? (count === 1 ? en : ens) : vi}`;
  });
  return said.filter(Boolean).join(" ");
}

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

/** `18:06`, by this device's clock. @param {number} seconds */
export function hour(seconds) {
  const at = new Date(seconds * 1000);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `01/12/2026`. @param {number} seconds */
export function date(seconds) {
  const at = new Date(seconds * 1000);
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
}

/**
 * The day as one says it: today, yesterday, tomorrow, else its date.
 * @param {number} seconds
 * @param {number} now
 */
export function day(seconds, now) {
  const midnight = (/** @type {number} */ of) => new Date(of * 1000).setHours(0, 0, 0, 0);
  const apart = Math.round((midnight(seconds) - midnight(now)) / 86_400_000);
  /** @type {Partial<Record<number, readonly [string, string]>>} */
  const near = { [-1]: ["hôm qua", "yesterday"], 0: ["hôm nay", "today"], 1: ["ngày mai", "tomorrow"] };
  return near[apart]?.[language] ?? date(seconds);
}
