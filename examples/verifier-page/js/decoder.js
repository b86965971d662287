// A worker: pictures in, texts of codes out. Frames never leave the device, and none is kept.
import { prepareZXingModule, readBarcodes } from "../vendor/zxing/reader.js";
import { MOST_PIXELS, look } from "./picture.js";
import { FRAME, INVERTED, inPhoto, symbols } from "./symbols.js";

prepareZXingModule({
  overrides: { locateFile: () => new URL("../vendor/zxing/zxing_reader.wasm", import.meta.url).href },
  fireImmediately: true,
});

/** One canvas for all views of a picture. */
function drawer(source) {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let transparent = false;
  const draw = (scale, ground) => {
    [canvas.width, canvas.height] = [source.width, source.height].map((side) => Math.max(1, Math.round(side * scale)));
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

function hasHoles(rgba) {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] < 250) return true;
  return false;
}

/** A frame, as it is. */
async function frame(bitmap, invert) {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return symbols(readBarcodes, context.getImageData(0, 0, canvas.width, canvas.height), invert ? INVERTED : FRAME);
}

/** A file. What it is, and how many pixels it claims, is looked at before it is decoded. */
async function file(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { kind, type, pixels } = look(bytes);
  if (kind === "text") return { texts: [], appended: 0, bytes };
  if (!type || pixels === null) return { texts: [], appended: 0, failed: "kind", kind };
  if (pixels > MOST_PIXELS) return { texts: [], appended: 0, failed: "size" };
  const bitmap = await createImageBitmap(new Blob([bytes], { type })).catch(() => null);
  return bitmap ? photo(bitmap) : { texts: [], appended: 0, failed: "kind", kind };
}

async function photo(bitmap) {
  try { return await inPhoto(readBarcodes, drawer(bitmap)); } finally { bitmap.close(); }
}

self.onmessage = async ({ data: { id, source, as } }) => {
  try {
    const found = source instanceof Blob ? await file(source) : as === "photo" ? await photo(source) : await frame(source, as === "inverted");
    self.postMessage({ id, ...found });
  } catch (error) {
    self.postMessage({ id, texts: [], appended: 0, failed: "decoder", kind: String(error?.name ?? error) });
  }
};
