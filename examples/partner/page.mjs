// The built React page in Chromium, where there is one; says so where there is none.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];

/** @param {string} folder @param {number} now milliseconds @param {(what: string, told: string, expected: RegExp) => void} told */
export const page = async (folder, now, told) => {
  const tools = createRequire(new URL("../../wasm/tools/", import.meta.url));
  if (!existsSync(CHROMIUM)) return console.log("  built; skipped: no Chromium to open it with");
  const { chromium } = tools("playwright-core");
  const server = createServer(async ({ url = "/" }, response) => {
    const path = decodeURI(new URL(url, "http://localhost").pathname);
    const found = await readFile(join(folder, path === "/" ? "index.html" : path)).catch(() => undefined);
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/html" });
    response.end(found);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  try {
    const opened = await browser.newPage();
    const faults = [];
    await opened.clock.setFixedTime(now);
    opened.on("pageerror", (error) => faults.push(String(error)));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : address;
    await opened.goto(`http://127.0.0.1:${port}/`);
    await opened.click("#scan");
    await opened.waitForFunction(() => document.querySelector("h1")?.textContent !== "…", null, { timeout: 30_000 }).catch(() => {});
    told("the headline of a clinic's showing", (await opened.textContent("h1")) ?? "", /^ĐẠT$/);
    const rows = await opened.$$eval("dl > div", (all) => all.map((row) => [...row.children].map((part) => part.textContent).join(": ")));
    told("its values that may stand openly", rows.join("\n"), /^(?:.+: .+\n?)+$/);
    await opened.click("#post");
    told("postMessage(report)", (await opened.textContent("#told")) ?? "", /ArgumentError.*argument\.cloned/);
    told("errors of the page", faults.join("\n") || "none", /^none$/);
  } finally {
    await browser.close();
    server.close();
  }
};
