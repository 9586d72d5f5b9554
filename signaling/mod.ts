/**
 * The signalling server: `createSignaling(readConfig(Deno.env.get))`, then `accept` for each request
 * at the WebSocket's address, and `stop` at the end. Creating it opens nothing, so a build may import
 * the app; `start` (or the first socket) opens KV.
 */
import { Addresses } from "./limits/addresses.ts";
import { type Clock, type Random, systemClock } from "./clock.ts";
import { steadyClock } from "./steady_clock.ts";
import type { KvTarget, SignalingConfig } from "./config/config.ts";
import { admit } from "./sockets/admission.ts";
import { createProvider } from "./ice/create_provider.ts";
import { type Instance, startInstance } from "./instance.ts";
import { MemoryWatch } from "./limits/memory.ts";
import { Opening } from "./opening.ts";
import { Relay } from "./relay/relay.ts";
import { isHandshake } from "./sockets/handshake.ts";
import { Leaving } from "./sockets/leaving.ts";
import { databaseProblem } from "./store/database_error.ts";
import { Unavailable } from "./store/patience.ts";
import { consoleLog, describeError, type Log } from "./telemetry/log.ts";
import { socketRates } from "./limits/socket_rates.ts";
import { turnAway } from "./sockets/outdated.ts";
import { SocketSession } from "./sockets/session.ts";
import { createTelemetry, type Telemetry } from "./telemetry/metrics.ts";
import { TIMINGS, type Timings } from "./timings.ts";
import { type Secrets, systemSecrets } from "./rooms/tokens.ts";
import { isFinal, type OpenKv, openKv } from "./store/open.ts";
import type { Services } from "./sockets/services.ts";

export { ENV_NAMES, readConfig, type SignalingConfig } from "./config/config.ts";
export { ConfigError } from "./config/env_reader.ts";
export { isHandshake };
export { residentBytes } from "./limits/memory.ts";
export { DatabaseUnusable } from "./store/database_error.ts";
export { DatabaseInUse } from "./store/file_lock.ts";

/** Turns the request at hand into a WebSocket: Fresh's `ctx.upgrade` or `Deno.upgradeWebSocket`. */
export type Upgrade = (options: Deno.UpgradeWebSocketOptions) => {
  readonly socket: WebSocket;
  readonly response: Response;
};

/** What tests replace. */
export interface SignalingDeps {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly timings?: Partial<Timings>;
  readonly telemetry?: Telemetry;
  readonly log?: Log;
  readonly secrets?: Secrets;
  /** Opens the KV a configuration names. */
  readonly openKv?: (target: KvTarget) => Promise<OpenKv>;
  /** Bytes this process holds; without it memory is not watched. */
  readonly memory?: () => number;
  /** Asks the TURN provider. */
  readonly fetch?: typeof fetch;
}

export interface Signaling {
  /**
   * Opens KV. Resolves when it is open; one that is away is tried again in the background, after
   * a first try of at most 2 s. `accept` begins it, too.
   *
   * @throws {DatabaseInUse} when another process has the SQLite file
   * @throws {DatabaseUnusable} when the SQLite file cannot be used
   * @throws {ConfigError} when a remote KV has no token
   */
  start(): Promise<void>;
  /** Answers a request for a socket: the upgrade's response, or 403, 429, 503. */
  accept(request: Request, info: Deno.ServeHandlerInfo, upgrade: Upgrade): Promise<Response>;
  /** `/healthz`: the process is alive. */
  health(): Response;
  /** `/readyz`: KV takes a write, answers, and the server is not stopping. */
  ready(): Promise<Response>;
  /** Tells every page, closes every socket, the watch and KV. Takes less than 3 s. */
  stop(): Promise<void>;
}

/** KV must answer `/readyz` within this. */
const READY_MS = 2_000;
/** What `/readyz` found is told again for this long: anybody may ask, and each look is a write. */
const READY_FRESH_MS = 1_000;
/** A KV that is only slow to open is waited for, before a page hears that it is away. */
const OPEN_PATIENCE_MS = 2_000;
/** A failing KV is logged once in this span. */
const KV_LOG_MS = 10_000;
/** A KV that is just being opened is closed in order, if it comes within this. */
const STOP_OPENING_MS = 1_000;
const BAD_REQUEST = { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } };
/** Pages return from a stopped server after at least this. */
const STOP_RETRY_MS = 200;

