/** The lines that calls are measured on. */
import type { Network } from "../../tests/rig/networks.ts";
import type { Undo } from "../../tests/rig/peer_network.ts";

/** One state of the line and how long it lasts, ms. */
export interface Stage {
  readonly ms: number;
  /** In both directions of one side; `null`: as wide as the machine. */
  readonly kbps: number | null;
  /** Of all packets, in both directions of one side, in per cent. */
  readonly lossPercent: number;
}

export interface Line {
  readonly name: string;
  /** What is not measured yet: the call gets used to its line. */
  readonly settle: Stage;
  readonly measured: readonly Stage[];
}

/** The browsers' estimate of a line begins at 300 kbit/s and is there after this long, ms. */
const SETTLE_MS = 10_000;
const KBPS = [50, 100, 200, 300, 500, 1_000];
const LOSS_PERCENT = [0, 5, 10, 20];
/** A good mobile line that becomes a bad one, as in a lift, and is good again. */
const DROP_KBPS = { wide: 2_000, narrow: 150 };

/** @param ms how long each is measured; the drop takes twice as long */
export function linesOf(ms: number): readonly Line[] {
  const steady = (name: string, line: Omit<Stage, "ms">): Line => ({
    name,
    settle: { ...line, ms: SETTLE_MS },
    measured: [{ ...line, ms }],
  });
  const wide = { kbps: DROP_KBPS.wide, lossPercent: 0 };
  const narrow = { kbps: DROP_KBPS.narrow, lossPercent: 0 };
  return [
    ...KBPS.map((kbps) => steady(`${kbps.toLocaleString("en")} kbit/s`, { kbps, lossPercent: 0 })),
    ...LOSS_PERCENT.map((lossPercent) =>
      steady(`${lossPercent} % loss`, { kbps: null, lossPercent })
    ),
    {
      name: "2 Mbit/s, then 150 kbit/s, then 2 Mbit/s",
      settle: { ...wide, ms: SETTLE_MS },
      measured: [{ ...narrow, ms }, { ...wide, ms }],
    },
  ];
}

/** One side's line; disposed, it is as wide as before. */
export interface Held extends AsyncDisposable {
  /** Lives through one stage. What stands in the queue stays there from stage to stage. */
  liveThrough(stage: Stage): Promise<void>;
}

export function holdLine({ a }: Network): Held {
  let [kbps, lossPercent]: [number | null, number] = [null, 0];
  let [widen, keep]: [Undo, Undo] = [nothing, nothing];
  async function become(next: Stage): Promise<void> {
    if (next.kbps !== kbps) {
      // A narrow line that changes is not taken away first: its queue would go with it.
      if (next.kbps === null) await widen();
      widen = next.kbps === null ? nothing : await a.limit(next.kbps);
      kbps = next.kbps;
    }
    if (next.lossPercent !== lossPercent) {
      await keep();
      keep = next.lossPercent === 0 ? nothing : await a.lose(next.lossPercent);
      lossPercent = next.lossPercent;
    }
  }
  return {
    async liveThrough(stage) {
      await become(stage);
      await new Promise((resolve) => setTimeout(resolve, stage.ms));
    },
    [Symbol.asyncDispose]: () => become({ ms: 0, kbps: null, lossPercent: 0 }),
  };
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
