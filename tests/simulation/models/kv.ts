/**
 * The part of Deno.Kv that the server uses, with bad days: one store, and for each instance a client
 * with latency that can be cut off, fail, or lose answers.
 */
import type { Actor } from "./actor.ts";
import type { Chance } from "./random.ts";

export interface Row {
  readonly key: Deno.KvKey;
  readonly value: unknown;
  readonly versionstamp: string;
}

/** How the store treats those who ask. */
export interface KvMood {
  /** One way, ms. */
  latencyMs: number;
  /** `away`: calls wait until it is back, as Deno's client does; `failing`: they reject. */
  state: "well" | "away" | "failing";
  /** Share of writes whose answer is lost; Deno's client repeats such a write by itself. */
  lostAnswers: number;
}

/** The rows and their versions; what all clients see. */
export class KvStore {
  readonly mood: KvMood = { latencyMs: 2, state: "well", lostAnswers: 0 };
  readonly #rows = new Map<string, Row>();
  readonly #watchers = new Set<(name: string) => void>();
  readonly #waiting: (() => void)[] = [];
  #version = 0;

  get(key: Deno.KvKey): Row | undefined {
    return this.#rows.get(nameOf(key));
  }

  /** Rows below a prefix, in the order of their keys. */
  list(prefix: Deno.KvKey): Row[] {
    const found = [...this.#rows.values()].filter(({ key }) =>
      key.length > prefix.length && prefix.every((part, index) => part === key[index])
    );
    return found.sort((a, b) => compareKeys(a.key, b.key));
  }

  /** Checks and writes as one. @returns the new version, or `null` when a check failed */
  commit(checks: readonly Deno.AtomicCheck[], changes: readonly KvChange[]): string | null {
    for (const { key, versionstamp } of checks) {
      if ((this.get(key)?.versionstamp ?? null) !== versionstamp) return null;
    }
    const versionstamp = String(++this.#version).padStart(20, "0");
    for (const { key, value } of changes) {
      const name = nameOf(key);
      if (value === undefined) this.#rows.delete(name);
      else this.#rows.set(name, { key: [...key], value: structuredClone(value), versionstamp });
    }
    for (const { key } of changes) for (const tell of [...this.#watchers]) tell(nameOf(key));
    return versionstamp;
  }

  watch(tell: (name: string) => void): () => void {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }

  setState(state: KvMood["state"]): void {
    this.mood.state = state;
    if (state === "well") { for (const go of this.#waiting.splice(0)) go(); }
  }

  /** Resolves when the store can be reached. */
  whenBack(go: () => void): void {
    this.#waiting.push(go);
  }
}

export interface KvChange {
  readonly key: Deno.KvKey;
  /** `undefined`: deleted. */
  readonly value: unknown;
}

/** Carries one call to the store and its answer back, in the mood of the moment. */
export function ask<T>(
  { store, actor, chance }: KvClientOptions,
  work: () => T,
  isWrite: boolean,
): Promise<T> {
  const { mood } = store;
  const { scheduler } = actor;
  return new Promise((resolve, reject) => {
    function travel(): number {
      return mood.latencyMs * chance.between(0.5, 1.5);
    }
    function go(): void {
      scheduler.after(travel(), () => {
        // The client of a dead process does not ask again.
        if (mood.state === "away") return store.whenBack(() => actor.after(travel(), go));
        if (mood.state === "failing") {
          return void actor.after(travel(), () => reject(new Error("Cannot reach the database")));
        }
        let answer: T;
        try {
          answer = work();
        } catch (error) {
          return void actor.after(travel(), () => reject(error));
        }
        const lost = isWrite && mood.lostAnswers > 0 && chance.happens(mood.lostAnswers);
        // Half of those who hear no answer ask again, the others tell their caller.
        if (lost && chance.happens(0.5)) return void actor.after(50 + travel(), go);
        if (lost) {
          return void actor.after(50, () => reject(new Error("Cannot tell what was written")));
        }
        actor.after(travel(), () => resolve(answer));
      });
    }
    go();
  });
}

export interface KvClientOptions {
  readonly store: KvStore;
  /** The instance that asks. */
  readonly actor: Actor;
  readonly chance: Chance;
}

export function nameOf(key: Deno.KvKey): string {
  return JSON.stringify(key);
}

/** Numbers and text; the order of kinds is Deno's (text before numbers). */
function compareKeys(a: Deno.KvKey, b: Deno.KvKey): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const one = a[i], other = b[i];
    if (one === other) continue;
    if (typeof one === "number" && typeof other === "number") return one - other;
    if (typeof one !== typeof other) return typeof one === "number" ? 1 : -1;
    return String(one) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
