// One screen at a time. A screen is a section, with `leave` for what it must put away: a camera, a timer, values.
import { byId, fill } from "./dom.js";

let current = null;

/** Shows a screen; what was there is left first. The focus goes to its heading, so that a screen reader begins there. */
export function show(screen) {
  current?.leave?.();
  current = screen;
  fill(byId("screen"), screen.node);
  fill(byId("over"), screen.over ?? []);
  window.scrollTo(0, 0);
  const heading = (screen.over ?? screen.node).querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  // With large text a heading may begin below the fold, and the verdict is one.
  if (heading?.getBoundingClientRect().bottom > window.innerHeight * 0.7) (heading.closest(".plate") ?? heading).scrollIntoView({ block: "start" });
}

/** The screen that is shown, to tell whether an answer that comes late still belongs to it. */
export const shown = () => current;
