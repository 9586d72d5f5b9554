/** How a life must end: whoever wants to talk is connected, or reads on the screen why not. */
import { hasFriend, isSeated } from "../../../call/machine/state.ts";
import type { World } from "../models/world.ts";
import type { Person } from "../people/person.ts";

const RULE = "whoever wants to talk is connected, or reads why not";

/** Whether everybody who wants to talk does, and nothing more is to be waited for. */
export function isSettled(people: readonly Person[]): boolean {
  for (const wanting of roomsWanted(people).values()) {
    const connected = wanting.filter(({ state }) => state.name === "connected");
    if (wanting.length >= 2 && connected.length < 2) return false;
  }
  return true;
}

/** Who wants to talk, by room; whoever only looks at "full" does not want it enough. */
function roomsWanted(people: readonly Person[]): Map<string, Person[]> {
  const rooms = new Map<string, Person[]>();
  for (const person of people) {
    const { page, wish, state, traits } = person;
    const onlyLooks = state.name === "full" && traits.whenFull === "looks";
    if (!page.alive || wish === null || onlyLooks) continue;
    rooms.set(wish, [...rooms.get(wish) ?? [], person]);
  }
  return rooms;
}

/** The answer to a question takes less than this when all is well, ms. */
const ASKING_MS = 2_000;
/** By then a page knows that there is no way to the friend, ms. */
const NO_PATH_MS = 12_000;

/**
 * @param patience `waits`: a screen that says how long to wait is an answer; `none`: those waits are
 * over as well
 */
export function checkEnd(
  world: World,
  { people, patience }: { readonly people: readonly Person[]; readonly patience: "waits" | "none" },
): void {
  const here = people.filter(({ page }) => page.alive);
  for (const [room, wanting] of roomsWanted(here)) {
    const last: Try = {
      triedAt: Math.max(...wanting.map(({ triedAt }) => triedAt)),
      told: wanting.some(({ state }) => "noPath" in state && state.noPath),
    };
    const connected = wanting.filter(({ state }) => state.name === "connected");
    // Two without a way to each other sit there all the same.
    const seated = connected.length > 0
      ? connected
      : wanting.filter((person) => isSeated(person.state) && readsWhyNot(person, world, last));
    // Four, after an outage in which two more came: two calls that flow.
    if (seated.length >= 2) {
      for (const person of wanting) {
        if (!seated.includes(person) && !readsFull(person, world)) tell(person);
      }
    } else if (wanting.length === 1) {
      for (const person of wanting) if (!readsAlone(person, world)) tell(person);
    } else {
      // Two who still look for a way to each other fill the room all the same.
      const isFull = wanting.filter(({ state }) => isSeated(state)).length === 2;
      const puzzled = wanting.find((person) =>
        !(isFull && readsFull(person, world)) && !readsWhyNot(person, world, last) &&
        !(patience === "waits" && readsWait(person, world))
      );
      if (puzzled !== undefined) tell(puzzled);
    }
    for (const { page, state, wish } of here) {
      // Whoever gave up must not be sitting there.
      if (wish !== room && isSeated(state) && state.room === room) {
        world.breach("who left has no seat", `${page.name} is ${state.name}`);
      }
    }
  }

  function tell(person: Person | undefined): void {
    const all = here.map(({ page, wish, state, name }) => {
      return `${name} (${page.name}) wants ${wish ?? "nothing"} and reads ${inShort(state)}`;
    });
    world.breach(RULE, `${person?.name ?? "?"}: ${all.join("; ")}`);
  }
}

function readsFull({ state, since }: Person, { scheduler }: World): boolean {
  // Whoever presses the button again and again is asking for a moment.
  const isAsking = state.name === "joining" && scheduler.now - since < ASKING_MS;
  const isLimited = state.name === "prompt" && state.notice?.kind === "too-many";
  return isAsking || isLimited || state.name === "full" || state.name === "blocked";
}

/** Nobody else wants to talk: a seat beside an empty or a held one, or a countdown. */
function readsAlone(person: Person, world: World): boolean {
  const { state } = person;
  const isHeld = hasFriend(state) && state.name !== "connected" && state.away;
  return state.name === "waiting" || isHeld || readsFull(person, world);
}

/** A held seat is counted down, a friend without a socket is said to be away. */
function readsWait(person: Person, world: World): boolean {
  const { state } = person;
  if (state.name === "full") return state.retryInMs !== null;
  // Whether there is a way takes a while to find out.
  const { direct, relay } = world.network;
  const looks = hasFriend(state) && !direct && !relay &&
    world.scheduler.now - person.since < NO_PATH_MS;
  return looks || state.name === "waiting" || readsAlone(person, world);
}

interface Try {
  /** When somebody last asked for one, ms of virtual time. */
  readonly triedAt: number;
  /** Whether anybody reads that there is no way. */
  readonly told: boolean;
}

function readsWhyNot(
  { state, page, linkSince }: Person,
  { network, scheduler }: World,
  { triedAt, told }: Try,
): boolean {
  if (state.name === "blocked") return true;
  if (hasFriend(state) && state.name !== "connected") {
    // A try that either made, or asked for, is seen by both while it lasts.
    const since = told ? Math.max(triedAt, linkSince) : triedAt;
    const isTrying = scheduler.now - since < NO_PATH_MS;
    return (state.noPath || isTrying) && !network.direct && !network.relay;
  }
  return page.view.notices.peek().some(({ kind }) => kind === "outdated");
}

/** What is true on the screen, names of pages and connections left out. */
function inShort(state: Person["state"]): string {
  const more: string[] = [];
  if ("seat" in state) more.push(`seat ${state.seat.is}`);
  if ("because" in state) more.push(state.because);
  if ("away" in state && state.away) more.push("friend away");
  if ("noPath" in state && state.noPath) more.push("no path");
  if ("asking" in state && state.asking) more.push("being asked about");
  if ("newcomer" in state && state.newcomer !== null) more.push("asked about a newcomer");
  if ("link" in state) more.push(state.link === null ? "no link" : linkInShort(state.link));
  if ("retryInMs" in state) more.push(`again in ${state.retryInMs} ms`);
  return more.length === 0 ? state.name : `${state.name} (${more.join(", ")})`;
}

function linkInShort({ ours, agreed }: { readonly ours: boolean; readonly agreed: boolean }) {
  return `${ours ? "own" : "friend's"} link${agreed ? ", agreed" : ""}`;
}
