// What must not compile: each line under a mark is an error, and tsc fails if one of them no longer is.

import { Ask, EncounterSeed, Inspector, Memory, Report, Roots, Scan, Encounter, reasonText, recognise } from "doichieu";
import { Keeper } from "doichieu/memory";
import type { ArgumentCode, Everything, Seen } from "doichieu";

declare const inspector: Inspector;
declare const memory: Memory;
declare const seed: Uint8Array;
declare const encounterSeed: EncounterSeed;
declare const seen: Seen;

// @ts-expect-error: a showing may be unreadable, and then there is no report
seen.papers;

if (seen.kind !== "unreadable") {
  // @ts-expect-error: nothing about offsets in a report
  seen.layer;
  for (const paper of seen.papers) {
    // @ts-expect-error: values only after asking whether the paper is proven
    paper.release;
    if (paper.proof === "unproven") {
      // @ts-expect-error: an unproven paper has no values
      paper.release;
      // @ts-expect-error: nor names of fields
      paper.fields;
    } else if (paper.proof === "answered") {
      // @ts-expect-error: an answer has no values
      paper.release;
      // @ts-expect-error: nor names of fields
      paper.fields;
    } else if (paper.kind === "identity") {
      // @ts-expect-error: nothing is shown before `at`
      paper.release.answer("full_name");
      const shown = paper.release.at();
      // @ts-expect-error: it may have ended
      shown.answer("full_name");
      if (shown.kind === "shown") {
        // @ts-expect-error: a field of another kind
        shown.answer("classes");
        // @ts-expect-error: biometric: never passes
        shown.answer("portrait");
        // @ts-expect-error: it may not be shown
        shown.answer("full_name").value;
      }
    }
  }
}

// Not asked, so not there to read.
const narrow = inspector.ask({ purpose: "bank_onboarding", only: { identity: ["full_name"] } }, seed, encounterSeed).seal(seed).ask;
const answer = inspector.inspect(Scan.qr(""), narrow, memory);
if (answer.kind !== "unreadable") {
  for (const paper of answer.papers) {
    // @ts-expect-error: a kind that was not asked for
    if (paper.kind === "driving_licence") continue;
    if (paper.proof !== "proven") continue;
    const shown = paper.release.at();
    if (shown.kind === "ended") continue;
    shown.answer("full_name");
    // @ts-expect-error: a field that was not asked for
    shown.answer("residence");
  }
}

