// The camera of a screen: open while the screen is there and the page is seen; it says when it is lost, and tries again once by itself.
import { Camera, CameraError, Decoder } from "./camera.js";
/** @import { CameraFault, Codes } from "page" */

/** A track that is muted for so long gives no pictures: unplugged, or another program has it. */
const MUTED_MS = 2000;

/** @type {Decoder | undefined} */
let decoder;
/** One for the whole page. */
export const eyes = () => (decoder ??= new Decoder());

export class Eye {
  /** @type {Camera | undefined} */
  #camera;
  /** @type {HTMLVideoElement | undefined} */
  #video;
  #found;
  #changed;
  #lost;
  #facing;
  #retried = false;
  #left = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #muted;
  /** What the browser says of its permission, while this looks. @type {PermissionStatus | undefined} */
  #permission;
  /** @type {"opening" | "on" | "off"} */
  state = "opening";
  /** @type {CameraFault | "lost"} */
  why = "none";
  torch = false;
  since = performance.now();

  /**
   * `found` gets what each frame holds and says whether that was a find; `changed` draws anew; `lost` is told once when it is gone.
   * @param {{ found: (seen: Codes) => boolean, changed: () => void, lost: () => void, torch: boolean, facing: string }} of
   */
  constructor({ found, changed, lost, torch, facing }) {
    this.#facing = facing;
    this.#found = found;
    this.#changed = changed;
    this.#lost = lost;
    this.torch = torch;
    document.addEventListener("visibilitychange", this.#seen);
    navigator.mediaDevices?.addEventListener("devicechange", this.#plugged);
  }

  get hasTorch() { return this.state === "on" && Boolean(this.#camera?.hasTorch); }

  /** Where it is shown. @param {Element} [video] */
  place = (video) => {
    if (!(video instanceof HTMLVideoElement) || video === this.#video) return;
    this.#camera?.stop();
    this.#video = video;
    this.#camera = new Camera(video, eyes(), (seen) => this.#found(seen), { facing: this.#facing, black: () => this.#gone() });
    void this.start();
  };

  async start() {
    this.since = performance.now();
    try {
      await this.#camera?.start();
      if (this.#left) return;
      this.state = "on";
      this.#watch();
      if (this.torch && this.hasTorch) await this.turnTorch(true);
    } catch (error) {
      this.state = "off";
      this.why = error instanceof CameraError ? error.why : "none";
    }
    this.#changed();
  }

  /** @param {boolean} on */
  async turnTorch(on) {
    this.torch = Boolean(await this.#camera?.torch(on));
    this.#changed();
    return this.torch;
  }

  leave() {
    this.#left = true;
    document.removeEventListener("visibilitychange", this.#seen);
    navigator.mediaDevices?.removeEventListener("devicechange", this.#plugged);
    clearTimeout(this.#muted);
    if (this.#permission) this.#permission.onchange = null;
    this.#camera?.stop();
  }

  #watch() {
    // What was heard of the track before says nothing of this one.
    clearTimeout(this.#muted);
    const track = this.#camera?.track;
    if (!track) return;
    track.addEventListener("ended", () => this.#gone());
    track.addEventListener("mute", () => { this.#muted = setTimeout(() => this.#gone(), MUTED_MS); });
    track.addEventListener("unmute", () => clearTimeout(this.#muted));
    if (this.#permission) return;
    navigator.permissions?.query({ name: "camera" }).then((is) => {
      if (this.#left) return;
      this.#permission = is;
      is.onchange = () => { if (is.state === "denied") this.#gone(); };
    }, () => {});
  }

  /** No more pictures come. Once it is tried again by itself; then a person presses. */
  #gone() {
    if (this.#left || this.state !== "on" || document.hidden) return;
    this.#camera?.stop();
    this.state = "off";
    this.why = "lost";
    this.#lost();
    this.#changed();
    if (this.#retried) return;
    this.#retried = true;
    setTimeout(() => { if (!this.#left && this.state === "off") void this.start(); }, 1000);
  }

  /** A hidden page needs no camera: the lamp goes out in a pocket. */
  #seen = () => {
    if (document.hidden) this.#camera?.stop();
    else if (!this.#camera?.running && (this.state !== "off" || this.why === "lost")) void this.start();
  };

  #plugged = () => {
    const track = this.#camera?.track;
    if (track?.readyState === "ended") this.#gone();
    else if (this.state === "off" && this.why !== "denied") void this.start();
  };
}
