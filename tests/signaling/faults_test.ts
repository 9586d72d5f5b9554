/** Faults of processes, with real processes: SIGKILL, a KV that goes away, restarts, orderly stops. */
import { assert, assertEquals } from "@std/assert";
import { pause, systemClock } from "../../signaling/clock.ts";
import { CLOSE } from "../../signaling/protocol.ts";
import type { RunningApp } from "../rig/app.ts";
import { startKvServer } from "../rig/kv_server.ts";
import { offerFor, type Page } from "./page.ts";
import { RawSocket } from "../rig/raw_socket.ts";
import { openPage, runUntilEnd, socketUrl, startProcess } from "./processes.ts";

type Server = Pick<RunningApp, "url">;

const CANDIDATE = { kind: "candidate", connection: "connection-0001", candidate: null } as const;

/** Two people in a room, each on the given process. */
async function meet(room: string, one: Server, two: Server) {
  const [ann, bob] = [await openPage(one), await openPage(two)];
  const { token: annToken } = await ann.sit(room);
  const { token: bobToken } = await bob.sit(room);
  await ann.next("arrived");
  return { ann, bob, annToken, bobToken };
}

async function assertSignals(from: Page, to: Page): Promise<void> {
  from.send({ type: "signal", to: to.session, signal: CANDIDATE });
  assertEquals((await to.next("signal")).from, from.session);
}

/** Waits until a socket that lost its server knows it. */
async function lost(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.closed()));
}

/** Holds that a test can wait for; KV answers within milliseconds here. */
const QUICK = { holdLostMs: 700, challengeMs: 300 };

/**
 * Asks for a seat until it is given: whoever is told to wait waits that long. An instance that a busy machine
 * keeps from hearing in time whether somebody lives tells no time: it is asked again.
 *
 * @param told the waits, ms
 */
async function sitInTime(page: Page, room: string, firstWaitMs = 0, told: number[] = []) {
  for (let waitMs = firstWaitMs;;) {
    await pause(systemClock, waitMs);
    page.join(room);
    const answer = await page.nextOf("joined", "full");
    if (answer.type === "joined") return answer;
    if (answer.type !== "full") continue;
    waitMs = answer.retryInMs ?? 0;
    if (answer.retryInMs !== null) told.push(answer.retryInMs);
  }
}

Deno.test("faults: a second process on the same SQLite file is refused and says why", async () => {
  await using first = await startProcess();
  const { code, output } = await runUntilEnd({ store: first.options.store }).ended;
  assertEquals(code, 1);
  assert(output.includes("another Duet process is using it"), output);
  assert(output.includes("KV_URL"), output);
  const page = await openPage(first);
  await page.sit("tea");
  await page.close();
});

Deno.test("faults: SQLite process killed and restarted, both keep their seats", async () => {
  await using before = await startProcess();
  const { ann, bob, annToken, bobToken } = await meet("tea", before, before);
  await before.kill9();
  await lost(ann, bob);
  await using after = await startProcess(before.comeBack());
  const eve = await openPage(after);
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs <= 15_000, "the seats are held from the restart on");
  const annAgain = await openPage(after);
  const first = await annAgain.sit("tea", { token: annToken });
  assertEquals([first.resumed, first.seat, first.peer?.present], [true, 0, false]);
  const bobAgain = await openPage(after);
  const second = await bobAgain.sit("tea", { token: bobToken });
  assertEquals([second.resumed, second.seat, second.peer?.present], [true, 1, true]);
  await annAgain.next("arrived");
  await assertSignals(annAgain, bobAgain);
  await Promise.all([eve, annAgain, bobAgain].map((page) => page.close()));
});

