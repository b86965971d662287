// A desk between two visits: ready, or what keeps it from that; beside it this device in a few lines, and a number to type.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { state } from "../fitness.js";
import { shape } from "../parts/shapes.js";
import { hour } from "../times.js";
import { say } from "../words.js";
import { deviceRows } from "./device.js";
import { numberField } from "./number.js";
import { news } from "./scan.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */

/** @type {(page: Page) => VerifierView} */
export function ready(page) {
  const { desk, now } = page;
  const is = state(desk.readiness(), now);
  const good = is.kind === "good" || is.kind === "soon" || is.kind === "law";
  const scanned = page.ways.scannedAt;
  return {
    id: "scan", layout: "desk",
    content: html`<div class="card ready ${good ? "" : "not"}">
      ${good ? sign("scanner") : shape("not_checked")}
      <h1 tabindex="-1">${good ? say("ready") : is.lead}</h1>
      ${good ? html`<p class="large">${say("scanWithScanner")}</p><p class="quiet">${say("scannerHint")}</p>`
        : html`<p class="pill">${say("ourSide")}</p><p>${is.more}</p>`}
      ${page.it.told ? html`<p class="card told" role="status">${page.it.told}</p>` : nothing}
      <div class="row">${good ? nothing : button(say("renew"), { icon: "file", kind: "main", press: () => page.renewing.look([]) })}
        ${button(say("openCamera"), { icon: "photo", kind: "plain", id: "open-camera", press: () => page.openCamera() })}
        ${desk.canAsk ? button(say("askFirst"), { icon: "ask", kind: "plain", id: "ask-first", press: () => page.requests.ask() }) : nothing}
        ${button(say("more"), { icon: "dots", kind: "plain", id: "more", press: () => page.go("more") })}</div></div>
    <div class="right">${page.copies.warning ? html`<p class="card told" id="copied-before" role="status">${page.copies.warning}</p>`
      : nothing}${news(page)}<div class="card" id="this-device"><h2>${is.lead}</h2>${deviceRows(page, { short: true })}
        <p class="line">${sign(scanned ? "check" : "scanner")}<span class="grow">${say("scannerTitle")}</span>
          <span class="quiet">${scanned ? `${say("scannedAt")} ${hour(scanned)}` : say("scannedNever")}</span></p></div>
      <div class="card stack"><h2>${say("noCode")}</h2>${numberField(page)}
        <button type="button" class="link" id="no-code" @click=${() => page.go("noCode")}>${say("noCodeSteps")}</button></div></div>`,
  };
}
