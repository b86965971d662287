// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { vehicleKinds } from "../vendor/doichieu/index.js";
import { el, button } from "./dom.js";
import { sign, vehiclePicture } from "./shapes.js";
import { pick as inLanguage } from "./texts.js";
import { say } from "./words.js";
/** @import { Vehicle, VehicleKind } from "doichieu" */
/** @import { Named, Screen, VehicleWords } from "page" */
/** @import { Word } from "./words.js" */

/** @typedef {"displacementCc" | "powerW" | "seats" | "grossMassKg" | "unladenMassKg" | "seatsOfLike"} Measure */

/** @type {[Measure, Word][]} */
const ON_THREE_WHEELS = [["displacementCc", "displacement"], ["powerW", "power"], ["unladenMassKg", "unladen"]];

/**
 * Which measures matter for a kind (Law 36/2024/QH15 art. 57). The names are the engine's.
 * @type {Record<VehicleKind, [Measure, Word][]>}
 */
const MEASURES = {
  moped: [],
  motorcycle: [["displacementCc", "displacement"], ["powerW", "power"]],
  tricycle: ON_THREE_WHEELS,
  disabled_tricycle: ON_THREE_WHEELS,
  car: [["seats", "seats"]],
  sleeper_coach: [["seats", "seats"]],
  truck: [["grossMassKg", "mass"]],
  four_wheeled_passenger: [["seats", "seats"]],
  four_wheeled_goods: [["grossMassKg", "mass"]],
  special_purpose: [["grossMassKg", "mass"]],
};

/** What matters besides where three wheels are a car: whether it carries people or goods nobody said. @type {[Measure, Word][]} */
const AS_A_CAR = [["seats", "seats"], ["grossMassKg", "mass"]];

/** Three wheels above this unladen mass in kg are a car (art. 34(1)(a)): then more is asked for. Whether it is one the engine says. */
const HEAVIEST_TRICYCLE = 400;

/**
 * A vehicle in words.
 * @param {Vehicle | null} of
 * @param {string | null} [plate]
 * @returns {VehicleWords | null}
 */
export const inWords = (of, plate) =>
  of && { kind: of.kind, text: inLanguage(vehicleKinds().find(({ name }) => name === of.kind)), more: measured(of, plate) };

/**
 * Its measures and plate in short, where they are known: `110 cm³ · 30A-123.45`, `9 seats · its like 16 seats`.
 * @param {Vehicle} vehicle
 * @param {string | null} [plate]
 */
function measured(vehicle, plate) {
  /** @type {[Measure, string, string?][]} */
  const units = [
    ["displacementCc", "cm³"], ["powerW", "W"], ["seats", say("unitSeats")], ["seatsOfLike", say("unitSeats"), say("ofLike")],
    ["grossMassKg", "kg"], ["unladenMassKg", "kg", say("ofUnladen")],
  ];
  const known = units.filter(([name]) => vehicle[name])
    .map(([name, unit, of]) => [of, vehicle[name], unit].filter(Boolean).join(" "));
  return [...known, plate].filter(Boolean).join(" · ");
}

/**
 * A measure to be typed.
 * @param {Measure} name
 * @param {Word} word
 * @param {Vehicle | null} known
 */
const field = (name, word, known) => el("div", {}, el("label", { for: name }, say(word)), el("input", {
  id: name, name, inputmode: "numeric", pattern: "[0-9]*", autocomplete: "off", maxlength: "6", value: known?.[name] ?? "",
}));

/**
 * Seats, and behind a press those of its like, where it was designed or rebuilt with fewer (art. 57(4)): few vehicles are.
 * @param {Vehicle | null} known
 */
