// Which vehicle stands there: picked by picture, with the measures that decide where the law asks for them.
import { el, button } from "./dom.js";
import { sign, vehiclePicture } from "./shapes.js";
import { say } from "./words.js";

/** Which measures matter for a kind (Law 36/2024/QH15 art. 57). The names are the engine's. */
const MEASURES = {
  moped: [], motorcycle: [["displacementCc", "displacement"], ["powerW", "power"]], tricycle: [["displacementCc", "displacement"], ["powerW", "power"]],
  disabled_tricycle: [], car: [["seats", "seats"]], sleeper_coach: [["seats", "seats"]], truck: [["grossMassKg", "mass"]], special_purpose: [["grossMassKg", "mass"]],
};

/** Its measures and plate in short, where they are known: `110 cm³ · 30A-123.45`. */
export function measured(vehicle, plate) {
  const units = [["displacementCc", "cm³"], ["powerW", "W"], ["seats", say("unitSeats")], ["grossMassKg", "kg"]];
  return [...units.filter(([name]) => vehicle[name]).map(([name, unit]) => `${vehicle[name]} ${unit}`), plate].filter(Boolean).join(" · ");
}

/** The screen to pick one. `kinds` are `{ name, text }` of the engine; `done` gets the vehicle and plate, or nothing. */
export function picker({ kinds, now, plate, done }) {
  const node = el("section", { id: "vehicle" }, el("h1", {}, say("vehicleChoose")));
  const details = el("div", { class: "stack" });
  let chosen = now?.kind ?? null;
  const tiles = kinds.map(({ name, text }) => {
    const tile = el("button", { type: "button", class: "button", "aria-pressed": String(name === chosen), onclick: () => pick(name) }, vehiclePicture(name), el("span", {}, text));
    tile.dataset.kind = name;
    return tile;
  });
  const plateField = el("input", { id: "plate", autocapitalize: "characters", autocomplete: "off", spellcheck: "false", maxlength: "16", value: plate ?? "" });
  const pick = (name, byHand = true) => {
    chosen = name;
    for (const tile of tiles) tile.setAttribute("aria-pressed", String(tile.dataset.kind === name));
    details.replaceChildren(el("h2", {}, kinds.find((kind) => kind.name === name).text), ...(MEASURES[name] ?? []).map(([field, word]) => el("div", {}, el("label", { for: field }, say(word)),
      el("input", { id: field, name: field, inputmode: "numeric", pattern: "[0-9]*", autocomplete: "off", maxlength: "6", value: now?.kind === name ? now[field] ?? "" : "" }))));
    // What is to be filled in next is below the pictures: it comes into view.
    if (byHand) details.scrollIntoView({ block: "start" });
  };
  if (chosen) pick(chosen, false);
  const finish = () => {
    if (!chosen) return done(null, plateField.value.trim() || null);
    const vehicle = { kind: chosen };
    for (const input of details.querySelectorAll("input")) if (/^[0-9]+$/.test(input.value)) vehicle[input.name] = Number(input.value);
    done(vehicle, plateField.value.trim() || null);
  };
  node.append(el("div", { class: "vehicles" }, tiles), details, el("div", {}, el("label", { for: "plate" }, say("plate")), plateField),
    el("div", { class: "foot" }, el("div", { class: "row" },
      button(say("vehicleSkip"), { kind: "plain", sign: sign("cross"), press: () => done(null, null) }), button(say("done"), { sign: sign("check"), kind: "main", press: finish }))));
  return { node };
}
