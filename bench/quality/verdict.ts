/** Both people's figures of a line as one row, and whether it reaches the goals. */
import { markdownTable } from "../../tests/rig/markdown_table.ts";
import type { Received } from "./reading.ts";

export type Side = readonly [Received, Received];

export interface Row {
  readonly line: string;
  readonly duet: Side;
  readonly small: Side;
}

/** Two calls on one line differ by this much, share of the voice and s. */
export const SLACK = { concealed: 0.005, stoodS: 0.25 };

/** Share of the voice, both directions together, that the receivers had to make up, 0…1. */
export function concealedShare(side: Side): number {
  const samples = sum(side, "samples");
  return samples === 0 ? 1 : sum(side, "concealed") / samples;
}

/** The longer of both directions' longest times without a new frame, s. */
export function stoodS([one, other]: Side): number {
  return Math.max(one.stoodS, other.stoodS);
}

export function verdictOf({ duet, small }: Row): { voice: boolean; picture: boolean } {
  return {
    voice: concealedShare(duet) <= concealedShare(small) + SLACK.concealed,
    picture: stoodS(duet) <= stoodS(small) + SLACK.stoodS,
  };
}

const HEAD = [
  "Line",
  "Call",
  "Voice made up",
  "of it silence",
  "Voice waits",
  "Frames/s",
  "Size",
  "Freezes",
  "Picture stood",
  "Arrived",
  "Voice goal",
  "Picture goal",
];

export function formatTable(rows: readonly Row[]): string {
  return markdownTable(HEAD, rows.flatMap(linesOf));
}

function linesOf(row: Row): string[][] {
  const { voice, picture } = verdictOf(row);
  return [
    [row.line, "Duet", ...cellsOf(row.duet), word(voice), word(picture)],
    ["", "small page", ...cellsOf(row.small), "", ""],
  ];
}

function cellsOf(side: Side): string[] {
  const [one, other] = side;
  const perSecond = side.map(({ frames, seconds }) => (frames / seconds).toFixed(0)).join(", ");
  return [
    percent(concealedShare(side)),
    percent(sum(side, "silent") / Math.max(1, sum(side, "samples"))),
    `${((one.bufferMs + other.bufferMs) / 2).toFixed(0)} ms`,
    perSecond,
    side.map(({ width, height }) => `${width}×${height}`).join(", "),
    `${sum(side, "freezes")}, ${sum(side, "frozenS").toFixed(1)} s`,
    `${stoodS(side).toFixed(2)} s`,
    `${side.map(({ kbps }) => kbps.toFixed(0)).join(", ")} kbit/s`,
  ];
}

function sum(side: Side, field: keyof Received): number {
  return side[0][field] + side[1][field];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function word(reached: boolean): string {
  return reached ? "reached" : "**not reached**";
}