Deno.test("faults: a killed instance's seats are held like lost ones, then free for others", async () => {
  await using kv = await startKvServer();
  await using doomed = await startProcess({ store: kv.store, timings: QUICK });
  await using other = await startProcess({ store: kv.store, timings: QUICK });
  const { ann, bob } = await meet("tea", doomed, doomed);
  await doomed.kill9();
  await lost(ann, bob);
  const eve = await openPage(other);
  const waits: number[] = [];
  const { resumed, peer } = await sitInTime(eve, "tea", 0, waits);
  assert(waits.length > 0 && waits.every((ms) => ms <= QUICK.holdLostMs), waits.join());
  assertEquals([resumed, peer?.present ?? false], [false, false]);
  await eve.close();
});

Deno.test("faults: instance killed in a call, the one on it returns elsewhere, the other stays", async () => {
  await using kv = await startKvServer();
  await using doomed = await startProcess({ store: kv.store });
  await using other = await startProcess({ store: kv.store });
  const { ann, bob, annToken } = await meet("tea", doomed, other);
  await doomed.kill9();
  await lost(ann);
  const back = await openPage(other);
  const joined = await back.sit("tea", { token: annToken });
  assertEquals([joined.resumed, joined.peer], [true, bob.asPeer()]);
  assertEquals((await bob.next("arrived")).session, back.session);
  await assertSignals(bob, back);
  await assertSignals(back, bob);
  await back.close();
  await bob.close();
});

Deno.test("faults: instance killed while both reconnect at once, both return elsewhere", async () => {
  await using kv = await startKvServer();
  await using doomed = await startProcess({ store: kv.store });
  await using second = await startProcess({ store: kv.store });
  await using third = await startProcess({ store: kv.store });
  const { ann, bob, annToken, bobToken } = await meet("tea", doomed, doomed);
  // Both are resuming on the doomed one when it dies.
  const [annTries, bobTries] = await Promise.all([openPage(doomed), openPage(doomed)]);
  annTries.join("tea", { token: annToken });
  bobTries.join("tea", { token: bobToken });
  await doomed.kill9();
  await lost(ann, bob, annTries, bobTries);
  const [annBack, bobBack] = await Promise.all([openPage(second), openPage(third)]);
  annBack.join("tea", { token: annToken });
  bobBack.join("tea", { token: bobToken });
  const [one, two] = await Promise.all([annBack.next("joined"), bobBack.next("joined")]);
  assertEquals([one.resumed, two.resumed], [true, true]);
  await heardOf(annBack, bobBack, one.peer?.session);
  await heardOf(bobBack, annBack, two.peer?.session);
  await assertSignals(annBack, bobBack);
  await assertSignals(bobBack, annBack);
  await annBack.close();
  await bobBack.close();
});

/** Whoever sat down first hears of the other by `arrived`, the second by `joined`. */
async function heardOf(page: Page, other: Page, known: string | undefined): Promise<void> {
  if (known !== other.session) assertEquals((await page.next("arrived")).session, other.session);
}

Deno.test("faults: instance killed at any point of a join, the next works: by token at once, else after the hold", async () => {
  await using kv = await startKvServer();
  await using other = await startProcess({ store: kv.store, timings: QUICK });
  // From before the frame is read to after the answer is sent.
  for (const [index, delayMs] of [0, 1, 2, 3, 5, 8].entries()) {
    await using doomed = await startProcess({ store: kv.store, timings: QUICK });
    const room = `tea ${index}`;
    const ann = await openPage(other);
    await ann.sit(room);
    const bob = await openPage(doomed);
    bob.join(room, { offer: offerFor("connection-0001") });
    if (delayMs > 0) await pause(systemClock, delayMs);
    await doomed.kill9();
    await lost(bob);
    const token = bob.heard.find((message) => message.type === "joined")?.token;
    const back = await openPage(other);
    const joined = token === undefined
      ? await sitInTime(back, room)
      : await back.sit(room, { token });
    assertEquals(joined.seat, 1);
    if (token !== undefined) assertEquals(joined.resumed, true);
    assertEquals(joined.peer, ann.asPeer());
    await ann.close();
    await back.close();
  }
});

