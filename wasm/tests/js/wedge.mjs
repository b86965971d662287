// Scanners that type, and people who do: keys with times of their own, timers that are turned by hand, fields that are typed into.

import { equal, ok } from "./check.mjs";
/** @import { WedgeOptions } from "../../npm/wedge.js" */

/** A code of ours in shape; whether it can be read is the engine's matter. */
const CODE = `DC1:${"6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE8".repeat(5)}`;
const CARD = "001191034826||Nguyễn Thị Hương Giang|12041991|Nữ|Hà Nội|01072021";
const MRZ = ["IDVNM1910348262001191034826<<2", "9104123F3104127VNM<<<<<<<<<<<6", "NGUYEN<<THI<HUONG<GIANG<<<<<<<"];

class Key extends Event {
  constructor(kind, { at, field = null, ...of }) {
    super(kind, { cancelable: kind !== "compositionend" && kind !== "input", bubbles: true });
    Object.assign(this, { key: "", code: "", ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false, ...of });
    Object.defineProperty(this, "timeStamp", { value: at });
    this.composedPath = () => [field ?? { matches: () => false }];
  }
}

/** An input as far as it is looked at. */
class Field extends EventTarget {
  isConnected = true;
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  /** @type {{ execCommand: (command: string, _: unknown, data: string) => void } | undefined} */
  ownerDocument;
  told = 0;
  constructor(value = "", { caret = value.length, type = "text" } = {}) {
    super();
    Object.assign(this, { value, selectionStart: caret, selectionEnd: caret, type });
    this.addEventListener("input", () => { this.told += 1; });
  }
  matches() { return true; }
  setSelectionRange(start, end) { [this.selectionStart, this.selectionEnd] = [start, end]; }
  type_(text) {
    this.value = this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd);
    this.setSelectionRange(this.selectionStart + text.length, this.selectionStart + text.length);
  }
}

/** A desk: a document, a clock, a scanner. What reaches the page in spite of the helper is in `page`. */
const desk = (listen, /** @type {{ handler?: unknown } & WedgeOptions} */ { handler, ...options } = {}) => {
  const target = new EventTarget();
  const scans = [];
  const page = [];
  let at = 1000;
  let waiting = [];
  const timers = {
    setTimeout: (call, after) => { const timer = { call, at: at + after }; waiting.push(timer); return timer; },
    clearTimeout: (timer) => { waiting = waiting.filter((one) => one !== timer); },
  };
  const pass = (milliseconds) => {
    at += milliseconds;
    for (const due of waiting.filter((timer) => timer.at <= at)) { waiting = waiting.filter((one) => one !== due); due.call(); }
  };
  const wedge = listen(target, handler ?? ((text) => { scans.push(text); }), { timers, ...options });
  const reached = (event) => page.push(event.key || event.data);
  for (const kind of ["keydown", "keypress", "beforeinput", "compositionend"]) target.addEventListener(kind, reached);
  const send = (kind, of) => { const event = new Key(kind, { at, ...of }); target.dispatchEvent(event); return !event.defaultPrevented; };
  /** One key, as a browser does: down, into the field, up. */
  const press = (key, of = {}) => {
    const { field } = of;
    if (send("keydown", { key, ...of }) && field && [...key].length === 1 && !of.ctrlKey && !of.altKey) {
      send("keypress", { key, ...of });
      if (send("beforeinput", { data: key, inputType: "insertText", field })) { field.type_(key); send("input", { field }); }
    }
    send("keyup", { key, ...of });
  };
  const type = (text, /** @type {{ gap?: number, field?: Field }} */ { gap = 5, ...of } = {}) => {
    for (const key of text) { pass(gap); press(key, of); }
  };
  const end = (key, of = {}) => { pass(5); press(key, of); };
  return { target, scans, page, send, press, type, end, pass, wedge, timers: () => waiting.length };
};

