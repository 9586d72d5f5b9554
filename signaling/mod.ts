/**
 * The signalling server: `createSignaling(readConfig(Deno.env.get))`, then `accept` for each request
 * at the WebSocket's address, and `stop` at the end. Creating it opens nothing, so a build may import
 * the app; `start` (or the first socket) opens KV.
 */
import { Addresses } from "./limits/addresses.ts";
import { type Clock, type Random, systemClock } from "./clock.ts";
import type { KvTarget, SignalingConfig } from "./config/config.ts";
import { admit } from "./sockets/admission.ts";
import { createProvider } from "./ice/create_provider.ts";
import { type Instance, startInstance } from "./instance.ts";
import { consoleLog, describeError, type Log } from "./telemetry/log.ts";
import { socketRates } from "./limits/socket_rates.ts";
import { turnAway } from "./sockets/outdated.ts";
import { SocketSession } from "./sockets/session.ts";
import { createTelemetry, type Telemetry } from "./telemetry/metrics.ts";
import { TIMINGS, type Timings } from "./timings.ts";
import { type Secrets, systemSecrets } from "./rooms/tokens.ts";
import { type OpenKv, openKv } from "./store/open.ts";
import type { Services } from "./sockets/services.ts";

export { ENV_NAMES, readConfig, type SignalingConfig } from "./config/config.ts";
export { ConfigError } from "./config/env_reader.ts";
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
  /** Asks the TURN provider. */
  readonly fetch?: typeof fetch;
}

export interface Signaling {
  /**
   * Opens KV. Called by `accept` when needed; call it first to fail early.
   *
   * @throws {DatabaseInUse} when another process has the SQLite file
   */
  start(): Promise<void>;
  /** Answers a request for a socket: the upgrade's response, or 403, 429, 503. */
  accept(request: Request, info: Deno.ServeHandlerInfo, upgrade: Upgrade): Promise<Response>;
  /** `/healthz`: the process is alive. */
  health(): Response;
  /** `/readyz`: KV answers and the server is not stopping. */
  ready(): Promise<Response>;
  /** Tells every page, closes every socket, the watch and KV. Takes less than 3 s. */
  stop(): Promise<void>;
}

interface Running {
  readonly instance: Instance;
  readonly services: Services;
}

/** KV must answer `/readyz` within this. */
const READY_MS = 2_000;
/** A failing KV is logged once in this span. */
const KV_LOG_MS = 10_000;
/** Pages return from a stopped server after at least this. */
const STOP_RETRY_MS = 200;

export function createSignaling(config: SignalingConfig, deps: SignalingDeps = {}): Signaling {
  const { clock = systemClock, random = Math.random, log = consoleLog } = deps;
  const { secrets = systemSecrets } = deps;
  const timings: Timings = { ...TIMINGS, ...deps.timings };
  const telemetry = deps.telemetry ?? createTelemetry();
  const id = secrets.newId();
  const sessions = new Set<SocketSession>();
  const addresses = new Addresses(config.limits, clock);
  const rates = socketRates(config.limits);
  const provider = createProvider(config.ice.provider, { ...deps, id, clock, telemetry, log });
  let starting: Promise<Running> | null = null;
  let stopping: Promise<void> | null = null;
  let stopSweep: (() => void) | null = null;
  let kvLoggedAt = -Infinity;

  function onKvFailure(error: unknown): void {
    telemetry.kvFailure();
    const now = clock.monotonic();
    if (now - kvLoggedAt < KV_LOG_MS) return;
    kvLoggedAt = now;
    log("warn", "kv-failure", { instance: id, ...describeError(error) });
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
    for (const session of sessions) session.sweep(now);
    addresses.sweep();
    if (sessions.size === 0 && addresses.size === 0) stopSweeping();
  }

  function stopSweeping(): void {
    stopSweep?.();
    stopSweep = null;
  }

  /** People in the same room would wait for each other on different instances. */
  async function warnUnshared(instance: Instance): Promise<void> {
    if (await instance.unshared) {
      const reason = "no KV database is assigned to this app";
      log("error", "kv-not-shared", { instance: id, kv: config.kv.kind, reason });
    }
  }

  function open(): Promise<Running> {
    if (starting === null) void provider?.refresh();
    starting ??= startInstance({
      ...{ id, config, clock, random, secrets, timings, telemetry, onKvFailure },
      openKv: deps.openKv ?? openKv,
    })
      .then((instance) => {
        log("info", "ready", { instance: id, kv: config.kv.kind });
        void warnUnshared(instance);
        return { instance, services: servicesOf(instance) };
      }, (error) => {
        starting = null;
        throw error;
      });
    return starting;
  }

  function servicesOf({ relay, rooms }: Instance): Services {
    const { limits, ice } = config;
    return {
      clock,
      timings,
      limits,
      rates,
      secrets,
      telemetry,
      relay,
      rooms,
      ice,
      provider,
      onBug,
    };
  }

  async function accept(request: Request, info: Deno.ServeHandlerInfo, upgrade: Upgrade) {
    const { services } = await open();
    const state = { stopping: stopping !== null, sockets: sessions.size, addresses };
    const admission = admit(request, info, { config, state });
    if (!admission.ok) {
      telemetry.refused(admission.refusal);
      return admission.response;
    }
    if (admission.outdated) {
      return turnAway(upgrade({ protocol: admission.protocol }), admission.visitor);
    }
    const { visitor, protocol } = admission;
    try {
      const idleTimeout = timings.silentMs / 1_000;
      const { socket, response } = upgrade(protocol ? { protocol, idleTimeout } : { idleTimeout });
      sessions.add(new SocketSession(socket, { visitor, services, onGone }));
      telemetry.socketOpened();
      stopSweep ??= clock.every(timings.sweepMs, sweep);
      return response;
    } catch (error) {
      visitor.release();
      throw error;
    }
  }

  async function shutDown(): Promise<void> {
    const started = clock.monotonic();
    log("info", "stopping", { instance: id, sockets: sessions.size });
    for (const session of [...sessions]) {
      session.stop(Math.round(STOP_RETRY_MS + random() * timings.stopSpreadMs));
    }
    stopSweeping();
    provider?.stop();
    const running = await starting?.catch(() => null);
    await running?.instance.stop();
    log("info", "stopped", { instance: id, ms: clock.monotonic() - started });
  }

  return {
    async start() {
      await open();
    },
    accept,
    health: () => Response.json({ status: "alive" }),
    async ready() {
      const running = stopping === null ? await open().catch(() => null) : null;
      const answers = await running?.instance.answers(READY_MS) ?? false;
      const unshared = answers && await running?.instance.unshared;
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
