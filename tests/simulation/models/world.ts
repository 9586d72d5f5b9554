/** Everything of one life: time, network, site, and the peer connections' common ground. */
import { Scheduler } from "./clock.ts";
import { type Conditions, Network } from "./network.ts";
import type { Chance } from "./random.ts";
import { IceWorld } from "./peer/ice.ts";
import type { PeerConnection } from "./peer/peer_connection.ts";
import type { PeerWorld } from "./peer/peer_world.ts";
import { Site, type SiteOptions } from "./server.ts";

export interface WorldOptions extends Conditions, Pick<SiteOptions, "instances" | "exclusive"> {
  readonly clockErrorMs: number;
  readonly kvLatencyMs: number;
}

/** Something that must never happen, and what was seen. */
export interface Breach {
  readonly rule: string;
  readonly what: string;
  readonly atMs: number;
}

export class World {
  readonly scheduler: Scheduler;
  readonly network: Network;
  readonly site: Site;
  readonly peers: PeerWorld;
  readonly chance: Chance;
  readonly breaches: Breach[] = [];

  constructor(options: WorldOptions, chance: Chance) {
    this.chance = chance;
    this.scheduler = new Scheduler((error) => this.bug("an event threw", error));
    this.network = new Network(this.scheduler, options);
    this.site = new Site({
      ...options,
      network: this.network,
      chance: chance.fork("site"),
      onBug: (what) => this.breach("no bugs", what),
    });
    this.site.store.mood.latencyMs = options.kvLatencyMs;
    const byIce: PeerWorld["byIce"] = new Map();
    this.peers = {
      network: this.network,
      ice: new IceWorld(),
      byIce,
      device: (pc: PeerConnection) => pc.device.name,
    };
    this.network.onChange(() => {
      for (const ice of [...this.peers.ice.all]) {
        ice.look();
        byIce.get(ice)?.mediaChanged();
      }
    });
  }

  /** A rule does not hold. */
  breach(rule: string, what: string): void {
    if (this.breaches.some((known) => known.rule === rule)) return;
    this.breaches.push({ rule, what, atMs: this.scheduler.now });
  }

  bug(what: string, error: unknown): void {
    const words = error instanceof Error ? error.stack ?? error.message : String(error);
    this.breach("no bugs", `${what}: ${words}`);
  }
}
