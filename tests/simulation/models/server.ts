/** The site: one or two real signalling instances, and what stands in front of them. */
import { readConfig } from "../../../signaling/config/config.ts";
import { createSignaling, type Signaling } from "../../../signaling/mod.ts";
import { Actor } from "./actor.ts";
import { KvStore } from "./kv.ts";
import { openKvClient } from "./kv_client.ts";
import { type Device, type Network, SERVER } from "./network.ts";
import { NO_TELEMETRY } from "./no_telemetry.ts";
import type { Chance } from "./random.ts";
import { connect, SocketEnd } from "./socket.ts";

const ENV: Readonly<Record<string, string>> = {
  KV_URL: ":memory:",
  STUN_URLS: "stun:stun.duet.example",
};
const RELAY_ENV = { ...ENV, TURN_URLS: "turn:turn.duet.example", TURN_SECRET: "a secret" };
const CONFIGS = {
  direct: readConfig((name) => ENV[name]),
  relay: readConfig((name) => (RELAY_ENV as Readonly<Record<string, string>>)[name]),
};
const ORIGIN = "https://duet.example";
/** A process that starts takes this long before it answers, ms. */
const START_MS = 300;
/** A stopping process is killed after this, ms. */
const GRACE_MS = 5_000;

export interface SiteOptions {
  readonly network: Network;
  readonly chance: Chance;
  readonly instances: 1 | 2;
  /** Whether the one instance has a database file of its own. */
  readonly exclusive: boolean;
  /** How wrong the instances' clocks are, ms. */
  readonly clockErrorMs: number;
  /** Told of what the server calls a bug. */
  readonly onBug: (what: string) => void;
}

interface Running {
  readonly actor: Actor;
  readonly signaling: Signaling;
}

export class Site {
  readonly store = new KvStore();
  /** A status with which every upgrade is refused, as a busy server or a proxy does. */
  refusing: 403 | 429 | 503 | null = null;
  readonly #options: SiteOptions;
  readonly #running: (Running | null)[] = [];
  readonly #wanted = new Set<number>();
  #started = 0;

  constructor(options: SiteOptions) {
    this.#options = options;
    for (let index = 0; index < options.instances; index++) this.start(index);
  }

  get instances(): number {
    return this.#running.length;
  }

  /** Starts an instance; one that is still stopping, as soon as it has. */
  start(index: number): void {
    if (this.#running[index] != null) {
      this.#wanted.add(index);
      return;
    }
    this.#wanted.delete(index);
    const { network, chance, exclusive, clockErrorMs, onBug } = this.#options;
    const own = chance.fork(`instance ${this.#started}`);
    const actor = new Actor(
      `instance ${++this.#started}`,
      network.scheduler,
      index === 0 ? 0 : clockErrorMs,
    );
    const signaling = createSignaling(network.relay ? CONFIGS.relay : CONFIGS.direct, {
      clock: actor.clock,
      random: own.next,
      secrets: { newToken: own.newId, newId: () => own.newId().slice(0, 12) },
      telemetry: NO_TELEMETRY,
      log(_level, event, fields) {
        if (event === "bug") onBug(`server: ${fields?.error} ${fields?.stack}`);
      },
      openKv: () =>
        actor.answer(1, () => {
          if (exclusive && this.store.mood.state === "failing") throw new Error("Cannot open");
          return openKvClient({ store: this.store, actor, chance: own.fork("kv"), exclusive });
        }),
    });
    this.#running[index] = { actor, signaling };
  }

  /** Ends the process without a word. */
  kill(index: number): void {
    this.#running[index]?.actor.die();
    this.#running[index] = null;
    if (this.#wanted.has(index)) this.start(index);
  }

  /** Stops it in order, as a deployment does. */
  stop(index: number): void {
    const running = this.#running[index];
    if (running == null) return;
    const end = () => {
      if (this.#running[index] === running) this.kill(index);
    };
    running.actor.run(() => void running.signaling.stop().then(end, end));
    this.#options.network.scheduler.after(GRACE_MS, end);
  }

  /** The platform wants it to run again. */
  restart(index: number): void {
    this.#options.network.scheduler.after(START_MS, () => this.start(index));
  }

  pause(index: number): void {
    this.#running[index]?.actor.freeze();
  }

  /** Somebody sets its clock. */
  setClock(index: number, ms: number): void {
    const actor = this.#running[index]?.actor;
    if (actor !== undefined) actor.clockErrorMs += ms;
  }

  resume(index: number): void {
    this.#running[index]?.actor.thaw();
  }

  /** Whether anybody answers at all. */
  get reachable(): boolean {
    return this.#running.some((running) => running != null && !running.actor.frozen);
  }

  /** A SYN of a page's socket came through: a handshake, a refusal, or a reset. */
  open(near: SocketEnd, page: { actor: Actor; device: Device; protocol: string }): void {
    const { network } = this.#options;
    const { device, protocol } = page;
    const running = this.#pick();
    const refuse = () => this.#answer(device, () => near.end(1006, ""));
    if (running === null || this.refusing !== null) return refuse();
    const { actor, signaling } = running;
    const headers = new Headers({
      host: new URL(ORIGIN).host,
      origin: ORIGIN,
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
      "sec-websocket-protocol": protocol,
    });
    const request = { url: `${ORIGIN}/ws`, headers } as Request;
    const remoteAddr = { transport: "tcp", hostname: device.name, port: 1 } as const;
    const info = { remoteAddr, completed: Promise.resolve() };
    actor.run(() => {
      signaling.accept(request, info, ({ idleTimeout = 30, protocol: agreed = "" }) => {
        const socket = connect({
          ...{ network, device, page: page.actor, server: actor, near },
          ...{ idleTimeoutMs: idleTimeout * 1_000, protocol: agreed },
        });
        return {
          socket: socket as unknown as WebSocket,
          response: { status: 101 } as Response,
        };
      }).then(({ status }) => {
        if (status !== 101) refuse();
      }, refuse);
    });
  }

  /** `/healthz` for a request that came through. */
  health(device: Device, answer: (ok: boolean) => void): void {
    const running = this.#pick();
    if (running === null) return this.#answer(device, () => answer(false));
    running.actor.run(() => this.#answer(device, () => answer(true)));
  }

  #pick(): Running | null {
    const alive = this.#running.filter((running) => running != null);
    return alive.length === 0 ? null : this.#options.chance.pick(alive);
  }

  #answer(device: Device, work: () => void): void {
    const { network } = this.#options;
    network.scheduler.after(network.delay(SERVER, device.name), () => {
      if (network.passes(SERVER, device.name)) work();
    });
  }
}
