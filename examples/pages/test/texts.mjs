// The words (rows 25 and 26 of the design): one glossary over page, wallet, command line, documents and the engine's own texts; nothing that
// is on this device's side ends in a measure against anybody.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { done, headline, inBoth, later, paste, shot, showing, verifier } from "./support.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const read = (path) => readFileSync(join(ROOT, path), "utf8").normalize("NFC");
const files = (folder, ends) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(ends)).map((entry) => relative(ROOT, join(entry.parentPath, entry.name))).sort();
const table = (name) => JSON.parse(read(`wasm/npm/${name}.json`));

/** What is not said any more, in either language: Vietnamese anywhere, English on what people see. */
const GONE_VI = [
  "gốc tin cậy", "dấu vân", "gói danh sách", "giấy phép kiểm tra", "tiếp đón", "mã tự xuất trình", "bộ nhớ chống dùng lại", "tự ẩn", "đã ẩn", "dạng số",
  "dạng khác", "bộ kiểm tra",
];
/** `bundle`, `unprompted` and `engine` are names of the interface in code and its documents; on a face they are none. */
const GONE_EN = [/\bbundles?\b/i, /\bunprompted\b/i, /\bengine\b(?! (?:size|number))/i, /\bhold(?:ing)? the screen\b/i, /\bask code\b/i, /\bfingerprint/i,
  /\bpost[’']s licence\b/i, /\bpost licence\b/i, /^none$/i];
/** As the only words of a dead end: it may stand only beside what to do about it. */
const ALONE = /đã xác thực điện thoại, chưa xác thực người/i;

/** Where a word that is gone stands on purpose, and why. @type {readonly { in: RegExp, word: string, why: string }[]} */
const ON_PURPOSE = [
  { in: /^docs\/glossary\.md$/, word: "fingerprint", why: "the glossary says what others call it" },
  { in: /fields\.json/, word: "fingerprint", why: "a finger's print, as the claim of CWT for biometrics" },
  { in: /verifier-page\/js\/words\.js: keyNone/, word: "none", why: "whether there is a key, not a date" },
];
const allowed = (where, word) => ON_PURPOSE.some((of) => of.in.test(where) && of.word === word.toLowerCase());

/** Every text of a value, deep: `[where, text]`. @type {(of: unknown, where: string) => [string, string][]} */
const texts = (of, where) => {
  if (typeof of === "string") return [[where, of]];
  if (Array.isArray(of)) return of.flatMap((one, at) => texts(one, `${where}[${at}]`));
  return of && typeof of === "object" ? Object.entries(of).flatMap(([name, one]) => texts(one, `${where}.${name}`)) : [];
};

/** The words that a page has in tables: by its source, for a word is `name: ["vi", "en"]` there. */
function pageWords() {
  const all = [...files("examples/verifier-page/js", ".js"), ...files("examples/wallet-page/js", ".js"), ...files("examples/pages/shared", ".js")];
  // Names of fields beside a kind of paper have the same form, and are no words.
  return all.flatMap((path) => [...read(path).matchAll(/^ {2}"?(\w+)"?: \[\s*("(?:[^"\\]|\\.)*"),\s*("(?:[^"\\]|\\.)*")/gm)]
    .map(([, name, vi, en]) => ({ where: `${path}: ${name}`, vi: JSON.parse(vi), en: JSON.parse(en) }))
    .filter(() => !path.endsWith("screens/number.js")));
}

/** What the engine says: members `vi` and `en` of its tables. */
const engineWords = () => ["reasons", "steps", "fields"].flatMap((name) => texts(table(name), `${name}.json`))
  .filter(([where]) => /\.(?:vi|en|says)$/.test(where)).filter(([where]) => !where.endsWith(".says"))
  .map(([where, text]) => ({ where, ...(where.endsWith(".vi") ? { vi: text, en: "" } : { vi: "", en: text }) }));

/** The strings that the command line prints: all literals with a space or a letter of Vietnamese in them, tests left out. */
const commandLine = () => files("examples/handheld/src", ".rs").flatMap((path) => {
  const [source] = read(path).split("#[cfg(test)]");
  return [...source.replaceAll(/^\s*\/\/.*$/gm, "").matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, text]) => ({ where: path, vi: text, en: "" }));
});

const lower = (text) => text.normalize("NFC").toLowerCase();
const goneVi = (where, text) => GONE_VI.filter((term) => lower(text).includes(term) && !allowed(where, term)).map((term) => `${where}: ${term}`);
const goneEn = (where, text) => GONE_EN.flatMap((term) => term.exec(text)?.[0] ?? []).filter((word) => !allowed(where, word)).map((word) =>
  `${where}: ${word}`);

test("row 25: no word of the glossary's third column on a face: pages, wallet, the engine's texts", () => {
  const all = [...pageWords(), ...engineWords()];
  assert.ok(pageWords().length > 400, `${pageWords().length} words of pages`);
  assert.ok(engineWords().length > 500, `${engineWords().length} of the engine`);
  assert.deepEqual(all.flatMap(({ where, vi, en }) => [...goneVi(where, vi), ...goneEn(where, en)]), []);
  assert.deepEqual(all.filter(({ vi }) => ALONE.test(vi) && vi.length < 50).map(({ where }) => where), []);
});

test("row 25: nor in what the command line prints, nor in the documents", () => {
  const lines = commandLine();
  assert.ok(lines.length > 500, `${lines.length}`);
  assert.deepEqual(lines.flatMap(({ where, vi }) => goneVi(where, vi)), []);
  const documents = ["README.md", "SECURITY.md", "CONTRIBUTING.md", ...files("docs", ".md"), ...files("examples", "README.md").filter((path) =>
    !path.includes("node_modules"))];
  const found = documents.flatMap((path) => [
    ...goneVi(path, read(path)),
    ...[/trust(?:ed)? anchors?\b/i, /\bpost[’']s licence\b/i, /\banti-replay\b/i, /\bask code\b/i, /\bhold the screen\b/i].flatMap((term) =>
      term.exec(read(path))?.[0] ?? [])
      .filter((word) => !(path === "docs/glossary.md" && /anchor/i.test(word))).map((word) => `${path}: ${word}`),
  ]);
  assert.deepEqual(found, []);
});

test("row 25: no raw token and no code of a reason in any text; codes of findings are drawn under technical details alone", () => {
  const { reasons } = table("reasons");
  const codes = new Set(reasons.map(({ code }) => code));
  const all = [...pageWords(), ...engineWords()];
  const raw = all.flatMap(({ where, vi, en }) => [vi, en].flatMap((text) => [
    ...[...text.matchAll(/\b[a-z]+\.[a-z_]+\b/g)].filter(([word]) => codes.has(word)).map(([word]) => `${where}: ${word}`),
    ...[...text.matchAll(/\b[a-z]+_[a-z_]+\b/g)].map(([word]) => `${where}: ${word}`),
    ...[...text.matchAll(/\b(?:undefined|null|NaN)\b/g)].map(([word]) => `${where}: ${word}`),
  ]));
  assert.deepEqual(raw, []);
  // Templates: `.code` within html`…` only where details are folded.
  const drawn = [...files("examples/verifier-page/js/screens", ".js"), ...files("examples/verifier-page/js/parts", ".js")].flatMap((path) => {
    const source = read(path);
    const folded = path.endsWith("parts/findings.js") ? source.slice(0, source.indexOf("export function technical")) : source;
    return [...folded.matchAll(/\$\{(?![^}]*(?:reasonText|pick)\()[^}]*\.code\b(?!\s*\?)[^}]*\}/g)].map(([text]) => `${path}: ${text}`);
  });
  assert.deepEqual(drawn, []);
  assert.match(read("examples/verifier-page/js/parts/findings.js"), /finding\.code/, "under technical details they do stand");
  // An error of set-up is told by its sentence.
  assert.doesNotMatch(read("examples/verifier-page/js/texts.js"), /\(\$\{error\.code\}\)/);
});

