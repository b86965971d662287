// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { vehicleKinds } from "../vendor/doichieu/index.js";
import { el, button } from "./dom.js";
import { sign, vehiclePicture } from "./shapes.js";
import { pick as inLanguage } from "./texts.js";
import { say } from "./words.js";
/** @import { Vehicle, VehicleKind } from "doichieu" */
/** @import { Named, Screen, VehicleWords } from "page" */
/** @import { Word } from "./words.js" */

/** @typedef {"displacementCc" | "powerW" | "seats" | "grossMassKg"} Measure */

/**
 * Which measures matter for a kind (Law 36/2024/QH15 art. 57). The names are the engine's.
 * @type {Record<VehicleKind, [Measure, Word][]>}
 */
const MEASURES = {
  moped: [],
  motorcycle: [["displacementCc", "displacement"], ["powerW", "power"]],
  tricycle: [["displacementCc", "displacement"], ["powerW", "power"]],
  disabled_tricycle: [],
  car: [["seats", "seats"]],
  sleeper_coach: [["seats", "seats"]],
  truck: [["grossMassKg", "mass"]],
  four_wheeled_passenger: [["seats", "seats"]],
  four_wheeled_goods: [["grossMassKg", "mass"]],
  special_purpose: [["grossMassKg", "mass"]],
};

/**
 * A vehicle in words.
 * @param {Vehicle | null} of
 * @param {string | null} [plate]
 * @returns {VehicleWords | null}
 */
export const inWords = (of, plate) =>
  of && { kind: of.kind, text: inLanguage(vehicleKinds().find(({ name }) => name === of.kind)), more: measured(of, plate) };

/**
 * Its measures and plate in short, where they are known: `110 cm³ · 30A-123.45`.
 * @param {Vehicle} vehicle
 * @param {string | null} [plate]
 */
function measured(vehicle, plate) {
  /** @type {[Measure, string][]} */
  const units = [["displacementCc", "cm³"], ["powerW", "W"], ["seats", say("unitSeats")], ["grossMassKg", "kg"]];
  const known = units.filter(([name]) => vehicle[name]).map(([name, unit]) => `${vehicle[name]} ${unit}`);
  return [...known, plate].filter(Boolean).join(" · ");
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
    const fields = MEASURES[name].map(([field, word]) => el("div", {}, el("label", { for: field }, say(word)), el("input", {
      id: field, name: field, inputmode: "numeric", pattern: "[0-9]*", autocomplete: "off", maxlength: "6",
      value: now?.kind === name ? now[field] ?? "" : "",
    })));
    details.replaceChildren(el("h2", {}, kinds.find((kind) => kind.name === name)?.text ?? ""), ...fields);
    // What is to be filled in next is below the pictures: it comes into view.
    if (byHand) details.scrollIntoView({ block: "start" });
  };
  if (chosen) pick(chosen, false);
  const finish = () => {
    if (!chosen) return done(null, plateField.value.trim() || null);
    const filled = [...details.querySelectorAll("input")].filter((input) => /^[0-9]+$/.test(input.value));
    const measures = Object.fromEntries(filled.map((input) => [input.name, Number(input.value)]));
    done({ kind: chosen, ...measures }, plateField.value.trim() || null);
  };
  node.append(el("div", { class: "vehicles" }, tiles), details, el("div", {}, el("label", { for: "plate" }, say("plate")), plateField),
    el("div", { class: "foot" }, el("div", { class: "row" },
      button(say("vehicleSkip"), { kind: "plain", sign: sign("cross"), press: () => done(null, null) }),
      button(say("done"), { sign: sign("check"), kind: "main", press: finish }))));
  return { node };
}
