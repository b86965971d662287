// Codes in pixels: what is looked for, with how much effort, and in which views of a picture. It knows no canvas and no worker.
/** @import { readBarcodes as ReadBarcodes, ReaderOptions } from "../vendor/zxing/reader.js" */
/** @import { Codes } from "page" */

/** Codes that are looked for in one picture: two phones, and what else may hang on the wall. */
const MOST_SYMBOLS = 4;

/**
 * A frame of the camera: the next one comes at once.
 * @type {ReaderOptions}
 */
export const FRAME = {
  formats: ["QRCode"], tryHarder: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: MOST_SYMBOLS, textMode: "Plain",
};
/** Light on dark: it costs half as much again, so not each frame is searched for it. */
export const INVERTED = { ...FRAME, tryInvert: true };
/** A photograph is looked at once, and longer. */
export const PHOTO = { ...INVERTED, tryDenoise: true };

/** A wide photograph is drawn smaller first: a phone's twelve megapixels take seconds and read no better. */
const WIDEST = 2600;
/** What could not be read so is looked at once more as it is, up to this. */
const WIDEST_OF_ALL = 6000;
/** With this a code is one of ours, whatever stands around it. A card's or an identity code's text has no such mark. */
const OURS = /DC(?:1[SF]?|Q1):/;
/** Modules of a small picture come too close to its pixels; it is drawn twice as large. */
const SMALL = 1000;

/**
 * The codes in pixels: `texts`, each once, and `appended`, how many were parts of a structured append (ISO/IEC 18004 §8), which nobody
 * reads here: a part of a code is none.
 * @param {typeof ReadBarcodes} readBarcodes
 * @param {ImageData} pixels
 * @param {ReaderOptions} options
 * @returns {Promise<Codes>}
 */
export async function symbols(readBarcodes, pixels, options) {
  const found = (await readBarcodes(pixels, options)).filter((code) => code.isValid);
  const whole = found.filter(({ sequenceSize }) => !(sequenceSize > 0));
  return { texts: [...new Set(whole.map(({ text }) => text))], appended: found.length - whole.length };
}

/**
 * The codes of a photograph. `draw(scale, ground)` gives its pixels, with what is transparent over `white` or `black`; `isTransparent()`
 * says, once it was drawn, whether anything is. One view after another, until one has a code of ours: another's, found first, may hang
 * beside it.
 * @param {typeof ReadBarcodes} readBarcodes
 * @param {{ width: number, height: number, draw: (scale: number, ground: "white" | "black") => ImageData,
 *   isTransparent: () => boolean }} picture
 * @returns {Promise<Codes>}
 */
export async function inPhoto(readBarcodes, { width, height, draw, isTransparent }) {
  const long = Math.max(width, height);
  const scale = Math.min(1, WIDEST / long);
  const views = [
    () => draw(scale, "white"),
    () => isTransparent() && draw(scale, "black"),
    () => scale < 1 && draw(Math.min(1, WIDEST_OF_ALL / long), "white"),
    () => long <= SMALL && draw(2, "white"),
    () => long > SMALL && draw(scale / 2, "white"),
  ];
  const texts = new Set();
  let appended = 0;
  for (const view of views) {
    const pixels = view();
    if (!pixels) continue;
    const found = await symbols(readBarcodes, pixels, PHOTO);
    found.texts.forEach((text) => texts.add(text));
    appended = Math.max(appended, found.appended);
    if (found.texts.some((text) => OURS.test(text))) break;
  }
  return { texts: [...texts], appended };
}
