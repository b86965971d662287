// Is this device ready? The age of each list, when it stops being good, and how to renew it.
import { el, button, droppable } from "./dom.js";
import { sign } from "./shapes.js";
import { duration, moment, say } from "./words.js";

/** No file of these is larger (docs/dc1.md §3). */
const LARGEST_FILE = 64 << 20;

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

/** The card of the lists. `take` gets the bytes of a newer file; `scan` and `give` are there for an animated code, `give` only where one holds them. */
export function lists({ ready, now, news, take, back, scan, give }) {
  const input = el("input", { type: "file", id: "newer", onchange: () => read([...input.files]) });
  const told = el("p", { role: "status", class: "told" }, news ?? "");
  async function read([file]) {
    if (!file || file.size > LARGEST_FILE) return;
    const fault = await take(new Uint8Array(await file.arrayBuffer()));
    told.textContent = fault ? `${say("notUpdated")}: ${fault}` : say("updated");
    input.value = "";
    window.scrollTo(0, 0);
  }
  const drop = el("div", { class: "drop stack" }, el("label", { for: "newer" }, say("updateBy")), input,
    button(say("scanLists"), { sign: sign("ask"), press: scan }));
  droppable(drop, read);
  const rows = ready.lists.map((list) => el("tr", {}, el("th", { scope: "row" }, list.name), el("td", {}, duration(list.age)), el("td", {}, list.until ? moment(list.until) : "–")));
  const node = el("section", { id: "lists" }, el("h1", {}, say("stateTitle")), told,
    el("div", { class: "card stack" }, el("p", {}, el("b", {}, say(WORD[state(ready, now)]))),
      el("p", {}, `${say("bundleNumber")} ${ready.number} · ${duration(ready.age)} · ${say("listUntil")} ${moment(ready.until)}`),
      el("p", {}, `${say("rootVersion")} ${ready.rootVersion} · ${say("licenceUntil")} ${moment(ready.licenceUntil)}`),
      el("table", { class: "lists-table" }, el("thead", {}, el("tr", {}, ["listName", "listAge", "listUntil"].map((word) => el("th", { scope: "col" }, say(word))))), el("tbody", {}, rows))),
    drop,
    give ? button(say("giveLists"), { sign: sign("phone"), press: give }) : el("p", { class: "quiet" }, say("giveTooLarge")),
    el("div", { class: "foot" }, el("div", { class: "row" }, button(say("back"), { kind: "main", press: back }))));
  return { node };
}

