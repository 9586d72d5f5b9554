import { assert, assertEquals } from "@std/assert";
import { settle } from "../../tests/fakes/clock.ts";
import type { FakeChannel, FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { type FakeBrowser, fakeBrowser } from "../../tests/fakes/platform.ts";
import type { Signal } from "../../signaling/protocol.ts";
import type { ChannelMessage } from "./channel.ts";
import {
  answerConnection,
  type Connection,
  type ConnectionHandlers,
  offerConnection,
} from "./connection.ts";
import type { Tracks } from "./lanes.ts";

const ID = "link-test-1";
const VOICE = { kind: "audio", id: "voice" } as unknown as MediaStreamTrack;
const FACE = { kind: "video", id: "face" } as unknown as MediaStreamTrack;
const NOTHING: Tracks = { voice: null, camera: null, screen: null, sound: null };
const OWN: Tracks = { ...NOTHING, voice: VOICE, camera: FACE };

/** What a connection told its owner. */
function owner() {
  const told: string[] = [];
  const signals: Signal[] = [];
  const messages: ChannelMessage[] = [];
  const handlers: ConnectionHandlers = {
    signal: (signal) => signals.push(signal),
    message: (message) => messages.push(message),
    channelOpen: () => told.push("channel open"),
    media: () => told.push("media"),
    agreed: () => told.push("agreed"),
    connection: (state) => told.push(`connection ${state}`),
    ice: (state) => told.push(`ice ${state}`),
    broken: () => told.push("broken"),
  };
  return { told, signals, messages, handlers };
}

function lastOf(browser: FakeBrowser): FakePeerConnection {
  const last = browser.connections.at(-1);
  assert(last !== undefined);
  return last;
}

function offering(tracks: Tracks = OWN) {
  const browser = fakeBrowser();
  const own = owner();
  const { platform } = browser;
  const options = { id: ID, platform, iceServers: [], tracks: () => tracks };
  const connection = offerConnection(options, own.handlers);
  return { browser, connection, pc: lastOf(browser), ...own };
}

function answering(sdp: string, tracks: Tracks = OWN) {
  const browser = fakeBrowser();
  const own = owner();
  const { platform } = browser;
  const offer = { kind: "offer", connection: ID, id: "00000001", sdp } as const;
  const options = { platform, iceServers: [], tracks: () => tracks };
  const connection = answerConnection(offer, options, own.handlers);
  return { browser, connection, pc: lastOf(browser), ...own };
}

/** Its channel is open and ICE has a path. */
async function talking() {
  const run = offering();
  await run.connection.settled;
  const [channel] = run.pc.channels;
  assert(channel !== undefined);
  channel.open();
  run.pc.ice("connected");
  return { ...run, channel };
}

function sections(...kinds: readonly string[]): string {
  return ["v=0", ...kinds.map((kind) => `m=${kind} 9`)].join("\r\n");
}

function tracksOf(stream: MediaStream): number {
  return (stream as unknown as { tracks: unknown[] }).tracks.length;
}

const BEAT: ChannelMessage = { type: "beat" };

Deno.test("connection: offers each lane and two channels, with our tracks", async () => {
  const { connection, pc } = offering();
  await connection.settled;
  assertEquals(pc.transceivers.map(({ kind, direction }) => [kind, direction]), [
    ["audio", "sendrecv"],
    ["video", "sendrecv"],
    ["video", "sendrecv"],
    ["audio", "sendrecv"],
  ]);
  assertEquals(pc.transceivers.map(({ sender }) => sender.track), [VOICE, FACE, null, null]);
  assertEquals(pc.channels.map(({ label }) => label), ["duet", "duet.files"]);
  assertEquals(connection.pendingOffer()?.id, "00000001");
});

Deno.test("connection: the answer sends our tracks, and goes out", async () => {
  const { connection, pc, signals, told } = answering(sections("audio", "video"));
  await connection.settled;
  assertEquals(signals.map(({ kind }) => kind), ["answer"]);
  assertEquals(pc.transceivers.map(({ sender, direction }) => [sender.track, direction]), [
    [VOICE, "sendrecv"],
    [FACE, "sendrecv"],
  ]);
  assertEquals(told, ["agreed"]);
});

Deno.test("connection: an offer with 50 pictures gets one camera, one voice and one screen", async () => {
  const kinds = ["audio", "audio", "audio", ...Array.from({ length: 50 }, () => "video")];
  const { connection, pc } = answering(sections(...kinds));
  await connection.settled;
  const sending = pc.transceivers.filter(({ sender }) => sender.track !== null);
  assertEquals(sending.map(({ kind }) => kind), ["audio", "video"]);
  const live = pc.transceivers.filter(({ stopped }) => !stopped);
  assertEquals(live.map(({ kind }) => kind), ["audio", "audio", "video", "video"]);
  assertEquals(tracksOf(connection.stream), 2);
  assertEquals(tracksOf(connection.screen), 2);
});

Deno.test("connection: a screen goes out on a lane of its own, without a new description", async () => {
  const { connection, pc } = offering();
  await connection.settled;
  const offer = pc.localDescription;
  const screen = { kind: "video", id: "screen" } as unknown as MediaStreamTrack;
  connection.setTracks({ ...OWN, screen });
  await settle();
  assertEquals(pc.transceivers.map(({ sender }) => sender.track), [VOICE, FACE, screen, null]);
  assertEquals(pc.localDescription, offer);
});

Deno.test("connection: other tracks go to the first voice and the first picture only", async () => {
  const { connection, pc } = answering(sections("video", "audio", "video"));
  await connection.settled;
  connection.setTracks(NOTHING);
  await settle();
  assertEquals(pc.transceivers.map(({ sender }) => sender.track), [null, null, null]);
  connection.setTracks(OWN);
  await settle();
  assertEquals(pc.transceivers.map(({ sender }) => sender.track), [FACE, VOICE, null]);
});

Deno.test("connection: the first packet of the friend's media is told", async () => {
  const { connection, pc, told } = answering(sections("audio", "video"));
  await connection.settled;
  pc.transceivers[0]?.receiver.track.onunmute?.();
  assertEquals(told.at(-1), "media");
});

Deno.test("connection: says nothing before the channel is open, or without a path", async () => {
  const { connection, pc } = offering();
  await connection.settled;
  assertEquals(connection.say(BEAT), false);
  const [channel] = pc.channels;
  channel?.open();
  assertEquals(connection.say(BEAT), false, "no ICE path yet");
  for (const [state, says] of [["connected", true], ["completed", true]] as const) {
    pc.ice(state);
    assertEquals(connection.say(BEAT), says);
  }
  for (const state of ["disconnected", "failed", "checking"]) {
    pc.ice(state);
    assertEquals(connection.say(BEAT), false, state);
  }
  assertEquals(channel?.sent.length, 2);
});

Deno.test("connection: a channel whose queue is full takes nothing, and nothing is thrown", async () => {
  const { connection, channel } = await talking();
  channel.full = true;
  assertEquals(connection.say(BEAT), false);
});

Deno.test("connection: a path that swallows everything is not written to without end", async () => {
  const { connection, channel } = await talking();
  channel.bufferedAmount = 10_000_000;
  assertEquals([connection.say(BEAT), channel.sent.length], [false, 0]);
});

Deno.test("connection: takes the friend's channel, one, and only by its name", async () => {
  const { connection, pc, told } = answering(sections("audio"));
  await connection.settled;
  const browserChannel = (label: string) => {
    const channel = lastChannel(pc, label);
    pc.ondatachannel?.({ channel });
    return channel;
  };
  const other = browserChannel("other");
  const first = browserChannel("duet");
  const second = browserChannel("duet");
  assertEquals([other, first, second].map(({ readyState }) => readyState), [
    "closed",
    "connecting",
    "closed",
  ]);
  first.open();
  assertEquals(told.at(-1), "channel open");
});

function lastChannel(pc: FakePeerConnection, label: string): FakeChannel {
  return pc.createDataChannel(label);
}

Deno.test("connection: what is no message of ours is not heard", async () => {
  const { channel, messages } = await talking();
  for (const data of ["{", "[]", '{"type":"text"}', new ArrayBuffer(4)]) {
    channel.onmessage?.({ data });
  }
  channel.onmessage?.({ data: '{"type":"goodbye"}' });
  assertEquals(messages, [{ type: "goodbye" }]);
});

Deno.test("connection: after it is closed nothing is told any more", async () => {
  const { connection, pc, channel, told, messages, signals } = await talking();
  const before = [told.length, messages.length, signals.length];
  connection.close();
  channel.onmessage?.({ data: '{"type":"goodbye"}' });
  pc.ice("disconnected");
  pc.onconnectionstatechange?.();
  pc.gather("candidate:late");
  connection.receive({ kind: "restart", connection: ID });
  await settle();
  assertEquals([told.length, messages.length, signals.length], before);
});

for (
  const [name, make] of [
    ["its offer is made", () => offering()],
    ["its answer is made", () => answering(sections("audio", "video"))],
  ] as const
) {
  Deno.test(`connection: closed while ${name}, it settles: nobody waits for it for ever`, async () => {
    const { connection, pc, told } = make();
    // WebRTC 1.0, 4.4.1.2: what a closed connection was asked for is neither done nor refused.
    const gate = Promise.withResolvers<void>();
    pc.gate = gate.promise;
    await settle();
    let settled = false;
    void connection.settled.then(() => settled = true);
    connection.close();
    gate.resolve();
    await settle();
    assertEquals([settled, told], [true, []]);
  });
}

Deno.test("connection: one that cannot be made is told, and settles", async () => {
  const browser = fakeBrowser();
  const { handlers, told } = owner();
  const { platform } = browser;
  const offer = { kind: "offer", connection: ID, id: "00000001", sdp: "v=0" } as const;
  const made: Connection = answerConnection(
    offer,
    { platform, iceServers: [], tracks: () => NOTHING },
    handlers,
  );
  lastOf(browser).failing = "setRemoteDescription";
  await made.settled;
  await settle();
  assertEquals(told, ["broken"]);
});

Deno.test("connection: one that is closed is not restarted, and nothing is thrown", async () => {
  const { connection, pc, told } = offering();
  await connection.settled;
  pc.setConfiguration = () => {
    throw new DOMException("closed", "InvalidStateError");
  };
  connection.close();
  connection.restart([], true);
  await settle();
  assertEquals(told, []);
});

Deno.test("connection: a restart uses the servers of now", async () => {
  const { connection, pc } = offering();
  await connection.settled;
  const servers = [{ urls: ["stun:stun.example.org"] }];
  connection.restart(servers, true);
  await settle();
  assertEquals(pc.getConfiguration().iceServers, servers);
  assertEquals(connection.pendingOffer()?.id, "00000002");
});
