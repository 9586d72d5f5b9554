/** Finds out whether a seat that says `present` still has somebody on it. */
import type { Clock } from "../clock.ts";
import type { Mail } from "../relay/mail.ts";
import type { Place } from "./seat_rules.ts";
import { within } from "../store/patience.ts";

/** `null`: alive. Otherwise until when the seat is kept for its holder (Unix milliseconds). */
export type Verdict = number | null;

export interface Checker {
  /** What is known without asking anybody. */
  glance(place: Place): Verdict | "unknown";
  /** Asks whoever must be asked. */
  check(place: Place): Promise<Verdict>;
}

/** The seat of somebody who is surely gone is free for anyone at once. */
export const FREE_AT_ONCE = 0;

/**
 * For a KV that this process alone uses: everybody on another instance was on a former process of
 * ours, and gets the usual hold from our start to come back.
 */
export function soleInstance(
  me: string,
  local: (seating: string) => Verdict,
  heldUntil: number,
): Checker {
  function glance(place: Place): Verdict {
    return place.instance === me ? local(place.seating) : heldUntil;
  }
  return { glance, check: (place) => Promise.resolve(glance(place)) };
}

export interface ChallengerOptions {
  readonly me: string;
  readonly clock: Clock;
  readonly challengeMs: number;
  readonly newId: () => string;
  /** What this instance knows of a seating of its own. */
  readonly local: (seating: string) => Verdict;
  readonly send: (to: string, mail: Mail) => void;
  readonly farewellOf: (instance: string) => Promise<number | null>;
  readonly onVerdict: (alive: boolean) => void;
}

/**
 * For a KV that several instances share: asks the holder's instance. Silence means death only when
 * an echo sent to ourselves at the same time came back, or KV's trouble would look like theirs.
 */
export class Challenger implements Checker {
  readonly #options: ChallengerOptions;
  readonly #verdicts = new Map<string, (verdict: Verdict) => void>();
  readonly #echoes = new Map<string, () => void>();
  readonly #underWay = new Map<string, Promise<Verdict>>();

  constructor(options: ChallengerOptions) {
    this.#options = options;
  }

  glance(place: Place): Verdict | "unknown" {
    const { me, local } = this.#options;
    return place.instance === me ? local(place.seating) : "unknown";
  }

  check(place: Place): Promise<Verdict> {
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
        this.#echoes.get(mail.question)?.();
    }
  }

  async #challenge(place: Place): Promise<Verdict> {
    const { clock, challengeMs, farewellOf, onVerdict } = this.#options;
    try {
      const farewell = await within(farewellOf(place.instance), {
        clock,
        ms: challengeMs,
      });
      if (farewell !== null) return Math.min(farewell, clock.now() + FAREWELL_MAX_MS);
    } catch {
      return null;
    }
    const verdict = await this.#ask(place);
    onVerdict(verdict === null);
    return verdict;
  }

  /** A holder who cannot be known to be dead counts as alive. */
  #ask(place: Place): Promise<Verdict> {
    const { me, clock, challengeMs, newId, send } = this.#options;
    const question = newId();
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    let echoed = false;
    this.#verdicts.set(question, resolve);
    this.#echoes.set(question, () => echoed = true);
    send(place.instance, { kind: "challenge", question, seating: place.seating });
    send(me, { kind: "echo", question });
    const cancel = clock.after(challengeMs, () => resolve(echoed ? FREE_AT_ONCE : null));
    return promise.finally(() => {
      cancel();
      this.#verdicts.delete(question);
      this.#echoes.delete(question);
    });
  }
}

/** No instance keeps seats longer than this after it stopped, whatever its clock said. */
const FAREWELL_MAX_MS = 60_000;
