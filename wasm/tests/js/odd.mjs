// Values of every kind that JavaScript has, each made anew, for whoever passes what no type allows. `SECRET` stands in some: no message
// may repeat it.

export const SECRET = "Nguyễn Thị Bí Mật";

const no = () => {
  throw new RangeError(SECRET);
};
const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, no]));

const detached = () => {
  const { buffer } = new Uint8Array(64);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
};

const detachedView = (View) => {
  const view = new View(new ArrayBuffer(64));
  structuredClone(view.buffer, { transfer: [view.buffer] });
  return view;
};

const shrunk = () => {
  const buffer = new ArrayBuffer(64, { maxByteLength: 128 });
  const view = new Uint8Array(buffer, 32, 32);
  buffer.resize?.(8);
  return view;
};

const cyclic = () => {
  const of = { purpose: "traffic_control" };
  of.only = of;
  return of;
};

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};

/** @type {Record<string, () => unknown>} */
const made = {
  "a hole": () => [, 1][0], // eslint-disable-line no-sparse-arrays -- that is what it is
  "a symbol": () => Symbol(SECRET),
  "a function": () => () => SECRET,
  "a class": () => class { of = 1; },
  "an async function": () => async () => {},
  "an array": () => [],
  "an array of texts": () => ["identity", SECRET],
  "an array of nothing": () => Array.from({ length: 1000 }).fill(undefined),
  "the longest array": () => Object.assign([], { length: 2 ** 32 - 1 }),
  "an array-like": () => ({ length: 32, 0: 1 }),
  "a list that lies": () => new Proxy([], { get: (of, name) => (name === "length" ? 2 ** 31 : Reflect.get(of, name)) }),
  "a proxy that throws": () => new Proxy({}, traps),
  "a proxy of a function that throws": () => new Proxy(() => {}, traps),
  "a revoked proxy": revoked,
  "a getter that throws": () => ({ get kind() { return no(); }, get purpose() { return no(); }, get bytes() { return no(); } }),
  "a tag that throws": () => ({ get [Symbol.toStringTag]() { return no(); } }),
  "a tag that tells": () => ({ [Symbol.toStringTag]: SECRET }),
  "a tag that lies": () => ({ [Symbol.toStringTag]: "ArrayBuffer", byteLength: 2 ** 40 }),
  "coercion that throws": () => ({ toString: no, valueOf: no, [Symbol.toPrimitive]: no, toJSON: no }),
  "a member that tells": () => ({ [SECRET]: 1 }),
  "a member without end": () => ({ ["a".repeat(100_000)]: 1 }),
  "no prototype": () => Object.create(null),
  "an object": () => ({}),
  "a text as an object": () => new String("traffic_control"),
  "a date": () => new Date(0),
  "no date": () => new Date(Number.NaN),
  "a map": () => new Map([["kind", "car"]]),
  "a set": () => new Set([1]),
  "a weak map": () => new WeakMap(),
  "an expression": () => /./g,
  "an error": () => new Error(SECRET),
  "a promise": () => Promise.resolve(new Uint8Array(32)),
  "a thenable": () => ({ then: (done) => done(1) }), // eslint-disable-line unicorn/no-thenable -- that is what it is
  "an iterator": () => [1].values(),
  "an address": () => new URL("https://bank.example/"),
  "global this": () => globalThis,
  cyclic,
  "nested": () => ({ kind: "car", towed: { kind: { kind: {} } }, only: { identity: { 0: "full_name", length: 1 } } }),
  "an empty buffer": () => new ArrayBuffer(0),
  "a buffer": () => new ArrayBuffer(32),
  "a shared buffer": () => (globalThis.SharedArrayBuffer ? new SharedArrayBuffer(32) : undefined),
  "a shared view": () => (globalThis.SharedArrayBuffer ? new Uint8Array(new SharedArrayBuffer(32)) : undefined),
  "a buffer that grows": () => new ArrayBuffer(32, { maxByteLength: 64 }),
  "a buffer that is gone": detached,
  "a view that is gone": () => detachedView(Uint8Array),
  "a data view that is gone": () => detachedView(DataView),
  "a view that is out of it": shrunk,
  "a view": () => new DataView(new ArrayBuffer(40), 4, 32),
  "bytes of the engine's length": () => new Uint8Array(32).fill(7),
  "many bytes": () => new Uint8Array(300_000).fill(0xff),
};
for (const name of ["Int8", "Uint8", "Uint8Clamped", "Int16", "Uint16", "Int32", "Uint32", "Float32", "Float64", "BigInt64", "BigUint64"])
  made[`${name}Array`] = () => new globalThis[`${name}Array`](16);

/** As they are. */
const plain = [
  undefined, null, true, false, 0, -0, 1, -1, 0.5, Number.NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 1e300, 5e-324, 1.8e12,
  0n, -1n, 2n ** 70n, "", " ", "\0", "all", "identity", "traffic_control", "constructor", "__proto__", "toString", "length", SECRET,
  "\ud800", "a\udc00b", "\ud800".repeat(1000), "DC1:", "DC1S:", "DC1F:", "DCQ1:", "x".repeat(100_000), "ữ".repeat(100_000),
];

/** A name for each, and what makes it. @type {[says: string, make: () => unknown][]} */
export const odd = [
  ...plain.map((of) => /** @type {[string, () => unknown]} */ ([`${typeof of} ${String(of).slice(0, 24)}`, () => of])),
  ...Object.entries(made),
];
