// What stands above every screen: TEST, whose device it is and how old its lists are, and what is wrong with either.
import { button, byId, el, fill } from "./dom.js";
import { clock } from "./kept.js";
import { banner, clockWrong, lawBanner } from "./lists.js";
import { sign } from "./shapes.js";
import { currentLanguage, duration, say } from "./words.js";
/** @import { Press } from "page" */
/** @import { ClockHint } from "./clock-hint.js" */
/** @import { Desk } from "./desk.js" */

/**
 * Draws it. `device` is what was set up, or `null`.
 * @param {{ device: Desk | null, clockHint: ClockHint, turnLanguage: Press, openSettings: Press, openLists: Press }} of
 */
export function head({ device, clockHint, turnLanguage, openSettings, openLists }) {
  const ready = device?.readiness();
  const language = currentLanguage() === "en" ? "vi" : "en";
  document.title = `${device?.test ? "TEST · " : ""}${say("title")}`;
  fill(byId("top"),
    device?.test && el("p", { class: "test" }, say("test")),
    el("div", { class: "bar" },
      el("p", { class: "who" }, el("b", {}, device ? device.name : say("title")),
        ready && el("span", { class: "quiet" }, `${say("lists")}: ${duration(ready.age)} ${say("old")}`)),
      el("div", { class: "bar-buttons" },
        button(say("otherLanguage"), { kind: "plain", lang: language, press: turnLanguage }),
        device && button("", { sign: sign("settings"), "aria-label": say("menu"), press: openSettings }))),
    ready && banner(ready, clock(), openLists),
    device && clockHint.due && el("p", { class: "banner", role: "status" },
      `${say("clockHint")} ${duration(clockHint.apart)}. ${say("clockLook")}`),
    ready?.clockWrong && el("p", { class: "banner", role: "status", id: "clock-wrong" }, clockWrong(ready)),
    ready?.lawUnchecked && lawBanner(openLists));
}
