// The smaller screens: no code at all, a typed number, pasted text, settings.
import { announce, el, button } from "./dom.js";
import { sign } from "./shapes.js";
import { pick } from "./texts.js";
import { aloud, backButton, foot, plate, step } from "./verdict.js";
import { say } from "./words.js";
/** @import { Headline, Kind } from "doichieu" */
/** @import { LawfulWords, Press, Screen, Settings, Switch, WordedFinding } from "page" */

/**
 * Lawful steps in order, each with its article.
 * @param {readonly LawfulWords[]} steps
 */
const stepList = (steps) => el("ol", { class: "card stack" },
  steps.map(({ text, law }) => el("li", {}, el("p", {}, el("b", {}, text)), law && el("p", { class: "quiet" }, law))));

/**
 * Nothing was shown: what may lawfully be done, by role, dated and cited. No verdict, and nothing about any paper.
 * @param {{ steps: readonly LawfulWords[], headline: Headline, typeNumber: Press, back: Press }} of
 * @returns {Screen}
 */
export function nothing({ steps, headline, typeNumber, back }) {
  const node = el("section", { id: "nothing" }, plate(headline, say("nothingTitle")), stepList(steps),
    foot(button(say("typeNumber"), { sign: sign("number"), press: typeNumber }), backButton(back, "main")));
  return { node };
}

/**
 * A code of another kind: this device cannot read it, and scanning it again never helps. What may lawfully be done instead, and the number
 * to be typed. Nothing of the code itself stands here.
 * @param {{ finding: WordedFinding, steps: readonly LawfulWords[], headline: Headline, typeNumber: Press, back: Press }} of
 * @returns {Screen}
 */
export function foreign({ finding, steps, headline, typeNumber, back }) {
  const [word, text] = [pick(headline), finding.text];
  announce(`${word}. ${text}. ${say("ourSide")}. ${finding.step}`, { now: true });
  const node = el("section", { id: "result", class: "foreign" }, plate(headline, text, { ours: finding.side === "post" }),
    step(finding.step), aloud(finding.aloud), stepList(steps),
    foot(button(say("typeNumber"), { sign: sign("number"), press: typeNumber }), backButton(back, "main")));
  return { node };
}

/**
 * A number typed by hand: its form, and the lawful steps. The number goes nowhere else than to `check`.
 * @param {{ kinds: readonly { id: Kind, text: string }[], back: Press,
 *   check: (kind: Kind, number: string) => { text: string, steps: readonly LawfulWords[] } }} of
 * @returns {Screen}
 */
export function number({ kinds, check, back }) {
  const kind = el("select", { id: "number-kind" }, kinds.map(({ id, text }) => el("option", { value: id }, text)));
  const input = el("input", { id: "number", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "32" });
  const told = el("div", { role: "status", class: "stack" });
  const run = () => {
    const { text, steps } = check(/** @type {Kind} */ (kind.value), input.value);
    told.replaceChildren(el("p", { class: "card" }, el("b", {}, text)), ...(steps.length ? [stepList(steps)] : []));
  };
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") run(); });
  const node = el("section", { id: "typed" }, el("h1", {}, say("numberTitle")),
    el("div", { class: "card stack" }, el("div", {}, el("label", { for: "number-kind" }, say("numberKind")), kind),
      el("div", {}, el("label", { for: "number" }, say("numberLabel")), input), button(say("check"), { sign: sign("check"), press: run })),
    told, foot(backButton(back, "main")));
  return { node, leave() { input.value = ""; told.replaceChildren(); } };
}

/**
 * A code's text, pasted.
 * @param {{ found: (text: string) => unknown, back: Press }} of
 * @returns {Screen}
 */
export function paste({ found, back }) {
  const area = el("textarea", { id: "pasted", rows: "6", "aria-labelledby": "paste-title", autocomplete: "off", spellcheck: "false" });
  const go = () => { const text = area.value; area.value = ""; found(text); };
  const node = el("section", { id: "paste" }, el("h1", { id: "paste-title" }, say("pasteTitle")), area,
    foot(backButton(back), button(say("checkCode"), { sign: sign("check"), kind: "main", press: go })));
  return { node, leave() { area.value = ""; } };
}

/**
 * What a person may choose about this device.
 * @param {{ now: Settings, atDesk: boolean, change: <N extends keyof Settings>(name: N, value: Settings[N]) => void, forget: Press,
 *   lists: Press, back: Press }} of
 * @returns {Screen}
 */
export function settings({ now, atDesk, change, forget, lists, back }) {
  /** @param {boolean} is */
  const state = (is) => say(is ? "on" : "off");
  /** @type {(name: Switch, word: "theme" | "vibration" | "tones") => HTMLElement} */
  const toggle = (name, word) => {
    // What is heard is the button's own state; the word beside it is for the eye.
    const said = el("span", { class: "state", "aria-hidden": "true" }, state(now[name]));
    const press = () => {
      change(name, !now[name]);
      node.setAttribute("aria-pressed", String(now[name]));
      said.textContent = state(now[name]);
    };
    const pressed = String(now[name]);
    const node = button(say(word), { sign: sign(name), id: `turn-${name}`, kind: "wide", "aria-pressed": pressed, press });
    node.append(said);
    return node;
  };
  const erase = eraser(forget);
  /** @type {(name: "handheld" | "desk", word: "modeOfficer" | "modeDesk", picture: "phone" | "desk") => HTMLElement} */
  const mode = (name, word, picture) => {
    const press = () => {
      change("mode", name);
      modes.forEach((one, place) => one.setAttribute("aria-pressed", String((place === 1) === (name === "desk"))));
    };
    return button(say(word), { sign: sign(picture), "aria-pressed": String(atDesk === (name === "desk")), press });
  };
  const modes = [mode("handheld", "modeOfficer", "phone"), mode("desk", "modeDesk", "desk")];
  const node = el("section", { id: "settings" }, el("h1", {}, say("menu")),
    button(say("stateTitle"), { sign: sign("lists"), id: "to-lists", kind: "wide", press: lists }),
    el("div", { class: "card stack" }, el("h2", { id: "mode" }, say("mode")),
      el("div", { class: "row two", role: "group", "aria-labelledby": "mode" }, modes)),
    el("div", { class: "card stack" }, toggle("night", "theme"), toggle("vibration", "vibration"), toggle("tones", "tones")),
    el("div", { class: "card stack" }, el("h2", {}, say("scannerTitle")), el("p", {}, say("scannerHint"))),
    erase,
    foot(backButton(back, "main")));
  return { node };
}

/**
 * Erases what this device keeps, once it was pressed twice.
 * @param {Press} forget
 */
export function eraser(forget) {
  const erase = button(say("forget"), { kind: "plain wide", sign: sign("cross"), id: "erase", press: () => {
    /** @type {HTMLElement} */
    const sure = el("div", { class: "card stack" }, el("p", { tabindex: "-1" }, say("forgetWhy")),
      el("div", { class: "row" }, button(say("forget"), { sign: sign("cross"), kind: "main", press: forget }),
        button(say("back"), { sign: sign("back"), press: () => sure.replaceWith(erase) })));
    erase.replaceWith(sure);
    sure.querySelector("p")?.focus();
  } });
  return erase;
}
