/** What each client address uses: kept in memory only, forgotten when it no longer matters. */
import type { Clock } from "../clock.ts";
import type { Limits } from "./limits.ts";
import { type Bucket, fullBucket, perMinute, type Rate, refill, spend } from "./token_bucket.ts";

/** One client address, for as long as a socket of it is open. */
export interface Visitor {
  /** Asks to join; `null`: allowed, otherwise when to ask again, in milliseconds. */
  join(): number | null;
  /** Asks to hear of a full room or a bad name once more; `null`: allowed. */
  refusal(): number | null;
  /** The socket is gone. */
  release(): void;
}

interface Usage {
  sockets: number;
  joins: Bucket;
  refusals: Bucket;
}

export class Addresses {
  readonly #usages = new Map<string, Usage>();
  readonly #limits: Limits;
  readonly #joins: Rate;
  readonly #refusals: Rate;
  readonly #clock: Pick<Clock, "monotonic">;

  constructor(limits: Limits, clock: Pick<Clock, "monotonic">) {
    this.#limits = limits;
    this.#joins = perMinute(limits.joinsPerMinute);
    this.#refusals = perMinute(limits.refusalsPerMinute);
    this.#clock = clock;
  }

  /** Lets one more socket of an address in, or not (`null`). */
  enter(address: string): Visitor | null {
    const usage = this.#usages.get(address) ?? this.#fresh();
    if (usage.sockets >= this.#limits.socketsPerAddress) return null;
    usage.sockets++;
    this.#usages.set(address, usage);
    return new Visit(usage, this);
  }

  /** Forgets addresses without sockets whose buckets are full again. */
  sweep(): void {
    for (const [address, usage] of this.#usages) {
      if (usage.sockets === 0 && this.#isFull(usage)) this.#usages.delete(address);
    }
  }

  /** How many addresses are remembered. */
  get size(): number {
    return this.#usages.size;
  }

  #fresh(): Usage {
    const now = this.#clock.monotonic();
    return {
      sockets: 0,
      joins: fullBucket(this.#joins, now),
      refusals: fullBucket(this.#refusals, now),
    };
  }

  #isFull({ joins, refusals }: Usage): boolean {
    const now = this.#clock.monotonic();
    return refill(joins, this.#joins, now).tokens >= this.#joins.burst &&
      refill(refusals, this.#refusals, now).tokens >= this.#refusals.burst;
  }

  /** Takes one of an address's joins or refusals; otherwise when to ask again, in milliseconds. */
  spend(usage: Usage, kind: "joins" | "refusals"): number | null {
    const rate = kind === "joins" ? this.#joins : this.#refusals;
    const spent = spend(usage[kind], rate, 1, this.#clock.monotonic());
    usage[kind] = spent.bucket;
    return spent.ok ? null : spent.retryInMs;
  }
}

/** A class, not closures: there is one for every socket. */
class Visit implements Visitor {
  readonly #usage: Usage;
  readonly #addresses: Addresses;
  #released = false;

  constructor(usage: Usage, addresses: Addresses) {
    this.#usage = usage;
    this.#addresses = addresses;
  }

  join(): number | null {
    return this.#addresses.spend(this.#usage, "joins");
  }

  refusal(): number | null {
    return this.#addresses.spend(this.#usage, "refusals");
  }

  release(): void {
    if (!this.#released) this.#usage.sockets--;
    this.#released = true;
  }
}
