// The result of one check: the verdict of the encounter so far, each paper, what is still needed, and its time on the screen.
import { el, button, announce, fill } from "./dom.js";
import { Countdown, holdReason } from "./countdown.js";
import { sign } from "./shapes.js";
import { aloud, answer, decisive, findings, foot, needs, noteList, paper, phones, plate, step } from "./verdict.js";
import { values } from "./values.js";
import { currentLanguage, say } from "./words.js";
/** @import { MayPress, Press, Screen, Seen } from "page" */
/** @import { Desk } from "./desk.js" */

/**
 * The screen of a check. `seen` is what the desk made of it; `next` goes on, `addPhone` collects another showing, `tryAgain` one that was
 * not read; `samePerson` takes an officer's word.
 * @param {{ seen: Seen, desk: Desk, next: Press, addPhone: MayPress, tryAgain?: MayPress, samePerson?: MayPress }} of
 * @returns {Screen}
 */
export function result({ seen, desk, next, addPhone, tryAgain = null, samePerson = null }) {
  const deciding = decisive([...seen.findings, ...seen.papers.flatMap((of) => of.findings)]);
  // Which papers were not shown is known here, and said at once; the engine's text names none.
  const lacking = deciding?.code === "papers.not_shown"
    ? seen.needs.filter(({ state }) => state === "not_shown").map(({ name }) => name)
    : [];
  const why = lacking.length > 0 ? `${say("lacking")}: ${lacking.join(", ")}` : deciding?.text;
  /** @type {ReturnType<typeof values>[]} */
  const shownValues = [];
  const papers = seen.papers.map((of) => {
    if (of.question !== undefined) return answer({ ...of, findings: of.findings.filter((finding) => finding !== deciding) });
    const contents = of.read && values(of.read, { closed: desk.atDesk, copyable: desk.atDesk });
    if (contents) shownValues.push(contents);
    return paper(of, contents?.node);
  });
  const hidden = el("p", { class: "card fit", hidden: true }, sign("eye"), say("hidden"));
  const end = () => {
    for (const contents of shownValues) contents.hide();
    for (const node of papers) node.querySelector(".values")?.parentElement?.remove();
    hidden.hidden = shownValues.length === 0;
    holdButton.hidden = true;
    if (sameButton) sameButton.hidden = true;
    desk.end();
  };
  const [handOver, record] = /** @type {const} */ ([["hold.handing_over", "holdHandOver"], ["hold.writing_record", "holdRecord"]]);
  /** @type {HTMLButtonElement} */
  const holdButton = button(say("hold"), { sign: sign("hold"), press: async () => {
    holdButton.disabled = true;
    const code = await holdReason(right, desk.atDesk ? [handOver, record] : [record, handOver]);
    holdButton.disabled = false;
    const until = code && seen.hold(code);
    if (until && countdown) announce(countdown.hold(until));
    holdButton.setAttribute("aria-pressed", String(Boolean(countdown?.held)));
    holdButton.focus();
  } });
  // Last of all: it may have run out already.
  const { until, displayUntil } = seen;
  const countdown = until && displayUntil ? new Countdown(displayUntil, { now: desk.now, ended: end }) : null;
  holdButton.hidden ||= !until || !displayUntil || displayUntil >= until;
  const who = [say("samePerson"), desk.phones > 1 && `${say("phone")} ${desk.shownBefore}`].filter(Boolean).join(" · ");
  const sameButton = samePerson && desk.shownBefore > 0 && button(who, { sign: sign("check"), press: samePerson, id: "same-person" });
  const problems = findings(seen.findings.filter((finding) => finding !== deciding));
  const right = el("div", { class: "stack" },
    seen.renewed && el("p", { class: "told", role: "status" }, say("renewed")),
    step(deciding?.step), aloud(deciding?.aloud),
    sameButton,
    phones(seen.phones, seen.unread, tryAgain),
    needs(seen.needs, say(desk.atDesk ? "needsVisit" : "needs")),
    countdown && !countdown.over && countdown.node, hidden,
    papers,
    problems.length > 0 && el("ul", { class: "card" }, problems),
    seen.notes && el("div", { class: "card" }, noteList(seen.findings)));
  const nextButton = button(say(desk.atDesk ? "nextPerson" : "next"), { sign: sign("next"), kind: "main", press: next, accesskey: "n" });
  const node = el("section", { id: "result" }, plate(seen.headline, why), right,
    foot(addPhone && button(say("addPhone"), { sign: sign("phone"), press: addPhone }), holdButton, nextButton));
  const word = currentLanguage() === "en" ? seen.headline.en : seen.headline.vi;
  announce([word, why, deciding?.step].filter(Boolean).join(". "), { now: true });
  // One key is enough for the next person in a queue.
  /** @param {KeyboardEvent} event */
  const onKey = (event) => { if (event.key === "Escape") next(); };
  document.addEventListener("keydown", onKey);
  return {
    node, checked: true,
    leave() {
      document.removeEventListener("keydown", onKey);
      countdown?.stop();
      for (const contents of shownValues) contents.hide();
      fill(node);
    },
  };
}
