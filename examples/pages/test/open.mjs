// `open`, as a newcomer runs it: ports that are taken, a second start, a phone on the network, a key of the post's own, Ctrl-C.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { after, before, test } from "node:test";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { userFolder } from "../place.mjs";
import { tools, writeSetUp } from "../set-up.mjs";
import { coloured, codeOf, style } from "../terminal.mjs";
import { agree, browser, dressWallet, onScreen, open as openPage, shot } from "./support.mjs";

const START = fileURLToPath(new URL("../start.mjs", import.meta.url));
const ESCAPE = String.fromCharCode(27);
let folder;
let made;
before(async () => { folder = await mkdtemp(join(tmpdir(), "doichieu-open-")); made = await tools(); });
after(async () => { await rm(folder, { recursive: true }); });

const files = (name) => join(folder, name);
const read = (name, file) => readFile(join(files(name), file));

/** Runs it to its end; resolves to what it said. */
async function ended(child) {
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => { said.out += chunk; });
  child.stderr.on("data", (chunk) => { said.err += chunk; });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { ...said, code };
}

/** One that does not end is ended, and the test fails. */
const run = (...more) => spawn(process.execPath, [START, "--keep", files("keep"), ...more], {
  stdio: ["ignore", "pipe", "pipe"], timeout: 60_000, killSignal: "SIGKILL",
});

/** Starts it, with its own port pair unless told; resolves once it stands, to what it said, its ports, and what ends it. */
async function started(name, ...more) {
  const child = run("--files", files(name), ...more);
  let out = "";
  child.stdout.on("data", (chunk) => { out += chunk; });
  child.stderr.on("data", (chunk) => { out += chunk; });
  const end = new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, out })));
  await new Promise((resolve, reject) => {
    child.stdout.on("data", () => { if (out.includes("Ctrl+C")) resolve(); });
    void end.then(() => reject(new Error(out)));
  });
  const [verifier, wallet] = [...out.matchAll(/http:\/\/localhost:(\d+)\//g)].map(([, port]) => Number(port));
  const stop = (/** @type {NodeJS.Signals} */ signal = "SIGINT") => { child.kill(signal); return end; };
  return { out, verifier, wallet, stop };
}

/** Listens on a port. */
async function listening() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { server, port };
}

/** A port that somebody else has. */
async function taken(of) {
  const { server, port } = await listening();
  of.after(() => server.close());
  return port;
}

/** A port that is free now. */
async function free() {
  const { server, port } = await listening();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

const stands = (host, port) => fetch(`http://${host}:${port}/`).then((answer) => answer.ok, () => false);
const fingerprint = (out) => /root check code[^\n]*\n\s+(\S[^\n]*)/.exec(out)?.[1];
const lan = Object.values(networkInterfaces()).flat().find((of) => of.family === "IPv4" && !of.internal)?.address;

test("ports that are taken: others, and it says which; a second start has the same root and newer lists; Ctrl-C ends both", async (of) => {
  const [busy, quiet] = [await taken(of), await free()];
  const first = await started("first", "--ports", `${busy},${quiet}`);
  assert.notEqual(first.verifier, busy);
  assert.equal(first.wallet, quiet);
  assert.match(first.out, new RegExp(`port ${busy} is taken.*verifier → ${first.verifier}`));
  assert.ok(await stands("127.0.0.1", first.verifier) && await stands("127.0.0.1", first.wallet));
  assert.ok(!first.out.includes(ESCAPE), "no colours where it is piped");
  if (lan) assert.equal(await stands(lan, first.wallet), false, "on this computer alone unless it is asked for by name");
  // A browser holds its connection open, half a question on it.
  const held = connect(first.wallet, "127.0.0.1");
  held.on("error", () => {});
  await new Promise((resolve) => { held.write("GET / HTTP/1.1\r\n", resolve); });
  const end = await first.stop();
  assert.deepEqual([end.code, end.signal], [0, null], end.out);
  assert.match(end.out, /Đã dừng · stopped/);
  assert.equal(await stands("127.0.0.1", first.verifier) || await stands("127.0.0.1", first.wallet), false);

  const second = await started("second");
  assert.deepEqual([second.verifier, second.wallet], [first.verifier, first.wallet], "where the browser keeps its set-up");
  assert.ok(fingerprint(first.out));
  assert.equal(fingerprint(second.out), fingerprint(first.out));
  assert.match(second.out, /as last time/);
  await second.stop("SIGTERM");
  assert.deepEqual(await read("second", "1-root.dcr"), await read("first", "1-root.dcr"));
  const { Bundle, Memory, Post, Roots } = made.engine;
  const memory = new Memory();
  const roots = Roots.dangerousTest(await read("first", "1-root.dcr"));
  const before = Bundle.open(await read("first", "2-lists.dcb"), roots, memory);
  const newer = before.apply(await read("second", "2-lists.dcb"), roots, memory);
  assert.equal(newer.number, before.number + 1, "lists that a page which was set up the first time takes");
  Post.open(await read("second", "3-mandate-clinic.dcl"), newer);
  assert.ok(!(await readdir(files("first"))).some((name) => name.endsWith(".p8")), "no private key is written");
});

test("a week later: the same root, and lists and mandates of that day", async () => {
  const [drawn, now] = [1_795_000_000, 1_795_000_000 + 8 * 86_400];
  const day1 = await writeSetUp(made, files("day1"), { drawn, lists: 57, now: drawn });
  const day8 = await writeSetUp(made, files("day8"), { drawn, lists: 58, now });
  assert.equal(day8.fingerprint, day1.fingerprint);
  assert.deepEqual(await read("day8", "1-root.dcr"), await read("day1", "1-root.dcr"));
  assert.ok(day1.until < now && now < day8.until);
});

test("what was kept and cannot be read is told, and a new root is drawn only when it is asked for by name", async () => {
  const spoilt = files("spoilt");
  const start = (...more) => ended(run("--keep", spoilt, "--files", files("x"), ...more));
  await mkdir(spoilt);
  await writeFile(join(spoilt, "open.json"), "{");
  const told = await start();
  assert.equal(told.code, 1);
  assert.match(told.err, /--new-root/);
  assert.equal(await readFile(join(spoilt, "open.json"), "utf8"), "{");
  assert.equal((await ended(run("--nonsense"))).code, 2);
});

test("a public half is signed into a mandate of each role; a private key, a torn file and a point off the curve are not", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  const spki = Buffer.from(await crypto.subtle.exportKey("spki", pair.publicKey));
  const pem = (bytes, what = "PUBLIC") => `-----BEGIN ${what} KEY-----\n${bytes.toString("base64")}\n-----END ${what} KEY-----\n`;
  const sign = async (name, text) => {
    await writeFile(files(name), text);
    return ended(run("--files", files("signed"), "--sign", files(name)));
  };
  const good = await sign("key.pem", pem(spki));
  assert.equal(good.code, 0, good.err);
  const written = (await readdir(files("signed"))).find((name) => name.startsWith("3-mandate-traffic_police-"));
  const { Bundle, EncounterSeed, Inspector, Memory, Post, Roots } = made.engine;
  const kept = JSON.parse(await readFile(join(files("keep"), "open.json"), "utf8"));
  const world = new made.kit.World(made.kit.DEMO_SEED, undefined, undefined, kept.drawn);
  const bundle = Bundle.open(world.bundle(), Roots.dangerousTest(world.anchor()), new Memory());
  const post = Post.open(await read("signed", written), bundle);
  const drafted = new Inspector(bundle, post).ask({ purpose: post.purposes[0], only: "all" }, crypto.getRandomValues(new Uint8Array(32)),
    new EncounterSeed(crypto.getRandomValues(new Uint8Array(32))), Math.floor(Date.now() / 1000));
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, drafted.toBeSigned());
  const { text } = drafted.seal(new Uint8Array(signature));
  assert.equal(world.asked(text).kind, "asked", "the demo wallet knows who asks");
  const off = Buffer.from(spki);
  off[off.length - 1] ^= 1;
  for (const [name, text, says] of /** @type {[string, string, RegExp][]} */ ([
    ["private", pem(spki, "PRIVATE"), /private key/], ["torn", pem(spki.subarray(0, 60)), /not the public half/],
    ["off", pem(off), /not the public half/], ["empty", "", /not the public half/],
  ])) {
    const told = await sign(name, text);
    assert.equal(told.code, 1, name);
    assert.match(told.err, says, name);
  }
});

