// The screen of each state.
import { html } from "../../vendor/lit/lit.js";
import { button } from "../../shared/frame.js";
import { say } from "../words.js";
import { far, more, paste, questions, settings, unread } from "./aside.js";
import { device, handOver, receive } from "./device.js";
import { lookUp, noCode, number } from "./number.js";
import { plain } from "./plain.js";
import { repair } from "./repair.js";
import { renew } from "./renew.js";
import { scan } from "./scan.js";
import { setUp } from "./setup.js";
import { vehicle } from "./vehicle.js";
import { verdict } from "./verdict.js";
import { waiting } from "./waiting.js";
/** @import { VerifierView } from "page" */
/** @import { Page } from "../page.js" */
/** @import { State } from "../table.js" */

/** @type {(id: string, title: string, more: string, press: { word: string, do: () => unknown } | null) => VerifierView} */
const told = (id, title, says, press) => ({
  id,
  content: html`<h1 tabindex="-1">${title}</h1><p>${says}</p>`,
  ...(press && { foot: html`<div class="buttons">${button(say(press.word), { icon: "renew", kind: "main", press: press.do })}</div>` }),
});

/** @type {Readonly<Record<State, (page: Page) => VerifierView>>} */
export const SCREENS = {
  starting: () => told("starting", say("title"), say("starting"), null),
  setUp,
  repair,
  scan, waiting, verdict, unread, plain, lookUp, far, noCode, number, vehicle, more, paste, questions, settings, device, receive, handOver, renew,
  elsewhere: (page) => told("elsewhere", say("elsewhere"), say("elsewhereWhy"), { word: "useHere", do: () => page.starting.here() }),
  broken: () => told("broken", say("broken"), say("brokenWhy"), { word: "reload", do: () => location.reload() }),
};