/** What an officer or a desk can do to somebody: in none of the words of what is this device's own matter. A sentence that forbids it is none. */
const MEASURES = [/(?<!không |trước khi )lập biên bản/i, /tạm giữ/i, /xử phạt/i, /thu giữ/i, /tước quyền/i, /(?<!không )từ chối phục vụ/i,
  /(?<!no )\brecord it\b/i, /\bfine\b/i, /\bseize\b/i, /\bimpound/i];

test("row 26: no reason of the post's side has a step that may end in a measure, or names one", () => {
  const { reasons } = table("reasons");
  const { steps } = table("steps");
  const by = Object.fromEntries(steps.map((step) => [step.code, step]));
  const post = reasons.filter(({ side }) => side === "post");
  assert.ok(post.length > 30, `${post.length}`);
  assert.ok(steps.some(({ costsCitizen }) => costsCitizen), "the class is in the table");
  for (const { code, step, vi, en, gravity, aloud } of post) {
    assert.ok(by[step], `${code}: ${step}`);
    assert.equal(by[step].costsCitizen, false, `${code}: ${step} may end in a measure`);
    assert.notEqual(gravity, "refuse", `${code}: what is ours refuses nobody`);
    for (const text of [vi, en, by[step].vi, by[step].en, aloud?.vi ?? "", aloud?.en ?? ""])
      for (const measure of MEASURES) assert.doesNotMatch(text, measure, `${code}: ${text}`);
  }
});

