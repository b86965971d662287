// The picture on the citizen's own phone, drawn here: nobody's. It is never in a code; without it nobody can compare a face.
import { svg } from "../vendor/lit/lit.js";
import { say } from "./words.js";

/** @typedef {{ skin: string, shade: string, hair: string, shirt: string, ground: string, cut: string }} Looks */

/** Outlines of hair, on a grid of 112 × 142: behind the face and around it. */
const CUTS = {
  long: "M56 20c-27 0-34 20-33 42c1 20-3 36-8 50h28l4-22h18l4 22h28c-5-14-9-30-8-50c1-22-6-42-33-42z",
  tied: "M56 20c-24 0-31 17-30 36c0 8 2 14 5 19h50c3-5 5-11 5-19c1-19-6-36-30-36z M56 8a11 11 0 1 0 .1 0z",
  short: "M56 21c-24 0-31 15-30 33c0 4 1 8 2 11h56c1-3 2-7 2-11c1-18-6-33-30-33z",
  cropped: "M56 24c-21 0-28 13-27 28l1 9h52l1-9c1-15-6-28-27-28z",
};
/** What falls over the forehead, from the crown down. */
const FRINGES = {
  long: "M29 64c-3-26 10-38 27-38s30 12 27 38c-3-13-9-22-19-28c-7 11-20 20-35 28z",
  tied: "M29 60c-3-25 10-35 27-35s30 10 27 35c-5-14-13-21-27-21s-22 7-27 21z",
  short: "M29 60c-3-24 9-35 28-35c17 0 29 10 26 35c-2-7-6-13-11-18c-10 6-26 8-36 4c-4 4-6 8-7 14z",
  cropped: "M30 56c-3-21 9-30 26-30s29 9 26 30c-3-8-6-13-9-15q-17-5-34 0c-3 2-6 7-9 15z",
};

/** @type {readonly Looks[]} */
const LOOKS = [
  { skin: "#e9bd97", shade: "#c8926a", hair: "#241a17", shirt: "#41597a", ground: "#cfd8e3", cut: "long" },
  { skin: "#d9a377", shade: "#b37a4f", hair: "#1d1917", shirt: "#e6e2d8", ground: "#bccad6", cut: "short" },
  { skin: "#e6b78d", shade: "#bd8860", hair: "#2b2320", shirt: "#6b4b52", ground: "#d5d2c9", cut: "cropped" },
  { skin: "#c98f63", shade: "#9f6a42", hair: "#171413", shirt: "#7a5a2e", ground: "#d6cfc0", cut: "tied" },
];

/** Which looks, by sex as the paper says it and then by the name. @type {(name: string, woman: boolean) => Looks} */
function looksOf(name, woman) {
  const able = LOOKS.filter(({ cut }) => (cut === "long" || cut === "tied") === woman);
  return able[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % able.length];
}

/**
 * @param {string} name
 * @param {boolean} woman
 */
export function portrait(name, woman) {
  const { skin, shade, hair, shirt, ground, cut } = looksOf(name, woman);
  const [behind, before] = [CUTS[/** @type {keyof typeof CUTS} */ (cut)], FRINGES[/** @type {keyof typeof FRINGES} */ (cut)]];
  return svg`<svg class="portrait" viewBox="0 0 112 142" role="img" aria-label="${say("portrait")}">
    <rect width="112" height="142" fill=${ground}></rect>
    <path d=${behind} fill=${hair}></path>
    <path d="M8 142c1-22 12-31 34-36l14 7l14-7c22 5 33 14 34 36z" fill=${shirt}></path>
    <path d="M43 84h26v21c-2 6-7 10-13 10s-11-4-13-10z" fill=${shade}></path>
    <path d="M31 57c0-19 10-28 25-28s25 9 25 28c0 23-12 38-25 38s-25-15-25-38z" fill=${skin}></path>
    <path d="M29 58a4 7 0 1 0 3 13z M83 58a4 7 0 1 1-3 13z" fill=${skin}></path>
    <path d=${before} fill=${hair}></path>
    <path d="M38 56q6-4 12-1 M62 55q6-3 12 1" fill="none" stroke=${hair} stroke-width="2.4" stroke-linecap="round"></path>
    <path d="M44 60.5a2.6 2.8 0 1 0 .1 0z M68 60.5a2.6 2.8 0 1 0 .1 0z" fill="#1a1513"></path>
    <path d="M56 62v11q-1 3-4 2.500" fill="none" stroke=${shade} stroke-width="2.2" stroke-linecap="round"></path>
    <path d="M49 82q7 4 14 0" fill="none" stroke="#9a4f44" stroke-width="2.6" stroke-linecap="round"></path>
    <path d="M42 106l14 14l14-14" fill="none" stroke="#ffffff" stroke-opacity="0.35" stroke-width="2.5" stroke-linejoin="round"></path>
  </svg>`;
}
