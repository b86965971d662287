// A request code on the screen: the citizen's phone reads who asks and why; then this device reads the answer.
import { html, nothing, ref } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { draw } from "../../shared/qr.js";
import { keepLit } from "../../shared/screen.js";
import { left } from "../times.js";
import { say } from "../words.js";
import { eye, otherWays } from "./scan.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** Drawn when it is laid out, and again when it is another; a bright screen must not go dark while it is being read. */
class Board {
  #text = "";
  /** @type {(() => void) | null} */
  #dim = null;
  /** @param {Element} [canvas] */
  place = (canvas) => {
    if (canvas instanceof HTMLCanvasElement) {
      this.#dim ??= keepLit();
      canvas.dataset.text = this.#text;
      requestAnimationFrame(() => { if (canvas.isConnected) draw(canvas, this.#text); });
    } else {
      this.#dim?.();
      this.#dim = null;
    }
  };

  /** @param {string} text */
  of(text) {
    if (text !== this.#text) { this.#text = text; this.place = this.place.bind(this); }
    return this;
  }
}
/** @type {WeakMap<object, Board>} */
const boards = new WeakMap();
/** @type {(ask: { text: string }) => Board} */
const boardOf = (ask) => { const of = boards.get(ask) ?? new Board().of(ask.text); boards.set(ask, of); return of; };

/** @type {(page: Page) => VerifierView} */
export function waiting(page) {
  const { ask, answering } = page.it;
  if (!ask) return { id: "challenge", content: nothing };
  if (answering) {
    return {
      id: "scan", layout: "camera",
      content: html`<h1 class="vh" tabindex="-1">${say("askScan")}</h1>${eye(page, say("askScan"))}`,
      foot: html`<div class="buttons">${button(say("askBack"), { icon: "ask", press: () => page.requests.answer(false) })}${otherWays(page)}</div>`,
    };
  }
  const seconds = ask.until - page.now;
  const whole = Math.max(1, ask.until - ask.begun);
  return {
    id: "challenge", layout: "desk",
    content: html`<div class="side board">${ask.over ? html`<p class="over-told">${say("askOver")}</p>`
        : html`<canvas role="img" aria-label=${say("askTitle")} data-text=${ask.text} ${ref(boardOf(ask).place)}></canvas>`}</div>
      <div class="right"><div class="head"><h1 tabindex="-1">${say(ask.over ? "askOver" : "waiting")}</h1>
          ${ask.over ? nothing : html`<p class="left" role="timer" aria-live="off">${say("askLeft")} ${left(seconds)}</p>`}</div>
        ${ask.over ? nothing : html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width=${Math.max(0, Math.min(100, (seconds / whole) * 100))} height="1"></rect></svg>`}
        ${page.it.told ? html`<p class="card told" role="status">${page.it.told}</p>` : nothing}
        ${ask.over ? nothing : html`<ol class="card steps numbered-steps">
          <li><p class="do">${say("askStep1")}</p><p class="quiet">${[page.requests.asked, page.desk.name].filter(Boolean).join(" · ")}</p></li>
          <li><p class="do">${say("askStep2")}</p><p class="quiet digits">${say("askDigits")} <b>${ask.digits}</b></p></li>
          <li class="now"><p class="do">${say("askScan")}</p><p class="quiet">${say("askListens")}</p></li></ol>`}
        ${unasked(page)}
        ${page.desk.test && !ask.over ? button(say("copyAsk"), { icon: "copy", kind: "plain", id: "copy-ask", press: () => page.requests.copy() })
          : nothing}</div>`,
    foot: html`<div class="buttons three">${page.desk.unprompted || page.check ? button(say("askDrop"), { icon: "cross", id: "drop-ask",
      press: page.requests.drop })
        : button(say("noCode"), { icon: "none", id: "no-code", press: () => page.go("noCode") })}
      ${button(say("askNew"), { icon: "renew", id: "ask-new", press: () => page.requests.ask() })}
      ${ask.over ? nothing : button(say("askScan"), { icon: "photo", kind: "main", id: "answer", press: () => page.requests.answer(true) })}</div>`,
  };
}

/** A code that nobody asked for came meanwhile: kept for a moment, and a person's press decides. @param {Page} page */
function unasked(page) {
  const { unasked: text } = page.it;
  if (!text) return nothing;
  return html`<div class="card stack" id="unasked"><p><b>${say("unasked")}</b></p><p class="quiet">${say("unaskedWhy")}</p><div class="row">
    ${button(say("waitOn"), { kind: "plain", press: () => page.requests.waitOn() })}
    ${page.desk.unprompted ? button(say("dropAndCheck"), { press: () => page.requests.dropAndCheck() }) : nothing}</div></div>`;
}
