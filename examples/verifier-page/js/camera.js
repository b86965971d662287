// The camera: frames of 1280 × 720 to the decoder, one at a time, as fast as it answers.

/** At 640 × 480 codes from version 30 up stop being read; beyond 720 lines decoding only gets slower (docs/performance.md). */
const WANTED = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** A decoder in a worker of its own: the page stays awake while it reads. */
export class Decoder {
  #worker = new Worker(new URL("./decoder.js", import.meta.url), { type: "module" });
  #waiting = new Map();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data }) => {
      this.#waiting.get(data.id)?.(data.texts);
      this.#waiting.delete(data.id);
    };
    this.#worker.onerror = () => {
      for (const resolve of this.#waiting.values()) resolve([]);
      this.#waiting.clear();
    };
  }

  /** Texts of the codes in a picture. The picture is handed over and closed. */
  read(bitmap, { photo = false } = {}) {
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ id, bitmap, photo }, [bitmap]);
    });
  }
}

/** A running camera. `found` gets each text; `failed` a name: denied, none, busy. */
export class Camera {
  #video;
  #decoder;
  #found;
  #stream = null;
  #facing = "environment";
  #run = 0;

  constructor(video, decoder, found) {
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
      throw new CameraError(error.name === "NotAllowedError" || error.name === "SecurityError" ? "denied" : error.name === "NotReadableError" ? "busy" : "none");
    }
    if (run !== this.#run) return stop(stream);
    this.#stream = stream;
    this.#video.srcObject = stream;
    await this.#video.play().catch(() => {});
    this.#loop(run);
  }

  async #loop(run) {
    while (run === this.#run) {
      if (this.#video.readyState >= 2 && this.#video.videoWidth > 0) {
        const bitmap = await createImageBitmap(this.#video).catch(() => null);
        if (!bitmap || run !== this.#run) { bitmap?.close(); if (run !== this.#run) return; } else {
          for (const text of await this.#decoder.read(bitmap)) if (run === this.#run) this.#found(text);
        }
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

  get running() { return this.#stream !== null; }

  /** The other camera, from the next start on. */
  turn() { this.#facing = this.#facing === "environment" ? "user" : "environment"; }

  /** Whether this camera has a torch. */
  get hasTorch() {
    const track = this.#stream?.getVideoTracks()[0];
    return Boolean(track?.getCapabilities?.().torch);
  }

  /** Turns it on or off and says what it is now. It stays as it was left over scans. */
  async torch(on) {
    const track = this.#stream?.getVideoTracks()[0];
    try { await track?.applyConstraints({ advanced: [{ torch: on }] }); return on; } catch { return false; }
  }
}

/** Why there is no picture. */
export class CameraError extends Error {
  constructor(why) { super(why); this.why = why; }
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
