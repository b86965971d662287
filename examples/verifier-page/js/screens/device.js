// This device: what is true of it, worst first; what ends when; and the one door by which all of it is renewed.
import { version } from "../../vendor/doichieu/index.js";
import { html, nothing, ref } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { draw } from "../../shared/qr.js";
import { keepLit } from "../../shared/screen.js";
import { sign } from "../../shared/shapes.js";
import { bundleTexts } from "../animated.js";
import { backButton } from "../frame.js";
import { endings, state } from "../fitness.js";
import { shape } from "../parts/shapes.js";
import { calendarDay, duration, hour, moment, soon } from "../times.js";
import { say } from "../words.js";
import { eye } from "./scan.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/**
 * A row: what, until when; `first`: it ends before all else; nothing that has ended has a tick. @type {(of: { id: string, good: boolean,
 * first: boolean, what: string, more: string }) => unknown}
 */
const row = ({ id, good, first, what, more }) => html`<div class="line" id=${id} data-good=${good}>${sign(good ? (first ? "hold" : "check") : "missing")}
  <span class="grow"><b>${what}</b>${first && good ? html` <span class="quiet">${say("endsFirst")}</span>` : nothing}</span><span class="quiet">${more}</span>
    </div>`;

/** @type {(page: Page, how?: { short?: boolean }) => unknown} */
export function deviceRows(page, { short = false } = {}) {
  const { desk, now } = page;
  const ready = desk.readiness();
  const all = endings(ready);
  const until = Object.fromEntries(all.map((of) => [of.what, of.until]));
  // By a wrong clock no day is good.
  const good = (/** @type {string} */ what) => !ready.clockWrong && until[what] > now;
  const ends = (/** @type {string} */ what) => `${say("until")} ${soon(until[what], now)}`;
  return html`
    ${row({ id: "row-lists", good: good("lists"), first: all[0].what === "lists", what: `${say("lists")}: ${ends("lists")}`,
      more: `${say("bundleNumber")} ${ready.number} · ${duration(ready.age)} ${say("old")}` })}
    ${row({ id: "row-mandate", good: good("mandate"), first: all[0].what === "mandate", what: `${say("mandate")}: ${ends("mandate")}`, more: short ? ""
      : desk.name })}
    ${row({ id: "row-root", good: good("root"), first: all[0].what === "root", what: `${say("rootKeys")}: ${ends("root")}`, more: short ? ""
      : `${say("version")} ${ready.rootVersion}` })}
    ${short ? html`<div class="line" data-good=${!ready.clockWrong}>${sign(ready.clockWrong ? "missing" : "check")}<span class="grow">${say("clockOf")}</span>
      <span class="quiet">${hour(now)}</span></div>` : nothing}`;
}

/** @type {(page: Page) => VerifierView} */
export function device(page) {
  const { desk, now } = page;
  const ready = desk.readiness();
  const is = state(ready, now);
  const good = is.kind === "good";
  return {
    id: "device",
    content: html`<div class="card lead" data-state=${is.kind}>${good ? sign("check") : shape("not_checked")}
        <div><h1 tabindex="-1">${is.lead}</h1>${is.more ? html`<p>${is.more}</p>` : nothing}</div></div>
      ${page.it.told ? html`<p class="card told" role="status" id="told">${page.it.told}</p>` : nothing}
      <div class="card" id="rows">${deviceRows(page)}
        <div class="line" id="row-law" data-good=${!ready.lawUnchecked}>${sign(ready.lawUnchecked ? "missing" : "check")}<span class="grow">
          <b>${say("lawSeenUntil")}</b></span>
          <span class="quiet">${calendarDay(ready.lawSeenUntil)}</span></div>
        ${storage(page)}${versionRow(page)}${fetchRow(page)}</div>
      <details class="card" id="lists"><summary>${say("listsTable")}</summary><table class="lists-table"><thead><tr>
        ${["listName", "listAge", "listUntil"].map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead><tbody>
        ${ready.lists.map((list) => html`<tr><th scope="row">${list.name}</th><td data-label=${say("listAge")}>${duration(list.age)}</td>
          <td data-label=${say("listUntil")}>${list.until ? moment(list.until) : "–"}</td></tr>`)}</tbody></table></details>
      ${page.mayGive ? button(say("giveLists"), { icon: "phone", kind: "wide", id: "give", press: () => page.go("handOver") }) : html`<p
        class="quiet">${say("giveTooLarge")}</p>`}
      ${button(say("scanLists"), { icon: "ask", kind: "wide", id: "scan-lists", press: () => page.go("receive") })}`,
    foot: html`<div class="buttons">${backButton(page.back)}${button(say("renew"), { icon: "file", kind: "main", id: "to-renew", press: () =>
      page.renewing.look([]) })}</div>`,
  };
}

