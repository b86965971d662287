// The one question: who may see what. Paper by paper and field by field; nothing is chosen that was not asked for.
import { el, button, fill } from "./dom.js";
import { valueText } from "./holding.js";
import { sign } from "./shapes.js";
import { fieldWord, kindWord, say, span } from "./words.js";

/**
 * The screen. `asks` is `{ who, why, proven, test, note, retention, fields, question }`; `holding` are the holder's own papers; `agree` gets the
 * selection. A question is agreed to as a whole: there is nothing to choose.
 */
export function consent({ asks, holding, agree, decline }) {
  const chosen = new Map();
  const told = el("p", { class: "quiet", role: "status" });
  const go = button(say(asks.question ? "agreeAnswer" : "agree"), { sign: sign("check"), kind: "main", press: () => agree(selection()) });
  const selection = () => Object.fromEntries([...chosen].map(([kind, fields]) => [kind, [...fields]]).filter(([, fields]) => fields.length > 0));
  const count = () => {
    const none = [...chosen.values()].every((of) => of.size === 0);
    go.disabled = none;
    told.textContent = none ? say("nothing") : "";
  };
  const has = (kind, field) => holding.find((paper) => paper.kind === kind)?.fields.find(({ name }) => name === field);
  const offers = asks.question ? [] : Object.entries(asks.fields).map(([kind, wanted]) => [kind, wanted.filter((field) => has(kind, field))]).filter(([, offered]) => offered.length > 0);
  const cards = offers.map(([kind, offered]) => {
    const of = new Set(offered);
    chosen.set(kind, of);
    const sum = el("span", { class: "quiet" });
    const boxes = offered.map((field) => el("input", { type: "checkbox", checked: true, onchange: (event) => { if (event.target.checked) of.add(field); else of.delete(field); all.checked = of.size > 0; state(); } }));
    const all = el("input", { type: "checkbox", checked: true, onchange: () => { of.clear(); boxes.forEach((box, place) => { box.checked = all.checked; if (all.checked) of.add(offered[place]); }); state(); } });
    const state = () => { sum.textContent = `${say("fields")} (${of.size}/${offered.length})`; count(); };
    state();
    const list = el("details", { class: "choice" }, el("summary", {}, sum), el("div", { class: "fields" },
      offered.map((field, place) => el("label", { class: "choose" }, boxes[place], el("span", {}, fieldWord(field, kind), own(has(kind, field)))))));
    return el("section", { class: "card choice", "aria-label": kindWord(kind) }, el("label", { class: "choose" }, all, el("span", {}, kindWord(kind))), list);
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

/** What the field says, so that who agrees sees what is given. What is behind a press at a desk is not laid open here either. */
const own = (field) => field.display === "open" && el("span", { class: "quiet own" }, valueText(field));
