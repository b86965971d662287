// The wallet at rest: what to show and to whom first; then the papers, and all that is rarely needed.
import { html, nothing } from "../vendor/lit/lit.js";
import { button } from "../shared/frame.js";
import { sign } from "../shared/shapes.js";
import { TEST, UNPROMPTED } from "./phone.js";
import { valueText } from "./values.js";
import { currentLanguage, say } from "./words.js";
/** @import { Text } from "doichieu" */
/** @import { Held } from "kit" */
/** @import { OfferedField, Press, View } from "page" */
/** @import { Phone } from "./phone.js" */

/** @typedef {Event & { currentTarget: HTMLSelectElement }} Picking */

/** Which papers lie open, and which values behind a press are seen. Nothing else of them is in the document. */
export class Laid {
  /** @type {Set<string>} */
  papers = new Set();
  /** @type {Set<string>} */
  peeked = new Set();
}

/** @param {Text} of */
const word = (of) => of[currentLanguage()];

/**
 * The screen.
 * @param {{ phone: Phone, people: readonly string[], laid: Laid, told: string | undefined, go: (event: string) => void,
 *   showTo: (role: string) => void, update: Press, pick: (person: string) => void, redraw: Press }} of
 * @returns {View}
 */
export function home({ phone, people, laid, told, go, showTo, update, pick, redraw }) {
  return {
    id: "home",
    content: html`${told ? html`<p class="card told" role="status">${told}</p>` : nothing}
      <div class="stack"><h1 tabindex="-1">${say("showTo")}</h1>
        ${UNPROMPTED.map((role) => button(say(`showTo_${role}`), { icon: "phone", kind: "plain wide", press: () => showTo(role) }))}
        ${phone.hasLicence
          ? button(say("answerQuestion"), { icon: "question", kind: "wide", id: "answer-question", press: () => go("question") }) : nothing}
        ${button(say("history"), { icon: "history", kind: "wide", id: "to-history", press: () => go("history") })}</div>
      <div class="card"><h2>${say("papers")}</h2>
        <ul class="paper-list">${phone.holding.map((paper) => held(paper, laid, redraw))}</ul></div>
      <div class="card stack"><h2>${say("once")}</h2><p class="quiet">${say("onceWhat")}</p>
        ${button(say("update"), { id: "update", press: update })}</div>
      ${button(say("settings"), { icon: "settings", kind: "wide", id: "to-settings", press: () => go("settings") })}
      ${TEST ? picker(phone.person, people, pick) : nothing}`,
    foot: html`<div>${button(say("pasteAsk"), { press: () => go("paste") })}
      ${button(say("scanAsk"), { icon: "ask", kind: "main", press: () => go("scan") })}</div>`,
  };
}

/** @type {(person: string, people: readonly string[], pick: (person: string) => void) => unknown} */
const picker = (person, people, pick) => html`<div class="card"><label for="person">${say("whose")}</label>
  <select id="person" @change=${(/** @type {Picking} */ { currentTarget }) => pick(currentTarget.value)}>
    ${people.map((name) => html`<option value=${name} ?selected=${name === person}>${name}</option>`)}</select>
  <p class="quiet">${say("invented")}</p></div>`;

/** @type {(paper: Held, laid: Laid, redraw: Press) => unknown} */
function held(paper, laid, redraw) {
  const open = laid.papers.has(paper.kind);
  const turn = () => {
    if (open) laid.papers.delete(paper.kind); else laid.papers.add(paper.kind);
    // Folded again, nothing of it stays.
    for (const { name } of paper.fields) laid.peeked.delete(`${paper.kind}.${name}`);
    redraw();
  };
  const fields = open ? paper.fields.filter(({ display }) => display !== "never") : [];
  return html`<li data-kind=${paper.kind}><button type="button" class="fold" aria-expanded=${open} @click=${turn}>
      <span>${word(paper)}</span>${sign("down")}</button>
    ${open ? html`<dl class="values">${fields.map((field) => value(field, paper.kind, laid, redraw))}</dl>` : nothing}</li>`;
}

/** @type {(field: OfferedField, kind: string, laid: Laid, redraw: Press) => unknown} */
function value(field, kind, laid, redraw) {
  if (field.display === "open") return html`<dt>${word(field)}</dt><dd><span>${valueText(field)}</span></dd>`;
  // As at the desk: a health or family matter is read by who presses, not by who stands behind.
  const name = `${kind}.${field.name}`;
  const seen = laid.peeked.has(name);
  const press = () => {
    if (seen) laid.peeked.delete(name); else laid.peeked.add(name);
    redraw();
  };
  return html`<dt>${word(field)}</dt><dd>${seen ? html`<span>${valueText(field)}</span>` : nothing}
    <button type="button" class="button" aria-pressed=${seen} aria-label=${`${say("peek")}: ${word(field)}`} @click=${press}>
      ${sign("eye")}<span>${say("peek")}</span></button></dd>`;
}