// @ts-expect-error: a narrow ask is not one for everything
export const widened: Ask<Everything> = narrow;
// @ts-expect-error: a field of another kind
inspector.ask({ purpose: "bank_onboarding", only: { identity: ["classes"] } }, seed, encounterSeed);
// @ts-expect-error: no kind of paper
inspector.ask({ purpose: "bank_onboarding", only: { passport: ["full_name"] } }, seed, encounterSeed);
// Asked for an answer only: there is nothing proven to read.
const question = inspector.ask({ purpose: "traffic_control", question: "may_drive_b" }, seed, encounterSeed).seal(seed).ask;
const answered = inspector.inspect(Scan.qr(""), question, memory);
if (answered.kind !== "unreadable") {
  for (const paper of answered.papers) {
    // @ts-expect-error: no paper of it has a release
    if (paper.proof === "proven") continue;
  }
}
// @ts-expect-error: a question or fields
inspector.ask({ purpose: "traffic_control", question: "may_drive_b", only: { identity: ["full_name"] } }, seed, encounterSeed);
// @ts-expect-error: what to ask for is spelt out
inspector.ask({ purpose: "traffic_control" }, seed, encounterSeed);
// @ts-expect-error: a misspelling
inspector.ask({ purpose: "traffic_control", onyl: { identity: ["full_name"] } }, seed, encounterSeed);
// @ts-expect-error: no word for it but "all"
inspector.ask({ purpose: "traffic_control", only: "everything" }, seed, encounterSeed);
// @ts-expect-error: nothing is not everything
inspector.ask({ purpose: "traffic_control", only: null }, seed, encounterSeed);
// @ts-expect-error: nor is this
inspector.ask({ purpose: "traffic_control", only: undefined }, seed, encounterSeed);
// @ts-expect-error: a question or everything
inspector.ask({ purpose: "traffic_control", question: "may_drive_b", only: "all" }, seed, encounterSeed);
// @ts-expect-error: neither a question nor a basis
inspector.unprompted("traffic_control", encounterSeed, {});
// @ts-expect-error: floats are no bytes
Scan.frame(new Float32Array(8));
// @ts-expect-error: a time is a number
inspector.nothingShown("traffic_control", "identity", new Date());
// @ts-expect-error: nor is nothing a time
inspector.nothingShown("traffic_control", "identity", null);
// @ts-expect-error: a member that nobody knows
inspector.unprompted("traffic_control", encounterSeed).forVehicle({ kind: "car", seat: 5 });
// @ts-expect-error: a bound is at most or above, never both
inspector.unprompted("traffic_control", encounterSeed).forVehicle({ kind: "motorcycle", displacementCc: { atMost: 125, above: 50 } });
// @ts-expect-error: nor neither
inspector.unprompted("traffic_control", encounterSeed).forVehicle({ kind: "motorcycle", displacementCc: {} });
// @ts-expect-error: a kind is named or said not to be known, never left out
inspector.numberOnly("traffic_control", "790123456789");
// @ts-expect-error: a code that is none
export const noCode: ArgumentCode = "argument.nothing";
// @ts-expect-error: no question
inspector.unprompted("traffic_control", encounterSeed, { question: "may_fly" });
// @ts-expect-error: a question is answered on consent
inspector.unprompted("traffic_control", encounterSeed, { question: "may_drive_b", basis: "law-91-2025-art-19" });
// @ts-expect-error: an encounter is of a post and a purpose
new Encounter();
// @ts-expect-error: and of an encounter
new Encounter(inspector, "traffic_control");
// @ts-expect-error: every ask is made in an encounter
inspector.unprompted("traffic_control");
// @ts-expect-error: and a challenge, too
inspector.ask({ purpose: "traffic_control", only: "all" }, seed);
// @ts-expect-error: an encounter is bytes, not a text
new EncounterSeed("random");

// @ts-expect-error: the memory is written by the turn itself
new Keeper({ read: async () => undefined, write: async () => {} }).turn((of, { keep }) => keep({ memory: of.toBytes() }));
// @ts-expect-error: a place that is only read keeps nothing
new Keeper({ read: async () => undefined });

const unsettled = inspector.inspectShared(Scan.qr(""), narrow, memory);
// @ts-expect-error: it may be unreadable, and then nothing waits
unsettled.settle({ kind: "fresh" });
if (unsettled.kind === "unsettled") {
  // @ts-expect-error: no papers before the store has answered
  unsettled.papers;
  // @ts-expect-error: and no verdict
  unsettled.headline;
  // @ts-expect-error: nothing to keep, where nothing was shown
  unsettled.showing.key;
  // @ts-expect-error: what stood there belongs to it
  unsettled.settle({ kind: "seen" });
  // @ts-expect-error: no answer
  unsettled.settle(undefined);
  // @ts-expect-error: nor this
  unsettled.settle({ kind: "unknown" });
}

// @ts-expect-error: no purpose
inspector.unprompted("curiosity", encounterSeed);
// @ts-expect-error: the memory is an argument
inspector.inspect(Scan.qr(""), narrow);
// @ts-expect-error: a text is not a scan: which form it has is said
inspector.inspect("DC1:", narrow, memory);
// @ts-expect-error: a report is made by an inspection only
new Report();
// @ts-expect-error: an anchor is opened, not made
new Roots();
// @ts-expect-error: no kind of file
recognise(new Uint8Array(), "rots");
// @ts-expect-error: a file is bytes
recognise("1-root.dcr");

// @ts-expect-error: no reason
reasonText("held.nothing");
