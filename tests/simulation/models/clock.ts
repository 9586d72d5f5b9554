/**
 * Virtual time for everybody: what is due next happens next, and between two events the promises
 * settle. Nothing here waits for real time, so a life of minutes takes milliseconds.
 */

/**
 * Turns of the microtask queue between two events. A chain of awaits longer than this goes on in the
 * next pause: still the same order every time.
 */
const TURNS = 32;

interface Entry {
  readonly at: number;
  readonly order: number;
  due: (() => void) | null;
}

export class Scheduler {
  /** ms since the life began. */
  now = 0;
  /** How many events happened. */
  steps = 0;
  readonly #heap: Entry[] = [];
  #order = 0;
  readonly #onError: (error: unknown) => void;

  /** @param onError told what an event threw; time goes on all the same */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** Calls `due` after `ms`. @returns the disposer */
  after(ms: number, due: () => void): () => void {
    const entry: Entry = { at: this.now + Math.max(0, ms), order: this.#order++, due };
    this.#push(entry);
    return () => {
      entry.due = null;
    };
  }

  /** Resolves after `ms`. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets time pass up to `until`; `look` is called after every event. */
  async run(until: number, look: () => boolean = goOn): Promise<void> {
    await settle();
    for (let entry = this.#heap[0]; entry !== undefined; entry = this.#heap[0]) {
      if (entry.at > until) break;
      this.#pop();
      const { due } = entry;
      if (due === null) continue;
      this.now = entry.at;
      this.steps++;
      entry.due = null;
      try {
        due();
      } catch (error) {
        this.#onError(error);
      }
      for (let turn = 0; turn < TURNS; turn++) await null;
      if (!look()) return;
    }
    this.now = Math.max(this.now, until);
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, entry)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    while (true) {
      let below = 2 * index + 1;
      const left = heap[below];
      if (left === undefined) break;
      const right = heap[below + 1];
      let least = left;
      if (right !== undefined && isBefore(right, left)) {
        least = right;
        below++;
      }
      if (isBefore(last, least)) break;
      heap[index] = least;
      index = below;
    }
    heap[index] = last;
  }
}

/** Lets the promises that can settle now settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await null;
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

function goOn(): boolean {
  return true;
}
