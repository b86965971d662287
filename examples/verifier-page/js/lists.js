// Is this device ready? The age of each list, when it stops being good, and how to renew it.
import { reasonText } from "../vendor/doichieu/index.js";
import { el, button, fileField } from "./dom.js";
import { sign } from "./shapes.js";
import { inFull, pick } from "./texts.js";
import { backButton, foot } from "./verdict.js";
import { calendarDay, duration, moment, say } from "./words.js";
/** @import { MayPress, Press, Ready, Screen } from "page" */

/** No file of these is larger (docs/dc1.md §3). */
const LARGEST_FILE = 64 << 20;

/** Within this long of their end, lists are announced on every screen: a shift and the way back. */
const SOON = 12 * 3600;

/**
 * What the readiness of the lists amounts to.
 * @param {Ready} ready
 * @param {number} now
 * @returns {"fresh" | "due" | "soon" | "end"}
 */
export function state(ready, now) {
  if (ready.until <= now) return "end";
  if (ready.until - now <= SOON) return "soon";
  return ready.due <= now ? "due" : "fresh";
}

const WORD = /** @type {const} */ ({ fresh: "listsFresh", due: "listsDue", soon: "listsSoon", end: "listsEnd" });
const MARK = /** @type {const} */ ({ fresh: "check", due: "hold", soon: "missing", end: "cross" });

/**
 * The banner before the end: above every screen, with the way to mend it.
 * @param {Ready} ready
 * @param {number} now
 * @param {Press} update
 */
export function banner(ready, now, update) {
  const is = state(ready, now);
  return is !== "fresh" && el("div", { class: "banner", role: "status", dataset: { state: is } },
    sign(MARK[is]), el("p", {}, say(WORD[is])), button(say("updateNow"), { press: update }));
}

/**
 * Both times, where this device's clock lies before the newest date that anything signed bears: whichever of the two is wrong.
 * @param {Ready} ready
 */
export const clockWrong = ({ clock, newestSigned, inDoubt }) => [
  `${say("clockHere")} ${moment(clock)}.`,
  `${say(inDoubt ? "clockDoubt" : "clockSigned")} ${moment(newestSigned)}.`,
  say("clockMend"),
].join(" ");

/**
 * Nobody has looked at the law for a year, as the engine says it of a report: above every screen, with the way to mend it.
 * @param {Press} update
 */
export const lawBanner = (update) => el("div", { class: "banner", role: "status", id: "law-unchecked" },
  el("p", {}, pick(reasonText("post.law_unchecked"))), button(say("updateNow"), { press: update }));

/**
 * What came of newer lists.
 * @param {string | null} fault
 */
export const updated = (fault) => (fault ? `${say("notUpdated")}: ${fault}` : say("updated"));

/**
 * The card of the lists. `take` gets the bytes of a newer file and resolves to a fault, if there is one; `scan` and `give` are there for an
 * animated code, `give` only where one holds them.
 * @param {{ ready: Ready, now: number, news?: string | undefined, take: (bytes: Uint8Array) => Promise<string | null>, back: Press,
 *   scan: Press, renew: Press, give: MayPress }} of
 * @returns {Screen}
 */
export function lists({ ready, now, news, take, back, scan, renew, give }) {
  const is = state(ready, now);
  const told = el("p", { role: "status", class: "told" }, news ?? "");
  const file = fileField({
    id: "newer", label: say("updateBy"), choose: say("chooseFile"), tooLarge: say("fileTooLarge"), mark: sign("file"),
    largest: LARGEST_FILE,
    take: async (bytes) => {
      const fault = await take(bytes);
      told.textContent = updated(fault);
      window.scrollTo(0, 0);
      return !fault;
    },
  });
  const rows = ready.lists.map((list) => el("tr", {}, el("th", { scope: "row" }, list.name),
    el("td", { dataset: { label: say("listAge") } }, duration(list.age)),
    el("td", { dataset: { label: say("listUntil") } }, list.until ? moment(list.until) : "–")));
  const columns = /** @type {const} */ (["listName", "listAge", "listUntil"]);
  const node = el("section", { id: "lists" }, el("h1", {}, say("stateTitle")), told,
    el("div", { class: "card stack" }, el("p", { class: "fit", dataset: { state: is } }, sign(MARK[is]), el("b", {}, say(WORD[is]))),
      el("p", {}, `${say("bundleNumber")} ${ready.number} · ${duration(ready.age)} ${say("old")}`, el("br"),
        `${say("listUntil")} ${moment(ready.until)}`),
      ready.clockWrong && el("p", {}, clockWrong(ready)),
      ready.lawUnchecked && el("p", {}, inFull(reasonText("post.law_unchecked"))),
      el("p", {}, `${say("mandateUntil")} ${moment(ready.mandateUntil)}`, el("br"), `${say("rootVersion")} ${ready.rootVersion}`, el("br"),
        `${say("lawSeenUntil")} ${calendarDay(ready.lawSeenUntil)}`),
      el("table", { class: "lists-table" },
        el("thead", {}, el("tr", {}, columns.map((word) => el("th", { scope: "col" }, say(word))))), el("tbody", {}, rows))),
    el("div", { class: "card stack" }, file.node, el("p", { class: "quiet" }, say("updateHow")),
      button(say("scanLists"), { sign: sign("ask"), press: scan, id: "scan-lists" })),
    button(say("renew"), { sign: sign("file"), press: renew, id: "to-renewal" }),
    give ? button(say("giveLists"), { sign: sign("phone"), press: give }) : el("p", { class: "quiet" }, say("giveTooLarge")),
    foot(backButton(back, "main")));
  return { node };
}
