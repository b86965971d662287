/**
 * A device's memory between several writers: tabs, workers, or several inspections at once. What is read before another has written is lost
 * when it is written back: a code then passes twice, and older lists are taken again. So a turn reads, uses and writes, and one is taken at a time:
 *
 * - by **Web Locks** (`navigator.locks`): over every tab and worker of the origin; in Node, from 24 on, over the threads of the process. A tab that
 *   is closed or crashes lets go.
 * - where there are none, by **IndexedDB**: a transaction that is held open. It reaches as far and lets go as surely; it keeps one core busy
 *   while a turn lasts.
 * - where there is neither (Node before 24): **within this thread only**. Other processes and worker threads are not kept out; pass `locks` that do.
 *   {@link Keeper.reach} says which of these it is.
 *
 * None of it reaches another device, another browser or another profile. What was learnt only rises: the engine refuses lists older than a memory
 * has seen, and here every turn begins from what is kept now.
 */

import type { Memory } from "./index.js";

/** What is kept: the memory's bytes, and what an app changes together with it. */
export interface Kept {
  readonly memory?: Uint8Array | undefined;
}

/** Where it is kept. */
export interface Store<K extends Kept = Kept> {
  /** What is kept now, read anew for each turn. */
  read(): Promise<K | undefined>;
  /** Keeps these, **all of them or none**, and resolves when they would outlive a power cut. What is not named stays as it is. */
  write(things: Partial<K>): Promise<void>;
}

/** As much of `LockManager` as is needed. */
export interface Locks {
  request(name: string, callback: () => Promise<void>): Promise<unknown>;
}

/** Nobody let go of the memory in time. Nothing was read or written; show nothing. */
export class MemoryBusy extends Error {
  constructor();
  readonly name: "MemoryBusy";
  readonly code: "memory.busy";
  readonly en: string;
  readonly vi: string;
}

export class Keeper<K extends Kept = Kept> {
  /**
   * `name`: the same for everybody who writes to this store, another for each store. `patience`: milliseconds to wait for a turn, 10,000 if
   * left out.
   */
  constructor(store: Store<K>, options?: { readonly name?: string; readonly locks?: Locks; readonly patience?: number });
  /** Whom a turn keeps out: everybody of this `origin`, only the others in this `thread`, or whom the `given` locks do. */
  readonly reach: "origin" | "thread" | "given";
  /**
   * One turn: `work` gets the memory as it is kept now, and resolves to what the turn resolves to, **after** the memory was written. If `work`
   * throws, nothing is written. What `turn.keep` is given is written with the memory, together or not at all. The memory is freed when the turn is
   * over; a turn within a turn waits for itself, and is {@link MemoryBusy}.
   * @throws {MemoryBusy}
   * @throws {SetUpError} what is kept is no memory.
   */
  turn<R>(work: (memory: Memory, turn: { readonly kept: K; readonly keep: (things: Partial<Omit<K, "memory">> & { readonly memory?: never }) => void }) => R | Promise<R>): Promise<R>;
  /**
   * A turn in which nothing is read or written but by `work`: to erase what is kept, or to put a copy back. A memory that is put back knows less
   * than the one it takes the place of: codes seen since may pass again.
   * @throws {MemoryBusy}
   */
  alone<R>(work: () => R | Promise<R>): Promise<R>;
}
