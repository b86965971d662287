// The post's key, made in this browser. Its private half can be used here and taken out by nobody; the public half is given out as a file,
// for whoever signs the mandate. Until the mandate is there it is kept aside.
import { keep, recall } from "./store.js";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
/** Signs in a line of PEM (RFC 7468 §2). */
const LINE = /.{1,64}/g;

/** The key that was made and is in no mandate yet. */
export const madeKey = () => recall("madeKey");

/** Makes one and keeps it. */
export async function makeKey() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ["sign"]);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", spki));
  const made = { key: privateKey, spki, name: Array.from(digest.slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("") };
  await keep("madeKey", made);
  return made;
}

/** It stands in a mandate by now, or is wanted no more. */
export const dropKey = () => keep("madeKey", undefined);

/** A key as PEM holds it, behind whatever lines stand before. @param {Uint8Array<ArrayBuffer>} bytes */
const der = (bytes) => {
  const [, body] = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(new TextDecoder().decode(bytes)) ?? [];
  return body === undefined ? bytes : Uint8Array.from(atob(body.replaceAll(/\s/g, "")), (sign) => sign.charCodeAt(0));
};

/**
 * The key of a file, for signing and nothing else: it cannot leave the browser. `null`: it is torn, or none of this curve.
 * @type {(bytes: Uint8Array<ArrayBuffer>) => Promise<CryptoKey | null>}
 */
export const keyOfFile = async (bytes) => {
  try { return await crypto.subtle.importKey("pkcs8", der(bytes), CURVE, false, ["sign"]); } catch { return null; }
};

/** Its public half as a file that any tool reads (RFC 7468 §13). @param {Uint8Array} spki */
export function publicFile(spki) {
  const lines = btoa(String.fromCharCode(...spki)).match(LINE) ?? [];
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
}

/**
 * Gives it out, as a browser gives out files.
 * @param {{ spki: Uint8Array, name: string }} made
 */
export function savePublic({ spki, name }) {
  const url = URL.createObjectURL(new Blob([publicFile(spki)], { type: "application/x-pem-file" }));
  const link = document.createElement("a");
  [link.href, link.download] = [url, `khoa-cong-khai-${name}.pem`];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
