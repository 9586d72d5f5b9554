/** What a browser remembers: sessionStorage of a tab, IndexedDB of the browser, and its locks. */
import type { KeptSeat, SeatMemory } from "../../../../call/seat/memory.ts";
import type { KeyMemory } from "../../../../call/platform.ts";
import type { Actor } from "../actor.ts";
import type { Chance } from "../random.ts";

/** `sessionStorage`: survives a reload; a duplicated tab starts with a copy. */
export interface Tab {
  seat: KeptSeat | null;
  /** Keys of verified calls, by holder. */
  readonly keys: Map<string, string>;
}

export function newTab(): Tab {
  return { seat: null, keys: new Map() };
}

export function pageKeys({ keys }: Tab): KeyMemory {
  return {
    get: (holder) => keys.get(holder) ?? null,
    set: (holder, key) => void keys.set(holder, key),
  };
}

/** IndexedDB: survives everything, once a transaction is done. */
export interface Database {
  seats: readonly KeptSeat[];
}

/** A transaction takes this long, ms. */
const TRANSACTION_MS = [1, 15] as const;

export function pageMemory(
  { tab, database }: { readonly tab: Tab; readonly database: Database },
  actor: Actor,
  chance: Chance,
): SeatMemory {
  return {
    ofTab: () => tab.seat,
    setTab(seat) {
      tab.seat = seat;
    },
    ofBrowser: () => actor.answer(chance.between(...TRANSACTION_MS), () => database.seats),
    changeBrowser: (change) =>
      actor.answer(chance.between(...TRANSACTION_MS), () => {
        database.seats = change(database.seats);
      }),
  };
}

interface Wish {
  readonly actor: Actor;
  readonly grant: (done: () => void) => void;
}

/** Web Locks of one browser: exclusive, first come first served, freed when a page is gone. */
export class Locks {
  readonly #queues = new Map<string, Wish[]>();

  /** The page's `navigator.locks`. */
  of(actor: Actor): LockManager {
    const request = (
      name: string,
      second: LockOptions | LockGrantedCallback<unknown>,
      third?: LockGrantedCallback<unknown>,
    ) => {
      const options = typeof second === "function" ? {} : second;
      const callback = typeof second === "function" ? second : third;
      if (callback === undefined) return Promise.reject(new TypeError("Cannot lock: no callback"));
      return this.#request(name, options, { actor, callback });
    };
    return { request, query: () => Promise.resolve({ held: [], pending: [] }) } as LockManager;
  }

  #request(
    name: string,
    { signal, ifAvailable = false }: LockOptions,
    { actor, callback }: { actor: Actor; callback: LockGrantedCallback<unknown> },
  ): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    if (ifAvailable && queue.length > 0) return Promise.resolve(callback(null));
    return new Promise((resolve, reject) => {
      let granted = false;
      const wish: Wish = {
        actor,
        grant(done) {
          granted = true;
          actor.after(1, () => {
            Promise.resolve(callback({ name, mode: "exclusive" })).then(resolve, reject)
              .finally(done);
          });
        },
      };
      queue.push(wish);
      actor.onDeath(() => this.#leave(name, wish));
      signal?.addEventListener("abort", () => {
        if (granted) return;
        this.#leave(name, wish);
        reject(signal.reason);
      }, { once: true });
      if (queue[0] === wish) this.#grant(name);
    });
  }

  #grant(name: string): void {
    const head = this.#queues.get(name)?.[0];
    if (head !== undefined) head.grant(() => this.#leave(name, head));
  }

  #leave(name: string, wish: Wish): void {
    const queue = this.#queues.get(name);
    const index = queue?.indexOf(wish) ?? -1;
    if (queue === undefined || index < 0) return;
    queue.splice(index, 1);
    if (index === 0) this.#grant(name);
  }
}
