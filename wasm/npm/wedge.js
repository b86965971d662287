// Handheld scanners that type: told apart from a person by pace and by what they begin with. `wedge.d.ts` says what is promised.
import { membersOf, must, refuse } from "./taking.js";
/** @import { listen as Listen } from "./wedge.js" */
/** @import { Burst, Field, Key, MayField, PutBack, Torn, Typed } from "wedge-parts" */

/** Fewer keys are no burst: a hand may be as fast for a word (docs/dc1.md §1: the shortest code is far longer). */
const SHORTEST = 12;
/** Milliseconds between two keys, on average: the slowest scanners take 30, the fastest hands 80. */
const PACE = 60;
/** No scanner rests longer between two keys: what follows is something else. */
const LONGEST_PAUSE = 500;
/** A scanner that sends nothing at the end has ended. */
const SILENCE = 150;
/** So much of a code, and it may have ended without a key. */
const WHOLE = 40;
/**
 * ISO/IEC 18004 table 7: 7,089 digits are the most that a QR code holds; the rest is for what scanners put around it.
 * What comes behind is noise.
 */
const MOST = 7_200;
/** Keys that may turn out to be the beginning of a burst, with what stood in the field before each. */
const REMEMBERED = 32;

/** Every code of this project, in whatever case, behind an AIM identifier (ISO/IEC 15424) and control characters. */
// eslint-disable-next-line no-control-regex -- scanners put some there
const PREFIX = /(?:\][a-z][a-z0-9][\0-\x1f]*)?(?:DC1|DC1S|DC1F|DCQ1):$/i;
// eslint-disable-next-line no-control-regex -- as above
const PREFIXED = /^[\0- ]*(?:\][a-z][a-z0-9][\0-\x1f]*)?(?:DC1|DC1S|DC1F|DCQ1):/i;
/** The first lines of a machine-readable zone (ICAO 9303 part 5), which readers end by Enter, each. */
const LINES = /^(?:\][a-z][a-z0-9])?I[A-Z<][A-Z<]{3}[A-Z0-9<]{13,25}(?:\n[A-Z0-9<]{18,30})?$/i;
/** FS, GS, RS and US as some scanners type them. @type {Partial<Record<string, string>>} */
const FUNCTION_KEYS = { F7: "\x1c", F8: "\x1d", F9: "\x1e", F10: "\x1f" };
/** The keys, and the combinations that stand for them, that end a scan. */
const ENDS = new Set(["Enter", "Tab", "\r", "\n", "\t"]);

/** Where text is typed into, or `null`. @param {Event} event */
function fieldOf(event) {
  const node = /** @type {Field | null} */ (event.composedPath?.()[0] ?? event.target);
  return node?.isContentEditable || node?.matches?.("input, textarea, select") ? node : null;
}

/** What is typed here is nobody's business. @param {MayField} field */
const isSecret = (field) => field?.type === "password";

/**
 * What a key types: a character; a control character of Ctrl and a letter; nothing.
 * @param {Partial<KeyboardEvent>} of
 * @param {KeyboardEvent} event
 */
function signOf({ key = "", code = "", ctrlKey, altKey, metaKey, getModifierState }, event) {
  const alone = [...key].length === 1;
  const third = (ctrlKey && altKey) || getModifierState?.call(event, "AltGraph");
  if (metaKey || (altKey && !third)) return "";
  if (ctrlKey && !third) return alone && /^[@-_a-z]$/.test(key) ? String.fromCharCode(key.toUpperCase().charCodeAt(0) & 31) : "";
  // A scanner that types on the number pad, whatever Num Lock makes of it.
  return alone ? key : (/^Numpad(\d)$/.exec(code)?.[1] ?? "");
}

/**
 * Sets a value beside what a framework has put over the property, and tells of it as typing does.
 * @param {Field} field
 * @param {string} value
 */
