// What a caller passes, held against what is wanted: here everything that needs no engine. An object is read once, member by
// member, into one of ours, so that whatever reads on can be met by no getter, no proxy and nothing that changes meanwhile.

import { ArgumentError } from "./errors.js";

/** One argument, or one member of an object. @typedef {{ name: string, type: string, needed: boolean }} Place */

/** No file, code or text that is read here comes near it; longer ones would only fill the engine's memory. */
const LONGEST = 2 ** 28;
/** So many texts are never in one picture, nor fields in a paper. */
const MANY = 2 ** 12;

/** What is repeated of a name that is not known: it may be anything. */
const PLAIN = /^[A-Za-z_$][\w$]{0,31}$/;

// `name:type`, and a `?` where it may be left out.
/** @type {Record<string, string>} */
const SHAPES = {
  wants: "purpose:text? question:text? only:only? retention:count? origin:text?",
  how: "question:text? basis:text?",
  vehicle:
    "kind:text? displacementCc:measure? powerW:measure? seats:measure? grossMassKg:measure? payloadKg:measure? " +
    "unladenMassKg:measure? seatsOfLike:measure? gear:text? towed:towed?",
  trailer: "kind:text? grossMassKg:measure?",
  bound: "atMost:count? above:count?",
  scene: "vehicle:vehicle? plate:text?",
  declared: "name:text? birth:text? number:text? documentNumber:text?",
  showing: "key:bytes? showing:bytes? post:bytes? encounter:bytes? at:time? until:time? bytes:bytes?",
  answer: "kind:text? showing:showing? bytes:bytes?",
  finding:
    "code:text? gravity:text? axis:text? side:text? about:text? kind:any? age:count? rule:text? token:count? turn:text? part:text? " +
    "showing:count?",
};

/** @type {(code: string, says: string) => never} */
export const refuse = (code, says) => {
  throw new ArgumentError(`argument.${code}`, says);
};

/** What kind of thing it is, never what it says. @param {unknown} of */
export const kindOf = (of) => {
  if (of === null || typeof of !== "object") return of === null ? "null" : typeof of;
  try {
    const tag = Object.prototype.toString.call(of).slice(8, -1);
    return PLAIN.test(tag) ? tag : "object";
  } catch {
    return "object";
  }
};

/** @type {(code: string, at: string, expected: string, passed: unknown) => never} */
export const wrong = (code, at, expected, passed) => refuse(code, `${at}: expected ${expected}; found: ${kindOf(passed)}`);

/**
 * What a getter or a proxy of the caller's throws is the caller's.
 * @type {<T>(at: string, read: () => T) => T}
 */
export const reading = (at, read) => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    return refuse("member", `${at}: could not be read`);
  }
};

/** By what it is, of whatever window or frame. */
// eslint-disable-next-line typescript/unbound-method -- it is called on what was passed
const viewName = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;

/**
 * The same bytes, not a copy: a file may be large.
 * @type {(of: unknown, at: string) => Uint8Array}
 */
const bytes = (of, at) => {
  const none = () => wrong("bytes", at, "bytes that are there (Uint8Array, ArrayBuffer or DataView)", of);
  const { buffer, byteOffset, byteLength } = /** @type {Uint8Array} */ (of ?? {});
  const view = ArrayBuffer.isView(of);
  if (view && /^(Uint8Array|undefined)$/.test(viewName?.call(of)) === false) none();
  if (!view && !/^(Shared)?ArrayBuffer$/.test(kindOf(of))) none();
  const taken = view ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(/** @type {ArrayBuffer} */ (of));
  // What only looks like a buffer was copied as a list.
  return (view || taken.buffer === of) && taken.length <= LONGEST ? taken : none();
};

/** @type {(of: unknown) => unknown[] | undefined} */
const listed = (of) => {
  if (!Array.isArray(of)) return undefined;
  const { length } = of;
  return length > MANY ? undefined : Array.from({ length }, (_, place) => of[place]);
};

/** @param {unknown[] | undefined} of @returns {of is string[]} */
const areTexts = (of) => of?.every((one) => typeof one === "string") ?? false;

