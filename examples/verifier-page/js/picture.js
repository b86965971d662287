// What a file is, by its first bytes and never by its name, and how large a picture it would become: asked before anything is decoded.

/** Files bigger than this are not opened: a telephone's photographs have 12 MB, those of 48 megapixels 25. */
export const LARGEST_PICTURE = 40 << 20;
/**
 * Pictures with more are not decoded: telephones make 50 megapixels, and each costs four bytes.
 * A small file may claim a thousand times that.
 */
export const MOST_PIXELS = 64_000_000;
/**
 * A text with a code in it is not longer: the longest code has 7,089 characters (ISO/IEC 18004), of two bytes each where Windows wrote it.
 */
export const LARGEST_TEXT = 32 << 10;

/** @typedef {(bytes: Uint8Array) => readonly [number, number] | null} ReadSize */
/** @typedef {(bytes: Uint8Array, at: number) => number} ReadNumber */
/** @type {ReadNumber} */
const be16 = (bytes, at) => bytes[at] * 256 + bytes[at + 1];
/** @type {ReadNumber} */
const be32 = (bytes, at) => be16(bytes, at) * 65_536 + be16(bytes, at + 2);
/** @type {ReadNumber} */
const le16 = (bytes, at) => bytes[at] + bytes[at + 1] * 256;
/** @type {ReadNumber} */
const le24 = (bytes, at) => le16(bytes, at) + bytes[at + 2] * 65_536;
/** @type {ReadNumber} */
const le32 = (bytes, at) => le16(bytes, at) + le16(bytes, at + 2) * 65_536;
/** @type {(bytes: Uint8Array, at: number, length: number) => string} */
const ascii = (bytes, at, length) => String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * JPEG (ITU-T T.81 §B.2.2): the frame header stands behind segments of any number.
 * @type {ReadSize}
 */
function jpeg(bytes) {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) { at += 1; continue; }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += 2; continue; }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [be16(bytes, at + 7), be16(bytes, at + 5)];
    at += 2 + be16(bytes, at + 2);
  }
  return null;
}

/**
 * WebP (RFC 9649 §2.5 to §2.7): lossy, lossless, extended.
 * @type {ReadSize}
 */
function webp(bytes) {
  const form = ascii(bytes, 12, 4);
  if (form === "VP8 ") return [le16(bytes, 26) & 0x3fff, le16(bytes, 28) & 0x3fff];
  if (form === "VP8L") return [1 + (le16(bytes, 21) & 0x3fff), 1 + ((le24(bytes, 22) >> 6) & 0x3fff)];
  return form === "VP8X" ? [1 + le24(bytes, 24), 1 + le24(bytes, 27)] : null;
}

/**
 * HEIF and AVIF (ISO/IEC 23008-12 §6.5.3): the largest `ispe` of the file's head.
 * @type {ReadSize}
 */
function heif(bytes) {
  /** @type {readonly [number, number] | null} */
  let largest = null;
  for (let at = 4; at + 16 < Math.min(bytes.length, 65_536); at += 1) {
    if (ascii(bytes, at, 4) !== "ispe") continue;
    const of = /** @type {const} */ ([be32(bytes, at + 8), be32(bytes, at + 12)]);
    if (!largest || of[0] * of[1] > largest[0] * largest[1]) largest = of;
  }
  return largest;
}

/** @type {(bytes: Uint8Array) => boolean} */
const isHeic = (bytes) => HEIC.includes(ascii(bytes, 8, 4)) && ascii(bytes, 4, 4) === "ftyp";
const HEIC = ["heic", "heix", "hevc", "heim", "mif1", "msf1"];

/** @type {(bytes: Uint8Array) => boolean} */
const isBmp = (bytes) => ascii(bytes, 0, 2) === "BM" && le32(bytes, 14) >= 40;

/**
 * Kinds by what they begin with; `size` where a browser may open them.
 * @type {{ kind: string, type?: string, is: (bytes: Uint8Array) => boolean, size?: ReadSize }[]}
 */
const KINDS = [
  { kind: "PNG", type: "image/png", is: (bytes) => be32(bytes, 0) === 0x89504e47, size: (bytes) => [be32(bytes, 16), be32(bytes, 20)] },
  { kind: "JPEG", type: "image/jpeg", is: (bytes) => be16(bytes, 0) === 0xffd8, size: jpeg },
  { kind: "WebP", type: "image/webp", is: (bytes) => ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP", size: webp },
  { kind: "GIF", type: "image/gif", is: (bytes) => ascii(bytes, 0, 4) === "GIF8", size: (bytes) => [le16(bytes, 6), le16(bytes, 8)] },
  { kind: "BMP", type: "image/bmp", is: isBmp, size: (bytes) => [le32(bytes, 18), Math.abs(le32(bytes, 22) | 0)] },
  { kind: "AVIF", type: "image/avif", is: (bytes) => ascii(bytes, 4, 8) === "ftypavif", size: heif },
  { kind: "HEIC", type: "image/heic", is: isHeic, size: heif },
  { kind: "TIFF", is: (bytes) => ["II*\0", "MM\0*"].includes(ascii(bytes, 0, 4)) },
  { kind: "PDF", is: (bytes) => ascii(bytes, 0, 5) === "%PDF-" },
];

/**
 * Whether bytes may be a text: hardly a control character in them, as scanners put some around a code; or UTF-16 as Windows writes it,
 * whose letters of ASCII stand beside zeros.
 * @param {Uint8Array} bytes
 */
function isText(bytes) {
  if (bytes.length === 0 || bytes.length > LARGEST_TEXT) return false;
  /** @param {number} first */
  const zeros = (first) => [0, 2, 4, 6].every((at) => bytes[at + first] === 0 && bytes[at + 1 - first] > 0);
  const wide = [0xfeff, 0xfffe].includes(be16(bytes, 0)) || zeros(0) || zeros(1);
  const control = bytes.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return wide || control <= Math.max(4, bytes.length / 50);
}

/**
 * What bytes are. Kinds are those above, `text`, or `null`. Whoever wrote the bytes may have lied in each.
 * @param {Uint8Array} bytes
 * @returns {{ kind: string | null, type?: string | undefined, pixels?: number | null }}
 */
export function look(bytes) {
  const known = KINDS.find(({ is }) => bytes.length > 32 && is(bytes));
  if (!known) return { kind: isText(bytes) ? "text" : null };
  const size = known.size?.(bytes);
  return { kind: known.kind, type: known.type, pixels: size ? size[0] * size[1] : null };
}
