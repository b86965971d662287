// The demo kit's wallet against the packed package, both in Node: what it shows is accepted, and nothing more is seen than was agreed to.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { equal, ok, thrown } from "./check.mjs";
import { consumer, tell } from "./files.mjs";

const doichieu = await import(pathToFileURL(createRequire(new URL("index.js", consumer)).resolve("doichieu")).href);
const folder = new URL("../kit/", consumer);
const kit = await import(new URL("index.js", folder).href);
await kit.init(readFileSync(new URL("kit_bg.wasm", folder)));

const now = Math.floor(Date.now() / 1000);
const random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** ISO/IEC 18004, table 7: alphanumeric characters in version 40 at level L. */
const LONGEST_CODE = 4296;
/** Bytes in a part of an animated code. */
const CHUNK = 500;

/** What a post's scanner hands over of a showing: a still code, or the parts of an animated one where a single code cannot hold it. */
const scanned = (showing) => {
  if (showing.text.length <= LONGEST_CODE) return doichieu.Scan.qr(showing.text);
  const frames = new doichieu.Frames();
  for (const text of showing.animated(CHUNK)) frames.push(text);
  return frames.scan();
};

/** Everything here is one encounter. */
const encounter = new doichieu.EncounterSeed(random(32));

const desk = (role, world = new kit.World(kit.DEMO_SEED, undefined, now)) => {
  const memory = new doichieu.Memory();
  const bundle = doichieu.Bundle.open(world.bundle(), doichieu.Roots.dangerousTest(world.anchor()), memory);
  const post = doichieu.Post.open(world.mandate(role), bundle);
  return { world, memory, post, inspector: new doichieu.Inspector(bundle, post) };
};

const shownFields = (seen) =>
  Object.fromEntries(
    seen.papers.map((paper) => [paper.kind, paper.proof === "proven" ? paper.release.at().fields().toSorted() : paper.reason]),
  );

