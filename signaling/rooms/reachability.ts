/** Finds out whether a seat that says `present` still has somebody on it. */
import { type Clock, pause } from "../clock.ts";
import type { Mail } from "../relay/mail.ts";
import { within } from "../store/patience.ts";
import { challengePatienceMs, echoAfterMs } from "./challenge_patience.ts";
import type { Place } from "./room.ts";
import type { Finding } from "./seat_status.ts";

/** What an instance says of a seating of its own: `null`, it has a socket; else until when it is kept. */
export type Verdict = number | null;

export interface Checker {
  /** What is known without asking anybody. */
  glance(place: Place): Finding | "unknown";
  /** Asks whoever must be asked. Never rejects. */
  check(place: Place): Promise<Finding | "silent">;
}

/** The seat of somebody who is surely gone is free for anyone at once. */
export const FREE_AT_ONCE = 0;

export interface SoleOptions {
  readonly me: string;
  readonly clock: Clock;
  readonly local: (seating: string) => Verdict;
  /** Seats of a former process are held so long from now on. */
  readonly holdMs: number;
}

/**
 * For a KV that this process alone uses: everybody on another instance was on a former process of
 * ours, and gets the usual hold from our start to come back.
 */
export function soleInstance({ me, clock, local, holdMs }: SoleOptions): Checker {
  const heldUntil = clock.monotonic() + holdMs;
  function glance({ instance, seating }: Place): Finding {
    if (instance === me) return findingOf(local(seating));
    return { kind: "gone", until: clock.now() + heldUntil - clock.monotonic() };
  }
  return { glance, check: (place) => Promise.resolve(glance(place)) };
}

export interface ChallengerOptions {
  readonly me: string;
  readonly clock: Clock;
  /** The least patience for one try. */
  readonly challengeMs: number;
  /** How long one call of KV takes just now, in milliseconds. */
  readonly latencyMs: () => number;
  readonly newId: () => string;
  /** What this instance knows of a seating of its own. */
  readonly local: (seating: string) => Verdict;
  readonly send: (to: string, mail: Mail) => void;
  readonly farewellOf: (instance: string) => Promise<number | null>;
  readonly onVerdict: (alive: boolean) => void;
}

type Answer = Finding | "silent";

const ALIVE: Finding = { kind: "alive" };
/** One question may meet a pause of the process or of KV. */
const TRIES = 2;
/** An echo makes the whole way of a challenge: to the mailbox and back, twice. */
const ECHO_LEGS = 2;
/** A verdict may take this many times as long as our echo, which met the same KV, before it is missed. */
const ECHOES_WORTH = 4;
/** No instance keeps seats longer than this after it stopped, whatever its clock said. */
const LONGEST_HOLD_MS = 60_000;

/**
 * For a KV that several instances share: asks the holder's instance, twice. Silence counts only when
 * an echo of ours came back over the same way meanwhile, or KV's trouble would look like theirs.
 */
export class Challenger implements Checker {
  readonly #options: ChallengerOptions;
  readonly #verdicts = new Map<string, (verdict: Verdict) => void>();
  readonly #echoes = new Map<string, (leg: number) => void>();
  readonly #underWay = new Map<string, Promise<Answer>>();

  constructor(options: ChallengerOptions) {
    this.#options = options;
  }

  glance(place: Place): Finding | "unknown" {
    const { me, local } = this.#options;
    return place.instance === me ? findingOf(local(place.seating)) : "unknown";
  }

  check(place: Place): Promise<Answer> {
    const known = this.glance(place);
    if (known !== "unknown") return Promise.resolve(known);
    const running = this.#underWay.get(place.seating);
    if (running !== undefined) return running;
    const check = this.#challenge(place).finally(() => this.#underWay.delete(place.seating));
    this.#underWay.set(place.seating, check);
    return check;
  }

