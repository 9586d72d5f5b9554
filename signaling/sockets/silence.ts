/** When a silent socket is given up: a pure policy over times. */
import type { Timings } from "../timings.ts";

export interface Silence {
  readonly openedAt: number;
  /** When the page last sent a message; `null`: never. */
  readonly heardAt: number | null;
  readonly seated: boolean;
}

export type Judgement = "fine" | "idle" | "lost";

/**
 * `lost`: a seated page that fell silent, its seat is held. `idle`: nobody is there, close the socket.
 *
 * A dead connection is found sooner, after `silentMs`, by the WebSocket ping of the transport.
 */
export function judgeSilence(silence: Silence, timings: Timings, now: number): Judgement {
  const { openedAt, heardAt, seated } = silence;
  if (heardAt === null) return now - openedAt >= timings.firstWordMs ? "idle" : "fine";
  if (seated) return now - heardAt >= timings.frozenMs ? "lost" : "fine";
  const idle = now - heardAt >= timings.frozenMs || now - openedAt >= timings.lobbyMs;
  return idle ? "idle" : "fine";
}
