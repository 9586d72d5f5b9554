/** What can be told of everybody at a quiet moment, in the model and in browsers alike. */
import type { StateName } from "../../../call/machine/state.ts";

export interface Account {
  readonly name: string;
  /** The state on the screen, `data-call`. */
  readonly reads: StateName;
  /** Whose picture and voice arrive; `null`: nobody's. */
  readonly sees: string | null;
  /** The RTCPeerConnection that is up: whether it is the one of the quiet moment before. */
  readonly connection: "none" | "same" | "new";
  /** In a call: whether the screen does not say that the server cannot be reached. */
  readonly online: boolean | null;
  /** In a call: the thread on the screen, oldest first. */
  readonly thread: readonly string[] | null;
}

/** A text as a line of an account. */
export function lineOf(
  { from, text, undelivered }: {
    readonly from: string;
    readonly text: string;
    readonly undelivered: boolean;
  },
): string {
  return `${from}: ${text}${undelivered ? " (not delivered)" : ""}`;
}

/** Tells whether somebody's connection is still the one it was at the last look. */
export class Connections<Identity> {
  readonly #known = new Map<string, Identity>();

  /** What somebody had at the last look; undefined: none. */
  last(name: string): Identity | undefined {
    return this.#known.get(name);
  }

  look(name: string, current: Identity | undefined): Account["connection"] {
    const before = this.#known.get(name);
    if (current === undefined) {
      this.#known.delete(name);
      return "none";
    }
    this.#known.set(name, current);
    return current === before ? "same" : "new";
  }
}
