/** What each client address uses: kept in memory only, forgotten when it no longer matters. */
import type { Clock } from "../clock.ts";
import type { Limits } from "./limits.ts";
import { atMost, type Bucket, fullBucket, giveBack, perMinute } from "./token_bucket.ts";
import { type Rate, refill, spend } from "./token_bucket.ts";

/** What an address may do only so often; `limits.ts` explains each. */
export type Budget = "joins" | "names" | "rooms" | "turn";

/** One client address, for as long as a socket of it is open. */
export interface Visitor {
  /** Whether a page opened the socket: a browser says where its page comes from (`Origin`). */
  readonly fromPage: boolean;
  /** Asks for one; `null`: granted, otherwise when to ask again, in milliseconds. */
  spend(budget: Budget): number | null;
  /** What was granted turned out not to be needed. */
  giveBack(budget: Budget): void;
  /** The socket is gone. */
  release(): void;
}

interface Usage {
  sockets: number;
  readonly buckets: Record<Budget, Bucket>;
}

const BUDGETS: readonly Budget[] = ["joins", "names", "rooms", "turn"];

export class Addresses {
  readonly #usages = new Map<string, Usage>();
  readonly #limits: Limits;
  readonly #rates: Readonly<Record<Budget, Rate>>;
  readonly #clock: Pick<Clock, "monotonic">;

  constructor(limits: Limits, clock: Pick<Clock, "monotonic">) {
    this.#limits = limits;
    this.#rates = {
      joins: perMinute(limits.joinsPerMinute),
      names: atMost(limits.namesPerMinute, 60),
      rooms: atMost(limits.newRoomsPerHour, 3_600),
      turn: perMinute(limits.turnPerMinute),
    };
    this.#clock = clock;
  }

  /** Lets one more socket of an address in, or not (`null`). */
  enter(address: string, { fromPage }: Pick<Visitor, "fromPage">): Visitor | null {
    const usage = this.#usages.get(address) ?? this.#fresh();
    if (usage.sockets >= this.#limits.socketsPerAddress) return null;
    usage.sockets++;
    this.#usages.set(address, usage);
    return new Visit(fromPage, { usage, addresses: this });
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

  /** Takes one of an address's budget; otherwise when to ask again, in milliseconds. */
  spend({ buckets }: Usage, budget: Budget): number | null {
    const spent = spend(buckets[budget], this.#rates[budget], 1, this.#clock.monotonic());
    buckets[budget] = spent.bucket;
    return spent.ok ? null : spent.retryInMs;
  }

  giveBack({ buckets }: Usage, budget: Budget): void {
    buckets[budget] = giveBack(buckets[budget], this.#rates[budget]);
  }

  #fresh(): Usage {
    const now = this.#clock.monotonic();
    const { joins, names, rooms, turn } = this.#rates;
    return {
      sockets: 0,
      buckets: {
        joins: fullBucket(joins, now),
        names: fullBucket(names, now),
        rooms: fullBucket(rooms, now),
        turn: fullBucket(turn, now),
      },
    };
  }

  #isFull({ buckets }: Usage): boolean {
    const now = this.#clock.monotonic();
    return BUDGETS.every((budget) => {
      const rate = this.#rates[budget];
      return refill(buckets[budget], rate, now).tokens >= rate.burst;
    });
  }
}

/** A class, not closures: there is one for every socket. */
class Visit implements Visitor {
  readonly fromPage: boolean;
  readonly #usage: Usage;
  readonly #addresses: Addresses;
  #released = false;

  constructor(
    fromPage: boolean,
    { usage, addresses }: { readonly usage: Usage; readonly addresses: Addresses },
  ) {
    this.fromPage = fromPage;
    this.#usage = usage;
    this.#addresses = addresses;
  }

  spend(budget: Budget): number | null {
    return this.#addresses.spend(this.#usage, budget);
  }

  giveBack(budget: Budget): void {
    this.#addresses.giveBack(this.#usage, budget);
  }

  release(): void {
    if (!this.#released) this.#usage.sockets--;
    this.#released = true;
  }
}
