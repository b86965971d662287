// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { vehicleKinds, vehicleMeasures } from "../vendor/doichieu/index.js";
import { pick as inLanguage } from "./texts.js";
import { say } from "./words.js";
/** @import { Measure, Vehicle, VehicleMeasure, VehicleMeasureText } from "doichieu" */
/** @import { VehicleWords } from "page" */

/** @typedef {NonNullable<VehicleMeasureText["member"]> | "seatsOfLike"} MeasureName */
/** @typedef {{ name: VehicleMeasure, member: NonNullable<VehicleMeasureText["member"]>, text: string }} Asked */

/** Which measures the law turns on for what is known of a vehicle, in words, in the order to ask for them. @type {(of?: Vehicle) => Asked[]} */
export const measuresOf = (of) => vehicleMeasures(of).flatMap(({ name, member, ...text }) => (member ? [{ name, member, text: inLanguage(text) }] : []));

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
    ["grossMassKg", "kg"], ["payloadKg", "kg", say("ofPayload")], ["unladenMassKg", "kg", say("ofUnladen")],
  ];
  const known = units.filter(([name]) => vehicle[name])
    .map(([name, unit, of]) => [of, bounded(vehicle[name]), unit].filter(Boolean).join(" "));
  return [...known, plate].filter(Boolean).join(" · ");
}


/** A number, or what is known of it: `≤ 125`, `> 125`. @param {Measure | undefined} of */
const bounded = (of) => (typeof of !== "object" ? of : of.atMost !== undefined ? `≤ ${of.atMost}` : `> ${of.above}`);
