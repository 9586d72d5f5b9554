/**
 * A KV in memory that several instances share, each through a door of its own: there calls can be
 * slow, stand still, or lose their answers.
 */
import { pause, systemClock } from "../../signaling/clock.ts";
import type { OpenKv } from "../../signaling/store/open.ts";
import type { KvStore } from "../../signaling/store/kv_store.ts";

/**
 * What becomes of a call: `lost-before` never arrives, `lost-after` is done but its answer is lost,
 * and both fail; `unanswered` never even fails.
 */
export type Fate = "fine" | "lost-before" | "lost-after" | "unanswered";

export class AnswerLost extends Error {
  override readonly name = "AnswerLost";
}

/** One instance's way to the KV. */
export class KvDoor {
  /** Added to each call, half of it on each way, in milliseconds. */
  delayMs = 0;
  /** Decides about each read and each commit. */
  fate: (call: "get" | "commit") => Fate = () => "fine";
  #standing: PromiseWithResolvers<void> | null = null;
  readonly #real: Deno.Kv;

  constructor(real: Deno.Kv) {
    this.#real = real;
  }

  /** For `SignalingDeps`. */
  readonly openKv = (): Promise<OpenKv> => {
    return Promise.resolve({ kv: this.kv, exclusive: false, close() {} });
  };

  /** From now on nothing comes through, in either direction, until {@linkcode go}. */
  stop(): void {
    this.#standing ??= Promise.withResolvers();
  }

  go(): void {
    this.#standing?.resolve();
    this.#standing = null;
  }

  get kv(): KvStore {
    const real = this.#real;
    return {
      get: (key, options) => this.#call("get", () => real.get(key, options)),
      set: (key, value, options) => this.#call("commit", () => real.set(key, value, options)),
      atomic: () => {
        const operation = real.atomic();
        const commit = operation.commit.bind(operation);
        operation.commit = () => this.#call("commit", commit);
        return operation;
      },
      list: (selector, options) => this.#list(() => real.list(selector, options)),
      watch: (keys, options) => {
        const passing = new TransformStream({
          transform: async (entries, controller) => {
            await this.#pass();
            controller.enqueue(entries);
          },
        });
        return real.watch(keys, options).pipeThrough(passing);
      },
    };
  }

  async #call<T>(kind: "get" | "commit", call: () => Promise<T>): Promise<T> {
    const fate = this.fate(kind);
    await this.#pass();
    if (fate === "unanswered") return await new Promise(() => {});
    if (fate === "lost-before") throw new AnswerLost("the request never arrived");
    const answer = await call();
    await this.#pass();
    if (fate === "lost-after") throw new AnswerLost("the answer never arrived");
    return answer;
  }

  #list<T>(open: () => Deno.KvListIterator<T>): Deno.KvListIterator<T> {
    const pass = () => this.#pass();
    let real: Deno.KvListIterator<T> | null = null;
    const iterator: Deno.KvListIterator<T> = {
      get cursor() {
        return real?.cursor ?? "";
      },
      async next() {
        if (real === null) {
          await pass();
          real = open();
          await pass();
        }
        return await real.next();
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  async #pass(): Promise<void> {
    while (this.#standing !== null) await this.#standing.promise;
    if (this.delayMs > 0) await pause(systemClock, this.delayMs / 2);
  }
}

export class ModelKv implements Disposable {
  readonly real: Deno.Kv;

  private constructor(real: Deno.Kv) {
    this.real = real;
  }

  static async open(): Promise<ModelKv> {
    return new ModelKv(await Deno.openKv(":memory:"));
  }

  door(): KvDoor {
    return new KvDoor(this.real);
  }

  [Symbol.dispose](): void {
    this.real.close();
  }
}
