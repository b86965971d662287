// Small signs of buttons, on a grid of 24. Drawn here, so that nothing is fetched and nothing can be missing. Decoration beside a word:
// hidden from screen readers, which hear the word.
import { svg } from "../vendor/lit/lit.js";

/** @typedef {keyof typeof SIGNS} Sign */

const SIGNS = {
  ask: "M4 4h6v6h-6z M14 4h6v6h-6z M4 14h6v6h-6z M14 14h2v2 M20 14v6h-6v-2",
  back: "M19 12h-14 M11 6l-6 6l6 6",
  cameraOff: "M3 7h5l2-3h4l2 3h5v13h-18z M12 10a4 4 0 1 0 .1 0z M3 2l18 20",
  check: "M4 12l6 6l10-13",
  copy: "M8 8h12v12h-12z M4 16v-12h12",
  cross: "M5 5l14 14 M19 5l-14 14",
  desk: "M3 5h18v11h-18z M8 20h8 M12 16v4",
  dots: "M5 12h.1 M12 12h.1 M19 12h.1",
  down: "M5 9l7 7l7-7",
  erase: "M5 7h14 M9 7v-3h6v3 M7 7l1 13h8l1-13",
  eye: "M2 12q10-14 20 0q-10 14-20 0z M12 9a3 3 0 1 0 .1 0z",
  far: "M3 5h18v11h-18z M8 20h8 M12 16v4 M8 10h8",
  file: "M6 3h8l4 4v14h-12z M14 3v4h4",
  flip: "M4 8h12l-3-3 M20 16h-12l3 3",
  history: "M12 3a9 9 0 1 1-8.5 6 M3 4v5h5 M12 7v5l4 2",
  hold: "M12 3a9 9 0 1 0 .1 0z M12 7v5l4 2",
  lists: "M4 6h16 M4 12h16 M4 18h10",
  load: "M12 3v11 M7 10l5 5l5-5 M4 20h16",
  minus: "M5 12h14",
  missing: "M12 3a9 9 0 1 0 .1 0z M12 7.5v6 M12 16.5v.2",
  next: "M5 12h14 M13 6l6 6l-6 6",
  night: "M20 14a8.5 8.5 0 1 1-10-10a7 7 0 0 0 10 10z",
  none: "M4 4h6v6h-6z M14 4h6v6h-6z M4 14h6v6h-6z M3 21l18-18",
  number: "M5 9h14 M5 15h14 M10 4l-2 16 M16 4l-2 16",
  paste: "M6 5h12v16h-12z M9 3h6v4h-6z M9 12h6 M9 16h6",
  phone: "M7 2h10v20h-10z M11 18h2",
  photo: "M3 7h5l2-3h4l2 3h5v13h-18z M12 10a4 4 0 1 0 .1 0z",
  plus: "M12 5v14 M5 12h14",
  question: "M8 8a4 4 0 1 1 6 3q-2 1-2 4 M12 19v.5",
  renew: "M20 12a8 8 0 1 1-2.5-5.8 M18 2v5h-5",
  scanner: "M3 6v12 M7 6v12 M10 6v12 M14 6v12 M17 6v12 M21 6v12",
  settings: "M4 7h9 M18 7h2 M15.5 4.5v5 M4 17h2 M11 17h9 M8.5 14.5v5",
  tones: "M4 9v6h4l5 4v-14l-5 4z M16 9q2 3 0 6 M19 6q4 6 0 12",
  torch: "M8 3h8v4l-2 3v11h-4v-11l-2-3z M12 13v2",
  vibration: "M9 4h6v16h-6z M5 8v8 M19 8v8",
};

/** @param {Sign} name */
export const sign = (name) => svg`<svg class="sign" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${SIGNS[name]}></path></svg>`;
