/**
 * `Deno.serve` that stays. A failed `accept` (no file descriptor left: EMFILE) ends Deno's listener
 * for good, and unheard that ends the process. Here it listens again as soon as it can; connections
 * that were there before go on meanwhile.
 */
import type { Clock } from "../signaling/clock.ts";
import { describeError, type Log } from "../signaling/telemetry/log.ts";

/** As much of a server as is used; tests have their own. */
export interface Server {
  readonly addr: Deno.NetAddr;
  /** Rejects when the listener is lost. */
  readonly finished: Promise<void>;
  shutdown(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly handler: Deno.ServeHandler;
  /** Told once, the first time. */
  readonly onListen: (port: number) => void;
  readonly log: Log;
  readonly clock: Clock;
  /** Starts a listener; throws when it cannot. */
  readonly serve?: (port: number, handler: Deno.ServeHandler) => Server;
  /** Whether nobody listens on a port; `null`: not needed, a lost listener is told. */
  readonly isFree?: ((port: number) => boolean) | null;
}

export interface Listening {
  /** Listens no more, and resolves when the requests under way are answered. */
  shutdown(): Promise<void>;
}

/** Soon enough for people, seldom enough to cost nothing while descriptors are still missing. */
const RELISTEN_MS = 250;
/** Whoever served a request and lost no listener for this long is well again. */
const STEADY_MS = 5_000;
/** How often older Denos are looked after, which do not tell that they lost their listener. */
const WATCH_MS = 1_000;
/** The first Deno that tells at once; tried with 2.5.6, 2.7.14 (don't), 2.8.0 and 2.9.6 (do). */
const TELLS_SINCE = { major: 2, minor: 8 };

/**
 * Listens until told to stop.
 *
 * @throws what `Deno.serve` throws the first time, such as {@linkcode Deno.errors.AddrInUse}
 */
export function keepListening(options: ListenOptions): Listening {
  const { handler, onListen, log, clock, serve = serveWithDeno } = options;
  const { isFree = tellsLostListener(Deno.version.deno) ? null : portIsFree } = options;
  let current: Server | null = null;
  let stopped = false;
  /** Since when there is trouble, by the monotonic clock. */
  let troubledAt: number | null = null;
  let lostAt = -Infinity;
  let cancelRetry: (() => void) | null = null;

  function listen(port: number): Server {
    const server = serve(port, (request, info) => {
      if (troubledAt !== null) tellIfWell(troubledAt);
      return handler(request, info);
    });
    current = server;
    server.finished.catch((error) => {
      if (current === server) onLost(error);
    });
    return server;
  }

  function onLost(error: unknown): void {
    if (stopped) return;
    current = null;
    lostAt = clock.monotonic();
    if (troubledAt === null) {
      troubledAt = lostAt;
      log("error", "listener-lost", describeError(error));
    }
    cancelRetry = clock.after(RELISTEN_MS, () => {
      try {
        listen(port);
      } catch (again) {
        onLost(again);
      }
    });
  }

  function tellIfWell(since: number): void {
    const now = clock.monotonic();
    if (now - lostAt < STEADY_MS) return;
    troubledAt = null;
    log("info", "listener-back", { ms: Math.round(now - since) });
  }

  const first = listen(options.port);
  const { port } = first.addr;
  onListen(port);
  const stopWatching = isFree === null ? null : clock.every(WATCH_MS, () => {
    if (current !== null && isFree(port)) onLost(new Error("Nobody listens"));
  });

  return {
    async shutdown() {
      stopped = true;
      stopWatching?.();
      cancelRetry?.();
      await current?.shutdown();
    },
  };
}

/** Whether this Deno rejects `finished` as soon as its listener is lost. */
export function tellsLostListener(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > TELLS_SINCE.major || (major === TELLS_SINCE.major && minor >= TELLS_SINCE.minor);
}

/** Compresses what a browser accepts compressed (RFC 9110, 12.5.3), pages included. */
function serveWithDeno(port: number, handler: Deno.ServeHandler): Server {
  return Deno.serve({ port, automaticCompression: true, onListen() {} }, handler);
}

/** Binds the port for a moment; with no descriptor left it may look taken. */
function portIsFree(port: number): boolean {
  try {
    Deno.listen({ port }).close();
    return true;
  } catch {
    return false;
  }
}
