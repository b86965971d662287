// Values as text: dates as they are written in Viet Nam, lists, a licence's parts.
import { fieldWord } from "./texts.js";
import { moment, say } from "./words.js";

/** A day, or the year or month that is all an old paper knows. */
function date({ earliest, latest }) {
  const [year, month, day] = earliest.split("-");
  if (earliest === latest) return `${day}/${month}/${year}`;
  return earliest.slice(0, 7) === latest.slice(0, 7) ? `${month}/${year}` : year;
}

/** One value of a paper as text. */
export function valueText({ value }, kind) {
  return text(value, kind);
}

function text(value, kind) {
  if (value === null) return say("none");
  if (value === undefined) return "–";
  if (Array.isArray(value)) return value.map((item) => text(item, kind)).join(", ") || say("none");
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value !== "object") return String(value);
  if ("earliest" in value) return date(value);
  if ("class" in value) return value.passed ? `${value.class} (${date(value.passed)})` : value.class;
  if ("points" in value && "asOf" in value) return `${value.points} (${say("asOf")} ${moment(value.asOf)})`;
  if ("from" in value) return value.until ? `${date(value.from)} – ${date(value.until)}` : `${date(value.from)} –`;
  return Object.entries(value).filter(([, inner]) => inner !== null).map(([name, inner]) => `${fieldWord(name, kind)}: ${text(inner, kind)}`).join("\n") || say("yes");
}
