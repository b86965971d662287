// Set up once: all files at once, known by what is in them; then the check code of the root keys, held against a printed one by a person.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { savePublic } from "../post-key.js";
import { say } from "../words.js";
import { erase } from "./aside.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** @type {readonly (readonly ["root" | "bundle" | "mandate" | "postKey", string])[]} */
const PLACES = [["root", "rootFile"], ["bundle", "bundleFile"], ["mandate", "mandateFile"], ["postKey", "keyFile"]];

/** @type {(page: Page) => VerifierView} */
export function setUp(page) {
  const { given } = page.setting;
  const { told, asks } = page.setting;
  const choose = (/** @type {Event & { currentTarget: HTMLInputElement }} */ { currentTarget }) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    void page.setting.take(files);
  };
  const lacks = page.setting.lacks;
  return {
    id: "set-up",
    content: html`<h1 tabindex="-1">${say("setUpTitle")}</h1>${asks ? nothing : html`<p>${say("setUpWhy")}</p>`}
      ${asks ? html`<div class="card stack" id="compare"><p tabindex="-1"><b>${say("compare")}</b></p><p class="fingerprint">${asks.fingerprint}</p>
        ${asks.test ? html`<p class="test">${say("testRoot")}</p>` : nothing}
        <div class="row">${button(say("same"), { icon: "check", kind: "main", id: "is-same", press: () => page.setting.compared(true) })}
          ${button(say("differs"), { icon: "cross", kind: "plain", id: "differs", press: () => page.setting.compared(false) })}</div></div>` : nothing}
      ${page.setting.notice ? html`<p class="card told" role="status" id="notice">${page.setting.notice}</p>` : nothing}
      ${told ? html`<p class="card told" role=${page.setting.good ? "status" : "alert"} id="fault">${told}</p>` : nothing}
      <label class="drop-zone" for="files">${sign("file")}<b>${say("renewDrop")}</b><span
        class="button plain">${sign("file")}<span>${say("chooseFile")}</span></span></label>
      <input type="file" id="files" class="vh" multiple @change=${choose}>
      <ul class="card places">${PLACES.map(([name, word]) => html`<li id=${`has-${name}`} data-here=${Boolean(given[name])}>
        ${sign(given[name] ? "check" : "minus")}<span class="grow">${say(word)}</span><span class="quiet">${page.setting.names[name] ?? ""}</span></li>`)}</ul>
      ${given.postKey ? nothing : ownKey(page)}
      ${page.setting.broken ? erase(page) : nothing}`,
    foot: html`${lacks.length > 0 ? html`<p class="quiet" id="missing">${say("missing")}: ${lacks.map((word) => say(word)).join(", ")}</p>` : nothing}
      <div class="buttons">${button(say("done"), { icon: "check", kind: "main", id: "finish", disabled: lacks.length > 0, press: () =>
        page.setting.finish() })}</div>`,
  };
}

/** The post's key, made here instead of brought as a file; one of an earlier visit waits for its mandate. @param {Page} page */
function ownKey(page) {
  const { made } = page.setting;
  return html`<div class="card stack" id="own-key" role="group" aria-label=${say("makeKey")}>${made
    ? html`<p>${say("keyMade")} <b id="key-name">${made.name}</b></p><p class="quiet">${say("keyStays")}</p><div class="row">
        ${button(say("savePublic"), { icon: "file", id: "save-public", press: () => savePublic(made) })}
        ${button(say("dropKey"), { icon: "cross", kind: "plain", id: "drop-key", press: () => page.setting.dropKey() })}</div>`
    : button(say("makeKey"), { icon: "file", id: "make-key", press: () => page.setting.makeKey() })}</div>`;
}
