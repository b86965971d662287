// Between two checks, and within one when another phone is added: the camera, what stands there, and every other way in.
import { html, nothing, ref } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { vehiclePicture } from "../parts/shapes.js";
import { backButton } from "../frame.js";
import { inWords } from "../vehicle.js";
import { say } from "../words.js";
import { ready } from "./ready.js";
/** @import { Vehicle, VehicleKind } from "doichieu" */
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** Milliseconds without a code after which it is told what helps, and what else there is. */
const HELP_AFTER = 6000;
const MORE_HELP_AFTER = 15_000;

/**
 * What a press on a chip says of a vehicle, and no more than that.
 * @type {readonly { id: string, word: string, vehicle: Vehicle }[]}
 */
export const CHIPS = [
  { id: "small", word: "chipSmall", vehicle: { kind: "motorcycle", displacementCc: { atMost: 125 } } },
  { id: "large", word: "chipLarge", vehicle: { kind: "motorcycle", displacementCc: { above: 125 } } },
  { id: "car", word: "chipCar", vehicle: { kind: "car", seats: { atMost: 9 } } },
];

/** @type {Record<string, VehicleKind>} */
const PICTURE = { small: "moped", large: "motorcycle", car: "car" };

/** @type {(page: Page) => VerifierView} */
export function scan(page) {
  const { desk } = page;
  const adding = desk.phones > 0;
  if (desk.atDesk && !adding && !page.eye) return ready(page);
  const title = desk.check.again ? `${say("showAgain")} · ${say("phone")} ${desk.check.again}`
    : desk.check.trying ? say("unreadAgain") : adding ? `${say("phone")} ${desk.phones + desk.check.unread + 1}` : null;
  return {
    id: "scan", layout: "camera",
    content: html`<h1 class=${title ? "" : "vh"} tabindex="-1">${title ?? say(desk.pending ? "askScan" : "aim")}</h1>
      ${eye(page, say(desk.pending ? "askScan" : "aim"))}
      ${news(page)}
      ${adding || desk.setting !== "road" ? nothing : chips(page)}`,
    foot: adding ? html`<div class="buttons three">${backButton(page.back)}
        ${button(say("cannotRead"), { icon: "none", id: "cannot-read", press: page.cannotRead })}${otherWays(page)}</div>` : ways(page),
  };
}

/** The picture, what is told over it, the torch. @type {(page: Page, aim: string) => unknown} */
export function eye(page, aim) {
  const of = page.eye;
  if (!of) return nothing;
  const { progress, told } = page.it;
  const waited = performance.now() - of.since;
  const help = waited > MORE_HELP_AFTER ? say("aimMore") : waited > HELP_AFTER ? say("aimHelp") : aim;
  const lost = { denied: "cameraDenied", busy: "cameraBusy", none: "cameraNone", lost: "cameraLost" }[of.why];
  const says = told ?? (of.state === "opening" ? say("opening") : of.state === "off" ? null : progress
    ? `${say("animated")} · ${progress.have}/${progress.of}` : help);
  return html`<div class="eye ${of.state}">
    <video ${ref(of.place)} .muted=${true} playsinline aria-hidden="true" tabindex="-1"></video>
    ${of.state === "off" ? html`<div class="off">${sign("cameraOff")}</div>` : html`<div class="corners" aria-hidden="true"></div>`}
    <div class="bar"><div class="hint" role="status">${says ? html`<p class=${told ? "of-code" : ""}>${says}</p>` : nothing}${of.state === "off"
      ? html`<p>${say(lost)}</p>` : nothing}</div>
      ${of.state === "off" && of.why !== "none" ? button(say("retryCamera"), { icon: "photo", id: "retry", press: () => of.start() }) : nothing}
      ${of.hasTorch ? html`<button type="button" class="torch" id="torch" aria-pressed=${of.torch} @click=${() => turnTorch(page)}>
        ${sign("torch")}<span>${say("torch")}</span></button>` : nothing}</div></div>
    ${progress ? html`<div class="parts" aria-hidden="true">${Array.from({ length: progress.of }, (_, place) => html`<i class=${place < progress.have ? "have"
      : ""}></i>`)}</div>` : nothing}`;
}

