/** Rules about picture and voice: never three, no lies, nothing unasked. */
import { isSeated } from "../../../call/machine/state.ts";
import type { World } from "../models/world.ts";
import type { Person } from "../people/person.ts";
import { Lasting } from "./lasting.ts";

/** The ladder says "weak" after 1 s and "stalled" after 2 s, a look every 250 ms; and a margin. */
const DETECTION_MS = 2_500;
/** A page that wakes up needs a moment to look. */
const NOTICE_MS = 700;
/** A screen may be painted this much after its state. */
const PAINT_MS = 500;
/** Two connections may overlap while one hands over to the other. */
const HAND_OVER_MS = 1_000;
/** Pages that believe in their seat may be wrong until their socket tells them. */
const BELIEF_MS = 60_000;

export class MediaRules {
  readonly #lasting: Lasting;
  readonly #heardAt = new Map<string, number>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#lasting = new Lasting(world);
  }

  check(people: readonly Person[]): void {
    const seated = new Map<string, string[]>();
    for (const person of people) {
      if (!person.page.alive) continue;
      const { state } = person;
      this.#checkOne(person);
      // Whoever stands still or cannot hear the server is not to blame.
      if (isSeated(state) && isAwake(person)) add(seated, state.room, person.name);
    }
    for (const [room, names] of seated) {
      this.#lasting.check(
        { rule: "never three", whom: `${room}'s seats`, wrong: names.length > 2, forMs: BELIEF_MS },
        () => `${names.join(", ")} all believe they sit`,
      );
    }
  }

  #checkOne(person: Person): void {
    const { page } = person;
    const { state } = person;
    const { now } = this.#world.scheduler;
    const friends = new Set<string>();
    let heardAt = -Infinity;
    let sends = false;
    let frozenPicture = false;
    for (const pc of page.connections) {
      if (pc.ice.closed) {
        page.connections.delete(pc);
        continue;
      }
      if (pc.sending) sends = true;
      for (const { inbound } of pc.getTransceivers()) {
        heardAt = Math.max(heardAt, inbound.lastAt ?? -Infinity);
        if (!inbound.flowing) continue;
        friends.add(pc.association?.other(pc).actor.name ?? "");
        if (pc.videoFrozen) frozenPicture = true;
      }
    }
    if (page.heardByChannel(now)) heardAt = now;
    // A connection that was closed meanwhile counts for what it brought.
    heardAt = Math.max(heardAt, this.#heardAt.get(page.name) ?? -Infinity);
    this.#heardAt.set(page.name, heardAt);
    const awake = isAwake(person);
    this.#lasting.check({
      rule: "never three",
      whom: page.name,
      wrong: friends.size > 1,
      forMs: HAND_OVER_MS,
    }, () => `has media of ${[...friends].join(" and ")}`);
    this.#lasting.check({
      rule: "who says connected receives",
      whom: page.name,
      wrong: awake && state.name === "connected" && now - heardAt > DETECTION_MS,
      forMs: NOTICE_MS,
    }, () => "says connected and receives nothing");
    this.#lasting.check({
      rule: "who says connected receives",
      whom: `${page.name}'s picture`,
      wrong: awake && state.name === "connected" && frozenPicture,
      forMs: DETECTION_MS,
    }, () => "the picture is decoded and never shown");
    this.#lasting.check({
      rule: "nobody sends unasked",
      whom: page.name,
      wrong: awake && sends && !isSeated(state),
      forMs: PAINT_MS,
    }, () => `sends media while ${state.name}`);
    this.#lasting.check({
      rule: "nobody sends unasked",
      whom: `${page.name}'s seat`,
      wrong: awake && isSeated(state) && !person.askedFor(state.room),
      forMs: PAINT_MS,
    }, () => `sits in ${"room" in state ? state.room : ""} without having asked`);
  }
}

function isAwake({ page, browser }: Person): boolean {
  return !page.actor.frozen && !browser.device.asleep;
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...map.get(key) ?? [], value]);
}
