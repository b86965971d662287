// Values of a paper, read from its release for each drawing: what has ended is not in the next one.
import { html, nothing } from "../../vendor/lit/lit.js";
import { sign } from "../../shared/shapes.js";
import { pick } from "../texts.js";
import { say } from "../words.js";
/** @import { AnyEntry } from "doichieu" */
/** @import { Viewing } from "../viewing.js" */

/** Words for a field that is borne out by nothing: by the field, for *none* means another thing in each. @param {AnyEntry} entry */
export const textOf = (entry) => pick(entry.text);

/**
 * The list of a paper's fields.
 * @param {readonly AnyEntry[]} entries
 * @param {{ id: string, viewing: Viewing, redraw: () => void, part?: string | null }} how `part`: the one of a licence that is in use
 */
export function values(entries, { id, viewing, redraw, part }) {
  const parts = entries.filter(({ below }) => below.length > 0);
  const plain = entries.filter(({ below, display }) => below.length === 0 && display !== "never");
  return html`<dl class="values">${plain.map((entry) => value(entry, `${id}.${entry.name}`, viewing, redraw))}</dl>
    ${parts.length > 0 ? html`<div class="licence-parts">${parts.map((entry) => html`<div class="part" ?data-in-use=${entry.name === part}>
      <h3>${pick(entry.label)}</h3><dl class="values">${entry.below.map((of) => value(/** @type {AnyEntry} */ (of), `${id}.${entry.name}.${of.name}`, viewing,
        redraw))}
      </dl></div>`)}</div>` : nothing}`;
}

/** @type {(entry: AnyEntry, id: string, viewing: Viewing, redraw: () => void) => unknown} */
function value(entry, id, viewing, redraw) {
  const label = pick(entry.label);
  if (entry.display === "open") return html`<dt>${label}</dt><dd><span>${textOf(entry)}</span></dd>`;
  // Shown while it is pressed and no longer: the person behind should not read why somebody's care is paid for. Behind the button, which
  // else would move away from under the finger.
  const set = (/** @type {boolean} */ on) => () => { if (on) viewing.peeked.add(id); else viewing.peeked.delete(id); redraw(); };
  const key = (/** @type {KeyboardEvent} */ event) => { if (event.key === " " || event.key === "Enter") set(event.type === "keydown")(); };
  return html`<dt>${label}</dt><dd class="pressed"><button type="button" class="button plain peek" aria-label=${`${say("showSensitive")}: ${label}`}
    @pointerdown=${set(true)} @pointerup=${set(false)}
      @pointerleave=${set(false)} @pointercancel=${set(false)} @blur=${set(false)} @keydown=${key}
        @keyup=${key}>${sign("eye")}<span>${say("showSensitive")}</span></button>
    ${viewing.peeked.has(id) ? html`<span>${textOf(entry)}</span>` : nothing}</dd>`;
}