const swapped = (text) => [...text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join("");

export const tests = {
  "ends by Enter, Tab, CR LF, or silence"({ listen }) {
    for (const keys of [["Enter"], ["Tab"], ["Enter", "Enter"], ["Enter", "Tab"]]) {
      const { scans, page, type, end } = desk(listen);
      type(CODE);
      for (const key of keys) end(key);
      equal(scans, [CODE], keys.join());
      equal(page.filter((key) => key.length > 1), [], `${keys.join()}: no end key reaches the page`);
      end("Tab");
      equal([scans.length, page.at(-1) === "Tab"], [1, false], "as long as the pair may last");
    }
    const { scans, page, type, end, pass } = desk(listen);
    type(CODE);
    pass(149);
    equal(scans, [], "not yet");
    pass(1);
    equal(scans, [CODE], "150 ms of silence");
    pass(400);
    end("Enter");
    equal(page.at(-1), "Enter", "later it is a person's");
  },

  "control characters as combinations, and as function keys"({ listen }) {
    const { scans, page, type, end, press, pass } = desk(listen);
    const ctrl = (key) => { pass(5); press(key, { ctrlKey: true }); };
    ctrl("b");
    type("]Q1");
    ctrl("]");
    type(CODE);
    end("F8");
    ctrl("m");
    ctrl("j");
    equal(scans, [`]Q1\x1d${CODE}\x1d`], "GS, CR and LF");
    equal(page.slice(-1), ["1"], "nothing of it reaches the page from the prefix on");
  },

  "the slowest scanners, a rest, telephones that send in pieces"({ listen }) {
    const paces = {
      "30 ms": () => 30,
      "at once": () => 0,
      "pieces": (place) => (place % 20 === 19 ? 180 : 1),
      "120 ms: only the prefix tells": () => 120,
    };
    for (const [says, gap] of Object.entries(paces)) {
      const { scans, end, pass, press } = desk(listen);
      [...CODE].forEach((key, place) => { pass(Math.min(gap(place), 140)); press(key); });
      end("Enter");
      equal(scans, [CODE], says);
    }
    const { scans, type, end, pass } = desk(listen);
    type(CODE, { gap: 30 });
    end("Enter");
    type(CODE.slice(0, 90), { gap: 30 });
    pass(400);
    type(CODE.slice(90), { gap: 30 });
    end("Enter");
    equal(scans, [CODE, CODE], "a rest of 400 ms, where scans end by a key");
    type(CODE);
    pass(499);
    equal(scans.length, 2, "where one ended by a key, silence takes longer");
    pass(1);
    equal(scans.length, 3, "and ends it all the same");
    pass(1000);
    type(CODE.slice(0, 90), { gap: 30 });
    pass(400);
    type(CODE.slice(90), { gap: 30 });
    end("Enter");
    equal(scans.slice(3), [CODE.slice(0, 90), CODE], "what goes on after a silence is given once more, whole");
    pass(1000);
    type(CODE);
    pass(500);
    type(CODE);
    pass(150);
    type(swapped(CODE));
    end("Enter");
    equal(scans.slice(5), [CODE, CODE, swapped(CODE)], "what begins anew at once is another scan");
  },

  "Shift, Caps Lock and AIM identifiers; swapped letters"({ listen }) {
    const { scans, end, pass, press } = desk(listen);
    const shifted = (text) => { for (const key of text) { pass(2); press("Shift"); pass(2); press(key); } };
    for (const text of [
      CODE,
      swapped(CODE),
      `]Q1${CODE}`,
      `]q1${swapped(CODE)}`,
      `DC1F:${CODE.slice(4)}`,
      `DCQ1:${CODE.slice(4)}`,
      `DC1S:${CODE.slice(4)}`,
    ]) {
      press("CapsLock");
      shifted(text);
      end("Enter");
      pass(1000);
    }
    equal(scans.length, 7, "all of them");
    equal([scans[1], scans[3]], [swapped(CODE), `]q1${swapped(CODE)}`], "as they came");
  },

  "the number pad; Alt with the number pad; keys without a name"({ listen }) {
    const { scans, send, type, end, pass, press } = desk(listen);
    for (const key of CODE) {
      pass(5);
      if (/\d/.test(key)) press(Number(key) % 2 ? key : "End", { code: `Numpad${key}` }); else press(key);
    }
    end("Enter");
    equal(scans, [CODE], "with Num Lock and without");
    pass(1000);
    for (const key of CARD) {
      pass(5);
      if (key < "\x7f") { press(key); continue; }
      for (const digit of "0225") press(digit, { altKey: true, code: `Numpad${digit}` });
      send("keypress", { key });
    }
    end("Enter");
    equal(scans[1], CARD, "letters that come without a key");
    pass(1000);
    const field = new Field("a");
    for (const key of CODE) {
      pass(5);
      if (send("keydown", { key: "Unidentified", code: "", field }) && send("beforeinput", { data: key, inputType: "insertText", field }))
        field.type_(key);
    }
    end("Enter", { field });
    equal([scans[2], field.value], [CODE, "a"], "key by key");
    pass(1000);
    if (send("beforeinput", { data: CODE, inputType: "insertText", field })) field.type_(CODE);
    pass(500);
    equal([scans.length, field.value], [3, `a${CODE}`], "a paste by another name stays: no prefix at its end, no pace");
    field.value = "a";
    type("x", { field });
    equal(field.value.includes("x"), true, "and a person goes on");
  },

  "a field keeps what it had, caret included"({ listen }) {
    for (const [says, text] of [
      ["a prefix", CODE],
      ["an identifier", `]Q1${CODE}`],
      ["a card, by its pace", CARD],
      ["letters swapped", swapped(CODE)],
    ]) {
      const { scans, type, end } = desk(listen);
      const field = new Field("51F-123", { caret: 3 });
      field.setSelectionRange(2, 4);
      type(text, { field });
      end("Enter", { field });
      equal([scans, field.value, field.selectionStart, field.selectionEnd], [[text], "51F-123", 2, 4], says);
      ok(field.told > 0, "and the page is told");
    }
    const { scans, page, type, end, pass } = desk(listen);
    const field = new Field("bien");
    type(" so", { field, gap: 90 });
    type(CODE, { field });
    end("Tab", { field });
    equal([scans, field.value], [[CODE], "bien so"], "what a person typed just before stays");
    ok(!page.includes("Tab"), "the focus stays");
    pass(1000);
    type("so", { field, gap: 150 });
    pass(200);
    type(CARD, { field });
    end("Enter", { field });
    equal([scans[1], field.value], [CARD, "bien soso"], "before a card, too");
    pass(1000);
    const secret = new Field("", { type: "password" });
    type(CODE, { field: secret });
    end("Enter", { field: secret });
    equal([scans.length, secret.value], [2, CODE], "a password is nobody's business");
  },

  "a person is left alone"({ listen }) {
    const words = "Nguyen Thi Huong Giang, 51F-123.45, khong co gi la ca, 0912345678 va 001191034826";
    const paces = {
      "40 characters a minute": () => 1500,
      "a fast hand": () => 80,
      "a hand that rolls": (place) => (place % 3 ? 45 : 130),
    };
    for (const [says, gap] of Object.entries(paces)) {
      const { scans, page, press, pass, timers } = desk(listen);
      const field = new Field();
      [...words].forEach((key, place) => { pass(gap(place)); press(key, { field }); });
      press("Enter", { field });
      pass(1000);
      equal([scans, field.value, page.includes("Enter"), timers()], [[], words, true, 0], says);
    }
    const held = desk(listen);
    const field = new Field();
    for (let time = 0; time < 40; time += 1) { held.pass(30); held.press("a", { field, repeat: time > 0 }); }
    equal([held.scans, field.value], [[], "a".repeat(40)], "a key that is held down");
    const busy = desk(listen, { timers: { setTimeout: () => 0, clearTimeout() {} } });
    const late = new Field();
    busy.type("DC", { field: late });
    busy.pass(600);
    busy.type("1:ABC", { field: late });
    equal(late.value, "DC1:ABC", "what was typed long before, though no timer could tell");
    const expander = desk(listen);
    const spelled = "Duong Cach mang thang Tam, phuong 5, quan Tan Binh";
    const into = new Field();
    expander.type(spelled, { field: into, gap: 0 });
    equal(into.value, "", "taken at first");
    expander.pass(500);
    equal([expander.scans, into.value], [[], spelled], "what a program spells out in a field is given back");
    const slow = desk(listen);
    const prefix = new Field();
    slow.type("DC1:", { field: prefix, gap: 200 });
    slow.pass(500);
    equal([slow.scans, prefix.value], [[], "DC1:"], "so is a prefix typed by hand");
    slow.type("DC1:x", { field: prefix, gap: 20 });
    slow.end("Enter", { field: prefix });
    equal([slow.scans, prefix.value, slow.page.includes("Enter")], [[], "DC1:DC1:x", true], "and what is too short");
  },

  "an editable part gets back what was taken, once"({ listen }) {
    const { scans, send, type, pass, timers } = desk(listen);
    const field = Object.assign(new Field("part"), { isContentEditable: true });
    // As Firefox does; Chromium is silent here.
    const insert = (data) => { if (send("beforeinput", { data, inputType: "insertText", field })) field.type_(data); };
    field.ownerDocument = {
      execCommand: (command, _, data) => {
        if (command === "delete") field.value = field.value.slice(0, -1);
        else insert(data);
      },
    };
    field.setSelectionRange = (start) => { [field.selectionStart, field.selectionEnd] = [start, start]; };
    type("DC1:", { field });
    equal(field.value, "part", "taken back by the browser's own delete");
    field.setSelectionRange(4);
    pass(500);
    pass(1000);
    equal([field.value, scans, timers()], ["partDC1:", [], 0], "given back");
  },

  "with `prefixed`, other codes go into the fields they are scanned into"({ listen }) {
    const { scans, type, end, pass } = desk(listen, { fields: "prefixed" });
    const field = new Field();
    type(CARD, { field });
    end("Enter", { field });
    equal([scans, field.value], [[], CARD], "a card");
    pass(1000);
    type(CODE, { field });
    end("Enter", { field });
    pass(1000);
    type(CARD);
    end("Enter");
    equal([scans, field.value], [[CODE, CARD], CARD], "ours; and outside a field all of them");
  },

  "what an input method makes is collected as it was made"({ listen }) {
    const { scans, send, press, type, end, pass } = desk(listen);
    type(CODE);
    send("compositionstart", {});
    press("Process", { isComposing: true });
    send("compositionend", { data: "Đ" });
    type("6BF");
    end("Enter");
    equal(scans, [`${CODE}Đ6BF`], "outside a field");
    pass(1000);
    const field = new Field("x");
    type("DC1", { field });
    send("compositionstart", { field });
    field.type_(":Ô");
    send("compositionend", { field, data: ":" });
    type(CODE.slice(4), { field });
    send("compositionstart", { field });
    field.type_("Ư");
    send("compositionend", { field, data: "Ư" });
    equal(field.value, "x", "put back");
    end("Enter", { field });
    equal([scans[1], field.value], [`${CODE}Ư`, "x"], "in a field");
    pass(1000);
    type("DC1:AA", { field });
    press("Backspace", { field });
    type(`Â${CODE}`, { field });
    end("Enter", { field });
    equal([scans[2], field.value], [`DC1:AÂ${CODE}`, "x"], "one that takes letters back by Backspace");
    const person = new Field();
    send("compositionstart", { field: person });
    person.type_("người");
    send("compositionend", { field: person, data: "người" });
    pass(1000);
    equal([scans.length, person.value], [3, "người"], "a person's words");
  },

  "a machine-readable zone is one scan, whatever ends its lines"({ listen }) {
    const { scans, type, end, pass } = desk(listen);
    for (const line of MRZ) { type(line); end("Enter"); }
    equal(scans, [MRZ.join("\n")], "three lines");
    pass(1000);
    type(MRZ.join(""));
    end("Enter");
    equal(scans[1], MRZ.join(""), "run together");
    pass(1000);
    type(MRZ[0]);
    end("Enter");
    pass(500);
    equal(scans[2], `${MRZ[0]}\n`, "one line alone");
  },

  async "one later scan waits; a third takes its place"({ listen }) {
    const begun = [];
    const open = [];
    const handler = (text) => { begun.push(text.slice(-1)); return new Promise((resolve) => open.push(resolve)); };
    const { type, end, pass, wedge } = desk(listen, { handler });
    const scan = (last) => { pass(1000); type(CODE + last); end("Enter"); };
    for (const last of "ABC") scan(last);
    equal(begun, ["A"], "one at a time");
    open[0]();
    await new Promise((resolve) => setTimeout(resolve));
    equal(begun, ["A", "C"], "then the newest");
    scan("D");
    // Node forgets what a signal takes off when memory is collected; `node --expose-gc` tries it.
    globalThis.gc?.();
    wedge.stop();
    open[1]();
    await new Promise((resolve) => setTimeout(resolve));
    scan("E");
    equal(begun, ["A", "C"], "taken off: neither what waited nor what comes");
  },

  "it is taken off by a signal, and holds little"({ listen }) {
    const taken = new AbortController();
    const { scans, page, type, end, pass, timers } = desk(listen, { signal: taken.signal });
    type("DC1:".padEnd(20_000, "A"), { gap: 1 });
    end("Enter");
    equal(scans[0].length, 7_200, "no more than any code holds");
    pass(1000);
    type(CODE.slice(0, 60));
    taken.abort();
    equal(timers(), 0, "no timer is left");
    const before = page.length;
    type(CODE);
    end("Enter");
    ok(scans.length === 1 && page.length > before + CODE.length, "keys go on to the page");
    const gone = desk(listen, { signal: AbortSignal.abort() });
    gone.type(CODE);
    gone.end("Enter");
    equal(gone.scans, [], "taken off before it began");
  },

  "a composition that began outside any field ends in one"({ listen }) {
    const { scans, send, type, end } = desk(listen);
    const field = new Field();
    send("compositionstart", {});
    send("compositionend", { data: "DC1:", field });
    type(CODE.slice(4), { field });
    end("Enter", { field });
    equal(scans, [CODE], "it is a scan as any other");
  },
};
