import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { FakeConnection } from "../../tests/fakes/connection.ts";
import { FakeTrack } from "../../tests/fakes/peer_connection.ts";
import type { Connect, Engine } from "../platform.ts";
import { createSteering } from "../sending/steering.ts";
import { createRecovery } from "./recovery.ts";

const staysHere = () => Promise.resolve(null);
const movesAway = () =>
  Promise.resolve(() => {
    throw new Error("Nobody connects in these tests");
  });

function start(
  { engine = "chromium", canStartAnew = true, relay = false, findMove = staysHere }: {
    readonly engine?: Engine;
    readonly findMove?: (known: ReadonlySet<string>) => Promise<Connect | null>;
    readonly canStartAnew?: boolean;
    readonly relay?: boolean;
  } = {},
) {
  const clock = new FakeClock();
  const fake = new FakeConnection("link-1", clock);
  const told: string[] = [];
  const bugs: string[] = [];
  const servers: RTCIceServer[] = relay
    ? [{ urls: ["turn:relay.example.org"], username: "u", credential: "c" }]
    : [{ urls: ["stun:stun.example.org"] }];
  const recovery = createRecovery({
    platform: {
      clock,
      engine,
      loadUpkeep: () => Promise.resolve({ createSteering, findMove }),
      reportBug: (what) => bugs.push(what),
    },
    event: ({ type }) => told.push(type),
    flows: () => told.push("flows"),
    probeSocket: () => told.push("probe"),
    woke: () => told.push("woke"),
    moved: () => told.push("moved"),
    replaceSocket: () => told.push("replace socket"),
    canStartAnew: () => canStartAnew,
    iceServers: () => servers,
    renewServers: () => told.push("renew servers"),
    videoPaused: (paused) => told.push(paused ? "paused" : "not paused"),
  });
  recovery.follow(fake.connection);
  const video = () => fake.pc.transceivers[1]?.sender.applied.at(-1);
  /** How much of the voice the friend's description wishes in a packet, ms. */
  function packs(): number | null {
    const [, wish] = /a=ptime:(\d+)/.exec(fake.pc.remoteDescription?.sdp ?? "") ?? [];
    return wish === undefined ? null : Number(wish);
  }
  function sends(): boolean | undefined {
    return (video()?.parameters.encodings[0] as { active?: boolean } | undefined)?.active;
  }
  function wantsKeyFrame(): boolean | undefined {
    const options = video()?.options as
      | { encodingOptions: { keyFrame: boolean }[] }
      | undefined;
    return options?.encodingOptions[0]?.keyFrame;
  }
  return { clock, fake, told, bugs, recovery, sends, packs, wantsKeyFrame };
}

Deno.test("recovery: media flows: told once, sending is limited, and figures appear", async () => {
  const { fake, told, recovery, sends } = start();
  await fake.flow(3_000);
  assertEquals(told, ["link-flowing", "flows"]);
  assertEquals([fake.flowed, sends()], [1, true]);
  assert(recovery.figures.value !== null);
});

Deno.test("recovery: no picture is sent into a cut, and nobody is told of a pause", async () => {
  const { fake, told, sends } = start();
  await fake.flow(1_000);
  await fake.quiet(2_500);
  assertEquals(sends(), true, "without a voice the picture is what the friend hears of us");
  await fake.flow(500);
  await fake.pc.transceivers[0]?.sender.replaceTrack(new FakeTrack("audio"));
  await fake.quiet(2_500);
  assertEquals(sends(), false);
  await fake.flow(500);
  assertEquals(sends(), true);
  assertEquals(told.filter((what) => what.includes("paused")), []);
});

Deno.test("recovery: a stall asks for the socket, restarts, and after it a whole picture is sent", async () => {
  const { fake, told, wantsKeyFrame } = start();
  await fake.flow(1_000);
  assertEquals(wantsKeyFrame(), false);
  await fake.quiet(2_500);
  assertEquals(told.slice(2), ["probe", "link-weak", "link-stalled", "probe"]);
  assertEquals(fake.restarts.map(({ anew }) => anew), [false]);
  await fake.flow(500);
  assertEquals([told.at(-2), wantsKeyFrame()], ["link-flowing", true]);
});

const OF_FIREFOX = "v=0\r\no=mozilla...THIS_IS_SDPARTA-99.0 1 0 IN IP4 0.0.0.0\r\n";

