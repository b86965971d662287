/**
 * Handheld scanners that type, as keyboards do. No engine, no dependency: a text goes from here to {@link Scan.qr}, or to `whatAltered`,
 * `plainKind` and the rest.
 *
 * **A burst** is what begins, in whatever case and behind an AIM identifier, with `DC1:`, `DC1S:`, `DC1F:` or `DCQ1:`; or twelve keys and more at 60 ms
 * on average, with at most 500 ms between two. It ends by Enter (alone or in a pair, CR LF), by Tab, or, from forty characters on, by 150 ms of silence;
 * where the scan before ended by a key, by 500 ms. What goes on after a silence all the same is given once more, whole. Lines of a
 * machine-readable zone, each ended by Enter, are one scan.
 *
 * **Fields.** It is heard in capture, in fields too. Once a burst has come to light its keys no longer reach the field or the page, and what its first
 * ones left in a field is put back, caret included, with an `input` event. What turns out to be no scan (too short, no end; in a field, a burst without
 * a prefix that no key ended, as text expanders make) is typed into the field again. A person's typing is left alone: no hand is as fast. Fields
 * for passwords are never looked at. In a `contenteditable` part a selection that the first keys replaced is not brought back.
 *
 * **Nothing is repaired.** The text is what was typed, without the key that ended it. `Ctrl` with a letter is the control character that scanners mean
 * by it (`Ctrl+]` is GS, as F8 is within a burst); the engine takes off what may stand around a code. What an input method made of the keys is
 * collected as it was made, so that the engine can say `scan.keyboard_altered`. At most 7,200 characters are kept of a burst.
 *
 * Real events and events made by a script are treated alike. Only the events' own `timeStamp` is looked at, no clock.
 */

import type { Scan } from "./index.js";

export interface WedgeOptions {
  /** Takes it off, as {@link Wedge.stop} does. */
  readonly signal?: AbortSignal;
  /** `"prefixed"`: in fields only bursts with a prefix are taken, so that an app may have other codes scanned into its own fields. */
  readonly fields?: "any" | "prefixed";
  /** Instead of the host's own, for tests. */
  readonly timers?: Timers;
}

export interface Timers {
  setTimeout(call: () => void, milliseconds: number): unknown;
  clearTimeout(timer: any): void;
}

export interface Wedge {
  /** Takes it off. A scan that waits is dropped; one that is being worked on is not called back. */
  stop(): void;
}

/**
 * Listens, on the `document` or on a part of it. `scanned` gets each scan, one at a time: while the promise that it gave is open, one later scan waits,
 * and a third takes its place, for what lies before the scanner now is the newest. What it throws or rejects with is not caught.
 */
export function listen(target: EventTarget, scanned: (text: string) => unknown, options?: WedgeOptions): Wedge;
