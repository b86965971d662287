// One window at a time works with this device's desk: two on one screen would each know half of a check. The other one says so, and can
// take over.

const NAME = "doichieu-desk";

/** @typedef {{ readonly state: "here" | "elsewhere", take(): Promise<void> }} Tab */

/**
 * Asks for the desk. `lost` is called when another window has taken it: this one ends its values and says so. Where a browser has no Web
 * Locks every window is *here*; the memory is kept apart from this, turn by turn.
 * @param {{ lost: () => void, locks?: LockManager | undefined }} of
 * @returns {Promise<Tab>}
 */
export async function oneTab({ lost, locks = navigator.locks }) {
  if (!locks) return { state: "here", take: async () => {} };
  let state = /** @type {Tab["state"]} */ ("elsewhere");
  const { promise: whenOver, resolve: over } = ending();

  /**
   * Resolves as soon as it is known whether the lock is here; it is then held until the page goes or another takes it.
   * @type {(how: LockOptions) => Promise<void>}
   */
  const ask = (how) => new Promise((resolve, reject) => {
    /** @param {Lock | null} lock */
    const hold = (lock) => {
      if (lock) state = "here";
      resolve();
      return lock ? whenOver : undefined;
    };
    locks.request(NAME, how, hold).catch((error) => {
      if (state === "here" && error instanceof DOMException && error.name === "AbortError") {
        state = "elsewhere";
        lost();
      } else reject(error);
    });
  });

  // Back from where a browser keeps pages that were left: what was held then is not any more.
  addEventListener("pagehide", () => over());
  try { await ask({ ifAvailable: true }); } catch {
    // A browser that refuses locks here: nothing is known of other windows.
    state = "here";
  }
  return { get state() { return state; }, take: async () => { if (state === "elsewhere") await ask({ steal: true }); } };
}

function ending() {
  /** @type {() => void} */
  let resolve = () => {};
  const promise = /** @type {Promise<void>} */ (new Promise((done) => { resolve = done; }));
  return { promise, resolve };
}
