// Draws a code. Its text is upper case and base45, so it goes in alphanumeric mode: half as large again in any other.
import encodeQR from "../vendor/qr/index.js";

/** Modules of white around a code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/**
 * Draws `text` to the edges of a canvas that is laid out already, one pixel of the canvas for one of the display: no module is
 * blurred. They may differ by a pixel, so that the code is as large as its place.
 * @param {HTMLCanvasElement} canvas
 * @param {string} text
 */
export function draw(canvas, text) {
  const modules = encodeQR(text, "raw", { ecc: "low", border: QUIET, encoding: "alphanumeric" });
  const side = Math.max(modules.length, Math.round(canvas.getBoundingClientRect().width * devicePixelRatio));
  canvas.width = canvas.height = side;
  const edge = (/** @type {number} */ module) => Math.round((module * side) / modules.length);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, side, side);
  context.fillStyle = "#000000";
  modules.forEach((row, y) => row.forEach((dark, x) => {
    if (dark) context.fillRect(edge(x), edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y));
  }));
  canvas.dataset.modules = String(modules.length);
}
