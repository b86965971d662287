// The demo kit for a page. Test keys only. `index.d.ts` says what everything is.

import load, { World } from "./kit.js";

export { Asked, Showing, World } from "./kit.js";

let loading;

export const init = (source) => (loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(() => undefined));

const url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The key of a role's post for WebCrypto, not extractable. */
export const signingKey = (world, role) => {
  const { d, x, y } = world.postKey(role);
  const jwk = { kty: "EC", crv: "P-256", d: url(d), x: url(x), y: url(y) };
  return crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
};

/** The seed that demo pages share. It is no secret. */
export const DEMO_SEED = new Uint8Array(32).fill(7);
