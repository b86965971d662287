// Debian's servers, each of its own in a folder of its own, on a socket and no port; and clients for them, as a host has them.

import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";

/** From where the tests' own clients are installed. */
const installed = createRequire(new URL("../../tools/", import.meta.url));

/** PostgreSQL does not run as root: the package's user then. */
const somebody = () => {
  if (process.getuid() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const user = ["postgres", "nobody"].flatMap((name) => users.filter(([of]) => of === name))[0];
  return user && { uid: Number(user[2]), gid: Number(user[3]) };
};

const folder = (user) => {
  const made = mkdtempSync(join(tmpdir(), "dc-"));
  chmodSync(made, 0o755);
  if (user) chownSync(made, user.uid, user.gid);
  return made;
};

const server = async ({ cwd, user, start, ready, signal, ...more }) => {
  const of = { cwd, ...user, stdio: "ignore" };
  let running;
  const begin = async () => {
    running = spawn(start[0], start.slice(1), of);
    for (let tried = 0; spawnSync(ready[0], ready.slice(1), of).status !== 0; tried += 1) {
      if (tried === 600) throw new Error(`not ready: ${start[0]}`);
      await after(100);
    }
  };
  /** As a crash does. */
  const crash = () =>
    new Promise((resolve) => {
      // It may have crashed already.
      if (running.exitCode !== null || running.signalCode !== null) return resolve();
      running.once("exit", resolve);
      running.kill(signal);
    });
  process.once("exit", () => running.kill(signal));
  await begin();
  const end = async () => {
    await crash();
    rmSync(cwd, { recursive: true });
  };
  return { begin, crash, end, ...more };
};

/** PostgreSQL, or `undefined` where it is not installed. */
export const postgres = async () => {
  const versions = existsSync("/usr/lib/postgresql")
    ? readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];
  const bin = versions.filter((of) => existsSync(`${of}/postgres`) && existsSync(`${of}/initdb`)).at(-1);
  if (!bin) return undefined;
  const user = somebody();
  const cwd = folder(user);
  const data = join(cwd, "data");
  const made = spawnSync(`${bin}/initdb`, ["-D", data, "-A", "trust", "-U", "doichieu", "--no-sync"], { cwd, ...user, stdio: "ignore" });
  if (made.status !== 0) throw new Error("initdb");
  return server({
    cwd,
    user,
    kind: "postgres",
    start: [`${bin}/postgres`, "-D", data, "-c", "listen_addresses=", "-c", `unix_socket_directories=${cwd}`],
    ready: [`${bin}/pg_isready`, "-q", "-h", cwd, "-U", "doichieu", "-d", "postgres"],
    // Ends its children too, and writes nothing.
    signal: "SIGQUIT",
    address: cwd,
    rust: `host=${cwd} user=doichieu dbname=postgres`,
  });
};

/** Redis that outlives its crash, or `undefined` where it is not installed. */
export const redis = async () => {
  if (spawnSync("redis-server", ["--version"]).status !== 0) return undefined;
  const user = somebody();
  const cwd = folder(user);
  const address = join(cwd, "redis");
  return server({
    cwd,
    user,
    kind: "redis",
    start: [
      "redis-server",
      "--port",
      "0",
      "--unixsocket",
      address,
      "--dir",
      cwd,
      "--save",
      "",
      "--appendonly",
      "yes",
      "--appendfsync",
      "always",
    ],
    ready: ["redis-cli", "-s", address, "ping"],
    signal: "SIGKILL",
    address,
    rust: `redis+unix://${address}`,
  });
};

/** `ask`, as `doichieu/stores` takes it, and `close`: `pg` or `ioredis`, that do not try again by themselves. */
export const client = (kind, address, options) => {
  if (kind === "postgres") {
    const { Pool } = installed("pg");
    const pool = new Pool({ host: address, user: "doichieu", database: "postgres", connectionTimeoutMillis: 2_000, ...options });
    // A connection that breaks while nobody uses it is told here, or to nobody.
    pool.on("error", () => {});
    return { ask: (text, params) => pool.query(text, params), close: () => pool.end() };
  }
  const { Redis } = installed("ioredis");
  const redis = new Redis({ path: address, maxRetriesPerRequest: 0, retryStrategy: () => 50 });
  redis.on("error", () => {});
  return { ask: (...of) => redis.call(...of), close: () => redis.disconnect() };
};
