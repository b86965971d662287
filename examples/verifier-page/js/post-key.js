// The post's key, made in this browser. Its private half can be used here and taken out by nobody; the public half is given out as a file,
// for whoever signs the mandate. Until the mandate is there it is kept aside.
import { keep, recall } from "./store.js";
/** @import { Post } from "doichieu" */

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const PEM = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/;
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
  const [, body] = PEM.exec(new TextDecoder().decode(bytes)) ?? [];
  return body === undefined ? bytes : Uint8Array.from(atob(body.replaceAll(/\s/g, "")), (sign) => sign.charCodeAt(0));
};

/**
 * The key of a file (PKCS #8, bare or as PEM), for signing and nothing else; it cannot leave the browser. Rejects where there is none of
 * this curve.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export const keyOfFile = async (bytes) => crypto.subtle.importKey("pkcs8", der(bytes), CURVE, false, ["sign"]);

/**
 * Whether it is the key of this post's mandate: by a signature that is no ask and no part of one.
 * @param {Post} post
 * @param {CryptoKey} key
 */
export async function keyFits(post, key) {
  try {
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, post.trialToBeSigned());
    return post.isKeyOf(new Uint8Array(signature));
  } catch (error) {
    // A key of another kind, or for another use, is not this one.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

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