/** Whether the browser promised to keep the set-up. @param {Page} page */
function storage(page) {
  const { persistent } = page.starting;
  if (persistent === null) return nothing;
  const install = page.host.install;
  return html`<div class="line" id="row-storage" data-good=${persistent}>${sign(persistent ? "check" : "missing")}<span class="grow">
    <b>${say(persistent ? "kept" : "mayBeErased")}</b>${persistent ? nothing : html`<br><span class="quiet">${say("mayBeErasedWhy")}</span>`}</span>
    ${!persistent && install ? button(say("install"), { kind: "small", id: "install", press: () => install.prompt() }) : nothing}</div>`;
}

/** @param {Page} page */
function versionRow(page) {
  const { news, current } = page.starting.versions;
  return html`<div class="line" id="row-version" data-good=${news.state !== "refused"}>${sign(news.state === "refused" ? "missing" : "check")}
    <span class="grow"><b>${say("version")} ${version}</b>${"told" in news ? html`<br><span class="quiet">${news.told[page.language]}</span>` : nothing}</span>
    <span class="quiet">${current.build?.slice(0, 8) ?? ""}</span>
    ${news.state === "ready" ? button(say("useNew"), { kind: "small", id: "use-new", press: () => page.starting.versions.useNew() }) : nothing}</div>`;
}

/** @param {Page} page */
function fetchRow(page) {
  const { last } = page.starting.schedule;
  const says = !page.chosen.fetch ? say("off") : !last ? say("on")
    : `${say("on")} · ${say("fetchAsked")} ${hour(last.at)} · ${last.fetched.kind === "failed" ? last.fetched.told[page.language]
      : last.fetched.kind === "nothing" ? say("fetchNothing") : say("fetchedTaken")}`;
  return html`<div class="line" id="row-fetch" data-good="true">${sign("load")}<span class="grow"><b>${say("fetchLists")}</b></span><span
    class="quiet">${says}</span></div>`;
}

/** The lists of another device, from its screen. @type {(page: Page) => VerifierView} */
export const receive = (page) => ({
  id: "receive", layout: "camera",
  content: html`<h1 tabindex="-1">${say("scanLists")}</h1>${eye(page, say("aimLists"))}`,
  foot: html`<div class="buttons">${backButton(page.back)}${button(say("paste"), { icon: "paste", press: () => page.go("back", undefined, "scan") })}</div>`,
});

/** How long each part stays: five in a second are read by a camera of thirty pictures. */
const PART_MS = 200;

/** A file as an animated code: signed, so that who receives it checks it. */
class Film {
  /** @type {string[]} */
  #texts = [];
  #at = -1;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** @type {(() => void) | undefined} */
  #dim;

  /** @param {Uint8Array} file */
  constructor(file) { void bundleTexts(file).then((texts) => { this.#texts = texts; }); }

  /** @param {Element} [canvas] */
  place = (canvas) => {
    clearInterval(this.#timer);
    this.#dim?.();
    if (!(canvas instanceof HTMLCanvasElement)) return;
    // A screen that goes dark is not read.
    this.#dim = keepLit();
    this.#timer = setInterval(() => {
      if (this.#texts.length === 0) return;
      this.#at = (this.#at + 1) % this.#texts.length;
      draw(canvas, this.#texts[this.#at]);
      canvas.dataset.part = `${this.#at + 1}/${this.#texts.length}`;
    }, PART_MS);
  };
}
/** @type {WeakMap<Uint8Array, Film>} */
const films = new WeakMap();

/** This device's lists on the screen, for another device to scan. @type {(page: Page) => VerifierView} */
export function handOver(page) {
  const { file } = page.desk;
  const film = films.get(file) ?? new Film(file);
  films.set(file, film);
  return {
    id: "hand-over", layout: "desk",
    content: html`<div class="side board"><canvas role="img" aria-label=${say("giveTitle")} ${ref(film.place)}></canvas></div>
      <div class="right"><h1 tabindex="-1">${say("giveTitle")} · ${page.desk.readiness().number}</h1><p>${say("giveHow")}</p></div>`,
    foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
  };
}