test("--lan: the wallet answers on this computer's address, the verifier does not; what http costs is said, on the page too", {
  skip: lan ? false : "skipped: this computer is in no network",
}, async () => {
  const of = await started("lan", "--lan", "--ports", `${await free()},${await free()}`);
  try {
    assert.ok(of.out.includes(`http://${lan}:${of.wallet}/`), of.out);
    assert.match(of.out, /▀|▄/, "and as a code");
    assert.match(of.out, /no camera/);
    assert.match(of.out, /không cho dùng máy ảnh/);
    assert.equal(await stands(lan, of.wallet), true);
    assert.equal(await stands(lan, of.verifier), false);
    const page = await openPage(await browser(), `http://${lan}:${of.wallet}/`);
    await page.waitForSelector("#home");
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.match(await page.innerText(".plain-http"), /không dùng được máy ảnh/);
    assert.doesNotMatch(await page.innerText(".plain-http"), /camera/);
    await dressWallet(page, { english: true });
    assert.match(await page.innerText(".plain-http"), /no camera/);
    await page.click("#home .stack .button:first-of-type");
    await agree(page);
    assert.match(await onScreen(page), /^DC1:/, "a code is made and shown without https");
    await shot(page, "wallet-lan");
    await page.context().close();
    const local = await openPage(await browser(), `http://localhost:${of.wallet}/`);
    await local.waitForSelector("#home");
    assert.equal(await local.$(".plain-http"), null);
    await local.context().close();
  } finally { await of.stop(); }
});

test("colours in a terminal, none elsewhere; a code of an address can be read; each system's own folder", () => {
  const terminal = { isTTY: true };
  assert.equal(coloured(terminal, {}), true);
  /** @type {[{ isTTY: boolean }, NodeJS.ProcessEnv][]} */
  const plain = [[{ isTTY: false }, {}], [terminal, { NO_COLOR: "1" }], [terminal, { TERM: "dumb" }]];
  for (const [stream, env] of plain)
    assert.equal(coloured(stream, env), false);
  assert.equal(style(false).bold("a"), "a");
  assert.equal(style(true).bold("a"), `${ESCAPE}[1ma${ESCAPE}[0m`);
  const lines = codeOf("http://192.0.2.1:8802/", false).split("\n");
  assert.equal(new Set(lines.map((line) => line.length)).size, 1);
  assert.ok(Math.abs(lines[0].length - 2 * lines.length) <= 1, "square, two rows in a line");
  assert.equal(lines[0], "█".repeat(lines[0].length), "a quiet zone around it");
  assert.equal(userFolder({ env: { XDG_DATA_HOME: "/x" }, platform: "linux", home: "/h" }), join("/x", "doichieu-pages"));
  assert.match(userFolder({ env: {}, platform: "darwin", home: "/h" }), /Application Support/);
});
