/** The notices on screen, one per topic: a newer one replaces, `null` removes. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Clock } from "../../signaling/clock.ts";
import type { Notice } from "../facts.ts";

/** Long enough to be read, for what merely happened, ms. */
export const PASSING_MS = 8_000;

export interface Notices {
  readonly list: ReadonlySignal<readonly Notice[]>;
  set(topic: string, notice: Notice | null): void;
  clear(): void;
}

/** Says what only happened, and is no state that ends by itself. */
const PASSING: ReadonlySet<Notice["kind"]> = new Set([
  "device-replaced",
  "new-person",
  "texts-dropped",
]);

/** Stays true when a call is over. */
const LASTING: ReadonlySet<Notice["kind"]> = new Set(["outdated"]);

export function createNotices(clock: Clock): Notices {
  const byTopic = new Map<string, Notice>();
  const passing = new Map<string, () => void>();
  const list = signal<readonly Notice[]>([]);

  function set(topic: string, notice: Notice | null): void {
    passing.get(topic)?.();
    passing.delete(topic);
    if (notice === null) {
      if (byTopic.delete(topic)) show();
      return;
    }
    const before = byTopic.get(topic);
    if (before === undefined || !isSame(before, notice)) {
      byTopic.set(topic, notice);
      show();
    }
    if (PASSING.has(notice.kind)) {
      passing.set(topic, clock.after(PASSING_MS, () => set(topic, null)));
    }
  }

  function show(): void {
    list.value = [...byTopic.values()];
  }

  return {
    list,
    set,
    clear() {
      for (const [topic, { kind }] of [...byTopic]) if (!LASTING.has(kind)) set(topic, null);
    },
  };
}

/** Saying the same again is no news. */
function isSame(one: Notice, other: Notice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
