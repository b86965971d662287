// Handheld scanners that type: many keys, slow or fast, ended by Enter. Told apart from a person by length and pace.

/** A code of this project begins with a prefix and is longer than anything that is typed by hand. */
const SHORTEST = 12;
/** Between two keys of a slow scanner; a person who stops longer has begun something else. */
const LONGEST_PAUSE = 500;
/** More characters than any code holds (docs/dc1.md §1): the rest is noise. */
const MOST = 8000;

/** Listens on the document; `scanned` gets the text as it was typed, with nothing repaired. */
export function listen(scanned) {
  let typed = "";
  let last = 0;
  let composing = false;
  const finish = () => {
    const text = typed;
    typed = "";
    if (text.length >= SHORTEST) scanned(text);
  };
  const add = (text) => { if (typed.length < MOST) typed += text; };
  const inField = (event) => event.target.closest?.("input, textarea, select");
  // An input method eats keys outside a field too; what it makes of them arrives as composition.
  document.addEventListener("compositionstart", () => { composing = true; });
  document.addEventListener("compositionend", (event) => { composing = false; if (!inField(event)) add(event.data); });
  document.addEventListener("keydown", (event) => {
    if (inField(event) || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || composing) return;
    const now = event.timeStamp;
    if (now - last > LONGEST_PAUSE) typed = "";
    last = now;
    if (event.key === "Enter") {
      if (typed.length >= SHORTEST) { event.preventDefault(); event.stopPropagation(); finish(); } else typed = "";
    } else if (event.key.length === 1) {
      // A scanner's space must not press the button that has the focus.
      if (typed.length > 3) event.preventDefault();
      add(event.key);
    }
  }, true);
}
