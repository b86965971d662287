// The engine with bare signature checks beside it; `pace.mjs` says what is asked of it.
export default function load(): Promise<unknown>;