let site;
after(() => { site?.server.close(); });

/** What stands on the plate, and whether a code of a reason or a raw token stands anywhere outside the folded details. */
const face = (page) => page.$eval("#result", (of) => {
  const copy = /** @type {HTMLElement} */ (of.cloneNode(true));
  for (const one of copy.querySelectorAll(".technical, style")) one.remove();
  return { pill: of.querySelector(".plate .pill")?.textContent ?? null, step: of.querySelector(".step")?.textContent ?? "", text: copy.textContent };
});

inBoth("row 26: a foreign code and a wrong clock: the plate says that it is this device, and no step is a measure", async ({ opened }) => {
  site = await verifier();
  const { page, world } = await opened(site.url, "traffic_police");
  const is = async (name) => {
    const { pill, step, text } = await face(page);
    assert.match(pill ?? "", /Do MÁY NÀY, không do người dân/, `${name}: ${text}`);
    for (const measure of MEASURES) assert.doesNotMatch(step, measure, name);
    assert.doesNotMatch(text, /\b[a-z]+\.[a-z]+_[a-z_]+\b|\b[a-z]+_[a-z_]+\b/, `${name}: a raw token on the face: ${text}`);
    if (name === "clock") assert.match(text, /Máy đang chỉ \d\d:\d\d .*; không thể sớm hơn \d\d:\d\d /, "both times");
    await shot(page, `row-26-${name}`);
  };
  await paste(page, "https://example.test/none");
  assert.equal(await headline(page), "not_checked");
  await is("foreign");
  await page.keyboard.press("Escape");
  await later(page, -400 * 86_400);
  await paste(page, showing(world, "traffic_police").text);
  assert.equal(await headline(page), "not_checked");
  await is("clock");
  await done(page);
});

/** Names that are put together: `say(`thing_${name}`)`. */
const COMPOSED = ["short", "purpose", "thing", "mend", "form"];

test("every word of the verifier page is used, and none stands in both of its tables", () => {
  const [own, kept] = ["words.js", "words-kept.js"].map((name) => read(`examples/verifier-page/js/${name}`));
  const names = (text) => [...text.matchAll(/^ {2}(\w+): \[/gm)].map(([, name]) => name);
  const spoken = files("examples/verifier-page/js", ".js").filter((path) => !/words(?:-kept)?\.js$/.test(path)).map(read).join("\n");
  const unused = [...names(own), ...names(kept)].filter((name) => !COMPOSED.includes(name.split("_")[0]) && !new RegExp(`\\b${name}\\b`).test(spoken));
  // Said of itself by the table that has it.
  assert.deepEqual(unused.filter((name) => !new RegExp(`"${name}"`).test(kept)), []);
  assert.deepEqual(names(own).filter((name) => names(kept).includes(name)), []);
  for (const of of COMPOSED) assert.ok(spoken.includes(`${of}_\${`), of);
});
