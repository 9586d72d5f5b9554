/** Holds files back while the voice suffers (`pace.ts`): once a second, from the connection's figures. */
import type { Clock } from "../../signaling/clock.ts";
import type { Connection } from "../connection/connection.ts";
import type { Lane } from "./lane.ts";
import { nextPace, voiceHealth } from "./pace.ts";

const EVERY_MS = 1_000;
const MS_PER_S = 1_000;

export interface Pacer {
  look(connection: Pick<Connection, "pc" | "id">): void;
}

export function createPacer({ clock, lane }: { clock: Clock; lane: Lane }): Pacer {
  let of: string | null = null;
  let baseMs = Infinity;
  let lastAt = -Infinity;
  let lastWritten = 0;

  async function measure({ pc }: Pick<Connection, "pc">, sentBps: number): Promise<void> {
    const report: unknown[] = [];
    (await pc.getStats()).forEach((entry) => report.push(entry));
    const voice = voiceHealth(report);
    baseMs = Math.min(baseMs, voice.roundTripMs ?? Infinity);
    lane.pace = nextPace(voice, { pace: lane.pace, sentBps, baseMs });
  }

  return {
    look(connection) {
      if (of !== connection.id) {
        // The way may be another one.
        of = connection.id;
        baseMs = Infinity;
        lane.pace = Infinity;
      }
      const now = clock.monotonic();
      if (now - lastAt < EVERY_MS) return;
      const { written } = lane;
      const sentBps = (written - lastWritten) / (now - lastAt) * MS_PER_S;
      lastAt = now;
      lastWritten = written;
      // Without figures (the connection is closing) the pace stays.
      if (sentBps > 0) measure(connection, sentBps).catch(() => undefined);
    },
  };
}
