/** When a silent hop is said: not for a hiccup, soon for a fault, late for what heals by itself. */
import type { Direction, Notice, SilentHop } from "../facts.ts";

/** What lasts shorter is a hiccup, ms. */
export const SETTLE_MS = 800;
/**
 * A microphone that was silent and sounds again by itself has a gate that closes while its owner
 * listens: each time it does so, one waits this many times longer.
 */
const HEALED = 4;
/** And at most this long, ms. */
const LONGEST_SETTLE_MS = 60_000;

export interface Alarms {
  /** What is silent now, by topic; `null`: nothing. */
  set(topic: string, hop: SilentHop | null, direction: Direction): void;
  /** Takes all of them back. */
  clear(): void;
  /** And knows nothing of how it was. */
  forget(): void;
}

interface Alarm {
  readonly hop: SilentHop;
  readonly since: number;
  isSaid: boolean;
}

export function createAlarms(
  now: () => number,
  notice: (topic: string, notice: Notice | null) => void,
): Alarms {
  const alarms = new Map<string, Alarm>();
  const patience = new Map<string, number>();

  function settleMs(topic: string, hop: SilentHop): number {
    return hop === "microphone" ? patience.get(topic) ?? SETTLE_MS : SETTLE_MS;
  }

  function drop(topic: string): void {
    if (alarms.get(topic)?.isSaid) notice(topicOf(topic), null);
    alarms.delete(topic);
  }

  function clear(): void {
    for (const topic of [...alarms.keys()]) drop(topic);
  }

  return {
    set(topic, hop, direction) {
      const before = alarms.get(topic);
      if (before?.hop !== hop) {
        if (before?.isSaid && before.hop === "microphone") {
          const longer = settleMs(topic, "microphone") * HEALED;
          patience.set(topic, Math.min(longer, LONGEST_SETTLE_MS));
        }
        drop(topic);
        if (hop !== null) alarms.set(topic, { hop, since: now(), isSaid: false });
        return;
      }
      if (before === undefined || before.isSaid || hop === null) return;
      if (now() - before.since < settleMs(topic, hop)) return;
      before.isSaid = true;
      notice(topicOf(topic), noticeOf(hop, direction));
    },
    clear,
    forget() {
      clear();
      patience.clear();
    },
  };
}

/** The engine says the same of a player that refuses to begin, on the same topic. */
function topicOf(topic: string): string {
  return topic === "player" ? "tap-to-hear" : `hearing ${topic}`;
}

function noticeOf(hop: SilentHop, direction: Direction): Notice | null {
  const isOwnPlayer = hop === "sound-blocked" && direction === "from-friend";
  return isOwnPlayer ? { kind: "tap-to-hear" } : { kind: "silent-hop", hop, direction };
}
