// What one of two tabs does with the memory they share, and what must be kept in the end. A tab is a page of Chromium, or a thread of Node.

import { bytes, hex } from "./check.mjs";

/** How often older lists race against newer ones. */
const RACES = 12;

/** A tab, and what it may be told to do: `act("lists", round, place)`. `place`: which of the two it is. */
export const tab = (doichieu, of, store, options) => {
  const { Bundle, EncounterSeed, Inspector, Keeper, Memory, Post, Roots, Scan } = doichieu;
  const keeper = new Keeper(store, options);
  const roots = Roots.dangerousTest(bytes(of.anchor));
  const bundle = Bundle.open(bytes(of.lists.bundle), roots, new Memory(), of.now);
  const inspector = new Inspector(bundle, Post.open(bytes(of.mandates.traffic_police), bundle));
  const ask = inspector.unprompted("traffic_control", new EncounterSeed(new Uint8Array(32)));
  const files = [of.lists.next, of.lists.bundle].map(bytes);
  const coded = async (work) => {
    try {
      return await work();
    } catch (error) {
      return error.code ?? String(error);
    }
  };

  const does = {
    /** Begins with nothing kept. */
    clear: (_, place) => place === 0 && store.write({ memory: undefined, bundle: undefined }),
    /** Half of the crowd, all at once. */
    crowd: (_, place) =>
      Promise.all(
        of.crowd
          .filter((_, at) => at % 2 === place)
          .map((text) => keeper.turn((memory) => inspector.inspect(Scan.qr(text), ask, memory, of.now).kind)),
      ),
    /** The newer lists, or the older ones; beside them somebody is inspected. */
    lists: (round, place) =>
      coded(async () => {
        const inspected = keeper.turn((memory) => inspector.inspect(Scan.qr(of.crowd[(2 * round + place) % 24]), ask, memory, of.now).kind);
        const opened = keeper.turn((memory, { keep }) => {
          const { number } = Bundle.open(files[place], roots, memory, of.now);
          keep({ bundle: files[place] });
          return number;
        });
        const [number] = await Promise.all([opened, inspected]);
        return number;
      }),
    /** What is kept. */
    kept: () =>
      keeper.turn((memory, { kept }) => {
        const newest = kept.bundle && hex(kept.bundle) === of.lists.next;
        return coded(() => Bundle.open(files[1], roots, memory, of.now).number).then((older) => ({
          showings: memory.showings,
          newest,
          older,
        }));
      }),
    /** A turn that never ends. */
    stick: () => keeper.turn(() => new Promise(() => void (self.stuck = true))),
    /** A turn that is not waited for long. */
    busy: () => coded(() => new Keeper(store, { ...options, patience: 300 }).turn(() => "a turn")),
    reach: () => keeper.reach,
  };
  const self = { stuck: false, act: (what, ...how) => does[what](...how) };
  return self;
};

/** Lets both tabs act at once, and tells what was lost. `both(what, round)` answers what each says; `kept()` what is kept. */
export const held = async (both, kept, way) => {
  const failed = [];
  const lost = (says) => failed.push(`${way}: ${says}`);
  await both("clear", 0);
  const kinds = (await both("crowd", 0)).flat();
  const { showings } = await kept();
  if (kinds.length !== 24 || kinds.some((kind) => kind !== "accept")) lost(`inspected: ${kinds}`);
  if (showings !== 24) lost(`24 inspected at once, ${showings} remembered`);
  for (let round = 0; round < RACES; round += 1) {
    await both("clear", round);
    const [newer, older] = await both("lists", round);
    const after = await kept();
    const fair = newer === 58 && (older === 57 || older === "setup.bundle_rolled_back");
    if (!fair || after.newest !== true || after.older !== "setup.bundle_rolled_back" || after.showings !== 2)
      lost(`lists, round ${round}: ${newer} and ${older}, then ${JSON.stringify(after)}`);
  }
  return failed;
};
