/** Something that may be true for a moment, but not for long. */
import type { World } from "../models/world.ts";

export class Lasting {
  readonly #world: World;
  readonly #since = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  /** A breach when `wrong` has been true of `whom` for more than `forMs`. */
  check(
    { rule, whom, wrong, forMs }: { rule: string; whom: string; wrong: boolean; forMs: number },
    what: () => string,
  ): void {
    const name = `${rule} ${whom}`;
    if (!wrong) {
      if (this.#since.size > 0) this.#since.delete(name);
      return;
    }
    const { now } = this.#world.scheduler;
    const since = this.#since.get(name);
    if (since === undefined) this.#since.set(name, now);
    else if (now - since > forMs) this.#world.breach(rule, `${whom}: ${what()}`);
  }
}
