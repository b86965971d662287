// The six headlines as shapes, and the vehicles as pictures. Drawn here, so that nothing is fetched and nothing can be missing.
import { svg } from "../../vendor/lit/lit.js";
/** @import { HeadlineName, VehicleKind } from "doichieu" */

/**
 * Path data on a grid of 48, each with its own outline: told apart without colour, from two metres, by shape alone.
 * @type {Record<HeadlineName, readonly [string, string]>}
 */
const HEADLINES = {
  accept: ["M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42z", "M13 25l8 8l15-17"],
  look_up: ["M6 6h36v36h-36z", "M21 12a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M28 28l8 8"],
  not_in_force: ["M16 3h16l13 13v16l-13 13h-16l-13-13v-16z", "M13 24h22"],
  not_proven: ["M24 4l22 39h-44z", "M18 24l12 12 M30 24l-12 12"],
  not_checked: ["M24 2l22 22l-22 22l-22-22z", "M19 19a5 5 0 1 1 7 5q-2 1-2 4 M24 34v.5"],
  scan_again: ["M4 14v-10h10 M34 4h10v10 M44 34v10h-10 M14 44h-10v-10", "M34 24a10 10 0 1 1-3-7 M32 10v7h-7"],
};

/**
 * A wheel in a side view: the whole of it, inside the picture.
 * @type {(x: number, y: number, r: number) => string}
 */
const wheel = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z `;

/** The front and load bed that both three-wheeled motorcycles have. */
const THREE_WHEELS = `${wheel(53, 31, 6)}${wheel(15, 31, 6)}`
  + "M24.5 25.7a6 6 0 0 1 0 10.6 M53 31l-8-19h-6 M3 8h30v16h-30z M33 22h9l4-6 M28 31h13l4-12";

/**
 * Side views on a grid of 64 × 40: wheels as circles, bodies as few lines.
 * What no vehicle was picked for is a number plate with a question.
 * @type {Record<VehicleKind | "unknown", string>}
 */
const VEHICLES = {
  unknown: "M8 9h48q3 0 3 3v16q0 3-3 3h-48q-3 0-3-3v-16q0-3 3-3z M28 17a4.5 4.5 0 1 1 6 4q-2 1-2 3 M32 27v.3",
  moped: `${wheel(14, 32, 5.5)}${wheel(51, 32, 5.5)}M39 6h6l6 26 M46 12l-7 19h-10l-4-12h-13q-3 4-3 8 M11 15h14`,
  motorcycle: `${wheel(13, 29, 8)}${wheel(51, 29, 8)}M36 6h6l9 23 M44 12h-7q-6 0-9 6h-15l-5-3 M28 18l-4 11h-11 M24 29h12l7-15`,
  tricycle: THREE_WHEELS,
  disabled_tricycle: `${THREE_WHEELS} M16 11v.2 M16 14v4h5l1.5 3 M13.5 15.5a3.8 3.8 0 1 0 5 5.5`,
  car: `${wheel(17, 31, 5.5)}${wheel(47, 31, 5.5)}M11 31h-8v-7l9-3l8-11h19l9 11l13 3v7h-8 M23 31h18 M12 21h36 M30 10v11`,
  sleeper_coach: `${wheel(16, 31, 5.5)}${wheel(47, 31, 5.5)}`
    + "M10 31h-7v-25h51l7 13v12h-8 M22 31h19 M3 22h58 M8 17v-5 M8 15h12v2 M24 17v-5 M24 15h12v2 M40 17v-5 M40 15h12v2",
  truck: `${wheel(15, 31, 5.5)}${wheel(49, 31, 5.5)}M9 31h-6v-24h33v24h-15 M36 31h7 M36 13h12l12 10v8h-5 M47 13v10h13`,
  four_wheeled_passenger: `${wheel(16, 32, 5)}${wheel(48, 32, 5)}`
    + "M11 32h-7v-10h7l6-12h30l6 12h7v10h-7 M21 32h22 M17 10l-2 12 M33 10v12 M11 22h42",
  four_wheeled_goods: `${wheel(16, 32, 5)}${wheel(48, 32, 5)}M11 32h-8v-14h31v14h-13 M34 32h9 M34 10h12l7 12h8v10h-8 M46 10v12h7`,
  special_purpose: `${wheel(15, 31, 5.5)}${wheel(49, 31, 5.5)}`
    + "M9 31h-6v-9h33v9h-15 M36 31h7 M36 13h12l12 10v8h-5 M47 13v10h13 M36 22v-9 M10 22l22-17v6",
};

/** @type {(box: string, kind: string, paths: readonly (readonly [string, number])[]) => unknown} */
const drawn = (box, kind, paths) => svg`<svg class=${kind} viewBox=${box} fill="none" stroke="currentColor" stroke-linecap="round"
  stroke-linejoin="round" aria-hidden="true">${paths.map(([d, width]) => svg`<path d=${d} stroke-width=${width}></path>`)}</svg>`;

/**
 * The shape of a headline. Decoration beside its word: hidden from screen readers, which hear the word.
 * @param {HeadlineName} headline
 */
export function shape(headline) {
  const [outline, sign] = HEADLINES[headline] ?? HEADLINES.not_checked;
  return drawn("0 0 48 48", "shape", [[outline, 3], [sign, 4.5]]);
}

/**
 * The picture of a vehicle kind, beside its word; without a kind, of none yet.
 * @param {VehicleKind} [kind]
 */
export const vehiclePicture = (kind) => drawn("0 0 64 40", "vehicle", [[VEHICLES[kind ?? "unknown"] ?? VEHICLES.unknown, 2.6]]);
