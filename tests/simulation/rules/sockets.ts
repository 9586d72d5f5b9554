/** A page does not storm the server. */
import type { World } from "../models/world.ts";
import type { Person } from "../people/person.ts";

/** Sockets one page may open within {@linkcode SPAN_MS}: the retry schedule with some haste. */
const MOST = 20;
const SPAN_MS = 5_000;

export class SocketRules {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  check(people: readonly Person[]): void {
    const { now } = this.#world.scheduler;
    for (const { page } of people) {
      const { socketsAt } = page;
      if (socketsAt.length <= MOST) continue;
      const before = socketsAt[socketsAt.length - 1 - MOST] ?? -Infinity;
      if (now - before < SPAN_MS) {
        this.#world.breach("no storm of sockets", `${page.name}: ${MOST} sockets in a moment`);
      }
    }
  }
}
