/** What is said of a file: pure, so that every case can be tested. */
import type { Transfer } from "../call/files/entry.ts";
import type { Refusal } from "../call/files/files.ts";
import type { ExtraMessages } from "../locales/extras/messages.ts";
import { fill } from "../locales/format.ts";
import type { Locale } from "../locales/messages.ts";

type FileWords = ExtraMessages["files"];

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1_000;

/** "2.3 MB", in the language's own way. */
export function sizeText(locale: Locale, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP - 0.5 && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[unit] ?? "gigabyte",
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

/** Where it stands, or what to do; empty: the progress says it. */
export function phaseText({ from, phase, place, isSaved }: Transfer, words: FileWords): string {
  const { phases, failures, places } = words;
  const isMine = from === "me";
  switch (phase.is) {
    case "offered":
      if (isMine) return phases.offeredByMe;
      return place === "private" ? "" : places[place ?? "none"];
    case "accepted":
      return phases.preparing;
    case "moving":
      return "";
    case "waiting":
      return phases.waiting;
    case "missing":
      if (!isMine) return phases.lostByFriend;
      return phase.chose === "another" ? phases.other : phases.lost;
    case "done":
      if (isMine) return phases.arrived;
      return isSaved || place === "picked" ? phases.saved : phases.unsaved;
    case "declined":
      return isMine ? phases.declinedByFriend : phases.declinedByMe;
    case "cancelled":
      return phase.by === "me" ? phases.cancelledByMe : phases.cancelledByFriend;
    case "failed":
      return failures[phase.because];
  }
}

/** What the person should hear of `now`, knowing it as `before`; `null`: nothing. */
export function newsText(
  now: Transfer,
  before: Transfer | undefined,
  { words, locale }: { words: FileWords; locale: Locale },
): string | null {
  const { news } = words;
  const { from, phase, name, size } = now;
  if (phase.is === before?.phase.is) return null;
  const values = { name, size: sizeText(locale, size) };
  switch (phase.is) {
    case "offered":
      return from === "friend" && before === undefined ? fill(news.offered, values) : null;
    case "done":
      if (before === undefined) return null;
      return fill(from === "friend" ? news.arrived : news.delivered, values);
    case "declined":
      return from === "me" ? fill(news.declined, values) : null;
    case "cancelled":
      return phase.by === "friend" ? fill(news.cancelled, values) : null;
    case "failed":
      return fill(news.failed, values);
    default:
      return null;
  }
}

export function refusalText(
  { because, name, limit }: Refusal,
  { words, locale }: { words: FileWords; locale: Locale },
): string {
  if (because === "too-many") return fill(words.refused.tooMany, { name, limit: `${limit}` });
  return fill(words.refused.tooLarge, { name, limit: sizeText(locale, limit) });
}
