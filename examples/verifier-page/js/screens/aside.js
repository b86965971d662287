// The smaller screens: other ways in, pasted text, questions, settings, a code without a signature, one of another kind, the view from afar.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { backButton } from "../frame.js";
import { checkNow } from "../model.js";
import { aloud, step, stepList } from "../parts/findings.js";
import { plate } from "../parts/plate.js";
import { vehiclePicture } from "../parts/shapes.js";
import { FORMS, line } from "../his.js";
import { asFile } from "../log.js";
import { say } from "../words.js";
/** @import { VerifierView, Settings } from "page" */
/** @import { Page } from "../page.js" */

/** @type {(page: Page) => VerifierView} */
export function more(page) {
  const choose = (/** @type {Event & { currentTarget: HTMLInputElement }} */ { currentTarget }) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    page.back();
    void page.ways.files(files);
  };
  return {
    id: "other",
    content: html`<h1 tabindex="-1">${say("moreTitle")}</h1>
      <label class="button wide pick" for="photo">${sign("photo")}<span>${say("photo")}</span></label>
      <input type="file" id="photo" class="vh" multiple accept="image/*,text/plain,.dc1,.dcb,.dcd,.dcl,.p8" @change=${choose}>
      ${button(say("paste"), { icon: "paste", kind: "wide", id: "to-paste", press: () => page.go("paste") })}
      ${page.desk.questions.length > 0 ? button(say("question"), { icon: "question", kind: "wide", id: "to-questions", press: () => page.go("questions") })
        : nothing}
      ${button(say("flip"), { icon: "flip", kind: "wide", id: "flip", press: () => page.flip() })}`,
    foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
  };
}

/** @type {(page: Page) => VerifierView} */
export function paste(page) {
  const field = () => /** @type {HTMLTextAreaElement} */ (page.root.querySelector("#pasted"));
  const go = () => {
    const text = field().value;
    field().value = "";
    void page.ways.text(text);
  };
  return {
    id: "paste",
    content: html`<h1 id="paste-title" tabindex="-1">${say("pasteTitle")}</h1>
      <textarea id="pasted" rows="6" aria-labelledby="paste-title" autocomplete="off" spellcheck="false"></textarea>
      ${page.it.told ? html`<p class="card told" role="status">${page.it.told}</p>` : nothing}`,
    foot: html`<div class="buttons">${backButton(page.back)}${button(say("checkCode"), { icon: "check", kind: "main", id: "check-pasted", press: go })}</div>`,
  };
}

/** The one question that names no class. */
const THIS_VEHICLE = "may_drive_this_vehicle";

/** @type {(page: Page) => VerifierView} */
export function questions(page) {
  const all = page.desk.questions;
  const first = all.find(({ name }) => name === THIS_VEHICLE);
  const { vehicle } = page;
  // Without a vehicle nobody can answer for it: it is picked first.
  const go = () => {
    if (vehicle) return page.requests.question(THIS_VEHICLE);
    page.it.asks = THIS_VEHICLE;
    return page.go("vehicle");
  };
  const classes = all.filter(({ name }) => name !== THIS_VEHICLE);
  return {
    id: "questions",
    content: html`<h1 tabindex="-1">${say("questionTitle")}</h1><p>${say("questionWhy")}</p>
      ${first ? html`<button type="button" class="button wide vehicle-now" data-question=${THIS_VEHICLE} @click=${go}>${vehiclePicture(vehicle?.kind)}
        <span class="grow"><b>${first.text}</b> <span class="quiet">${vehicle ? [vehicle.text, vehicle.more].filter(Boolean).join(" · ")
          : say("questionPick")}</span></span></button>` : nothing}
      ${classes.length > 0 ? html`<div class="card stack"><h2 id="by-class">${say("questionClass")}</h2><div class="classes" role="group"
        aria-labelledby="by-class">
        ${classes.map(({ name, text }) => html`<button type="button" class="button" aria-label=${text} data-question=${name} @click=${() =>
          page.requests.question(name)}>
          <span>${name.replace("may_drive_", "").toUpperCase()}</span></button>`)}</div></div>` : nothing}`,
    foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
  };
}

/**
 * Another code than ours, or three in a row that could not be read: what may lawfully be done. Nothing of the code itself stands here.
 * @type {(page: Page) => VerifierView}
 */
export function unread(page) {
  const of = page.it.unread;
  if (!of) return { id: "result", content: nothing };
  const [finding] = of.findings;
  const ours = finding.side === "post";
  const steps = of.headline.name === "scan_again" ? [] : page.desk.nothing().steps;
  const left = !ours && page.desk.canAsk
    ? button(say("askFirst"), { icon: "ask", press: () => page.requests.ask() })
    : button(say("lookUpNumber"), { icon: "number", id: "type-number", press: () => page.go("number") });
  return {
    id: "result", layout: "desk",
    content: html`<div class="side">${plate({ headline: of.headline, why: finding.text, ours })}</div>
      <div class="right">${step(finding)}${aloud(finding.aloud)}${stepList(steps)}</div>`,
    foot: html`<div class="buttons">${left}${button(say("scanAgain"), { icon: "flip", kind: "main", id: "next", press: page.back })}</div>`,
  };
}

