// The screen as a device: lit or dark, its theme, what has the focus, and what a screen reader hears.
/** @import { Theme } from "page" */

/**
 * The heading first: a screen reader begins there, and keys go on from it.
 * @param {Document | ShadowRoot} [within]
 */
export function toHeading(within = document) {
  within.querySelector("h1")?.focus({ preventScroll: true });
  for (const scrolled of within.querySelectorAll("main, .content")) scrolled.scrollTop = 0;
}

/**
 * Says something to a screen reader, politely or at once.
 * @param {string} text
 * @param {{ now?: boolean, within?: Document | ShadowRoot }} [how]
 */
export function announce(text, { now = false, within = document } = {}) {
  const region = within.getElementById(now ? "say-now" : "say");
  if (!region) return;
  region.textContent = "";
  // A region that is emptied and filled in one turn may be passed over.
  setTimeout(() => { region.textContent = text; }, 30);
}

/**
 * Keeps the display lit, where the browser can, also after another window was in front: browsers let go then. What it gives lets it go dark
 * again, also where the browser says yes only after that.
 */
export function keepLit() {
  /** @type {Promise<WakeLockSentinel | null> | undefined} */
  let lock;
  const hold = () => {
    if (document.visibilityState === "visible") lock = navigator.wakeLock?.request("screen").catch(() => null);
  };
  hold();
  document.addEventListener("visibilitychange", hold);
  return () => {
    document.removeEventListener("visibilitychange", hold);
    void lock?.then((got) => got?.release());
  };
}

/** The bar of the browser or the system above the page. @type {Record<Theme, string>} */
const ABOVE = { day: "#6b1d00", night: "#ffb08a" };

/** Day or night; the system's, where nobody chose. @param {Theme} [chosen] */
export function dress(chosen) {
  const theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day");
  document.documentElement.dataset.theme = theme;
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", ABOVE[theme]);
  return theme;
}

/** A file that is dropped beside its place would be opened by the browser instead of the page. */
export function dropNothing() {
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
}
