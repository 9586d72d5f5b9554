/** A KV in a map, whose every call is decided by a script: fine, lost on one way, or late. */
import type { KvStore } from "../../signaling/store/kv_store.ts";

/**
 * `before`: never arrives. `after`: done, but the answer is lost. `late`: done only when the caller
 * has given up, and never answered. The first two fail at once, `late` hangs.
 */
export type Fate = "fine" | "before" | "after" | "late";

interface Entry {
  readonly value: unknown;
  readonly versionstamp: string;
}

export class MapKv {
  readonly #entries = new Map<string, Entry>();
  readonly #late: (() => void)[] = [];
  #version = 0;

  /** One instance's way in; `fate` is asked for each read and each commit. */
  door(fate: (call: "get" | "commit") => Fate): KvStore {
    const call = <T>(kind: "get" | "commit", run: () => T) => this.#call(fate(kind), run);
    const door = {
      get: (key: Deno.KvKey) => call("get", () => this.#read(key)),
      set: (key: Deno.KvKey, value: unknown) => call("commit", () => this.#write(key, value)),
      atomic: () => this.#atomic((run) => call("commit", run)),
      list: ({ prefix }: { prefix: Deno.KvKey }) => this.#list(prefix),
      watch: () => new ReadableStream(),
    };
    // Only what `signaling/store/` uses of each.
    return door as unknown as KvStore;
  }

  /** What was late happens now. */
  release(): void {
    for (const run of this.#late.splice(0)) run();
  }

  value(key: Deno.KvKey): unknown {
    return this.#entries.get(JSON.stringify(key))?.value ?? null;
  }

  #call<T>(fate: Fate, run: () => T): Promise<T> {
    switch (fate) {
      case "fine":
        return Promise.resolve(run());
      case "before":
        return Promise.reject(new TypeError("lost on the way there"));
      case "after":
        run();
        return Promise.reject(new TypeError("lost on the way back"));
      case "late":
        this.#late.push(run);
        return new Promise(() => {});
    }
  }

  #read(key: Deno.KvKey) {
    const entry = this.#entries.get(JSON.stringify(key));
    return { key, value: entry?.value ?? null, versionstamp: entry?.versionstamp ?? null };
  }

  #write(key: Deno.KvKey, value: unknown): { ok: true; versionstamp: string } {
    const versionstamp = String(++this.#version).padStart(20, "0");
    this.#entries.set(JSON.stringify(key), { value: structuredClone(value), versionstamp });
    return { ok: true, versionstamp };
  }

  #atomic(commit: <T>(run: () => T) => Promise<T>) {
    const checks: Deno.AtomicCheck[] = [];
    const writes: (() => void)[] = [];
    const operation = {
      check(...more: Deno.AtomicCheck[]) {
        checks.push(...more);
        return operation;
      },
      set: (key: Deno.KvKey, value: unknown) => {
        const copy = structuredClone(value);
        writes.push(() => this.#write(key, copy));
        return operation;
      },
      delete: (key: Deno.KvKey) => {
        writes.push(() => this.#entries.delete(JSON.stringify(key)));
        return operation;
      },
      commit: () =>
        commit(() => {
          const stale = checks.some(({ key, versionstamp }) => {
            return this.#read(key).versionstamp !== versionstamp;
          });
          if (stale) return { ok: false };
          for (const write of writes) write();
          return { ok: true };
        }),
    };
    return operation;
  }

  async *#list(prefix: Deno.KvKey) {
    for (const [text, { value, versionstamp }] of [...this.#entries]) {
      const key: Deno.KvKey = JSON.parse(text);
      if (prefix.every((part, index) => key[index] === part)) yield { key, value, versionstamp };
    }
  }
}
