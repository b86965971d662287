// Values as text: dates as they are written in Viet Nam, lists, a licence's parts.
import { fieldWord } from "./texts.js";
import { moment, say } from "./words.js";
/** @import { Classes, DateValue, Kind, Points, Suspension } from "doichieu" */

/**
 * A day, or the year or month that is all an old paper knows.
 * @param {DateValue} of
 */
function date({ earliest, latest }) {
  const [year, month, day] = earliest.split("-");
  if (earliest === latest) return `${day}/${month}/${year}`;
  return earliest.slice(0, 7) === latest.slice(0, 7) ? `${month}/${year}` : year;
}

/**
 * One value of a paper as text.
 * @param {{ value?: unknown }} of
 * @param {Kind} kind
 */
export function valueText({ value }, kind) {
  return text(value, kind);
}

/**
 * @param {unknown} value
 * @param {Kind} kind
 * @returns {string}
 */
function text(value, kind) {
  if (value === null) return say("none");
  if (value === undefined) return "–";
  if (Array.isArray(value)) return value.map((item) => text(item, kind)).join(", ") || say("none");
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value !== "object") return String(value);
  if ("earliest" in value) return date(/** @type {DateValue} */ (value));
  if ("class" in value) return classText(/** @type {Classes[number]} */ (value));
  if ("points" in value && "asOf" in value) return pointsText(/** @type {Points} */ (value));
  if ("from" in value) return suspensionText(/** @type {Suspension} */ (value));
  const parts = Object.entries(value).filter(([, inner]) => inner !== null);
  return parts.map(([name, inner]) => `${fieldWord(name, kind)}: ${text(inner, kind)}`).join("\n") || say("yes");
}

/** @param {Classes[number]} of */
const classText = (of) => (of.passed ? `${of.class} (${date(of.passed)})` : of.class);

/** @param {Points} of */
const pointsText = ({ points, asOf }) => `${points} (${say("asOf")} ${moment(asOf)})`;

/** @param {Suspension} of */
const suspensionText = ({ from, until }) => (until ? `${date(from)} – ${date(until)}` : `${date(from)} –`);