/** @type {(of: unknown, at: string) => unknown} */
const only = (of, at) => {
  if (of === "all") return of;
  const none = () => wrong("only", at, 'fields by kind, as { identity: ["full_name"] }, or the word "all"', of);
  if (typeof of !== "object" || of === null || Array.isArray(of)) return none();
  const kinds = Object.entries(of).filter(([, fields]) => fields !== undefined);
  const taken = Object.create(null);
  for (const [kind, fields] of kinds) {
    const names = listed(fields);
    taken[kind] = areTexts(names) && names.length > 0 ? names : none();
  }
  return kinds.length > 0 ? taken : none();
};

/** @type {(of: unknown) => boolean} */
const isCount = (of) => Number.isSafeInteger(of) && /** @type {number} */ (of) >= 0;

/** Each answers what is passed on. @type {Record<string, (of: any, at: string) => unknown>} */
const TYPES = {
  any: (of) => of,
  text: (of, at) => (typeof of === "string" && of.length <= LONGEST / 4 ? of : wrong("text", at, "a text", of)),
  count: (of, at) => (isCount(of) ? of : wrong("count", at, "a whole number from 0", of)),
  time: (of, at) => (isCount(of) ? of : wrong("time", at, "whole seconds since 1970, or nothing at all", of)),
  bytes: (of, at) => {
    try {
      return bytes(of, at);
    } catch {
      return wrong("bytes", at, "bytes that are there (Uint8Array, ArrayBuffer or DataView)", of);
    }
  },
  texts: (of, at) => {
    const texts = listed(of);
    return areTexts(texts) ? texts : wrong("texts", at, "a list of texts", of);
  },
  only,
  measure: (of, at) => (isObject(of) ? take(of, { name: "", type: "bound", needed: true }, at) : TYPES.count(of, at)),
  towed: (of, at) => (typeof of === "string" ? of : take(of, { name: "", type: "trailer", needed: true }, at)),
  call: (of, at) => (typeof of === "function" ? of : wrong("call", at, "a function", of)),
  object: (of, at) => (isObject(of) ? of : wrong("object", at, "an object", of)),
};

/** @param {unknown} of */
const isObject = (of) => typeof of === "object" && of !== null;

/** @param {string} written @returns {Place[]} */
export const placesOf = (written) =>
  Array.from(written.matchAll(/(\w+):(\w+)(\??)/g), ([, name, type, may]) => ({ name, type, needed: may === "" }));

/**
 * An object of these members and no others.
 * @type {(of: any, written: string, at: string) => any}
 */
export const membersOf = (of, written, at) => reading(at, () => members(of, written, at));

/** @type {(of: any, written: string, at: string) => any} */
const members = (of, written, at) => {
  if (!isObject(of)) return wrong("object", at, "an object", of);
  const places = placesOf(written);
  const known = places.map(({ name }) => name);
  const stray = Object.keys(of).find((name) => !known.includes(name));
  if (stray !== undefined) {
    const which = PLAIN.test(stray) ? `the member ${stray}` : "a member";
    return refuse("member", `${at}: ${which} is not known; known are ${known.join(", ")}`);
  }
  const taken = Object.create(null);
  for (const place of places) {
    // What somebody has put on every object there is, nobody passed.
    const member = Object.hasOwn(of, place.name) || !(place.name in Object.prototype) ? Reflect.get(of, place.name) : undefined;
    if (member !== undefined) taken[place.name] = take(member, place, `${at}.${place.name}`);
  }
  return taken;
};

/** For what is used where it stands, as an object of the host's own. */
export const must = {
  /** @type {(of: unknown, at: string) => any} */
  call: (of, at) => take(of, { name: "", type: "call", needed: true }, at),
  /** @type {(of: unknown, at: string) => any} */
  object: (of, at) => take(of, { name: "", type: "object", needed: true }, at),
  /** @type {(of: any, names: string[], at: string) => void} */
  have: (of, names, at) => {
    must.object(of, at);
    for (const name of names) must.call(reading(at, () => of[name]), `${at}.${name}`);
  },
  /** @type {(name: string, of: unknown, at: string) => never} */
  be: (name, of, at) => wrong("instance", at, `an object ${name} of this copy of doichieu`, of),
};

/**
 * What was passed, as it is passed on.
 * @type {(of: unknown, place: Place, at: string) => any}
 */
export const take = (of, { type, needed }, at) => {
  if (of === undefined && !needed) return undefined;
  const shape = Object.hasOwn(SHAPES, type) ? SHAPES[type] : undefined;
  return shape !== undefined ? membersOf(of, shape, at) : reading(at, () => TYPES[type](of, at));
};
