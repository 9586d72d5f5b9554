import { assert, assertEquals } from "@std/assert";
import { type Condition, ROOM, twoPages, VOICE } from "../../tests/fakes/hearing.ts";
import { LOOK_MS } from "./hearing.ts";

/** Both know by then which hop is silent, ms. */
const BOTH_KNOW_MS = 3_000;
/** A call in which all has been well for a while. */
const A_WHILE_MS = 10_000;

async function inCall() {
  const call = twoPages();
  await call.clock.pass(A_WHILE_MS);
  const [one, other] = call.pages;
  assertEquals([one.told(), other.told()], [[], []]);
  return { ...call, one, other };
}

type Fault = [
  what: string,
  sender: Partial<Condition>,
  receiver: Partial<Condition>,
  atSender: string,
  atReceiver: string,
];

const FAULTS: readonly Fault[] = [
  ["a dead microphone", { microphone: 0 }, {}, "microphone to-friend", "microphone from-friend"],
  [
    "a dead microphone of Firefox",
    { microphone: 0, tellsLevel: false },
    {},
    "microphone to-friend",
    "microphone from-friend",
  ],
  [
    "a microphone of Firefox that gives not even silence",
    { gives: false, tellsLevel: false },
    {},
    "microphone to-friend",
    "microphone from-friend",
  ],
  [
    "a voice that is lost on the way",
    { voiceArrives: false },
    {},
    "voice-lost to-friend",
    "voice-lost from-friend",
  ],
  [
    "a voice that is decoded to silence",
    { isSwallowed: true },
    {},
    "voice-lost to-friend",
    "voice-lost from-friend",
  ],
  ["a blocked player", {}, { plays: false }, "sound-blocked to-friend", "tap-to-hear"],
  [
    "a blocked player of a friend of Firefox",
    { tellsLevel: false },
    { plays: false },
    "sound-blocked to-friend",
    "tap-to-hear",
  ],
  ["a camera that hangs", { camera: 0 }, {}, "camera to-friend", "camera from-friend"],
  [
    "a covered camera",
    { isBlack: true },
    {},
    "picture-black to-friend",
    "picture-black from-friend",
  ],
  [
    "a picture that is lost on the way",
    { pictureArrives: false },
    {},
    "picture-lost to-friend",
    "picture-lost from-friend",
  ],
];

for (const [what, sender, receiver, atSender, atReceiver] of FAULTS) {
  Deno.test(`hearing: of ${what} both are told in time, until it is mended`, async () => {
    const { clock, one, other } = await inCall();
    const [well, playsWell] = [{ ...one.condition }, { ...other.condition }];
    Object.assign(one.condition, sender);
    Object.assign(other.condition, receiver);
    await clock.pass(BOTH_KNOW_MS);
    assertEquals([one.told(), other.told()], [[atSender], [atReceiver]]);
    Object.assign(one.condition, well);
    Object.assign(other.condition, playsWell);
    await clock.pass(BOTH_KNOW_MS);
    assertEquals([one.told(), other.told()], [[], []]);
  });
}

const NO_FAULTS: readonly [string, Partial<Condition>, Partial<Condition>][] = [
  ["a quiet room", { microphone: ROOM }, {}],
  ["a quiet room at Firefox", { microphone: ROOM, tellsLevel: false }, {}],
  ["a muted microphone", { muted: true }, {}],
  ["a muted microphone of Firefox", { muted: true, tellsLevel: false }, {}],
  ["a quiet room that arrives as silence", { microphone: ROOM, isSwallowed: true }, {}],
  ["a camera that is off and sends black", { cameraOff: true, isBlack: true }, {}],
  ["a line that has no room for pictures", { sends: 0 }, {}],
  ["a page nobody looks at", {}, { isSeen: false, plays: null }],
  ["a network that drops all packets", { voiceArrives: false, pictureArrives: false }, {}],
];

for (const [what, sender, receiver] of NO_FAULTS) {
  Deno.test(`hearing: ${what} is no fault`, async () => {
    const { clock, one, other } = await inCall();
    Object.assign(one.condition, sender);
    Object.assign(other.condition, receiver);
    await clock.pass(A_WHILE_MS);
    assertEquals([one.told(), other.told()], [[], []]);
  });
}

Deno.test("hearing: what is over in a moment is no fault", async () => {
  const { clock, one, other } = await inCall();
  for (const [what, sender, receiver] of FAULTS) {
    const [well, playsWell] = [{ ...one.condition }, { ...other.condition }];
    Object.assign(one.condition, sender);
    Object.assign(other.condition, receiver);
    await clock.pass(700);
    Object.assign(one.condition, well);
    Object.assign(other.condition, playsWell);
    for (let ms = 0; ms < BOTH_KNOW_MS; ms += 100) {
      assertEquals([one.told(), other.told()], [[], []], what);
      await clock.pass(100);
    }
  }
});

