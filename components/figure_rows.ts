/** The figures of a call as rows of words and numbers. */
import type { Figures } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import type { Text } from "./text.ts";

const BITS_PER_KILOBIT = 1_000;

export interface FigureRow {
  readonly name: string;
  readonly value: string;
}

/** @param figures `null`: every value is a dash */
export function figureRows(figures: Figures | null, text: Text): readonly FigureRow[] {
  const { locale, messages: { figures: words } } = text;
  const milliseconds = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "millisecond",
    maximumFractionDigits: 0,
  });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const kilobits = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilobit-per-second",
    maximumFractionDigits: 0,
  });

  function bitrate(bps: number | null | undefined): string | null {
    return bps == null ? null : kilobits.format(bps / BITS_PER_KILOBIT);
  }

  const route = figures?.route;
  const rows: readonly [string, string | null | undefined][] = [
    [words.quality, figures && words.marks[figures.mark]],
    [
      words.roundTrip,
      figures?.roundTripMs == null ? null : milliseconds.format(figures.roundTripMs),
    ],
    [words.loss, figures?.lossShare == null ? null : percent.format(figures.lossShare)],
    [words.received, bitrate(figures?.receivedBps)],
    [words.sent, bitrate(figures?.sentBps)],
    [words.picture, figures && pictureSize(figures, text)],
    [words.codecs, figures && codecs(figures)],
    [words.route, route == null ? null : words[route]],
  ];
  return rows.map(([name, value]) => ({ name, value: value ?? words.none }));
}

function pictureSize(
  { width, height, framesPerSecond }: Figures,
  { locale, messages }: Text,
): string | null {
  if (width === null || height === null) return null;
  const size = `${width} × ${height}`;
  if (framesPerSecond === null) return size;
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(framesPerSecond);
  return fill(messages.figures.pictureRate, { size, rate });
}

function codecs({ videoCodec, audioCodec }: Figures): string | null {
  return [videoCodec, audioCodec].filter((codec) => codec !== null).join(", ") || null;
}
