// `doichieu/stores` against servers that it starts, and against clients that say odd things: one first showing among eight processes of
// Node and Rust, and *refer* whenever a server is in doubt.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bytes, equal, hex, ok } from "./check.mjs";
import { consumer, tell, written } from "./files.mjs";
import { client, postgres, redis } from "./servers.mjs";

const { resolve } = createRequire(new URL("index.js", consumer));
const doichieu = await import(pathToFileURL(resolve("doichieu")).href);
const stores = await import(pathToFileURL(resolve("doichieu/stores")).href);
await doichieu.init();
const of = JSON.parse(written("showings.json"));

/** A desk by a store: the codes, and what comes of one in an encounter. */
const deskBy = (store) => {
  const memory = new doichieu.Memory();
  const bundle = doichieu.Bundle.open(bytes(of.lists.bundle), doichieu.Roots.dangerousTest(bytes(of.anchor)), memory, of.now);
  const inspector = new doichieu.Inspector(bundle, doichieu.Post.open(bytes(of.mandates.traffic_police), bundle));
  const asked = (encounter) => inspector.unprompted("traffic_control", new doichieu.EncounterSeed(new Uint8Array(32).fill(encounter)));
  const see = (text, encounter = 1) =>
    stores.inspectShared({ inspector, scan: doichieu.Scan.qr(text), ask: asked(encounter), memory, store, at: of.now });
  const showing = (text) => inspector.inspectShared(doichieu.Scan.qr(text), asked(1), memory, of.now).showing;
  return { codes: of.codes, see, showing, inspector, store };
};

const storeOf = (kind, ask, options) => (kind === "postgres" ? stores.postgresStore(ask, options) : stores.redisStore(ask, options));

export const deskOf = async (kind, ask) => deskBy(storeOf(kind, ask, { patience: 60_000 }));

const told = ({ kind, consumed, findings }) => [
  kind,
  consumed,
  ...findings.map(({ code }) => code).filter((code) => code !== "held.face_not_compared"),
];
const FIRST = ["accept", true];
const AGAIN = ["accept", true, "held.shown_again"];
const OTHER = ["refer", false, "held.shown_in_another_encounter"];
const FAILED = ["refer", false, "post.store_failed"];

const schema = async (server, ask) => {
  if (server.kind === "postgres") await ask(readFileSync(resolve("doichieu/stores.sql"), "utf8"));
};

/**
 * The program of examples/seen-store, as its sources are now; where nobody tested them,
 * nobody waits for its clients of servers to be built.
 */
const rust = new URL("../../debug/examples/one", consumer);
const brought = () => {
  if (!existsSync(rust)) return;
  const manifest = fileURLToPath(new URL("../../../examples/seen-store/Cargo.toml", import.meta.url));
  const target = fileURLToPath(new URL("../../", consumer));
  const built = spawnSync(
    "cargo",
    ["build", "--quiet", "--locked", "--example", "one", "--manifest-path", manifest, "--target-dir", target],
    { stdio: "inherit" },
  );
  ok(built.status === 0, "the program in Rust is built");
};

/**
 * Holds the first code's place until all eight have asked for it: as a transaction that is given back, or by a pause for those that write.
 */
const hold = async (server, ask) => {
  const waiting = {
    postgres: async () => (await ask("SELECT count(*)::int AS all FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).rows[0].all === 8,
    redis: async () => (await ask("INFO", "clients")).includes("blocked_clients:8\r"),
  };
  const letGo = async (go) => {
    for (let tried = 0; !(await waiting[server.kind]()); tried += 1) {
      ok(tried < 300, "all eight wait");
      await after(100);
    }
    await go();
  };
  if (server.kind === "redis") {
    await ask("CLIENT", "PAUSE", "60000", "WRITE");
    return () => letGo(() => ask("CLIENT", "UNPAUSE"));
  }
  const holding = client(server.kind, server.address, { max: 1 });
  const { key, bytes } = deskBy().showing(of.codes[0]);
  await holding.ask("BEGIN");
  await holding.ask("INSERT INTO doichieu_showings (key, record, until) VALUES ($1, $2, 1)", [key, bytes]);
  return () =>
    letGo(async () => {
      await holding.ask("ROLLBACK");
      await holding.close();
    });
};

/** Four processes of Node and four of Rust, or eight of Node; each with an encounter of its own. */
const race = async (server, ask) => {
  const letGo = await hold(server, ask);
  const one = fileURLToPath(new URL("one.mjs", import.meta.url));
  const commands = [1, 2, 3, 4, 5, 6, 7, 8].map((encounter) =>
    encounter % 2 === 0 && existsSync(rust)
      ? [fileURLToPath(rust), server.kind, server.rust, String(encounter), String(of.codes.length)]
      : [process.execPath, one, server.kind, server.address, String(encounter)],
  );
  const processes = commands.map(([program, ...args]) => spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] }));
  const lines = processes.map(({ stdout }) => createInterface({ input: stdout })[Symbol.asyncIterator]());
  for (const line of lines) equal((await line.next()).value, "ready", "ready");
  for (const { stdin } of processes) stdin.write("go\n");
  await letGo();
  for (const code of of.codes.keys()) {
    const answers = await Promise.all(lines.map(async (line) => (await line.next()).value ?? "nothing"));
    const counted = [FIRST, OTHER].map(([kind, consumed]) => answers.filter((answer) => answer.startsWith(`${kind} ${consumed} `)).length);
    ok(counted.join() === "1,7", `${server.kind}, code ${code}: one first and seven seen, not\n${answers.join("\n")}`);
  }
  const mixed = existsSync(rust) ? "four of Node and four of Rust" : "of Node; SKIPPED: none of Rust is built";
  console.log(`${server.kind}: one first showing of ${of.codes.length} codes each, among eight processes, ${mixed}`);
};