for (
  const [engine, friends, told] of [
    ["firefox", "chromium", ["link-stale"]],
    ["chromium", "firefox", ["link-stale"]],
    ["chromium", "chromium", []],
  ] as const
) {
  Deno.test(`recovery: back on the seat after a cut, ${engine} asks a friend's ${friends} for ${told.length} new connection`, async () => {
    const { clock, fake, recovery, ...said } = start({ engine });
    if (friends === "firefox") fake.friendsDescription = OF_FIREFOX;
    await fake.flow(1_000);
    recovery.returned();
    await fake.quiet(5_000);
    await fake.flow(500);
    const { length } = said.told;
    recovery.returned();
    assertEquals(said.told.slice(length), [...told]);
    await fake.flow(4_000);
    recovery.returned();
    assertEquals(said.told.slice(length), [...told]);
    assert(clock.running > 0);
  });
}

Deno.test("recovery: a move is looked for as soon as nothing comes; found, socket and connection begin anew", async () => {
  const looks: ReadonlySet<string>[] = [];
  const { fake, told } = start({
    findMove(known) {
      looks.push(known);
      return movesAway();
    },
  });
  await fake.flow(1_000);
  await fake.quiet(500);
  assertEquals(told.slice(2), ["moved", "replace socket", "link-stale"]);
  assertEquals(looks, [fake.addresses]);
});

Deno.test("recovery: a move that shows later is found when the seat is there again", async () => {
  let isAway = false;
  const { fake, recovery, told } = start({ findMove: () => isAway ? movesAway() : staysHere() });
  await fake.flow(1_000);
  await fake.quiet(1_500);
  assertEquals(told.slice(2), ["probe", "link-weak"]);
  isAway = true;
  recovery.returned();
  await fake.quiet(0);
  assertEquals(told.slice(4), ["moved", "link-stale"]);
});

Deno.test("recovery: media that come while a move is looked for need no new connection", async () => {
  const looking = Promise.withResolvers<Connect | null>();
  const { fake, recovery, told } = start({ findMove: () => looking.promise });
  await fake.flow(1_000);
  await fake.quiet(500);
  await fake.flow(250);
  looking.resolve(await movesAway());
  await fake.flow(250);
  recovery.returned();
  await fake.quiet(0);
  assertEquals(told.slice(2), []);
});

Deno.test("recovery: the look of a connection that is no longer in use moves nobody", async () => {
  const looking = Promise.withResolvers<Connect | null>();
  const { clock, fake, recovery, told } = start({ findMove: () => looking.promise });
  await fake.flow(1_000);
  await fake.quiet(500);
  recovery.follow(new FakeConnection("link-2", clock).connection);
  looking.resolve(await movesAway());
  await clock.pass(0);
  assertEquals(told.slice(2), []);
});

Deno.test("recovery: Firefox hears of its own cut at once, and looks then", async () => {
  const { fake, recovery, told } = start({ engine: "firefox", findMove: movesAway });
  await fake.flow(1_000);
  fake.hasPath = false;
  recovery.ice("disconnected");
  await fake.quiet(0);
  assertEquals(told.slice(2), ["moved", "replace socket", "link-stale"]);
});

Deno.test("recovery: a connection that is still being made has left nothing", async () => {
  const { fake, recovery, told } = start({ findMove: movesAway });
  fake.hasPath = false;
  recovery.ice("disconnected");
  recovery.returned();
  await fake.quiet(3_000);
  recovery.returned();
  await fake.quiet(0);
  assertEquals(told, []);
});

Deno.test("recovery: after a network hint the restart is anew, the one after it is not", async () => {
  const { fake, recovery } = start();
  await fake.flow(1_000);
  await fake.quiet(500);
  recovery.hint();
  await fake.quiet(5_000);
  assertEquals(fake.restarts.map(({ anew }) => anew), [true, false]);
});

Deno.test("recovery: Firefox's quick `disconnected` is a hint, Chromium's late one is not", async () => {
  for (const [engine, restarts] of [["firefox", 1], ["chromium", 0], ["webkit", 0]] as const) {
    const { fake, recovery } = start({ engine });
    await fake.flow(1_000);
    await fake.quiet(500);
    recovery.ice("disconnected");
    await fake.quiet(0);
    assertEquals(fake.restarts.length, restarts, engine);
  }
});

Deno.test("recovery: when nothing helps a new connection is asked for", async () => {
  const { fake, told } = start();
  await fake.flow(1_000);
  await fake.quiet(40_000);
  assert(told.includes("link-failed"));
});

Deno.test("recovery: where none could be agreed on, restarts go on with fresh servers, every 4 s", async () => {
  const { fake, told } = start({ canStartAnew: false });
  await fake.flow(1_000);
  await fake.quiet(60_000);
  assert(!told.includes("link-failed") && told.includes("renew servers"));
  assert(fake.restarts.length >= 10 && fake.restarts.length <= 17, `${fake.restarts.length}`);
});

