// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { vehicleKinds } from "../vendor/doichieu/index.js";
import { pick as inLanguage } from "./texts.js";
import { say } from "./words.js";
/** @import { Measure, Vehicle, VehicleKind } from "doichieu" */
/** @import { VehicleWords } from "page" */

/** @typedef {"displacementCc" | "powerW" | "seats" | "grossMassKg" | "unladenMassKg" | "seatsOfLike"} MeasureName */

/** @type {[MeasureName, string][]} */
export const ON_THREE_WHEELS = [["displacementCc", "displacement"], ["powerW", "power"], ["unladenMassKg", "unladen"]];

/**
 * Which measures matter for a kind (Law 36/2024/QH15 art. 57). The names are the engine's.
 * @type {Record<VehicleKind, [MeasureName, string][]>}
 */
export const MEASURES = {
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

/** What matters besides where three wheels are a car: whether it carries people or goods nobody said. @type {[MeasureName, string][]} */
export const AS_A_CAR = [["seats", "seats"], ["grossMassKg", "mass"]];

/** Three wheels above this unladen mass in kg are a car (art. 34(1)(a)): then more is asked for. Whether it is one the engine says. */
export const HEAVIEST_TRICYCLE = 400;

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
  /** @type {[MeasureName, string, string?][]} */
  const units = [
    ["displacementCc", "cm³"], ["powerW", "W"], ["seats", say("unitSeats")], ["seatsOfLike", say("unitSeats"), say("ofLike")],
    ["grossMassKg", "kg"], ["unladenMassKg", "kg", say("ofUnladen")],
  ];
  const known = units.filter(([name]) => vehicle[name])
    .map(([name, unit, of]) => [of, bounded(vehicle[name]), unit].filter(Boolean).join(" "));
  return [...known, plate].filter(Boolean).join(" · ");
}


/** A number, or what is known of it: `≤ 125`, `> 125`. @param {Measure | undefined} of */
const bounded = (of) => (typeof of !== "object" ? of : of.atMost !== undefined ? `≤ ${of.atMost}` : `> ${of.above}`);