Deno.test("faults: a frozen instance's person is held, loses the seat to who waits, and gets it back", async () => {
  await using kv = await startKvServer();
  await using frozen = await startProcess({ store: kv.store, timings: QUICK });
  await using other = await startProcess({ store: kv.store, timings: QUICK });
  const { ann, bob, annToken } = await meet("tea", frozen, other);
  // Bob's instance asked about Ann when he sat down; her answer comes before her signal.
  await assertSignals(bob, ann);
  await assertSignals(ann, bob);
  frozen.pause();
  const eve = await openPage(other);
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs > 0, "nobody's seat is free at once");
  const taken = await sitInTime(eve, "tea", retryInMs);
  assertEquals(taken.seat, 0);
  assertEquals((await bob.next("arrived")).session, eve.session);
  frozen.resume();
  assertEquals((await ann.closed()).code, CLOSE.goingAway, "reconnect and learn the truth");
  const back = await openPage(other);
  assertEquals((await back.sit("tea", { token: annToken })).resumed, true);
  const arrived = await bob.next("arrived");
  assertEquals([arrived.session, arrived.resumed], [back.session, true]);
  assertEquals((await eve.closed()).code, CLOSE.goingAway);
  const late = await openPage(other);
  late.join("tea", { token: taken.token });
  assert((await late.next("full")).retryInMs !== null, "first in line, and no more than that");
  await Promise.all([back, bob, late].map((page) => page.close()));
});

Deno.test("faults: KV down for 5 s, calls go on and joins wait and succeed", async () => {
  await using kv = await startKvServer();
  await using app = await startProcess({ store: kv.store });
  const { ann, bob } = await meet("tea", app, app);
  await kv.kill9();
  await assertSignals(ann, bob);
  const late = await openPage(app);
  late.join("coffee");
  for (let second = 0; second < 5; second++) {
    await pause(systemClock, 1_000);
    await assertSignals(second % 2 ? ann : bob, second % 2 ? bob : ann);
  }
  await kv.restart();
  assertEquals((await late.next("joined")).seat, 0);
  assertEquals(
    (await fetch(app.url + "readyz").then((response) => response.json())).status,
    "ready",
  );
  await Promise.all([ann, bob, late].map((page) => page.close()));
});

Deno.test("faults: KV down for long, joins and readiness say so, leaving is heard, later all is well", async () => {
  await using kv = await startKvServer();
  await using app = await startProcess({ store: kv.store, timings: { joinPatienceMs: 700 } });
  const { ann, bob } = await meet("tea", app, app);
  await kv.kill9();
  const late = await openPage(app);
  late.join("coffee");
  const error = await late.next("error");
  assertEquals([error.code, error.retryInMs], ["unavailable", 3_000]);
  const ready = await fetch(app.url + "readyz");
  assertEquals([ready.status, (await ready.json()).status], [503, "kv-unavailable"]);
  assertEquals(
    (await fetch(app.url + "healthz").then((response) => response.json())).status,
    "alive",
  );
  ann.send({ type: "leave" });
  await bob.next("left");
  await kv.restart();
  assertEquals((await late.sit("coffee")).seat, 0);
  assertEquals((await ann.sit("tea")).peer?.session, bob.session);
  await Promise.all([ann, bob, late].map((page) => page.close()));
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`faults: ${signal} tells every page and ends the process within 5 s`, async () => {
    await using kv = await startKvServer();
    const { pid, ready, ended } = runUntilEnd({ store: kv.store });
    const app = { url: await ready };
    const { ann, bob } = await meet("tea", app, app);
    // Somebody who reads nothing and confirms nothing must not keep the process.
    using mute = await RawSocket.open(socketUrl(app));
    const started = performance.now();
    Deno.kill(pid, signal);
    const delays = [(await ann.next("stopping")).retryInMs, (await bob.next("stopping")).retryInMs];
    for (const page of [ann, bob]) assertEquals((await page.closed()).code, CLOSE.goingAway);
    assert(delays.every((ms) => ms >= 200 && ms <= 1_700), String(delays));
    const { code, output } = await ended;
    assertEquals(code, 0, output);
    assert(performance.now() - started < 5_000);
    assert(mute !== undefined);
  });
}
