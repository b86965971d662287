// Something that is kept does not open: each thing by itself, what starting it anew costs, and one main way to mend it with the least loss.
import { html, nothing } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { sign } from "../../shared/shapes.js";
import { shape } from "../parts/shapes.js";
import { pick } from "../texts.js";
import { date } from "../times.js";
import { say } from "../words.js";
import { erase } from "./aside.js";
/** @import { VerifierView } from "page" */
/** @import { Opening, ThingName } from "../opening.js" */
/** @import { Page } from "../page.js" */

/** Which root keys, which lists, until when: of what is good. @type {(parts: Opening["parts"]) => Partial<Record<ThingName, string>>} */
const which = ({ roots, bundle, post }) => ({
  ...(roots && { root: ` ${roots.fingerprint.slice(0, 9)} …` }),
  ...(bundle && { lists: ` ${say("listsNumber")} ${bundle.number}` }),
  ...(post && { mandate: ` · ${say("until")} ${date(post.until)}` }),
});

/** @type {(page: Page) => VerifierView} */
export function repair(page) {
  const { kept, mends, compare } = page.starting;
  if (!kept) return { id: "repair", content: nothing };
  const bad = kept.things.filter(({ state, name }) => state !== "good" && !(state === "absent" && ["key", "settings"].includes(name)));
  const files = bad.filter(({ name }) => ["root", "lists", "mandate", "key"].includes(name));
  const memory = bad.some(({ name }) => name === "memory");
  const choose = (/** @type {Event & { currentTarget: HTMLInputElement }} */ { currentTarget }) => {
    const chosen = [...(currentTarget.files ?? [])];
    currentTarget.value = "";
    void page.starting.load(chosen);
  };
  const [least, ...others] = memory ? mends : [];
  return {
    id: "repair",
    content: html`<div class="card lead" data-state="ended">${shape("not_checked")}<div><h1 tabindex="-1">${say("repairTitle")}</h1><p>${say("repairWhy")}</p>
      </div></div>
      ${page.it.told ? html`<p class="card told" role="alert" id="told">${page.it.told}</p>` : nothing}
      <div class="card" id="things">${kept.things.filter(({ state, name }) => !(state === "absent" && ["key", "settings"].includes(name))).map(({ name, state,
        told, cost }) => html`
        <div class="line" data-thing=${name} data-good=${state === "good"}>${sign(state === "good" ? "check" : state === "unchecked" ? "question" : "cross")}
          <span class="grow"><b>${say(`thing_${name}`)}</b>${state === "good" ? html`<span class="quiet">${which(kept.parts)[name] ?? nothing}</span>`
            : html`<br><span class="quiet">${told ? pick(told)
            : say("thingBad")} ${pick(cost)}</span>`}</span>
          ${!["good", "unchecked"].includes(state) && (name === "key" || name === "settings") ? button(say("without"), {
            kind: "small", id: `drop-${name}`, press: () => page.starting.drop(name),
          }) : nothing}</div>`)}</div>
      ${compare ? html`<div class="card stack" id="compare"><p><b>${say("compare")}</b></p><p class="fingerprint">${compare.fingerprint}</p><div class="row">
        ${button(say("same"), { icon: "check", kind: "main", id: "is-same", press: () => page.starting.compared(true) })}
        ${button(say("differs"), { icon: "cross", kind: "plain", id: "differs", press: () => page.starting.compared(false) })}</div></div>` : nothing}
      ${files.length > 0 ? html`<label class="drop-zone" for="again">${sign("file")}<b>${say("loadAgain")}</b>
        <span class="quiet">${files.map(({ name }) => say(`thing_${name}`)).join(", ")}</span><span
          class="button plain">${sign("file")}<span>${say("chooseFile")}</span></span></label>
        <input type="file" id="again" class="vh" multiple @change=${choose}>` : nothing}
      ${others.map(({ how, cost }) => html`<div class="card stack">${button(say(`mend_${how}`), { kind: "wide", id: `mend-${how}`, press: () =>
        page.starting.mend(how) })}
        <p class="quiet">${pick(cost)}</p></div>`)}
      ${erase(page)}`,
    foot: least ? html`<p class="quiet">${pick(least.cost)}</p><div class="buttons">
      ${button(say(`mend_${least.how}`), { icon: "renew", kind: "main", id: `mend-${least.how}`, press: () => page.starting.mend(least.how) })}</div>`
        : undefined,
  };
}
