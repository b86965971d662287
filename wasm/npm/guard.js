// Nothing is called before the engine is there: whoever tries is told so in a sentence.

let ready = false;

export const open = () => {
  ready = true;
};

export const isOpen = () => ready;

const check = () => {
  if (!ready) throw new Error("doichieu is not ready yet: `await init()` once, before anything else.");
};

/** A class or a function of the engine, behind the guard. */
export const guarded = (of) =>
  new Proxy(of, {
    get(target, name, receiver) {
      const found = Reflect.get(target, name, receiver);
      if (typeof found === "function" && Object.hasOwn(target, name)) check();
      return found;
    },
    construct(target, passed, newTarget) {
      check();
      return Reflect.construct(target, passed, newTarget);
    },
    apply(target, self, passed) {
      check();
      return Reflect.apply(target, self, passed);
    },
  });
