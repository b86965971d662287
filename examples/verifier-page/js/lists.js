// Is this device ready? The age of each list, when it stops being good, and how to renew it.
import { el, button } from "./dom.js";
import { sign } from "./shapes.js";
import { duration, moment, say } from "./words.js";

/** Within this long of their end, lists are announced on every screen: a shift and the way back. */
const SOON = 12 * 3600;

/** What the readiness of the lists amounts to: `fresh`, `due`, `soon` or `end`. */
export function state(ready, now) {
  if (ready.until <= now) return "end";
  if (ready.until - now <= SOON) return "soon";
  return ready.due <= now ? "due" : "fresh";
}

const WORD = { fresh: "listsFresh", due: "listsDue", soon: "listsSoon", end: "listsEnd" };

/** The banner before the end: above every screen, with the way to mend it. */
export function banner(ready, now, update) {
  const is = state(ready, now);
  return is !== "fresh" && el("div", { class: "banner", role: "status" }, sign("lists"), el("p", {}, say(WORD[is])), button(say("updateNow"), { press: update }));
}

/** The card of the lists. `take` gets the bytes of a newer file. */
export function lists({ ready, now, take, back, scanBundle }) {
  const input = el("input", { type: "file", id: "newer", onchange: () => input.files[0] && read(input.files[0]) });
  const told = el("p", { role: "status" });
  async function read(file) {
    const fault = await take(new Uint8Array(await file.arrayBuffer()));
    told.textContent = fault ? `${say("notUpdated")}: ${fault}` : say("updated");
    input.value = "";
  }
  const drop = el("div", { class: "drop stack" }, el("label", { for: "newer" }, say("updateBy")), input, told,
    button(say("askScan"), { sign: sign("ask"), press: scanBundle }));
  drop.lastChild.lastChild.textContent = say("animated");
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { event.preventDefault(); drop.classList.remove("over"); if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0]); });
  const rows = ready.lists.map((list) => el("tr", {}, el("th", { scope: "row" }, list.name), el("td", {}, duration(list.age)), el("td", {}, list.until ? moment(list.until) : "–")));
  const node = el("section", { id: "lists" }, el("h1", {}, say("stateTitle")),
    el("div", { class: "card stack" }, el("p", {}, el("b", {}, say(WORD[state(ready, now)]))),
      el("p", {}, `${say("bundleNumber")} ${ready.number} · ${duration(ready.age)} · ${say("listUntil")} ${moment(ready.until)}`),
      el("p", {}, `${say("rootVersion")} ${ready.rootVersion} · ${say("licenceUntil")} ${moment(ready.licenceUntil)}`),
      el("table", { class: "lists-table" }, el("thead", {}, el("tr", {}, ["listName", "listAge", "listUntil"].map((word) => el("th", { scope: "col" }, say(word))))), el("tbody", {}, rows))),
    drop,
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { kind: "main", press: back }))));
  return { node };
}

