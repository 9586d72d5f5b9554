/**
 * What each act may ask of a shared KV: the one place that says so. A test counts the acts and fails
 * when one asks for more; the model multiplies them; `docs/SCALE.md` shows them.
 */
import type { KvTraffic } from "../../tests/rig/kv_wire.ts";

export const ACTS = [
  "join an empty room",
  "join as second",
  "join as second, across",
  "set up the call",
  "set up the call, across",
  "one signal, across",
  "page closes",
  "page closes, across",
  "return by token",
  "return by token, across",
  "knock at a full room, across",
  "leave",
  "leave, across",
  "an idle hour of two",
  "an idle hour alone",
  "an instance starts",
  "an instance stops",
] as const;

/** "Across": the friend is on another instance. */
export type Act = (typeof ACTS)[number];

/** The most of each; what a watch says is no call of ours. */
export type Cost = Pick<KvTraffic, "reads" | "commits" | "rows" | "bytesRead" | "bytesWritten">;

function cost(
  reads: number,
  commits: number,
  rows: number,
  bytes: { readonly read: number; readonly written: number },
): Cost {
  return { reads, commits, rows, bytesRead: bytes.read, bytesWritten: bytes.written };
}

const NOTHING = cost(0, 0, 0, { read: 0, written: 0 });

export const BUDGET: Readonly<Record<Act, Cost>> = {
  "join an empty room": cost(1, 1, 1, { read: 0, written: 260 }),
  "join as second": cost(1, 1, 1, { read: 260, written: 420 }),
  "join as second, across": cost(4, 5, 7, { read: 1_600, written: 2_000 }),
  "set up the call": NOTHING,
  "set up the call, across": cost(8, 12, 18, { read: 3_000, written: 3_600 }),
  "one signal, across": cost(1, 2, 3, { read: 400, written: 500 }),
  "page closes": cost(1, 1, 1, { read: 420, written: 430 }),
  "page closes, across": cost(2, 3, 4, { read: 640, written: 750 }),
  "return by token": cost(1, 1, 1, { read: 430, written: 420 }),
  "return by token, across": cost(4, 5, 7, { read: 1_800, written: 2_000 }),
  "knock at a full room, across": cost(5, 4, 6, { read: 1_200, written: 500 }),
  "leave": cost(1, 1, 1, { read: 420, written: 260 }),
  "leave, across": cost(2, 3, 4, { read: 620, written: 550 }),
  "an idle hour of two": NOTHING,
  "an idle hour alone": cost(2, 2, 2, { read: 540, written: 540 }),
  "an instance starts": cost(1, 0, 0, { read: 0, written: 0 }),
  "an instance stops": cost(0, 1, 1, { read: 0, written: 50 }),
};

/** A mail is a row, the bell beside it, and the row's deletion. */
const ROWS_OF_A_MAIL = 3;

/** How many rows an act puts into mailboxes. */
export function mailsOf(act: Act): number {
  const { rows } = BUDGET[act];
  return Math.floor(rows / ROWS_OF_A_MAIL);
}
