// One door for everything that is renewed: any number of files, whatever their names, each told by what is in it; then used together.
import { button, droppable, el, fill } from "./dom.js";
import { sign } from "./shapes.js";
import { backButton, foot } from "./verdict.js";
import { say } from "./words.js";
/** @import { Press, Screen } from "page" */
/** @import { Changed, Renewal } from "./renewal.js" */

/**
 * The screen. `look` says what files would change; `use` keeps it, or throws with a sentence; `done` goes on with the news.
 * @param {{ look: (files: readonly File[]) => Promise<Renewal>, use: (changed: Changed) => Promise<void>, done: (news: string) => void,
 *   back: Press, scan: Press, files?: readonly File[] | undefined }} of
 * @returns {Screen}
 */
export function renew({ look, use, done, back, scan, files }) {
  const told = el("p", { class: "told", role: "status" });
  const table = el("div", { class: "stack" });
  /** @type {HTMLInputElement} */
  const input = el("input", {
    type: "file", id: "renewing", class: "vh", multiple: true, onchange: () => see([...(input.files ?? [])]),
  });
  const place = el("div", { class: "drop" }, input,
    el("label", { class: "pick", for: "renewing" }, el("span", { class: "grow" }, el("b", {}, say("renew")),
      el("span", { class: "quiet" }, say("renewHow"))),
      el("span", { class: "button plain" }, sign("file"), el("span", {}, say("chooseFile")))));
  droppable(place, see);

  /** @param {readonly File[]} chosen */
  async function see(chosen) {
    input.value = "";
    if (chosen.length === 0) return;
    const seen = await look(chosen);
    const columns = /** @type {const} */ (["renewFile", "renewIs", "renewNow", "renewAfter"]);
    const rows = seen.rows.map(({ name, is, now, after, good }) => el("tr", { dataset: { good: String(good) } },
      el("th", { scope: "row" }, name), ...[is, now, after].map((text, at) =>
        el("td", { dataset: { label: say(columns[at + 1]) } }, at === 2 && good && sign("check"), text))));
    told.textContent = seen.changed ? "" : say("renewNone");
    fill(table, el("table", { class: "renew-table" },
      el("thead", {}, el("tr", {}, columns.map((word) => el("th", { scope: "col" }, say(word))))), el("tbody", {}, rows)),
      el("p", { class: "quiet" }, say("renewKept")), seen.changed && offer(seen.changed, seen.another));
    table.querySelector("button")?.focus();
  }

  /** @type {(changed: Changed, another: string | null) => HTMLElement} */
  const offer = (changed, another) => {
    const press = async () => {
      try {
        await use(changed);
        done(say("renewDone"));
      } catch (error) { told.textContent = error instanceof Error ? error.message : String(error); }
    };
    const word = another ? `${say("renewChange")}: ${another}` : say("renewUse");
    return el("div", { class: "stack" }, another && el("p", { role: "alert" }, say("renewAnother")),
      button(word, { sign: sign("check"), kind: "main", press, id: "use-files" }));
  };

  if (files) void see(files);
  const node = el("section", { id: "renew" }, el("h1", {}, say("renew")), told,
    el("div", { class: "card stack" }, place, button(say("scanLists"), { sign: sign("ask"), press: scan, id: "scan-lists" })),
    table, foot(backButton(back)));
  return { node };
}