function fewerSeats(known) {
  const more = el("div", { id: "of-like", hidden: !known?.seatsOfLike }, field("seatsOfLike", "seatsOfLike", known));
  const open = button(say("fewerSeats"), {
    kind: "wide", id: "fewer-seats", "aria-expanded": String(!more.hidden), "aria-controls": "of-like", press: () => {
      more.hidden = !more.hidden;
      open.setAttribute("aria-expanded", String(!more.hidden));
    },
  });
  return [open, more];
}

/**
 * Fields for measures.
 * @param {[Measure, Word][]} measures
 * @param {Vehicle | null} known
 */
const fields = (measures, known) =>
  measures.flatMap(([name, word]) => [field(name, word, known), ...(name === "seats" ? fewerSeats(known) : [])]);

/**
 * What three wheels are asked for besides, once they are as heavy as a car. It is said to a screen reader, too.
 * @param {HTMLElement} within
 * @param {Vehicle | null} known
 */
function asACar(within, known) {
  const told = el("p", { role: "status", class: "quiet" });
  const more = el("div", { class: "stack", hidden: true }, fields(AS_A_CAR, known));
  const unladen = /** @type {HTMLInputElement} */ (within.querySelector("#unladenMassKg"));
  const weigh = () => {
    more.hidden = !(Number(unladen.value) > HEAVIEST_TRICYCLE);
    told.textContent = more.hidden ? "" : say("countsAsCar");
  };
  unladen.addEventListener("input", weigh);
  weigh();
  within.append(told, more);
}

/**
 * The screen to pick one. `kinds` are those of the engine; `done` gets the vehicle and plate, or nothing.
 * @param {{ kinds: readonly Named<VehicleKind>[], now: Vehicle | null, plate: string | null,
 *   done: (vehicle: Vehicle | null, plate: string | null) => unknown }} of
 * @returns {Screen}
 */
export function picker({ kinds, now, plate, done }) {
  const node = el("section", { id: "vehicle" }, el("h1", {}, say("vehicleChoose")));
  const details = el("div", { class: "stack" });
  let chosen = now?.kind ?? null;
  const tiles = kinds.map(({ name, text }) => {
    const pressed = String(name === chosen);
    const tile = el("button", { type: "button", class: "button", "aria-pressed": pressed, onclick: () => pick(name) },
      vehiclePicture(name), el("span", {}, text));
    tile.dataset.kind = name;
    return tile;
  });
  const plateField = el("input", {
    id: "plate", autocapitalize: "characters", autocomplete: "off", spellcheck: "false", maxlength: "16", value: plate ?? "",
  });
  /** @type {(name: VehicleKind, byHand?: boolean) => void} */
  const pick = (name, byHand = true) => {
    chosen = name;
    for (const tile of tiles) tile.setAttribute("aria-pressed", String(tile.dataset.kind === name));
    const known = now?.kind === name ? now : null;
    details.replaceChildren(el("h2", {}, kinds.find((kind) => kind.name === name)?.text ?? ""), ...fields(MEASURES[name], known));
    if (MEASURES[name] === ON_THREE_WHEELS) asACar(details, known);
    // What is to be filled in next is below the pictures: it comes into view.
    if (byHand) details.scrollIntoView({ block: "start" });
  };
  if (chosen) pick(chosen, false);
  const finish = () => {
    if (!chosen) return done(null, plateField.value.trim() || null);
    const filled = [...details.querySelectorAll("input")].filter((input) => /^[0-9]+$/.test(input.value) && !input.closest("[hidden]"));
    const measures = Object.fromEntries(filled.map((input) => [input.name, Number(input.value)]));
    done({ kind: chosen, ...measures }, plateField.value.trim() || null);
  };
  node.append(el("div", { class: "vehicles" }, tiles), details, el("div", {}, el("label", { for: "plate" }, say("plate")), plateField),
    el("div", { class: "foot" }, el("div", { class: "row" },
      button(say("vehicleSkip"), { kind: "plain", sign: sign("cross"), press: () => done(null, null) }),
      button(say("done"), { sign: sign("check"), kind: "main", press: finish }))));
  return { node };
}
