/**
 * A process full of pages: `crowd_main.ts '{"name":…,"urls":[…],"people":…,"inCalls":…}'`. Says what
 * happens to them in lines of JSON, and ends when it is told to by being ended.
 */
import { pause, Someone } from "./someone.ts";

export interface CrowdPlan {
  readonly name: string;
  readonly urls: readonly string[];
  readonly people: number;
  /** How many of them sit in rooms of two. */
  readonly inCalls: number;
}

/** What a crowd says. */
export type CrowdNews =
  /** Everybody is there (again): when sockets opened and people were seated, by the wall clock. */
  | {
    readonly news: "back";
    readonly opened: readonly number[];
    readonly seated: readonly number[];
    /** Joins that were sent again, since the news before. */
    readonly refused: number;
  }
  /** Each of a pair has heard the other: so many pairs. */
  | { readonly news: "heard"; readonly pairs: number };

const PING_EVERY_MS = 5_000;
/** Pings leave in so many parts, not all at once. */
const PARTS = 100;
/** Sockets being opened at the same time. */
const AT_ONCE = 50;
/** Whoever has not heard the friend says it again: signals for somebody who is away are dropped. */
const SAY_AGAIN_MS = 500;
/** While somebody is missing, that is said on stderr this often. */
const PROGRESS_MS = 10_000;
const CANDIDATE = {
  candidate: "candidate:3615097086 1 udp 2122194687 192.0.2.2 52165 typ host generation 0",
  ...{ sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "ODOM" },
};

class Crowd {
  readonly #people: Someone[] = [];
  readonly #away = new Set<Someone>();
  readonly #unseated = new Set<Someone>();
  readonly #deaf = new Set<Someone>();
  #opened: number[] = [];
  #seated: number[] = [];
  #refused = 0;
  #complete = false;

  constructor({ name, urls, people, inCalls }: CrowdPlan) {
    for (let index = 0; index < people; index++) {
      const room = index < inCalls ? `${name} ${index >> 1}` : null;
      // Of the pairs, as many on any two instances as on any other two, or on one.
      const pair = index >> 1;
      const seated = index % 2 === 0 ? pair : Math.floor(pair / urls.length);
      const first = room === null ? index : seated;
      const order = urls.map((_, turn) => urls[(first + turn) % urls.length] ?? "");
      const who = new Someone({ name: `${name}-${index}`, urls: order, room, listener: this });
      this.#people.push(who);
    }
  }

  async start(): Promise<void> {
    for (const someone of this.#people) {
      this.#away.add(someone);
      if (someone.room !== null) this.#unseated.add(someone);
    }
    this.#beginPinging();
    setInterval(() => {
      if (this.#complete) return;
      console.error(
        `missing: ${this.#away.size} sockets, ${this.#unseated.size} seats; ${this.#refused} refused`,
      );
    }, PROGRESS_MS);
    const left = [...this.#people];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await next.start();
    }));
  }

  open(someone: Someone): void {
    if (this.#away.delete(someone)) this.#opened.push(Date.now());
    this.#look();
  }

  seated(someone: Someone): void {
    if (this.#unseated.delete(someone)) this.#seated.push(Date.now());
    this.#look();
  }

  lost(someone: Someone): void {
    this.#complete = false;
    this.#away.add(someone);
    if (someone.room !== null) this.#unseated.add(someone);
  }

  refused(): void {
    this.#refused++;
  }

  heard(someone: Someone, text: string): void {
    if (text.startsWith('{"type":"signal"')) this.#deaf.delete(someone);
  }

  /** Tells when everybody is there (again). */
  #look(): void {
    if (this.#complete || this.#away.size + this.#unseated.size > 0) return;
    this.#complete = true;
    const [opened, seated, refused] = [this.#opened, this.#seated, this.#refused];
    this.#refused = 0;
    this.#opened = [];
    this.#seated = [];
    tell({ news: "back", opened, seated, refused });
    void this.#speak();
  }

  /** Everybody in a call says something until everybody has heard the friend. */
  async #speak(): Promise<void> {
    const pairs = this.#people.filter(({ room }) => room !== null);
    for (const someone of pairs) this.#deaf.add(someone);
    while (this.#deaf.size > 0 && this.#complete) {
      for (const [index, someone] of pairs.entries()) {
        const friend = pairs[index ^ 1];
        if (friend === undefined || !this.#deaf.has(friend)) continue;
        const signal = { kind: "candidate", connection: "connection-1", candidate: CANDIDATE };
        someone.say({ type: "signal", to: friend.session, signal });
      }
      await pause(SAY_AGAIN_MS);
    }
    if (this.#complete) tell({ news: "heard", pairs: pairs.length / 2 });
  }

  #beginPinging(): void {
    let part = 0;
    setInterval(() => {
      part = (part + 1) % PARTS;
      for (let index = part; index < this.#people.length; index += PARTS) {
        this.#people[index]?.ping();
      }
    }, PING_EVERY_MS / PARTS);
  }
}

function tell(news: CrowdNews): void {
  console.log(JSON.stringify(news));
}

if (import.meta.main) {
  const plan: CrowdPlan = JSON.parse(Deno.args[0] ?? "");
  await new Crowd(plan).start();
}
