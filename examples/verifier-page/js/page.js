// The page from beginning to end: what each step does. Where it may go from where stands in table.js; what it shows, in screens/.
import { vehicleKinds } from "../vendor/doichieu/index.js";
import { Machine } from "../shared/machine.js";
import { announce, toHeading } from "../shared/screen.js";
import { LARGEST_FILE } from "./animated.js";
import { ClockHint } from "./clock-hint.js";
import { Copies } from "./copies.js";
import { Eye } from "./eye.js";
import { clock } from "./kept.js";
import { Keys } from "./keys.js";
import { checkNow } from "./model.js";
import { Reading } from "./screens/plain.js";
import { Renewing } from "./renewing.js";
import { Requests } from "./requests.js";
import { Setting } from "./setting.js";
import { Starting } from "./starting.js";
import { unreadable } from "./seen.js";
import { signal } from "./signals.js";
import { keep } from "./store.js";
import { note } from "./log.js";
import { TABLE } from "./table.js";
import { pick } from "./texts.js";
import { inWords } from "./vehicle.js";
import { Viewing } from "./viewing.js";
import { Ways } from "./ways.js";
import { currentLanguage, say, setLanguage } from "./words.js";
/** @import { Vehicle } from "doichieu" */
/** @import { Desk } from "./desk.js" */
/** @import { HoldReason, Leaves, Seen, Settings, UnreadableSeen } from "page" */
/** @import { DoichieuVerifier } from "./element.js" */
/** @import { State } from "./table.js" */
/** QUÉT LẠI stays a word over the camera until it came so often in a row. */
const AGAIN_BEFORE_SCREEN = 3;

export class Page {
  /** @type {Desk | null} */
  #device = null;
  /** @type {Settings} */
  chosen = { language: "vi", night: null, vibration: true, tones: false, mode: null, torch: false, form: "columns", fetch: false };
  clockHint = new ClockHint();
  ways = new Ways(this);
  keys = new Keys(this);
  copies = new Copies(this);
  requests = new Requests(this);
  renewing = new Renewing(this);
  starting = new Starting(this);
  /** The check on the screen. @type {{ seen: Seen, viewing: Viewing } | null} */
  check = null;
  /** What the states beside the check are about. @type {import("page").Transient} */
  it = {};
  /** @type {Eye | null} */
  eye = null;
  /** Goes up with every step: an answer that comes later belongs to no screen any more. */
  moment = 0;
  /** @type {Setting} */
  setting;
  #again = 0;
  /** @type {"environment" | "user"} */
  #facing = "environment";
  /** @type {State} */
  #from = "scan";

  /** @type {(() => void)[]} */
  #stops = [];

