/** All rules of a life: after every step, and at its end. */
import { type Cast, everybody } from "../run/life.ts";
import { checkEnd, isSettled } from "./end.ts";
import { MediaRules } from "./media.ts";
import { SocketRules } from "./sockets.ts";
import { TextRules } from "./texts.ts";

/** Rules look at most this often, ms of virtual time: nothing that matters is over sooner. */
const GRAIN_MS = 10;

export class Rules {
  readonly #cast: Cast;
  readonly #media: MediaRules;
  readonly #sockets: SocketRules;
  readonly #texts: TextRules;
  #lookedAt = -Infinity;

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#media = new MediaRules(cast.world);
    this.#sockets = new SocketRules(cast.world);
    this.#texts = new TextRules(cast.world);
  }

  step(): void {
    const { now } = this.#cast.world.scheduler;
    if (now - this.#lookedAt < GRAIN_MS) return;
    this.#lookedAt = now;
    const people = everybody(this.#cast);
    this.#media.check(people);
    this.#sockets.check(people);
    this.#texts.check(people);
  }

  /** @param patience see {@linkcode checkEnd} */
  end(patience: "waits" | "none"): void {
    const people = everybody(this.#cast);
    this.#texts.end(people);
    checkEnd(this.#cast.world, { people, patience });
  }

  get settled(): boolean {
    return isSettled(everybody(this.#cast));
  }
}
