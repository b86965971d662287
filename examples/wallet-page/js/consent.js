// The one question: who may see what. Paper by paper and field by field; nothing is chosen that was not asked for, nothing is chosen
// beforehand, and what is sensitive is said to be (Decree 356/2025 art. 6).
import { el, button, fill } from "./dom.js";
import { valueText } from "./holding.js";
import { sign } from "./shapes.js";
import { fieldWord, kindWord, say, span } from "./words.js";
/** @import { Held, Selection } from "kit" */
/** @import { Asks, Press, Screen } from "page" */

/** @typedef {Held["fields"][number]} Field */

/**
 * The screen. `holding` are the holder's own papers; `agree` gets the selection. A question is agreed to as a whole:
 * there is nothing to choose.
 * @param {{ asks: Asks, holding: readonly Held[], agree: (agreed: Selection) => unknown, decline: Press }} of
 * @returns {Screen}
 */
export function consent({ asks, holding, agree, decline }) {
  /** @type {Map<string, Set<string>>} */
  const chosen = new Map();
  const told = el("p", { class: "quiet", role: "status" });
  const go = button(say(asks.question ? "agreeAnswer" : "agree"), { sign: sign("check"), kind: "main", press: () => agree(selection()) });
  const selection = () =>
    Object.fromEntries([...chosen].filter(([, fields]) => fields.size > 0).map(([kind, fields]) => [kind, [...fields]]));
  const count = () => {
    const none = [...chosen.values()].every((of) => of.size === 0);
    go.disabled = none;
    told.textContent = none ? say("nothing") : "";
  };
  /** @type {(kind: string, name: string) => Field | undefined} */
  const has = (kind, name) => holding.find((paper) => paper.kind === kind)?.fields.find((field) => field.name === name);
  const wanted = Object.entries((asks.question ? undefined : asks.fields) ?? {});
  const offers = wanted.map(([kind, fields = []]) => ({ kind, offered: fields.flatMap((name) => has(kind, name) ?? []) }));
  const cards = offers.filter(({ offered }) => offered.length > 0).map(({ kind, offered }) => {
    const names = offered.map(({ name }) => name);
    /** @type {Set<string>} */
    const of = new Set();
    chosen.set(kind, of);
    const sum = el("span", { class: "quiet" });
    const boxes = names.map((name) => {
      const turn = () => {
        if (box.checked) of.add(name); else of.delete(name);
        all.checked = of.size > 0;
        state();
      };
      /** @type {HTMLInputElement} */
      const box = el("input", { type: "checkbox", onchange: turn });
      return box;
    });
    const turnAll = () => {
      of.clear();
      for (const box of boxes) box.checked = all.checked;
      if (all.checked) for (const name of names) of.add(name);
      state();
    };
    /** @type {HTMLInputElement} */
    const all = el("input", { type: "checkbox", onchange: turnAll });
    const state = () => { sum.textContent = `${say("fields")} (${of.size}/${offered.length})`; count(); };
    state();
    const list = el("details", { class: "choice" }, el("summary", {}, sum), el("div", { class: "fields" },
      offered.map((field, place) => el("label", { class: "choose" }, boxes[place],
        el("span", {}, fieldWord(field.name, kind), field.sensitive && el("b", { class: "sensitive" }, say("sensitive")), own(field))))));
    const sensitive = offered.filter((field) => field.sensitive).map(({ name }) => fieldWord(name, kind));
    return el("section", { class: "card choice", "aria-label": kindWord(kind) },
      el("label", { class: "choose" }, all, el("span", {}, kindWord(kind))),
      sensitive.length > 0 && el("p", { class: "sensitive" }, el("b", {}, say("sensitive")), `: ${sensitive.join(", ")}`), list);
  });
  if (!asks.question) count();
  const node = el("section", { id: "consent" },
    el("div", { class: "card asks stack" },
      asks.proven && el("p", { class: "proof" }, sign("check"), say("proven"), asks.test && el("b", {}, say("testAsk"))),
      el("div", {}, el("p", { class: "quiet" }, say(asks.proven ? "asks" : "anyOf")), el("h1", { class: "who" }, asks.who)),
      el("dl", { class: "facts" }, el("dt", {}, say("why")), el("dd", {}, asks.why),
        el("dt", {}, say("keeps")), el("dd", {}, asks.retention > 0 ? span(asks.retention) : say("whileShown"))),
      asks.note && el("p", { class: "quiet" }, asks.note)),
    ...(asks.question
      ? [el("div", { class: "card question stack" }, el("h2", {}, asks.question.text), el("p", {}, asks.question.promise))]
      : [el("h2", {}, say("willSee")), ...cards, told]),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("decline"), { sign: sign("cross"), press: decline }), go)));
  return { node, leave() { fill(node); } };
}

/**
 * What the field says, so that who agrees sees what is given. What is behind a press at a desk is not laid open here either.
 * @param {Field} field
 */
const own = (field) => field.display === "open" && el("span", { class: "quiet own" }, valueText(field));
