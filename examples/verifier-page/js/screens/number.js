// Nobody has a code to show: what may lawfully be done, and a number whose form is looked at. No verdict, and nothing about any paper.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { backButton } from "../frame.js";
import { checkNow } from "../model.js";
import { stepList } from "../parts/findings.js";
import { kindWord } from "../texts.js";
import { say } from "../words.js";
/** @import { Kind } from "doichieu" */
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/**
 * One field: which kind of number it is it finds itself. The number goes nowhere, and is gone with the screen.
 * @param {Page} page
 * @param {{ brief?: boolean }} [how]
 */
export function numberField(page, { brief = false } = {}) {
  const { number } = page.it;
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem("number"));
    page.it.number = page.desk.number(field.value);
    page.draw();
  };
  return html`<form class="stack" id="number-form" @submit=${take} autocomplete="off"><label for="number">${say("numberLabel")}</label>
    <div class="field"><input id="number" name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="32">
      <button class="button" type="submit"><span>${say("check")}</span></button></div>
    ${brief ? nothing : html`<p class="quiet">${say("numberWhy")}</p>`}
    <div role="status">${number ? html`<p class="grouped" id="grouped">${number.grouped}</p><p><b>${number.text}</b></p>
      <p class="quiet">${number.kinds.map((kind) => kindWord(kind)).join(" · ")}</p>` : nothing}</div></form>`;
}

/** @type {(page: Page) => VerifierView} */
export const number = (page) => ({
  id: "typed",
  content: html`<h1 tabindex="-1">${say("numberTitle")}</h1><div class="card">${numberField(page)}</div>${page.it.number ? stepList(page.it.number.steps)
    : nothing}`,
  foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
});

/** @type {(page: Page) => VerifierView} */
export const noCode = (page) => ({
  id: "nothing",
  content: html`<div class="card dashed"><h1 tabindex="-1">${say("noCodeYet")}</h1><p>${say("noCodeWhy")}</p></div>
    ${stepList(page.desk.nothing().steps)}<div class="card">${numberField(page)}</div>`,
  foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
});

/** Numbers to be read out where something is looked up, by the kind of paper. @type {Partial<Record<string, readonly string[]>>} */
const NUMBERS = {
  driving_licence: ["licence_no", "personal_no"], foreign_driving_licence: ["licence_no"], vehicle_registration: ["plate"],
  inspection_certificate: ["certificate_no", "plate"], liability_insurance: ["certificate_no", "plate"],
  health_insurance_card: ["card_no", "personal_no"], identity: ["personal_no"], foreigner_identity: ["passport_no", "personal_no"], dependant: ["personal_no"],
};

/** The number to read out, in groups, with the lawful steps. Nothing is sent. @type {(page: Page) => VerifierView} */
export function lookUp(page) {
  const check = page.check && checkNow(page.check.seen, page.now);
  const of = check?.paper ? [check.paper] : (check?.papers ?? []);
  const found = of.flatMap(({ entries, kind }) => (NUMBERS[String(kind)] ?? []).flatMap((name) =>
    entries.filter((entry) => entry.name === name).map((entry) => ({ entry, kind: /** @type {Kind} */ (kind) }))));
  const told = found.map(({ entry, kind }) => ({ entry, ...page.desk.number(String(entry.value), kind) }));
  const steps = told[0]?.steps ?? page.desk.nothing().steps;
  return {
    id: "look-up",
    content: html`<h1 tabindex="-1">${say("lookUp")}</h1>
      ${told.length > 0 ? html`<dl class="card read-out">${told.map(({ entry, grouped }) => html`<dt>${entry.label[page.language]}</dt><dd
        class="grouped">${grouped}</dd>`)}</dl>`
        : html`<div class="card">${numberField(page)}</div>`}
      ${check?.deciding?.step ? html`<div class="card"><p>${check.deciding.step}</p>${check.deciding.law ? html`<p class="quiet">${check.deciding.law}</p>`
        : nothing}</div>` : nothing}
      ${stepList(steps)}<p class="quiet">${say("nothingSent")}</p>`,
    foot: html`<div class="buttons">${page.mayAdd && check ? button(say("addPhone"), { icon: "phone", press: () => { page.back(); page.add(); } }) : nothing}
      ${backButton(page.back, "main")}</div>`,
  };
}
