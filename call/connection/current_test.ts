import { assert, assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import type { OfferSignal, Signal } from "../../signaling/protocol.ts";
import type { Platform } from "../platform.ts";
import { createConnections } from "./current.ts";

const VOICE = { kind: "audio" } as unknown as MediaStreamTrack;
const ICE = { servers: [], renewInMs: null };

function start(
  { media = true, ...more }: Partial<Platform> & { readonly media?: boolean } = {},
) {
  const { connections: made, ...browser } = fakeBrowser(more);
  const sent: Signal[] = [];
  const begun: string[] = [];
  const broken: string[] = [];
  const told: string[] = [];
  const tracks = { voice: media ? VOICE : null, camera: null, screen: null, sound: null };
  const connections = createConnections({
    platform: browser.platform,
    tracks: () => tracks,
    send: (signal) => sent.push(signal),
    begun: ({ id }) => begun.push(id),
    events: ({ id }) => ({
      message: () => told.push(`${id} message`),
      channelOpen: () => told.push(`${id} channel`),
      media: () => told.push(`${id} media`),
      agreed: () => told.push(`${id} agreed`),
      connection: (state) => told.push(`${id} ${state}`),
      ice: (state) => told.push(`${id} ice ${state}`),
    }),
    broken: (id) => broken.push(id),
  });
  return { ...browser, made, connections, sent, begun, broken, told, tracks };
}

function isOpen({ signalingState }: { signalingState: string }): boolean {
  return signalingState !== "closed";
}

const OFFER: OfferSignal = {
  kind: "offer",
  connection: "link-theirs-1",
  id: "00000001",
  sdp: "v=0\r\nm=audio 9\r\nm=video 9",
};

Deno.test("connections: an offer is prepared once there are servers and media, and only once", () => {
  const { connections, made } = start();
  connections.prepare();
  assertEquals(made.length, 0);
  connections.setIce(ICE);
  connections.prepare();
  connections.prepare();
  assertEquals(made.length, 1);
});

Deno.test("connections: without camera and microphone nothing is prepared", () => {
  const { connections, made } = start({ media: false });
  connections.setIce(ICE);
  connections.prepare();
  assertEquals(made.length, 0);
});

Deno.test("connections: fresh servers or another network make a prepared offer anew", () => {
  const { connections, made } = start();
  connections.setIce(ICE);
  connections.prepare();
  connections.setIce(ICE);
  connections.prepare();
  connections.networkChanged();
  assertEquals(made.map(isOpen), [false, false, true]);
});

Deno.test("connections: the prepared offer is the pledged one, and adopted", async () => {
  const { connections, made, begun } = start();
  connections.setIce(ICE);
  connections.prepare();
  const offer = await connections.pledge();
  assert(offer !== null);
  connections.adopt(offer.connection);
  assertEquals([made.length, begun], [1, [offer.connection]]);
  assertEquals(connections.current?.id, offer.connection);
});

Deno.test("connections: a question asked again takes the same offer along", async () => {
  const { connections, made } = start();
  connections.setIce(ICE);
  const first = await connections.pledge();
  const second = await connections.pledge();
  assertEquals([second?.connection, made.length], [first?.connection, 1]);
});

Deno.test("connections: candidates after the pledge are said once somebody adopts", async () => {
  const { connections, made, sent } = start();
  connections.setIce(ICE);
  const offer = await connections.pledge();
  made[0]?.gather("candidate:late");
  assertEquals(sent, []);
  connections.adopt(offer?.connection ?? "");
  assertEquals(sent.map(({ kind }) => kind), ["candidate"]);
  made[0]?.gather("candidate:later");
  assertEquals(sent.length, 2);
});

Deno.test("connections: candidates that a later pledge holds are not said twice", async () => {
  const { connections, made, sent } = start();
  connections.setIce(ICE);
  await connections.pledge();
  made[0]?.gather("candidate:first");
  const offer = await connections.pledge();
  assert(offer !== null && offer.sdp.includes("candidate:first"));
  connections.adopt(offer.connection);
  assertEquals(sent, []);
});

Deno.test("connections: a network hint between pledge and adopt keeps the offered connection", async () => {
  const { connections, made, sent, begun, broken } = start();
  connections.setIce(ICE);
  const offer = await connections.pledge();
  connections.networkChanged();
  connections.prepare();
  connections.adopt(offer?.connection ?? "");
  await settle();
  assertEquals([begun, broken, isOpen(made[0] ?? { signalingState: "closed" })], [
    [offer?.connection],
    [],
    true,
  ]);
  const restart = sent.find(({ kind }) => kind === "offer");
  assert(restart?.kind === "offer" && restart.id === "00000002", "it restarts at once");
});

Deno.test("connections: a question asked after a network hint takes a new offer along", async () => {
  const { connections, made } = start();
  connections.setIce(ICE);
  const first = await connections.pledge();
  connections.networkChanged();
  const second = await connections.pledge();
  assert(first?.connection !== second?.connection);
  assertEquals(made.map(isOpen), [false, true]);
});

Deno.test("connections: adopting one that is gone is told, so that a new one is offered", async () => {
  const { connections, broken, begun } = start();
  connections.setIce(ICE);
  const offer = await connections.pledge();
  connections.close();
  connections.adopt(offer?.connection ?? "");
  assertEquals([broken, begun, connections.current], [[offer?.connection], [], null]);
});

Deno.test("connections: a new one closes all others: never two", async () => {
  const { connections, made } = start();
  connections.setIce(ICE);
  await connections.pledge();
  connections.answer(OFFER);
  await settle();
  connections.offer("link-ours-1");
  await settle();
  connections.answer({ ...OFFER, connection: "link-theirs-2" });
  await settle();
  assertEquals(made.filter(isOpen).length, 1);
  assertEquals(connections.current?.id, "link-theirs-2");
});

Deno.test("connections: an offer goes out when it is made, with candidates after it", async () => {
  const { connections, made, sent } = start();
  connections.setIce(ICE);
  connections.offer("link-ours-1");
  await settle();
  made[0]?.gather("candidate:late");
  assertEquals(sent.map(({ kind }) => kind), ["offer", "candidate"]);
});

Deno.test("connections: news and signals of a connection that was replaced are nobody's", async () => {
  const { connections, made, sent, told } = start();
  connections.setIce(ICE);
  connections.offer("link-ours-1");
  await settle();
  connections.answer(OFFER);
  await settle();
  const before = [sent.length, told.length];
  made[0]?.gather("candidate:old");
  made[0]?.ice("failed");
  made[0]?.onconnectionstatechange?.();
  assertEquals([sent.length, told.length], before);
});

Deno.test("connections: says when an answer is being made, and that it is made", async () => {
  const { connections } = start();
  connections.setIce(ICE);
  connections.answer(OFFER);
  assert(connections.answering !== null);
  await connections.answering;
  assertEquals(connections.answering, null);
});

for (
  const [name, end] of [
    ["left", (connections: ReturnType<typeof createConnections>) => connections.closeCurrent()],
    ["over", (connections: ReturnType<typeof createConnections>) => connections.close()],
  ] as const
) {
  Deno.test(`connections: an answer that is never made because the call is ${name} holds nothing up`, async () => {
    const { connections, made } = start();
    connections.setIce(ICE);
    connections.answer(OFFER);
    const gate = Promise.withResolvers<void>();
    for (const each of made) each.gate = gate.promise;
    await settle();
    assert(connections.answering !== null);
    end(connections);
    gate.resolve();
    await settle();
    assertEquals(connections.answering, null);
  });
}

Deno.test("connections: one that the browser refuses to make is told as broken", async () => {
  const { connections, broken } = start({
    connect() {
      throw new DOMException("Cannot create so many PeerConnections", "UnknownError");
    },
  });
  connections.setIce(ICE);
  connections.offer("link-ours-1");
  connections.answer(OFFER);
  await settle();
  assertEquals(broken, ["link-ours-1", "link-theirs-1"]);
  connections.prepare();
  assertEquals(await connections.pledge(), null, "the question goes out without an offer");
});

Deno.test("connections: broken again and again, it is told once", async () => {
  const { connections, made, broken } = start();
  connections.setIce(ICE);
  connections.offer("link-ours-1");
  await settle();
  for (let times = 0; times < 3; times++) {
    for (const each of made) each.failing = "setRemoteDescription";
    connections.current?.receive({
      kind: "answer",
      connection: "link-ours-1",
      id: "00000001",
      sdp: "v=0",
    });
    await settle();
  }
  assertEquals(broken, ["link-ours-1"]);
});

Deno.test("connections: other tracks go to every connection there is", async () => {
  const { connections, made, tracks } = start();
  connections.setIce(ICE);
  connections.prepare();
  await settle();
  connections.setTracks({ ...tracks, voice: null });
  await settle();
  assertEquals(made[0]?.transceivers[0]?.sender.track, null);
});

Deno.test("connections: closed, none is left", async () => {
  const { connections, made } = start();
  connections.setIce(ICE);
  connections.prepare();
  await connections.pledge();
  connections.answer(OFFER);
  connections.close();
  await settle();
  assertEquals([made.filter(isOpen).length, connections.current], [0, null]);
});
