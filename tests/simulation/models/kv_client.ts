/** One instance's `Deno.Kv` onto the modelled store. */
import type { OpenKv } from "../../../signaling/store/open.ts";
import { ask, type KvChange, type KvClientOptions, type KvStore, nameOf, type Row } from "./kv.ts";

/** Opens the store for one instance. */
export function openKvClient(options: KvClientOptions & { readonly exclusive: boolean }): OpenKv {
  const { store } = options;
  const closing: (() => void)[] = [];
  let closed = false;

  function call<T>(work: () => T, isWrite = false): Promise<T> {
    if (closed) return Promise.reject(new Deno.errors.BadResource("Bad resource ID"));
    return ask(options, work, isWrite);
  }

  function write(checks: readonly Deno.AtomicCheck[], changes: readonly KvChange[]) {
    return call(() => {
      const versionstamp = store.commit(checks, changes);
      return versionstamp === null ? { ok: false } as const : { ok: true, versionstamp } as const;
    }, true);
  }

  const kv = {
    get: (key: Deno.KvKey) => call(() => entryOf(store, key)),
    set: (key: Deno.KvKey, value: unknown) => write([], [{ key, value }]),
    async *list({ prefix }: { prefix: Deno.KvKey }, { limit = Infinity } = {}) {
      const rows = await call(() => store.list(prefix).slice(0, limit));
      for (const row of rows) yield copyOf(row);
    },
    atomic: () => atomic(write),
    watch(keys: readonly Deno.KvKey[]) {
      const stream = watch(options, keys);
      closing.push(stream.end);
      return stream;
    },
  };

  function close(): void {
    closed = true;
    for (const end of closing) end();
  }
  return { kv: kv as unknown as OpenKv["kv"], exclusive: options.exclusive, close };
}

type Write = (
  checks: readonly Deno.AtomicCheck[],
  changes: readonly KvChange[],
) => Promise<{ ok: boolean }>;

function atomic(write: Write) {
  const checks: Deno.AtomicCheck[] = [];
  const changes: KvChange[] = [];
  const operation = {
    check(...more: Deno.AtomicCheck[]) {
      checks.push(...more.map(({ key, versionstamp }) => ({ key, versionstamp })));
      return operation;
    },
    set(key: Deno.KvKey, value: unknown) {
      changes.push({ key, value });
      return operation;
    },
    delete(key: Deno.KvKey) {
      changes.push({ key, value: undefined });
      return operation;
    },
    commit: () => write(checks, changes),
  };
  return operation;
}

/** A watch: the first answer at once, then one for however many changes there were. */
function watch({ store, actor }: KvClientOptions, keys: readonly Deno.KvKey[]) {
  const names = new Set(keys.map(nameOf));
  let news = true;
  let ended = false;
  let wake: (() => void) | null = null;

  function tell(): void {
    const { mood } = store;
    if (!news || wake === null || ended) return;
    if (mood.state !== "well") return store.whenBack(() => actor.after(mood.latencyMs, tell));
    const go = wake;
    wake = null;
    actor.after(mood.latencyMs, () => {
      news = false;
      go();
    });
  }

  const unwatch = store.watch((name) => {
    if (!names.has(name)) return;
    news = true;
    tell();
  });

  function end(): void {
    ended = true;
    unwatch();
    wake?.();
    wake = null;
  }

  async function read(): Promise<ReadableStreamReadResult<unknown>> {
    if (!ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        tell();
      });
    }
    if (ended) return { done: true, value: undefined };
    return { done: false, value: keys.map((key) => entryOf(store, key)) };
  }

  function cancel(): Promise<void> {
    end();
    return Promise.resolve();
  }
  return {
    end,
    getReader: () => ({ read, cancel, releaseLock() {} }),
    cancel,
    async *[Symbol.asyncIterator]() {
      for (let next = await read(); !next.done; next = await read()) yield next.value;
    },
  };
}

function entryOf(store: KvStore, key: Deno.KvKey) {
  const row = store.get(key);
  return row === undefined ? { key, value: null, versionstamp: null } : copyOf(row);
}

function copyOf({ key, value, versionstamp }: Row) {
  return { key: [...key], value: structuredClone(value), versionstamp };
}
