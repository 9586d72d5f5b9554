/**
 * ICE (RFC 8445) of one peer connection: generations named by their ufrag, candidates, and the pair
 * in use. Times of `disconnected` and `failed` are those measured in browsers.
 */
import { addressOf, type Device, type Network, SERVER } from "../network.ts";
import type { Chance } from "../random.ts";
import type { Habits } from "./habits.ts";
import { carries, findPair, type Pair } from "./pairs.ts";
import { writeCandidate } from "./sdp.ts";

/** Measured: a frozen path shows as `disconnected` and `failed` after this long, ms. */
const DISCONNECTED_MS = [5_000, 10_000] as const;
const FAILED_MS = [15_000, 30_000] as const;
/** From a path's return to the first check on it, ms. */
const RECHECK_MS = [50, 500] as const;
/** Each candidate is gathered within this, ms. */
const GATHER_MS = [1, 20] as const;

export interface Generation {
  readonly ufrag: string;
  readonly addresses: Set<string>;
}

export interface IceOptions {
  readonly network: Network;
  readonly device: Device;
  readonly chance: Chance;
  readonly habits: Habits;
  readonly world: IceWorld;
  readonly candidate: (text: string | null, ufrag: string) => void;
  /** The state, the pair or the path changed. */
  readonly changed: () => void;
  /** A pair was nominated. */
  readonly nominated: (pair: Pair) => void;
}

/** Every connection of a life, by ufrag: what the packets would find. */
export class IceWorld {
  readonly byUfrag = new Map<string, Ice>();
  readonly all = new Set<Ice>();
}

export class Ice {
  state: RTCIceConnectionState = "new";
  gathering: RTCIceGatheringState = "new";
  local: Generation | null = null;
  remote: Generation | null = null;
  pair: Pair | null = null;
  closed = false;
  readonly options: IceOptions;
  /** Since when the pair's path is gone; `null`: it is there. */
  #lost = false;
  #age = 0;
  #nominating = "";

  constructor(options: IceOptions) {
    this.options = options;
    options.world.all.add(this);
  }

  get address(): string {
    return addressOf(this.options.device);
  }

  /** The name of its machine. */
  get device(): string {
    return this.options.device.name;
  }

  /** What the relay lends to this address. */
  get relayAddress(): string {
    return `${this.address}@relay`;
  }

  /** Starts a generation: gathers once, with the addresses of now. */
  gather(generation: Generation): void {
    const { world, network, chance, device, candidate, habits } = this.options;
    const { scheduler } = network;
    world.byUfrag.set(generation.ufrag, this);
    this.gathering = "gathering";
    const knownInMs = Math.max(0, device.movedAt + habits.learnsMovesMs - scheduler.now);
    const firstMs = knownInMs + chance.between(...GATHER_MS);
    const find = (address: string) => {
      generation.addresses.add(address);
      candidate(writeCandidate(address, generation.ufrag), generation.ufrag);
      this.look();
    };
    scheduler.after(firstMs, () => {
      if (!this.closed && device.linkUp) find(this.address);
    });
    // An allocation takes two round trips (RFC 8656).
    const relayMs = network.relay ? firstMs + 4 * network.delay(device.name, SERVER) : 0;
    if (network.relay) {
      scheduler.after(relayMs, () => {
        if (!this.closed && network.answers(device.name, SERVER)) find(this.relayAddress);
      });
    }
    scheduler.after(Math.max(relayMs, firstMs) + chance.between(...GATHER_MS), () => {
      if (this.closed) return;
      this.gathering = "complete";
      candidate(null, generation.ufrag);
    });
  }

  /** Both descriptions are applied: checks begin if a generation is new. */
  agree(local: Generation, remote: Generation): void {
    const isNew = this.local !== local || this.remote !== remote;
    this.local = local;
    this.remote = remote;
    if (!isNew) return;
    if (this.pair !== null && this.options.habits.restartDropsOldPath) this.pair = null;
    this.#nominating = "";
    if (this.pair === null || this.#lost || this.state === "failed") {
      this.#lost = this.pair !== null;
      this.#set("checking");
      this.#countDown(this.#age + 1);
    }
    this.look();
    const other = this.options.world.byUfrag.get(remote.ufrag);
    other?.look();
  }

