// Strip, content, foot. The strip stands on every screen and never scrolls: TEST, whose device it is, and one fact about it.
import { html, nothing } from "../vendor/lit/lit.js";
import { sign } from "../shared/shapes.js";
import { button } from "../shared/frame.js";
import { version } from "../vendor/doichieu/index.js";
import { state } from "./fitness.js";
import { duration, left, soon } from "./times.js";
import { say } from "./words.js";
/** @import { Piece } from "page" */
/** @import { VerifierView } from "page" */
/** @import { Page } from "./page.js" */

/** On these the device's own buttons stand in the strip of a phone, too. */
const WITH_TOOLS = new Set(["scan", "waiting", "setUp", "repair", "broken", "elsewhere"]);

/**
 * One fact: what is wrong with this device, in words; else how old its lists are.
 * @param {Page} page
 */
function fact(page) {
  const { device, now } = page;
  if (!device) return "";
  if (page.at !== "waiting" && device.pending && page.it.ask && !page.it.ask.over) return `${say("waitingShort")} · ${left(page.it.ask.until - now)}`;
  const ready = device.readiness();
  const is = state(ready, now);
  if (is.kind === "clock") return say("clockWrongShort");
  if (is.kind !== "good") return is.short;
  const until = `${say("goodUntil")} ${soon(ready.until, now)}`;
  return page.at === "scan" || device.atDesk ? `${say("lists")} ${duration(ready.age)} · ${until}` : `${say("lists")} ${duration(ready.age)}`;
}

/**
 * @param {Page} page
 * @param {VerifierView} view
 */
export function frame(page, { id, content, foot, over, layout }) {
  const { device } = page;
  const desk = Boolean(device?.atDesk);
  const mending = page.at === "repair";
  const tools = desk || WITH_TOOLS.has(page.at);
  if (!page.host.bare) document.title = `${device?.test ? "TEST · " : ""}${say("title")}`;
  const language = page.language === "en" ? "vi" : "en";
  return html`<div class="frame verifier" data-layout=${desk ? "desk" : "handheld"} data-at=${page.at} data-of=${layout ?? nothing}>
    <header class="strip" part="strip">
      ${device?.test ?? page.starting.kept?.parts.test ? html`<b class="test">TEST</b>` : nothing}
      <p class="post"><slot name="brand"></slot>${device?.name ?? (mending ? page.starting.kept?.parts.post?.name : null) ?? say("title")}</p>
      <p class="fact" id="fact">${fact(page)}</p>
      ${desk || !device ? html`${device || mending ? html`<span class="version">${say("version")} ${version}</span>` : nothing}
        <button type="button" class="in-strip" id="turn-language" lang=${language} @click=${() => page.turnLanguage()}>${say("otherLanguage")}</button>`
        : nothing}
      ${tools && device ? html`<button type="button" class="in-strip icon" id="to-settings" aria-label=${say("menu")}
        @click=${() => page.go("settings")}>${sign("settings")}</button>` : nothing}
    </header>
    <main id="main" tabindex="-1" ?inert=${Boolean(over)}><section id=${id} class="content">${device?.wrong
        ? html`<p class="card told" role="alert" id="wrong">${device.wrong}</p>` : nothing}${content}<slot name="below"></slot></section>
      ${foot ? html`<div class="foot" part="foot">${foot}</div>` : nothing}</main>
    ${over ?? nothing}</div>`;
}

/**
 * Asked over everything else; the focus is in it while it is there.
 * @param {{ id: string, title: string, content: Piece }} of
 */
export const sheet = ({ id, title, content }) => html`<div class="over"><div class="sheet card stack" id=${id} role="dialog" aria-modal="true"
  aria-label=${title}><h2 tabindex="-1">${title}</h2>${content}</div></div>`;

/** @type {(press: () => unknown, kind?: string) => unknown} */
export const backButton = (press, kind = "") => button(say("back"), { icon: "back", kind, press, id: "back" });
