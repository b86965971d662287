// Which fields the page around wants, of all that the post may ask for. A mistake in it asks for nothing and reads nothing, and is told.
import { fieldText } from "../vendor/doichieu/index.js";
import { fieldWord, kindNames, kindWord } from "./texts.js";
import { tell } from "./words-kept.js";
/** @import { AnyEntry, Kind, Only } from "doichieu" */

/**
 * `fields`: these and no others; `null`: all. `wrong`: what keeps anything from being asked.
 * @typedef {{ fields: Only | null, wrong: Wrong | null }} Wish
 */
/** @typedef {{ word: "wishNone" | "wishUnknown" | "wishRefused", names: readonly string[] }} Wrong */

const ALL = Object.freeze({ fields: null, wrong: null });

/** `identity.full_name` in two. @type {(name: string) => { kind: Kind, field: string } | null} */
function parted(name) {
  const [kind, field, ...more] = name.split(".");
  const known = kindNames().find((of) => of === kind);
  return known && field && more.length === 0 && fieldText(field, known) ? { kind: known, field } : null;
}

/** @type {(names: readonly string[]) => Only} */
function byKind(names) {
  /** @type {Record<string, string[]>} */
  const fields = {};
  for (const of of names.map(parted)) if (of) (fields[of.kind] ??= []).push(of.field);
  return fields;
}

/**
 * What the attribute `only` says; left out it wants all. `may`: whether the post may ask for that.
 * @param {unknown} of
 * @param {(only: Only) => boolean} may
 * @returns {Wish}
 */
export function wishOf(of, may) {
  if (of === undefined || of === null) return ALL;
  const names = typeof of === "string" ? [...new Set(of.split(/\s+/).filter(Boolean))] : [];
  /** @type {(word: Wrong["word"], names: readonly string[]) => Wish} */
  const wrong = (word, named) => ({ fields: null, wrong: { word, names: named } });
  if (names.length === 0) return wrong("wishNone", []);
  const unknown = names.filter((name) => !parted(name));
  if (unknown.length > 0) return wrong("wishUnknown", unknown);
  const refused = names.filter((name) => !may(byKind([name])));
  if (refused.length > 0) return wrong("wishRefused", refused);
  return { fields: byKind(names), wrong: null };
}

/** @param {Wrong} wrong */
export function wrongWords({ word, names }) {
  const said = names.map((name) => {
    const of = parted(name);
    return of ? `${fieldWord(of.field, of.kind)} (${kindWord(of.kind)})` : name;
  });
  return `${tell(word)}${said.length > 0 ? `: ${said.join(", ")}` : ""}. ${tell("wishNothing")}`;
}

/** Whether a field is among those that are wanted. @type {(only: Only | null, entry: AnyEntry) => boolean} */
export const wanted = (only, { kind, name }) => {
  if (only === null) return true;
  const fields = /** @type {Readonly<Record<string, readonly string[]>>} */ (only)[kind];
  return fields?.includes(name) ?? false;
};