const crashes = async (server, ask) => {
  const desk = deskBy(storeOf(server.kind, ask));
  const [one, two] = desk.codes;
  equal(told(await desk.see(one)), FIRST, "the first");
  await server.crash();
  equal(told(await desk.see(one)), FAILED, "down");
  equal(told(await desk.see(two)), FAILED, "down, and not seen yet");
  await server.begin();
  await after(500);
  equal(told(await desk.see(one)), AGAIN, "kept over its crash");
  equal(told(await desk.see(two)), FIRST, "not kept, and so the first now");
  equal(told(await desk.see(two)), AGAIN, "a host that fell over itself");
  equal(told(await desk.see(one, 2)), OTHER, "another encounter");
};

const inPostgres = async (server, ask) => {
  const store = stores.postgresStore(ask, { patience: 500 });
  const desk = deskBy(store);
  const [showing, other] = desk.codes.slice(2).map(desk.showing);
  const holding = client(server.kind, server.address);
  await ask("TRUNCATE doichieu_showings");
  const held = holding.ask("BEGIN; LOCK TABLE doichieu_showings; SELECT pg_sleep(2); COMMIT");
  await after(200);
  equal(await store.putIfAbsent(showing), { kind: "failed" }, "late");
  await held;
  await holding.close();
  const found = await stores.postgresStore(ask).putIfAbsent(showing);
  equal([found.kind, hex(found.showing.bytes)], ["seen", hex(showing.bytes)], "what came late was kept");
  equal(await store.purge(showing.until + 300), 0, "not yet");
  equal(await store.purge(showing.until + 301), 1, "5 minutes after its end");
  equal(await store.putIfAbsent(showing), { kind: "fresh" }, "forgotten");
  await ask("INSERT INTO doichieu_showings (key, record, until) VALUES (decode($1, 'hex'), 'odd', 1)", [hex(other.key)]);
  equal(await store.putIfAbsent(other), { kind: "failed" }, "odd");
  await ask("CREATE SCHEMA desk; CREATE TABLE desk.others (LIKE doichieu_showings INCLUDING ALL)");
  equal(await stores.postgresStore(ask, { table: "desk.others" }).putIfAbsent(showing), { kind: "fresh" }, "another table");
  equal(await stores.postgresStore(ask, { table: "nowhere" }).putIfAbsent(showing), { kind: "failed" }, "no table");
};

const inRedis = async (server, ask) => {
  const store = stores.redisStore(ask, { patience: 500 });
  const desk = deskBy(store);
  const [showing, other] = desk.codes.slice(2).map(desk.showing);
  const key = ({ key }) => `doichieu:showing:${hex(key)}`;
  await ask("FLUSHALL");
  equal(await store.putIfAbsent(showing), { kind: "fresh" }, "the first");
  const left = await ask("TTL", key(showing));
  ok(Math.abs(left - (showing.until - showing.at + 300)) < 5, `kept for ${left} s`);
  await ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
  equal(await store.putIfAbsent(showing), { kind: "failed" }, "it may evict");
  equal(told(await desk.see(desk.codes[3])), FAILED, "it may evict, and has not seen it");
  await ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
  await ask("REPLICAOF", "127.0.0.1", "1");
  equal(await store.putIfAbsent(showing), { kind: "failed" }, "a replica");
  await ask("REPLICAOF", "NO", "ONE");
  await ask("SET", key(other), "odd");
  equal(await store.putIfAbsent(other), { kind: "failed" }, "odd");
  await ask("SET", key(other), hex(showing.bytes));
  equal(told(await desk.see(desk.codes[3])), FAILED, "of another place");
  await ask("DEL", key(other));
  const pausing = client(server.kind, server.address);
  await pausing.ask("CLIENT", "PAUSE", "1500", "ALL");
  equal(await store.putIfAbsent(other), { kind: "failed" }, "late");
  pausing.close();
  await after(1_500);
  equal((await store.putIfAbsent(other)).kind, "seen", "what came late was kept");
};

