// A mistake asks for nothing, and none of them traps: every function, constructor, method and getter of the face with every value that
// JavaScript has, in every place, the others being right.

import { bytes, equal, hex, ok, thrown } from "./check.mjs";
import { SECRET, odd } from "./odd.mjs";

/** What is thrown is one of these, and its message tells nothing of what was passed. */
const ERRORS = ["ArgumentError", "AskError", "EncounterError", "SetUpError"];

const known = (doichieu, error, says) => {
  ok(ERRORS.some((name) => error instanceof doichieu[name]), `${says}: ${error?.stack ?? String(error)}`);
  ok(!error.message.includes("Bí Mật") && error.message.length < 600, `${says}: ${error.message.slice(0, 200)}`);
};

/** A call answers, or throws what is known. Answers whether it answered. */
const holds = (doichieu, says, call) => {
  try {
    call();
    return true;
  } catch (error) {
    known(doichieu, error, says);
    return false;
  }
};

const places = (written) => Array.from(written.matchAll(/(\w+):(\w+)/g), ([, name, type]) => ({ name, type }));

/** A desk of the police with one of everything, and what is right in every place. */
const world = (doichieu, of) => {
  const roots = doichieu.Roots.dangerousTest(bytes(of.anchor));
  const memory = new doichieu.Memory();
  const bundle = doichieu.Bundle.open(bytes(of.lists.bundle), roots, memory, of.now);
  const post = doichieu.Post.open(bytes(of.mandates.traffic_police), bundle);
  const inspector = new doichieu.Inspector(bundle, post);
  const encounterSeed = new doichieu.EncounterSeed(bytes(of.encounter));
  const ask = inspector.unprompted("traffic_control", encounterSeed);
  const kept = memory.toBytes();
  const scan = () => doichieu.Scan.qr(of.traffic.text);
  const inspect = () => inspector.inspect(scan(), ask, doichieu.Memory.fromBytes(kept), of.now);
  const release = () => inspect().papers[0].release;
  const bank = () => new doichieu.Inspector(bundle, doichieu.Post.open(bytes(of.mandates.bank), bundle));
  const draft = () => bank().ask({ purpose: "bank_onboarding", only: "all" }, bytes(of.bank.seed), encounterSeed, of.now);
  const makers = {
    Ask: () => inspector.unprompted("traffic_control", encounterSeed),
    AskDraft: draft,
    Bundle: () => doichieu.Bundle.open(bytes(of.lists.bundle), roots, doichieu.Memory.fromBytes(kept), of.now),
    Challenge: () => draft().seal(bytes(of.bank.signature)),
    Encounter: () => new doichieu.Encounter(inspector, "traffic_control", encounterSeed),
    EncounterSeed: () => new doichieu.EncounterSeed(bytes(of.encounter)),
    Frames: () => new doichieu.Frames(),
    Inspector: () => new doichieu.Inspector(bundle, post),
    Memory: () => doichieu.Memory.fromBytes(kept),
    Post: () => doichieu.Post.open(bytes(of.mandates.traffic_police), bundle),
    Release: release,
    Report: inspect,
    Roots: () => doichieu.Roots.dangerousTest(bytes(of.anchor)),
    Scan: scan,
    Shown: () => release().at(of.now),
    UnsignedReading: () => doichieu.readPlain(of.plain.chip),
    Unsettled: () => inspector.inspectShared(scan(), ask, memory, of.now),
  };
  const cached = {};
  const one = (name) => (cached[name] ??= makers[name]());
  // Those of the bundle and post that are opened here belong to each other.
  const standing = { Bundle: bundle, Post: post, Roots: roots, Inspector: inspector, EncounterSeed: encounterSeed, Ask: ask };
  const forget = () => { for (const name of Object.keys(cached)) delete cached[name]; };
  const texts = {
    purpose: "traffic_control", kind: "identity", field: "full_name", plate: "30K-123.45", code: "scan.not_ours", text: of.traffic.text,
    challenge: of.bank.challenge, rule: "law-36-2024-art-59-1-e", citation: "Law 36/2024/QH15 art. 59(1)(e)", about: "classes",
    reason: "hold.writing_record", wanted: "roots",
  };
  const files = {
    file: of.lists.bundle, oldFile: of.lists.bundle, newFile: of.lists.next, delta: of.lists.delta, mandate: of.mandates.traffic_police,
    chain: of.anchor, seed: of.bank.seed, random: of.encounter, salt: hex(encounterSeed.salt), signature: of.bank.signature,
    bytes: hex(kept), frame: of.traffic.frame, memoryExtract: of.traffic.extract,
  };
  const right = ({ name = "", type }) => ({
    text: () => texts[name], texts: () => [of.traffic.text], time: () => of.now, bytes: () => bytes(files[name]), any: () => undefined,
    wants: () => ({ purpose: "traffic_control", only: "all" }), how: () => ({ question: "may_drive_b" }),
    vehicle: () => ({ kind: "car", seats: 5, grossMassKg: { atMost: 3500 }, towed: "trailer" }),
    scene: () => ({ plate: "30K-123.45", vehicle: { kind: "car" } }),
    declared: () => ({ name: "Giang" }), showing: () => inspect().showing(), answer: () => ({ kind: "fresh" }),
    finding: () => inspect().findings[0],
    Memory: () => (name === "other" ? makers.Memory() : one("Memory")),
    Post: () => (name === "renewed" ? makers.Post() : post),
    count: () => 0,
  }[type] ?? (() => standing[type] ?? one(type)))();
  return { right, one, forget, makers, inspect };
};

