// The ways of a request code into the phone, what is said of one that is not answered, the digits across two devices, the questions.
import { html, nothing, ref } from "../vendor/lit/lit.js";
import { button } from "../shared/frame.js";
import { sign } from "../shared/shapes.js";
import { otherLanguage, say } from "./words.js";
/** @import { Asking, Press, Theme, View } from "page" */

/**
 * By text: in a test, or from an app beside it.
 * @param {{ read: (text: string) => void, back: Press }} of
 * @returns {View}
 */
export const paste = ({ read, back }) => ({
  id: "paste",
  content: html`<h1 id="paste-title" tabindex="-1">${say("pasteAsk")}</h1>
    <textarea id="ask" rows="6" aria-labelledby="paste-title" autocomplete="off" spellcheck="false"></textarea>`,
  foot: html`<div>${button(say("back"), { icon: "back", press: back })}${button(say("read"), {
    kind: "main",
    press: () => read(/** @type {HTMLTextAreaElement} */ (document.getElementById("ask")).value),
  })}</div>`,
});

/**
 * By camera. `place` gets the picture's element, and nothing once it is gone.
 * @param {{ place: (video?: Element) => void, off: boolean, paste: Press, back: Press }} of
 * @returns {View}
 */
export const scan = ({ place, off, paste, back }) => ({
  id: "scan",
  content: html`<h1 tabindex="-1">${say("scanAsk")}</h1><div class=${off ? "eye off" : "eye"}>
    <video playsinline aria-hidden="true" tabindex="-1" .muted=${true} ${ref(place)}></video>${off ? sign("cameraOff") : nothing}
    <p class="hint" role="status">${say(off ? "cameraOff" : "aim")}</p></div>`,
  foot: html`<div>${button(say("back"), { icon: "back", press: back })}
    ${button(say("pasteAsk"), { icon: "paste", kind: "main", press: paste })}</div>`,
});

/**
 * Why it is not answered. Nothing here agrees. Where the phone's own lists are too old, a code can still be shown unprompted, and scanning
 * again would come to the same.
 * @param {{ why: string, isOld: boolean, again: Press, back: Press }} of
 * @returns {View}
 */
export const refused = ({ why, isOld, again, back }) => ({
  id: "refused",
  content: html`<div class="card stack refused">${sign("missing")}<h1 tabindex="-1">${why}</h1><p>${say("nothingSent")}</p></div>`,
  foot: html`<div>${isOld
    ? button(say("toReady"), { icon: "phone", kind: "main", press: back })
    : html`${button(say("scanAgain"), { icon: "ask", press: again })}
      ${button(say("back"), { icon: "back", kind: "main", press: back })}`}</div>`,
});

/**
 * Whose screen it is: of three pairs of digits the holder picks the one that stands beside the code that was scanned. `picked` gets one of
 * them, or nothing where none of them stands there.
 * @param {{ who: string, three: readonly string[], picked: (pair?: string) => unknown, decline: Press }} of
 * @returns {View}
 */
export const digits = ({ who, three, picked, decline }) => ({
  id: "digits",
  content: html`<h1 tabindex="-1">${say("pickDigits")}</h1><p class="who">${who}</p>
    <div class="three" role="group" aria-label=${say("pickDigits")}>${three.map((pair) => html`<button type="button" class="button plain"
      data-digits=${pair} aria-label=${pair.split("").join(" ")} @click=${() => picked(pair)}><span>${pair}</span></button>`)}</div>
    <p>${say("pickHow")}</p>
    <button type="button" class="button" data-digits="none" @click=${() => picked()}><span>${say("pickNone")}</span></button>`,
  foot: html`<div>${button(say("decline"), { press: decline })}</div>`,
});

/**
 * The questions that an officer asks aloud: the phone answers one, and no other.
 * @param {{ all: readonly Asking[], choose: (name: string) => void, back: Press }} of
 * @returns {View}
 */
export const questions = ({ all, choose, back }) => ({
  id: "questions",
  content: html`<h1 tabindex="-1">${say("whichQuestion")}</h1><ul class="stack">${all.map(({ name, text }) => html`<li>
    <button type="button" class="button wide" data-question=${name} @click=${() => choose(name)}>
      <span>${text}</span></button></li>`)}</ul>`,
  foot: html`<div>${button(say("back"), { icon: "back", kind: "main", press: back })}</div>`,
});

/**
 * Language first.
 * @param {{ theme: Theme, language: Press, turn: Press, back: Press }} of
 * @returns {View}
 */
export const settings = ({ theme, language, turn, back }) => ({
  id: "settings",
  content: html`<h1 tabindex="-1">${say("settings")}</h1>
    <button type="button" class="button wide" id="language" lang=${otherLanguage()} @click=${language}>
      <span>${say("language")}</span></button>
    ${button(say(theme === "night" ? "toDay" : "toNight"), { kind: "wide", id: "theme", press: turn })}`,
  foot: html`<div>${button(say("back"), { icon: "back", kind: "main", press: back })}</div>`,
});
