// What the engine held of a scan or a paper is overwritten when it goes: looked for in all of the module's memory but its stack, where what
// was worked with stands until the next call works there.

import { Buffer } from "node:buffer";
import { bytes, ok } from "./check.mjs";
import { desk } from "./desk.mjs";

/** Pieces of what is looked for: where it was partly written over, the rest would still be found. */
const PIECE = 16;
const pieces = (of) => {
  const whole = Buffer.from(of);
  // A row of zeros is everywhere.
  const all = Array.from({ length: Math.max(1, Math.floor(whole.length / PIECE)) }, (_, place) =>
    whole.subarray(place * PIECE, (place + 1) * PIECE),
  );
  return all.filter((piece) => new Set(piece).size > 4);
};

/** Every text and date that a report releases now. */
const shownBy = (report, now) => {
  const values = new Set();
  for (const { release } of report.papers) {
    const shown = release.at(now);
    for (const field of shown.fields(now)) {
      const { value } = shown.answer(field, now);
      for (const text of [value, value?.earliest, ...(Array.isArray(value) ? value.map((one) => one.class ?? one) : [])])
        if (typeof text === "string" && text.length > 7) values.add(text);
    }
  }
  return values;
};

/** Below the heap lies the stack, as long as the linker makes it. */
const STACK = 1 << 20;

/** Base45 (RFC 9285). */
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const base45 = (text) => {
  const digits = Array.from(text, (letter) => LETTERS.indexOf(letter));
  return Buffer.from(Array.from({ length: Math.ceil(digits.length / 3) }, (_, place) => {
    const [one, two, three] = digits.slice(place * 3, place * 3 + 3);
    const value = one + two * 45 + (three ?? 0) * 2025;
    return three === undefined ? [value] : [value >> 8, value & 255];
  }).flat());
};

/** The tests, in a module that nothing was called in before. `memory`: that of the module. */
export const wiping = (memory) => {
  const found = (of) => pieces(of).filter((piece) => Buffer.from(memory.buffer, STACK).includes(piece)).length;
  const there = (of, says) => ok(found(of) > 0, `${says}: it is not found while it is there`);
  const gone = (of, says) => ok(found(of) === 0, `${says}: ${found(of)} pieces of ${pieces(of).length} stayed`);

  return {
    "a scan, freed"({ Scan }, of) {
      const frame = bytes(of.traffic.frame);
      for (const [says, make, what] of [
        ["a text", Scan.qr, of.traffic.text],
        ["a frame", Scan.frame, frame],
        ["a sealed one", Scan.sealed, frame],
      ]) {
        const scan = make(what);
        there(what, says);
        scan.free();
        gone(what, says);
      }
      // Letters with marks make the text move while it is handed over.
      const printed = Scan.qr(of.plain.chip);
      there(of.plain.chip, "a printed code");
      printed.free();
      gone(of.plain.chip, "a printed code");
    },

    "parts of an animated code: a rival's, rejected, freed, and those of a scan made of them"({ Frames }, of) {
      const parts = of.traffic.animated.map((text) => base45(text.slice(5)));
      const frame = bytes(of.traffic.frame);
      const frames = new Frames();
      frames.push(of.traffic.animated[0]);
      there(parts[0].subarray(-64), "a part");
      gone(of.traffic.animated[0], "its text");
      frames.free();
      gone(parts[0], "a part");
      const again = new Frames();
      for (const text of of.traffic.animated) again.push(text);
      there(frame, "whole");
      const scan = again.scan();
      again.reject();
      there(frame, "the scan");
      scan.free();
      gone(frame, "rejected, and the scan freed");
      for (const text of of.traffic.animated.slice(1)) again.push(text);
      again.free();
      for (const part of parts) gone(part, "freed half way");
    },

    "an inspection: the scan, and the values once they have ended"(doichieu, of) {
      const { Bundle, EncounterSeed, Inspector, Memory, Post, Roots, Scan } = doichieu;
      const roots = Roots.dangerousTest(bytes(of.anchor));
      const memory = new Memory();
      const bundle = Bundle.open(bytes(of.lists.bundle), roots, memory, of.now);
      const inspector = new Inspector(bundle, Post.open(bytes(of.mandates.traffic_police), bundle));
      const ask = inspector.unprompted("traffic_control", new EncounterSeed(bytes(of.encounter)));
      const scan = Scan.qr(of.traffic.text);
      const seen = inspector.inspect(scan, ask, memory, of.now);
      scan.free();
      const values = shownBy(seen, of.now);
      ok(values.size > 5, `values: ${values.size}`);
      ok([...values].some((value) => found(value) > 0), "they are found while they may be shown");
      for (const { release } of seen.papers) release.end();
      gone(of.traffic.text, "the scan");
      gone(bytes(of.traffic.frame), "the frame");
      for (const value of values) gone(value, "a value");
      const read = doichieu.readPlain(of.plain.chip);
      const number = of.plain.chip.slice(0, 12);
      there(number, "a printed number");
      read.end();
      gone(number, "a printed number");
      gone(of.plain.chip, "a printed code");
    },

    "a showing that ended in an encounter that goes on: by its time, and by hand"(doichieu, of) {
      const { Encounter, Scan } = doichieu;
      const { inspector, memory: device, encounterSeed } = desk(doichieu, of, "traffic_police");
      const { first, texts, at } = of.late;
      const vehicle = { kind: "motorcycle", displacementCc: 110 };
      const ask = inspector.unprompted("traffic_control", encounterSeed).forVehicle(vehicle);
      const see = (text, at) => {
        const scan = Scan.qr(text);
        const seen = inspector.inspect(scan, ask, device, at);
        scan.free();
        return seen;
      };
      // What stands in the engine's own tables, an authority's name for one.
      const before = Buffer.from(memory.buffer.slice(0));
      for (const plate of [undefined, "43F1-618.05"]) {
        // What somebody typed is the host's, and stays to be compared with.
        const own = (values) => [...values].filter((value) => value !== plate && !before.includes(value));
        const encounter = new Encounter(inspector, "traffic_control", encounterSeed);
        const driver = see(first, of.now);
        const minted = own(shownBy(driver, of.now));
        encounter.add(driver);
        encounter.judge({ vehicle, plate }, of.now);
        ok(minted.length > 4 && minted.some((value) => found(value) > 0), `${minted.length} values, found while they may be shown`);
        const owner = see(texts[0], at);
        const others = own(shownBy(owner, at));
        encounter.add(owner);
        const judged = encounter.judge({ vehicle, plate }, at);
        ok(judged.showings[0].ended && judged.papers.some(({ ended, covers }) => ended && covers), "what it proved stands");
        for (const value of minted) gone(value, "a value whose time was over");
        ok(others.length > 4 && others.some((value) => found(value) > 0), `${others.length} values of the other phone, which lives`);
        for (const { release } of encounter.reports[1].papers) release.end();
        ok(encounter.judge({ vehicle, plate }, at).showings.every(({ ended }) => ended), "both have ended");
        for (const value of others) gone(value, "a value that was ended");
        gone(first, "the scan");
        encounter.free();
      }
    },
  };
};
