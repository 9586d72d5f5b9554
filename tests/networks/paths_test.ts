/** Networks that are bad from the start: NATs that need a relay, loss, narrow links. */
import { assertEquals } from "@std/assert";
import { whyNoNetworks } from "../rig/networks.ts";
import type { Undo } from "../rig/peer_network.ts";
import { testUnless } from "../rig/not_run.ts";
import { whyNoTurnServer } from "../rig/turn_server.ts";
import { heard, listen, sendText, waitText } from "./observe.ts";
import { meetIn, type Scene, type SceneOptions, setScene, type TurnWay } from "./scene.ts";
import { noteRow } from "./table.ts";

interface Way {
  readonly name: string;
  readonly options: SceneOptions;
  readonly route: { readonly local: string; readonly relayProtocol?: TurnWay };
}

const WAYS: readonly Way[] = [
  { name: "direct", options: {}, route: { local: "host" } },
  {
    name: "cone NAT on both sides, STUN",
    options: { a: "cone", b: "cone", stun: true },
    route: { local: "srflx" },
  },
  {
    name: "symmetric NAT on both sides, TURN over UDP",
    options: { a: "symmetric", b: "symmetric", turn: "udp" },
    route: { local: "relay", relayProtocol: "udp" },
  },
  {
    name: "UDP blocked on both sides, TURN over TCP",
    options: { a: "no-udp", b: "no-udp", turn: "tcp" },
    route: { local: "relay", relayProtocol: "tcp" },
  },
  {
    name: "UDP blocked on both sides, TURN over TLS on 443",
    options: { a: "no-udp", b: "no-udp", turn: "tls" },
    route: { local: "relay", relayProtocol: "tls" },
  },
];

for (const { name, options, route } of WAYS) {
  testUnless(whyNoNetworks() ?? whyNoTurnServer(), `path: ${name}`, async () => {
    await using scene = await setScene(options);
    const pressedAt = await meetIn(scene);
    const paths = [await scene.first.path(), await scene.second.path()];
    const relayed = paths.filter((path) => path?.local === "relay");
    assertEquals(relayed.length > 0, route.local === "relay", "the way through the relay");
    for (const path of relayed) assertEquals(path?.relayProtocol, route.relayProtocol);
    note(name, { afterMs: pressedAt.firstFrameMs, said: await saidBy(scene) });
  });
}

testUnless(whyNoNetworks(), "path: no way and no relay: the page says so", async () => {
  await using scene = await setScene({ a: "symmetric", b: "symmetric", stun: true });
  const { first, second, address } = scene;
  await Promise.all([first.open(address), second.open(address)]);
  await first.waitState("prompt");
  await first.press("Join");
  await first.waitState("waiting");
  await second.waitState("prompt");
  await second.press("Join");
  await second.page.getByText("There is no way from your network").first().waitFor({
    timeout: 40_000,
  });
});

interface Narrow {
  readonly name: string;
  readonly hinder: (scene: Scene) => Promise<Undo>;
  /** The picture gives way to the voice. */
  readonly voiceOnly: boolean;
}

/** A paused picture is tried again after 15 s, or 30 s if it was tried just before. */
const BACK_MS = 60_000;

const NARROW: readonly Narrow[] = [
  {
    name: "10 % loss",
    hinder: ({ network }) => network.a.lose(10),
    voiceOnly: false,
  },
  {
    name: "300 kbit/s",
    hinder: ({ network }) => network.a.limit(300),
    voiceOnly: false,
  },
  {
    name: "50 kbit/s",
    hinder: ({ network }) => network.a.limit(50),
    voiceOnly: true,
  },
];

for (const { name, hinder, voiceOnly } of NARROW) {
  testUnless(whyNoNetworks(), `narrow: ${name}`, async () => {
    await using scene = await setScene({ texture: "moving" });
    await meetIn(scene);
    const { first, second } = scene;
    await Promise.all([listen(first), listen(second)]);
    const before = await first.peerConnections();
    const undo = await hinder(scene);
    if (voiceOnly) {
      await first.page.getByText("your picture is paused").first().waitFor({ timeout: 60_000 });
      await second.page.getByText("voice only for now").first().waitFor();
    } else {
      // The picture is noise, the worst a codec can get: a few frames a second are left of it.
      await Promise.all([first.waitFrames(10), second.waitFrames(10)]);
    }
    // Whatever happens to the picture, the voice goes on.
    await second.expectHears(first);
    await sendText(first, `over ${name}`);
    await waitText(second, `over ${name}`);
    if (voiceOnly) {
      await undo();
      await Promise.all([first.expectSees(second, BACK_MS), second.expectSees(first, BACK_MS)]);
    }
    await first.expectSameConnections(before);
    note(name, { afterMs: null, said: await saidBy(scene) });
  });
}

async function saidBy({ first, second }: Scene): Promise<[string[], string[]]> {
  return [await heard(first), await heard(second)];
}

function note(name: string, { afterMs, said }: {
  afterMs: number | null;
  said: [string[], string[]];
}): void {
  noteRow({
    fault: name,
    who: "both",
    browsers: "chromium ↔ chromium",
    cameBack: true,
    afterMs,
    goalMs: null,
    stoodMs: null,
    sameConnection: null,
    textsLost: 0,
    said,
  });
}
