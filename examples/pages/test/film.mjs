// Films for the fake camera: codes of real size as a camera sees them, drawn by the browser, 1280 × 720, thirty pictures a second.
import encodeQR from "qr";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./support.mjs";

/** Each look is how a hand, a night or cheap glass changes the picture. */
export const LOOKS = {
  straight: { turn: 0, lean: 0, light: 1, noise: 0 },
  tilted: { turn: 0.12, lean: 0.14, light: 1, noise: 6 },
  dim: { turn: 0.02, lean: 0.02, light: 0.28, noise: 8 },
};

const modules = (text) => encodeQR(text, "raw", { ecc: "low", border: 4, encoding: "alphanumeric" }).map((row) => row.map(Number));

/** Draws one picture in the page: runs there, so it names nothing from here. */
function draw({ rows, look }) {
  const canvas = new OffscreenCanvas(1280, 720);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const shade = (of) => `rgb(${of} ${of} ${of})`;
  context.fillStyle = shade(Math.round(90 * look.light));
  context.fillRect(0, 0, 1280, 720);
  const side = 640 / rows.length;
  const plain = new OffscreenCanvas(rows.length * 8, rows.length * 8);
  const dots = plain.getContext("2d");
  dots.fillStyle = shade(Math.round(245 * look.light));
  dots.fillRect(0, 0, plain.width, plain.height);
  dots.fillStyle = shade(Math.round(18 * look.light));
  rows.forEach((row, y) => row.forEach((dark, x) => { if (dark) dots.fillRect(x * 8, y * 8, 8, 8); }));
  context.translate(640, 360);
  context.transform(
    Math.cos(look.turn),
    Math.sin(look.turn),
    -Math.sin(look.turn) + look.lean,
    Math.cos(look.turn) * (1 - look.lean / 2),
    0,
    0,
  );
  context.imageSmoothingQuality = "high";
  context.drawImage(plain, -side * rows.length / 2, -side * rows.length / 2, side * rows.length, side * rows.length);
  if (look.noise > 0) {
    const picture = context.getImageData(0, 0, 1280, 720);
    for (let at = 0; at < picture.data.length; at += 4) {
      const by = (Math.random() - 0.5) * 2 * look.noise;
      for (let part = 0; part < 3; part += 1) picture.data[at + part] += by;
    }
    context.putImageData(picture, 0, 0);
  }
  return canvas
    .convertToBlob({ type: "image/jpeg", quality: 0.85 })
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("")));
}

/**
 * Draws several codes into one picture in the page. `codes`: where, how large, in which colours; `ground`: `null` for none,
 * which leaves it transparent.
 */
function drawSheet({ codes, width, height, ground, type }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (ground) { context.fillStyle = ground; context.fillRect(0, 0, width, height); }
  for (const { rows, x, y, side, ink = "#000", paper = "#fff" } of codes) {
    const module = side / rows.length;
    if (paper) { context.fillStyle = paper; context.fillRect(x, y, side, side); }
    context.fillStyle = ink;
    rows.forEach((row, at) =>
      row.forEach((dark, of) => {
        if (dark) context.fillRect(x + of * module, y + at * module, module + 0.3, module + 0.3);
      }),
    );
  }
  return canvas
    .convertToBlob({ type, quality: 0.9 })
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("")));
}

/** Modules of any text; in alphanumeric mode where it can be. */
const anyModules = (text) =>
  encodeQR(text, "raw", { ecc: "low", border: 4, encoding: /^[0-9A-Z $%*+\-./:]*$/.test(text) ? "alphanumeric" : "byte" }).map((row) =>
    row.map(Number),
  );

/** A picture with several codes, each with a `text`. */
export async function sheet({ codes, width = 1280, height = 720, ground = "#ccc", type = "image/png" }) {
  const of = await (await browser()).newContext();
  try {
    const page = await of.newPage();
    const drawn = codes.map(({ text, ...where }) => ({ rows: anyModules(text), ...where }));
    return Buffer.from(await page.evaluate(drawSheet, { codes: drawn, width, height, ground, type }), "base64");
  } finally {
    await of.close();
  }
}

/** Pictures of these texts, one each, as JPEG. */
export async function pictures(texts, look = LOOKS.straight) {
  const of = await (await browser()).newContext();
  try {
    const page = await of.newPage();
    const all = [];
    for (const text of texts) all.push(Buffer.from(await page.evaluate(draw, { rows: modules(text), look }), "base64"));
    return all;
  } finally {
    await of.close();
  }
}

/** Films are tens of megabytes each: they go when this process ends, also when it is told to. */
let folder = null;
function films() {
  if (folder === null) {
    folder = mkdtempSync(join(tmpdir(), "doichieu-films-"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
  }
  return folder;
}

/** Writes a film of pictures, each held for some frames. */
export async function film(name, shots, held = 6) {
  const path = join(films(), `${name}.mjpeg`);
  await writeFile(path, Buffer.concat(shots.flatMap((shot) => Array.from({ length: held }, () => shot))));
  return path;
}