Deno.test("hearing: the first picture of a slow device may take its time", async () => {
  const { clock, pages: [one, other] } = twoPages();
  one.condition.pictureArrives = false;
  await clock.pass(4_000);
  assertEquals([one.told(), other.told()], [[], []]);
  one.condition.pictureArrives = true;
  await clock.pass(A_WHILE_MS);
  assertEquals([one.told(), other.told()], [[], []]);
});

for (const tellsLevel of [true, false]) {
  Deno.test(`hearing: muting and camera off for a moment, again and again, is no fault (${tellsLevel ? "with" : "without"} a level)`, async () => {
    const { clock, one, other } = await inCall();
    one.condition.tellsLevel = tellsLevel;
    for (let ms = 100; ms < 3_000; ms += 170) {
      for (const off of [true, false]) {
        Object.assign(one.condition, { muted: off, cameraOff: off, isBlack: off });
        await clock.pass(ms);
        assertEquals([one.told(), other.told()], [[], []], `${off} for ${ms} ms`);
      }
    }
  });
}

Deno.test("hearing: while there is no way nothing is judged", async () => {
  const call = twoPages();
  call.cut();
  Object.assign(call.pages[0].condition, { microphone: 0, gives: false, camera: 0 });
  await call.clock.pass(A_WHILE_MS);
  assertEquals(call.pages.map(({ told }) => told()), [[], []]);
});

Deno.test("hearing: a gate that closes while its owner listens is learned", async () => {
  const { clock, one, other } = await inCall();
  const alarms: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    one.condition.microphone = 0;
    await clock.pass(5_000);
    if (one.told().length + other.told().length > 0) alarms.push(turn);
    one.condition.microphone = VOICE;
    await clock.pass(5_000);
    assertEquals([one.told(), other.told()], [[], []]);
  }
  assert(alarms.length <= 2, `alarms in turns ${alarms}`);
});

Deno.test("hearing: what the friend’s page does not know is said again on a new connection", async () => {
  const { clock, one, other } = await inCall();
  other.condition.plays = false;
  await clock.pass(BOTH_KNOW_MS);
  // Their page forgets everything, as a reload does.
  one.hearing.follow?.(one.connection);
  assertEquals(one.told(), ["sound-blocked to-friend"]);
  other.hearing.opened?.();
  await clock.pass(BOTH_KNOW_MS);
  assertEquals(one.told(), ["sound-blocked to-friend"]);
});

Deno.test("hearing: a report that never comes, or fails, holds nothing up", async () => {
  const { clock, one, other } = await inCall();
  const { pc } = one.connection;
  const { getStats } = pc;
  pc.getStats = () => Promise.reject(new DOMException("closed", "InvalidStateError"));
  await clock.pass(A_WHILE_MS);
  pc.getStats = () => new Promise(() => {});
  await clock.pass(A_WHILE_MS);
  pc.getStats = getStats;
  one.hearing.follow?.(one.connection);
  other.hearing.opened?.();
  one.condition.microphone = 0;
  await clock.pass(BOTH_KNOW_MS);
  assertEquals(one.told(), ["microphone to-friend"]);
});

Deno.test("hearing: while all is well little is said", async () => {
  const { clock, one, other } = await inCall();
  const before = one.said.length + other.said.length;
  for (let second = 0; second < 30; second += 1) {
    one.condition.microphone = second % 2 === 0 ? VOICE : ROOM;
    await clock.pass(1_000);
  }
  assertEquals(one.said.length + other.said.length, before);
  assert(before < 20);
});

Deno.test("hearing: wrong words of a friend change nothing, a thousand right ones little", async () => {
  const { clock, one } = await inCall();
  for (const body of [{}, { microphone: "loud" }, { ...one.said.at(-1), more: 1 }]) {
    one.hearing.receive?.(body);
  }
  let changes = 0;
  const { set } = one.notices;
  one.notices.set = (...args) => {
    changes += 1;
    return set.apply(one.notices, args);
  };
  const right = one.said.at(-1) ?? {};
  for (let round = 0; round < 50; round += 1) {
    for (let count = 0; count < 100; count += 1) {
      const player = (count + round) % 3 === 0 ? "blocked" : "plays";
      one.hearing.receive?.({ ...right, player });
    }
    await clock.pass(LOOK_MS);
  }
  // As often as it is looked, at the most.
  assert(changes <= 50, `${changes} changes`);
});

Deno.test("hearing: of one friend nothing is kept for another, and in the end nothing at all", async () => {
  const { clock, one, other } = await inCall();
  other.condition.plays = false;
  await clock.pass(BOTH_KNOW_MS);
  assertEquals(one.told().length, 1);
  one.hearing.with?.("stranger");
  assertEquals(one.told(), []);
  await clock.pass(BOTH_KNOW_MS);
  assertEquals(one.told(), []);
  other.hearing.end?.();
  assertEquals(other.told(), []);
  one.hearing.release?.();
  assertEquals(clock.running, 0);
});
