// An animated code: a file in parts, each a code of its own, shown in a loop (docs/dc1.md §7).

/** Parts at most, and bytes in each: sixteen of them hold 45,520. */
const MOST_PARTS = 16;
const LARGEST_CHUNK = 2845;
/** Bytes of a part where there is a choice: about nine hundred characters, which any camera reads from a screen. */
const COMFORTABLE = 600;
/** What is carried: a bundle, or the delta to one. */
const BUNDLE = 2;
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Bytes of a file that an animated code can carry. */
export const LARGEST_FILE = MOST_PARTS * LARGEST_CHUNK;

/**
 * The texts of its codes. A file that is larger has none.
 * @param {Uint8Array} file
 */
export async function bundleTexts(file) {
  if (file.length < 2 || file.length > LARGEST_FILE) return [];
  // As few as there must be, and never one alone: that would be no animation.
  const chunk = Math.min(Math.max(Math.ceil(file.length / MOST_PARTS), COMFORTABLE), Math.ceil(file.length / 2));
  const id = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (file))).slice(0, 4);
  const of = Math.ceil(file.length / chunk);
  return Array.from({ length: of }, (_, place) => {
    // As long in every part; the last one ends in zeros.
    const part = new Uint8Array(chunk);
    part.set(file.subarray(place * chunk, (place + 1) * chunk));
    const numbers = [place, of, file.length, BUNDLE].flatMap((number) => head(0, number));
    return `DC1F:${base45([...head(4, 6), ...bytes(id), ...numbers, ...bytes(part)])}`;
  });
}

/**
 * The head of a CBOR item in its shortest form (RFC 8949 §3); nothing here is longer than two bytes say.
 * @param {number} major
 * @param {number} value
 */
function head(major, value) {
  const type = major << 5;
  if (value < 24) return [type | value];
  return value < 256 ? [type | 24, value] : [type | 25, value >> 8, value & 255];
}

/** @param {Uint8Array} of */
const bytes = (of) => [...head(2, of.length), ...of];

/**
 * RFC 9285: two bytes as three letters, the least significant first.
 * @param {number[]} of
 */
function base45(of) {
  let text = "";
  for (let at = 0; at < of.length; at += 2) {
    const pair = at + 1 < of.length;
    let rest = pair ? of[at] * 256 + of[at + 1] : of[at];
    for (let letter = 0; letter < (pair ? 3 : 2); letter += 1) { text += LETTERS[rest % 45]; rest = Math.floor(rest / 45); }
  }
  return text;
}
