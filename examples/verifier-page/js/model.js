// A check as its screen shows it now: what still lives of it in values, what decided, who showed what. Made anew for each drawing.
import { decisive } from "./decisive.js";
import { pick } from "./texts.js";
import { say } from "./words.js";
/** @import { AnyEntry } from "doichieu" */
/** @import { AnswerNow, CheckNow, PaperNow, Seen, Who } from "page" */

/** In which order papers stand: what the stop or visit turns on first. */
const ORDER = [
  "driving_licence", "foreign_driving_licence", "vehicle_registration", "inspection_certificate", "liability_insurance",
  "health_insurance_card", "dependant", "identity", "foreigner_identity",
];
/** @param {string | number} kind */
const rank = (kind) => { const at = ORDER.indexOf(String(kind)); return at < 0 ? ORDER.length : at; };

/**
 * @param {Seen} seen
 * @param {number} now
 * @returns {CheckNow}
 */
export function checkNow(seen, now) {
  /** @type {PaperNow[]} */
  const papers = [];
  /** @type {AnswerNow[]} */
  const answers = [];
  for (const of of seen.papers) {
    if ("answer" in of) answers.push({ ...of, told: of.findings });
    else papers.push({ ...of, told: of.findings(now), entries: of.read(now) });
  }
  papers.sort((one, other) => one.phone - other.phone || rank(one.kind) - rank(other.kind));
  const told = [...seen.findings, ...papers.flatMap((of) => of.told), ...answers.flatMap((of) => of.told)];
  const deciding = decisive(told);
  // Which papers were not shown is known here, and said at once; the engine's text names none.
  const lacking = deciding?.code === "papers.not_shown"
    ? seen.needs.filter(({ state }) => state === "not_shown").map(({ name }) => name)
    : [];
  const why = lacking.length > 0 ? `${say("lacking")}: ${lacking.join(", ")}` : deciding?.text;
  const live = papers.some(({ entries }) => entries.length > 0);
  return {
    seen, papers, answers, deciding, why, live, told,
    unchecked: [seen, ...seen.showings].every(({ headline: { name } }) => name === "not_checked" || name === "scan_again"),
    paper: papers.find((of) => deciding !== null && of.told.includes(deciding)) ?? null,
    people: seen.showings.map((_, place) => who(papers.filter(({ phone }) => phone === place + 1).flatMap(({ entries }) => entries))),
  };
}

/**
 * Who it is and what stands on the number plate, as far as that may be seen now.
 * @param {readonly AnyEntry[]} entries
 * @returns {Who}
 */
function who(entries) {
  /** @type {(name: string) => AnyEntry | undefined} */
  const open = (name) => entries.find((entry) => entry.name === name && entry.display === "open");
  /** @param {string} name */
  const text = (name) => { const of = open(name); return of ? pick(of.text) : null; };
  const classes = /** @type {readonly { class: string }[] | null | undefined} */ (open("classes")?.value);
  const born = /** @type {{ earliest?: string } | undefined} */ (open("date_of_birth")?.value);
  return {
    name: text("full_name"), born: born?.earliest?.slice(0, 4) ?? null, gender: text("gender"),
    classes: classes?.map((of) => of.class).join(", ") ?? null,
    plate: text("plate"), brand: text("brand"), vehicle: text("vehicle_kind"), owner: text("owner_name"),
  };
}
