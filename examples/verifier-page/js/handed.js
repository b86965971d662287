// Set-up that the page around hands out (`setUp`). It goes through the doors that files go through: the form of the first day, then
// renewal.
import { lookAtRoots } from "./kept.js";
import { notKept } from "./texts.js";
import { tell } from "./words-kept.js";
/** @import { DoichieuSetUp } from "doichieu-verifier" */
/** @import { Page } from "./page.js" */

/** What each is called where the form names files. */
const NAMES = { roots: "roots.dcr", lists: "lists.dcb", mandate: "mandate.dcl", key: "key.p8" };

/** Groups of a check code are parted by blanks or not. @param {string} code */
const plain = (code) => code.replaceAll(/\s/g, "").toLowerCase();

/** @param {unknown} of @returns {of is Uint8Array<ArrayBuffer> | ArrayBuffer} */
const isBytes = (of) => of instanceof Uint8Array || of instanceof ArrayBuffer;

/**
 * As files; `null`: something in it is no bytes.
 * @param {DoichieuSetUp} of
 * @returns {File[] | null}
 */
function filesOf(of) {
  const there = Object.entries(NAMES).map(([part, name]) => ({ name, bytes: /** @type {Record<string, unknown>} */ ({ ...of })[part] }))
    .filter(({ bytes }) => bytes !== undefined && bytes !== null);
  const files = there.flatMap(({ name, bytes }) => (isBytes(bytes) ? [new File([bytes], name)] : []));
  return files.length === there.length ? files : null;
}

export class Handed {
  #page;
  /** What was dealt with. @type {unknown} */
  #taken;

  /** @param {Page} page */
  constructor(page) { this.#page = page; }

  /** Nothing was set up yet: as files that somebody chose. @type {() => Promise<void>} */
  async first() {
    const page = this.#page;
    const of = this.#next();
    if (!of) return;
    const { setting } = page;
    const files = filesOf(of);
    if (!files) { setting.told = tell("handedTorn"); return page.draw(); }
    await setting.take(files);
    if (of.fingerprint === undefined || !setting.asks) return;
    const is = typeof of.fingerprint === "string" && plain(of.fingerprint) === plain(setting.asks.fingerprint);
    setting.compared(is);
    if (!is) { setting.told = tell("handedDiffers"); return page.draw(); }
    if (setting.lacks.length === 0) await setting.finish();
  }

  /**
   * Something is kept: what is newer is taken, as from a file. What a person is to be asked about, other root keys among it, is shown:
   * resolves to what shows it.
   * @returns {Promise<(() => void) | undefined>}
   */
  async renewed() {
    const page = this.#page;
    const of = this.#next();
    if (!of) return undefined;
    const files = filesOf(of);
    if (!files) return () => page.hint(tell("handedTorn"));
    try {
      const renewal = await page.desk.renewal(files);
      if (renewal.needsPress || this.#otherRoots(of)) return () => page.renewing.look(files);
      if (renewal.changed) await page.desk.renew(renewal.changed);
    } catch (error) {
      return () => page.hint(notKept(error));
    }
    return undefined;
  }

  /** @param {DoichieuSetUp} of */
  #otherRoots({ roots }) {
    try { return lookAtRoots(new Uint8Array(roots)).fingerprint !== this.#page.desk.fingerprint; } catch { return true; }
  }

  /** What has not been dealt with. */
  #next() {
    const of = this.#page.host.setUp;
    if (!of || of === this.#taken) return null;
    this.#taken = of;
    return of;
  }

  /** It was handed out, or another one, while the page runs: taken where nobody is being checked. */
  async now() {
    const page = this.#page;
    if (page.at === "setUp") return this.first();
    const free = page.at === "scan" || (page.at === "waiting" && page.it.ask?.over);
    if (free && page.device && page.desk.phones === 0) (await this.renewed())?.();
  }
}