/** @param {Page} page */
async function turnTorch(page) {
  if (page.eye) page.chosen.torch = await page.eye.turnTorch(!page.eye.torch);
}

/** What waits to be dealt with: an interrupted check, lists that came by camera, the question that is asked. @param {Page} page */
export function news(page) {
  const { desk, it } = page;
  return html`${desk.interrupted ? html`<div class="card stack" id="interrupted"><p>${say("interrupted")}</p>
      ${button(say("nextPerson"), { icon: "next", press: page.next })}</div>` : nothing}
    ${it.lists ? html`<div class="card row" id="lists-came"><p class="grow">${say("listsCame")}</p>
      ${button(say("look"), { icon: "lists", press: () => it.lists && page.renewing.look([it.lists]) })}</div>` : nothing}
    ${page.clockHint.due ? html`<p class="card told"
      id="clock-hint">${say("clockHint")} ${Math.round(page.clockHint.apart / 60)} ${say("minutes")}. ${say("clockLook")}</p>` : nothing}
    ${desk.question ? html`<div class="card row" id="asking"><p class="grow"><span class="quiet">${say("questionNow")}</span> <b>${page.requests.asked}</b></p>
      <button type="button" class="button" aria-label=${say("questionDrop")} @click=${() => page.requests.question(null)}>${sign("cross")}</button></div>`
        : nothing}`;
}

/** The vehicle: one press. That of the person before is outlined, and counts for nobody until it is pressed. @param {Page} page */
function chips(page) {
  const { vehicle, vehicleBefore } = page.desk;
  const is = (/** @type {Vehicle | null} */ of, /** @type {Vehicle} */ chip) => JSON.stringify(of) === JSON.stringify(chip);
  const other = vehicle && !CHIPS.some((chip) => is(vehicle, chip.vehicle));
  const before = vehicleBefore && !CHIPS.some((chip) => is(vehicleBefore, chip.vehicle));
  const words = other ? page.vehicle : before ? inWords(vehicleBefore) : null;
  return html`<div class="vehicle-chips"><p class="quiet" id="vehicle-title">${say("vehicle")}</p>
    <div class="four" role="group" aria-labelledby="vehicle-title">${CHIPS.map(({ id, word, vehicle: of }) => html`<button type="button" class="button chip"
      id=${`chip-${id}`} aria-pressed=${is(vehicle, of)} ?data-before=${is(vehicleBefore, of)}
      @click=${() => page.setVehicle(is(vehicle, of) ? null : of)}>${vehiclePicture(PICTURE[id])}<span>${say(word)}</span></button>`)}
      <button type="button" class="button chip" id="chip-other" aria-pressed=${Boolean(other)} ?data-before=${Boolean(before)}
        @click=${() => (before ? page.setVehicle(vehicleBefore) : page.go("vehicle"))}>${words ? vehiclePicture(words.kind) : sign("dots")}
        <span>${words?.text ?? say("chipOther")}${words?.more ? html` <small>${words.more}</small>` : nothing}</span></button></div></div>`;
}

/** A picture, a pasted text, and what else there is beside a camera. @param {Page} page */
export const otherWays = (page) => button(say("more"), { icon: "dots", id: "more", press: () => page.go("more") });

/** No code, a number, a request code, and all the rest. @param {Page} page */
const ways = (page) => html`<div class="buttons tiles">
  ${button(say("noCode"), { icon: "none", id: "no-code", press: () => page.go("noCode") })}
  ${button(say("typeNumber"), { icon: "number", id: "type-number", press: () => page.go("number") })}
  ${page.desk.canAsk ? button(say("askFirst"), { icon: "ask", id: "ask-first", press: () => page.requests.ask() }) : nothing}
  ${otherWays(page)}</div>`;
