/** Values into texts: placeholders, and what `Intl` knows better than a catalogue. */
import type { Locale } from "./messages.ts";

const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;

/** Replaces each `{key}`; a key without a value stays as it is, so that a test can see it. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** "in 12 seconds", inflected as the language wants it. */
export function inSeconds(locale: Locale, seconds: number): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(seconds, "second");
}

/** "4:05", or "1:04:05" from one hour on. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = split(ms);
  const tail = `${minutes.toString().padStart(hours > 0 ? 2 : 1, "0")}:${
    seconds.toString().padStart(2, "0")
  }`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** "14:05", or "2:05 PM" where people say so; `at` in ms since 1970. */
export function timeOfDay(locale: Locale, at: number): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** "1 hour, 4 minutes", in words; seconds only below one hour. */
export function duration(locale: Locale, ms: number): string {
  const { hours, minutes, seconds } = split(ms);
  const parts: string[] = [];
  if (hours > 0) parts.push(unit(locale, hours, "hour"));
  if (minutes > 0) parts.push(unit(locale, minutes, "minute"));
  if (hours === 0 && (seconds > 0 || minutes === 0)) parts.push(unit(locale, seconds, "second"));
  return new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(parts);
}

function unit(locale: Locale, value: number, name: "hour" | "minute" | "second"): string {
  const format = { style: "unit", unit: name, unitDisplay: "long" } as const;
  return new Intl.NumberFormat(locale, format).format(value);
}

function split(ms: number): { hours: number; minutes: number; seconds: number } {
  const total = Math.max(0, Math.floor(ms / MS_PER_SECOND));
  return {
    hours: Math.floor(total / SECONDS_PER_HOUR),
    minutes: Math.floor(total / SECONDS_PER_MINUTE) % SECONDS_PER_MINUTE,
    seconds: total % SECONDS_PER_MINUTE,
  };
}
