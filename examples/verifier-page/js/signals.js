// What is felt and heard: a pattern for each headline, so that an officer need not look down. Off unless switched on, vibration aside.
/** @import { HeadlineName } from "doichieu" */

/** @type {Record<HeadlineName, number[]>} */
const VIBRATION = {
  accept: [60], look_up: [60, 90, 60], not_in_force: [220, 90, 220], not_proven: [220, 90, 220, 90, 220],
  not_checked: [60, 90, 60, 90, 60], scan_again: [30],
};

/**
 * Frequencies in Hz, one after another.
 * @type {Record<HeadlineName, number[]>}
 */
const TONES = {
  accept: [880, 1320], look_up: [660, 660], not_in_force: [440, 330], not_proven: [330, 262, 220],
  not_checked: [523, 523, 523], scan_again: [523],
};
const LENGTH = 0.11;

/** @type {AudioContext | undefined} */
let audio;

/**
 * Gives the signal of a headline.
 * @param {HeadlineName} headline
 * @param {{ vibration: boolean, tones: boolean }} how
 */
export function signal(headline, { vibration, tones }) {
  if (vibration) navigator.vibrate?.(VIBRATION[headline] ?? []);
  if (!tones) return;
  const sound = audio ??= new AudioContext();
  (TONES[headline] ?? []).forEach((frequency, place) => {
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    const from = sound.currentTime + place * (LENGTH + 0.04);
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + LENGTH);
    tone.connect(volume).connect(sound.destination);
    tone.start(from);
    tone.stop(from + LENGTH);
  });
}
