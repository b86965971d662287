// Assertions and bytes, for Node and pages alike.

export class Failed extends Error {}

const told = (value) => (typeof value === "bigint" ? `${value}n` : JSON.stringify(value));

export const equal = (found, expected, says) => {
  if (told(found) !== told(expected)) throw new Failed(`${says}: expected ${told(expected)}, found ${told(found)}`);
};

export const ok = (found, says) => {
  if (!found) throw new Failed(says);
};

/** What a call throws; fails if it throws nothing. */
export const thrown = (call, says) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Failed(`${says}: nothing was thrown`);
};

export const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

export const hex = (of) => Array.from(of, (byte) => byte.toString(16).padStart(2, "0")).join("");
