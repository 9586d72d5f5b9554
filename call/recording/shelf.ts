/** The recordings on this device that are offered: of this call, or left by a page that died. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Clock } from "../../signaling/clock.ts";
import type { Kept, LoadRecordingTools, RecordingTools } from "./parts.ts";

export interface ShelfOptions {
  readonly loadTools: LoadRecordingTools;
  readonly clock: Pick<Clock, "now">;
  readonly locks: LockManager | undefined;
}

export interface Shelf {
  /** `null`: not loaded yet, or this browser cannot record. */
  readonly tools: ReadonlySignal<RecordingTools | null>;
  /** Newest first. */
  readonly kept: ReadonlySignal<readonly Kept[]>;
  /** Loads what is needed, and looks what there is. Never rejects. */
  load(): Promise<void>;
  /** This one is written, whatever its lock says. */
  put(id: string): Promise<void>;
  /** Hands it to the downloads. */
  save(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What is saved is no longer offered. */
  dismiss(): void;
}

export function createShelf({ loadTools, clock, locks }: ShelfOptions): Shelf {
  const tools = signal<RecordingTools | null>(null);
  const kept = signal<readonly Kept[]>([]);
  let isLoading = false;

  /** What is kept, but for what is still being written, here or in another tab. */
  async function look({ store }: RecordingTools, finished: string | null): Promise<void> {
    const { held = [] } = await locks?.query() ?? {};
    const written = new Set(held.map(({ name }) => name));
    if (finished !== null) written.delete(lockOf(finished));
    const all = await store.list();
    const before = new Set(kept.value.map(({ id }) => id));
    kept.value = all.filter(({ id, isSaved }) =>
      !written.has(lockOf(id)) && (!isSaved || before.has(id))
    );
  }

  return {
    tools,
    kept,
    async load() {
      if (isLoading) return;
      isLoading = true;
      try {
        const loaded = tools.value ?? await loadTools();
        if (loaded === null) return;
        if (tools.value === null) await loaded.store.sweep(clock.now());
        await look(loaded, null);
        tools.value = loaded;
      } catch {
        // No network just now, or storage forbidden: nothing is recorded; the next call tries again.
      } finally {
        isLoading = false;
      }
    },
    async put(id) {
      if (tools.value !== null) await look(tools.value, id);
    },
    async save(id) {
      if (tools.value === null) return;
      const { store, download } = tools.value;
      download(await store.read(id), id);
      await store.markSaved(id, clock.now());
      kept.value = kept.value.map((each) => each.id === id ? { ...each, isSaved: true } : each);
    },
    async remove(id) {
      kept.value = kept.value.filter((each) => each.id !== id);
      await tools.value?.store.remove(id);
    },
    dismiss() {
      kept.value = kept.value.filter(({ isSaved }) => !isSaved);
    },
  };
}

/** Held as long as a living page writes the recording. */
export function lockOf(id: string): string {
  return `duet recording ${id}`;
}
