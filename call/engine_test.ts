import { assert, assertEquals } from "@std/assert";
import { FakeStream, FakeTrack } from "../tests/fakes/peer_connection.ts";
import { fakeBrowser } from "../tests/fakes/platform.ts";
import { joinedMessage } from "../tests/fakes/server_messages.ts";
import { CLOSE, type JoinMessage, type OfferSignal } from "../signaling/protocol.ts";
import { createCall } from "./engine.ts";
import { fakeEdges } from "../tests/fakes/extra_edges.ts";
import type { ExtraContext } from "./extras/extra.ts";
import { createExtras } from "./extras/extras.ts";
import { MEETING_MS } from "./machine/showing.ts";
import type { Devices, Platform } from "./platform.ts";

const OFFER: OfferSignal = {
  kind: "offer",
  connection: "link-theirs-1",
  id: "00000001",
  sdp: "v=0\r\nm=audio 9\r\nm=video 9",
};

/** A page that is being opened, with a camera and a server that says what the test says. */
function open(more: Partial<Platform> = {}) {
  const given: FakeTrack[] = [];
  const devices = {
    acquire() {
      const tracks = [new FakeTrack("audio"), new FakeTrack("video")];
      given.push(...tracks);
      return Promise.resolve({ ok: true, stream: new FakeStream(tracks) });
    },
    acquireOne: () => Promise.resolve(null),
    permission: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
    isHandheld: () => false,
    onChange: () => () => {},
  } as unknown as Devices;
  const browser = fakeBrowser({ devices, ...more });
  const then = { room: "Kitchen", enter: false };
  const loadExtras = () =>
    Promise.resolve({
      createExtras: (context: ExtraContext) => createExtras(context, fakeEdges()),
    });
  const call = createCall(
    { then, asksFirst: false, socketUrl: "wss://duet.test/ws", loadExtras },
    browser.platform,
  );
  const { clock, sockets } = browser;
  function joins(): JoinMessage[] {
    return sockets.made.flatMap(({ sent }) => sent as JoinMessage[])
      .filter(({ type }) => type === "join");
  }
  /** The socket is open, permission given, the button pressed, and a seat is there. */
  async function seated(): Promise<void> {
    sockets.last.greet(60_000);
    await clock.pass(10);
    call.dispatch({ type: "join", room: "Kitchen" });
    await clock.pass(2_000);
    sockets.last.receive(joinedMessage(joins().at(-1)?.request ?? "none"));
    await clock.pass(10);
  }
  /** Somebody comes in, with an offer or expecting one. */
  async function visited(offer: OfferSignal | null = OFFER): Promise<void> {
    await seated();
    sockets.last.receive({
      type: "arrived",
      session: "friend-session",
      holder: "friend-holder",
      resumed: false,
      connection: offer?.connection ?? null,
      offer,
    });
  }
  const live = () => given.filter(({ readyState }) => readyState === "live").length;
  return { ...browser, call, given, live, joins, seated, visited };
}

Deno.test("engine: from the first view to a seat, and out again", async () => {
  const { call, seated, live, joins } = open();
  await seated();
  assertEquals([call.call.value.state.name, joins().length, live()], ["waiting", 1, 2]);
  call.dispatch({ type: "leave" });
  assertEquals([call.call.value.state.name, live(), call.local.value], ["ended", 0, null]);
});

Deno.test("engine: stopped, no timer runs, no connection is open and no camera is on", async () => {
  const { call, visited, clock, connections, live } = open();
  await visited();
  await clock.pass(5_000);
  call.stop();
  await clock.pass(60_000);
  assertEquals([clock.running, live()], [0, 0]);
  assert(connections.every(({ signalingState }) => signalingState === "closed"));
});

Deno.test("engine: leaving while the answer is made: the screen shows it", async () => {
  const { call, visited, clock, connections } = open();
  await visited();
  const gate = Promise.withResolvers<void>();
  for (const each of connections) each.gate = gate.promise;
  await clock.pass(0);
  call.dispatch({ type: "leave" });
  gate.resolve();
  await clock.pass(1_000);
  assertEquals(call.call.value.state.name, "ended");
});

Deno.test("engine: cancelled while the token is looked up, nothing is asked", async () => {
  const { call, sockets, clock, joins } = open();
  sockets.last.greet(60_000);
  await clock.pass(10);
  call.dispatch({ type: "join", room: "Kitchen" });
  call.dispatch({ type: "cancel" });
  await clock.pass(20_000);
  assertEquals([joins().length, call.call.value.state.name], [0, "prompt"]);
});

