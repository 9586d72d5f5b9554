/** Turns out the page opposite that the person here does not want: asked for until KV has taken it. */
import type { Place } from "../rooms/room.ts";
import type { Seating } from "../rooms/sitting.ts";
import { ignoreUnavailable } from "../store/patience.ts";
import type { Services } from "./services.ts";

/** KV may be back by then: somebody who was refused waits for a word as long as they have a seat, ms. */
const REFUSE_AGAIN_MS = 2_000;

export interface RefusingOptions {
  readonly services: Pick<Services, "rooms" | "clock">;
  /** The seat of whoever refuses; `null`: they have none any more. */
  readonly seating: () => Seating | null;
  /** The page has no seat any more. */
  readonly out: (session: string) => void;
}

interface Attempt {
  readonly session: string;
  /** Where it sat when a write was tried. */
  readonly tried: Map<string, Place>;
}

export class Refusing {
  readonly #options: RefusingOptions;
  /** The page that is being turned out, until it is. */
  #attempt: Attempt | null = null;

  constructor(options: RefusingOptions) {
    this.#options = options;
  }

  refuse(session: string): Promise<void> {
    this.#attempt = { session, tried: new Map() };
    return this.#expel(this.#attempt);
  }

  /** It came in anew: its person is asked about again. */
  forget(session: string): void {
    if (session === this.#attempt?.session) this.#attempt = null;
  }

  async #expel(attempt: Attempt): Promise<void> {
    const { services: { rooms, clock }, seating, out } = this.#options;
    const own = seating();
    if (own === null || this.#attempt !== attempt) return;
    const { session, tried } = attempt;
    const isOut = await rooms.expel(own, session, tried).catch(ignoreUnavailable);
    if (isOut === null) return void clock.after(REFUSE_AGAIN_MS, () => void this.#expel(attempt));
    if (this.#attempt === attempt) this.#attempt = null;
    if (isOut) out(session);
  }
}
