// The camera: frames of 1280 × 720 to the decoder, one at a time, as fast as it answers.
/** @import { CameraFault, Codes, Effort, TorchCapabilities, TorchConstraint } from "page" */

/** At 640 × 480 codes from version 30 up stop being read; beyond 720 lines decoding only gets slower (docs/performance.md). */
const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Without a find for so many milliseconds, some frames are also searched for light codes on dark. */
const SEARCH_INVERTED = 1000;
/** Each of so many frames. */
const ONE_INVERTED_OF = 4;

/** Black for so long is no picture: covered, or gone without a word. */
const BLACK_MS = 3000;

/** By what a browser calls it. @type {Partial<Record<string, CameraFault>>} */
const WHY = { NotAllowedError: "denied", SecurityError: "denied", NotReadableError: "busy" };

/** @type {Codes} */
const NONE = { texts: [], appended: 0 };

/** A decoder in a worker of its own: the page stays awake while it reads. */
export class Decoder {
  #worker = new Worker(new URL("./decoder.js", import.meta.url), { type: "module" });
  /** @type {Map<number, (found: Codes) => void>} */
  #waiting = new Map();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data }) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    };
    this.#worker.onerror = () => {
      for (const resolve of this.#waiting.values()) resolve(NONE);
      this.#waiting.clear();
    };
  }

  /**
   * The codes in a picture: `{ texts, appended }`. `source`: a bitmap, which is handed over and closed, or a file, recognised by its
   * content. `as`: how much is looked for, `frame`, `inverted` or `photo`. Of a file that could not be looked at, also why: `failed`,
   * `size` or `kind`; of one that is a text, its `bytes`.
   * @param {ImageBitmap | Blob} source
   * @param {Effort} as
   * @returns {Promise<Codes>}
   */
  read(source, as = "frame") {
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, source, as }, source instanceof ImageBitmap ? [source] : []);
    });
  }
}

/** A running camera. `found` gets what each frame holds, nothing too, and says whether that was a find. */
export class Camera {
  #video;
  #decoder;
  #found;
  /** @type {MediaStream | null} */
  #stream = null;
  #facing;
  #run = 0;
  #black;

  /**
   * @param {HTMLVideoElement} video
   * @param {Decoder} decoder
   * @param {(seen: Codes) => boolean} found
   * @param {{ facing?: string, black?: () => void }} [how] `black` is told where its pictures have been black for three seconds
   */
  constructor(video, decoder, found, { facing = "environment", black } = {}) {
    this.#facing = facing;
    this.#black = black;
    this.#video = video;
    this.#decoder = decoder;
    this.#found = found;
  }

  /** Opens it; throws a name: `denied`, `none` or `busy`. */
  async start() {
    this.stop();
    const run = (this.#run += 1);
    if (!navigator.mediaDevices?.getUserMedia) throw new CameraError("none");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...WANTED, facingMode: { ideal: this.#facing } } });
    } catch (error) {
      throw new CameraError(WHY[error instanceof Error ? error.name : ""] ?? "none");
    }
    if (run !== this.#run) return stop(stream);
    this.#stream = stream;
    this.#video.srcObject = stream;
    await this.#video.play().catch(() => {});
    void this.#loop(run);
  }

  /** @param {number} run */
  async #loop(run) {
    let found = performance.now();
    let light = found;
    for (let frame = 0; run === this.#run; frame += 1) {
      const bitmap = this.#video.readyState >= 2 && this.#video.videoWidth > 0
        && await createImageBitmap(this.#video).catch(() => null);
      if (run !== this.#run) { if (bitmap) bitmap.close(); return; }
      if (bitmap) {
        const inverted = frame % ONE_INVERTED_OF === 0 && performance.now() - found > SEARCH_INVERTED;
        const seen = await this.#decoder.read(bitmap, inverted ? "inverted" : "frame");
        if (!seen.dark) light = performance.now();
        else if (run === this.#run && performance.now() - light > BLACK_MS) { this.#black?.(); light = performance.now(); }
        if (run === this.#run && this.#found(seen)) found = performance.now();
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Closes it: the lamp goes out. */
  stop() {
    this.#run += 1;
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** What gives the pictures, while it runs. */
  get track() { return this.#stream?.getVideoTracks()[0]; }
  get running() { return this.#stream !== null; }

  /** Whether this camera has a torch. */
  get hasTorch() {
    const { track } = this;
    return Boolean(track && /** @type {TorchCapabilities} */ (track.getCapabilities?.() ?? {}).torch);
  }

  /**
   * Turns it on or off and says what it is now. It stays as it was left over scans.
   * @param {boolean} on
   */
  async torch(on) {
    const { track } = this;
    const advanced = [/** @type {TorchConstraint} */ ({ torch: on })];
    try { await track?.applyConstraints({ advanced }); return on; } catch { return false; }
  }
}

/** Why there is no picture. */
export class CameraError extends Error {
  /** @param {CameraFault} why */
  constructor(why) { super(why); this.why = why; }
}

/** @param {MediaStream} stream */
function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
