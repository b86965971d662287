// How long: seen, kept, and until when, in words with a day.
import { html } from "../vendor/lit/lit.js";
import { date, hour, say, span } from "./words.js";
/** @import { Asks } from "page" */

/** @param {number} seconds */
export const moment = (seconds) => say("untilDay", { hour: hour(seconds), date: date(seconds) });

/**
 * Of what is agreed to now.
 * @param {Asks} asks
 * @param {number} now
 */
export const terms = ({ display, retention }, now) => html`<p>${say("viewed")} <b>${span(display)}</b>, ${retention > 0
  ? html`${say("keptUntil", { span: span(retention) })} <b>${moment(now + retention)}</b>`
  : say("notKept")}</p>`;
