// The first screen: a camera, and every other way a code may come: photo, paste, drop, a scanner that types, a typed number, no code.
import { el, button, fill, announce } from "./dom.js";
import { Camera, CameraError } from "./camera.js";
import { sign, vehiclePicture } from "./shapes.js";
import { say } from "./words.js";

/** Photographs bigger than this are not opened. */
const LARGEST_PHOTO = 40 << 20;

/** The screen. `found` gets each text read; the other functions open other screens. */
export function scanner({ decoder, found, vehicle, chooseVehicle, ask, noCode, typeNumber, paste, pending, settings }) {
  const video = el("video", { muted: true, playsinline: true, "aria-hidden": "true", tabindex: "-1" });
  const hint = el("p", { class: "hint", role: "status" }, say("opening"));
  const tools = el("div", { class: "tools" });
  const eye = el("div", { class: "eye" }, video, el("div", { class: "corners", "aria-hidden": "true" }), tools, hint);
  const parts = el("div", { class: "parts", hidden: true, "aria-hidden": "true" });
  const camera = new Camera(video, decoder, found);
  const file = el("input", { type: "file", accept: "image/*", class: "vh", tabindex: "-1", "aria-hidden": "true", onchange: () => photos([...file.files]) });

  async function photos(files) {
    for (const photo of files.filter((photo) => photo.size <= LARGEST_PHOTO)) {
      hint.textContent = say("reading");
      const bitmap = await createImageBitmap(photo).catch(() => null);
      const texts = bitmap ? await decoder.read(bitmap, { photo: true }) : [];
      for (const text of texts) await found(text);
      if (texts.length === 0) { hint.textContent = say("noCodeInPhoto"); announce(say("noCodeInPhoto"), { now: true }); }
    }
    file.value = "";
  }

  async function start() {
    try {
      await camera.start();
      hint.textContent = pending ? say("askScan") : say("aim");
      eye.classList.remove("off");
      const torch = camera.hasTorch && button(say("torch"), { sign: sign("torch"), "aria-pressed": "false", press: async () => {
        const on = await camera.torch(torch.getAttribute("aria-pressed") !== "true");
        torch.setAttribute("aria-pressed", String(on));
        settings.torch = on;
      } });
      const flip = button("", { sign: sign("flip"), "aria-label": say("flip"), press: () => camera.flip().catch(fail) });
      fill(tools, torch, flip);
      if (torch && settings.torch) torch.click();
    } catch (error) { fail(error); }
  }

  function fail(error) {
    const why = error instanceof CameraError ? error.why : "none";
    eye.classList.add("off");
    hint.textContent = say({ denied: "cameraDenied", busy: "cameraBusy", none: "cameraNone" }[why]);
    fill(tools, why !== "none" && button(say("retryCamera"), { press: start }));
  }

  const picked = el("button", { type: "button", class: "button vehicle-now", onclick: chooseVehicle },
    vehiclePicture(vehicle?.kind), el("span", {}, el("span", { class: "quiet" }, say("vehicle")), el("br"), vehicle?.text ?? say("vehicleNone")));
  const node = el("section", { id: "scan" }, el("h1", { class: "vh" }, say("aim")), eye, parts, file,
    chooseVehicle && picked,
    el("div", { class: "tiles" },
      button(say("photo"), { sign: sign("photo"), press: () => file.click() }),
      button(say("paste"), { sign: sign("paste"), press: paste }),
      button(say("typeNumber"), { sign: sign("number"), press: typeNumber })),
    el("div", { class: "foot" }, el("div", { class: "row" },
      button(say("noCode"), { sign: sign("none"), press: noCode }),
      button(say("askFirst"), { sign: sign("ask"), kind: "main", press: ask }))));

  node.addEventListener("dragover", (event) => { event.preventDefault(); });
  node.addEventListener("drop", (event) => { event.preventDefault(); photos([...event.dataTransfer.files]); });
  // A hidden page needs no camera: the lamp goes out in a pocket.
  const onVisible = () => { if (document.hidden) camera.stop(); else if (!camera.running) start(); };
  document.addEventListener("visibilitychange", onVisible);
  start();
  return {
    node,
    /** Parts of an animated code that are here. */
    progress(have, of) {
      parts.hidden = false;
      fill(parts, Array.from({ length: of }, (_, place) => el("i", { class: place < have ? "have" : "" })));
      hint.textContent = `${say("animated")} · ${have}/${of}`;
    },
    hint(text) { hint.textContent = text; announce(text, { now: true }); },
    leave() { document.removeEventListener("visibilitychange", onVisible); camera.stop(); },
  };
}
