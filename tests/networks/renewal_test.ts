/** A call that outlives its TURN credentials. */
import { assert, assertNotEquals } from "@std/assert";
import { pause, systemClock } from "../../signaling/clock.ts";
import { whyNoNetworks } from "../rig/networks.ts";
import { testUnless } from "../rig/not_run.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { hearServer } from "../rig/seat_watch.ts";
import { whyNoTurnServer } from "../rig/turn_server.ts";
import { meetIn, setScene } from "./scene.ts";

/** The shortest there is, s. */
const TTL_SECONDS = 60;

testUnless(
  whyNoNetworks() ?? whyNoTurnServer(),
  "renewal: a relayed call goes on, restarts and moves after its first credentials expired",
  async () => {
    await using scene = await setScene({
      a: "symmetric",
      b: "symmetric",
      turn: "udp",
      env: { TURN_TTL: String(TTL_SECONDS) },
    });
    const { first, second } = scene;
    const users = [watchUsers(first), watchUsers(second)];
    await meetIn(scene);
    const before = [await first.peerConnections(), await second.peerConnections()] as const;
    await first.resetFrameGap();

    const renewed = users.map((seen) => seen.renewed);
    await Promise.all(renewed);
    // What expires is the first name of each: wait until no server would take it any more.
    const expiry = Math.max(...users.map(({ names }) => Number(names[0]?.split(":")[0])));
    await pause(systemClock, expiry * 1_000 - Date.now() + 1_000);
    await first.waitFrames(15);
    await second.waitFrames(15);

    // Both need new allocations, which coturn refuses to names that have expired: a restart, …
    const undo = await scene.network.a.cut();
    await first.waitState("reconnecting");
    await undo();
    await first.waitState("connected");
    await relayedMediaFlow();
    await first.expectSameConnections(before[0]);
    await second.expectSameConnections(before[1]);

    // … and a new connection from another address.
    await first.resetFrameGap();
    await scene.network.a.changeAddress();
    await first.waitStanding();
    await relayedMediaFlow();

    async function relayedMediaFlow(): Promise<void> {
      await first.waitFrames(15);
      await second.waitFrames(15);
      const paths = [await first.path(), await second.path()];
      assert(paths.some((path) => path?.local === "relay"), "the way through the relay");
    }
    for (const { names } of users) assertNotEquals(names[0], names.at(-1));
  },
);

/** Which TURN user names a page was given, and when it got its second. */
function watchUsers({ page }: LaunchedPerson) {
  const names: string[] = [];
  const renewed = Promise.withResolvers<void>();
  hearServer(page, (message) => {
    if (!("ice" in message)) return;
    const { ice, type } = message;
    for (const { username } of ice.servers) if (username !== undefined) names.push(username);
    if (type === "ice") renewed.resolve();
  });
  return { names, renewed: renewed.promise };
}