export function createSignaling(config: SignalingConfig, deps: SignalingDeps = {}): Signaling {
  const { clock: wall = systemClock, random = Math.random, log = consoleLog } = deps;
  const clock = steadyClock(wall);
  const { secrets = systemSecrets } = deps;
  const timings: Timings = { ...TIMINGS, ...deps.timings };
  const telemetry = deps.telemetry ?? createTelemetry();
  const id = secrets.newId();
  const sessions = new Set<SocketSession>();
  const addresses = new Addresses(config.limits, clock);
  const leaving = new Leaving(timings);
  const relay = new Relay(id, clock, telemetry);
  const { memory: read = () => 0 } = deps;
  const memory = new MemoryWatch({ limit: config.limits.memoryBytes, read, log });
  const opening = new Opening<Instance>({ open, clock, isFinal, onFailure: onKvFailure });
  const provider = createProvider(config.ice.provider, { ...deps, id, clock, telemetry, log });
  let stopping: Promise<void> | null = null;
  let looked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  let stopSweep: (() => void) | null = null;
  let kvLoggedAt = -Infinity;

  function onKvFailure(error: unknown): void {
    telemetry.kvFailure();
    const now = clock.monotonic();
    if (now - kvLoggedAt < KV_LOG_MS) return;
    kvLoggedAt = now;
    const problem = databaseProblem(error);
    const fields = { instance: id, ...describeError(error) };
    log("warn", "kv-failure", problem === null ? fields : { ...fields, problem });
  }

  function onBug(error: unknown): void {
    log("error", "bug", { instance: id, ...describeError(error) });
  }

  function onGone(session: SocketSession): void {
    if (sessions.delete(session)) telemetry.socketClosed();
  }

  /** No socket, no timer: an idle process sleeps. */
  function sweep(): void {
    const now = clock.monotonic();
    const bornMs = memory.check();
    for (const session of sessions) session.sweep(now, bornMs);
    leaving.sweep(now);
    addresses.sweep();
    if (sessions.size + leaving.size + addresses.size === 0) stopSweeping();
  }

  function beginSweeping(): void {
    stopSweep ??= clock.every(timings.sweepMs, sweep);
  }

  function stopSweeping(): void {
    stopSweep?.();
    stopSweep = null;
  }

  async function open(): Promise<Instance> {
    void provider?.refresh();
    const instance = await startInstance({
      ...{ id, config, clock, random, secrets, timings, telemetry, relay, onKvFailure },
      openKv: deps.openKv ?? openKv,
    });
    log("info", "ready", { instance: id, kv: config.kv.kind });
    void warnUnshared(instance);
    return instance;
  }

  /** People in the same room would wait for each other on different instances. */
  async function warnUnshared(instance: Instance): Promise<void> {
    if (!await instance.unshared) return;
    const reason = "no KV database is assigned to this app";
    log("error", "kv-not-shared", { instance: id, kv: config.kv.kind, reason });
  }

  const services: Services = {
    ...{ clock, wall, timings, limits: config.limits, rates: socketRates(config.limits) },
    ...{ secrets, telemetry, relay, leaving, ice: config.ice, provider, onBug },
    get open() {
      return opening.value !== null;
    },
    get rooms() {
      if (opening.value === null) throw new Unavailable("Cannot reach KV: it was never there");
      return opening.value.rooms;
    },
  };

  async function accept(request: Request, info: Deno.ServeHandlerInfo, upgrade: Upgrade) {
    if (opening.value === null) await opening.begin(OPEN_PATIENCE_MS).catch(() => null);
    if (!isHandshake(request.headers)) return new Response("Expected a WebSocket\n", BAD_REQUEST);
    const state = {
      ...{ stopping: stopping !== null, sockets: sessions.size + leaving.size, addresses },
      memoryFull: memory.full,
    };
    const admission = admit(request, info, { config, state });
    if (!admission.ok) {
      telemetry.refused(admission.refusal);
      return admission.response;
    }
    if (admission.outdated) {
      const { visitor, protocol } = admission;
      beginSweeping();
      return turnAway(upgrade({ protocol }), { visitor, leaving, now: clock.monotonic() });
    }
    const { visitor, protocol } = admission;
    try {
      const idleTimeout = timings.silentMs / 1_000;
      const { socket, response } = upgrade(protocol ? { protocol, idleTimeout } : { idleTimeout });
      sessions.add(new SocketSession(socket, { visitor, services, onGone }));
      telemetry.socketOpened();
      beginSweeping();
      return response;
    } catch (error) {
      visitor.release();
      throw error;
    }
  }

  /** Looks at most once at a time and once in a while, however many ask. */
  function kvIsReady(): Promise<boolean> {
    const now = clock.monotonic();
    if (looked !== null && now - looked.at < READY_FRESH_MS) return looked.answer;
    const answer = opening.begin(READY_MS).catch(() => null)
      .then((instance) => instance?.answers(READY_MS) ?? false);
    looked = { at: now, answer };
    return answer;
  }

  async function shutDown(): Promise<void> {
    const started = clock.monotonic();
    log("info", "stopping", { instance: id, sockets: sessions.size });
    relay.stop(clock.now() + timings.holdLostMs);
    for (const session of [...sessions]) {
      session.stop(Math.round(STOP_RETRY_MS + random() * timings.stopSpreadMs));
    }
    stopSweeping();
    opening.stop();
    provider?.stop();
    const instance = await opening.begin(STOP_OPENING_MS).catch(() => null);
    await instance?.stop();
    log("info", "stopped", { instance: id, ms: clock.monotonic() - started });
  }

  return {
    async start() {
      await opening.begin(OPEN_PATIENCE_MS);
    },
    accept,
    health: () => Response.json({ status: "alive" }),
    async ready() {
      const answers = stopping === null && await kvIsReady();
      const unshared = answers && await opening.value?.unshared;
      const status = stopping !== null
        ? "stopping"
        : !answers
        ? "kv-unavailable"
        : unshared
        ? "kv-not-shared"
        : "ready";
      // A failing provider is told, but turns nobody away: calls go on with STUN.
      const details = provider === null ? {} : { iceProvider: provider.state };
      return Response.json({ status, ...details }, { status: status === "ready" ? 200 : 503 });
    },
    stop() {
      stopping ??= shutDown();
      return stopping;
    },
  };
}
