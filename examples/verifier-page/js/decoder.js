// A worker: pictures in, texts of codes out. Frames never leave the device, and none is kept.
import { prepareZXingModule, readBarcodes } from "../vendor/zxing/reader.js";

prepareZXingModule({
  overrides: { locateFile: () => new URL("../vendor/zxing/zxing_reader.wasm", import.meta.url).href },
  fireImmediately: true,
});

/** One code is looked for in a frame; in a photograph more time is taken, and several may be found. */
const FRAME = { formats: ["QRCode"], tryHarder: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: 1, textMode: "Plain" };
const PHOTO = { ...FRAME, tryInvert: true, tryDenoise: true, maxNumberOfSymbols: 4 };
/** A wide photograph is drawn smaller first: a phone's twelve megapixels take seconds and read no better. */
const WIDEST_PHOTO = 2600;

async function read(source, options, widest) {
  const scale = Math.min(1, widest / Math.max(source.width, source.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(source.width * scale)), Math.max(1, Math.round(source.height * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  source.close();
  const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), options);
  return found.filter((code) => code.isValid).map((code) => code.text);
}

self.onmessage = async ({ data: { id, bitmap, photo } }) => {
  try {
    const texts = await read(bitmap, photo ? PHOTO : FRAME, photo ? WIDEST_PHOTO : Infinity);
    self.postMessage({ id, texts });
  } catch (error) {
    self.postMessage({ id, texts: [], failed: String(error?.name ?? error) });
  }
};
