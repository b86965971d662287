// A code without a signature, as printed on cards: read, never verified. Its look is its own: no plate, no shape, no colour of a headline.
import { readPlain, reasonText } from "../vendor/doichieu/index.js";
import { Countdown } from "./countdown.js";
import { button, el, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { fieldWord, kindWord, pick } from "./texts.js";
import { rowOf } from "./value-text.js";
import { values } from "./values.js";
import { backButton, foot } from "./verdict.js";
import { say } from "./words.js";
/** @import { UnsignedReading } from "doichieu" */
/** @import { Press, Screen } from "page" */
/** @import { Desk } from "./desk.js" */

/**
 * The screen. Beside a paper that this check has proven, it says field by field whether print and proof agree.
 * @param {{ text: string, desk: Desk, back: Press }} of
 * @returns {Screen}
 */
export function plain({ text, desk, back }) {
  const reading = readPlain(text);
  const node = el("section", { id: "plain" },
    el("h1", { class: "plain-title" }, say("plainTitle")), el("p", {}, say("plainWhy")));
  if (reading.kind === "unread") {
    node.append(el("p", { class: "card" }, pick(reasonText(reading.code))), foot(backButton(back, "main")));
    return { node };
  }
  const read = () => {
    const entries = reading.entries();
    return entries.length === 0 ? null : entries.map(rowOf);
  };
  const contents = values(read, { closed: desk.atDesk, copyable: desk.atDesk });
  const hidden = el("p", { class: "card", hidden: true }, say("hidden"));
  const body = el("div", {}, contents.node);
  const compared = comparison(reading, desk);
  const countdown = new Countdown(desk.now() + desk.displaySeconds, {
    now: desk.now,
    ended: () => { contents.hide(); fill(body); reading.end(); hidden.hidden = false; },
  });
  const on = desk.phones > 0 ? "back" : "next";
  node.append(
    compared ?? "",
    el("article", { class: "card unsigned" }, el("h2", {}, pick(reading.code)),
      el("p", { class: "quiet" }, kindWord(reading.paper)), body, hidden,
      el("ul", {}, reading.remarks.map((remark) => el("li", { class: "quiet" }, pick(remark))))),
    countdown.over ? "" : countdown.node,
    foot(button(say(on), { sign: sign(on), kind: "main", "data-back": "", press: back })));
  return { node, checked: false, leave() { countdown.stop(); contents.hide(); reading.end(); } };
}

/**
 * What of the print agrees with each proven paper of this check; nothing where there is none.
 * @param {UnsignedReading} reading
 * @param {Desk} desk
 */
function comparison(reading, desk) {
  const lists = desk.releases.map((release) => reading.compare(release, desk.now()))
    .filter((of) => of.kind === "compared").filter((of) => of.fields.length > 0);
  if (lists.length === 0) return null;
  return el("article", { class: "card compared" }, el("h2", {}, say("plainCompared")),
    lists.map((of) => el("div", {}, of.code && el("p", {}, el("b", {}, pick(reasonText(of.code)))),
      el("dl", { class: "values" }, of.fields.flatMap(({ field, likeness }) => [
        el("dt", {}, fieldWord(field, reading.paper)), el("dd", {}, el("span", {}, pick(likeness)))])))));
}
