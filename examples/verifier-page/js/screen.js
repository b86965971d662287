// One screen at a time. A screen is a section, with `leave` for what it must put away: a camera, a timer, values.
import { byId, fill } from "./dom.js";
/** @import { Screen } from "page" */

/** @type {Screen | null} */
let current = null;

/**
 * Shows a screen; what was there is left first. The focus goes to its heading, so that a screen reader begins there.
 * @param {Screen} screen
 */
export function show(screen) {
  current?.leave?.();
  current = screen;
  fill(byId("screen"), screen.node);
  fill(byId("over"), screen.over ?? []);
  // Behind what covers the whole screen nothing is reached, by key or by screen reader.
  /** @type {HTMLElement} */ (document.querySelector(".frame")).inert = Boolean(screen.over);
  window.scrollTo(0, 0);
  const heading = (screen.over ?? screen.node).querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  // With large text a heading may begin below the fold, and the verdict is one.
  const low = heading && heading.getBoundingClientRect().bottom > window.innerHeight * 0.7;
  if (low) (heading.closest(".plate") ?? heading).scrollIntoView({ block: "start" });
}

/** Escape goes back wherever there is a way back. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  /** @type {HTMLElement | null} */
  const back = (byId("over").firstElementChild ?? byId("screen")).querySelector("[data-back]");
  back?.click();
});

// A file that is dropped beside its place would be opened by the browser instead of the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());

/**
 * Keeps the display lit, where the browser can. What it gives lets it go dark again, also where the browser says yes only after that.
 */
export function keepLit() {
  const lock = navigator.wakeLock?.request("screen").catch(() => null);
  return () => { void lock?.then((got) => got?.release()); };
}

/** The screen that is shown, to tell whether an answer that comes late still belongs to it. */
export const shown = () => current;
