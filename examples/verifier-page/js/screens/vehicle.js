// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { vehiclePicture } from "../parts/shapes.js";
import { measuresOf } from "../vehicle.js";
import { say } from "../words.js";
/** @import { Vehicle, VehicleKind } from "doichieu" */
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */
/** @import { MeasureName } from "../vehicle.js" */

/** @type {(page: Page) => VerifierView} */
export function vehicle(page) {
  const { desk, it } = page;
  const kinds = page.vehicleKinds;
  const draft = it.vehicle ??= { kind: desk.vehicle?.kind ?? null, typed: typedOf(desk.vehicle), plate: desk.plate ?? "",
    like: Boolean(desk.vehicle?.seatsOfLike) };
  const pick = (/** @type {VehicleKind} */ name) => {
    if (draft.kind !== name) draft.typed = {};
    draft.kind = name;
    page.draw();
    void page.host.updateComplete.then(() => page.root.querySelector("#measures")?.scrollIntoView({ block: "start" }));
  };
  const finish = () => {
    const numbers = Object.entries(draft.typed).filter(([name, value]) => /^[0-9]+$/.test(value) && page.root.querySelector(`[name=${name}]`));
    delete it.vehicle;
    const plate = draft.plate.trim() || null;
    page.setVehicle(draft.kind && { kind: draft.kind, ...kept(desk.vehicle, draft.kind), ...Object.fromEntries(numbers.map(([name, value]) => [name,
      Number(value)])) }, plate);
  };
  const skip = () => { delete it.vehicle; page.setVehicle(null, null); };
  return {
    id: "vehicle",
    content: html`<h1 tabindex="-1">${say("vehicleChoose")}</h1>
      <div class="vehicles">${kinds.map(({ name, text }) => html`<button type="button" class="button" data-kind=${name} aria-pressed=${name === draft.kind}
        @click=${() => pick(name)}>${vehiclePicture(name)}<span>${text}</span></button>`)}</div>
      ${draft.kind ? html`<div class="card stack" id="measures"><h2>${kinds.find(({ name }) => name === draft.kind)?.text}</h2>${measures(page,
        draft.kind)}</div>` : nothing}
      <div class="card"><label for="plate">${say("plate")}</label><input id="plate" autocapitalize="characters" autocomplete="off" spellcheck="false"
        maxlength="16"
        .value=${draft.plate} @input=${(/** @type {Typing} */ event) => { draft.plate = event.currentTarget.value; }}></div>`,
    foot: html`<div class="buttons">${button(say("vehicleSkip"), { icon: "cross", kind: "plain", press: skip })}
      ${button(say("done"), { icon: "check", kind: "main", press: finish })}</div>`,
  };
}

/** @typedef {InputEvent & { currentTarget: HTMLInputElement }} Typing */

/** What was typed of it before, as text; a bound that a chip gave is no number to be shown in a field. @param {Vehicle | null} of */
const typedOf = (of) => Object.fromEntries(Object.entries(of ?? {}).flatMap(([name, value]) => (typeof value === "number" ? [[name, String(value)]] : [])));

/** Bounds that a chip gave stand until a number takes their place. @type {(of: Vehicle | null, kind: VehicleKind) => Partial<Vehicle>} */
const kept = (of, kind) => (of?.kind !== kind ? {} : Object.fromEntries(Object.entries(of).filter(([, value]) => typeof value === "object")));

/** @type {(page: Page, kind: VehicleKind) => unknown} */
function measures(page, kind) {
  const draft = page.it.vehicle;
  const unladenMassKg = Number(draft?.typed.unladenMassKg);
  const known = Number.isSafeInteger(unladenMassKg) && unladenMassKg > 0;
  const [usual, all] = [measuresOf({ kind }), measuresOf(known ? { kind, unladenMassKg } : { kind })];
  // Heavy enough, three wheels are a car: then the law turns on what it turns on for cars.
  const asCar = all.some(({ member }) => member === "seats") && !usual.some(({ member }) => member === "seats");
  return html`${all.map(({ member, text }) => html`${field(page, member, text)}${member === "seats" ? like(page) : nothing}`)}
    <p role="status" class="quiet">${asCar ? say("countsAsCar") : nothing}</p>`;
}

/** @type {(page: Page, name: MeasureName, text: string) => unknown} */
function field(page, name, text) {
  const draft = page.it.vehicle;
  const typed = (/** @type {Typing} */ event) => { if (draft) draft.typed[name] = event.currentTarget.value; if (name === "unladenMassKg") page.draw(); };
  return html`<div><label for=${name}>${text}</label><input id=${name} name=${name} inputmode="numeric" pattern="[0-9]*" autocomplete="off" maxlength="6"
    .value=${draft?.typed[name] ?? ""} @input=${typed}></div>`;
}

/** Seats of its like, where it was designed or rebuilt with fewer (Law 36/2024/QH15 art. 57(4)): few vehicles are. @param {Page} page */
function like(page) {
  const draft = page.it.vehicle;
  if (!draft) return nothing;
  const turn = () => { draft.like = !draft.like; page.draw(); };
  return html`<button type="button" class="button wide" id="fewer-seats" aria-expanded=${draft.like} @click=${turn}><span>${say("fewerSeats")}</span></button>
    ${draft.like ? html`<div id="of-like">${field(page, "seatsOfLike", say("seatsOfLike"))}</div>` : nothing}`;
}
