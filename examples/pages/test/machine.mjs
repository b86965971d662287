// The pages' tables of states, without a browser: every state is reached and left, and each is drawn in its README as it is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { BACK, TABLE } from "../../wallet-page/js/table.js";
import { BACK as VERIFIER_BACK, TABLE as VERIFIER } from "../../verifier-page/js/table.js";
import { Choice, GUARD_MS } from "../../wallet-page/js/choice.js";
import { Machine, drawing } from "../shared/machine.js";

test("the drawing in the README is the table", async () => {
  const readme = await readFile(new URL("../../wallet-page/README.md", import.meta.url), "utf8");
  assert.equal(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1], drawing(TABLE));
});

test("the verifier page: the drawing is the table, every state is reached, and every way back is one that the table has", async () => {
  const readme = await readFile(new URL("../../verifier-page/README.md", import.meta.url), "utf8");
  assert.equal(/```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1], drawing(VERIFIER));
  const reached = new Set(["starting"]);
  for (const state of reached) for (const to of Object.values(VERIFIER[state]).flat()) reached.add(to);
  assert.deepEqual([...reached].sort(), Object.keys(VERIFIER).sort());
  for (const [state, event] of Object.entries(VERIFIER_BACK)) assert.ok(VERIFIER[state][event]?.length > 0, `${state}: ${event}`);
  // What has no way back is where the page begins, waits, or ends.
  const without = Object.keys(VERIFIER).filter((state) => !(state in VERIFIER_BACK));
  assert.deepEqual(without.sort(), ["broken", "elsewhere", "repair", "scan", "setUp", "starting", "waiting"]);
});

test("every state is reached from home, and leads back to it by its way back; a code comes only after a consent", () => {
  const reached = new Set(["home"]);
  for (const state of reached) for (const to of Object.values(TABLE[state]).flat()) reached.add(to);
  assert.deepEqual([...reached].sort(), Object.keys(TABLE).sort());
  for (const state of Object.keys(TABLE)) if (state !== "home") assert.deepEqual(TABLE[state][BACK[state]], ["home"], state);
  const into = (to) => Object.keys(TABLE).filter((state) => Object.values(TABLE[state]).flat().includes(to));
  assert.deepEqual(into("code"), ["consent", "digits", "still"]);
  assert.deepEqual(into("digits"), ["consent"]);
  assert.ok(!Object.values(TABLE.refused).flat().includes("consent"), "an asker that is not known is not agreed to");
});

test("an event that means nothing here changes nothing; what a state held is left once", () => {
  const seen = [];
  const machine = new Machine(TABLE, "home", (at) => seen.push(at));
  assert.equal(machine.go("picked"), false);
  let left = 0;
  const held = { leave: () => { left += 1; } };
  assert.equal(machine.go("showTo"), true);
  assert.throws(() => machine.go("agree", {}, "home"));
  machine.go("agree", held, "code");
  machine.go("asleep", held);
  machine.go("more", held);
  assert.equal(left, 0, "it is the same code");
  machine.go("away");
  assert.equal(machine.go("away"), false, "a timer that comes late");
  assert.deepEqual([left, ...seen], [1, "consent", "code", "still", "code", "home"]);
});

test("nothing is chosen beforehand; the one press takes what is needed and nothing else, and guards itself", () => {
  const field = (name) => /** @type {any} */ ({ name });
  const choice = new Choice([
    { kind: "driving_licence", needed: true, fields: [field("classes"), field("full_name")] },
    { kind: "identity", needed: false, fields: [field("full_name")] },
  ]);
  assert.deepEqual([choice.none, choice.selection, choice.mayAgree(0)], [true, {}, false]);
  choice.take(1000);
  assert.deepEqual(choice.selection, { driving_licence: ["classes", "full_name"] });
  assert.deepEqual([choice.mayAgree(1000 + GUARD_MS - 1), choice.mayAgree(1000 + GUARD_MS)], [false, true]);
  choice.field("driving_licence", "classes", false);
  assert.deepEqual(choice.selection, { driving_licence: ["full_name"] });
  choice.take(3000);
  assert.deepEqual(choice.selection, {}, "pressed again it takes all away");
});