const tests = {
  "a preset is accepted, still and animated, with the clock of now"() {
    const { world, memory, inspector } = desk("traffic_police");
    const preset = world.preset("traffic_police");
    const showing = world.show("traffic_police", preset, random(16));
    const seen = inspector.inspect(doichieu.Scan.qr(showing.text), inspector.unprompted("traffic_control", encounter), memory);
    equal(seen.kind, "accept", seen.json);
    equal(Object.keys(shownFields(seen)), Object.keys(preset), "kinds");
    const frames = new doichieu.Frames();
    for (const text of showing.animated(300)) frames.push(text);
    equal(inspector.inspect(frames.scan(), inspector.unprompted("traffic_control", encounter), memory).kind, "accept", "animated");
  },

  "everybody's presets are proven, for every role that may be shown something unprompted"() {
    for (const person of kit.World.people()) {
      const world = new kit.World(kit.DEMO_SEED, person, now);
      for (const role of world.roles) {
        const preset = world.preset(role);
        const { memory, post, inspector } = desk(role, world);
        if (Object.keys(preset).length === 0 || post.role.window === null) continue;
        const seen = inspector.inspect(
          scanned(world.show(role, preset, random(16))),
          inspector.unprompted(world.purpose(role), encounter),
          memory,
        );
        equal(
          seen.papers?.map(({ kind, proof }) => [kind, proof]),
          Object.keys(preset).map((kind) => [kind, "proven"]),
          `${person}, ${role}: ${seen.json ?? seen.log}`,
        );
      }
    }
  },

  "what was declined is not seen"() {
    const { world, memory, inspector } = desk("traffic_police");
    const rest = world.preset("traffic_police").driving_licence.filter((name) => name !== "full_name");
    const showing = world.show("traffic_police", { driving_licence: rest }, random(16));
    const seen = inspector.inspect(doichieu.Scan.qr(showing.text), inspector.unprompted("traffic_control", encounter), memory);
    equal(Object.keys(shownFields(seen)), ["driving_licence"], "the other papers were declined");
    ok(!shownFields(seen).driving_licence.includes("full_name"), "a field was declined");
    ok(shownFields(seen).driving_licence.includes("classes"), "another was not");
  },

  "the signed consent is kept without a value, and read again after the values ended"() {
    const { world, memory, inspector } = desk("clinic");
    const preset = world.preset("clinic");
    const seen = inspector.inspect(
      scanned(world.show("clinic", preset, random(16))),
      inspector.unprompted("clinic_admission", encounter),
      memory,
    );
    const kept = seen.consentProof();
    const read = doichieu.ConsentProof.open(kept, now + 30 * 86_400);
    equal([read.kind, read.role, read.consents[0].audience], ["consent", "clinic", "role:clinic"], "who");
    equal([read.consents[0].displaySeconds, world.displaySeconds("clinic")], [180, 180], "how long on a screen, as it was told");
    equal([read.consents[0].purpose, read.consents[0].holder.length, read.consents[0].token.length], ["clinic_admission", 32, 32], "why");
    equal(
      Object.fromEntries(read.consents[0].fields.map(({ kind, fields }) => [kind, fields.toSorted()])),
      Object.fromEntries(Object.entries(preset).map(([kind, fields]) => [kind, fields.toSorted()])),
      "what",
    );
    ok(read.consents[0].fields.find(({ kind }) => kind === "health_insurance_card").sensitive.includes("card_no"), "sensitive");
    const changed = kept.with(kept.length - 1, kept.at(-1) ^ 1);
    equal(doichieu.ConsentProof.open(changed, now).code, "consent.malformed", "changed");
    equal(doichieu.ConsentProof.open(kept, read.keepUntil).code, "consent.over", "over");
  },

  "a clinic asks to keep and may be declined, an officer does not ask; longer than asked is not agreed to"() {
    for (const [role, asked] of /** @type {const} */ ([["clinic", 86_400], ["traffic_police", 0]])) {
      const { world, memory, inspector } = desk(role);
      const purpose = world.purpose(role);
      equal(world.retention(role), asked, role);
      for (const [agreed, kept] of [[undefined, asked], [0, 0], [60, Math.min(60, asked)], [1e9, asked]]) {
        const showing = world.show(role, world.preset(role), random(16), undefined, agreed);
        const seen = inspector.inspect(scanned(showing), inspector.unprompted(purpose, encounter), memory);
        const { consents } = doichieu.ConsentProof.open(seen.consentProof(), now);
        equal([...new Set(consents.map(({ retention }) => retention))], [kept], `${role}, ${agreed}: in each member of a set`);
      }
    }
  },

  async "an ask is proven before anything is shown, and its answer is sealed to it"() {
    const { world, memory, inspector } = desk("bank");
    const seed = random(32);
    const draft = inspector.ask({ purpose: "bank_onboarding", only: { identity: ["full_name", "personal_no"] } }, seed, encounter);
    const key = await kit.signingKey(world, "bank");
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned());
    const challenge = draft.seal(new Uint8Array(signature));
    const asked = world.asked(challenge.text);
    equal([asked.kind, asked.role, asked.purpose], ["asked", "bank", "bank_onboarding"], "who asks");
    equal(asked.post, "Quầy giao dịch 5 · Ngân hàng Bến Thành (hư cấu)", "a name that people can read");
    equal(asked.displaySeconds, 60, "how long on a screen");
    equal(asked.fields, { identity: ["full_name", "personal_no"] }, "for what");
    equal([asked.isTest, asked.listsOverdue, asked.listsAge > 0], [true, false, true], "its own lists");
    ok(
      thrown(() => world.answer(asked, { identity: ["full_name"] }, random(48)), "before its digits were picked") instanceof Error,
      "an error",
    );
    const three = asked.choices(random(16));
    equal([new Set(three).size, three.filter((pair) => pair === challenge.digits).length], [3, 1], "three pairs, one of them the ask's");
    equal(asked.picked(challenge.digits), undefined, "picked");
    const answer = world.answer(asked, { identity: ["full_name"] }, random(48));
    const seen = inspector.inspect(doichieu.Scan.qr(answer.text), challenge.ask, memory);
    equal([seen.assurance.challengeBound, shownFields(seen)], [true, { identity: ["full_name"] }], seen.json);
    const refused = world.asked("DCQ1:nothing");
    equal(
      [refused.kind, refused.code, typeof refused.vi, typeof refused.en],
      ["refused", "asked.unreadable", "string", "string"],
      "no ask",
    );
    equal(world.asked(challenge.text, now + 86_400).code, "asked.not_in_time", "late");
    equal(world.asked(challenge.text, now + 400 * 86_400).code, "asked.lists_too_old", "by lists that have ended");
    equal(world.asked(challenge.text, now - 86_400).code, "asked.clock_wrong", "by a clock before its own lists");
  },

  async "an ask whose digits were not those on the screen is over"() {
    const { world, inspector } = desk("bank");
    const key = await kit.signingKey(world, "bank");
    const made = async () => {
      const draft = inspector.ask({ purpose: "bank_onboarding", only: "all" }, random(32), encounter);
      return draft.seal(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned())));
    };
    for (const wrong of [(three, right) => three.find((pair) => pair !== right), () => undefined, () => "7", () => ""]) {
      const challenge = await made();
      const asked = world.asked(challenge.text);
      const why = asked.picked(wrong(asked.choices(random(16)), challenge.digits));
      equal([why.kind, why.code, typeof why.vi], ["refused", "asked.digits_differ", "string"], "a wrong pick");
      asked.picked(challenge.digits);
      ok(thrown(() => world.answer(asked, {}, random(48)), "after a wrong pick") instanceof Error, "no second pick");
      equal(world.asked(challenge.text).code, "asked.digits_differ", "nor a second scan of the same ask");
      world.update();
      equal(world.asked(challenge.text).code, "asked.digits_differ", "nor after an update");
    }
    const challenge = await made();
    ok(world.asked(challenge.text).calledBy("https://somebody.example") === false, "who called is no origin of an ask without one");
  },

  "each showing has a token of its own, and the wallet says when it shows one again"() {
    const { world, memory, inspector } = desk("traffic_police");
    const licence = { driving_licence: world.preset("traffic_police").driving_licence };
    const taken = Array.from({ length: 6 }, () => world.take("traffic_police", licence));
    equal(taken.map(({ left, again }) => [left, again]), [[3, false], [2, false], [1, false], [0, false], [0, true], [0, true]], "of four");
    // Runs of 24 bytes that two showings have in common and a stranger's does not.
    const runs = (one) => {
      const all = one.show(random(16)).bytes();
      return new Set(Array.from({ length: all.length - 24 }, (_, at) => String(all.slice(at, at + 24))));
    };
    const common = (a, b) => [...a].filter((run) => b.has(run)).length;
    const all = taken.map(runs);
    ok(common(all[0], all[4]) > 300, "the first was shown again");
    ok(Math.max(common(all[0], all[1]), common(all[1], all[2]), common(all[2], all[3])) < 250, "fresh ones are unlike");
    world.update();
    const fresh = world.take("traffic_police", licence);
    equal([fresh.left, fresh.again], [3, false], "after an update");
    ok(common(runs(fresh), all[0]) < 250, "under another key");
    const seen = inspector.inspect(
      doichieu.Scan.qr(fresh.show(random(16)).text),
      inspector.unprompted("traffic_control", encounter),
      memory,
    );
    equal(seen.papers[0].proof, "proven", seen.json);
  },

  async "a question is read in words, and answered sealed or unprompted"() {
    const { world, memory, inspector } = desk("traffic_police");
    const draft = inspector.ask({ purpose: "traffic_control", question: "may_drive_b" }, random(32), encounter);
    const key = await crypto.subtle.importKey(
      "pkcs8",
      kit.postKeyFile(world, "traffic_police"),
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["sign"],
    );
    const challenge = draft.seal(new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, draft.toBeSigned())));
    const asked = world.asked(challenge.text);
    equal(
      [asked.question.name, typeof asked.question.vi, typeof asked.question.promise.en],
      ["may_drive_b", "string", "string"],
      "in words",
    );
    asked.picked(challenge.digits);
    const sealed = inspector.inspect(doichieu.Scan.qr(world.answer(asked, {}, random(48)).text), challenge.ask, memory);
    equal([sealed.papers[0]?.proof, sealed.papers[0]?.question], ["answered", "may_drive_b"], sealed.json);
    ok(kit.World.questions().some(({ name, en }) => name === "may_drive_this_vehicle" && en), "all questions");
    const ask = inspector
      .unprompted("traffic_control", encounter, { question: "may_drive_this_vehicle" })
      .forVehicle({ kind: "motorcycle", displacementCc: 110 });
    const shown = world.showAnswer("traffic_police", "may_drive_this_vehicle", random(16));
    const seen = inspector.inspect(doichieu.Scan.qr(shown.text), ask, memory);
    equal([seen.papers[0]?.proof, "release" in seen.papers[0]], ["answered", false], seen.json);
  },

  "the citizen's own screen has papers in words"() {
    const { world } = desk("clinic");
    const identity = world.holding.find(({ kind }) => kind === "identity");
    ok(identity.vi && identity.en, "a paper");
    const of = (name) => identity.fields.find((field) => field.name === name);
    ok(/^\d{4}-\d{2}-\d{2}$/.test(of("date_of_birth").value), "a day");
    equal([typeof of("full_name").value, of("full_name").display], ["string", "open"], "a text");
    for (const { kinds, name } of world.peopleWithPapers()) {
      const held = new kit.World(kit.DEMO_SEED, name, now).holding.map(({ kind }) => kind);
      equal(held, kinds, name);
    }
  },

  "people, statuses, and what is thrown"() {
    ok(kit.World.people().length > 3, "people");
    const { world } = desk("traffic_police");
    ok(world.peopleWithPapers().every(({ name, kinds }) => name && kinds.length > 0), "with papers");
    world.setStatus("driving_licence", 1);
    const { memory, inspector } = desk("traffic_police", world);
    const showing = world.show("traffic_police", world.preset("traffic_police"), random(16));
    const seen = inspector.inspect(doichieu.Scan.qr(showing.text), inspector.unprompted("traffic_control", encounter), memory);
    equal(seen.headline.name, "not_in_force", "revoked");
    for (const wrong of [
      () => new kit.World(random(31)),
      () => world.show("clinic", {}, random(15)),
      () => world.show("clinic", { passport: [] }, random(16)),
    ]) {
      ok(thrown(wrong, "a wrong argument") instanceof Error, "an error");
    }
  },
};

const failed = [];
for (const [says, test] of Object.entries(tests)) {
  try {
    await test();
  } catch (error) {
    failed.push(`${says}\n    ${error.stack ?? error}`);
  }
}
tell("Demo kit", { passed: Object.keys(tests).length - failed.length, failed });
