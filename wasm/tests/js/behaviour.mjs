// What a developer counts on, in Node, in a page and in a worker alike. `of`: what wasm/tests/showings.rs wrote.

import { bytes, equal, hex, ok, thrown } from "./check.mjs";
import { codes, desk } from "./desk.mjs";
import { lasting } from "./lasting.mjs";

/** With the members of each object in order. */
const sorted = (of) => {
  if (of === null || typeof of !== "object") return of;
  if (Array.isArray(of)) return of.map(sorted);
  return Object.fromEntries(Object.keys(of).toSorted().map((name) => [name, sorted(of[name])]));
};

export const tests = {
  ...lasting,

  "a traffic stop is accepted, byte for byte as natively"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const see = () => inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const seen = see();
    equal(seen.kind, "accept", "kind");
    equal(seen.json, of.traffic.json, "json");
    equal(JSON.stringify(seen), of.traffic.json, "JSON.stringify");
    equal(see().json, of.traffic.again, "the same code again");
    equal(hex(seen.memoryExtract()), of.traffic.extract, "memory extract");
    ok(seen instanceof doichieu.Report, "instanceof Report");
    equal(seen.headline.name, "accept", "headline");
    equal(seen.isTest, true, "a test root says so");
    equal([seen.at, seen.assurance.held], [of.now, "device-key"], "facts");
    equal(codes(seen.findings), ["held.face_not_compared"], "findings");
  },

  "values come one by one, and end"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const seen = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const [identity, licence, registration] = seen.papers;
    equal([identity.kind, licence.kind, registration.kind], ["identity", "driving_licence", "vehicle_registration"], "kinds");
    const written = JSON.stringify(seen.papers.map((paper) => ({ ...paper, release: undefined })));
    equal(written.includes("Giang"), false, "no value in a paper");
    const shown = licence.release.at(of.now);
    equal(shown.kind, "shown", "shown");
    equal(shown.fields(of.now).toSorted(), licence.fields, "field names");
    const name = shown.answer("full_name", of.now);
    equal([name.kind, typeof name.value, name.value], ["shown", "string", name.signed], "a text");
    ok(/^\d{4}-\d{2}-\d{2}$/.test(shown.answer("date_of_birth", of.now).value.earliest), "a date");
    ok(shown.answer("classes", of.now).value.every((of) => typeof of.class === "string"), "classes");
    const part = shown.answer("motorcycle_part", of.now).value ?? shown.answer("car_part", of.now).value;
    equal(Object.keys(part).toSorted(), ["issued_on", "points", "seized_until", "suspension", "valid_until"], "a part");
    equal([part.points.points, part.suspension], [12, null], "points, and no suspension");
    equal(shown.answer("residence", of.now).kind, "not_shown", "police may not see it");
    equal(thrown(() => shown.answer("plate", of.now), "a field of another kind").code, "argument.field", "a field of another kind");
    equal(typeof registration.release.at(of.now).answer("seats", of.now).value, "number", "a count");

    equal(licence.release.until, licence.until, "until");
    equal(licence.release.at(licence.until).kind, "ended", "at its end");
    equal(licence.release.at(of.now).kind, "ended", "for ever");
    equal(shown.answer("full_name", of.now).kind, "ended", "what was shown before has ended with it");
    equal(shown.fields(of.now), [], "nothing left");
    identity.release.end();
    equal(identity.release.at(of.now).kind, "ended", "ended by hand");
    const later = Math.min(registration.release.displayUntil + 180, registration.release.until);
    equal(registration.release.hold("hold.writing_record"), later, "held three minutes longer, never past its end");
  },

  "entries of every shape are those of the command line, said and frozen, and end"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const seen = inspector.inspect(doichieu.Scan.qr(of.values.text), ask, memory, of.now);
    const shown = seen.papers.map(({ kind, release }) => ({ kind, release, shown: release.at(of.now) }));
    const valuesOf = (paper) => Object.fromEntries(paper.entries(of.now).map(({ name, value }) => [name, value]));
    const values = shown.map(({ kind, shown: paper }) => [kind, valuesOf(paper)]);
    equal(sorted(Object.fromEntries(values)), sorted(of.values.golden), "the shape of --json --values (tests/golden/values.json)");
    for (const { kind, shown: paper } of shown) {
      const entries = paper.entries(of.now);
      equal(entries.map(({ name }) => name), paper.fields(of.now), `${kind}: names, in order`);
      for (const entry of [...entries, ...entries.flatMap(({ below }) => below)]) {
        const words = [entry.text.vi, entry.text.en, entry.label.vi, entry.label.en];
        ok(words.every((text) => text.trim() !== "") && entry.kind === kind, `${kind}.${entry.name}: ${words.join(" | ")}`);
        ok(Object.isFrozen(entry) && (entry.value === null || Object.isFrozen(entry.value)), `${entry.name} is frozen`);
        equal(entry.display, doichieu.fieldText(entry.name, kind).display, entry.name);
      }
      const [first] = entries;
      equal(paper.answer(first.name, of.now).value, first.value, "as answered");
    }
    const [identity, licence] = shown;
    const part = licence.shown.entries(of.now).find(({ name }) => name === "car_part");
    equal(part.below.map(({ name }) => name), ["issued_on", "valid_until", "points", "suspension", "seized_until"], "a part's fields");
    equal([part.below[1].value, part.below[1].text], [null, { vi: "không thời hạn", en: "no end" }], "no end is never none");
    equal(part.below[3].text.en, "from 1 Nov 2026 to the end of 31 Jan 2027", "a suspension");
    const born = identity.shown.entries(of.now).find(({ name }) => name === "date_of_birth");
    equal(born.text, { vi: "04/1991", en: "Apr 1991" }, "a partial date");
    licence.release.end();
    equal(licence.shown.entries(of.now), [], "none after the end");
    const print = doichieu.readPlain(of.plain.card);
    equal(print.entries().map(({ name }) => name).toSorted(), print.fields().toSorted(), "an unsigned code");
    print.end();
    equal(print.entries(), [], "none of it after the end");
  },

  "a finding has the paper's days while the release lives, and none after"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const seen = inspector.inspect(doichieu.Scan.qr(of.values.text), ask, memory, of.now);
    const { release, findings, kind } = seen.papers[1];
    const suspended = findings.find(({ code }) => code === "licence.part_suspended");
    const living = release.words(inspector, suspended, of.now);
    equal(living.en, "Car part of the licence: suspended from 1 Nov 2026 to the end of 31 Jan 2027", "with its days");
    const without = inspector.words(suspended, kind);
    ok(!/20\d\d/.test(without.vi + without.en), `without: ${without.en}`);
    equal([living.step, living.aloud], [without.step, without.aloud], "the same step");
    equal(thrown(() => release.words(inspector, { code: "no.such" }, of.now), "no code").code, "argument.reason", "no code");
    release.end();
    equal(release.words(inspector, suspended, of.now), without, "after the end");
  },

  "values that are kept past their end are none: every reading asks the clock again"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const host = Date.now;
    const clock = (seconds) => {
      Date.now = () => seconds * 1000;
    };
    try {
      clock(of.now);
      const seen = inspector.inspect(doichieu.Scan.qr(of.traffic.text), inspector.unprompted("traffic_control", encounterSeed), memory);
      const kept = seen.papers.map(({ release, until }) => ({ shown: release.at(), until }));
      const readings = [(shown) => shown.kind, (shown) => shown.answer("full_name", undefined), (shown) => shown.fields()];
      const [kind, answer, fields] = kept.map(({ shown, until }, place) => {
        const reading = () => readings[place](shown);
        clock(until - 1);
        const before = reading();
        clock(until);
        const after = reading();
        clock(of.now);
        return { before, after, again: [shown.kind, shown.answer(place === 2 ? "plate" : "full_name"), shown.fields()] };
      });
      equal([kind.before, kind.after], ["shown", "ended"], "kind");
      equal([answer.before.kind, answer.after], ["shown", { kind: "ended" }], "answer");
      equal([fields.before.length > 0, fields.after], [true, []], "fields");
      for (const { again } of [kind, answer, fields]) equal(again, ["ended", { kind: "ended" }, []], "for ever");
    } finally {
      Date.now = host;
    }
  },

  "values are read by the clock they were opened by, or by the host's where that is later"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const host = Date.now;
    const see = () => {
      const ask = inspector.unprompted("traffic_control", encounterSeed);
      const seen = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
      return seen.papers[1].release;
    };
    try {
      // An app with a clock of its own: the host's is years behind, then years ahead.
      for (const wrong of [of.now - 1e8, of.now + 1e8]) {
        Date.now = () => wrong * 1000;
        const shown = see().at(of.now);
        equal([shown.kind, shown.answer("full_name", of.now).kind], ["shown", "shown"], "its own");
        equal(shown.answer("full_name").kind, wrong < of.now ? "shown" : "ended", "none passed");
      }
      Date.now = () => (of.now - 1e8) * 1000;
      const release = see();
      const shown = release.at(of.now);
      Date.now = () => (of.now - 1e8 + release.until - of.now) * 1000;
      equal([shown.kind, shown.answer("full_name").kind], ["ended", "ended"], "it runs on");
      for (const none of [Number.NaN, -1, 1e15]) {
        Date.now = () => (of.now - 1e8) * 1000;
        const shown = see().at(of.now);
        Date.now = () => none * 1000;
        equal([shown.kind, shown.answer("full_name").kind, shown.fields()], ["ended", "ended", []], `no clock: ${none}`);
      }
    } finally {
      Date.now = host;
    }
    const shown = see().at(of.now);
    equal(thrown(() => shown.answer("full_name", 0.5), "no time").code, "argument.time", "no time");
    equal(shown.answer("full_name", of.now).kind, "shown", "nothing came of it");
  },

  "an encounter is 32 bytes, and its salt opens nothing again"(doichieu, of) {
    const { EncounterSeed } = doichieu;
    const { encounterSeed, inspector, memory } = desk(doichieu, of, "traffic_police");
    ok(encounterSeed.salt instanceof Uint8Array && encounterSeed.salt.length === 16, "a salt");
    equal(hex(EncounterSeed.kept(encounterSeed.salt).salt), hex(encounterSeed.salt), "kept");
    const see = (encounterSeed) =>
      inspector.inspect(doichieu.Scan.qr(of.traffic.text), inspector.unprompted("traffic_control", encounterSeed), memory, of.now);
    const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)].map(
      (random) => JSON.parse(see(new EncounterSeed(random)).json).request,
    );
    ok(one !== other, "digests are salted");
    const letters = "0123456789abcdef0123456789abcdef";
    for (const wrong of [
      undefined,
      null,
      32,
      letters,
      [...new Uint8Array(32)],
      new Uint8Array(31),
      new Uint8Array(33),
      new Float32Array(32),
    ]) {
      const error = thrown(() => new EncounterSeed(wrong), "no encounter");
      const code = wrong instanceof Uint8Array ? "argument.encounter" : "argument.bytes";
      equal([error instanceof doichieu.ArgumentError, error.code], [true, code], String(wrong));
    }
    for (const wrong of [undefined, letters.slice(16), new Uint8Array(15)])
      ok(/^argument\.(salt|bytes)$/.test(thrown(() => EncounterSeed.kept(wrong), "salt").code), String(wrong));
    equal(thrown(() => inspector.keptAsk(of.bank.challenge), "salt").code, "argument.bytes", "no salt");
    equal(thrown(() => inspector.keptAsk(of.bank.challenge, new Uint8Array(32)), "salt").code, "argument.salt", "no salt either");
  },

  "a mistaken argument is an ArgumentError, and nothing is asked or remembered"(doichieu, of) {
    const { encounterSeed, inspector, memory, bundle, roots } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const scan = doichieu.Scan.qr(of.traffic.text);
    const before = hex(memory.toBytes());
    const { seed } = of.bank;
    const all = { purpose: "traffic_control", only: "all" };
    const used = new doichieu.Memory();
    used.free();
    const mistakes = {
      "no encounter": () => inspector.unprompted("traffic_control"),
      "how it was before": () => inspector.unprompted("traffic_control", { question: "may_drive_b" }),
      "an encounter's bytes": () => inspector.unprompted("traffic_control", bytes(of.encounter)),
      "a challenge in no encounter": () => inspector.ask(all, bytes(seed)),
      "a time for an encounter": () => inspector.ask(all, bytes(seed), of.now),
      "seed and encounter the other way round": () => inspector.ask(all, encounterSeed, bytes(seed)),
      "a seed of letters": () => inspector.ask(all, "0123456789abcdef0123456789abcdef", encounterSeed),
      "resumed in no encounter": () => inspector.resume(of.bank.challenge, bytes(seed)),
      "an encounter in no encounter": () => new doichieu.Encounter(inspector, "traffic_control"),
      "an encounter of no inspector": () => new doichieu.Encounter(undefined, "traffic_control", encounterSeed),
      "no report": () => new doichieu.Encounter(inspector, "traffic_control", encounterSeed).add(undefined),
      "a text for a scan": () => inspector.inspect(of.traffic.text, ask, memory, of.now),
      "no memory": () => inspector.inspect(scan, ask),
      "a memory that was given back": () => inspector.inspect(scan, ask, used, of.now),
      "no text": () => doichieu.Scan.qr(undefined),
      "a number for a text": () => doichieu.Scan.qr(5),
      "a list for a text": () => doichieu.Scan.qr([]),
      "a text for bytes": () => doichieu.Scan.frame("DC1:"),
      "a length for bytes": () => doichieu.Scan.frame({ length: 3e9 }),
      "numbers for bytes": () => doichieu.Memory.fromBytes([1, 2, 3]),
      "a number for a code": () => doichieu.setUpText(22),
      "a question by itself": () => inspector.unprompted("traffic_control", encounterSeed, "may_drive_b"),
      "a question by number": () => inspector.unprompted("traffic_control", encounterSeed, { question: 12 }),
      "a question misspelt": () => inspector.unprompted("traffic_control", encounterSeed, { qeustion: "may_drive_b" }),
      "no purpose": () => inspector.ask(undefined, bytes(seed), encounterSeed, of.now),
      "fields by another name": () =>
        inspector.ask({ purpose: "traffic_control", fields: { identity: ["full_name"] } }, bytes(seed), encounterSeed, of.now),
      "fields that are none": () => inspector.ask({ purpose: "traffic_control", only: "identity" }, bytes(seed), encounterSeed, of.now),
      "no fields at all": () => inspector.ask({ purpose: "traffic_control", only: {} }, bytes(seed), encounterSeed, of.now),
      "an origin that is none": () => inspector.ask({ ...all, origin: 5 }, bytes(seed), encounterSeed, of.now),
      "a vehicle by its name": () => new doichieu.Encounter(inspector, "traffic_control", encounterSeed).judge({ vehicle: "car" }, of.now),
      "a plate by its number": () => new doichieu.Encounter(inspector, "traffic_control", encounterSeed).judge({ plate: 61805 }, of.now),
      "no file": () => doichieu.Bundle.open(undefined, roots, memory),
      "a time for a memory": () => doichieu.Bundle.open(bytes(of.lists.next), roots, of.now),
      "no delta": () => bundle.apply(null, roots, memory),
      "milliseconds": () => doichieu.Bundle.open(bytes(of.lists.next), roots, memory, of.now * 1000),
    };
    for (const [says, mistake] of Object.entries(mistakes)) {
      const error = thrown(mistake, says);
      equal(
        [error.name, error instanceof doichieu.ArgumentError, error.code.startsWith("argument.")],
        ["ArgumentError", true, true],
        `${says}: ${error}`,
      );
    }
    equal(hex(memory.toBytes()), before, "nothing is remembered");
    equal(inspector.inspect(scan, ask, memory, of.now).json, of.traffic.json, "and all of it still works");
  },

  "lists that are dated after the clock are not taken into use"(doichieu, of) {
    const { roots, bundle } = desk(doichieu, of, "clinic");
    const memory = new doichieu.Memory();
    for (const early of [0, of.now - 100_000]) {
      const open = thrown(() => doichieu.Bundle.open(bytes(of.lists.bundle), roots, memory, early), "early");
      equal([open instanceof doichieu.SetUpError, open.code], [true, "setup.from_the_future"], "opened");
      equal(thrown(() => bundle.apply(bytes(of.lists.delta), roots, memory, early), "early").code, "setup.from_the_future", "applied");
    }
    equal(doichieu.Bundle.open(bytes(of.lists.bundle), roots, memory).number, 57, "by the host's clock");
  },

  "a refused proof has no release"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const seen = inspector.inspect(doichieu.Scan.qr(of.forged), inspector.unprompted("traffic_control", encounterSeed), memory, of.now);
    equal([seen.kind, seen.headline.name], ["refuse", "not_proven"], "refused");
    ok(codes(seen.findings).includes("held.signature_failed"), "why");
    for (const paper of seen.papers) equal([paper.proof, "release" in paper], ["unproven", false], paper.kind);
  },

  "what is no document is a value"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "clinic");
    const ask = inspector.unprompted("clinic_admission", encounterSeed);
    const before = hex(memory.toBytes());
    const seen = inspector.inspect(doichieu.Scan.qr("012345678901|Nguyễn Văn Bình"), ask, memory, of.now);
    equal([seen.kind, seen.code, seen.layer, seen.at], ["unreadable", "scan.not_ours", "text", 0], "not ours");
    equal(seen.headline.name, "not_checked", "scanning again can never help");
    const inspected = (text) => inspector.inspect(doichieu.Scan.qr(text), ask, memory, of.now);
    const told = (text) => [inspected(text).code, inspected(text).headline.name];
    equal(told("8f14e45fceea167a5a36dedd4bea2543"), ["scan.another_app", "not_checked"], "another application's, perhaps VNeID's");
    equal(told("DC1:6BF"), ["scan.unreadable", "scan_again"], "one of ours, torn");
    equal(told(of.traffic.text.toLowerCase()), ["scan.keyboard_altered", "scan_again"], "one of ours, altered");
    ok(!seen.log.includes("Bình"), "the log has no content");
    const frame = inspector.inspect(doichieu.Scan.frame(new Uint8Array([255])), ask, memory, of.now);
    equal([frame.kind, frame.code, frame.layer], ["unreadable", "scan.unreadable", "cbor"], "a frame");
    equal(hex(memory.toBytes()), before, "nothing is remembered of it");
  },

  "the clock is the host's unless a time is passed"(doichieu, of) {
    const { bundle, inspector, memory, encounterSeed } = desk(doichieu, of, "clinic");
    const ask = inspector.unprompted("clinic_admission", encounterSeed);
    const before = Math.floor(Date.now() / 1000);
    const seen = inspector.inspect(doichieu.Scan.qr(of.clinic), ask, memory);
    ok(seen.at >= before && seen.at <= before + 5, "now");
    for (const wrong of [Date.now(), -1, 1.5, Number.NaN]) {
      const error = thrown(() => inspector.inspect(doichieu.Scan.qr(of.clinic), ask, memory, wrong), String(wrong));
      equal([error instanceof doichieu.ArgumentError, error.code], [true, "argument.time"], String(wrong));
    }
    equal(bundle.readiness(memory, of.now).ready, true, "ready");
    equal(bundle.readiness(memory, of.now).lists.map((list) => list.age), [7200, 7200], "ages");
    const past = bundle.readiness(memory, 0);
    equal([past.clockWrong, past.clock, past.newestSigned, past.inDoubt], [true, 0, memory.floor, false], "1970");
  },

  "a file of another kind is told as what it is, from what is in it"(doichieu, of) {
    const { bundle, roots, memory } = desk(doichieu, of, "clinic");
    const [anchor, lists, mandate] = [of.anchor, of.lists.bundle, of.mandates.clinic].map(bytes);
    const page = new TextEncoder().encode("<!DOCTYPE html><title>Wi-Fi</title>");
    const { Bundle, ConsentProof, Memory, Post, Roots, recognise } = doichieu;
    /** @type {[() => unknown, string, string, string][]} */
    const chosen = [
      [() => Roots.dangerousTest(lists), "roots_malformed", "lists", "Đây là bộ danh sách, không phải tệp khóa gốc."],
      [() => Roots.fromBytes(page), "roots_malformed", "web_page", "Đây là trang web, không phải tệp khóa gốc."],
      [() => Bundle.open(anchor, roots, memory), "bundle_malformed", "roots", "Đây là tệp khóa gốc, không phải bộ danh sách."],
      [() => bundle.apply(mandate, roots, memory), "bundle_malformed", "mandate", "Đây là tệp quyền kiểm tra, không phải phần thay đổi"],
      [() => Bundle.mergeFiles(lists, anchor), "bundle_malformed", "roots", "Đây là tệp khóa gốc, không phải phần thay đổi"],
      [() => Bundle.deltaBetween(anchor, lists), "bundle_malformed", "roots", "Đây là tệp khóa gốc, không phải bộ danh sách."],
      [() => Post.open(memory.toBytes(), bundle), "mandate_malformed", "memory", "Đây là bộ nhớ các lượt xuất trình, không phải"],
      [() => Memory.fromBytes(mandate), "memory_malformed", "mandate", "Đây là tệp quyền kiểm tra, không phải bộ nhớ"],
    ];
    for (const [call, code, found, vi] of chosen) {
      const error = thrown(call, vi);
      equal([error instanceof doichieu.SetUpError, error.code, error.found], [true, `setup.${code}`, found], vi);
      ok(error.vi.startsWith(vi), error.vi);
    }
    equal("found" in thrown(() => Roots.fromBytes(anchor), "a test root"), false, "the right kind, refused for what is in it");
    equal("found" in thrown(() => Roots.fromBytes(new Uint8Array(9)), "nothing known"), false, "no known kind");
    const kept = ConsentProof.open(lists, of.now);
    equal([kept.code, kept.found], ["consent.malformed", "lists"], "kept");
    ok(kept.en.startsWith("This is a list set, not a kept consent."), kept.en);
    equal([recognise(lists).name, recognise(anchor).name, recognise(new Uint8Array()).name], ["lists", "roots", "empty"], "names");
    for (const wanted of [undefined, "lists", "delta"]) equal(recognise(lists, wanted).told, undefined, "it fits");
    equal(recognise(lists, "roots").told.en, "This is a list set, not a root key file. Choose the right file.", "told");
    equal(thrown(() => recognise(lists, "rots"), "a misspelling").code, "argument.file_kind", "a kind that is none");
  },

  "set-up faults are thrown, typed and in two languages"(doichieu, of) {
    const { bundle, roots, memory } = desk(doichieu, of, "clinic");
    const error = thrown(() => doichieu.Roots.fromBytes(bytes(of.anchor)), "a test root at the ordinary door");
    ok(error instanceof doichieu.SetUpError && error instanceof Error, "its class");
    equal([error.name, error.code], ["SetUpError", "setup.root_is_test"], "its code");
    equal([error.en, error.vi], [doichieu.setUpText(error.code).en, doichieu.setUpText(error.code).vi], "its texts");
    const code = (call) => thrown(call, "a fault").code;
    equal(code(() => doichieu.Bundle.open(new Uint8Array(9), roots, memory)).startsWith("setup."), true, "no bundle");
    equal(code(() => doichieu.Post.open(new Uint8Array(9), bundle)), "setup.mandate_malformed", "no mandate");
    equal(code(() => doichieu.Memory.fromBytes(new Uint8Array(9))), "setup.memory_malformed", "no memory");
    const { inspector: bank, encounterSeed } = desk(doichieu, of, "bank");
    const refused = thrown(() => bank.unprompted("bank_onboarding", encounterSeed), "only by challenge");
    equal([refused instanceof doichieu.AskError, refused.name, refused.code], [true, "AskError", "ask.only_by_challenge"], "an ask");
    ok(refused.vi && refused.en, "an ask's texts");
    equal(code(() => bank.unprompted("something", encounterSeed)), "argument.purpose", "no purpose");
  },

  "a memory is bytes, and remembers"(doichieu, of) {
    const { roots, memory } = desk(doichieu, of, "clinic");
    doichieu.Bundle.open(bytes(of.lists.next), roots, memory, of.now);
    const again = doichieu.Memory.fromBytes(memory.toBytes());
    equal(hex(again.toBytes()), hex(memory.toBytes()), "one spelling");
    ok(again.floor > 0 && again.floor <= of.now, "a floor");
    equal(
      thrown(() => doichieu.Bundle.open(bytes(of.lists.bundle), roots, again, of.now), "older").code,
      "setup.bundle_rolled_back",
      "older",
    );
  },

  async "a turn with the memory: read anew, used, written, and only then answered"(doichieu, of) {
    const { Keeper, MemoryBusy, Memory, Scan } = doichieu;
    const { inspector, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const told = [];
    let kept = { lists: "old" };
    const store = {
      read: async () => (told.push("read"), kept),
      write: async (things) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        kept = { ...kept, ...things };
        told.push(`wrote ${Object.keys(things).toSorted().join()}`);
      },
    };
    // Each runs in a name of its own: other pages and threads have theirs.
    const keeper = new Keeper(store, { name: crypto.randomUUID(), patience: 400 });
    const inspect = (memory) => inspector.inspect(Scan.qr(of.traffic.text), ask, memory, of.now).json;
    equal(
      [await keeper.turn(inspect), told.push("shown"), await keeper.turn(inspect)],
      [of.traffic.json, 3, of.traffic.again],
      "remembered from turn to turn",
    );
    equal(told.slice(0, 4), ["read", "wrote memory", "shown", "read"], "in this order");
    equal(Memory.fromBytes(kept.memory).showings, 1, "kept");

    told.length = 0;
    const unread = await keeper.turn((memory) => inspector.inspect(Scan.qr("nothing"), ask, memory, of.now).kind);
    equal([unread, told], ["unreadable", ["read"]], "nothing changed, nothing is written");
    const both = await keeper.turn(async (memory, { kept, keep }) => {
      keep({ lists: "new" });
      keep({ mandate: "new" });
      inspector.inspect(Scan.qr(of.crowd[0]), ask, memory, of.now);
      return kept.lists;
    });
    equal(
      [both, told.at(-1), kept.lists, kept.mandate, Memory.fromBytes(kept.memory).showings],
      ["old", "wrote lists,mandate,memory", "new", "new", 2],
      "together",
    );

    const before = hex(kept.memory);
    const failing = async (work, on = keeper) => on.turn(work).then(() => "nothing was thrown", (error) => error);
    const thrower = await failing((memory, { keep }) => {
      inspect(memory);
      keep({ lists: "newest" });
      throw new RangeError("no");
    });
    equal([thrower instanceof RangeError, kept.lists, hex(kept.memory)], [true, "new", before], "or neither");
    const full = new Keeper({ read: store.read, write: () => Promise.reject(new RangeError("full")) }, { name: crypto.randomUUID() });
    equal(
      (await failing((memory) => inspector.inspect(Scan.qr(of.crowd[1]), ask, memory, of.now), full)).message,
      "full",
      "not written, not answered",
    );
    const bad = new Keeper({ read: async () => ({ memory: new Uint8Array(9) }), write: store.write }, { name: crypto.randomUUID() });
    equal((await failing(() => 1, bad)).code, "setup.memory_malformed", "no memory");
    equal(await bad.alone(() => "erased"), "erased", "and a way out");

    let stale;
    await keeper.turn((memory) => void (stale = memory));
    equal(thrown(() => inspect(stale), "stale").code, "argument.freed", "a memory is one turn's");
    const within = await failing(() => keeper.turn(() => 1));
    equal(
      [within instanceof MemoryBusy, within.name, within.code, Boolean(within.vi && within.en)],
      [true, "MemoryBusy", "memory.busy", true],
      "a turn within a turn",
    );
    equal(await keeper.turn(() => "free"), "free", "and after it");
  },

  "bundles are handed on as deltas"(doichieu, of) {
    const { bundle, roots, memory, inspector, encounterSeed } = desk(doichieu, of, "clinic");
    const { Bundle, Inspector } = doichieu;
    const next = bundle.apply(bytes(of.lists.delta), roots, memory, of.now);
    equal([bundle.number, next.number], [57, 58], "numbers");
    equal(hex(Bundle.deltaBetween(bytes(of.lists.bundle), bytes(of.lists.next))), of.lists.delta, "delta");
    equal(hex(Bundle.mergeFiles(bytes(of.lists.bundle), bytes(of.lists.delta))), of.lists.next, "merged");
    const post = doichieu.Post.open(bytes(of.mandates.clinic), bundle);
    equal([post.name, post.role.name, post.purposes], ["clinic-01", "clinic", ["clinic_admission"]], "post");
    const settings = ["traffic_police", "clinic", "bank"].map((role) => doichieu.Post.open(bytes(of.mandates[role]), bundle).role.setting);
    equal(settings, ["road", "clinic", "desk"], "where each works");
    equal(thrown(() => new Inspector(next, post), "of another bundle").code, "setup.post_of_another_bundle", "another bundle");
    ok(inspector.unprompted("clinic_admission", encounterSeed).wants("identity", "full_name"), "the old one is still good");
  },

  async "a challenge is signed in two steps by WebCrypto"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "bank");
    const key = await postKey(of.bank.postKey);
    const wants = { purpose: "bank_onboarding", only: { identity: ["full_name"] } };
    const draft = inspector.ask(wants, bytes(of.bank.seed), encounterSeed, of.now);
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned());
    const challenge = draft.seal(new Uint8Array(signature));
    ok(challenge.text.startsWith("DCQ1:"), "text");
    ok(challenge.ask.wants("identity", "full_name") && !challenge.ask.wants("identity", "residence"), "no more than that");
    equal(challenge.ask.until > of.now, true, "until");
    const other = inspector.ask({ purpose: "bank_onboarding", only: "all" }, bytes(of.bank.seed), encounterSeed, of.now);
    equal(thrown(() => other.seal(new Uint8Array(signature)), "of other bytes").code, "ask.not_signed", "of other bytes");
    const wider = () =>
      inspector.ask({ purpose: "bank_onboarding", only: { driving_licence: ["classes"] } }, bytes(of.bank.seed), encounterSeed, of.now);
    equal(thrown(wider, "wider").code, "ask.wider_than_mandate", "wider");
    const short = thrown(() => inspector.ask({ purpose: "bank_onboarding", only: "all" }, new Uint8Array(31), encounterSeed), "seed");
    equal(short.code, "argument.seed", "seed");
    equal(memory.showings, 0, "nothing was shown");
  },

  "a sealed answer, byte for byte as natively, and computed again"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "bank");
    const draft = inspector.ask({ purpose: "bank_onboarding", only: "all" }, bytes(of.bank.seed), encounterSeed, of.now);
    equal(hex(draft.toBeSigned()), of.bank.toBeSigned, "to be signed");
    const challenge = draft.seal(bytes(of.bank.signature));
    equal(challenge.text, of.bank.challenge, "challenge");
    const resumed = inspector.resume(challenge.text, bytes(of.bank.seed), encounterSeed);
    const scan = doichieu.Scan.qr(of.bank.answer);
    const seen = inspector.inspect(scan, resumed, memory, of.now);
    equal([seen.kind, seen.json], ["accept", of.bank.json], "json");
    equal(seen.assurance.challengeBound, true, "bound to the challenge");
    const again = inspector.recompute(
      inspector.unsealed(scan, resumed),
      inspector.keptAsk(challenge.text, encounterSeed.salt),
      seen.at,
      seen.memoryExtract(),
    );
    equal(again.json, of.bank.json, "computed again");
    const stray = inspector.inspect(doichieu.Scan.qr(of.traffic.text), resumed, memory, of.now);
    equal([stray.kind, codes(stray.findings)], ["refer", ["held.not_answered"]], "never falls back");
    equal(inspector.unsealed(doichieu.Scan.qr(of.traffic.text), resumed), undefined, "no answer to this ask");
    equal(inspector.unsealed(doichieu.Scan.qr("x"), resumed).kind, "unreadable", "no document");
    const extract = thrown(() => inspector.recompute(bytes(of.traffic.frame), resumed, of.now, new Uint8Array(3)), "extract");
    equal(extract.code, "argument.extract", "no extract");
  },

  "animated codes come whole in any order"(doichieu, of) {
    for (const [role, purpose, animated, json] of [
      ["traffic_police", "traffic_control", of.traffic.animated, of.traffic.json],
      ["bank", undefined, of.bank.animated, of.bank.json],
    ]) {
      const { inspector, memory, encounterSeed } = desk(doichieu, of, role);
      const resumed = () => inspector.resume(of.bank.challenge, bytes(of.bank.seed), encounterSeed);
      const ask = purpose ? inspector.unprompted(purpose, encounterSeed) : resumed();
      const frames = new doichieu.Frames();
      equal(frames.push("DC1:whole").kind, "still", "still");
      equal(frames.push("nothing").unreadable.kind, "unreadable", "ignored");
      const progress = animated.toReversed().flatMap((text) => [frames.push(text), frames.push(text)]);
      equal(progress[0], { kind: "collected", have: 1, of: animated.length }, "progress");
      equal(progress.at(-1), { kind: "complete", what: purpose ? "showing" : "sealed_answer" }, "complete");
      ok(frames.complete().bytes.length > 100, "bytes");
      const seen = inspector.inspect(frames.scan(), ask, memory, of.now);
      equal(seen.kind, "accept", "accepted");
      if (!purpose) equal(seen.json, json, "json");
      frames.reject();
      equal(frames.scan(), undefined, "rejected");
    }
  },

  "an encounter collects several phones, and reports stay readable"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const encounter = new doichieu.Encounter(inspector, "traffic_control", encounterSeed);
    const seen = of.pillion.texts.map((text) => inspector.inspect(doichieu.Scan.qr(text), ask, memory, of.now));
    const paper = seen[0].papers[0];
    for (const report of seen) encounter.add(report);
    equal(thrown(() => encounter.add(seen[0]), "once only").code, "argument.report", "once only");
    const judged = encounter.judge({}, of.now);
    equal(judged.json, of.pillion.json, "json");
    equal([judged.kind, codes(judged.findings)], [of.pillion.verdict, of.pillion.codes], "judged");
    const places = judged.papers.map(({ report, showing, paper, kind }) => [report, showing, paper, kind]);
    equal(places, [[0, 0, 0, "driving_licence"], [1, 1, 0, "vehicle_registration"]], "papers");
    ok(judged.papers.every(({ headline, verdict }) => headline.vi && verdict), "judged for the vehicle");
    equal(judged.papers[0].covers.answer, "yes", "a licence for the other phone's motorbike");
    ok(doichieu.citation(judged.papers[0].covers.rule), "and by which rule");
    equal(judged.showings.map(({ kind, headline }) => [kind, typeof headline.en]), seen.map(({ kind }) => [kind, "string"]), "showings");
    equal(encounter.reports.map((report) => report.json), seen.map((report) => report.json), "reports");
    equal(paper.release.at(of.now).kind, "shown", "a paper that was held before");
    paper.release.end();
    equal(encounter.reports[0].papers[0].release.at(of.now).kind, "ended", "one release, wherever it is held");
    const after = encounter.judge({}, of.now);
    equal([after.kind, after.showings.map(({ ended }) => ended)], [of.pillion.verdict, [true, false]], "what it proved stands");
  },

  "beside others: nothing is told before the store has answered, and it answers once"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const before = hex(memory.toBytes());
    const wait = (text = of.traffic.text) => inspector.inspectShared(doichieu.Scan.qr(text), ask, memory, of.now);
    const unsettled = wait();
    ok(unsettled instanceof doichieu.Unsettled, "its class");
    equal(unsettled.kind, "unsettled", "kind");
    for (const name of ["papers", "findings", "headline", "json", "consumed"]) equal(name in unsettled, false, name);
    const { showing } = unsettled;
    equal(Object.keys(showing), ["key", "showing", "post", "encounter", "at", "until", "bytes"], "a showing");
    equal(
      [showing.key, showing.showing, showing.post, showing.encounter].map((of) => of instanceof Uint8Array && of.length),
      [32, 32, 32, 32],
      "digests",
    );
    equal([hex(showing.key), showing.at, showing.until > showing.at], [hex(showing.showing), of.now, true], "unprompted, and for a while");
    equal(hex(doichieu.readShowing(showing.bytes).bytes), hex(showing.bytes), "read again");
    equal(
      [new Uint8Array(), showing.bytes.slice(1), showing.key].map(doichieu.readShowing),
      [undefined, undefined, undefined],
      "anything else",
    );

    const seen = unsettled.settle({ kind: "fresh" });
    equal([seen.kind, seen.json, seen.consumed, hex(seen.showing().bytes)], ["accept", of.traffic.json, true, hex(showing.bytes)], "fresh");
    const again = thrown(() => unsettled.settle({ kind: "fresh" }), "twice");
    equal([again instanceof doichieu.ArgumentError, again.code], [true, "argument.freed"], "twice");
    equal(hex(unsettled.showing.bytes), hex(showing.bytes), "it still says which");

    const { bytes: _, ...plain } = showing;
    const { encounter: __, ...unknown } = plain;
    /** @type {[answer: unknown, kind: string, consumed: boolean, code: string][]} */
    const cases = [
      [{ kind: "seen", showing }, "accept", true, "held.shown_again"],
      [{ kind: "seen", showing: plain }, "accept", true, "held.shown_again"],
      [{ kind: "seen", bytes: showing.bytes }, "accept", true, "held.shown_again"],
      [{ kind: "seen", showing: unknown }, "refer", false, "held.shown_in_another_encounter"],
      [{ kind: "seen", showing: { ...plain, encounter: showing.key } }, "refer", false, "held.shown_in_another_encounter"],
      [{ kind: "seen", showing: { ...plain, post: showing.key } }, "refuse", false, "held.used_elsewhere"],
      [{ kind: "seen", showing: { ...plain, key: showing.post } }, "refer", false, "post.store_failed"],
      [{ kind: "failed" }, "refer", false, "post.store_failed"],
    ];
    for (const [answer, kind, consumed, code] of cases) {
      const report = wait().settle(answer);
      equal(
        [report.kind, report.consumed, codes(report.findings).includes(code)],
        [kind, consumed, true],
        `${JSON.stringify(answer)} ${code}`,
      );
    }
    equal(wait().settle({ kind: "seen", showing }).json, of.traffic.again, "as a memory would");
    equal(hex(memory.toBytes()), before, "and the memory is as it was");

    /** @type {unknown[]} */
    const wrong = [
      undefined, null, "fresh", 1, [], {}, { kind: "seen" }, { kind: "none" }, { kind: "fresh", showing }, { kind: "failed", why: 1 },
      { kind: "seen", showing, bytes: showing.bytes },
    ];
    const odd = [
      null,
      1,
      [],
      showing.bytes,
      { ...plain, at: -1 },
      { ...plain, at: 0.5 },
      { ...plain, until: "1" },
      { ...plain, until: of.now * 1000 },
      { ...plain, key: [...showing.key] },
    ];
    const more = [
      { ...plain, post: showing.post.slice(1) },
      { ...plain, encounter: null },
      { ...plain, more: 1 },
      { ...plain, bytes: showing.key },
      { ...showing, at: showing.at - 1 },
    ];
    wrong.push(...[...odd, ...more].map((showing) => ({ kind: "seen", showing })));
    wrong.push(
      ...[null, "", showing.key, new Uint8Array(), hex(showing.bytes), [...showing.bytes]].map((bytes) => ({ kind: "seen", bytes })),
    );
    wrong.push({ get kind() { throw new Error("no"); } });
    for (const text of [of.traffic.text, of.forged]) {
      const waiting = wait(text);
      for (const [place, answer] of wrong.entries()) {
        const error = thrown(() => waiting.settle(answer), `no answer ${place}`);
        equal(
          [error instanceof doichieu.ArgumentError, /^argument\.(answer|member|object|bytes|time|text)$/.test(error.code)],
          [true, true],
          `${place} ${error.code}`,
        );
      }
      equal(waiting.settle({ kind: "fresh" }).kind, text === of.forged ? "refuse" : "accept", "nothing was used up");
    }
    equal(thrown(() => inspector.inspectShared(doichieu.Scan.qr(""), ask, memory, 0.5), "time").code, "argument.time", "no time");
    equal([wait("nothing").kind, wait("nothing").code], ["unreadable", "scan.not_ours"], "not a document");
    const forged = wait(of.forged);
    equal(forged.showing, undefined, "nothing to keep");
    for (const answer of [{ kind: "fresh" }, { kind: "failed" }, { kind: "seen", showing }, { kind: "seen", bytes: showing.bytes }]) {
      const report = wait(of.forged).settle(answer);
      equal(
        [report.kind, report.consumed, report.showing(), codes(report.findings).includes("post.store_failed")],
        ["refuse", false, undefined, false],
        "and no word counts",
      );
    }
    const alone = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    equal([alone.consumed, hex(alone.showing().bytes)], [true, hex(showing.bytes)], "a memory's report says so too");
  },

  "still this person: a person's word makes one showing of another encounter the note, and the report keeps it"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const see = (ask) => inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const first = see(inspector.unprompted("traffic_control", encounterSeed));
    equal([first.kind, first.stillThisPerson], ["accept", false], "first");
    const ask = inspector.unprompted("traffic_control", new doichieu.EncounterSeed(new Uint8Array(32).fill(7)));
    const found = see(ask);
    equal(
      [found.kind, found.stillThisPerson, codes(found.findings).includes("held.shown_in_another_encounter")],
      ["refer", false, true],
      "in another",
    );
    const said = see(ask.stillThisPerson(found.showing()));
    equal(
      [said.kind, said.stillThisPerson, said.consumed, codes(said.findings).includes("held.shown_again")],
      ["accept", true, false, true],
      "said",
    );
    equal(JSON.parse(said.json).stillThisPerson, true, "in the JSON");
    equal(see(ask).kind, "refer", "the ask it was said of is another");
    /** @type {[unknown, string][]} */
    const none = [
      [undefined, "object"],
      [null, "object"],
      [{}, "showing"],
      [{ bytes: "00" }, "bytes"],
      [{ bytes: new Uint8Array(3) }, "showing"],
      [{ ...found.showing(), of: 1 }, "member"],
    ];
    for (const [wrong, code] of none) {
      equal(thrown(() => ask.stillThisPerson(wrong), "no showing").code, `argument.${code}`, "no showing");
    }
  },

  "two clocks that are apart: how far, and where the phone's stands, from the first showing on"(doichieu, of) {
    const at = (now) => {
      const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
      return inspector.inspect(doichieu.Scan.qr(of.traffic.text), inspector.unprompted("traffic_control", encounterSeed), memory, now);
    };
    equal(at(of.now).clockDifference, undefined, "in time");
    const { seconds, phone } = at(of.now + 3600).clockDifference;
    equal([phone, Math.abs(seconds - 3600) <= 60], ["behind", true], "behind");
    equal(at(of.now + 200).clockDifference, undefined, "too little to be worth a look");
  },

  "two memories are joined, in whatever order; a list of the future is a doubt and no floor that was taken"(doichieu, of) {
    const { roots, memory, inspector, encounterSeed } = desk(doichieu, of, "traffic_police");
    const other = doichieu.Memory.fromBytes(memory.toBytes());
    inspector.inspect(doichieu.Scan.qr(of.traffic.text), inspector.unprompted("traffic_control", encounterSeed), memory, of.now);
    equal([memory.showings, other.showings, memory.doubt], [1, 0, undefined], "before");
    const [left, right] = [doichieu.Memory.fromBytes(memory.toBytes()), doichieu.Memory.fromBytes(other.toBytes())];
    left.join(other);
    right.join(memory);
    equal([right.showings, hex(left.toBytes())], [1, hex(right.toBytes())], "joined");
    equal(thrown(() => left.join({}), "no memory").code, "argument.instance", "no memory");
    const early = new doichieu.Memory();
    const error = thrown(() => doichieu.Bundle.open(bytes(of.lists.bundle), roots, early, of.now - 30 * 86_400), "of the future");
    equal([error.code, early.doubt, early.floor], ["setup.from_the_future", memory.floor, memory.floor], "a doubt");
  },

  "an encounter says what is needed and was not shown, and what may be done"(doichieu, of) {
    const { inspector, encounterSeed } = desk(doichieu, of, "traffic_police");
    const encounter = new doichieu.Encounter(inspector, "traffic_control", encounterSeed);
    const judged = encounter.judge({ vehicle: { kind: "car", seats: 5 }, plate: "30K-123.45" }, of.now);
    equal([judged.kind, judged.papers, judged.unread], ["refer", [], 0], "nothing was shown");
    const licence = judged.needs.find(({ kind }) => kind === "driving_licence");
    equal(licence.state, "not_shown", "a licence is needed");
    ok(licence.law && licence.rule && licence.steps.length > 0, "by which rule, and what then");
    ok(licence.steps.every(({ step }) => step.code && step.vi && step.en), "steps in words");
    ok(licence.steps.some(({ rule, law }) => rule && law), "and with their articles");
    equal(judged.needs.find(({ kind }) => kind === "inspection_certificate")?.state, "not_shown", "a car is inspected");
    const moped = encounter.judge({ vehicle: { kind: "moped" } }, of.now);
    equal(moped.needs.find(({ kind }) => kind === "driving_licence").state, "not_applicable", "none for a moped");
    encounter.addUnread();
    equal([encounter.readAfterAll(), encounter.readAfterAll()], [true, false], "read after all, and none is open any more");
    encounter.addUnread();
    const unread = encounter.judge({}, of.now);
    equal([unread.unread, unread.headline.name], [1, "scan_again"], "a code that was not read");
  },

  "a report of another desk, purpose or encounter is no part of an encounter"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const clinic = desk(doichieu, of, "clinic");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const see = () => inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const report = see();
    const error = thrown(() => new doichieu.Encounter(clinic.inspector, "clinic_admission", encounterSeed).add(report), "another role");
    equal(
      [error instanceof doichieu.EncounterError, error.name, error.code],
      [true, "EncounterError", "encounter.other_role"],
      "its class",
    );
    ok(error.vi && error.en, "its texts");
    const encounter = new doichieu.Encounter(inspector, "traffic_control", encounterSeed);
    const other = new doichieu.Encounter(inspector, "traffic_control", new doichieu.EncounterSeed(new Uint8Array(32).fill(1)));
    equal(thrown(() => other.add(report), "another encounter").code, "encounter.other_encounter", "another encounter");
    equal(report.json, of.traffic.json, "it stayed as it was");
    for (let more = 0; more < 8; more += 1) encounter.add(see());
    equal(encounter.full, true, "it says so before");
    equal(thrown(() => encounter.add(report), "a ninth").code, "encounter.full", "full");
  },

  "no code at all, and a number instead: steps, no verdict, no number"(doichieu, of) {
    const { inspector } = desk(doichieu, of, "traffic_police");
    const nothing = inspector.nothingShown("traffic_control", "driving_licence", of.now);
    equal(
      [Object.keys(nothing), nothing.kind, nothing.headline.name],
      [["kind", "headline", "steps"], "driving_licence", "not_checked"],
      "nothing shown",
    );
    ok(nothing.steps[0].law.includes("73/2024/TT-BCA"), "its article");
    const typed = inspector.numberOnly("traffic_control", "driving_licence", "790 123 456 789", of.now);
    equal([Object.keys(typed), typed.form.code], [["kind", "kinds", "headline", "form", "steps"], "licence_no"], "its form");
    ok(typed.form.vi && typed.form.en && typed.steps.length > 0, "in words");
    ok(!JSON.stringify(typed).includes("123"), "never the number");
    equal(inspector.numberOnly("traffic_control", "vehicle_registration", "30K-123.45", of.now).form.code, "plate_car", "a plate");
    equal(inspector.numberOnly("traffic_control", "identity", "12", of.now).steps[0].step.code, "check_number", "another form");
    equal(
      thrown(() => inspector.nothingShown("clinic_admission", "identity", of.now), "purpose").code,
      "ask.purpose_not_allowed",
      "purpose",
    );
    equal(
      thrown(() => inspector.nothingShown("traffic_control", "health_insurance_card", of.now), "kind").code,
      "ask.wider_than_mandate",
      "kind",
    );
  },

  "a question is answered, and nothing else of the paper is there"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector
      .unprompted("traffic_control", encounterSeed, { question: "may_drive_this_vehicle" })
      .forVehicle({ kind: "car", seats: 5 });
    equal([ask.question, ask.basis], ["may_drive_this_vehicle", undefined], "the question");
    const seen = inspector.inspect(doichieu.Scan.qr(of.question.text), ask, memory, of.now);
    equal(seen.json, of.question.json, "json");
    const [paper] = seen.papers;
    equal([paper.proof, paper.question, paper.answer.answer], ["answered", "may_drive_this_vehicle", of.question.answer], "answered");
    equal(["release" in paper, "fields" in paper], [false, false], "and no more");
    equal(
      thrown(() => inspector.unprompted("traffic_control", encounterSeed, { question: "may_fly" }), "question").code,
      "argument.question",
      "no question",
    );
    equal(
      thrown(() => inspector.unprompted("traffic_control", encounterSeed, { basis: "law-1-2000-art-1" }), "basis").code,
      "ask.basis_not_allowed",
      "no basis of this role",
    );
    const both = () => inspector.unprompted("traffic_control", encounterSeed, { question: "may_drive_b", basis: "law-91-2025-art-19" });
    equal(thrown(both, "both").code, "argument.basis", "one or the other");
    const draft = inspector.ask({ purpose: "traffic_control", question: "may_drive_b" }, new Uint8Array(32), encounterSeed, of.now);
    ok(draft.toBeSigned().length > 100, "a challenge with a question");
    const wider = () =>
      inspector.ask(
        { purpose: "traffic_control", question: "may_drive_b", only: { identity: ["full_name"] } },
        new Uint8Array(32),
        encounterSeed,
        of.now,
      );
    equal(thrown(wider, "wider").code, "argument.only", "a question and fields");
  },

  "the citizen's side proves an ask first"(doichieu, of) {
    const { bundle } = desk(doichieu, of, "bank");
    const asked = doichieu.Asked.open(of.bank.challenge, bundle, of.now);
    equal([asked.kind, asked.post, asked.role, asked.purpose], ["asked", "bank-01", "bank", "bank_onboarding"], "who asks, and why");
    ok(asked.fields.find(({ kind }) => kind === "identity").fields.includes("full_name"), "for what");
    equal([asked.fields.flatMap(({ sensitive }) => sensitive), asked.sensitive], [[], undefined], "a bank asks for nothing sensitive");
    const late = doichieu.Asked.open(of.bank.challenge, bundle, of.now + 86_400);
    equal([late.kind, late.code], ["refused", "asked.not_in_time"], "late");
    ok(late.vi && late.en, "in words");
  },

  "a form is held against a paper without its values"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const seen = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const { release } = seen.papers[0];
    const same = release.matches({ name: "NGUYEN THI HUONG GIANG", birth: "1991-04-12", number: "001 191 034 826" }, of.now);
    equal(same, { kind: "matched", name: "no_diacritics", birth: "same", number: "same", documentNumber: "not_declared" }, "levels");
    equal(release.matches({ birth: "1991" }, of.now).birth, "compatible", "a year");
    equal(release.matches({ birth: "1991-04-13" }, of.now).birth, "different", "another day");
    equal(thrown(() => release.matches({ birth: "1991-13-01" }, of.now), "birth").code, "argument.birth", "no day");
    for (let more = 0; more < 8; more += 1) release.matches({ name: "x" }, of.now);
    equal(release.matches({ name: "x" }, of.now).name, "too_often", "no guessing");
    release.end();
    equal(release.matches({ name: "x" }, of.now).kind, "ended", "ended");
  },

  "an unsigned code is read and compared, never verified"(doichieu, of) {
    equal(
      [doichieu.plainKind(of.plain.chip), doichieu.plainKind(of.plain.card), doichieu.plainKind(of.plain.mrz)],
      ["chip_card", "health_card", "mrz"],
      "kinds",
    );
    equal(doichieu.plainKind(of.traffic.text), undefined, "one of ours is none");
    const read = doichieu.readPlain(of.plain.chip);
    ok(read instanceof doichieu.UnsignedReading, "its class");
    equal([read.kind, read.paper, read.code.code], ["unsigned", "identity", "chip_card"], "what it is");
    equal("verdict" in read || "headline" in read, false, "no verdict");
    ok(read.fields().includes("full_name"), "fields");
    equal([read.answer("gender"), read.answer("residence").kind], [{ kind: "shown", value: "Nữ" }, "shown"], "what it says");
    equal(read.answer("valid_until").kind, "not_shown", "what it does not say");
    equal(thrown(() => read.answer("plate"), "field").code, "argument.field", "a field of another kind");
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const seen = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    const { release } = seen.papers[0];
    const compared = read.compare(release, of.now);
    equal([compared.kind, compared.code], ["compared", undefined], "compared");
    equal(compared.fields.find(({ field }) => field === "full_name").likeness.code, "same", "the same name");
    const other = doichieu.readPlain(of.plain.other).compare(release, of.now);
    equal(other.code, "plain.differs", "somebody else's card");
    ok(!JSON.stringify(other).includes("Giang"), "no value in a comparison");
    release.end();
    equal(read.compare(release, of.now).kind, "ended", "the paper has ended");
    read.end();
    equal([read.fields(), read.answer("gender").kind], [[], "ended"], "ended");
    const unread = doichieu.readPlain("nothing");
    equal([unread.kind, unread.code], ["unread", "scan.not_ours"], "no plain code");
    const mojibake = of.plain.chip.replace("ữ", "á»¯");
    equal(
      [doichieu.readPlain(mojibake).code, doichieu.readPlain(mojibake).kind],
      ["scan.keyboard_altered", "unread"],
      "never read as another name",
    );
  },

  "what altered a code on its way is named, and nothing else is"(doichieu, of) {
    const named = (text) => doichieu.whatAltered(text);
    for (const text of [of.traffic.text, of.plain.chip, of.plain.card, of.plain.mrz, "nothing", ""])
      equal(named(text), undefined, "as it is");
    const swapped = [...of.traffic.text].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join("");
    equal([named(swapped), named(`]Q1${swapped}\r\n`)], ["caps_lock", "caps_lock"], "Caps Lock");
    equal(named(`${of.traffic.text}Đ`), "input_method", "an input method");
    equal(named(of.traffic.text.replace("DC1:", "DC&M")), "layout", "AZERTY");
    equal(named(of.plain.chip.replace("ữ", "?")), "code_page", "a code page");
    equal(thrown(() => doichieu.whatAltered(7), "a number").code, "argument.text", "no text");
  },

  "bytes that a scanner or Windows wrote become a text"(doichieu, of) {
    const utf16 = (text, order) => {
      const bytes = new DataView(new ArrayBuffer(2 * text.length));
      Array.from(text, (_, place) => bytes.setUint16(2 * place, text.charCodeAt(place), order === "little"));
      return new Uint8Array(bytes.buffer);
    };
    for (const text of [of.traffic.text, of.plain.chip]) {
      equal(doichieu.scannedText(new TextEncoder().encode(text)), text, "UTF-8");
      for (const order of ["little", "big"]) {
        equal(doichieu.scannedText(utf16(text, order)), text, `UTF-16, ${order}`);
        equal(doichieu.scannedText(utf16(`\ufeff${text}`, order)).slice(-text.length), text, `UTF-16 with a mark, ${order}`);
      }
    }
    equal([doichieu.scannedText(new Uint8Array()), doichieu.scannedText(new Uint8Array([0x4e, 0xd4]))], ["", "NÔ"], "neither");
    equal(thrown(() => doichieu.scannedText("text"), "a text").code, "argument.bytes", "no bytes");
  },

  "of the codes of one picture ours is meant, and of two of ours none"(doichieu, of) {
    const { pick } = doichieu;
    const [ours, other, url] = [of.traffic.text, of.forged, "https://bank.example/pay"];
    equal(pick([]), { kind: "nothing" }, "no code");
    equal([pick([url, ours]), pick([ours, url])], Array(2).fill({ kind: "ours", text: ours }), "beside a foreign one");
    equal(pick([ours, ours, `${ours}\r\n`]).kind, "ours", "the same one, seen twice");
    equal([pick([ours, other]), pick([url, other, ours])], Array(2).fill({ kind: "several" }), "two of ours");
    equal(
      [pick([of.plain.chip, url]).kind, pick([of.plain.chip, of.plain.mrz]).kind, pick([of.plain.chip, ours]).kind],
      ["plain", "several", "ours"],
      "cards",
    );
    equal(pick(["DC1F:6BF"]).kind, "parts", "a part");
    const token = "8f14e45fceea167a5a36dedd4bea2543";
    equal([pick([url]), pick([url, token])], [{ kind: "foreign", text: url }, { kind: "foreign", text: token }], "foreign ones");
    ok(Object.isFrozen(pick([url])), "frozen");
    for (const none of [[7], [url, null]]) equal(thrown(() => pick(none), "no texts").code, "argument.texts", "no texts");
    for (const none of [url, undefined, {}]) ok(thrown(() => pick(none), "no list") instanceof doichieu.ArgumentError, "no list");
  },

  "beside a vehicle and a plate"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const see = (ask) => inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now);
    ok(codes(see(ask.forPlate("99Z9-999.99")).findings).includes("vehicle.plate_differs"), "another plate");
    const bus = see(ask.forVehicle({ kind: "truck", grossMassKg: 20000, seats: 3 }));
    ok(bus.papers.some((paper) => codes(paper.findings).includes("licence.class_not_covering")), "a heavy truck");
    equal(thrown(() => ask.forVehicle({ kind: "boat" }), "boat").code, "argument.vehicle", "no vehicle");
    equal(thrown(() => ask.forVehicle({ kind: "car", seats: -1 }), "seats").code, "argument.count", "no count");
    const covers = (vehicle) => see(ask.forVehicle(vehicle)).papers.find(({ kind }) => kind === "driving_licence").covers.answer;
    equal(covers({ kind: "car", seats: 5, gear: "manual", grossMassKg: 1500 }), "yes", "a car");
    equal(
      covers({ kind: "car", seats: 5, grossMassKg: 1500, towed: { kind: "trailer", grossMassKg: 2000 } }),
      "no",
      "with a heavy trailer",
    );
    equal(covers({ kind: "car", seats: 5, grossMassKg: 1500, towed: { kind: "trailer", grossMassKg: 500 } }), "yes", "with a light one");
    equal(covers({ kind: "truck", grossMassKg: 20000, payloadKg: 9000, towed: "semi_trailer" }), "no", "a tractor unit");
    equal(thrown(() => ask.forVehicle({ kind: "car", towed: "boat" }), "towed").code, "argument.towed", "no trailer");
    equal(thrown(() => ask.forVehicle({ kind: "car", gear: "fifth" }), "gear").code, "argument.gear", "no gear");
  },

  "a finding in words: age, part and number to look up in the sentence, and one branch"(doichieu, of) {
    const { inspector } = desk(doichieu, of, "traffic_police");
    const held = {
      code: "licence.seized_until", gravity: "note", axis: "standing", side: "paper", about: "car_part", turn: "ahead", part: "counts",
    };
    const ahead = inspector.words(held, "driving_licence");
    equal([ahead.vi, ahead.step.code], ["Phần ô tô của GPLX đang bị tạm giữ: chưa quá hẹn", "within_appointment"], "not due yet");
    const past = inspector.words({ ...held, gravity: "refuse", turn: "past" }, "driving_licence");
    equal(past.step.code, "appointment_past", "past");
    equal(past.step.vi, "Đã quá hẹn: tra cứu xem đã giải quyết chưa trước khi lập biên bản.", "and what to do then");
    const other = inspector.words({ ...held, code: "licence.part_suspended", turn: undefined, part: "other" }, "driving_licence");
    equal([other.step.code, other.aloud], ["other_part_in_use", undefined], "nobody's business here");
    const stale = { code: "current.status_stale", gravity: "refer", axis: "standing", side: "post", age: 3 * 86_400 };
    const old = inspector.words(stale, "vehicle_registration");
    equal(
      [old.en, old.step.vi, Boolean(old.aloud.vi)],
      [
        "This device's data is 3 days old, the present status not known: vehicle registration",
        "Cập nhật danh sách hoặc tra cứu theo biển số. Không lập biên bản vì lý do này.",
        true,
      ],
      "by the plate, and no record",
    );
    equal(thrown(() => inspector.words({ ...held, turn: "soon" }), "turn").code, "argument.text", "no turn");
    equal(thrown(() => inspector.words({ code: "licence.gone" }), "code").code, "argument.reason", "no reason");
  },

  "words come from the tables, and steps from the role"(doichieu, of) {
    const { inspector } = desk(doichieu, of, "clinic");
    const row = doichieu.reasonText("agreed.field_not_shown", "classes", "driving_licence");
    ok(row.vi.includes("Hạng xe") && row.en.includes("Classes"), "about a field");
    ok(doichieu.reasonText("agreed.field_not_shown").en.includes("a field"), "about none");
    equal(Object.keys(inspector.step("current.revoked")), ["code", "vi", "en"], "step");
    const paper = doichieu.reasonText("papers.not_shown", undefined, "driving_licence");
    ok(paper.vi.includes("iấy phép lái xe") && !paper.en.includes("{"), "about a kind of paper");
    ok(!doichieu.reasonText("agreed.field_not_shown", undefined, "driving_licence").en.includes("{"), "about no field of a kind");
    ok(!doichieu.reasonText("papers.not_shown").vi.includes("{"), "about no kind");
    equal(doichieu.fieldText("card_no", "health_insurance_card").display, "behind a press", "not for two metres");
    equal(doichieu.fieldText("full_name", "identity").display, "open", "for everybody");
    const asked = doichieu.questions();
    equal(
      [asked[0].name, asked.find(({ name }) => name === "may_drive_b").en],
      ["may_drive_this_vehicle", "May the holder drive vehicles of class B today?"],
      "questions in words",
    );
    equal(doichieu.vehicleKinds().find(({ name }) => name === "car").en, "Car", "vehicles in words");
    const measures = (of) => doichieu.vehicleMeasures(of).map(({ member }) => member).join();
    equal(measures({ kind: "car" }), "seats", "measures of a car");
    equal(measures({ kind: "tricycle" }), "unladenMassKg,displacementCc,powerW", "of three wheels");
    equal(measures({ kind: "tricycle", unladenMassKg: 401 }), "unladenMassKg,seats,grossMassKg,payloadKg", "of three wheels that are a car");
    equal(measures({ kind: "moped" }), "", "of a moped");
    equal(doichieu.vehicleMeasures().at(-1).member, undefined, "a trailer's mass is no member of the vehicle");
    equal(doichieu.kindText("identity").en, "Electronic identity", "kind");
    const kinds = doichieu.kinds();
    ok(kinds.length > 8 && kinds.every(({ name, vi, en }) => vi && doichieu.kindText(name).en === en), "kinds in words");
    equal(doichieu.fieldText("personal_no", "identity").sensitive, false, "field");
    equal(doichieu.fieldText("nothing"), undefined, "no field");
    equal(doichieu.citation("nothing"), undefined, "no rule");
    equal(doichieu.citationVi(doichieu.citation("law-36-2024-art-59-1-e")), "điểm e khoản 1 Điều 59 Luật 36/2024/QH15", "in Vietnamese");
    equal(doichieu.citationVi("nothing"), undefined, "no citation");
    equal(thrown(() => doichieu.reasonText("nothing"), "reason").code, "argument.reason", "no reason");
  },
};

