// What goes from a visit into a hospital's system: its fields merged over all papers, and one line in a form that the system takes.
import { pick } from "./texts.js";
import { say } from "./words.js";
/** @import { AnyEntry } from "doichieu" */
/** @import { MergedRow } from "page" */

/**
 * In the order of a hospital's form: each with where it may come from.
 * @type {readonly (readonly [id: string, word: string, sources: readonly string[]])[]}
 */
const FIELDS = [
  ["card_no", "hisCard", ["health_insurance_card.card_no"]],
  ["personal_no", "hisPersonal", ["identity.personal_no", "health_insurance_card.personal_no", "foreigner_identity.personal_no", "dependant.personal_no"]],
  ["valid", "hisValid", ["health_insurance_card.valid_from", "health_insurance_card.valid_until"]],
  ["date_of_birth", "hisBorn", ["health_insurance_card.date_of_birth", "identity.date_of_birth", "foreigner_identity.date_of_birth",
    "dependant.date_of_birth"]],
  ["facility_code", "hisFacility", ["health_insurance_card.facility_code"]],
  ["facility_name", "hisFacilityName", ["health_insurance_card.facility_name"]],
  ["benefit_level", "hisBenefit", ["health_insurance_card.benefit_level"]],
  ["object_code", "hisObject", ["health_insurance_card.object_code"]],
  ["five_years_on", "hisFive", ["health_insurance_card.five_years_on"]],
  ["identity_until", "hisIdentityUntil", ["identity.valid_until", "foreigner_identity.stay_valid_until"]],
  ["full_name", "hisName", ["health_insurance_card.full_name", "identity.full_name", "foreigner_identity.full_name", "dependant.full_name"]],
  ["gender", "hisGender", ["health_insurance_card.gender", "identity.gender", "foreigner_identity.gender"]],
  ["residence", "hisResidence", ["identity.residence", "foreigner_identity.residence"]],
  ["living_area", "hisArea", ["health_insurance_card.living_area"]],
];
/** What stands above the fields in words, and is not a row of them. */
const ABOVE = new Set(["full_name", "gender"]);

/** @type {(entries: readonly AnyEntry[], source: string) => AnyEntry | undefined} */
const find = (entries, source) => entries.find((entry) => `${entry.kind}.${entry.name}` === source);

/** Day, month, year as a form has them: `25/12/2026`, or less where a paper says less. @type {(entry: AnyEntry | undefined) => string} */
function day(entry) {
  if (!entry) return "";
  const of = /** @type {{ earliest?: string, latest?: string } | null | undefined} */ (entry.value);
  if (!of?.earliest || of.earliest !== of.latest) return bare(entry);
  return of.earliest.split("-").reverse().join("/");
}

/** The bare value, as a field of a form takes it. @type {(entry: AnyEntry | undefined) => string} */
function bare(entry) {
  if (!entry) return "";
  if (typeof entry.value === "string" || typeof entry.value === "number") return String(entry.value);
  const of = /** @type {{ earliest?: string, latest?: string } | null | undefined} */ (entry.value);
  if (of?.earliest && of.earliest === of.latest) return day(entry);
  return pick(entry.text);
}

/**
 * The fields of the visit. A value that stands in two papers stands once; where they differ both stand.
 * @param {readonly AnyEntry[]} entries
 * @returns {readonly MergedRow[]}
 */
export function merged(entries) {
  return FIELDS.flatMap(([id, word, sources]) => {
    const found = sources.flatMap((source) => find(entries, source) ?? []);
    if (found.length === 0 || ABOVE.has(id)) return [];
    const texts = id === "valid" ? [found.map((entry) => pick(entry.text)).join(" – ")] : [...new Set(found.map((entry) => pick(entry.text)))];
    return [{
      id, label: say(word), texts, differs: texts.length > 1, copy: id === "valid" ? found.map(bare).join("-") : bare(found[0]),
      sensitive: found.some(({ display }) => display !== "open"),
    }];
  });
}

/** @typedef {"columns" | "insurance" | "identity"} Form */
export const FORMS = /** @type {const} */ (["columns", "insurance", "identity"]);

/** UTF-8 in hexadecimal, as the code of an insurance card writes names. @param {string} text */
const hex = (text) => Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");

/**
 * One line. What was not shared is an empty place in it.
 * @param {readonly AnyEntry[]} entries
 * @param {Form} form
 */
export function line(entries, form) {
  /** @type {(...sources: string[]) => AnyEntry | undefined} */
  const of = (...sources) => sources.map((source) => find(entries, source)).find(Boolean);
  const named = (/** @type {string} */ id) => of(...FIELDS.find(([name]) => name === id)?.[2] ?? []);
  const card = (/** @type {string} */ name) => of(`health_insurance_card.${name}`);
  if (form === "insurance") {
    const gender = bare(named("gender"));
    const male = /^(?:nam|male|m)$/i.test(gender);
    return [
      bare(card("card_no")), hex(bare(named("full_name"))), day(named("date_of_birth")), gender ? (male ? "1" : "2") : "", hex(bare(named("residence"))),
      bare(card("facility_code")), day(card("valid_from")), day(card("valid_until")), "", "", hex(bare(card("parent_name"))), bare(card("living_area")),
      day(card("five_years_on")),
    ].join("|") + "|$";
  }
  if (form === "identity") {
    const short = (/** @type {string} */ text) => text.replaceAll("/", "");
    return [
      bare(named("personal_no")), "", bare(named("full_name")), short(day(named("date_of_birth"))), pick(named("gender")?.text), bare(named("residence")),
      short(day(of("identity.issued_on"))),
    ].join("|");
  }
  const all = FIELDS.flatMap(([id, word, sources]) => (id === "valid"
    ? [[`${say(word)} ${say("hisFrom")}`, day(card("valid_from"))], [`${say(word)} ${say("hisTo")}`, day(card("valid_until"))]]
    : [[say(word), bare(of(...sources))]]));
  return `${all.map(([label]) => label).join("\t")}\n${all.map(([, value]) => value.replaceAll(/[\t\n]/g, " ")).join("\t")}`;
}

/** What a line of this form holds, in words: nothing of it is shown for that. @param {readonly AnyEntry[]} entries */
export const holds = (entries) => FIELDS.filter(([, , sources]) => sources.some((source) => find(entries, source))).map(([, word]) => say(word));
