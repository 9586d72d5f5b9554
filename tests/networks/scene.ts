/** Two people in a call across made-up networks, and what a fault does to them. */
import { type RunningApp, startApp } from "../rig/app.ts";
import type { BrowserName } from "../rig/browsers.ts";
import {
  createNetwork,
  type Network,
  type NetworkOptions,
  SERVER_ADDRESS,
} from "../rig/networks.ts";
import { type LaunchedPerson, launchPerson } from "../rig/person.ts";
import { ada, bob } from "../rig/people.ts";
import { startTurnServer, type TurnServer } from "../rig/turn_server.ts";

/** Who is behind which browser, and whether there is a relay. */
export interface SceneOptions extends NetworkOptions {
  readonly first?: BrowserName;
  readonly second?: BrowserName;
  /** How the TURN server is offered to the browsers; none without. */
  readonly turn?: TurnWay;
  /** A STUN server, so that a cone NAT can be crossed directly. */
  readonly stun?: boolean;
  readonly env?: Record<string, string>;
  /** A still picture needs almost no bandwidth; a moving one takes what it gets. */
  readonly texture?: "moving";
}

export type TurnWay = "udp" | "tcp" | "tls";

export interface Scene extends AsyncDisposable {
  readonly network: Network;
  app: RunningApp;
  first: LaunchedPerson;
  second: LaunchedPerson;
  /** The page's address for the room. */
  readonly address: string;
  /** Puts the scene's browser of one side in front of the room again, after a crash. */
  comeBack(who: "first" | "second"): Promise<void>;
  /** Kills the server and starts it again on the same port and rooms. */
  restartServer(): Promise<void>;
}

const PORT = 8000;
const TURN_PORT = 3478;
/** Where firewalls that let nothing else pass expect TLS. */
const TLS_PORT = 443;
const ROOM = "Kitchen";

/** Sets everything up; the two are at the prompt, not yet in the room. */
export async function setScene(options: SceneOptions = {}): Promise<Scene> {
  await using building = new AsyncDisposableStack();
  const network = building.use(await createNetwork(options));
  const turn = options.turn !== undefined || options.stun
    ? building.use(
      await startTurnServer({
        address: SERVER_ADDRESS,
        namespace: network.server,
        port: TURN_PORT,
        ...(options.turn === "tls" ? { tlsPort: TLS_PORT } : {}),
      }),
    )
    : null;
  const env = { ...iceEnvironment(options, turn), ...options.env };
  const app = await startApp({
    namespace: network.server,
    host: SERVER_ADDRESS,
    port: PORT,
    env,
  });
  const apps = [app];
  building.defer(async () => {
    for (const each of apps.reverse()) await each[Symbol.asyncDispose]();
  });
  const people: LaunchedPerson[] = [];
  building.defer(async () => {
    await Promise.all(people.map((person) => person[Symbol.asyncDispose]()));
  });
  const origin = new URL(app.url).origin;
  const invite = async (person: typeof ada, side: "a" | "b", browser: BrowserName = "chromium") => {
    const launched = await launchPerson(person, {
      browser,
      namespace: network[side].namespace,
      secureOrigins: [origin],
      // The relay's certificate is signed by nobody.
      chromiumArgs: options.turn === "tls" ? ["--ignore-certificate-errors"] : [],
      // Fake devices do not count as capturing for Firefox, which then hides host addresses behind
      // mDNS names that another network cannot resolve.
      firefoxPrefs: { "media.peerconnection.ice.obfuscate_host_addresses": false },
      ...(options.texture === undefined ? {} : { picture: { texture: options.texture } }),
    });
    people.push(launched);
    return launched;
  };
  const [first, second] = await Promise.all([
    invite(ada, "a", options.first),
    invite(bob, "b", options.second),
  ]);
  const whole = building.move();
  const address = new URL(`/r/${ROOM}`, app.url).href;
  const scene: Scene = {
    network,
    app,
    first,
    second,
    address,
    async comeBack(who) {
      const back = await scene[who].comeBack();
      people.push(back);
      scene[who] = back;
    },
    async restartServer() {
      scene.app = await startApp(scene.app.comeBack());
      apps.push(scene.app);
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
  return scene;
}

/**
 * Both enter the room, the first comer first, and see and hear each other.
 * @returns how long the second comer waited from pressing Join to the first frame, ms
 */
export async function meetIn(scene: Scene): Promise<{ readonly firstFrameMs: number }> {
  const { first, second, address } = scene;
  await Promise.all([first.open(address), second.open(address)]);
  await first.waitState("prompt");
  await first.press("Join");
  await first.waitState("waiting");
  await second.waitState("prompt");
  const pressedAt = Date.now();
  await second.press("Join");
  await second.waitFrames(1);
  const firstFrameMs = Date.now() - pressedAt;
  await Promise.all([first.waitState("connected"), second.waitState("connected")]);
  await Promise.all([first.expectSees(second), second.expectSees(first)]);
  return { firstFrameMs };
}

function iceEnvironment({ turn, stun }: SceneOptions, server: TurnServer | null) {
  if (server === null) return {};
  return {
    ...(stun ? { STUN_URLS: server.stunUrl } : {}),
    ...(turn === undefined ? {} : { TURN_URLS: server[`${turn}Url`], TURN_SECRET: server.secret }),
  };
}