const postKey = ({ d, x, y }) => {
  const url = (digits) => btoa(String.fromCharCode(...bytes(digits))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const jwk = { kty: "EC", crv: "P-256", d: url(d), x: url(x), y: url(y) };
  return crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
};

/**
 * Runs them all: one line for each that failed.
 * @param {object} doichieu what they need of the package
 * @param {object} of
 * @param {Record<string, (doichieu: never, of: never) => unknown>} all
 */
export const run = async (doichieu, of, all = tests) => {
  const failed = [];
  for (const [says, test] of Object.entries(all)) {
    try {
      await test(/** @type {never} */ (doichieu), /** @type {never} */ (of));
    } catch (error) {
      failed.push(`${says}\n    ${error.stack ?? error}`);
    }
  }
  return { passed: Object.keys(all).length - failed.length, failed };
};

/** Before `init`: a sentence, whatever is tried first. */
export const beforeInit = (doichieu) => {
  const tries = [
    () => doichieu.Roots.fromBytes(new Uint8Array()),
    () => new doichieu.Memory(),
    () => doichieu.Scan.qr(""),
    () => doichieu.reasonText("scan.not_ours"),
  ];
  for (const attempt of tries) {
    const { message } = thrown(attempt, "before init");
    equal(message, "doichieu is not ready yet: `await init()` once, before anything else.", "before init");
  }
};
