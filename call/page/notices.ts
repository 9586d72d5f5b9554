/** The notices on screen, one per topic: a newer one replaces, `null` removes. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Notice } from "../view.ts";

export interface Notices {
  readonly list: ReadonlySignal<readonly Notice[]>;
  set(topic: string, notice: Notice | null): void;
  clear(): void;
}

export function createNotices(): Notices {
  const byTopic = new Map<string, Notice>();
  const list = signal<readonly Notice[]>([]);
  return {
    list,
    set(topic, notice) {
      if (notice === null ? !byTopic.delete(topic) : byTopic.get(topic) === notice) return;
      if (notice !== null) byTopic.set(topic, notice);
      list.value = [...byTopic.values()];
    },
    clear() {
      byTopic.clear();
      list.value = [];
    },
  };
}
