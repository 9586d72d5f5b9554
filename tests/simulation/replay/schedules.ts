/** Lives that are lived twice: in the model, and by real browsers on real networks. */
import type { Replay } from "./replay.ts";

const ANN = 0, BEN = 1, CLEO = 2;

/** Ann opens the page first; once she waits, Ben does, and they meet. */
const TWO = [{ opensAtS: 0 }, { opensAtS: 12 }] as const;

export const REPLAYS: readonly Replay[] = [
  {
    name: "a reload, a killed browser, and what was written meanwhile",
    people: TWO,
    schedule: [
      [24, { kind: "write", who: ANN, count: 1 }],
      [40, { kind: "reload", who: ANN }],
      [40.1, { kind: "write", who: BEN, count: 2 }],
      [60, { kind: "crash", who: BEN }, 2.5],
      [61, { kind: "write", who: ANN, count: 2 }],
    ],
  },
  {
    name: "a cut link and a killed server leave the connection alone, a new address ends it",
    people: TWO,
    schedule: [
      [24, { kind: "link", who: ANN }, 3.5],
      [24.5, { kind: "write", who: ANN, count: 1 }],
      [25.5, { kind: "write", who: BEN, count: 2 }],
      [50, { kind: "kill", instance: 0 }, 1],
      [50.3, { kind: "write", who: BEN, count: 1 }],
      [70, { kind: "move", who: BEN }],
      [70.1, { kind: "write", who: ANN, count: 1 }],
    ],
  },
  {
    name: "the link is cut while the friend reloads; then both reload",
    people: TWO,
    schedule: [
      [24, { kind: "link", who: ANN }, 4],
      [25, { kind: "reload", who: BEN }],
      [26.5, { kind: "write", who: ANN, count: 1 }],
      [50, { kind: "reload", who: ANN }],
      [50.1, { kind: "reload", who: BEN }],
    ],
  },
  {
    name: "a third only reads full; one of the two leaves and joins again",
    people: [...TWO, { opensAtS: 24, whenFull: "looks" }],
    schedule: [
      [40, { kind: "write", who: ANN, count: 1 }],
      [52, { kind: "leave", who: BEN }],
      [64, { kind: "join", who: BEN }],
      [76, { kind: "write", who: BEN, count: 1 }],
      [76.5, { kind: "cancel", who: CLEO }],
    ],
  },
  {
    name: "a third who agreed sits down when a place is free, and reads nothing of before",
    people: [...TWO, { opensAtS: 24, whenFull: "agrees" }],
    schedule: [
      [40, { kind: "write", who: ANN, count: 1 }],
      [52, { kind: "leave", who: BEN }],
      [64, { kind: "write", who: ANN, count: 1 }],
      [64.5, { kind: "write", who: CLEO, count: 1 }],
      [76, { kind: "join", who: BEN }],
    ],
  },
];