  /** @param {DoichieuVerifier} host */
  constructor(host) {
    this.host = host;
    this.machine = new Machine(TABLE, "starting", () => this.#entered());
    this.setting = this.#newSetting();
  }

  /** @returns {State} */
  get at() { return /** @type {State} */ (this.machine.at); }
  /** What this device was set up with. */
  get device() { return this.#device; }
  set device(desk) {
    this.#device = desk;
    if (desk) desk.wishes = () => this.host.only;
  }
  /** What was set up, for screens that there are only then. */
  get desk() {
    if (!this.device) throw new Error("nothing was set up");
    return this.device;
  }
  get now() { return clock(); }
  get root() { return /** @type {ShadowRoot} */ (this.host.shadowRoot); }
  draw() { this.host.requestUpdate(); }
  /** @type {(text: string, how?: { now?: boolean }) => void} */
  announce(text, how = {}) { announce(text, { ...how, within: this.root }); }
  /** @type {(event: string, of?: Leaves, to?: string) => boolean} */
  go(event, of, to) { return this.machine.go(event, of, to); }

  // -------------------------------------------------------------------------------------------------------------------------------------
  // Beginning and end

  async start() {
    this.keys.listen();
    this.#stops = [this.copies.listen()];
    try { await this.starting.begin(); } catch (error) { this.broken(error); }
  }

  /** Nothing was set up yet, or not any more. @param {string} [told] */
  empty(told) {
    const { notice } = this.setting;
    this.setting = this.#newSetting(told);
    this.setting.notice = notice;
    this.go("empty", undefined, "setUp");
  }

  leave() {
    this.device?.next();
    this.eye?.leave();
    this.keys.leave();
    this.starting.schedule.stop();
    for (const stop of this.#stops) stop();
  }

  /** The engine stopped. A trapped instance is not used again. @param {unknown} error */
  broken(error) {
    console.error(error instanceof Error ? error.name : "unknown");
    void note({ event: "fault" });
    this.go("broke");
  }

  /** Language, colours and layout, as chosen. */
  apply() {
    setLanguage(this.chosen.language, this.host);
    if (this.device) this.device.mode = this.chosen.mode ?? (this.device.setting === "road" ? "handheld" : "desk");
    this.host.dress(this.chosen.night ?? matchMedia("(prefers-color-scheme: dark)").matches);
    this.draw();
  }

  /** @type {<N extends keyof Settings>(name: N, value: Settings[N]) => void} */
  change(name, value) {
    this.chosen[name] = value;
    this.apply();
    if (name === "language" && this.device) { this.#retell(); this.draw(); }
    void keep("settings", this.chosen).catch(() => {});
  }

  /** Lists from the page's own origin, or no request at all. */
  turnFetch() {
    this.change("fetch", !this.chosen.fetch);
    if (this.chosen.fetch) this.starting.schedule.start(); else this.starting.schedule.stop();
  }

  /** What was worded as it came is worded again. */
  #retell() {
    const { it, check } = this;
    if (check && this.desk.phones > 0) this.check = { ...check, seen: this.desk.judged() };
    if (it.unread) it.unread = unreadable(it.unread, this.desk.inspector);
    if (it.number) it.number = this.desk.number(it.number.grouped.replaceAll(/\s/g, ""));
    this.renewing.retell();
  }

  turnLanguage() { this.change("language", this.chosen.language === "en" ? "vi" : "en"); }

  /** @param {string} [told] why what is kept does not open */
  #newSetting(told) { return new Setting({ changed: () => this.draw(), open: (files) => this.starting.setUp(files), told }); }

  // -------------------------------------------------------------------------------------------------------------------------------------
  // From state to state

  #entered() {
    const { at } = this;
    this.moment += 1;
    delete this.it.number;
    if (at === "scan" || at === "waiting" || at === "verdict") this.#from = at;
    const sees = at === "scan" || at === "receive" || (at === "waiting" && Boolean(this.it.answering));
    if (sees && !this.eye && !(at === "scan" && this.desk.atDesk && !this.it.camera && this.desk.phones === 0)) this.openEye();
    if (!sees) this.closeEye();
    if (at !== "verdict") this.check?.viewing.cover();
    this.draw();
    void this.host.updateComplete.then(() => toHeading(this.root));
    if (at !== "scan") this.keys.guard();
  }

  openEye() {
    this.eye = new Eye({
      found: this.ways.frame, changed: () => this.draw(), torch: this.chosen.torch, facing: this.#facing,
      lost: () => { navigator.vibrate?.([30, 30, 30]); this.announce(say("cameraLost")); },
    });
  }

  closeEye() {
    this.eye?.leave();
    this.eye = null;
  }

  /** The other camera, and from then on that one. */
  flip() {
    this.#facing = this.#facing === "environment" ? "user" : "environment";
    this.back();
  }

  openCamera() {
    this.it.camera = true;
    this.openEye();
    this.draw();
  }

  /** @param {string} event */
  home(event) {
    this.it = {};
    if (this.desk.unprompted || !this.desk.canAsk) this.go(event, undefined, "scan"); else void this.requests.ask(event);
  }

  /** Back to where it came from: the check that is under way, the code that waits, or the scan. */
  back = () => {
    if (this.at === "handOver" || this.at === "receive") return void this.go("device");
    this.it.told = undefined;
    if (this.at === "scan") { this.desk.check.trying = false; this.desk.check.again = 0; this.go("resume"); }
    else this.go("back", undefined, this.#behind);
  };

  /** The screen that stands behind those beside it. @returns {"scan" | "waiting" | "verdict"} */
  get #behind() {
    if (this.#from === "scan" && this.desk.phones > 0) return "scan";
    if (this.check && this.#from !== "waiting") return "verdict";
    return this.desk.pending ? "waiting" : this.check ? "verdict" : "scan";
  }

  /** The next person. */
  next = () => {
    this.#begin();
    this.home("next");
  };

  /** Nothing of the last check is left. */
  #begin() {
    this.copies.empty();
    this.desk.next();
    this.ways.next();
    this.check = null;
    this.#again = 0;
  }

  // -------------------------------------------------------------------------------------------------------------------------------------
  // Scanning

  /** Files that somebody dropped anywhere on the page. @param {readonly File[]} files */
  given(files) { void (this.device ? this.ways.files(files) : this.setting.take(files)); }

  /** Told over the camera, or where there is none, on the screen. @param {string} text */
  hint(text, { now = true } = {}) {
    if (!this.device) return;
    this.it.told = text;
    this.announce(text, { now });
    if (["scan", "waiting", "receive", "verdict"].includes(this.at)) this.draw(); else this.go("back", undefined, this.#behind);
  }

  /** @param {{ have: number, of: number }} progress */
  progress(progress) {
    const quarter = Math.floor((progress.have * 4) / progress.of);
    if (quarter !== Math.floor(((this.it.progress?.have ?? 0) * 4) / progress.of)) this.announce(`${progress.have}/${progress.of}`);
    this.it.progress = progress;
    this.draw();
  }

  /** Before a code is looked at. What a scanner reads over a verdict, or over what was opened from it, is the next person's. @param {string} kind */
  before(kind) {
    this.it.told = undefined;
    if (this.#from === "verdict" && kind !== "parts") this.#begin();
  }

  /** The code that is on the screen: it opens its check again. */
  same() {
    if (this.check && this.at !== "verdict") { this.desk.check.again = 0; this.go("seen"); }
  }

  /** @param {string} text */
  plain(text) {
    const reading = new Reading(text, this.now, this.desk.displaySeconds, this.desk.atDesk, this.desk.wish.fields);
    this.it.plain = reading;
    this.go("plain", reading);
  }

  /** Lists that came by camera are kept aside, and never end a check. @param {Uint8Array} bytes */
  aside(bytes) {
    delete this.it.progress;
    this.it.lists = new File([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], "ma-dong.dcb");
    if (this.at === "receive") this.renewing.look([this.it.lists]); else this.draw();
  }

  /**
   * Not a document: a word over the camera, which goes on; for a code of another kind, a screen that says what may be done. While a phone is
   * added, the check that is under way stays.
   * @param {UnreadableSeen} of
   */
  unread(of) {
    const [finding] = of.findings;
    const told = `${finding.text}. ${finding.step}`;
    this.#again = of.headline.name === "scan_again" ? this.#again + 1 : 0;
    signal(of.headline.name, this.chosen);
    const small = of.headline.name === "scan_again" && this.eye && this.#again < AGAIN_BEFORE_SCREEN;
    if (small || this.desk.phones > 0) return this.hint(told);
    this.it.unread = of;
    this.announce([pick(of.headline), finding.text, finding.step].filter(Boolean).join(". "), { now: true });
    this.go("unread");
    this.host.told({ headline: of.headline.name, codes: [of.code], json: null });
  }

  // -------------------------------------------------------------------------------------------------------------------------------------
  // A check

  /**
   * A check. `anew`: something was read just now; else it is judged or shown again.
   * @param {Seen} seen
   */
  see(seen, { anew = true } = {}) {
    if (anew) { this.clockHint.after(seen.apart); signal(seen.headline.name, this.chosen); }
    this.#again = 0;
    delete this.it.progress;
    const viewing = this.check?.viewing ?? new Viewing(this.now);
    viewing.touch();
    this.check = { seen, viewing };
    this.go("seen");
    if (!anew) return;
    const { why, deciding, told, unchecked } = checkNow(seen, this.now);
    // No name and no number: a loudspeaker is a two-metre view.
    const plain = deciding?.plain;
    const said = [pick(seen.headline), plain?.text ?? why, plain?.step ?? deciding?.step, unchecked ? null : say("face")];
    this.announce(said.filter(Boolean).join(". "), { now: true });
    void note({ event: "check", headline: seen.headline.name, codes: told.map(({ code }) => code), lists: this.desk.readiness().number });
    this.host.told({ headline: seen.headline.name, codes: seen.findings.map(({ code }) => code), json: this.desk.check.json });
  }

  /** Judged again: something that stands beside it is another. */
  judge() { if (this.desk.phones > 0) this.see(this.desk.judged(), { anew: false }); }

  /** The officer says that it is still the same person: judged again, and shown. */
  samePerson = () => void this.ways.looking(async () => {
    const seen = await this.desk.stillThisPerson();
    if (seen) this.see(seen);
  });

  get mayAdd() { return !this.desk.check.full && !this.desk.question; }

  /** One more phone; once more, one whose code could not be read; or one whose values have ended. */
  add({ trying = false, again = 0 } = {}) {
    [this.desk.check.trying, this.desk.check.again] = [trying, again];
    this.it.told = undefined;
    this.go("scan");
  }

  cannotRead = () => {
    if (!this.desk.check.trying) this.desk.check.addUnread();
    this.desk.check.trying = false;
    this.see(this.desk.judged(), { anew: false });
  };

  /** @param {HoldReason} reason */
  hold(reason) {
    this.desk.check.hold(reason);
    this.check?.viewing.hold(reason);
    this.draw();
  }

  letGo() {
    this.desk.check.letGo();
    this.check?.viewing.letGo();
    this.tick();
    this.draw();
  }

  tick() {
    const { device, check, now } = this;
    if (device && check && device.check.endDue(now)) {
      check.viewing.ended(now);
      this.check = { ...check, seen: device.judged() };
      this.copies.empty();
      if (this.at === "verdict") this.announce(say("viewingEnded"));
    }
    if (this.check && this.at === "verdict") this.#watch(this.check.viewing);
    this.requests.tick(now);
    if (this.check?.viewing.forgotten(now)) this.letGo();
    this.starting.tick(this.keys.idle);
    this.host.noticeEnds();
    if (["verdict", "waiting", "plain", "scan"].includes(this.at)) this.draw();
  }

  /** @param {Viewing} viewing */
  #watch(viewing) {
    const ends = this.desk.check.ends.flatMap((end) => end ?? []);
    const soonest = Math.min(...ends.map(({ until }) => until));
    if (viewing.tenLeft(soonest - this.now)) {
      this.announce(say("tenLeft"));
      if (!this.desk.atDesk && this.chosen.vibration) navigator.vibrate?.(20);
    }
    if (viewing.idle({ now: this.now, desk: this.desk.atDesk, live: ends.length > 0 })) this.next();
  }

  // -------------------------------------------------------------------------------------------------------------------------------------
  // Beside it

  /** @type {(vehicle: Vehicle | null, plate?: string | null) => void} */
  setVehicle(vehicle, plate = this.desk.plate) {
    [this.desk.vehicle, this.desk.plate] = [vehicle, plate];
    const { asks } = this.it;
    delete this.it.asks;
    if (asks && vehicle) return this.requests.question(asks);
    if (this.at === "vehicle") this.back();
    if (this.check) this.judge(); else this.draw();
  }

  get vehicle() { return inWords(this.desk.vehicle, this.desk.plate); }
  get vehicleKinds() { return vehicleKinds().map(({ name, ...text }) => ({ name, text: pick(text) })); }

  get mayGive() { return this.desk.file.length <= LARGEST_FILE; }
  get language() { return currentLanguage(); }
}