  /** Whether packets from here reach the other end now. */
  get sends(): boolean {
    const { pair } = this;
    if (pair === null || this.closed) return false;
    if (this.state !== "connected" && this.state !== "completed") return false;
    return this.#passes(pair, false);
  }

  /** Whether this end has an address that works, as far as the machine itself knows. */
  get hasLocalPath(): boolean {
    const { device } = this.options;
    if (!device.linkUp) return false;
    if (this.pair === null) return this.local?.addresses.has(this.address) ?? false;
    const { relayed, addresses } = this.pair;
    return addresses[this.#index(this.pair)] === (relayed ? this.relayAddress : this.address);
  }

  /** The network or a description changed: looks at the pair in use, and for a better one. */
  look(): void {
    if (this.closed) return;
    const { network, chance, habits } = this.options;
    const { pair } = this;
    if (pair !== null) {
      const works = this.#passes(pair, true);
      if (!works && !this.#lost) {
        this.#lost = true;
        this.#countDown(++this.#age, habits.noticesOwnLossMs !== null && !this.hasLocalPath);
        this.options.changed();
      } else if (works && this.#lost && this.state !== "failed") {
        const age = this.#age;
        network.scheduler.after(chance.between(...RECHECK_MS), () => {
          if (age === this.#age && this.pair === pair && this.#passes(pair, true)) this.#found();
        });
      }
    }
    this.#nominate();
  }

  /** Nobody's machine answers here any more. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.state = "closed";
    this.#age++;
    this.options.world.all.delete(this);
    const other = this.pair?.ends[1 - this.#index(this.pair)];
    if (other !== undefined) this.options.network.scheduler.after(0, () => other.look());
  }

  #found(): void {
    this.#lost = false;
    this.#age++;
    this.#set("connected");
  }

  #countDown(age: number, atOnce = false): void {
    const { network: { scheduler }, chance, habits } = this.options;
    this.#age = age;
    const soonMs = atOnce ? habits.noticesOwnLossMs : null;
    scheduler.after(soonMs ?? chance.between(...DISCONNECTED_MS), () => {
      if (age === this.#age && this.state === "connected") this.#set("disconnected");
    });
    scheduler.after(chance.between(...FAILED_MS), () => {
      if (age === this.#age) this.#set("failed");
    });
  }

  #set(state: RTCIceConnectionState): void {
    if (this.closed || this.state === state) return;
    this.state = state;
    this.options.changed();
  }

  #nominate(): void {
    const { network, chance } = this.options;
    const pair = this.#pairToTry();
    if (pair === null) return;
    const [, other] = pair.ends;
    const name = `${pair.addresses.join()} ${pair.ufrags.join()}`;
    if (this.#nominating === name) return;
    this.#nominating = other.#nominating = name;
    const roundTripMs = 2 * network.delay(this.device, other.device);
    network.scheduler.after(1.5 * roundTripMs + chance.between(5, 30), () => {
      if (this.#nominating === name) this.#nominating = other.#nominating = "";
      const still = this.#pairToTry();
      if (still?.ends[1] !== other) return;
      for (const end of pair.ends) end.#select(still);
    });
  }

  #select(pair: Pair): void {
    this.pair = pair;
    this.#found();
    this.options.changed();
    this.options.nominated(pair);
  }

  /** The way that checks would find now, unless it is in use already. */
  #pairToTry(): Pair | null {
    const { local, remote } = this;
    const { world, network } = this.options;
    if (this.closed || local === null || remote === null || this.state === "failed") return null;
    const other = world.byUfrag.get(remote.ufrag);
    if (other === undefined || other.closed || other.state === "failed") return null;
    if (other.remote?.ufrag !== local.ufrag || other.local?.ufrag !== remote.ufrag) return null;
    if (this.pair?.ufrags.includes(local.ufrag) && other.pair === this.pair) return null;
    return findPair([this, other], network);
  }

  #index(pair: Pair): 0 | 1 {
    return pair.ends[0] === this ? 0 : 1;
  }

  #passes(pair: Pair, answered: boolean): boolean {
    return carries(pair, this, { network: this.options.network, answered });
  }
}
