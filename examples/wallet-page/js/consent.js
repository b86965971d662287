// The one question: who may see what. Paper by paper and field by field; nothing is chosen that was not asked for.
import { el, button, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { fieldWord, kindWord, say, span } from "./words.js";

/** Papers in one code (docs/dc1.md §2). */
const MOST_PAPERS = 4;

/** The screen. `asks` is `{ who, why, proven, note, retention, fields }`; `agree` gets the selection. */
export function consent({ asks, has, agree, decline }) {
  const chosen = new Map();
  const told = el("p", { class: "quiet", role: "status" });
  const go = button(say("agree"), { sign: sign("check"), kind: "main", press: () => agree(selection()) });
  const selection = () => Object.fromEntries([...chosen].map(([kind, fields]) => [kind, [...fields]]).filter(([, fields]) => fields.length > 0));
  const count = () => {
    const papers = [...chosen.values()].filter((of) => of.size > 0).length;
    go.disabled = papers === 0 || papers > MOST_PAPERS;
    told.textContent = papers === 0 ? say("nothing") : papers > MOST_PAPERS ? say("tooMany") : "";
  };
  const offers = Object.entries(asks.fields).map(([kind, wanted]) => [kind, wanted.filter((field) => has[kind]?.includes(field))]).filter(([, offered]) => offered.length > 0);
  // Too many for one code: the first is left to a second one. For a stop that is the identity, whose name the licence carries too.
  const cards = offers.map(([kind, offered], place) => {
    const ticked = place >= offers.length - MOST_PAPERS;
    const of = new Set(ticked ? offered : []);
    chosen.set(kind, of);
    const sum = el("span", { class: "quiet" });
    const boxes = offered.map((field) => el("input", { type: "checkbox", checked: ticked, onchange: (event) => { if (event.target.checked) of.add(field); else of.delete(field); all.checked = of.size > 0; state(); } }));
    const all = el("input", { type: "checkbox", checked: ticked, onchange: () => { of.clear(); boxes.forEach((box, place) => { box.checked = all.checked; if (all.checked) of.add(offered[place]); }); state(); } });
    const state = () => { sum.textContent = `${of.size} ${say("of")} ${offered.length} ${say("fields")}`; count(); };
    state();
    const list = el("details", { class: "choice" }, el("summary", {}, sum), el("div", { class: "fields" },
      offered.map((field, place) => el("label", { class: "choose" }, boxes[place], el("span", {}, fieldWord(field, kind))))));
    return el("section", { class: "card choice", "aria-label": kindWord(kind) }, el("label", { class: "choose" }, all, el("span", {}, kindWord(kind))), list);
  });
  count();
  const node = el("section", { id: "consent" },
    el("div", { class: "card asks stack" },
      asks.proven && el("p", { class: "proof" }, sign("check"), say("proven")),
      el("h1", { class: "who" }, asks.who),
      el("p", { class: "why" }, `${say("why")}: ${asks.why}`),
      el("p", {}, `${say("keeps")}: ${asks.retention > 0 ? span(asks.retention) : say("whileShown")}`),
      asks.note && el("p", { class: "quiet" }, asks.note)),
    el("h2", {}, say("willSee")), cards, told,
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("decline"), { sign: sign("cross"), press: decline }), go)));
  return { node, leave() { fill(node); } };
}
