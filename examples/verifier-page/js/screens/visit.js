// A check at a desk: the plate on the left; on the right who it is, one line for the hospital's system, and the fields, covered.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { holds, merged } from "../his.js";
import { aloud, findings, step } from "../parts/findings.js";
import { countdown, face, needs, phones } from "../parts/pieces.js";
import { hour } from "../times.js";
import { say } from "../words.js";
import { answer, plated, rest, same, told } from "./verdict.js";
import { numberField } from "./number.js";
/** @import { CheckNow, MergedRow, VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** @type {(page: Page, check: CheckNow) => VerifierView} */
export function visit(page, check) {
  const { seen, deciding } = check;
  const good = seen.headline.name === "accept";
  const { clinic } = page.desk;
  const key = (/** @type {string} */ of) => html` <kbd>${of}</kbd>`;
  return {
    id: "result", layout: "desk",
    content: html`<div class="side">${plated(page, check)}</div>
      <div class="right">${told(page, check)}
        ${check.unchecked ? nothing : html`<div class="head">${who(check)}${check.answers.length > 0 ? nothing : face(page)}</div>`}
        ${same(page)}
        ${good ? nothing : html`${step(deciding)}${aloud(deciding?.aloud)}`}
        ${check.answers.map(answer)}
        ${phones(check, page)}
        ${check.live ? html`${copying(page, check)}${good || page.check?.viewing.shown ? fields(page, check) : nothing}` : nothing}
        ${check.live ? html`<div class="times">${countdown(page)}${good || !page.desk.check.mayKeep ? nothing : bareNumber(page, check)}
          ${button(html`${say(page.check?.viewing.shown ? "coverNow" : clinic ? "showVisit" : "showAll")}${key("F8")}`, {
          icon: "eye", kind: "plain", id: "show", press: () => { page.check?.viewing.turn(); page.draw(); },
        })}</div>` : nothing}
        ${!good && !check.live ? numberField(page, { brief: true }) : nothing}
        ${good && seen.needs.every(({ state }) => state === "shown") ? nothing : needs(check, page)}
        ${good ? step(deciding) : nothing}${paperList(check)}${rest(check)}</div>`,
    foot: html`<div class="buttons three">
      ${check.unchecked ? button(say("noCode"), { icon: "none", id: "no-code", press: () => page.go("noCode") })
        : page.mayAdd ? button(say("addPhone"), { icon: "phone", id: "add", press: () => page.add() }) : nothing}
      ${button(say("far"), { icon: "far", id: "far", press: () => page.go("far") })}
      ${button(html`${say("nextPerson")}${key("Esc")}`, { icon: "next", kind: "main", id: "next", press: page.next })}</div>`,
  };
}

/** Whom to call: a name, a year, no number. @param {CheckNow} check */
function who({ people, seen, papers }) {
  const of = people.find(({ name }) => name);
  const asked = seen.needs.filter(({ state }) => state !== "not_applicable");
  const shown = asked.filter(({ state }) => state === "shown").length;
  const said = [of?.born && `${say("born")} ${of.born}`, of?.gender, asked.length > 0 && `${say("shownOf")} ${shown} / ${asked.length}`].filter(Boolean);
  return html`<div class="who">${of?.name ? html`<p class="name">${of.name}</p>` : nothing}
    <p class="of">${said.join(" · ") || papers.map(({ name }) => name).join(", ")}</p></div>`;
}

/**
 * One line for the hospital's system. Copying is keeping: it is offered only where the citizen agreed to that. @type {(page: Page, check:
 * CheckNow) => unknown}
 */
function copying(page, check) {
  if (!page.desk.check.mayKeep) return html`<p class="card told" id="only-see">${say("onlySee")}</p>`;
  if (check.seen.headline.name !== "accept") return nothing;
  const { viewing } = page.check ?? {};
  const entries = check.papers.flatMap((paper) => paper.entries);
  const copied = viewing?.copied === "line";
  // Seen, and not said aloud: whose line it is.
  const of = check.people.find(({ name }) => name)?.name;
  return html`<div class="card his" id="his"><div class="grow"><p><b>${say(page.desk.clinic ? "hisLine" : "oneLine")}</b> · ${say(`form_${page.chosen.form}`)}
      <button type="button" class="link" id="form" @click=${() => page.copies.turnForm()}>${say("change")}</button></p>
      <p class="quiet">${copied ? `${say("copiedShort")}${of ? `: ${of}` : ""}. ${say("thenPaste")}` : holds(entries).join(", ")}</p></div>
    ${button(html`${copied ? `✓ ${say("copiedShort")}` : say(page.desk.clinic ? "copyLine" : "copy")} <kbd>F2</kbd>`, {
      icon: "copy", kind: "main", id: "copy-line", press: () => page.copies.line(),
    })}</div>`;
}

/** Where it is to be looked up, the number alone. @type {(page: Page, check: CheckNow) => unknown} */
function bareNumber(page, check) {
  const row = merged(check.papers.flatMap((paper) => paper.entries)).find(({ id }) => id === "card_no" || id === "personal_no");
  if (!row) return nothing;
  const copied = page.check?.viewing.copied === row.id;
  return button(copied ? `✓ ${say("copiedShort")}` : say("copyNumber"), {
    icon: "copy", kind: "plain", id: "copy-number", press: () => page.copies.one(row.copy, row.id, row.label),
  });
}

/** The fields of the visit: dots until somebody presses. @type {(page: Page, check: CheckNow) => unknown} */
function fields(page, check) {
  const shown = Boolean(page.check?.viewing.shown);
  const rows = merged(check.papers.flatMap((paper) => paper.entries));
  return html`<dl class="card merged values" id="fields">${rows.map((row) => html`<div class="row" data-field=${row.id}>
    <dt>${row.label}</dt><dd>${shown
      ? html`<span>${row.texts.join(" ≠ ")}</span>${row.differs ? html`<b class="differs">${say("differs2")}</b>` : nothing}`
      : html`<span class="dots" aria-label=${say("covered")}>••••••••</span>`}</dd>${copyOne(page, row)}</div>`)}</dl>`;
}

/** @type {(page: Page, row: MergedRow) => unknown} */
function copyOne(page, row) {
  if (!page.desk.check.mayKeep) return nothing;
  const copied = page.check?.viewing.copied === row.id;
  return html`<dd class="act"><button type="button" class="copy" aria-label=${`${say("copy")}: ${row.label}`} @click=${() => page.copies.one(row.copy, row.id,
    row.label)}>
    ${copied ? html`<span aria-hidden="true">✓</span>` : html`<svg class="sign" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
      aria-hidden="true"><path d="M8 8h12v12h-12z M4 16v-12h12"></path></svg>`}</button></dd>`;
}

/** What is to be said of a paper beside the decisive reason. @param {CheckNow} check */
function paperList({ papers, deciding, seen }) {
  const of = papers.filter(({ told: list }) => list.some((finding) => finding !== deciding && finding.gravity !== "note"));
  return of.length === 0 ? nothing : html`<div class="card">${of.map(({ name, told: list, phone }) => html`<h3>${name}</h3>
    ${seen.showings.length > 1 ? html`<p class="quiet">${say("phone")} ${phone} · ${hour(seen.ats[phone - 1])}</p>` : nothing}
    ${findings(list.filter((finding) => finding !== deciding))}`)}</div>`;
}
