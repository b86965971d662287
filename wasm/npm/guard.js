// Nothing is called before the engine is there: whoever tries is told so in a sentence. And nothing reaches it that the types do not
// allow: every call is held against face.js first, its `this` too, and what does not fit is an `ArgumentError` that says what was expected.
//
// Where an object of the engine is, stands in a handle that only these lines can read: nobody makes one up, and a copy of the object is
// never taken for it. To copy one is refused: it would be of nothing.

import { ArgumentError } from "./errors.js";
import { FACE } from "./face.js";
import { must, placesOf, reading, refuse, take } from "./taking.js";
/** @import { Place } from "./taking.js" */

/** @typedef {(...passed: any[]) => unknown} Call */

let ready = false;

export const open = () => {
  ready = true;
};

export const isOpen = () => ready;

const check = () => {
  if (!ready) throw new Error("doichieu is not ready yet: `await init()` once, before anything else.");
};

const HANDLE = Symbol("doichieu");

/** Where an object of the engine is: 0, and it was given back or used up. */
class Handle {
  #of;
  #at;

  /** @param {object} of @param {number} at */
  constructor(of, at) {
    this.#of = of;
    this.#at = at;
    // Frameworks that put a proxy around what they read leave alone what is frozen.
    Object.freeze(this);
  }

  get of() {
    return this.#of;
  }

  get at() {
    return this.#at;
  }

  set at(at) {
    this.#at = at;
  }

  /** Of an object, also by way of a proxy. @param {any} of @returns {Handle | undefined} */
  static of(of) {
    const handle = of?.[HANDLE];
    return typeof handle === "object" && handle !== null && #at in handle ? handle : undefined;
  }
}

/** Read by whatever copies an object: a spread, `Object.assign`, `structuredClone`, `postMessage`, `JSON.stringify`. */
const uncopied = {
  enumerable: true,
  /** @this {object} @returns {never} */
  get() {
    const name = Object.prototype.toString.call(this).slice(8, -1);
    return refuse("cloned", `${name}: cannot be copied, spread, sent or written as JSON: hold the object itself, or write report.json`);
  },
};

/** In the place of the property that the glue writes to. @type {PropertyDescriptor & ThisType<object>} */
const place = {
  get() {
    return Handle.of(this)?.at ?? 0;
  },
  set(at) {
    const handle = Handle.of(this);
    if (handle) handle.at = at;
    else Object.defineProperties(this, { [HANDLE]: { value: new Handle(this, at) }, _uncopied: uncopied });
  },
};

/** @type {Record<string, Function>} */
const CLASSES = {};

/**
 * The handle of an object of this class, made by this engine.
 * @type {(of: unknown, name: string, at: string) => Handle}
 */
const handleOf = (of, name, at) => {
  const handle = reading(at, () => Handle.of(of));
  return handle?.of instanceof CLASSES[name] ? handle : must.be(name, of, at);
};

/** @type {(place: Place, passed: unknown, at: string) => unknown} */
const takenOne = (place, passed, at) => (Object.hasOwn(CLASSES, place.type) ? handleOf(passed, place.type, at) : take(passed, place, at));

/** @type {(handle: Handle, at: string) => object} */
const living = (handle, at) => (handle.at === 0 ? refuse("freed", `${at}: was given back or used up`) : handle.of);

/**
 * Calls the engine with what was passed, or refuses it. Whether an object is still there is asked last: the caller's own lines ran before.
 * @type {(call: (of: object | undefined, taken: unknown[]) => unknown, self: Handle | undefined, places: Place[], passed: unknown[],
 *   where: string) => any}
 */
const through = (call, self, places, passed, where) => {
  const at = places.map(({ name }) => `${where}, ${name}`);
  const taken = places.map((place, number) => takenOne(place, passed[number], at[number]));
  const handles = [self, ...taken].filter((one) => one instanceof Handle);
  if (new Set(handles).size < handles.length) refuse("instance", `${where}: the same object in two places`);
  const of = self && living(self, `${where}, this`);
  const held = taken.map((one, number) => (one instanceof Handle ? living(one, at[number]) : one));
  try {
    return call(of, held);
  } catch (error) {
    // The engine's own are of classes of their own, and a trap is no mistake of the caller.
    if (!(error instanceof TypeError || (error instanceof Error && error.constructor === Error))) throw error;
    throw new ArgumentError("argument.type", `${where}: not what index.d.ts says: ${error.message}`);
  }
};

/**
 * Puts the methods of a class, or its static ones, behind `through`.
 * @param {any} methods
 * @param {string} name
 * @param {boolean} onObjects
 */
const watch = (methods, name, onObjects) => {
  for (const [key, of] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    if (key === "constructor" || key === "prototype" || key.startsWith("__") || !(of.get || typeof of.value === "function")) continue;
    const where = `${name}.${key}`;
    const call = of.get ?? of.value;
    const written = key === "free" || of.get ? "" : /** @type {Record<string, string>} */ (FACE[name])[key];
    const places = placesOf(written);
    /** @this {unknown} @param {unknown[]} passed */
    const watched = function (...passed) {
      const self = onObjects ? handleOf(this, name, `${where}, this`) : undefined;
      // Given back twice is given back: `using` does it at the end, too.
      if (key === "free" && self?.at === 0) return;
      return through((of, taken) => Reflect.apply(call, of, taken), self, places, passed, where);
    };
    Object.defineProperty(methods, key, of.get ? { ...of, get: watched } : { ...of, value: watched });
  }
};

/**
 * A class or a function of the engine, behind the guard.
 * @template {Function} F
 * @param {string} name
 * @param {F} of
 * @returns {F}
 */
export const guarded = (name, of) => {
  const face = FACE[name];
  const made = typeof face === "string" ? face : face.new;
  const places = placesOf(made ?? "");
  const { prototype } = of;
  const behind = new Proxy(of, {
    get(target, key, receiver) {
      const found = Reflect.get(target, key, receiver);
      if (typeof found !== "function" || !Object.hasOwn(target, key)) return found;
      check();
      // The glue's own ways are nobody else's.
      return String(key).startsWith("__") ? undefined : found;
    },
    construct(target, passed, newTarget) {
      check();
      if (made === undefined) return refuse("instance", `new ${name}: none is made so; what makes one says index.d.ts`);
      return through((_, taken) => Reflect.construct(target, taken, newTarget), undefined, places, passed, `new ${name}`);
    },
    apply(target, _, passed) {
      check();
      return through((_, taken) => Reflect.apply(target, undefined, taken), undefined, places, passed, name);
    },
  });
  if (prototype) {
    CLASSES[name] = of;
    watch(of, name, false);
    watch(prototype, name, true);
    Object.defineProperties(prototype, {
      __wbg_ptr: place,
      constructor: { value: behind, writable: true, configurable: true },
      // By it frameworks tell it from a plain object, and leave it as it is.
      [Symbol.toStringTag]: { value: name, configurable: true },
    });
    if (Symbol.dispose) prototype[Symbol.dispose] = prototype.free;
  }
  return behind;
};