Deno.test("recovery: no way between the two is told where there is no relay to try", async () => {
  for (const relay of [false, true]) {
    const { fake, told, recovery } = start({ relay });
    await fake.quiet(5_000);
    recovery.connection("failed");
    await fake.quiet(500);
    assertEquals(told.includes("link-no-path"), !relay);
  }
});

Deno.test("recovery: no way between the two is told on both sides before either begins anew", async () => {
  const { fake, told } = start();
  await fake.quiet(9_750);
  assertEquals(told, []);
  await fake.quiet(250);
  assertEquals(told, ["link-no-path"]);
  await fake.quiet(2_500);
  assertEquals(told, ["link-no-path"], "once");
});

Deno.test("recovery: nothing is said of the way while nobody has answered", async () => {
  const { fake, told } = start();
  fake.agreedAt = null;
  await fake.quiet(14_500);
  assertEquals(told, []);
  fake.agreedAt = fake.clock.monotonic();
  await fake.flow(500);
  assertEquals(told, ["link-flowing", "flows"]);
});

Deno.test("recovery: the picture pauses on a narrow way, comes back, and it is told once each", async () => {
  const { fake, told, recovery, sends, packs } = start();
  await fake.agree();
  await fake.flow(8_000);
  await fake.flow(6_000, { availableOutgoingBitrate: 20_000 });
  assertEquals([recovery.videoPaused, sends(), packs()], [true, false, 60]);
  await fake.flow(3_000);
  assertEquals([recovery.videoPaused, sends(), packs()], [false, true, 60], "small");
  await fake.flow(5_000);
  assertEquals([recovery.videoPaused, sends(), packs()], [false, true, null]);
  assertEquals(told.filter((what) => what.endsWith("paused")), ["paused", "not paused"]);
});

Deno.test("recovery: the picture's pause ends with the connection it was of", async () => {
  for (const end of ["release", "follow another"]) {
    const { clock, fake, told, recovery } = start();
    await fake.flow(7_000);
    await fake.flow(6_000, { availableOutgoingBitrate: 20_000 });
    if (end === "release") recovery.release();
    else recovery.follow(new FakeConnection("link-2", clock).connection);
    assertEquals([recovery.videoPaused, told.at(-1)], [false, "not paused"], end);
    assertEquals(recovery.figures.value, null);
  }
});

Deno.test("recovery: low data is kept for the next connection", async () => {
  const { clock, fake, recovery } = start();
  await fake.flow(1_000);
  recovery.wish({ lowData: true });
  const next = new FakeConnection("link-2", clock);
  recovery.follow(next.connection);
  await next.flow(1_000);
  const encoding = next.pc.transceivers[1]?.sender.applied.at(-1)?.parameters.encodings[0];
  assertEquals(encoding?.maxBitrate, 250_000);
});

Deno.test("recovery: with a screen beside it the face gets less, at once and on the next connection", async () => {
  const { clock, fake, recovery } = start();
  const camera = (of: FakeConnection) =>
    of.pc.transceivers[1]?.sender.applied.at(-1)?.parameters.encodings[0]?.maxBitrate;
  await fake.flow(1_000);
  recovery.wish({ sharing: true });
  await fake.flow(1_000);
  assertEquals(camera(fake), 500_000);
  const next = new FakeConnection("link-2", clock);
  recovery.follow(next.connection);
  await next.flow(1_000);
  assertEquals(camera(next), 500_000);
  recovery.wish({ sharing: false });
  await next.flow(1_000);
  assertEquals(camera(next), 2_500_000);
});

Deno.test("recovery: released it follows nothing, and no timer runs", async () => {
  const { clock, fake, told, recovery } = start();
  await fake.flow(1_000);
  recovery.release();
  const { length } = told;
  recovery.heard();
  recovery.hint();
  recovery.connection("failed");
  await fake.quiet(60_000);
  assertEquals([told.length, clock.running], [length, 0]);
});

Deno.test("recovery: limits that cannot be set are reported once each, and the watch goes on", async () => {
  const { fake, told, bugs } = start();
  for (const { sender } of fake.pc.transceivers) {
    sender.setParameters = () => Promise.reject(new TypeError("bug"));
  }
  await fake.flow(1_000);
  assertEquals(bugs, ["Cannot limit sending"]);
  await fake.quiet(2_500);
  assert(told.includes("link-stalled"));
});
