// Pieces of a check's screen: the person, the face to compare, what is needed, the phones, the time that is left.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { pick } from "../texts.js";
import { hour, left } from "../times.js";
import { measuresOf } from "../vehicle.js";
import { WORDS, say } from "../words.js";
import { shape } from "./shapes.js";
/** @import { NeedState } from "doichieu" */
/** @import { CheckNow, NeedSeen, Who } from "page" */
/** @import { Sign } from "../../shared/shapes.js" */
/** @import { Page } from "../page.js" */

/** A registration number as it hangs on the vehicle. @param {string} number */
export const numberPlate = (number) => html`<span class="number-plate">${number}</span>`;

/**
 * Name, year, classes, number plate: what is held against who and what stands there.
 * @param {Who} of
 * @param {{ drives?: boolean, small?: boolean }} [how] `drives`: a licence of this check covers the vehicle that was picked
 */
export function person({ name, born, gender, classes, plate, brand, vehicle, owner }, { drives = false, small = false } = {}) {
  if (!name && !plate) return nothing;
  const said = [born && html`${say("born")} <b>${born}</b>`, gender && html`${gender}`, classes && html`${say("classes")} <b>${classes}</b>`].filter(Boolean);
  if (small) {
    return html`<div class="who small"><p class="name"><span>${name ?? owner}</span>${born ? html`<span class="year">${born}</span>` : nothing}</p>
      ${plate || classes ? html`<p class="its">${plate ? numberPlate(plate) : nothing}<span>${classes ? html`${say("licence")} <b>${classes}</b>` : nothing}
        ${[classes && " ", brand].filter(Boolean).join("· ")}</span></p>` : nothing}</div>`;
  }
  return html`<div class="who">${name ?? owner ? html`<p class="name">${name ?? owner}</p>` : nothing}
    ${said.length > 0 ? html`<p class="of">${said.map((one, at) => html`${at > 0 ? " · " : ""}${one}`)}</p>` : nothing}
    ${plate ? html`<p class="its">${numberPlate(plate)} <span>${[brand, vehicle].filter(Boolean).join(" · ")}
      ${drives ? html`<b class="drives">${say("drives")}</b>` : nothing}</span></p>` : drives ? html`<p><b>${say("drives")}</b></p>` : nothing}</div>`;
}

/** The box to tick once somebody compared the face. It changes no word of the verdict. @param {Page} page */
export function face(page) {
  const viewing = page.check?.viewing;
  if (!viewing) return nothing;
  const turn = () => { viewing.face = !viewing.face; page.draw(); };
  return html`<button type="button" class="face" id="face" role="checkbox" aria-checked=${viewing.face} @click=${turn}>
    <span class="box" aria-hidden="true">${viewing.face ? sign("check") : nothing}</span>
    <span><b>${say(viewing.face ? "faceDone" : "face")}</b><span class="quiet">${say("faceHow")}</span></span></button>`;
}

/** @type {Record<NeedState, [Sign, string]>} */
const NEED = {
  shown: ["check", "needShown"],
  answered: ["question", "needAnswered"],
  not_proven: ["question", "needNotProven"],
  not_shown: ["missing", "needNotShown"],
  not_applicable: ["minus", "needNotApplicable"],
  undetermined: ["question", "needUndetermined"],
};

/**
 * Which papers this vehicle or visit needs. One that is missing, unproven or not in order stands first, with its step: green never hides it.
 * Where nothing was checked there is nothing to tell of it.
 * @param {CheckNow} check
 * @param {Page} page
 */
export function needs({ seen: { needs: list }, papers, unchecked }, page) {
  if (list.length === 0 || (unchecked && list.every(({ state }) => state === "not_proven"))) return nothing;
  /** What a paper that was shown comes to, if no paper of its kind is in order. @param {NeedSeen} need */
  const amiss = ({ kind, state }) => {
    const its = state === "shown" ? papers.filter((of) => of.kind === kind) : [];
    return its.some(({ headline }) => headline.name === "accept") ? undefined : its[0]?.headline;
  };
  const title = say({ road: "needs", clinic: "needsVisit", desk: "needsHere" }[page.desk.setting]);
  const asked = list.filter(({ state }) => state !== "not_applicable");
  const good = asked.filter((need) => need.state === "shown" && !amiss(need));
  const rest = list.filter((need) => need.state !== "shown" || amiss(need));
  const measure = asked.find((need) => need.measure)?.measure;
  // One article for all of them is said once.
  const laws = new Set(rest.flatMap(({ law, state }) => (law && !["not_applicable", "shown"].includes(state) ? [law] : [])));
  const once = laws.size === 1 && rest.length > 1;
  return html`<section class="card needs" id="needs" aria-label=${title}><h2><span>${title}</span>
      <span class="count">${good.length === asked.length ? say("enough") : ""} ${good.length} / ${asked.length}</span></h2>
    ${rest.map((need) => ({ ...need, is: amiss(need) })).map(({ kind, name, state, law, steps, is }) => html`<div class="need"
      data-state=${state} data-kind=${kind} data-headline=${is ? is.name : nothing}>${is ? shape(is.name) : sign(NEED[state][0])}<div>
      <p><b>${name}</b> · ${is ? pick(is) : say(NEED[state][1])}</p>
      ${state === "not_shown" ? steps.map((one) => html`<p class="quiet">${one.text}</p>`) : nothing}
      ${law && !once && !["not_applicable", "shown"].includes(state) ? html`<p class="quiet law">${law}</p>` : nothing}</div></div>`)}
    ${once ? html`<p class="quiet law">${[...laws][0]}</p>` : nothing}
    ${good.length > 0 ? html`<ul class="chips">${good.map(({ name, kind }) => html`<li data-state="shown" data-kind=${kind}>${sign("check")}
      <span>${shortOf(kind, name)}<span class="vh"> ${say("needShown")}</span></span></li>`)}</ul>` : nothing}
    ${measure ? askMeasure(measure, page) : nothing}</section>`;
}

