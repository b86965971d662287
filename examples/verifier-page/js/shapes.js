// The six headlines as shapes, and the vehicles as pictures. Drawn here, so that nothing is fetched and nothing can be missing.

const NS = "http://www.w3.org/2000/svg";

/** Path data on a grid of 48, each with its own outline: told apart without colour, from two metres, by shape alone. */
const HEADLINES = {
  accept: ["M24 3a21 21 0 1 0 0 42a21 21 0 1 0 0-42z", "M13 25l8 8l15-17"],
  look_up: ["M6 6h36v36h-36z", "M21 12a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M28 28l8 8"],
  not_in_force: ["M16 3h16l13 13v16l-13 13h-16l-13-13v-16z", "M13 24h22"],
  not_proven: ["M24 4l22 39h-44z", "M18 24l12 12 M30 24l-12 12"],
  not_checked: ["M24 2l22 22l-22 22l-22-22z", "M19 19a5 5 0 1 1 7 5q-2 1-2 4 M24 34v.5"],
  scan_again: ["M4 14v-10h10 M34 4h10v10 M44 34v10h-10 M14 44h-10v-10", "M34 24a10 10 0 1 1-3-7 M32 10v7h-7"],
};

/** Side views on a grid of 64 × 40: wheels as circles, bodies as one line each. */
const VEHICLES = {
  moped: "M14 32a6 6 0 1 0 .1 0z M50 32a6 6 0 1 0 .1 0z M14 32l8-10h16l6-12h5 M38 22l6 10 M22 22h-6",
  motorcycle: "M13 31a8 8 0 1 0 .1 0z M51 31a8 8 0 1 0 .1 0z M13 31l9-12h18l8-11h6 M40 19l11 12 M22 19l-8-3 M26 19l4 12h8l2-12",
  tricycle: "M12 32a6 6 0 1 0 .1 0z M38 32a6 6 0 1 0 .1 0z M54 32a6 6 0 1 0 .1 0z M12 32l8-14h8l4-8h5 M30 18h30v14 M30 18v14",
  car: "M16 32a6 6 0 1 0 .1 0z M48 32a6 6 0 1 0 .1 0z M4 32v-8l8-2l8-10h20l10 10l10 3v7h-6 M22 32h20 M4 32h6 M20 22h28 M31 12v10",
  bus: "M16 33a5 5 0 1 0 .1 0z M48 33a5 5 0 1 0 .1 0z M4 33v-25h52l4 12v13h-7 M21 33h22 M4 33h7 M4 20h56 M18 8v12 M32 8v12 M46 8v12",
  truck: "M14 33a5 5 0 1 0 .1 0z M48 33a5 5 0 1 0 .1 0z M4 33v-25h34v25h-19 M4 33h5 M38 14h12l10 10v9h-7 M38 33h5 M50 14v10h10",
};

/** Kinds that look like another from the side. */
const ALIKE = { disabled_tricycle: "tricycle", sleeper_coach: "bus", special_purpose: "truck" };

function svg(box, paths, label) {
  const root = document.createElementNS(NS, "svg");
  root.setAttribute("viewBox", box);
  root.setAttribute("fill", "none");
  root.setAttribute("stroke", "currentColor");
  root.setAttribute("stroke-linecap", "round");
  root.setAttribute("stroke-linejoin", "round");
  if (label) { root.setAttribute("role", "img"); root.setAttribute("aria-label", label); } else root.setAttribute("aria-hidden", "true");
  for (const [d, width] of paths) {
    const path = document.createElementNS(NS, "path");
    path.setAttribute("d", d);
    path.setAttribute("stroke-width", width);
    root.append(path);
  }
  return root;
}

/** The shape of a headline. Decoration beside its word: hidden from screen readers, which hear the word. */
export function headlineShape(headline) {
  const [outline, sign] = HEADLINES[headline] ?? HEADLINES["not_checked"];
  return svg("0 0 48 48", [[outline, 3], [sign, 4.5]]);
}

/** The picture of a vehicle kind, beside its word. */
export function vehiclePicture(kind) {
  return svg("0 0 64 40", [[VEHICLES[ALIKE[kind] ?? kind] ?? VEHICLES.car, 2.6]]);
}

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
};

/** The sign of a button; its label is text beside it. */
export function sign(name) {
  return svg("0 0 24 24", [[SIGNS[name], 2]]);
}
