// A server on localhost for the page: the installed package, the tests, the vectors. Under the strictest policy that runs WebAssembly.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

/** Serves folders under prefixes; answers the origin and what closes it. */
export const serve = async (folders) => {
  const server = createServer(async ({ url }, response) => {
    const [, prefix, rest] = /^\/([^/]+)\/([\w./-]+)$/.exec(url) ?? [];
    const folder = folders[prefix];
    const found = folder && !rest.includes("..") ? await readFile(new URL(rest, folder)).catch(() => undefined) : undefined;
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(url)] ?? "application/octet-stream",
      "content-security-policy": POLICY,
      "cache-control": "no-store",
      // Isolated, a page has a clock of 5 microseconds instead of 100.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(found);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
};
