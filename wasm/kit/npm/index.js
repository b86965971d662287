// The demo kit for a page. Test keys only. `index.d.ts` says what everything is.

import load from "./kit.js";

export { Asked, Showing, Taken, World } from "./kit.js";
/** @import { World as Keys } from "./kit.js" */

/** @type {Promise<void> | undefined} */
let loading;

/** @type {typeof import("./index.js").init} */
export const init = (source) => (loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(() => undefined));

/** @param {Uint8Array} bytes */
const url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/**
 * The key of a role's post for WebCrypto, not extractable.
 * @param {Keys} world
 * @param {string} role
 */
export const signingKey = (world, role) => {
  const { d, x, y } = world.postKey(role);
  const jwk = { kty: "EC", crv: "P-256", d: url(d), x: url(x), y: url(y) };
  return crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
};

/** PKCS #8 of a key of P-256 (RFC 5958, RFC 5915): what stands before the private key, and between it and the public one. */
const PKCS8 = ["308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420", "a14403420004"];
/** @param {string} digits */
const unhex = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * The same key as a file, for a page that is set up by files.
 * @param {Keys} world
 * @param {string} role
 */
export const postKeyFile = (world, role) => {
  const { d, x, y } = world.postKey(role);
  const [head, middle] = PKCS8.map(unhex);
  return Uint8Array.from([...head, ...d, ...middle, ...x, ...y]);
};

/** The seed that demo pages share. It is no secret. */
export const DEMO_SEED = new Uint8Array(32).fill(7);