/** Its methods and getters, by name; those that begin with `__` are the glue's. */
const members = (of) =>
  Object.entries(Object.getOwnPropertyDescriptors(of)).filter(
    ([name, of]) => !/^(__.*|constructor|prototype)$/.test(name) && (of.get || typeof of.value === "function"),
  );

const sent = (it) => {
  const { port1 } = new MessageChannel();
  try {
    port1.postMessage(it);
  } finally {
    port1.close();
  }
};

const isClass = (of) => typeof of === "function" && Object.getOwnPropertyNames(of.prototype ?? {}).includes("free");

/** A proxy that throws is none. */
const isOne = (of, what) => {
  try {
    return of instanceof what;
  } catch {
    return false;
  }
};

/** Deterministic: the same mistakes each time (mulberry32). */
const dice = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/**
 * @param {{ FACE: Record<string, any>, second?: any, inspected?: (of: unknown) => string }} of the table of the package, another copy
 *   of it, and how the host prints a thing
 * @returns {Record<string, (doichieu: any, of: any) => unknown>}
 */
export const mistakes = ({ FACE, second, inspected = () => "" }) => ({
  "every function and method stands in the table of the face, and nothing else"(doichieu) {
    const face = Object.fromEntries(
      Object.entries(doichieu).filter(([name]) => !/^(init|version|Keeper|MemoryBusy|.*Error)$/.test(name)).map(([name, of]) => {
        if (!isClass(of)) return [name, undefined];
        const methods = [...members(of), ...members(of.prototype)].filter(([name, of]) => !of.get && name !== "free");
        return [name, methods.map(([name]) => name).toSorted()];
      }),
    );
    const table = Object.fromEntries(
      Object.entries(FACE).map(([name, of]) => [
        name,
        typeof of === "string" ? undefined : Object.keys(of).filter((name) => name !== "new").toSorted(),
      ]),
    );
    const sorted = (of) => Object.entries(of).toSorted(([one], [other]) => (one < other ? -1 : 1));
    equal(sorted(face), sorted(table), "the face");
  },

  async "what no engine can be loaded from is refused before anything is loaded, and named"(doichieu, of) {
    const loadable = (it) =>
      it === undefined || typeof it === "string" || ArrayBuffer.isView(it) || it instanceof ArrayBuffer || it instanceof URL;
    for (const [what, make] of odd) {
      const source = make();
      const error = await doichieu.init(source).then(() => undefined, (error) => error);
      if (error === undefined) {
        ok(loadable(source), `init: ${what}: it was taken`);
        continue;
      }
      known(doichieu, error, `init: ${what}`);
      ok(/^argument\.(source|member)$/.test(error.code), `init: ${what}: ${error.code}`);
    }
    const error = await doichieu.init(null).catch((error) => error);
    equal(error.code, "argument.source", "null is passed, not left out");
    equal(world(doichieu, of).inspect().json, of.traffic.json, "it still works");
  },

  "whatever is passed, wherever: an answer or an error of the four, and all of it still works"(doichieu, of) {
    const w = world(doichieu, of);
    const freed = (make) => () => {
      const it = make();
      it.free();
      return it;
    };
    const values = [...odd];
    for (const [name, make] of Object.entries(w.makers)) {
      values.push([`a ${name}`, () => w.one(name)], [`a ${name} given back`, freed(make)]);
    }
    const still = (says) => equal(w.inspect().json, of.traffic.json, `${says}: it still works`);
    let calls = 0;
    const through = (says, written, call) => {
      const all = places(written);
      // What is right in every place is answered; one that is of another post or of another paper, by the error for it.
      try {
        call(all.map(w.right));
      } catch (error) {
        known(doichieu, error, says);
        ok(/^(ask|setup|encounter)\./.test(error.code), `${says}, as it is right: ${error}`);
      }
      w.forget();
      for (const [number, { name }] of all.entries()) {
        for (const [what, make] of values) {
          calls += 1;
          const passed = all.map((place, at) => (at === number ? undefined : w.right(place)));
          passed[number] = make();
          // A signature that is none has used the draft up, too.
          if (holds(doichieu, `${says}, ${name}: ${what}`, () => call(passed)) || says === "AskDraft seal") w.forget();
        }
      }
      still(says);
    };
    for (const [name, face] of Object.entries(FACE)) {
      const what = doichieu[name];
      if (typeof face === "string") {
        through(name, face, (passed) => what(...passed));
        continue;
      }
      for (const passed of [[], [1], [{}]]) holds(doichieu, `${name} without new`, () => what(...passed));
      if (face.new === undefined) equal(thrown(() => new what(1), `new ${name}`).code, "argument.instance", `new ${name}`);
      else through(`new ${name}`, face.new, (passed) => new what(...passed));
      for (const [method] of members(what)) through(`${name}.${method}`, face[method], (passed) => what[method](...passed));
      if (!w.makers[name]) continue;
      for (const [member, described] of members(what.prototype)) {
        const call = described.get ?? described.value;
        if (member !== "free" && !described.get) through(`${name} ${member}`, face[member], (passed) => w.one(name)[member](...passed));
        const right = places(face[member] ?? "").map(w.right);
        for (const [says, make] of values) {
          calls += 1;
          const self = make();
          if (isOne(self, what) && !says.endsWith("given back")) continue;
          const done = holds(doichieu, `${name} ${member}, this: ${says}`, () => Reflect.apply(call, self, right));
          ok(!done || (member === "free" && isOne(self, what)), `${name} ${member}, this: ${says}: it answered`);
        }
        still(`${name} ${member}, this`);
      }
    }
    ok(calls > 20_000, `${calls} calls`);
  },

  "no misspelling and nothing that is left out asks for everything"(doichieu, of) {
    const { right } = world(doichieu, of);
    const [inspector, seed] = [right({ type: "Inspector" }), right({ name: "seed", type: "bytes" })];
    const asked = (wants) => hex(inspector.ask(wants, seed, right({ type: "EncounterSeed" }), of.now).toBeSigned());
    const purpose = "traffic_control";
    const all = asked({ purpose, only: "all" });
    const licence = asked({ purpose, only: { driving_licence: ["classes"] } });
    const identity = asked({ purpose, only: { identity: ["full_name"], driving_licence: ["classes"] } });
    const answer = asked({ purpose, question: "may_drive_b" });
    equal(new Set([all, licence, identity, answer]).size, 4, "four asks");
    ok(doichieu.kinds().every(({ name }) => name !== "all"), "no kind of paper is called so");
    /** What is spelt, and what is then asked; `null`: a mistake. @type {[unknown, string | null][]} */
    const onlies = [
      ["all", all], [{ driving_licence: ["classes"] }, licence], [{ identity: ["full_name"], driving_licence: ["classes"] }, identity],
      [{ driving_licence: ["classes"], identity: undefined }, licence],
      ...[
        null, "", "ALL", "All", " all", "everything", "*", true, 1, {}, [], ["all"], new String("all"), { identity: [] }, { all: "all" },
        { identity: null }, { identity: "all" }, { identity: "full_name" }, { identity: undefined }, { identity: [undefined] },
        { driving_licence: ["classes"], identity: [] }, { driving_licence: ["classes"], identity: null }, { indentity: ["full_name"] },
        { identity: ["fullName"] }, { identity: [["full_name"]] }, new Map([["identity", ["full_name"]]]), () => "all", Symbol("all"),
      ].map((only) => /** @type {[unknown, null]} */ ([only, null])),
    ];
    const questions = [["may_drive_b", answer], ["", null], [null, null], ["may_fly", null], [12, null], [[], null], ["constructor", null]];
    const names = ["onyl", "Only", "ONLY", "only ", "fields", "scope", "questions", "qeustion", "all", "wants", "purposes", "toString"];
    const bare = [() => ({}), () => Object.create(null), () => Object.create({ only: "all" }), () => new (class { purpose = purpose; })()];
    const roll = dice(14);
    const pick = (list) => list[Math.floor(roll() * list.length)];
    let [right_, wrong] = [0, 0];
    for (let turn = 0; turn < 6000; turn += 1) {
      const wants = pick(bare)();
      const inherited = wants.only === "all";
      wants.purpose = purpose;
      let expected = inherited ? all : null;
      const only = roll() < 0.7 ? pick(onlies) : undefined;
      const question = roll() < 0.3 ? pick(questions) : undefined;
      if (only) [wants.only, expected] = only;
      if (question) {
        wants.question = question[0];
        expected = only || inherited ? null : question[1];
      }
      if (roll() < 0.1) wants.only = undefined;
      if (Object.hasOwn(wants, "only") && wants.only === undefined) expected = question ? question[1] : null;
      if (roll() < 0.15) [wants[pick(names)], expected] = [pick(onlies)[0], null];
      let found = null;
      holds(doichieu, `turn ${turn}`, () => { found = asked(wants); });
      ok(found === expected, `turn ${turn}: ${inspected(wants)} ${found === all ? "asked for everything" : found && "asked"}`);
      if (found) right_ += 1;
      else wrong += 1;
    }
    ok(right_ > 500 && wrong > 2000, `${right_} right, ${wrong} wrong`);
    // eslint-disable-next-line no-extend-native -- what another script may have done
    Object.defineProperty(Object.prototype, "only", { value: "all", configurable: true, enumerable: true });
    try {
      equal(thrown(() => asked({ purpose }), "polluted").code, "argument.only", "what is put on every object nobody passed");
      equal(asked({ purpose, only: { driving_licence: ["classes"] } }), licence, "and what is passed counts");
    } finally {
      Reflect.deleteProperty(Object.prototype, "only");
    }
    const how = (of) => thrown(() => inspector.unprompted(purpose, right({ type: "EncounterSeed" }), of), inspected(of)).code;
    for (const none of [{}, { question: undefined }, { question: "" }]) equal(how(none), "argument.question", "no question");
    equal([how({ qeustion: "may_drive_b" }), how(null), how({ basis: "" }), how({ basis: null })],
      ["argument.member", "argument.object", "argument.basis", "argument.text"], "how");
  },

  "the message says which argument, what was expected and what kind of thing came"(doichieu, of) {
    const { right } = world(doichieu, of);
    const inspector = right({ type: "Inspector" });
    const encounterSeed = right({ type: "EncounterSeed" });
    const seed = new Uint8Array(32);
    const said = (call) => {
      const { code, message } = thrown(call, "a mistake");
      return `${code.slice(9)} ${message.slice(0, message.lastIndexOf(" ("))}`;
    };
    const ask = (wants) => said(() => inspector.ask(wants, seed, encounterSeed, of.now));
    const purpose = "traffic_control";
    equal(
      ask({ purpose, onyl: {} }),
      "member Inspector.ask, wants: the member onyl is not known; known are purpose, question, only, retention, origin",
      "a misspelling",
    );
    ok(ask({ purpose, [SECRET]: 1 }).includes("wants: a member is not known"), "no value");
    const expected = 'expected fields by kind, as { identity: ["full_name"] }, or the word "all"';
    for (const none of [{}, { identity: [] }, { identity: null }, { identity: [5] }])
      equal(ask({ purpose, only: none }), `only Inspector.ask, wants.only: ${expected}; found: Object`, "none");
    ok(ask({ purpose }).startsWith("only only: fields by kind of paper, or the word"), ask({ purpose }));
    equal(
      ask({ purpose, only: "all", retention: "60" }),
      "count Inspector.ask, wants.retention: expected a whole number from 0; found: string",
      "count",
    );
    equal(
      said(() => inspector.ask({ purpose, only: "all" }, "seed", encounterSeed)),
      "bytes Inspector.ask, seed: expected bytes that are there (Uint8Array, ArrayBuffer or DataView); found: string",
      "bytes",
    );
    equal(
      said(() => inspector.inspect(of.traffic.text)),
      "instance Inspector.inspect, scan: expected an object Scan of this copy of doichieu; found: string",
      "a text for a scan",
    );
    const memory = new doichieu.Memory();
    memory.free();
    memory.free();
    memory[Symbol.dispose ?? "free"]();
    equal(said(() => memory.toBytes()), "freed Memory.toBytes, this: was given back or used up", "freed");
    const twice = new doichieu.Memory();
    equal(said(() => twice.join(twice)), "instance Memory.join: the same object in two places", "with itself");
    equal(said(() => memory.floor), "freed Memory.floor, this: was given back or used up", "a getter");
    for (const wrong of [null, Number.NaN, -1, 0.5, Date.now(), new Date(), 1n, "0"]) {
      const error = thrown(() => inspector.nothingShown(purpose, "identity", wrong), String(wrong));
      equal(error.code, "argument.time", String(wrong));
    }
    if (second) {
      const other = new second.Memory();
      equal(
        said(() => new doichieu.Memory().join(other)),
        "instance Memory.join, other: expected an object Memory of this copy of doichieu; found: Memory",
        "of another copy",
      );
    }
  },

  "bytes in every form, and nothing else"(doichieu, of) {
    const kept = world(doichieu, of).right({ name: "bytes", type: "bytes" });
    const within = new Uint8Array(kept.length + 9);
    within.set(kept, 5);
    const forms = {
      Uint8Array: kept,
      "its buffer": kept.slice().buffer,
      "a part": within.subarray(5, 5 + kept.length),
      DataView: new DataView(within.buffer, 5, kept.length),
    };
    if (globalThis.Buffer) Object.assign(forms, { Buffer: Buffer.from(kept) });
    if (globalThis.SharedArrayBuffer) {
      const shared = new Uint8Array(new SharedArrayBuffer(kept.length));
      shared.set(kept);
      Object.assign(forms, { shared, "a shared buffer": shared.buffer });
    }
    for (const [says, form] of Object.entries(forms)) equal(hex(doichieu.Memory.fromBytes(form).toBytes()), hex(kept), says);
    const none = [new Int8Array(kept), new Uint8ClampedArray(kept), new Uint16Array(kept), [...kept], hex(kept), 5, { length: 3 }, null];
    for (const wrong of none)
      equal(thrown(() => doichieu.Memory.fromBytes(wrong), "no bytes").code, "argument.bytes", "no bytes");
  },

  "nothing of the engine is copied by mistake, and whoever only looks is not disturbed"(doichieu, of) {
    const { makers } = world(doichieu, of);
    for (const [name, make] of Object.entries(makers)) {
      const it = make();
      const ways = {
        structuredClone: () => structuredClone(it),
        "within another": () => structuredClone({ of: [it] }),
        postMessage: () => sent(it),
        "a spread": () => ({ ...it }),
        "Object.assign": () => Object.assign({}, it),
        "Object.entries": () => Object.entries(it),
      };
      if (name !== "Report") Object.assign(ways, { JSON: () => JSON.stringify({ it }) });
      for (const [says, way] of Object.entries(ways)) {
        const error = thrown(way, `${name}, ${says}`);
        equal([error instanceof doichieu.ArgumentError, error.code], [true, "argument.cloned"], `${name}, ${says}: ${error}`);
        ok(error.message.startsWith(name), error.message);
      }
      ok(!inspected(it).includes("Giang"), `${name}: printed`);
      equal([String(it), it.constructor === doichieu[name]], [`[object ${name}]`, true], name);
    }
    const report = makers.Report();
    equal(JSON.stringify({ report }), `{"report":${of.traffic.json}}`, "a report as JSON");
    // What frameworks put around an object: its methods are called on the proxy.
    const around = new Proxy(report, {});
    equal([around.kind, around.papers.length, around instanceof doichieu.Report], [report.kind, report.papers.length, true], "by a proxy");
    around.free();
    equal(thrown(() => report.kind, "freed").code, "argument.freed", "given back by a proxy");
    const aliased = Object.create(doichieu.Memory.prototype, Object.getOwnPropertyDescriptors(new doichieu.Memory()));
    equal(aliased.showings, 0, "another of the same handle is the same object");
    const forged = Object.create(doichieu.Memory.prototype, { __wbg_ptr: { value: 8 } });
    equal(thrown(() => forged.showings, "forged").code, "argument.instance", "nobody makes one up");
    equal([doichieu.Memory.__wrap, doichieu.Memory.__unwrap], [undefined, undefined], "nor wraps one");
  },
});