/** The plate over everything, read from two metres: no name, no number, no day. @type {(page: Page) => VerifierView} */
export function far(page) {
  const check = page.check && checkNow(page.check.seen, page.now);
  if (!check) return { id: "far", content: nothing };
  const which = check.papers.map(({ name }) => name);
  return {
    id: "far",
    content: plate({ headline: check.seen.headline, why: [...new Set(which)].join(" · "), ours: check.deciding?.side === "post" }),
    foot: html`<div class="buttons">${button(html`${say("toDesk")} <kbd>Esc</kbd>`, { icon: "back", kind: "main", id: "back", press: page.back })}</div>`,
  };
}

/** @type {readonly (readonly ["vibration" | "tones", "vibration" | "tones"])[]} */
const SWITCHES = [["vibration", "vibration"], ["tones", "tones"]];

/** What a person may choose about this device. @type {(page: Page) => VerifierView} */
export function settings(page) {
  const { chosen, desk } = page;
  const state = (/** @type {boolean} */ is) => say(is ? "on" : "off");
  const night = page.host.theme === "night";
  /** @type {(id: string, is: boolean, word: string, icon: import("../../shared/shapes.js").Sign, press: () => void) => unknown} */
  const toggle = (id, is, word, icon, press) => html`<button type="button" class="button wide" id=${id} aria-pressed=${is} @click=${press}>
    ${sign(icon)}<span class="grow">${say(word)}</span><span class="state" aria-hidden="true">${state(is)}</span></button>`;
  const mode = (/** @type {"handheld" | "desk"} */ name, /** @type {string} */ word, /** @type {"phone" | "desk"} */ icon) => html`<button type="button"
    class="button"
    id=${`mode-${name}`} aria-pressed=${desk.atDesk === (name === "desk")} @click=${() => page.change("mode",
      name)}>${sign(icon)}<span>${say(word)}</span></button>`;
  return {
    id: "settings",
    content: html`<h1 tabindex="-1">${say("menu")}</h1>
      <button type="button" class="button wide" id="language" lang=${page.language === "en" ? "vi" : "en"} @click=${() => page.turnLanguage()}>
        ${sign("question")}<span>${say("otherLanguage")}</span></button>
      ${toggle("turn-night", night, "theme", "night", () => page.change("night", !night))}
      ${SWITCHES.map(([name, word]) => toggle(`turn-${name}`, chosen[name], word, name, () => page.change(name, !chosen[name])))}
      ${button(say("thisDevice"), { icon: "lists", kind: "wide", id: "to-device", press: () => page.go("device") })}
      <div class="card stack"><h2 id="mode">${say("mode")}</h2><div class="row two" role="group" aria-labelledby="mode">
        ${mode("handheld", "modeOfficer", "phone")}${mode("desk", "modeDesk", "desk")}</div></div>
      ${desk.atDesk ? form(page) : nothing}
      ${toggle("turn-fetch", chosen.fetch, "fetchLists", "load", () => page.turnFetch())}
      <div class="card stack"><h2>${say("logTitle")}</h2><p class="quiet">${say("logWhy")}</p>${button(say("saveLog"), { icon: "file", id: "save-log",
        press: saveLog })}</div>
      ${erase(page)}`,
    foot: html`<div class="buttons">${backButton(page.back, "main")}</div>`,
  };
}

/** Given out by hand, as a browser gives out files. */
async function saveLog() {
  const file = await asFile();
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The line for the hospital's system: its form is chosen once, with a place to try it in. @param {Page} page */
function form(page) {
  const choose = (/** @type {Settings["form"]} */ of) => page.change("form", of);
  return html`<div class="card stack"><h2 id="his-form">${say(page.desk.clinic ? "hisLine" : "oneLine")}</h2>
    <div class="stack" role="group" aria-labelledby="his-form">
    ${FORMS.map((of) => html`<button type="button" class="button wide" id=${`form-${of}`} aria-pressed=${page.chosen.form === of} @click=${() => choose(of)}>
      <span>${say(`form_${of}`)}</span></button>`)}</div>
    ${button(say("copyTrial"), { icon: "copy", id: "copy-trial", press: () => page.copies.text(line([], page.chosen.form), "trial", say("copyTrial")) })}
    <label for="trial">${say("tryHere")}</label><textarea id="trial" rows="2" autocomplete="off" spellcheck="false"></textarea>
    <p class="quiet">${say("clipboardHistory")}</p></div>`;
}

/** Erases what this device keeps, once it was pressed twice. @param {Page} page */
export function erase(page) {
  const { it } = page;
  if (!it.erasing) return button(say("forget"), { icon: "erase", kind: "plain wide", id: "erase", press: () => { it.erasing = true; page.draw(); } });
  return html`<div class="card stack" id="erasing"><p>${say("forgetWhy")}</p><div class="row">
    ${button(say("forget"), { icon: "erase", kind: "main", id: "erase-now", press: () => page.starting.erase() })}
    ${button(say("back"), { icon: "back", press: () => { it.erasing = false; page.draw(); } })}</div></div>`;
}
