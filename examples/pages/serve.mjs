// Serves a built page on localhost, with the headers that a real host should set. For trying out and for tests.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

/** The page's own policy says the same; a host's header also covers what is not a page. */
export const HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    "img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'",
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache",
};

/** Ports that are tried one after another where the one that is wanted is taken, and then any free one. */
const NEXT = [0, 10, 20, 30];

/** Serves `folder` on the port, or on another one where it is taken. Resolves to the server, which knows its port. */
export async function listen(folder, port, host) {
  for (const further of [...NEXT.map((by) => port + by), 0]) {
    try { return await serve(folder, further, host); } catch (error) { if (!["EADDRINUSE", "EACCES"].includes(error.code)) throw error; }
  }
  throw new Error("no port is free");
}

/** Serves `folder` on a port, of localhost unless another host is given; 0 takes a free one. Resolves to the server. */
export function serve(folder, port = 0, host = "127.0.0.1") {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    try {
      if (!file.startsWith(folder + sep) || !["GET", "HEAD"].includes(request.method)) throw new Error("not here");
      const body = await readFile(file);
      response.writeHead(200, {
        ...HEADERS,
        "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
        "Content-Length": body.length,
      });
      // To HEAD the same is answered, without the body.
      response.end(request.method === "HEAD" ? undefined : body);
    } catch {
      response.writeHead(404, { ...HEADERS, "Content-Type": "text/plain", "Content-Length": 8 });
      response.end(request.method === "HEAD" ? undefined : "not here");
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
