/** How a life must end: whoever wants to talk is connected, or reads on the screen why not. */
import { hasFriend, isSeated } from "../../../call/machine/state.ts";
import type { World } from "../models/world.ts";
import type { Person } from "../people/person.ts";

const RULE = "whoever wants to talk is connected, or reads why not";

/** Whether everybody who wants to talk does, and nothing more is to be waited for. */
export function isSettled(people: readonly Person[]): boolean {
  const wanting = people.filter(({ page, wish }) => page.alive && wish !== null);
  const connected = wanting.filter(({ state }) => state.name === "connected");
  return wanting.length < 2 || connected.length >= 2;
}

/** The answer to a question takes less than this when all is well, ms. */
const ASKING_MS = 2_000;

/**
 * @param patience `waits`: a screen that says how long to wait is an answer; `none`: those waits are
 * over as well
 */
export function checkEnd(
  world: World,
  { people, patience }: { readonly people: readonly Person[]; readonly patience: "waits" | "none" },
): void {
  const here = people.filter(({ page }) => page.alive);
  const rooms = Map.groupBy(here.filter(({ wish }) => wish !== null), ({ wish }) => wish);
  for (const [room, wanting] of rooms) {
    const connected = wanting.filter(({ state }) => state.name === "connected");
    if (connected.length === 2) {
      for (const person of wanting) {
        if (!connected.includes(person) && !readsFull(person, world)) tell(person);
      }
    } else if (wanting.length === 1) {
      for (const person of wanting) if (!readsAlone(person, world)) tell(person);
    } else {
      const puzzled = wanting.find((person) =>
        !readsWhyNot(person, world) && !(patience === "waits" && readsWait(person, world))
      );
      if (puzzled !== undefined) tell(puzzled);
    }
    for (const { page, state } of here) {
      // Whoever gave up must not be sitting there.
      const gone = !wanting.some((person) => person.page === page);
      if (gone && isSeated(state) && state.room === room) {
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
  return isAsking || state.name === "full" || state.name === "blocked";
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
  return state.name === "waiting" || readsAlone(person, world);
}

function readsWhyNot({ state, page }: Person, world: World): boolean {
  if (state.name === "blocked") return true;
  if (hasFriend(state) && state.name !== "connected") return state.noPath && !world.network.direct;
  return page.view.notices.peek().some(({ kind }) => kind === "outdated");
}

function inShort(state: Person["state"]): string {
  const more = Object.entries(state).filter(([key]) => key !== "name")
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : value}`);
  return `${state.name} {${more.join(", ")}}`.replaceAll(/"sdp":"[^"]*"/g, '"sdp":"…"');
}
