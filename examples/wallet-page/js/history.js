// Who was shown what. Told to the person whose phone it is, and to nobody else.
import { html, nothing } from "../vendor/lit/lit.js";
import { button } from "../shared/frame.js";
import { moment } from "./terms.js";
import { day, hour, say, shortKind } from "./words.js";
/** @import { Noted, Press, View } from "page" */

/**
 * The screen. `sure`: erasing was pressed once.
 * @param {{ notes: readonly Noted[], isKept: boolean, now: number, sure: boolean, erase: Press, back: Press }} of
 * @returns {View}
 */
export const history = ({ notes, isKept, now, sure, erase, back }) => ({
  id: "history",
  content: html`<h1 tabindex="-1">${say("history")}</h1>
    ${notes.length === 0 ? html`<p>${say("noHistory")}</p>` : html`<ol class="stack">${notes.map((note) => entry(note, now))}</ol>`}
    ${isKept ? nothing : html`<p>${say("notStored")}</p>`}
    <p class="quiet">${say("historyNote")}</p>`,
  foot: html`<div>${notes.length > 0 ? button(say(sure ? "eraseSure" : "erase"), { id: "erase", press: erase }) : nothing}
    ${button(say("back"), { icon: "back", kind: "main", press: back })}</div>`,
});

/** @type {(note: Noted, now: number) => unknown} */
function entry(note, now) {
  const live = Math.max(note.viewUntil ?? 0, note.keepUntil ?? 0) > now;
  return html`<li class=${live ? "card note live" : "card note"}><h2>${say(note.role)}${note.post ? html` · ${note.post}` : nothing}</h2>
    <p class="quiet">${day(note.at, now)} ${hour(note.at)} · ${say(`way_${note.way}`)}</p>
    ${note.viewUntil === null ? html`<p>${say("nothingSent")}</p>` : html`<p>${what(note)}</p>${until(note, now)}`}</li>`;
}

/** @param {Noted} note */
const what = ({ papers, question }) => (question
  ? say("oneQuestion")
  : papers.map(([kind, count]) => say("countFields", { paper: shortKind(kind), count })).join(", "));

/** @type {(note: Noted, now: number) => unknown} */
function until({ at, way, scanUntil, viewUntil, keepUntil }, now) {
  const ends = keepUntil ?? viewUntil;
  if (!ends) return nothing;
  // Of a code for anybody nobody knows who scanned it.
  const scanned = way === "ready" && scanUntil ? { from: hour(at), to: hour(scanUntil) } : null;
  const says = keepUntil
    ? scanned ? say("scannedKept", scanned) : say("keptThere")
    : scanned ? say("scannedFrom", scanned) : say("viewableUntil");
  return html`<p>${says} <b>${keepUntil ? moment(ends) : hour(ends)}</b>${keepUntil ? nothing : ` · ${say("onlyViewed")}`}${
    ends <= now ? ` · ${say("over")}` : nothing}</p>`;
}
