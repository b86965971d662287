// The code on the screen: first, as large as the window allows, with nothing over it. Nothing here looks like a verdict: no tick, no green.
import { html, nothing, ref } from "../vendor/lit/lit.js";
import { button } from "../shared/frame.js";
import { sign } from "../shared/shapes.js";
import { portrait } from "./portrait.js";
import { say } from "./words.js";
/** @import { Person, Press, View } from "page" */
/** @import { OnScreen } from "./on-screen.js" */

/**
 * The screen. `copy` is there in a test only.
 * @param {{ shown: OnScreen, person: Person, redraw: Press, renew: Press, away: Press, copy: Press | null }} of
 * @returns {View}
 */
export function code({ shown, person, redraw, renew, away, copy }) {
  const { of, animated, large, seconds } = shown;
  const turn = () => { shown.animate(); redraw(); };
  const enlarge = () => {
    shown.large = !large;
    redraw();
    document.querySelector(".picture")?.scrollIntoView({ block: "nearest" });
  };
  return {
    id: "code",
    strip: say("madeFor", { who: of.who(), why: of.why() }),
    content: html`<div class="code"><canvas role="img" aria-label=${say("codeFor", { who: of.who() })} ${ref(shown.place)}></canvas></div>
      <div class=${large ? "holder large" : "holder"}>
        <button type="button" class="picture" aria-pressed=${large} aria-label=${say("portrait")} @click=${enlarge}>
          ${portrait(person.name, person.woman)}</button>
        <div class="stack"><p class="name">${person.name}</p>
          <p class="ends" role="timer" aria-live="off">${say(of.until ? "goodFor" : "refreshes")}
            <b>${say("seconds", { count: seconds })}</b></p>
          ${of.until ? nothing : button(say("renewNow"), { icon: "renew", id: "renew", press: renew })}</div>
        <p class="quiet">${say("portraitWhy")} ${of.sealed ? say("sealed") : nothing}</p>
        ${of.again
          ? html`<p class="once again" data-again="true" data-left=${of.left}>${say("onceAgain")}</p>`
          : html`<p class="once quiet" data-again="false" data-left=${of.left}>${say("onceFirst", { left: of.left })}</p>`}
        ${copy ? button(say("copyTest"), { icon: "copy", id: "copy-code", press: copy }) : nothing}</div>`,
    foot: html`<div><button type="button" class="button" id="animate" aria-pressed=${animated} @click=${turn}>${sign("flip")}
      <span>${say("animate")}</span></button>${button(say("away"), { icon: "cross", kind: "main", press: away })}</div>`,
  };
}

/**
 * It was open for long: nothing of it is on the screen until somebody says that it is still needed.
 * @param {{ more: Press, away: Press }} of
 * @returns {View}
 */
export const still = ({ more, away }) => ({
  id: "still",
  content: html`<h1 tabindex="-1">${say("stillNeeded")}</h1><p>${say("stillWhy")}</p>`,
  foot: html`<div>${button(say("away"), { icon: "cross", press: away })}${button(say("stillYes"), { kind: "main", press: more })}</div>`,
});
