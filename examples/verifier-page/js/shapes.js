// The six headlines as shapes, and the vehicles as pictures. Drawn here, so that nothing is fetched and nothing can be missing.
/** @import { HeadlineName, VehicleKind } from "doichieu" */

const NS = "http://www.w3.org/2000/svg";

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

/** @type {(box: string, paths: readonly (readonly [string, number])[]) => SVGElement} */
function svg(box, paths) {
  const root = document.createElementNS(NS, "svg");
  root.setAttribute("viewBox", box);
  root.setAttribute("fill", "none");
  root.setAttribute("stroke", "currentColor");
  root.setAttribute("stroke-linecap", "round");
  root.setAttribute("stroke-linejoin", "round");
  root.setAttribute("aria-hidden", "true");
  for (const [d, width] of paths) {
    const path = document.createElementNS(NS, "path");
    path.setAttribute("d", d);
    path.setAttribute("stroke-width", String(width));
    root.append(path);
  }
  return root;
}

/**
 * The shape of a headline. Decoration beside its word: hidden from screen readers, which hear the word.
 * @param {HeadlineName} headline
 */
export function headlineShape(headline) {
  const [outline, sign] = HEADLINES[headline] ?? HEADLINES.not_checked;
  return svg("0 0 48 48", [[outline, 3], [sign, 4.5]]);
}

/**
 * The picture of a vehicle kind, beside its word; without a kind, of none yet.
 * @param {VehicleKind} [kind]
 */
export function vehiclePicture(kind) {
  return svg("0 0 64 40", [[VEHICLES[kind ?? "unknown"] ?? VEHICLES.unknown, 2.6]]);
}

/** @typedef {keyof typeof SIGNS} Sign */

/** Small signs of buttons, on a grid of 24. */
const SIGNS = {
  torch: "M8 3h8v4l-2 3v11h-4v-11l-2-3z M12 13v2",
  flip: "M4 8h12l-3-3 M20 16h-12l3 3",
  photo: "M3 7h5l2-3h4l2 3h5v13h-18z M12 10a4 4 0 1 0 .1 0z",
  paste: "M6 5h12v16h-12z M9 3h6v4h-6z M9 12h6 M9 16h6",
  number: "M5 9h14 M5 15h14 M10 4l-2 16 M16 4l-2 16",
  none: "M4 4h6v6h-6z M14 4h6v6h-6z M4 14h6v6h-6z M3 21l18-18",
  ask: "M4 4h6v6h-6z M14 4h6v6h-6z M4 14h6v6h-6z M14 14h2v2 M20 14v6h-6v-2",
  phone: "M7 2h10v20h-10z M11 18h2",
  next: "M5 12h14 M13 6l6 6l-6 6",
  hold: "M12 3a9 9 0 1 0 .1 0z M12 7v5l4 2",
  lists: "M4 6h16 M4 12h16 M4 18h10",
  eye: "M2 12q10-14 20 0q-10 14-20 0z M12 9a3 3 0 1 0 .1 0z",
  copy: "M8 8h12v12h-12z M4 16v-12h12",
  check: "M4 12l6 6l10-13",
  question: "M8 8a4 4 0 1 1 6 3q-2 1-2 4 M12 19v.5",
  back: "M19 12h-14 M11 6l-6 6l6 6",
  cross: "M5 5l14 14 M19 5l-14 14",
  settings: "M4 7h9 M18 7h2 M15.5 4.5v5 M4 17h2 M11 17h9 M8.5 14.5v5",
  file: "M6 3h8l4 4v14h-12z M14 3v4h4",
  missing: "M12 3a9 9 0 1 0 .1 0z M12 7.5v6 M12 16.5v.2",
  minus: "M5 12h14",
  cameraOff: "M3 7h5l2-3h4l2 3h5v13h-18z M12 10a4 4 0 1 0 .1 0z M3 2l18 20",
  scanner: "M3 6v12 M7 6v12 M10 6v12 M14 6v12 M17 6v12 M21 6v12",
  night: "M20 14a8.5 8.5 0 1 1-10-10a7 7 0 0 0 10 10z",
  vibration: "M9 4h6v16h-6z M5 8v8 M19 8v8",
  tones: "M4 9v6h4l5 4v-14l-5 4z M16 9q2 3 0 6 M19 6q4 6 0 12",
  desk: "M3 5h18v11h-18z M8 20h8 M12 16v4",
};

/**
 * The sign of a button; its label is text beside it.
 * @param {Sign} name
 */
export function sign(name) {
  return svg("0 0 24 24", [[SIGNS[name], 2]]);
}
