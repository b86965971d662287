// The citizen's own papers on the citizen's own screen. A value is in the document only while its paper is open.
import { el, button, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { currentLanguage, say } from "./words.js";

const word = (of) => of[currentLanguage()];

/** The papers, each folded. `holding` is the kit's. */
export function papers(holding) {
  return el("ul", { class: "paper-list" }, holding.map((paper) => {
    const list = el("dl", { class: "values" });
    // Folded again, nothing of it stays.
    const turn = ({ target }) => (target.open ? fill(list, paper.fields.filter((field) => field.display !== "never").flatMap(row)) : fill(list));
    return el("li", { dataset: { kind: paper.kind } }, el("details", { ontoggle: turn }, el("summary", {}, word(paper)), list));
  }));
}

function row(field) {
  const text = valueText(field);
  if (field.display === "open") return [el("dt", {}, word(field)), el("dd", {}, el("span", {}, text))];
  // As at the desk: a health or family matter is read by who presses, not by who stands behind.
  const shown = el("span", {});
  const peek = button(say("peek"), { sign: sign("eye"), kind: "plain", "aria-label": `${say("peek")}: ${word(field)}`, "aria-pressed": "false", press: () => {
    const open = peek.getAttribute("aria-pressed") !== "true";
    shown.textContent = open ? text : "";
    peek.setAttribute("aria-pressed", String(open));
  } });
  return [el("dt", {}, word(field)), el("dd", {}, shown, peek)];
}

/** A value as the holder reads it: a day as it is written in Viet Nam; what has no short form is only said to be there. */
export function valueText({ value }) {
  if (value === undefined) return say("onPaper");
  if (value === "") return "–";
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day ? `${day[3]}/${day[2]}/${day[1]}` : value;
}
