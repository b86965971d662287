// A worker: pictures in, texts of codes out. Frames never leave the device, and none is kept.
import { prepareZXingModule, readBarcodes } from "../vendor/zxing/reader.js";
import { MOST_PIXELS, look } from "./picture.js";
import { FRAME, INVERTED, inPhoto, symbols } from "./symbols.js";
/** @import { Codes, Effort } from "page" */

// What cannot be loaded is told of each picture.
void prepareZXingModule({
  overrides: { locateFile: () => new URL("../vendor/zxing/zxing_reader.wasm", import.meta.url).href },
  fireImmediately: true,
});

/** One pixel of so many bytes is looked at, and what counts as black. */
const SAMPLE = 4 * 997;
const BLACKEST = 6;

/** @type {(width: number, height: number) => OffscreenCanvasRenderingContext2D} */
const canvasOf = (width, height) => {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return context;
};

/**
 * One canvas for all views of a picture.
 * @param {ImageBitmap} source
 */
function drawer(source) {
  const context = canvasOf(1, 1);
  const { canvas } = context;
  let transparent = false;
  /** @type {(scale: number, ground: "white" | "black") => ImageData} */
  const draw = (scale, ground) => {
    canvas.width = Math.max(1, Math.round(source.width * scale));
    canvas.height = Math.max(1, Math.round(source.height * scale));
    context.imageSmoothingQuality = "high";
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    if (ground === "white") transparent ||= hasHoles(context.getImageData(0, 0, canvas.width, canvas.height).data);
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
  return { width: source.width, height: source.height, draw, isTransparent: () => transparent };
}

/** @param {Uint8ClampedArray} rgba */
function hasHoles(rgba) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] < 250) return true;
  return false;
}

/**
 * A frame, as it is.
 * @param {ImageBitmap} bitmap
 * @param {boolean} invert
 */
async function frame(bitmap, invert) {
  const context = canvasOf(bitmap.width, bitmap.height);
  const { canvas } = context;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  return { ...await symbols(readBarcodes, pixels, invert ? INVERTED : FRAME), dark: isBlack(pixels.data) };
}

/** Every picture of a night has some light in it; none at all has the lens covered or no camera behind it. @param {Uint8ClampedArray} rgba */
function isBlack(rgba) {
  for (let at = 0; at < rgba.length; at += SAMPLE) if (rgba[at] > BLACKEST || rgba[at + 1] > BLACKEST || rgba[at + 2] > BLACKEST) return false;
  return true;
}

/**
 * A file. What it is, and how many pixels it claims, is looked at before it is decoded.
 * @param {Blob} blob
 * @returns {Promise<Codes>}
 */
async function file(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { kind, type, pixels } = look(bytes);
  if (kind === "text") return { texts: [], appended: 0, bytes };
  if (!type || pixels === null || pixels === undefined) return { texts: [], appended: 0, failed: "kind", kind };
  if (pixels > MOST_PIXELS) return { texts: [], appended: 0, failed: "size" };
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => null);
  return bitmap ? photo(bitmap) : { texts: [], appended: 0, failed: "kind", kind };
}

/** @param {ImageBitmap} bitmap */
async function photo(bitmap) {
  try { return await inPhoto(readBarcodes, drawer(bitmap)); } finally { bitmap.close(); }
}

/** @param {MessageEvent<{ id: number, source: ImageBitmap | Blob, as: Effort }>} event */
self.onmessage = async ({ data: { id, source, as } }) => {
  try {
    const still = source instanceof Blob ? file(source) : as === "photo" ? photo(source) : frame(source, as === "inverted");
    self.postMessage({ id, ...await still });
  } catch (error) {
    const kind = String(error instanceof Error ? error.name : error);
    self.postMessage({ id, texts: [], appended: 0, failed: "decoder", kind });
  }
};
