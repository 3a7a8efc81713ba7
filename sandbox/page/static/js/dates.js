// Moments as people read them: in their own language and zone, and live countdowns.

import { now } from "./store.js";
import { h } from "./dom.js";

const formats = new Map();

function format(language, zone, options) {
  const key = `${language}|${zone}|${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language, { timeZone: zone, ...options }));
  return formats.get(key);
}

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const zones = () => [HERE, ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== HERE)];

const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

export const hours = (unix, language, zone) => format(language, zone, CLOCK).format(unix * 1000);

export const day = (unix, language, zone) => {
  const options = { day: "numeric", month: "long" };
  const year = (moment) => format("en", zone, { year: "numeric" }).format(moment * 1000);
  return format(language, zone, year(unix) === year(now()) ? options : { ...options, year: "numeric" }).format(unix * 1000);
};

export const dayKey = (unix, zone) => format("en-CA", zone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(unix * 1000);

export const whole = (unix, language, zone) =>
  format(language, zone, { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(unix * 1000);

export const clockFace = (unix, language, zone) => [
  format(language, zone, { weekday: "short", day: "numeric", month: "long" }).format(unix * 1000),
  format(language, zone, { ...CLOCK, second: "2-digit" }).format(unix * 1000),
];

export const zoneName = (zone, language) =>
  format(language, zone, { timeZoneName: "short" }).formatToParts(now() * 1000).find((part) => part.type === "timeZoneName").value;

const UNITS = {
  ru: { d: "дн", h: "ч", m: "мин", s: "с", in: (span) => `через ${span}`, ago: (span) => `${span} назад`, now: "сейчас" },
  en: { d: "d", h: "h", m: "min", s: "s", in: (span) => `in ${span}`, ago: (span) => `${span} ago`, now: "now" },
};

/** The two largest units: «2 дн 5 ч», «59 мин 03 с». */
export function span(seconds, language) {
  const words = UNITS[language.startsWith("ru") ? "ru" : "en"];
  const left = Math.max(0, Math.floor(seconds));
  const parts = [[Math.floor(left / 86400), words.d], [Math.floor(left / 3600) % 24, words.h], [Math.floor(left / 60) % 60, words.m], [left % 60, words.s]];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return `0 ${words.s}`;
  return parts
    .slice(first, first + 2)
    .filter(([count], at) => at === 0 || count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

export function relative(unix, language) {
  const words = UNITS[language.startsWith("ru") ? "ru" : "en"];
  const left = Math.ceil(unix - now());
  if (left === 0) return words.now;
  return left > 0 ? words.in(span(left, language)) : words.ago(span(-left, language));
}

const PARTS = {
  w: { weekday: "short" },
  W: { weekday: "long" },
  d: { day: "numeric", month: "short" },
  D: { day: "numeric", month: "long", year: "numeric" },
  t: { hour: "2-digit", minute: "2-digit" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** A moment in the shape of Telegram's date_time_format: r for relative, letters of wWdDtT for absolute. */
export function shaped(unix, shape, language, zone) {
  if (/^r$/i.test(shape)) return relative(unix, language);
  const options = Object.assign({}, ...[...shape].map((letter) => PARTS[letter] ?? {}));
  return format(language, zone, options).format(unix * 1000);
}

/** A <time> that keeps itself true; without a shape it shows the sender's own words. */
export function timeElement(unix, shape, words, { language, zone }) {
  const element = h("time", {
    class: "moment",
    datetime: new Date(unix * 1000).toISOString(),
    title: whole(unix, language, zone),
    data: shape ? { unix, shape, language, zone } : {},
  });
  element.textContent = shape ? shaped(unix, shape, language, zone) : words;
  return element;
}

/** Once a second: every live moment on the page. */
export function tick() {
  for (const element of document.querySelectorAll("time[data-shape]")) {
    const { unix, shape, language, zone } = element.dataset;
    const text = shaped(Number(unix), shape, language, zone);
    if (element.textContent !== text) element.textContent = text;
  }
}