Deno.test("engine: a page that is old says so, in a call and after it", async () => {
  const { call, sockets, seated, clock } = open();
  await seated();
  sockets.last.drop(CLOSE.outdated);
  const kinds = () => call.notices.value.map(({ kind }) => kind);
  assert(kinds().includes("outdated"));
  call.dispatch({ type: "leave" });
  call.dispatch({ type: "call-again" });
  await clock.pass(60_000);
  assert(kinds().includes("outdated"));
  assertEquals(sockets.made.length, 1);
});

Deno.test("engine: a friend whose every description is broken costs few connections a minute", async () => {
  const { call, visited, clock, sockets, connections } = open();
  await visited(null);
  for (let passed = 0; passed < 60_000; passed += 100) {
    await clock.pass(100);
    const [offer] = (sockets.last.sent as { type: string; signal?: OfferSignal }[])
      .flatMap(({ signal }) => signal?.kind === "offer" ? [signal] : []).slice(-1);
    for (const each of connections) each.failing = "setRemoteDescription";
    if (offer === undefined) continue;
    const answer = { ...offer, kind: "answer" } as const;
    sockets.last.receive({ type: "signal", from: "friend-session", signal: answer });
  }
  assert(connections.length > 10, "they break");
  assert(connections.length <= 70, `${connections.length} connections in a minute`);
  assertEquals(call.call.value.state.name, "connecting");
});

Deno.test("engine: a browser that makes no connections more is asked for few, and the page lives", async () => {
  let asked = 0;
  const { call, visited, clock } = open({
    connect() {
      asked += 1;
      throw new DOMException("Cannot create so many PeerConnections", "UnknownError");
    },
  });
  await visited();
  await clock.pass(60_000);
  assert(asked <= 80, `asked ${asked} times in a minute`);
  call.dispatch({ type: "leave" });
  assertEquals(call.call.value.state.name, "ended");
});

Deno.test("engine: a seat is asked for again until the server can say, at a bearable pace", async () => {
  const { call, seated, sockets, clock, joins } = open();
  await seated();
  sockets.last.drop();
  await clock.pass(300);
  sockets.last.greet(60_000);
  for (let seconds = 0; seconds < 60; seconds++) {
    await clock.pass(1_000);
    const request = joins().at(-1)?.request ?? null;
    sockets.last.receive({
      type: "error",
      request,
      code: "unavailable",
      message: "",
      retryInMs: null,
      problem: null,
    });
  }
  assert(joins().length >= 10 && joins().length <= 62, `${joins().length} questions in a minute`);
  await clock.pass(6_000);
  sockets.last.receive(joinedMessage(joins().at(-1)?.request ?? ""));
  const { state } = call.call.value;
  assert(state.name === "waiting" && state.seat.is === "kept");
});

Deno.test("engine: a text to a friend who left is marked, and is nobody else's", async () => {
  const { call, visited, sockets, clock, connections } = open();
  await visited();
  await clock.pass(10);
  call.sendText("is anybody there?");
  assertEquals(call.texts.value.map(({ delivery }) => delivery), ["undelivered"], "not shown yet");
  await clock.pass(MEETING_MS);
  call.sendText("for you alone");
  assertEquals(call.texts.value.at(-1)?.delivery, "sent");
  sockets.last.receive({ type: "left", session: "friend-session" });
  assertEquals(call.texts.value.at(-1)?.delivery, "undelivered");
  sockets.last.receive({
    type: "arrived",
    session: "other-session",
    holder: "other-holder",
    resumed: false,
    connection: null,
    offer: null,
  });
  await clock.pass(10);
  const channel = connections.at(-1)?.channels[0];
  assert(channel !== undefined);
  connections.at(-1)?.ice("connected");
  channel.open();
  await clock.pass(60_000);
  assert(!channel.sent.some((said) => said.includes("for you alone")));
  assertEquals(call.texts.value, [], "the thread of the other person is an empty one");
});

Deno.test("engine: what could not be said while ICE had no path is said when it has one", async () => {
  const { call, clock, connections, visited } = open();
  await visited(null);
  await clock.pass(10);
  const pc = connections.at(-1);
  const channel = pc?.channels[0];
  assert(pc !== undefined && channel !== undefined);
  const said = () =>
    channel.sent.map((text) => JSON.parse(text)).filter(({ type }) => type === "status");
  pc.ice("connected");
  channel.open();
  pc.ice("disconnected");
  call.setMuted(true);
  await clock.pass(10);
  assertEquals(said().at(-1)?.muted, false);
  pc.ice("connected");
  assertEquals(said().at(-1)?.muted, true);
});
