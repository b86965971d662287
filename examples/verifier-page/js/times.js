// Times as an officer reads them: of Viet Nam (UTC+7 all the year), whatever the device's own zone says.
import { currentLanguage } from "./words.js";

const ZONE = 7 * 3600;
const DAY = 86_400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const place = () => (currentLanguage() === "en" ? 1 : 0);

/** @param {number} n */
const two = (n) => String(n).padStart(2, "0");
/** @param {number} seconds */
const there = (seconds) => new Date((seconds + ZONE) * 1000);

/** `18:06`. @param {number} seconds */
export const hour = (seconds) => `${two(there(seconds).getUTCHours())}:${two(there(seconds).getUTCMinutes())}`;

/** `18:06:41`: on a plate, so that two that look alike are told apart. @param {number} seconds */
export const second = (seconds) => `${hour(seconds)}:${two(there(seconds).getUTCSeconds())}`;

/** `25/12/2026`, `25 Dec 2026`. @param {number} seconds */
export const date = (seconds) => calendarDay(there(seconds).toISOString().slice(0, 10));

/** `18:06 25/12/2026`. @param {number} seconds */
export const moment = (seconds) => `${hour(seconds)} ${date(seconds)}`;

/**
 * A moment that is near by the word for its day: `23:53 hôm nay`; else with its date.
 * @param {number} seconds
 * @param {number} now
 */
export function soon(seconds, now) {
  const days = Math.floor((seconds + ZONE) / DAY) - Math.floor((now + ZONE) / DAY);
  const near = days === 0 ? ["hôm nay", "today"] : days === 1 ? ["ngày mai", "tomorrow"] : null;
  return near ? `${hour(seconds)} ${near[place()]}` : days > 7 || days < 0 ? date(seconds) : moment(seconds);
}

/**
 * A day of the calendar, written `2026-10-10`, as the language writes it.
 * @param {string} iso
 */
export function calendarDay(iso) {
  const [year, month, day] = iso.split("-");
  return place() === 1 ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`;
}

/** @type {readonly (readonly [size: number, vi: string, en: string])[]} */
const UNITS = [[DAY, "ngày", "d"], [3600, "giờ", "h"], [60, "phút", "min"]];

/**
 * Seconds in words, roughly: what an age is worth knowing to.
 * @param {number} seconds
 */
export function duration(seconds) {
  const [size, ...unit] = UNITS.find(([least]) => seconds >= least) ?? [1, "giây", "s"];
  return `${Math.floor(seconds / size)} ${unit[place()]}`;
}

/**
 * Seconds that are left, as a watch shows them: `1:52`.
 * @param {number} seconds
 */
export function left(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}