/** Clients of any kind, and no server. */
const odd = {
  async "a client that says odd things has failed"() {
    const { showing, codes } = deskBy();
    const [mine, other] = codes.map(showing);
    const record = hex(mine.bytes);
    const never = () => new Promise(() => {});
    const thrower = () => {
      throw new Error("no");
    };
    const rows = [
      undefined,
      {},
      [],
      [{}],
      [{ record }],
      [{ record, again: 0 }],
      [{ record: hex(other.bytes), again: false }],
      [{ record: record.toUpperCase(), again: true }],
    ];
    const more = [
      [{ record: mine.bytes, again: true }],
      [{ record: `${record}00`, again: true }],
      [
        { record, again: false },
        { record, again: false },
      ],
      null,
    ];
    const queries = [
      ...[...rows, ...more].map((rows) => async () => ({ rows })),
      async () => undefined,
      thrower,
      never,
      async () => thrower(),
    ];
    for (const [place, query] of queries.entries()) {
      equal(await stores.postgresStore(query, { patience: 50 }).putIfAbsent(mine), { kind: "failed" }, `PostgreSQL ${place}`);
    }
    const replies = [
      null,
      undefined,
      "OK",
      "fresh",
      [],
      [null],
      ["evicts"],
      ["replica"],
      ["fresh", record],
      ["seen"],
      ["seen", null],
      ["seen", "odd"],
      ["seen", record, record],
      [["fresh"]],
      new Error("READONLY"),
      { 0: "fresh" },
    ];
    const commands = [...replies.map((reply) => async () => reply), thrower, never, async () => thrower()];
    for (const [place, command] of commands.entries()) {
      equal(await stores.redisStore(command, { patience: 50 }).putIfAbsent(mine), { kind: "failed" }, `Redis ${place}`);
    }
    equal(await stores.postgresStore(async () => ({ rows: [{ record, again: false }] })).putIfAbsent(mine), { kind: "fresh" }, "fresh");
    const bytes = new TextEncoder();
    equal((await stores.redisStore(async () => [bytes.encode("seen"), bytes.encode(record)]).putIfAbsent(mine)).kind, "seen", "in bytes");
    for (const table of ["", "a b", 'a"', "a;", "A", "a.b.c", "1a"]) {
      try {
        stores.postgresStore(never, { table });
      } catch {
        continue;
      }
      ok(false, `no table: ${table}`);
    }
  },

  async "a store that throws or says no word has failed; without a showing none is asked"() {
    const word = (answer) => ({ putIfAbsent: async () => answer });
    const throwing = { putIfAbsent: () => { throw new Error("no"); } };
    for (const store of [word(undefined), word({ kind: "seen" }), word({ kind: "ok" }), throwing]) {
      const desk = deskBy(store);
      equal(told(await desk.see(desk.codes[0])), FAILED, "no word");
    }
    for (const store of [{}, undefined]) {
      const error = await deskBy(store).see(of.codes[0]).catch((error) => error);
      ok(/^argument\.(call|object)$/.test(error.code), "no store is a mistake of the program");
    }
    equal(told(await deskBy(word({ kind: "fresh" })).see(of.codes[0])), FIRST, "fresh");
    const forged = await deskBy(throwing).see(of.forged);
    equal([forged.kind, forged.consumed], ["refuse", false], "nothing to keep");
    ok(!forged.findings.some(({ code }) => code === "post.store_failed"), "and nobody asked");
    equal((await deskBy(throwing).see("nothing")).kind, "unreadable", "not a document");
  },
};

const at = async (name, start, more) => {
  const server = await start();
  if (!server) {
    console.log(`SKIPPED: no ${name} on this machine`);
    return;
  }
  const { ask, close } = client(server.kind, server.address);
  try {
    await schema(server, ask);
    await race(server, ask);
    await (server.kind === "postgres" ? ask("TRUNCATE doichieu_showings") : ask("FLUSHALL"));
    await crashes(server, ask);
    await more(server, ask);
  } finally {
    await close();
    await server.end();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failed = [];
  brought();
  const all = { ...odd, "in PostgreSQL": () => at("PostgreSQL", postgres, inPostgres), "in Redis": () => at("Redis", redis, inRedis) };
  for (const [says, test] of Object.entries(all)) {
    await test().catch((error) => failed.push(`${says}\n    ${error.stack ?? error}`));
  }
  tell("stores", { passed: Object.keys(all).length - failed.length, failed });
}
