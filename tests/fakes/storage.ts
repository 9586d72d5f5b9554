/** What a browser keeps for its pages: seats of tabs and of the browser, and Web Locks. */
import type { KeptSeat, SeatMemory } from "../../call/seat/memory.ts";

export interface FakeTab {
  seat: KeptSeat | null;
}

interface Waiting {
  readonly name: string;
  readonly granted: () => Promise<unknown>;
  readonly settle: { resolve(value: unknown): void; reject(reason: unknown): void };
}

export class FakeStorage {
  kept: readonly KeptSeat[] = [];
  /** Answers of the browser's own memory wait for it. */
  gate: Promise<void> = Promise.resolve();
  readonly held = new Set<string>();
  #waiting: Waiting[] = [];

  /** As a page in `tab` sees it. */
  memory(tab: FakeTab): SeatMemory {
    return {
      ofTab: () => tab.seat,
      setTab: (seat) => {
        tab.seat = seat;
      },
      ofBrowser: async () => {
        await this.gate;
        return this.kept;
      },
      changeBrowser: (change) => {
        this.kept = change(this.kept);
        return Promise.resolve();
      },
    };
  }

  /** Grants a free name; a held one stays asked for until the signal aborts. */
  get locks(): LockManager {
    const request = (
      name: string,
      { signal }: { signal: AbortSignal },
      granted: () => Promise<unknown>,
    ): Promise<unknown> => {
      const settle = Promise.withResolvers<unknown>();
      const waiting = { name, granted, settle };
      signal.addEventListener("abort", () => {
        if (!this.#waiting.includes(waiting)) return;
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        settle.reject(signal.reason);
      });
      this.#waiting.push(waiting);
      // Never in the same turn, as with the real ones.
      void Promise.resolve().then(() => this.#grant());
      return settle.promise;
    };
    return { request } as unknown as LockManager;
  }

  /** The pages are gone: the browser gives their locks back. */
  close(): void {
    this.held.clear();
    this.#grant();
  }

  #grant(): void {
    for (const waiting of [...this.#waiting]) {
      if (this.held.has(waiting.name)) continue;
      this.held.add(waiting.name);
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      void waiting.granted().then((value) => {
        this.held.delete(waiting.name);
        waiting.settle.resolve(value);
        this.#grant();
      });
    }
  }
}
