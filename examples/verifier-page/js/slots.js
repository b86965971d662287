// The memory lies in two slots, written in turn, each with a checksum beside it: what a crash leaves half written is told from what is
// whole, and the slot before it is still there. What it knows of lists and time lies in a third record. Nothing is opened or written here.

/** A record and its checksum; `n` counts the writes. @typedef {{ n: number, bytes: Uint8Array, sum: Uint8Array }} Slot */
/** Whatever lies under the keys of the store: nothing in it is believed. @typedef {Readonly<Record<string, unknown>>} Raw */
/**
 * `bytes`: as far as there are any. `whole`: its checksum says so.
 * @typedef {{ key: string, n: number, bytes: Uint8Array | null, whole: boolean }} Place
 */

export const SLOTS = /** @type {const} */ (["memoryA", "memoryB"]);
/** Where the memory of earlier versions lies: one record without a checksum. */
export const SINGLE = "memory";
export const FLOORS = "floors";
/** Every key that the memory is kept under. */
export const MEMORY_KEYS = [...SLOTS, SINGLE, FLOORS];

/** @param {Uint8Array} bytes */
export const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));

/** @type {(one: Uint8Array, other: Uint8Array) => boolean} */
export const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @type {(n: number, bytes: Uint8Array) => Promise<Slot>} */
export const slotOf = async (n, bytes) => ({ n, bytes, sum: await sha256(bytes) });

/** The number of a slot; one that has none may be the newest. @param {unknown} of */
const numberOf = (of) => {
  const n = /** @type {Partial<Slot> | null | undefined} */ (of)?.n;
  return typeof n === "number" && Number.isSafeInteger(n) && n >= 0 ? n : Infinity;
};

/** @type {(key: string, of: unknown) => Promise<Place>} */
export async function placeOf(key, of) {
  if (of instanceof Uint8Array) return { key, n: key === SINGLE ? 0 : Infinity, bytes: of, whole: key === SINGLE };
  const { bytes, sum } = /** @type {Partial<Slot>} */ (Object(of));
  if (!(bytes instanceof Uint8Array && sum instanceof Uint8Array)) return { key, n: numberOf(of), bytes: null, whole: false };
  return { key, n: numberOf(of), bytes, whole: Number.isFinite(numberOf(of)) && same(await sha256(bytes), sum) };
}

/** What there is of the memory, the newest first. A record whose number cannot be read counts as the newest. @param {Raw} raw */
export async function places(raw) {
  const there = [...SLOTS, SINGLE].filter((key) => raw[key] !== undefined);
  const all = await Promise.all(there.map((key) => placeOf(key, raw[key])));
  return all.toSorted((one, other) => (one.n === other.n ? 0 : other.n - one.n));
}

/** The highest number that can be read. @param {Raw} raw */
export const newestNumber = (raw) =>
  Math.max(0, ...SLOTS.map((key) => raw[key]).filter((of) => of !== undefined).map(numberOf).filter(Number.isFinite));

/** The slot to write next: one that cannot be read, or holds nothing, or the older one. @param {Raw} raw */
export function nextSlot(raw) {
  const rank = (/** @type {unknown} */ of) => (of === undefined || numberOf(of) === Infinity ? -1 : numberOf(of));
  const [a, b] = SLOTS;
  return rank(raw[b]) < rank(raw[a]) ? b : a;
}
