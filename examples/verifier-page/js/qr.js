// Draws a code. Its text is upper case and base45, so it goes in alphanumeric mode: half as large again in any other.
import encodeQR from "../vendor/qr/index.js";

/** Modules of white around a code (ISO/IEC 18004 §6.3.8). */
const QUIET = 4;

/**
 * Draws `text` into a canvas, each module some whole pixels wide.
 * @param {HTMLCanvasElement} canvas
 * @param {string} text
 * @param {{ pixels?: number }} [how]
 */
export function draw(canvas, text, { pixels = 1000 } = {}) {
  const modules = encodeQR(text, "raw", { ecc: "low", border: QUIET, encoding: "alphanumeric" });
  const scale = Math.max(1, Math.floor(pixels / modules.length));
  canvas.width = canvas.height = modules.length * scale;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  modules.forEach((row, y) => row.forEach((dark, x) => { if (dark) context.fillRect(x * scale, y * scale, scale, scale); }));
}