function fill(field, value) {
  // eslint-disable-next-line typescript/unbound-method -- it is called on the field
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
  if (native) native.call(field, value); else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * What stands in a field now; called, it stands there again, with the caret where it was.
 * `inserted`: signs that an editable part got since.
 * @param {MayField} field
 * @returns {PutBack | null}
 */
function snapshot(field) {
  if (!field) return null;
  if (field.isContentEditable) return (inserted) => { for (let n = inserted; n > 0; n -= 1) field.ownerDocument.execCommand("delete"); };
  if ("selectedIndex" in field) {
    const place = field.selectedIndex;
    return () => {
      if (field.selectedIndex === place) return;
      field.selectedIndex = place;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    };
  }
  const { value, selectionStart: start, selectionEnd: end, selectionDirection: direction } = field;
  return () => {
    if (field.value !== value) fill(field, value);
    // Fields for numbers and addresses have no caret to set.
    if (start !== null && start !== undefined) field.setSelectionRange(start, end, direction ?? undefined);
  };
}

/**
 * Types into a field what was taken from it and is no scan.
 * @param {MayField | undefined} field
 * @param {string} text
 */
function giveBack(field, text) {
  if (!field?.isConnected || "selectedIndex" in field) return;
  if (field.isContentEditable) { field.ownerDocument.execCommand("insertText", false, text); return; }
  const [start, end] = [field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length];
  fill(field, field.value.slice(0, start) + text + field.value.slice(end));
  if (field.selectionStart !== null) field.setSelectionRange(start + text.length, start + text.length);
}

/** One scan at a time: while the host works on one, the newest later one waits. @param {(text: string) => unknown} scanned */
function queue(scanned) {
  let working = false;
  /** @type {string | null} */
  let waiting = null;
  const free = () => {
    working = false;
    const next = waiting;
    waiting = null;
    if (next !== null) hand(next);
  };
  /** @param {string} text */
  const hand = (text) => {
    if (working) { waiting = text; return; }
    working = true;
    let later = false;
    try {
      const done = /** @type {PromiseLike<unknown> | undefined} */ (scanned(text));
      later = typeof done?.then === "function";
      if (later) void Promise.resolve(done).finally(free);
    } finally { if (!later) free(); }
  };
  return { hand, drop: () => { waiting = null; } };
}

/** Keys that may be a person's, and whether they have become a scanner's. */
class Keys {
  /** @type {Key[]} */
  #all = [];
  /** Where a stretch at a scanner's pace begins, and where its last piece without a rest. */
  #from = 0;
  #piece = 0;

  get last() { return this.#all.at(-1)?.at ?? null; }
  get any() { return this.#all.length > this.#from; }
  /** When the stretch began. */
  get begun() { return this.#all[this.#from]?.at ?? null; }
  get length() { return this.#all.length - this.#from; }

  clear() { [this.#all, this.#from, this.#piece] = [[], 0, 0]; }

  /** @param {Key} key */
  push(key) {
    const gap = key.at - (this.last ?? key.at);
    if (gap > LONGEST_PAUSE) this.clear();
    this.#all.push(key);
    const place = this.#all.length - 1;
    // What came in one piece, or by a command, says nothing of a pace.
    if (!key.byKey) this.#from = this.#piece = place + 1;
    else if (gap > PACE) {
      // A scanner rests between two pieces; a key that stands alone is a hand's.
      if (place - this.#piece < 2) this.#from = place;
      this.#piece = place;
    }
    if (this.length >= SHORTEST && !this.paced) this.#from = this.#piece;
    if (this.#all.length > REMEMBERED) {
      this.#all.shift();
      [this.#from, this.#piece] = [Math.max(0, this.#from - 1), Math.max(0, this.#piece - 1)];
    }
  }

  get paced() { return this.length >= SHORTEST && (this.last ?? 0) - (this.begun ?? 0) <= PACE * (this.length - 1); }

  /** The keys of a burst that has come to light: from a prefix at the end, or the whole stretch where its pace shows it. */
  burst() {
    const begins = PREFIX.exec(this.#all.map(({ sign }) => sign).join(""))?.index;
    if (begins !== undefined) {
      let before = 0;
      const from = this.#all.findIndex(({ sign }) => { before += sign.length; return before > begins; });
      if (before - this.#all[from].sign.length === begins) return this.#all.slice(from);
    }
    return this.paced ? this.stretch() : null;
  }

  stretch() { return this.#all.slice(this.#from); }
}

/** Listens on `target`; `scanned` gets the text of each scan. @type {typeof Listen} */
export function listen(target, scanned, options = {}) {
  const members = "signal:object? fields:text? timers:object?";
  const { signal, fields = "any", timers = globalThis } = membersOf(options, members, "listen, options");
  must.have(target, ["addEventListener", "removeEventListener"], "listen, target");
  must.call(scanned, "listen, scanned");
  must.have(timers, ["setTimeout", "clearTimeout"], "listen, options.timers");
  if (signal !== undefined) must.have(signal, ["addEventListener"], "listen, options.signal");
  if (fields !== "any" && fields !== "prefixed") refuse("fields", 'listen, options.fields: "any" or "prefixed"');
  /** @type {[string, EventListener][]} */
  const heard = [];
  const scans = queue(scanned);
  const keys = new Keys();
  /** @type {Burst | null} */
  let burst = null;
  /** What ended by silence, and when: it may have been a rest. @type {Torn | null} */
  let torn = null;
  let ended = -Infinity;
  let endsByKey = false;
  /** @type {{ put: PutBack | null } | null} */
  let composing = null;
  let byAltCode = false;
  /** What the browser is about to insert for a key that was counted already. @type {string | null} */
  let expected = null;
  let putting = false;
  /** @type {unknown} */
  let timer;

  /** @param {Event} event */
  const take = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const forget = () => { keys.clear(); timers.clearTimeout(timer); };

  function arm() {
    timers.clearTimeout(timer);
    const soon = burst && burst.text.length >= WHOLE && !endsByKey && !LINES.test(burst.text.trimEnd());
    timer = timers.setTimeout(settle, soon ? SILENCE : LONGEST_PAUSE);
  }

  /** @param {Burst} of */
  function putBack({ fields: from }) {
    putting = true;
    try { for (const { put, inserted } of from.values()) put?.(inserted); } finally { putting = false; }
    for (const of of from.values()) of.inserted = 0;
  }

  /**
   * `pending`: the last key's own sign is not in the field yet.
   * @param {Key[]} taken
   * @param {boolean} pending
   */
  function recognise(taken, pending) {
    const text = taken.map(({ sign }) => sign).join("");
    /** @type {Burst} */
    const begun = { text, prefixed: PREFIXED.test(text), last: taken[taken.length - 1].at, fields: new Map() };
    const goesOn = torn && !begun.prefixed && taken[0].at - torn.at <= LONGEST_PAUSE ? torn : null;
    const found = goesOn ? { ...begun, text: goesOn.text + text, prefixed: goesOn.prefixed } : begun;
    [burst, torn] = [found, null];
    taken.forEach(({ field, put, sign }, place) => {
      if (!field) return;
      const of = found.fields.get(field) ?? { put, inserted: 0 };
      if (!pending || place < taken.length - 1) of.inserted += sign.length;
      found.fields.set(field, of);
    });
    keys.clear();
    putBack(found);
  }

  /**
   * Something was typed: a key, or a whole word that an input method or the browser made.
   * @type {(sign: string, event: Event, field: MayField, how?: Typed) => void}
   */
  function typed(sign, event, field, { put = snapshot(field), byKey = true, pending = true } = {}) {
    const at = event.timeStamp;
    if (burst) {
      if (pending) take(event); else putBack(burst);
      if (burst.text.length < MOST) burst.text += sign;
      burst.last = at;
      return arm();
    }
    keys.push({ sign, at, field, put, byKey });
    const taken = keys.burst();
    const ours = taken && (fields === "any" || PREFIXED.test(taken.map((key) => key.sign).join("")) || !taken.some((key) => key.field));
    if (ours) {
      recognise(taken, pending);
      if (pending) take(event);
    } else if (pending) {
      expected = sign;
      // A scanner's space must not press the button that has the focus.
      if (!field && sign === " " && keys.length > 3) event.preventDefault();
    }
    arm();
  }

  /** @param {number} at */
  function finish(at) {
    if (!burst) return;
    const { text } = burst;
    burst = null;
    ended = at;
    forget();
    scans.hand(text);
  }

  /** What was taken is no scan. */
  function release() {
    if (!burst) return;
    const { text, fields: from } = burst;
    const [field] = from.keys();
    burst = null;
    forget();
    putting = true;
    // eslint-disable-next-line no-control-regex -- control characters type nothing
    try { giveBack(field, text.replace(/[\0-\x1f]/g, "")); } finally { putting = false; }
  }

  /** Nothing came for a while. */
  function settle() {
    if (!burst) return forget();
    const { text, prefixed, last, fields: from } = burst;
    // An abbreviation that a program spells out in a field comes as fast; it has no prefix, and no key ends it.
    const whole = text.length >= WHOLE || text.includes("\n");
    if (!whole || (!prefixed && from.size > 0)) return release();
    endsByKey = false;
    torn = { text, prefixed, at: last };
    finish(last);
  }

  /** @type {(event: KeyboardEvent, key: string) => void} */
  function onEnd(event, key) {
    if (!burst && torn && keys.any && keys.begun - torn.at <= LONGEST_PAUSE) recognise(keys.stretch(), false);
    if (!burst) {
      // The second of a pair: CR and LF, each a key of its own.
      if (event.timeStamp - ended <= SILENCE && keys.last === null) take(event);
      return forget();
    }
    if (burst.text.length < SHORTEST) return release();
    take(event);
    if (key !== "Tab" && key !== "\t" && LINES.test(burst.text)) {
      burst.text += "\n";
      burst.last = event.timeStamp;
      return arm();
    }
    [endsByKey, torn] = [true, null];
    finish(event.timeStamp);
  }

  /** Keys that type nothing. @param {KeyboardEvent} event */
  function other(event) {
    const { key, code, altKey } = event;
    if (altKey && /^Numpad\d$/.test(code)) {
      byAltCode = true;
      if (burst) take(event);
    } else if (key === "Backspace") {
      if (!burst) return keys.clear();
      // Input methods of Windows take letters back by it, and type others.
      take(event);
      burst.text = [...burst.text].slice(0, -1).join("");
    } else if (burst && FUNCTION_KEYS[key]) typed(FUNCTION_KEYS[key], event, null);
  }

  /** @param {KeyboardEvent} event */
  function onKeydown(event) {
    if (event.isComposing || composing) return;
    const field = fieldOf(event);
    if (isSecret(field)) return forget();
    if (burst && event.timeStamp - burst.last > LONGEST_PAUSE) settle();
    expected = null;
    const sign = signOf(event, event);
    if (ENDS.has(event.key) || ENDS.has(sign)) onEnd(event, sign || event.key);
    else if (sign === "") other(event);
    // A key that is held down is a hand's.
    else if (event.repeat && !burst) keys.clear();
    else typed(sign, event, field, { byKey: sign >= " " });
  }

  /** Alt and the number pad: the character comes when Alt goes up, with no key of its own. @param {KeyboardEvent} event */
  function onKeypress(event) {
    if (!byAltCode || isSecret(fieldOf(event))) return;
    byAltCode = false;
    typed(event.key, event, fieldOf(event));
  }

  /**
   * Where keys have no names (`Unidentified`, `Process`), as on telephones, what they type comes here alone, or a whole scan at once.
   * @param {InputEvent} event
   */
  function onBeforeinput(event) {
    if (event.inputType !== "insertText" || composing || putting || !event.data) return;
    const counted = event.data === expected;
    expected = null;
    const field = fieldOf(event);
    if (!counted && !isSecret(field)) typed(event.data, event, field, { byKey: false });
  }

  /** @param {CompositionEvent} event */
  function onCompositionstart(event) { composing = { put: snapshot(fieldOf(event)) }; }

  /** @param {CompositionEvent} event */
  function onCompositionend(event) {
    const put = composing?.put;
    composing = null;
    const field = fieldOf(event);
    if (event.data && !isSecret(field)) typed(event.data, event, field, { put, byKey: false, pending: false });
  }

  /** Whatever came into a field all the same is put back. @param {Event} event */
  function onInput(event) {
    const field = fieldOf(event);
    if (!burst || putting || composing || !field || !burst.fields.has(field)) return;
    event.stopImmediatePropagation();
    putBack(burst);
  }

  /** A button is pressed by the space that goes up. @param {KeyboardEvent} event */
  function onKeyup(event) {
    if (burst && [...event.key].length === 1) take(event);
  }

  function stop() {
    // One by one: of a signal, Node 20 forgets a listener's when memory is collected, and then it is never taken off.
    for (const [kind, listener] of heard.splice(0)) target.removeEventListener(kind, listener, { capture: true });
    [burst, torn] = [null, null];
    forget();
    scans.drop();
  }

  /** @type {(kind: string, hear: (event: never) => void) => void} */
  const on = (kind, hear) => {
    const listener = /** @type {EventListener} */ (hear);
    heard.push([kind, listener]);
    target.addEventListener(kind, listener, { capture: true });
  };
  on("keydown", onKeydown);
  on("keypress", onKeypress);
  on("keyup", onKeyup);
  on("beforeinput", onBeforeinput);
  on("input", onInput);
  on("compositionstart", onCompositionstart);
  on("compositionend", onCompositionend);
  if (signal?.aborted) stop(); else signal?.addEventListener("abort", stop, { once: true });
  return { stop };
}
