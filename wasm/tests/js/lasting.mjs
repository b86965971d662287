// What outlasts something: values that have ended, a mandate, a key, a memory that is torn.

import { bytes, equal, ok, thrown } from "./check.mjs";
import { codes, desk } from "./desk.mjs";

const BIKE = { kind: "motorcycle", displacementCc: { atMost: 125 } };

export const lasting = {
  "what a showing proved stands when its values have ended, and its code shown again takes its place"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const { first, texts, at } = of.late;
    const ask = inspector.unprompted("traffic_control", encounterSeed).forVehicle(BIKE);
    const see = (text, at) => inspector.inspect(doichieu.Scan.qr(text), ask, memory, at);
    const encounter = new doichieu.Encounter(inspector, "traffic_control", encounterSeed);
    const driver = see(first, of.now);
    encounter.add(driver);
    const before = encounter.judge({ vehicle: BIKE }, of.now);
    equal([before.showings[0].ended, before.papers[1].ended], [false, undefined], "while it lives");
    const [registration, again] = texts.map((text) => see(text, at));
    encounter.add(registration);
    const ended = encounter.judge({ vehicle: BIKE }, at);
    equal(ended.json, of.late.ended, "json");
    equal([ended.kind, ended.showings.map(({ ended }) => ended)], ["accept", [true, false]], "it stands");
    equal([ended.papers[1].ended, ended.papers[1].covers.answer], [true, "yes"], "beside the same vehicle");
    equal(encounter.reports[0].papers[0].release.at(at).kind, "ended", "without a value");
    const other = encounter.judge({ vehicle: { kind: "car", seats: 5 } }, at);
    ok(codes(other.papers[1].findings).includes("ended.vehicle_changed"), "another vehicle");

    const refused = (place, report, says) =>
      equal(thrown(() => encounter.addAgain(place, report, at), says).code, "encounter.not_ended", says);
    refused(1, again, "one that lives");
    refused(2, again, "no such place");
    encounter.addAgain(0, again, at);
    const told = encounter.judge({ vehicle: BIKE }, at);
    equal(told.json, of.late.again, "again: json");
    equal([told.kind, told.showings[0].ended, told.papers[1].ended], ["accept", false, undefined], "again");
    equal(encounter.reports.map(({ json }) => json), [again.json, registration.json], "in its place");
    equal([driver.kind, driver.papers[0].release.at(at).kind], ["accept", "ended"], "what stood there is by itself");
    equal(thrown(() => encounter.addAgain(0, again, at), "once only").code, "argument.report", "once only");
    equal(thrown(() => encounter.addAgain(-1, driver, at), "place").code, "argument.count", "no place");
  },

  "held three minutes a press, a quarter of an hour in all, and let go"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const { release } = inspector.inspect(doichieu.Scan.qr(of.kept.text), ask, memory, of.now).papers[0];
    const first = of.now + 120;
    equal([release.displayUntil, release.until], [first, of.now + of.kept.retention], "two minutes on a screen of the police");
    const held = [1, 2, 3, 4, 5, 6].map(() => release.hold("hold.writing_record"));
    equal(held, [180, 360, 540, 720, 900, 900].map((more) => first + more), "three minutes a press");
    equal(release.displayUntil, first + 900, "held");
    equal([release.letGo(), release.displayUntil], [first, first], "let go");
    equal([release.at(first).kind, release.at(release.until).kind], ["shown", "ended"], "the values end with what was agreed to");
    const unkept = inspector.inspect(doichieu.Scan.qr(of.traffic.text), ask, memory, of.now).papers[0].release;
    equal([unkept.hold("hold.handing_over"), unkept.letGo()], [unkept.until, unkept.until], "never past its end");
  },

  "a measure may be a bound, and what turns on more names it"(doichieu, of) {
    const { inspector, memory, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    const covers = (vehicle) => {
      const report = inspector.inspect(doichieu.Scan.qr(of.late.first), ask.forVehicle(vehicle), memory, of.now);
      const encounter = new doichieu.Encounter(inspector, "traffic_control", encounterSeed);
      encounter.add(report);
      const judged = encounter.judge({ vehicle }, of.now);
      const need = judged.needs.find(({ kind }) => kind === "driving_licence");
      const { answer, measure } = judged.papers.find(({ covers }) => covers).covers;
      return [answer, measure, need.state];
    };
    const bike = (displacementCc) => covers({ kind: "motorcycle", displacementCc });
    equal(bike({ atMost: 125 }), bike(125), "at most");
    equal(bike({ above: 125 }), bike(126), "above");
    equal(bike({ above: 100 }), ["undetermined", "displacement_cc", "shown"], "neither");
    for (const wrong of [{}, { atMost: 125, above: 50 }]) {
      const error = thrown(() => ask.forVehicle({ kind: "motorcycle", displacementCc: wrong }), "both or none");
      equal(error.code, "argument.measure", JSON.stringify(wrong));
    }
    const error = thrown(() => ask.forVehicle({ kind: "motorcycle", displacementCc: { atMost: -1 } }), "no number");
    equal(error.code, "argument.count", "no number");
    const misspelt = () => ask.forVehicle({ kind: "motorcycle", displacementCc: { least: 1 } });
    equal(thrown(misspelt, "least").code, "argument.member", "a misspelling");
  },

  "a renewed mandate says what it changes, and a key is tried before it is kept"(doichieu, of) {
    const { bundle } = desk(doichieu, of, "bank");
    const open = (role) => doichieu.Post.open(bytes(of.mandates[role]), bundle);
    const [police, renewed, bank] = ["traffic_police", "renewed", "bank"].map(open);
    const change = police.compare(renewed);
    equal([change.samePost, change.sameRole, change.sameKey, change.wider], [true, true, true, true], "the same post, wider");
    equal(change.until.renewed - change.until.now, 3600, "an hour longer");
    equal(change.longestRetention.renewed, change.longestRetention.now, "kept as long");
    equal([...new Set(change.added.map(({ purpose }) => purpose))], ["public_service"], "a purpose");
    ok(change.added.every(({ kind, fields }) => doichieu.kindText(kind) && fields.length > 0), "its fields");
    equal(change.dropped, [], "nothing dropped");
    const same = police.compare(open("traffic_police"));
    equal([same.wider, same.added, same.dropped], [false, [], []], "the same");
    equal(renewed.compare(police).dropped, change.added, "the other way round");
    equal(police.compare(bank).samePost, false, "another post's");
    ok(Object.isFrozen(change) && Object.isFrozen(change.added), "frozen");

    ok(new TextDecoder().decode(bank.trialToBeSigned()).startsWith("dc1 key trial"), "a trial");
    equal(bank.isKeyOf(bytes(of.bank.trial)), true, "its key");
    equal(police.isKeyOf(bytes(of.bank.trial)), false, "another post's key");
    equal(bank.isKeyOf(bytes(of.bank.signature)), false, "a signature over an ask");
    equal(bank.isKeyOf(new Uint8Array(0)), false, "none");
  },

  "a memory says why it cannot be read, and what is left of it lets no older list in"(doichieu, of) {
    const { Bundle, Memory, Roots, Scan } = doichieu;
    const { roots, memory, inspector, encounterSeed } = desk(doichieu, of, "traffic_police");
    const ask = inspector.unprompted("traffic_control", encounterSeed);
    inspector.inspect(Scan.qr(of.traffic.text), ask, memory, of.now);
    const whole = memory.toBytes();
    const why = (bytes) => thrown(() => Memory.fromBytes(bytes), "why").code;
    const torn = whole.subarray(0, whole.length - 7);
    equal([why(torn), why(Uint8Array.of(1, 2))], ["setup.memory_torn", "setup.memory_malformed"], "torn, or none");
    const floors = memory.floors();
    equal([floors.floor, floors.showings, memory.showings], [memory.floor, 0, 1], "floors alone");
    const salvaged = Memory.salvaged(torn, of.now);
    equal([salvaged.floor, salvaged.showings], [memory.floor, 0], "salvaged");
    equal(thrown(() => Memory.salvaged(whole.subarray(0, 9), of.now), "nothing left").code, "setup.memory_torn", "nothing left");
    for (const [says, lost] of [["salvaged", salvaged], ["with a gap", floors.withGap(of.now)]]) {
      const seen = inspector.inspect(Scan.qr(of.traffic.text), ask, lost, of.now);
      equal([seen.kind, codes(seen.findings).includes("post.memory_gap")], ["refer", true], says);
    }
    equal(inspector.inspect(Scan.qr(of.traffic.text), ask, memory.floors(), of.now).kind, "accept", "without a gap");
    const joined = new Memory();
    Bundle.open(bytes(of.lists.next), roots, joined, of.now);
    const younger = joined.floors();
    joined.free();
    const both = Memory.fromBytes(whole);
    both.join(younger);
    equal(
      thrown(() => Bundle.open(bytes(of.lists.bundle), roots, both, of.now), "older").code,
      "setup.bundle_rolled_back",
      "floors joined",
    );
    equal(both.showings, 1, "and the showings stay");
    equal(roots.rememberedBy(memory), undefined, "its own root keys");
    const error = thrown(() => Roots.dangerousTest(bytes(of.otherAnchor)).rememberedBy(memory), "another's");
    equal([error instanceof doichieu.SetUpError, error.code], [true, "setup.memory_of_another_anchor"], "another device's");
  },

  "a number tells its kinds, and is read aloud in groups"(doichieu, of) {
    const { inspector } = desk(doichieu, of, "traffic_police");
    const number = (text, kind) => inspector.numberOnly("traffic_control", kind, text, of.now);
    const typed = number("790123456789");
    equal([typed.kind, typed.kinds], ["identity", ["identity", "driving_licence"]], "twelve figures");
    equal(typed.grouped, "790 123 456 789", "in groups");
    equal([Object.keys(typed).includes("grouped"), JSON.stringify(typed).includes("456")], [false, false], "by its name alone");
    equal(number("30K-123.45").kind, "vehicle_registration", "a plate");
    equal(number("790123456789", "driving_licence").kinds, ["driving_licence"], "named");
    ok(number("12").kinds.length > 1, "a form that tells none");
  },
};
