// One process of several at one desk: it inspects the same codes by a shared store when it is told to, and says what came of each.
// node one.mjs <postgres or redis> <address> <encounter>

import { once } from "node:events";
import { deskOf } from "./stores.mjs";
import { client } from "./servers.mjs";

const [kind, address, encounter] = process.argv.slice(2);
const { ask, close } = client(kind, address);
const desk = await deskOf(kind, ask);
// A connection first, so that the race is for the place.
await (kind === "postgres" ? ask("SELECT 1", []) : ask("PING"));
console.log("ready");
await once(process.stdin, "data");
for (const text of desk.codes) {
  const seen = await desk.see(text, Number(encounter));
  console.log(`${seen.kind} ${seen.consumed} ${seen.findings.map(({ code }) => code).join()}`);
}
close();
process.stdin.destroy();
