/** Two Chromium processes behind a router each, and both calls to choose from on one server. */
import { startApp } from "../../tests/rig/app.ts";
import { SMALL_WINDOW } from "../../tests/rig/launch.ts";
import { createNetwork, type Network, SERVER_ADDRESS } from "../../tests/rig/networks.ts";
import { ada, bob } from "../../tests/rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../../tests/rig/person.ts";
import { startSmallPage } from "../small_page/start.ts";

export type Call = "duet" | "small";

export interface Scene extends AsyncDisposable {
  readonly network: Network;
  readonly people: readonly [LaunchedPerson, LaunchedPerson];
  /** Both enter a room of that name; resolves when each sees the other's first frame. */
  meet(call: Call, room: string): Promise<void>;
  /** Both close their tabs. */
  part(): Promise<void>;
}

const PORTS = { duet: 8000, small: 8100 } as const;
/** The rooms of a whole run are made by one address. */
const NO_LIMITS = { LIMIT_JOINS_PER_MINUTE: "10000", LIMIT_NEW_ROOMS_PER_HOUR: "10000" };

export async function setScene(): Promise<Scene> {
  await using building = new AsyncDisposableStack();
  const network = building.use(await createNetwork());
  const where = { namespace: network.server, host: SERVER_ADDRESS };
  const [app, page] = await Promise.all([
    startApp({ ...where, port: PORTS.duet, env: NO_LIMITS }),
    startSmallPage({ ...where, port: PORTS.small }),
  ]);
  building.use(app);
  building.use(page);
  const urls = { duet: app.url, small: page.url };
  const origins = Object.values(urls).map((url) => new URL(url).origin).join();
  const invite = (person: typeof ada, side: "a" | "b") =>
    launchPerson(person, {
      namespace: network[side].namespace,
      // One word for both: Chromium heeds the last of several.
      chromiumArgs: [`--unsafely-treat-insecure-origin-as-secure=${origins}`],
      // A picture that takes every bit it gets.
      picture: { texture: "moving" },
      context: SMALL_WINDOW,
    });
  const people = await Promise.all([invite(ada, "a"), invite(bob, "b")]);
  people.forEach((person) => building.use(person));
  const whole = building.move();

  async function enter(person: LaunchedPerson, call: Call, room: string): Promise<void> {
    await person.open(new URL(`/r/${room}`, urls[call]));
    if (call === "small") return;
    await person.waitState("prompt");
    await person.press("Join");
  }

  return {
    network,
    people,
    async meet(call, room) {
      const [first, second] = people;
      await enter(first, call, room);
      await first.waitState("waiting");
      await enter(second, call, room);
      await Promise.all(people.map((person) => person.waitState("connected")));
      await Promise.all(people.map((person) => person.waitFrames(1)));
    },
    async part() {
      await Promise.all(people.map((person) => person.closeTab()));
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}
