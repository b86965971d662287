// One door for everything that is renewed: any number of files, whatever their names, each told by what is in it; then used together.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { backButton } from "../frame.js";
import { deviceRows } from "./device.js";
import { purposeWord } from "../texts.js";
import { duration } from "../times.js";
import { say } from "../words.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

const COLUMNS = /** @type {const} */ (["renewFile", "renewIs", "renewNow", "renewAfter"]);

/** @type {(page: Page) => VerifierView} */
export function renew(page) {
  const seen = page.it.renewal;
  const choose = (/** @type {Event & { currentTarget: HTMLInputElement }} */ { currentTarget }) => {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    page.renewing.look(files);
  };
  const good = seen?.rows.filter((of) => of.good).length ?? 0;
  const use = seen?.another ? `${say("renewChange")}: ${seen.another}` : seen?.wider?.length ? say("renewWider") : `${say("renewUse")} (${good})`;
  return {
    id: "renew", layout: "desk",
    content: html`<div class="side"><h1 tabindex="-1">${say("renew")}</h1>
        <label class="drop-zone" for="renewing">${sign("file")}<b>${say("renewDrop")}</b><span class="quiet">${say("renewHow")}</span>
          <span class="button plain">${sign("file")}<span>${say("chooseFile")}</span></span></label>
        <input type="file" id="renewing" class="vh" multiple @change=${choose}>
        ${button(say("scanLists"), { icon: "ask", kind: "wide", id: "scan-lists", press: () => page.go("receive") })}</div>
      <div class="right">${page.it.told ? html`<p class="card told" role="status" id="told">${page.it.told}</p>` : nothing}
        ${seen && seen.rows.length > 0 ? html`<div class="card"><table class="renew-table"><thead><tr>${COLUMNS.map((word) => html`<th
          scope="col">${say(word)}</th>`)}</tr></thead>
          <tbody>${seen.rows.map(({ name, is, now, after, good: fits }) => html`<tr data-good=${fits}><th scope="row">${name}</th>
            <td data-label=${say(COLUMNS[1])}>${is}</td><td data-label=${say(COLUMNS[2])}>${now}</td>
            <td data-label=${say(COLUMNS[3])}>${fits ? sign("check") : nothing}<span>${after}</span></td></tr>`)}</tbody></table></div>` : nothing}
        ${seen ? nothing : html`<div class="card">${deviceRows(page)}</div>`}
        ${seen?.wider?.length ? html`<div class="card" role="alert" id="wider"><p><b>${say("widerTitle")}</b></p><ul>${seen.wider.map(({ purpose, kind,
          fields }) => html`<li>${purposeWord(purpose)}: ${kind} (${fields.join(", ")})</li>`)}</ul>
          ${seen.keeps > 0 ? html`<p>${say("keepsLonger")} ${duration(seen.keeps)}</p>` : nothing}</div>` : nothing}
        ${seen?.another ? html`<p class="card told" role="alert">${say("renewAnother")}</p>` : nothing}
        <p class="quiet">${say("renewKept")}</p></div>`,
    foot: html`<div class="buttons">${backButton(page.back)}
      ${seen?.changed ? button(use, { icon: "check", kind: "main", id: "use-files", press: () => page.renewing.use() }) : nothing}</div>`,
  };
}
