/** Does to the world what the schedule says, and takes it back when it is over. */
import { SERVER } from "../models/network.ts";
import { Person, ROOM } from "../people/person.ts";
import { type Happening, lasts, type Scheduled } from "../schedule/happenings.ts";
import type { Cast } from "./life.ts";

/** A slow KV takes this much longer, ms one way. */
const SLOW_KV_MS = 400;
const LOST_ANSWERS = 0.4;

export function bend(cast: Cast, { atMs, forMs, what }: Scheduled): void {
  const { scheduler } = cast.world;
  scheduler.after(atMs, () => {
    const undo = begin(cast, what);
    if (undo !== null && lasts(what)) scheduler.after(forMs, undo);
  });
}

/** @returns how to take it back; `null`: there is nothing to take back */
function begin(cast: Cast, what: Happening): (() => void) | null {
  switch (what.kind) {
    case "cut":
    case "slow":
      return beginWire(cast, what);
    case "kill":
    case "stop":
    case "pause":
    case "refuse":
    case "kv":
    case "clock":
      return beginSite(cast, what);
    case "reload":
    case "crash":
    case "close":
      return beginAbsence(cast, what);
    case "link":
    case "move":
    case "freeze":
    case "sleep":
    case "device":
      return beginMachine(cast, what);
    default:
      return act(cast, what);
  }
}

type Of<K extends Happening["kind"]> = Extract<Happening, { kind: K }>;

function beginWire({ world: { network }, browsers }: Cast, what: Of<"cut" | "slow">): () => void {
  const mine = browsers[what.who]?.name ?? "";
  const others = what.wire === "server"
    ? [SERVER]
    : browsers.map(({ name }) => name).filter((name) => name !== mine);
  if (what.kind === "slow") {
    for (const other of others) network.slow(mine, other, what.ms);
    return () => others.forEach((other) => network.slow(mine, other, -what.ms));
  }
  const directions = others.flatMap((other) => [
    ...(what.way === "in" ? [] : [[mine, other] as const]),
    ...(what.way === "out" ? [] : [[other, mine] as const]),
  ]);
  for (const [from, to] of directions) network.cut(from, to);
  return () => directions.forEach(([from, to]) => network.mend(from, to));
}

function beginSite(
  { world: { site } }: Cast,
  what: Of<"kill" | "stop" | "pause" | "refuse" | "kv" | "clock">,
): () => void {
  switch (what.kind) {
    case "kill":
      site.kill(what.instance);
      return () => site.restart(what.instance);
    case "stop":
      site.stop(what.instance);
      return () => site.restart(what.instance);
    case "pause":
      site.pause(what.instance);
      return () => site.resume(what.instance);
    case "refuse":
      site.refusing = what.status;
      return () => site.refusing = null;
    case "kv":
      return beginKv(site.store, what.mood);
    case "clock":
      site.setClock(what.instance, what.ms);
      return () => site.setClock(what.instance, -what.ms);
  }
}

function beginKv(store: Cast["world"]["site"]["store"], mood: Of<"kv">["mood"]): () => void {
  switch (mood) {
    case "slow":
      store.mood.latencyMs += SLOW_KV_MS;
      return () => store.mood.latencyMs -= SLOW_KV_MS;
    case "losing":
      store.mood.lostAnswers = LOST_ANSWERS;
      return () => store.mood.lostAnswers = 0;
    default:
      store.setState(mood);
      return () => store.setState("well");
  }
}

/** The page goes, and the person opens it again. */
function beginAbsence(
  { people }: Cast,
  what: Of<"reload" | "crash" | "close">,
): (() => void) | null {
  const person = people[what.who];
  if (person === undefined || !person.page.alive) return null;
  const { page } = person;
  if (what.kind === "crash") person.browser.kill();
  else page.close();
  return () => {
    // Closed and opened again meanwhile by another event.
    if (person.page !== page) return;
    person.reopen(person.wish ?? ROOM, what.kind === "reload" ? page.tab : undefined);
  };
}

function beginMachine(
  { browsers }: Cast,
  what: Of<"link" | "move" | "freeze" | "sleep" | "device">,
): (() => void) | null {
  const browser = browsers[what.who];
  if (browser === undefined) return null;
  switch (what.kind) {
    case "move":
      browser.move();
      return null;
    case "link":
      browser.loseLink();
      return () => browser.findLink();
    case "freeze":
      browser.freeze();
      return () => browser.thaw();
    case "sleep":
      browser.sleep();
      return () => browser.wake();
    case "device":
      browser.hardware.lose(what.device);
      return () => browser.hardware.find(what.device);
  }
}

function act(
  { people, doubles, browsers }: Cast,
  what: Of<"join" | "cancel" | "leave" | "other-room" | "write" | "controls" | "duplicate">,
): (() => void) | null {
  const person = people[what.who];
  const browser = browsers[what.who];
  if (person === undefined || browser === undefined || !person.page.alive) return null;
  switch (what.kind) {
    case "join":
      person.join();
      return null;
    case "cancel":
      person.cancel();
      return null;
    case "leave":
      person.leave();
      return null;
    case "other-room":
      person.changeRoom();
      return null;
    case "write":
      person.write(what.count);
      return null;
    case "controls":
      person.setControls(true);
      return () => person.setControls(false);
    case "duplicate": {
      const { traits } = person;
      const name = `${person.name} again`;
      const tab = structuredClone(person.page.tab);
      doubles.push(new Person(browser, { name, room: person.wish ?? ROOM, traits, tab }));
      return null;
    }
  }
}
