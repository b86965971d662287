// A code without a signature, as printed on cards: read, never verified. Its look is its own: no plate, no shape, no colour of a headline.
import { readPlain, reasonText } from "../../vendor/doichieu/index.js";
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { values } from "../parts/values.js";
import { fieldWord, kindWord, pick } from "../texts.js";
import { left } from "../times.js";
import { Viewing } from "../viewing.js";
import { wanted } from "../wish.js";
import { say } from "../words.js";
/** @import { AnyEntry, Only, UnsignedReading } from "doichieu" */
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** What was read of a text, for as long as its screen is there and its time lasts. */
export class Reading {
  /** @type {ReturnType<typeof readPlain>} */
  #of;
  #only;
  viewing;
  shown;

  /**
   * @param {string} text
   * @param {number} now
   * @param {number} seconds
   * @param {boolean} closed
   * @param {Only | null} only
   */
  constructor(text, now, seconds, closed, only) {
    this.#of = readPlain(text);
    this.#only = only;
    this.until = now + seconds;
    this.viewing = new Viewing(now);
    this.shown = !closed;
  }

  /** @returns {UnsignedReading | null} */
  get reading() { return this.#of.kind === "unread" ? null : this.#of; }
  get unread() { return this.#of.kind === "unread" ? pick(reasonText(this.#of.code)) : null; }
  /** @returns {readonly AnyEntry[]} */
  get entries() {
    const all = /** @type {readonly AnyEntry[]} */ (this.reading?.entries() ?? []);
    return all.filter((entry) => wanted(this.#only, entry));
  }
  leave() { this.reading?.end(); }
}

/** @type {(page: Page) => VerifierView} */
export function plain(page) {
  const of = page.it.plain;
  if (!of) return { id: "plain", content: nothing };
  if (page.now >= of.until) of.leave();
  const { reading, entries } = of;
  const on = page.desk.phones > 0 ? "back" : "next";
  const turn = () => { of.shown = !of.shown; page.draw(); };
  return {
    id: "plain",
    content: html`<h1 class="plain-title" tabindex="-1">${say("plainTitle")}</h1><p>${say("plainWhy")}</p>
      ${reading ? html`${comparison(reading, page)}
        <article class="card unsigned"><h2>${pick(reading.code)}</h2><p class="quiet">${kindWord(reading.paper)}</p>
          ${entries.length === 0 ? html`<p class="told">${say("hidden")}</p>` : html`
            ${page.desk.atDesk ? html`<button type="button" class="button plain" id="show" aria-expanded=${of.shown} @click=${turn}>
              <span>${say(of.shown ? "hideValues" : "showValues")}</span></button>` : nothing}
            ${of.shown ? values(entries, { id: "plain", viewing: of.viewing, redraw: () => page.draw() }) : nothing}`}
          <ul>${reading.remarks.map((remark) => html`<li class="quiet">${pick(remark)}</li>`)}</ul></article>` : html`<p class="card">${of.unread}</p>`}`,
    foot: html`${entries.length > 0 ? html`<div class="countdown"><p role="timer" aria-live="off">${say("viewable")} <b>${left(of.until - page.now)}</b></p>
      </div>` : nothing}
      <div class="buttons">${button(say(on), { icon: on, kind: "main", id: "back", press: page.back })}</div>`,
  };
}

/**
 * What of the print agrees with each proven paper of this check; nothing where there is none.
 * @type {(reading: UnsignedReading, page: Page) => unknown}
 */
function comparison(reading, page) {
  const lists = page.desk.check.releases.map(({ kind, release }) => ({ ...reading.compare(release, page.now), with: kind }))
    .filter((of) => of.kind === "compared").filter((of) => of.fields.length > 0);
  return lists.length === 0 ? nothing : html`<article class="card compared"><h2>${say("plainCompared")}</h2>${lists.map((of) => html`<div>
    ${lists.length > 1 ? html`<h3>${kindWord(of.with)}</h3>` : nothing}${of.code ? html`<p><b>${pick(reasonText(of.code))}</b></p>` : nothing}
    <dl class="values">${of.fields.map(({ field, likeness }) => html`<dt>${fieldWord(field, reading.paper)}</dt>
      <dd><span>${pick(likeness)}</span></dd>`)}</dl></div>`)}</article>`;
}
