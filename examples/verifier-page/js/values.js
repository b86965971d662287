// Claim values on the screen: only what a release gives now, behind a press where it is sensitive or for a desk, and gone from the
// page when the release ends or the screen's time is over.
import { el, button, fill, announce } from "./dom.js";
import { sign } from "./shapes.js";
import { say } from "./words.js";
/** @import { ReadRows, Row } from "page" */

/**
 * The list of a paper's fields. `read` asks the release again: rows, or `null` once it has ended.
 * @param {ReadRows} read
 * @param {{ closed: boolean, copyable: boolean }} how
 */
export function values(read, { closed, copyable }) {
  const list = el("dl", { class: "values", hidden: closed });
  const toggle = closed && button(say("showValues"), { sign: sign("eye"), kind: "plain", "aria-expanded": "false" });
  const show = () => {
    const rows = read();
    if (!rows) return hide();
    fill(list, rows.flatMap((row) => [el("dt", {}, row.name), cell(row, copyable)]));
    list.hidden = false;
  };
  /** Nothing of a value stays in the document. */
  const hide = () => { fill(list); list.hidden = true; };
  if (toggle) {
    toggle.addEventListener("click", () => {
      const open = list.hidden;
      if (open) show(); else hide();
      toggle.setAttribute("aria-expanded", String(open));
      fill(/** @type {Element} */ (toggle.lastElementChild), say(open ? "hideValues" : "showValues"));
    });
  } else show();
  return { node: el("div", {}, toggle, list), hide };
}

/**
 * @param {Row} row
 * @param {boolean} copyable
 */
function cell(row, copyable) {
  const text = el("span", {}, row.sensitive ? "" : row.text);
  const { name, text: value } = row;
  const copy = copyable
    && button(say("copy"), { sign: sign("copy"), kind: "copy", "aria-label": `${say("copy")}: ${name}`, press: () => copied(name, value) });
  if (!row.sensitive) return el("dd", {}, text, copy);
  // Shown while it is pressed and no longer: the person behind should not read why somebody's care is paid for.
  const peek = button(say("showSensitive"), { sign: sign("eye"), kind: "plain", "aria-label": `${say("showSensitive")}: ${row.name}` });
  const open = () => { text.textContent = row.text; };
  const shut = () => { text.textContent = ""; };
  for (const event of ["pointerdown"]) peek.addEventListener(event, open);
  for (const event of ["pointerup", "pointerleave", "pointercancel", "blur"]) peek.addEventListener(event, shut);
  peek.addEventListener("keydown", (event) => { if (event.key === " " || event.key === "Enter") open(); });
  peek.addEventListener("keyup", shut);
  return el("dd", { class: "pressed" }, text, peek, copy);
}

/** @type {(name: string, value: string) => Promise<void>} */
async function copied(name, value) {
  try {
    await navigator.clipboard.writeText(value);
    announce(`${say("copied")}: ${name}`);
  } catch { /* the browser said no: nothing was copied */ }
}