  /** Takes in a question for us or an answer to ours. */
  accept(mail: Exclude<Mail, { kind: "notice" }>, from: string): void {
    switch (mail.kind) {
      case "challenge": {
        const verdict = this.#options.local(mail.seating);
        this.#options.send(from, { kind: "verdict", question: mail.question, verdict });
        return;
      }
      case "verdict":
        this.#verdicts.get(mail.question)?.(mail.verdict);
        return;
      case "echo":
        this.#echoes.get(mail.question)?.(mail.leg);
    }
  }

  /** The question leaves at once, with whatever else is sent there in this turn. */
  async #challenge(place: Place): Promise<Answer> {
    const { newId, send, onVerdict } = this.#options;
    const question = newId();
    const { promise: verdict, resolve } = Promise.withResolvers<Answer>();
    this.#verdicts.set(question, (until) => resolve(until === null ? ALIVE : this.#kept(until)));
    let answer: Answer = "silent";
    for (let tries = 0; tries < TRIES && answer === "silent"; tries++) {
      send(place.instance, { kind: "challenge", question, seating: place.seating });
      if (tries === 0) void this.#readFarewell(place.instance, resolve);
      answer = await this.#hear(verdict);
    }
    this.#verdicts.delete(question);
    onVerdict(answer === ALIVE);
    return answer;
  }

  /** An instance that stopped in order answers no question: it has left word. */
  async #readFarewell(instance: string, resolve: (answer: Answer) => void): Promise<void> {
    const { clock, farewellOf } = this.#options;
    try {
      const farewell = await within(farewellOf(instance), { clock, ms: this.#patienceMs() });
      if (farewell !== null) resolve(this.#kept(farewell));
    } catch {
      // KV is in trouble: nobody can be told from somebody who lives.
      resolve(ALIVE);
    }
  }

  /** The verdict, or `silent` when our own echo was quicker; who cannot be told from alive is. */
  #hear(verdict: Promise<Answer>): Promise<Answer> {
    const { clock, challengeMs, latencyMs } = this.#options;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const stop = new AbortController();
    const headStartMs = echoAfterMs(latencyMs(), challengeMs);
    let echoed = false;
    const missing = async (): Promise<void> => {
      await pause(clock, headStartMs, stop.signal);
      if (stop.signal.aborted) return;
      const tookMs = await this.#echo(stop.signal);
      if (tookMs === null) return;
      echoed = true;
      // The latency of now: the estimate may still remember an outage that is over.
      const waitMs = Math.max(0, challengeMs + ECHOES_WORTH * tookMs - headStartMs);
      await pause(clock, waitMs, stop.signal);
      resolve("silent");
    };
    void missing();
    const endPatience = async (): Promise<void> => {
      await pause(clock, this.#patienceMs(), stop.signal);
      // An echo that left later may come back later.
      if (!echoed) await pause(clock, headStartMs, stop.signal);
      resolve(echoed ? "silent" : ALIVE);
    };
    void endPatience();
    void verdict.then(resolve);
    return promise.finally(() => stop.abort());
  }

  /** How long our own echo took, in milliseconds; `null`: it was not back when `signal` aborted. */
  #echo(signal: AbortSignal): Promise<number | null> {
    const { me, clock, newId, send } = this.#options;
    const question = newId();
    const { promise, resolve } = Promise.withResolvers<number | null>();
    const started = clock.monotonic();
    this.#echoes.set(question, (leg) => {
      if (leg < ECHO_LEGS) return send(me, { kind: "echo", question, leg: leg + 1 });
      resolve(clock.monotonic() - started);
    });
    signal.addEventListener("abort", () => resolve(null), { once: true });
    send(me, { kind: "echo", question, leg: 1 });
    return promise.finally(() => this.#echoes.delete(question));
  }

  #patienceMs(): number {
    const { latencyMs, challengeMs } = this.#options;
    return challengePatienceMs(latencyMs(), challengeMs);
  }

  #kept(until: number): Finding {
    return { kind: "gone", until: Math.min(until, this.#options.clock.now() + LONGEST_HOLD_MS) };
  }
}

function findingOf(verdict: Verdict): Finding {
  return verdict === null ? ALIVE : { kind: "gone", until: verdict };
}
