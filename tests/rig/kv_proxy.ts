/** Stands between an app and a KV Connect server, and does to its calls what networks do. */
import { pause, systemClock } from "../../signaling/clock.ts";
import type { AppStore } from "./app.ts";

/** What may happen to one call. */
export type Fate =
  | "pass"
  /** It never reaches the server: the caller gets 503. */
  | "away"
  /** The server does it, and the caller never learns: 503 instead of the answer. */
  | "answer-lost";

export interface Call {
  /** `atomic_write`, `snapshot_read`, `watch` or empty for the metadata. */
  readonly name: string;
  /** Counted by name, from 1. */
  readonly count: number;
}

export interface KvProxy extends AsyncDisposable {
  /** What an app has to know to use the KV through this proxy. */
  readonly store: AppStore;
  /** How long each call is held before it is passed on, ms; change it at any time. */
  delayMs: number;
  /** Decides about each call; change it at any time. Default: all pass. */
  fate: (call: Call) => Fate;
  /** Calls so far by name. */
  readonly calls: ReadonlyMap<string, number>;
}

/** Starts a proxy on a free port of the loopback interface. */
export function startKvProxy(store: AppStore): KvProxy {
  if (!("url" in store)) throw new Error("Cannot stand before a SQLite file");
  const { url, token } = store;
  const calls = new Map<string, number>();
  const pending = new AbortController();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { pathname } = new URL(request.url);
    const name = pathname.split("/").at(-1) ?? "";
    const count = (calls.get(name) ?? 0) + 1;
    calls.set(name, count);
    const body = await request.arrayBuffer();
    const headers = new Headers(request.headers);
    for (const own of ["host", "content-length"]) headers.delete(own);
    const fate = proxy.fate({ name, count });
    if (proxy.delayMs > 0) await pause(systemClock, proxy.delayMs);
    if (fate === "away") return new Response("away", { status: 503 });
    try {
      const answer = await fetch(new URL(pathname, url), {
        method: request.method,
        headers,
        signal: pending.signal,
        ...request.method === "GET" ? {} : { body },
      });
      if (fate === "pass") return answer;
      await answer.body?.cancel();
    } catch {
      // The server itself is away.
    }
    return new Response("away", { status: 503 });
  });
  const proxy: KvProxy = {
    store: { url: `http://127.0.0.1:${server.addr.port}`, token },
    delayMs: 0,
    fate: () => "pass",
    calls,
    async [Symbol.asyncDispose]() {
      pending.abort();
      await server.shutdown();
    },
  };
  return proxy;
}
