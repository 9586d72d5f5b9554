/** The notices on screen, one per topic: a newer one replaces, `null` removes. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Clock } from "../../signaling/clock.ts";
import type { Notice } from "../view.ts";

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

export function createNotices(clock: Clock): Notices {
  const byTopic = new Map<string, Notice>();
  const list = signal<readonly Notice[]>([]);

  function set(topic: string, notice: Notice | null): void {
    if (notice === null ? !byTopic.delete(topic) : byTopic.get(topic) === notice) return;
    if (notice !== null) byTopic.set(topic, notice);
    list.value = [...byTopic.values()];
    if (notice === null || !PASSING.has(notice.kind)) return;
    clock.after(PASSING_MS, () => {
      if (byTopic.get(topic) === notice) set(topic, null);
    });
  }

  return {
    list,
    set,
    clear() {
      byTopic.clear();
      list.value = [];
    },
  };
}