/**
 * The same of what stands beside the engine: `doichieu/memory`, `doichieu/stores`, `doichieu/wedge`.
 * @param {{ memory: any, stores: any, wedge: any }} of
 * @returns {Record<string, (doichieu: any, of: any) => unknown>}
 */
export const helpers = ({ memory, stores, wedge }) => {
  /** Not what a caller's own function throws. */
  const values = odd.filter(([, make]) => typeof make() !== "function");
  const rejected = async (doichieu, says, call) => {
    try {
      await call();
    } catch (error) {
      known(doichieu, error, says);
      return error.code;
    }
    return undefined;
  };
  const store = { read: async () => undefined, write: async () => {} };
  const postgres = (options) => stores.postgresStore(async () => ({ rows: [] }), options);
  const redis = (options) => stores.redisStore(async () => [], options);
  const listen = (options) => wedge.listen(new EventTarget(), () => {}, options).stop();
  const options = {
    "new Keeper": { call: (of) => new memory.Keeper(store, of), names: ["name", "locks", "patience"] },
    postgresStore: { call: postgres, names: ["table", "patience"] },
    redisStore: { call: redis, names: ["prefix", "patience"] },
    listen: { call: listen, names: ["signal", "fields", "timers"] },
  };
  const table = {
    "new Keeper, store": (of) => new memory.Keeper(of),
    "postgresStore, query": (of) => stores.postgresStore(of),
    "redisStore, command": (of) => stores.redisStore(of),
    "listen, target": (of) => wedge.listen(of, () => {}).stop(),
    "listen, scanned": (of) => wedge.listen(new EventTarget(), of),
    ...Object.fromEntries(
      Object.entries(options).flatMap(([says, { call, names }]) => [
        [`${says}, options`, call],
        ...names.map((name) => [`${says}, ${name}`, (of) => call({ [name]: of })]),
      ]),
    ),
  };
  return {
    "whatever is passed to the helpers, wherever"(doichieu) {
      for (const [says, call] of Object.entries(table))
        for (const [what, make] of values) holds(doichieu, `${says}: ${what}`, () => call(make()));
      const code = (call) => thrown(call, "a mistake").code;
      equal(
        [
          code(() => new memory.Keeper(store, { patince: 5 })),
          code(() => new memory.Keeper({ read: store.read })),
          code(() => stores.postgresStore(() => {}, { table: "a; drop" })),
          code(() => stores.redisStore(() => {}, { perfix: "" })),
          code(() => wedge.listen(new EventTarget(), () => {}, { fields: "prefix" })),
          code(() => wedge.listen(new EventTarget(), () => {}, { signals: undefined })),
        ],
        ["member", "call", "table", "member", "fields", "member"].map((code) => `argument.${code}`),
        "codes",
      );
    },

    async "whatever is passed to a turn or to a shared inspection: a promise that is rejected"(doichieu, of) {
      const keeper = new memory.Keeper(store, { name: crypto.randomUUID() });
      for (const [says, make] of values) {
        for (const way of ["turn", "alone"])
          equal(await rejected(doichieu, says, () => keeper[way](make())), "argument.call", `${way}: ${says}`);
      }
      equal(await rejected(doichieu, "keep", () => keeper.turn((_, { keep }) => keep("memory"))), "argument.object", "kept");
      equal(await keeper.turn(() => "free"), "free", "and after it");
      const { right, inspect } = world(doichieu, of);
      const whole = () => ({
        inspector: right({ type: "Inspector" }), scan: doichieu.Scan.qr(of.traffic.text), ask: right({ type: "Ask" }),
        memory: right({ type: "Memory" }), store: { putIfAbsent: async () => ({ kind: "fresh" }) }, at: of.now,
      });
      equal((await stores.inspectShared(whole())).kind, inspect().kind, "as it is right");
      for (const [says, make] of values) {
        await rejected(doichieu, says, () => stores.inspectShared(make()));
        for (const name of Object.keys(whole()))
          await rejected(doichieu, `${name}: ${says}`, () => stores.inspectShared({ ...whole(), [name]: make() }));
        // Whatever a store answers that is no answer, it has failed.
        const answered = await stores.inspectShared({ ...whole(), store: { putIfAbsent: async () => make() } });
        equal(answered.kind, "refer", `a store that answers ${says}`);
      }
      const misspelt = () => stores.inspectShared({ ...whole(), storage: {} });
      equal(await rejected(doichieu, "a misspelling", misspelt), "argument.member", "a misspelling");
    },
  };
};
