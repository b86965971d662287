// Debian's Firefox as people have it, driven through WebDriver BiDi by playwright-core. None that was patched for tests.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { firefox } from "playwright-core";

const PATH = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Why nothing can be tested in it; `false`: it is there. */
export const lacksFirefox = () => !existsSync(PATH) && `skipped: there is no Firefox at ${PATH}`;

/** What this release of it does not know yet, and no test rests on: colours and motion are as its preferences say. */
const PASSED_OVER = new Set(["emulation.setMediaFeaturesOverride"]);

/**
 * playwright-core sends that for every context, asked or not, and gives up where it is refused: its session in this process passes over it.
 * Any other command that is not known is an error as ever.
 */
function passOver(browser) {
  const session = browser._connection?.toImpl?.(browser)?._browserSession;
  if (!session) throw new Error("playwright-core: its session of WebDriver BiDi is no longer where it was");
  const kind = Object.getPrototypeOf(session);
  const { send } = kind;
  if (send.passes) return;
  kind.send = function passing(method, ...more) {
    return send.call(this, method, ...more).catch((error) => {
      if (PASSED_OVER.has(method) && /unknown command/.test(error.message)) return {};
      throw error;
    });
  };
  kind.send.passes = true;
}

/** The empty style that playwright-core puts into a page before a picture: the page's policy forbids it, and Firefox says so. */
const PICTURE_STYLE = createHash("sha256").update("body {}").digest("base64");

/** A line on the console that the driver is the cause of, not the page. @param {string} text */
export const ofTheDriver = (text) => text.startsWith("Content-Security-Policy:") && text.includes(`sha256-${PICTURE_STYLE}`);

export async function launchFirefox() {
  const browser = await firefox.launch({
    channel: "moz-firefox", executablePath: PATH, firefoxUserPrefs: { "ui.prefersReducedMotion": 1 },
  });
  passOver(browser);
  return browser;
}
