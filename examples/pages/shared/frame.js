// What stands around every screen: the strip, which never scrolls, the content, and the foot with one or two buttons.
import { html, nothing } from "../vendor/lit/lit.js";
import { sign } from "./shapes.js";
/** @import { Sign } from "./shapes.js" */
/** @import { Piece, Press, View } from "page" */

/**
 * A button with a sign and a word.
 * @param {Piece} label
 * @param {{ press: Press, icon?: Sign, kind?: string, id?: string, disabled?: boolean }} of
 */
export const button = (label, { press, icon, kind = "", id, disabled = false }) => html`<button type="button" class="button ${kind}"
  id=${id ?? nothing} ?disabled=${disabled} @click=${press}>${icon ? sign(icon) : nothing}<span>${label}</span></button>`;

/**
 * The strip. `test`: the word that stands on every screen of a page under a test root. Where the strip says what the screen is, it is the
 * heading.
 * @param {{ test: string, says: string, heading?: boolean }} of
 */
export const strip = ({ test, says, heading = false }) => html`<header class="strip"><b class="test">${test}</b>${heading
  ? html`<h1 tabindex="-1">${says}</h1>`
  : html`<p>${says}</p>`}</header>`;

/**
 * A whole page. The content scrolls; where text is large or the window low, strip apart, all does (frame.css).
 * @param {{ test: string, says: string }} page
 * @param {View} view
 */
export const frame = ({ test, says }, { id, content, foot, strip: own }) => html`<div class="frame">
  ${strip({ test, says: own ?? says, heading: own !== undefined })}
  <main id="main" tabindex="-1"><section id=${id} class="content">${content}</section>
    ${foot ? html`<div class="foot">${foot}</div>` : nothing}</main></div>`;
