// The plate: shape, word and colour, the word in both languages, the reason, and whose matter it is.
import { html, nothing } from "../../vendor/lit/lit.js";
import { currentLanguage, say } from "../words.js";
import { shape } from "./shapes.js";
/** @import { Headline } from "doichieu" */

/**
 * A short word stands larger: how large goes by all its letters, and by its longest part, which is never broken.
 * @param {string} word
 */
function size(word) {
  if (Math.max(...word.split(" ").map((part) => part.length)) > 8) return "long";
  return word.length <= 4 ? "word" : word.length <= 8 ? "short" : word.length <= 11 ? "line" : "middle";
}

/**
 * `aside`: what stands beside the word in small, a line each; `beside`: the vehicle it was judged
 * beside; `more`: second line of the reason; `ours`: it is this device's matter.
 * @param {{ headline: Headline, why?: string | null | undefined, more?: string | null | undefined, ours?: boolean,
 *   beside?: string | null | undefined | false, aside?: readonly (string | null | undefined | false)[] }} of
 */
export function plate({ headline, why, more, ours = false, aside = [], beside }) {
  const english = currentLanguage() === "en";
  const [word, other] = english ? [headline.en, headline.vi] : [headline.vi, headline.en];
  return html`<div class="plate" part="plate" data-headline=${headline.name} data-size=${size(word)}>
    <div class="said">${shape(headline.name)}
      <div class="words"><h1 class="word" tabindex="-1">${word}</h1>
        <p class="aside"><span class="other" lang=${english ? "vi" : "en"}>${other}</span>${aside.filter(Boolean)
          .map((line) => html` <span class="note">${line}</span>`)}</p></div></div>
    ${beside ? html`<p class="beside">${beside}</p>` : nothing}
    ${ours ? html`<p class="pill">${say("ourSide")}</p>` : nothing}
    ${why ? html`<p class="why">${why}</p>` : nothing}${more ? html`<p class="more">${more}</p>` : nothing}</div>`;
}
