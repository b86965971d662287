// Nothing is called before the engine is there: whoever tries is told so in a sentence. What is passed that the types do not allow is an
// `ArgumentError` too where only the lines between here and the engine notice it: an object of another class, nothing at all,
// one given back.

import { ArgumentError } from "./errors.js";

let ready = false;

export const open = () => {
  ready = true;
};

export const isOpen = () => ready;

const check = () => {
  if (!ready) throw new Error("doichieu is not ready yet: `await init()` once, before anything else.");
};

/** @type {<T>(call: () => T) => T} */
const passing = (call) => {
  try {
    return call();
  } catch (error) {
    // The engine's own are of classes of their own, and a trap is no mistake of the caller.
    if (!(error instanceof TypeError || (error instanceof Error && error.constructor === Error))) throw error;
    throw new ArgumentError("argument.type", `not what index.d.ts says, or given back already: ${error.message}`);
  }
};

/**
 * Puts the methods of a class, or its static ones, behind `passing`.
 * @param {object} methods
 */
const watch = (methods) => {
  for (const name of Object.getOwnPropertyNames(methods)) {
    const of = Object.getOwnPropertyDescriptor(methods, name);
    if (typeof of?.value !== "function" || name === "constructor" || name.startsWith("__")) continue;
    const { value } = of;
    /**
     * @this {unknown}
     * @param {unknown[]} passed
     */
    const watched = function (...passed) {
      return passing(() => Reflect.apply(value, this, passed));
    };
    Object.defineProperty(methods, name, { ...of, value: watched });
  }
};

/**
 * A class or a function of the engine, behind the guard.
 * @template {Function} F
 * @param {F} of
 */
export const guarded = (of) => {
  if (of.prototype) {
    watch(of);
    watch(of.prototype);
  }
  return new Proxy(of, {
    get(target, name, receiver) {
      const found = Reflect.get(target, name, receiver);
      if (typeof found === "function" && Object.hasOwn(target, name)) check();
      return found;
    },
    construct(target, passed, newTarget) {
      check();
      return passing(() => Reflect.construct(target, passed, newTarget));
    },
    apply(target, self, passed) {
      check();
      return passing(() => Reflect.apply(target, self, passed));
    },
  });
};