/** A name where there is no room for the full one. @type {(kind: string | number, name: string) => string} */
const shortOf = (kind, name) => { const short = `short_${kind}`; return short in WORDS ? say(short) : name; };

/**
 * What is known of the vehicle does not decide: the one measure that would is asked for, and judged by again, without a scan.
 * @param {string} name
 * @param {Page} page
 */
function askMeasure(name, page) {
  const asked = measuresOf().find((of) => of.name === name);
  const { vehicle } = page.desk;
  if (!asked || !vehicle) return nothing;
  const take = (/** @type {Event} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem("measure"));
    if (/^[0-9]{1,6}$/.test(field.value)) page.setVehicle({ ...vehicle, [asked.member]: Number(field.value) });
  };
  return html`<form class="measure" @submit=${take}><label for="measure">${asked.text}</label>
    <div class="field"><input id="measure" name="measure" inputmode="numeric" maxlength="6" autocomplete="off">
      <button class="button" type="submit"><span>${say("judgeAgain")}</span></button></div></form>`;
}

/**
 * Several phones: a line each, with what it came to and when; its values while they live.
 * @param {CheckNow} check
 * @param {Page} page
 */
export function phones({ seen, people, papers }, page) {
  if (seen.showings.length + seen.unread < 2) return nothing;
  return html`<section class="card phones" aria-label=${say("phones")}><ul>${seen.showings.map(({ headline, ended }, place) => {
    const its = papers.filter(({ phone }) => phone === place + 1);
    return html`<li data-headline=${headline.name} ?data-ended=${ended}>${numbered(place + 1)}<div>
      <p class="line"><b>${roleOf(its.map(({ kind }) => String(kind)))} · ${pick(headline)} ${say("at")} ${hour(seen.ats[place])}</b></p>
      <p class="quiet">${its.map(({ name }) => name).join(", ")}</p>
      ${ended
        ? html`<p class="quiet">${say("viewingEnded")} · ${say("verdictStays")}</p>
          ${button(say("showAgain"), { icon: "renew", kind: "plain again", press: () => page.add({ again: place + 1 }) })}`
        : person(people[place], { small: true })}</div></li>`;
  })}${seen.unread > 0 ? html`<li class="unread">${shape("scan_again")}<div><p><b>${seen.unread} ${say(seen.unread === 1 ? "unreadOne" : "unread")}</b></p>
    <p class="quiet">${say("unreadWhy")}</p>${button(say("unreadAgain"), { icon: "phone", press: () => page.add({ trying: true }) })}</div></li>`
      : nothing}</ul></section>`;
}

/** @param {number} place */
const numbered = (place) => html`<span class="numbered" aria-label=${`${say("phone")} ${place}`}>${place}</span>`;

/** What this phone is to the vehicle, as far as its papers say. @param {readonly string[]} kinds */
const roleOf = (kinds) => say(kinds.some((kind) => kind.endsWith("driving_licence")) ? "roleDriver"
  : kinds.includes("dependant") ? "roleGuardian" : kinds.includes("vehicle_registration") ? "roleOwner" : "phone");

/** A word after another begins small. @type {(before: string, word: string) => string} */
const inSentence = (before, word) => (before ? `${before}${word.slice(0, 1).toLowerCase()}${word.slice(1)}` : word);

/** How long values may still be seen, soonest first. @param {Page} page */
export function countdown(page) {
  const ends = page.desk.check.ends.flatMap((end, place) => (end ? [{ ...end, place }] : []));
  if (ends.length === 0) return nothing;
  const first = ends.reduce((one, other) => (other.until < one.until ? other : one));
  const seconds = first.until - page.now;
  const whole = Math.max(1, first.until - first.begun);
  const held = page.check?.viewing.held;
  const who = page.desk.phones > 1 ? `${say("phone")} ${first.place + 1} ` : "";
  return html`<div class="countdown" role="timer" aria-live="off"><p>${inSentence(who, say(held ? "held" : "viewable"))} <b>${left(seconds)}</b></p>
    <meter class="vh" min="0" max=${whole} .value=${Math.max(0, seconds)}></meter>
    <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(0, Math.min(100, (seconds / whole) * 100))}
      height="1"></rect></svg>
    ${hold(page, first)}</div>`;
}

/** @type {(page: Page, end: { until: number, longest: number }) => unknown} */
function hold(page, { until, longest }) {
  const viewing = page.check?.viewing;
  if (!viewing) return nothing;
  if (viewing.held) {
    const more = until < longest ? button(say("holdMore"), { kind: "small", id: "hold", press: () => page.hold(/** @type {never} */ (viewing.held)) })
      : nothing;
    return html`${more}${button(say("letGo"), { kind: "small", id: "let-go", press: () => page.letGo() })}`;
  }
  if (until >= longest) return nothing;
  return button(say("hold"), { kind: "small", icon: "hold", id: "hold", press: () => { viewing.asking = true; page.draw(); } });
}
