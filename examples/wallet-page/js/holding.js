// The citizen's own papers on the citizen's own screen. A value is in the document only while its paper is open.
import { el, button, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { currentLanguage, say } from "./words.js";
/** @import { Text } from "doichieu" */
/** @import { Held } from "kit" */

/** @typedef {Held["fields"][number]} Field */

/** @param {Text} of */
const word = (of) => of[currentLanguage()];

/**
 * The papers, each folded. `holding` is the kit's.
 * @param {readonly Held[]} holding
 */
export function papers(holding) {
  return el("ul", { class: "paper-list" }, holding.map((paper) => {
    const list = el("dl", { class: "values" });
    const rows = () => paper.fields.filter((field) => field.display !== "never").flatMap(row);
    // Folded again, nothing of it stays.
    const turn = () => fill(list, folded.open ? rows() : []);
    /** @type {HTMLDetailsElement} */
    const folded = el("details", { ontoggle: turn }, el("summary", {}, word(paper)), list);
    return el("li", { dataset: { kind: paper.kind } }, folded);
  }));
}

/** @param {Field} field */
function row(field) {
  const text = valueText(field);
  if (field.display === "open") return [el("dt", {}, word(field)), el("dd", {}, el("span", {}, text))];
  // As at the desk: a health or family matter is read by who presses, not by who stands behind.
  const shown = el("span", {});
  const press = () => {
    const open = peek.getAttribute("aria-pressed") !== "true";
    shown.textContent = open ? text : "";
    peek.setAttribute("aria-pressed", String(open));
  };
  const label = `${say("peek")}: ${word(field)}`;
  /** @type {HTMLButtonElement} */
  const peek = button(say("peek"), { sign: sign("eye"), kind: "plain", "aria-label": label, "aria-pressed": "false", press });
  return [el("dt", {}, word(field)), el("dd", {}, shown, peek)];
}

/**
 * A value as the holder reads it: a day as it is written in Viet Nam; what has no short form is only said to be there.
 * @param {{ value?: string }} field
 */
export function valueText({ value }) {
  if (value === undefined) return say("onPaper");
  if (value === "") return "–";
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day ? `${day[3]}/${day[2]}/${day[1]}` : value;
}
