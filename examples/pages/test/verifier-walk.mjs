// Every screen of the verifier page, one after another, as a person comes to it: for whatever is asked of all of them.
import { country, dress, frameText, headline, kit, next, open, opened, paste, setUpFiles, showing } from "./support.mjs";

const POLICE = "traffic_police";
const PRINTED = "079196001234|212345678|Nguyễn Thị Ví Dụ|15051996|Nữ|Số 1 Phố Không Có, Hà Nội|01012022";

/** A code whose holder's signature is not one. @param {ReturnType<typeof country>} world @param {string} role */
export function forged(world, role) {
  const bytes = showing(world, role).bytes();
  // The last bytes are the holder's signature.
  bytes[bytes.length - 5] ^= 1;
  return frameText(bytes);
}

/** A world in which what a role turns on is withdrawn. */
export function withdrawn(role) {
  const world = country();
  world.setStatus(role === POLICE ? "driving_licence" : "health_insurance_card", 1);
  return world;
}

/** The six headlines of a role, each with the world it comes from and a code. */
export function headlines(role) {
  const [world, revoked] = [country(), withdrawn(role)];
  const less = role === POLICE ? { driving_licence: ["classes"] } : { health_insurance_card: ["full_name"] };
  return {
    accept: [world, () => showing(world, role).text],
    look_up: [world, () => showing(world, role, less).text],
    not_proven: [world, () => forged(world, role)],
    not_checked: [world, () => showing(world, role === POLICE ? "clinic" : POLICE).text],
    scan_again: [world, () => "DC1:6BF"],
    not_in_force: [revoked, () => showing(revoked, role).text],
  };
}

/**
 * Walks; `see` gets the page, the name of the screen and its selector.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {{ role: string, english?: boolean, night?: boolean, see: (page: any, name: string, selector: string) => Promise<void> }} how
 * @param {import("playwright-core").BrowserContextOptions} [window]
 */
export async function walk(browser, url, { role, english = false, night = false, see }, window = {}) {
  const world = country();
  const fresh = await open(browser, url, { reducedMotion: "reduce", colorScheme: night ? "dark" : "light", ...window });
  await fresh.waitForSelector("#set-up");
  if (english) await fresh.click("#turn-language");
  await see(fresh, "set-up", "#set-up");
  await fresh.setInputFiles("#files", setUpFiles(world, role));
  await fresh.waitForSelector("#compare");
  await see(fresh, "compare", "#set-up");
  await fresh.context().close();

  const { page } = await opened(browser, url, role, { world, reducedMotion: "reduce", ...window });
  const home = (await page.$("#scan")) ? "#scan" : "#challenge";
  await dress(page, { english, night });
  const at = async (name, selector) => { await page.waitForSelector(selector); await see(page, name, selector); };
  const back = async (to = home) => { await page.click("#back"); await page.waitForSelector(to); };
  await at("home", home);
  await page.click("#to-settings");
  await at("settings", "#settings");
  await page.click("#to-device");
  await at("device", "#device");
  await page.click("#give");
  await at("hand-over", "#hand-over");
  await page.click("#back");
  await page.click("#scan-lists");
  await at("receive", "#receive");
  await page.click("#back");
  await page.click("#to-renew");
  await at("renew", "#renew");
  await page.setInputFiles("#renewing", [
    { name: "lists.dcb", mimeType: "", buffer: Buffer.from(world.bundle(58)) }, { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([255, 216,
      255, 0]) },
    { name: "key.p8", mimeType: "", buffer: Buffer.from(kit.postKeyFile(world, role === "bank" ? "clinic" : "bank")) },
  ]);
  await at("renew-table", "#renew table");
  await back();
  if (home === "#challenge") return page.context().close();
  await page.click("#no-code");
  await at("no-code", "#nothing");
  await back();
  if (await page.$("#type-number")) {
    await page.click("#type-number");
    await page.fill("#number", "011250048213");
    await page.click("#number-form button");
    await at("number", "#typed");
    await back();
  }
  await page.click("#more");
  await at("more", "#other");
  await page.click("#to-paste");
  await at("paste", "#paste");
  await back();
  if (role === POLICE) {
    await page.click("#more");
    await page.click("#to-questions");
    await at("questions", "#questions");
    await back();
    await page.click("#chip-other");
    await page.click("[data-kind=car]");
    await at("vehicle", "#vehicle");
    await page.fill("#seats", "5");
    await page.click("#vehicle ~ .foot .main");
  }
  await page.click("#ask-first");
  await at("waiting", "#challenge canvas[data-modules]");
  await page.click("#drop-ask");
  await paste(page, showing(world, role).text);
  await headline(page);
  await at("verdict", "#result");
  if (await page.$("#show")) {
    await page.click("#show");
    await at("verdict-shown", "#result");
    await page.click("#far");
    await at("far", "#far.content");
    await page.click("#back");
  }
  await page.click("#add");
  await at("another-phone", "#scan");
  await page.keyboard.press("Escape");
  await page.waitForSelector("#result");
  await next(page);
  await paste(page, showing(world, role === POLICE ? "clinic" : POLICE).text);
  await headline(page);
  if (await page.$("#look-up")) {
    await page.click("#look-up");
    await at("look-up", "#look-up.content");
    await page.click("#back");
  }
  await next(page);
  await paste(page, "https://example.test/none");
  await headline(page);
  await at("foreign", "#result");
  await page.keyboard.press("Escape");
  await paste(page, PRINTED);
  await at("plain", "#plain");
  await page.context().close();
}
