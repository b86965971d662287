// What docs/integrate.md says of the element in React and Vue compiles as it stands there, and what is wrong in it does not.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const PAGES = join(dirname(fileURLToPath(import.meta.url)), "..");
const TYPES = join(PAGES, "..", "verifier-page", "types");
const TSCONFIG = {
  compilerOptions: {
    strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUnusedLocals: true, jsx: "react-jsx", target: "es2022", lib: ["es2023", "dom"],
    module: "esnext", moduleResolution: "bundler", skipLibCheck: true, types: [],
    paths: {
      "doichieu-verifier": [join(TYPES, "doichieu-verifier.d.ts")],
      "doichieu-verifier/*": [join(TYPES, "*.d.ts")],
      // The types of these packages are found from where those files lie, too.
      react: [join(PAGES, "node_modules", "@types", "react")],
      "react/*": [join(PAGES, "node_modules", "@types", "react", "*")],
      vue: [join(PAGES, "node_modules", "vue")],
    },
  },
  include: ["*.tsx", "*.vue"],
};
let folder;
let document;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "doichieu-embedding-"));
  await symlink(join(PAGES, "node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(TSCONFIG));
  document = await readFile(join(PAGES, "..", "..", "docs", "integrate.md"), "utf8");
});
after(() => rm(folder, { recursive: true, force: true }));

/** The one example of a language. */
function example(language) {
  const all = [...document.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, "gm"))];
  assert.equal(all.length, 1, language);
  return all[0][1];
}

/** By language, what is taken for what: each is an error of its own. */
const WRONG = {
  tsx: [
    ["event.detail.headline", "event.detail.full_name"], ['only="identity.full_name"', 'only={["identity.full_name"]}'], ["oninspection", "onInspected"],
    [".shown()", ".values()"],
  ],
  vue: [
    ["event.detail.headline", "event.detail.full_name"], ['only="identity.full_name"', ":only=\"['identity.full_name']\""],
    ["CustomEvent<DoichieuInspection>", "KeyboardEvent"], [".shown()", ".values()"],
  ],
};

test("the examples for React and Vue compile, and none with a name or a type that is not there", async () => {
  const wrong = [];
  for (const [language, changes] of Object.entries(WRONG)) {
    const text = example(language);
    await writeFile(join(folder, `account-${language}.${language}`), text);
    for (const [place, [right, is]] of changes.entries()) {
      assert.ok(text.includes(right), right);
      wrong.push(`wrong-${language}-${place}.${language}`);
      await writeFile(join(folder, wrong.at(-1)), text.replace(right, is));
    }
  }
  // One run for all of them: most of its time goes into the types of the two.
  const { stdout } = spawnSync(process.execPath, [join(PAGES, "node_modules", "vue-tsc", "bin", "vue-tsc.js"), "-p", folder], { encoding: "utf8" });
  const told = new Set([...stdout.matchAll(/([\w-]+\.(?:tsx|vue))\(\d+,\d+\): error TS/g)].map(([, file]) => file));
  assert.deepEqual([...told].sort(), wrong.sort(), stdout);
});
