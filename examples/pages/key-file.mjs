// A post's key as the page takes it.

/** PKCS #8 from the parts of a P-256 key. */
export async function keyFile({ d, x, y }) {
  const url = (bytes) => Buffer.from(bytes).toString("base64url");
  const jwk = { kty: "EC", crv: "P-256", d: url(d), x: url(x), y: url(y) };
  const key = await crypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, true, ["sign"]);
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", key));
}
