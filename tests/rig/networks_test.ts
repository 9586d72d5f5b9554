import { assertEquals } from "@std/assert";
import { startApp } from "./app.ts";
import { createNetwork, SERVER_ADDRESS, whyNoNetworks } from "./networks.ts";
import { testUnless } from "./not_run.ts";
import { ada, bob } from "./people.ts";
import { launchPerson } from "./person.ts";
import { startTurnServer, turnCredentials, whyNoTurnServer } from "./turn_server.ts";

const BARE = new URL("bare_call.ts", import.meta.url).href;

testUnless(
  whyNoNetworks() ?? whyNoTurnServer(),
  "two people behind symmetric NAT meet through TURN in a network of their own",
  async () => {
    await using network = await createNetwork({ a: "symmetric", b: "symmetric" });
    await using turn = await startTurnServer({
      address: SERVER_ADDRESS,
      namespace: network.server,
    });
    await using app = await startApp({
      command: [Deno.execPath(), "run", "--no-check", "--allow-net", "--allow-env", BARE],
      namespace: network.server,
      host: SERVER_ADDRESS,
      store: { path: ":memory:" },
    });
    const credentials = await turnCredentials(turn.secret, 60);
    const iceServers = [{ urls: [turn.stunUrl, turn.udpUrl], ...credentials }];
    const url = new URL(app.url);
    url.searchParams.set("ice", JSON.stringify({ iceServers }));

    const common = { secureOrigins: [app.url] };
    await using first = await launchPerson(ada, { ...common, namespace: network.a.namespace });
    await using second = await launchPerson(bob, { ...common, namespace: network.b.namespace });
    for (const person of [first, second]) {
      await person.open(url);
      await person.join("kitchen");
      await person.waitState("waiting", "connecting", "connected");
    }
    await Promise.all([first.expectSees(second), second.expectSees(first)]);
    const paths = [await first.path(), await second.path()];
    assertEquals(paths.some((path) => path?.local === "relay"), true);
    assertEquals((await first.peerConnections())[0]?.iceUrls, [turn.stunUrl, turn.udpUrl]);

    await network.a.changeAddress();
    assertEquals(network.a.address, "10.1.0.3");
    await network.a.linkDown();
    await network.a.linkUp();
    await (await network.b.lose(10))();
    await (await network.b.limit(300))();
    await (await network.b.cut())();
  },
);
