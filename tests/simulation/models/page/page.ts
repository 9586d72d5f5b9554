/** One life of a page: the real engine on a modelled platform. */
import { type CallOptions, createCall } from "../../../../call/engine.ts";
import type { ExtraContext } from "../../../../call/extras/extra.ts";
import { createExtras } from "../../../../call/extras/extras.ts";
import * as keeping from "../../../../call/media/keeping.ts";
import { createSteering } from "../../../../call/sending/steering.ts";
import type { Connect, Platform } from "../../../../call/platform.ts";
import { pause } from "../../../../signaling/clock.ts";
import { fakeEdges } from "../../../fakes/extra_edges.ts";
import { FakeFileStore } from "../../../fakes/file_store.ts";
import { Actor } from "../actor.ts";
import { addressOf } from "../network.ts";
import { pageFetch, pageWebSocket } from "../page_network.ts";
import { PeerConnection } from "../peer/peer_connection.ts";
import type { PeerOptions } from "../peer/peer_world.ts";
import { SocketEnd } from "../socket.ts";
import { Stream } from "../tracks.ts";
import type { Browser } from "./browser.ts";
import { pageDevices } from "./devices.ts";
import { pageKeys, pageMemory, type Tab } from "./storage.ts";

export type View = ReturnType<typeof createCall>;

/** A page without camera and microphone says "still here" twice a second. */
const CHANNEL_MS = 600;
/** Until a new window has gathered an address, ms. */
const LOOK_MS = 20;

export class Page {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly name: string;
  readonly actor: Actor;
  readonly connections = new Set<PeerConnection>();
  /** When sockets were opened, ms. */
  readonly socketsAt: number[] = [];
  readonly view: View;
  readonly #sockets = new Set<SocketEnd>();
  readonly #hints = new Set<() => void>();
  readonly #closing = new Set<() => void>();

  constructor(
    browser: Browser,
    tab: Tab,
    { then, name }: { then: CallOptions["then"]; name: string },
  ) {
    this.browser = browser;
    this.tab = tab;
    this.name = name;
    this.actor = new Actor(name, browser.world.scheduler, browser.clockErrorMs);
    const loadExtras = () =>
      Promise.resolve({
        createExtras: (context: ExtraContext) => createExtras(context, fakeEdges()),
      });
    const { asksFirst } = browser;
    const options = { then, asksFirst, socketUrl: "wss://duet.example/ws", loadExtras };
    this.view = createCall(options, this.#platform());
  }

  get alive(): boolean {
    return !this.actor.dead;
  }

  /** Whether something came over a data channel just now, ms of virtual time. */
  heardByChannel(now: number): boolean {
    for (const { receivedAt } of this.connections) if (now - receivedAt < CHANNEL_MS) return true;
    return false;
  }

  /** The network may have changed, or the page slept. */
  hint(): void {
    this.actor.run(() => this.#hints.forEach((changed) => changed()));
  }

  /** Closed or reloaded: the page may say goodbye, then the browser ends everything. */
  close(): void {
    if (!this.alive) return;
    this.actor.thaw();
    this.#closing.forEach((closing) => closing());
    for (const socket of this.#sockets) {
      if (socket.readyState === SocketEnd.OPEN) {
        socket.out?.send({ kind: "close", code: 1001, reason: "" });
      }
    }
    for (const connection of this.connections) connection.close();
    this.actor.die();
  }

  /** The process is gone: nobody says anything but its kernel. */
  kill(): void {
    this.actor.die();
  }

  #platform(): Platform {
    const { browser, actor } = this;
    const { world, habits, device } = browser;
    const chance = browser.chance.fork(this.name);
    const peer = { world: world.peers, actor, device, chance: chance.fork("peer"), habits };
    const { connections } = this;
    function connectFrom(options: PeerOptions): Connect {
      return (configuration) => {
        const made = new PeerConnection(options, configuration);
        connections.add(made);
        return made as unknown as RTCPeerConnection;
      };
    }
    async function findMove(known: ReadonlySet<string>): Promise<Connect | null> {
      await pause(actor.clock, LOOK_MS);
      if (!device.linkUp || known.has(addressOf(device))) return null;
      return connectFrom({ ...peer, habits: { ...habits, learnsMovesMs: 0 } });
    }
    const network = {
      ...{ network: world.network, site: world.site, actor, device },
      socketDelayMs: habits.socketDelayMs,
      onSocket: (socket: SocketEnd) => {
        this.#sockets.add(socket);
        socket.addEventListener("close", () => this.#sockets.delete(socket));
        this.socketsAt.push(world.scheduler.now);
      },
    };
    return {
      clock: actor.clock,
      random: chance.fork("random").next,
      newId: chance.fork("ids").newId,
      engine: habits.engine,
      WebSocket: pageWebSocket(network) as unknown as Platform["WebSocket"],
      fetch: pageFetch(network),
      connect: connectFrom(peer),
      MediaStream: Stream as unknown as Platform["MediaStream"],
      devices: pageDevices(browser.hardware, actor, chance.fork("devices")),
      loadKeeping: () => Promise.resolve(keeping),
      loadUpkeep: () => Promise.resolve({ createSteering, findMove }),
      choices: { get: () => null, set() {} },
      memory: pageMemory(
        { tab: this.tab, database: browser.database },
        actor,
        chance.fork("memory"),
      ),
      keys: pageKeys(this.tab),
      openFiles: () => Promise.resolve(new FakeFileStore()),
      locks: browser.locks?.of(actor),
      page: {
        onNetworkHint: (changed) => listen(this.#hints, changed),
        onClosing: (closing) => listen(this.#closing, closing),
      },
      chime() {},
      watchSpeech: () => () => {},
      reportBug: (what, error) => world.bug(`${this.name} reports: ${what}`, error),
    };
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
