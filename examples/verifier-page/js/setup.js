// Set up once: root keys by file with a fingerprint to compare, signed lists, the licence to ask. No root ships with this page.
import { el, button, droppable, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { say } from "./words.js";

/** No file of these is larger (docs/dc1.md §3). */
const LARGEST_FILE = 64 << 20;

/**
 * The screen. `look` says of a root file `{ fingerprint, test }` or throws with a sentence; `open` tries all three and keeps them, and throws
 * with a sentence where one does not fit.
 */
export function setUp({ look, open }) {
  const given = {};
  const told = el("p", { role: "alert" });
  const check = el("div", { class: "stack" });
  const finish = button(say("done"), { sign: sign("check"), kind: "main", press: async () => {
    try { await open(given); } catch (error) { told.textContent = error.message; }
  } });
  finish.disabled = true;
  const ready = () => { finish.disabled = !(given.root && given.compared && given.bundle && given.licence); };

  const field = (name, word, taken) => {
    const input = el("input", { type: "file", id: name, onchange: () => take([...input.files], false) });
    const of = el("p", { class: "quiet", role: "status" });
    // A chosen file's name stands in its field; a dropped one's is said beside it.
    const take = async ([file], dropped) => {
      told.textContent = "";
      if (!file || file.size > LARGEST_FILE) return;
      given[name] = new Uint8Array(await file.arrayBuffer());
      of.textContent = dropped ? file.name : "";
      try { taken?.(); } catch (error) { delete given[name]; of.textContent = ""; told.textContent = error.message; }
      ready();
    };
    const node = el("div", { class: "drop" }, el("label", { for: name }, say(word)), input, of);
    droppable(node, (files) => { input.value = ""; return take(files, true); });
    return node;
  };

  const compare = () => {
    given.compared = false;
    const { fingerprint, test } = look(given.root);
    const answer = (same) => { given.compared = same; given.test = test; fill(check, el("p", { role: "status" }, say(same ? "same" : "differs"))); if (!same) delete given.root; ready(); };
    fill(check, el("p", {}, say("compare")), el("p", { class: "fingerprint card" }, fingerprint),
      test && el("p", { class: "test" }, say("testRoot")),
      el("div", { class: "row" }, button(say(test ? "takeTest" : "same"), { sign: sign("check"), kind: "main", press: () => answer(true) }),
        button(say("differs"), { sign: sign("cross"), kind: "plain", press: () => answer(false) })));
    check.querySelector("button").focus();
  };

  const node = el("section", { id: "set-up" }, el("h1", {}, say("setUpTitle")), el("p", {}, say("setUpWhy")),
    el("div", { class: "card stack" }, field("root", "rootFile", compare), check),
    el("div", { class: "card" }, field("bundle", "bundleFile")),
    el("div", { class: "card stack" }, field("licence", "licenceFile"), field("postKey", "keyFile")),
    told, el("div", { class: "foot" }, el("div", { class: "row" }, finish)));
  return { node };
}
