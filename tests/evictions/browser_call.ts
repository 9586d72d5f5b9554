/** A call of two real browsers, and what their people notice. */
import { pause, systemClock } from "../../signaling/clock.ts";
import { heard, listen, sendText, waitText } from "../networks/observe.ts";
import { ada, bob } from "../rig/people.ts";
import { SMALL_WINDOW } from "../rig/launch.ts";
import type { RigWindow } from "../rig/page_rig.ts";
import { type LaunchedPerson, launchPerson } from "../rig/person.ts";

type Two<T> = readonly [T, T];

export interface CallResult {
  /** Frames that each browser sent, and how many of them the friend's never decoded. */
  readonly framesSent: Two<number>;
  readonly framesLost: Two<number>;
  /** The longest time one picture stood, ms. */
  readonly longestGapMs: number;
  readonly connectionsMade: number;
  readonly texts: number;
  readonly textsLost: number;
  /** What the screens said meanwhile. */
  readonly said: readonly string[];
}

export interface BrowserCall extends AsyncDisposable {
  /** Writes to the friend every few seconds, and waits for it to arrive. */
  text(signal: AbortSignal): Promise<void>;
  result(): Promise<CallResult>;
}

const TEXT_EVERY_MS = 5_000;
/** No decoder holds a frame this long. */
const STILL_MS = 1_000;

/** Both are connected, and see each other. */
export async function startCall(url: string): Promise<BrowserCall> {
  await using building = new AsyncDisposableStack();
  const options = { context: SMALL_WINDOW };
  const both = await Promise.all([launchPerson(ada, options), launchPerson(bob, options)]);
  const [first, second] = both;
  for (const person of both) {
    building.use(person);
    await person.open(url);
    await person.waitState("prompt");
    await person.join("Kitchen");
    if (person === first) await first.waitState("waiting");
  }
  await Promise.all(both.map((person) => person.waitState("connected")));
  await Promise.all([first.expectSees(second), second.expectSees(first)]);
  const before = (await Promise.all(both.map((person) => person.peerConnections()))).flat().length;
  // Decoded frames are counted from a little earlier than sent ones, until nothing more arrives: what
  // is on its way is not lost.
  const decodedBefore = await counted(both, (person) => person.framesDecoded());
  const sentBefore = await counted(both, (person) => person.framesSent());
  await Promise.all(both.map(listen));
  await Promise.all(both.map((person) => person.resetFrameGap()));
  let texts = 0;
  let textsLost = 0;
  const whole = building.move();
  return {
    async text(signal) {
      while (true) {
        await pause(systemClock, TEXT_EVERY_MS, signal);
        if (signal.aborted) return;
        const words = `text ${++texts}`;
        await sendText(first, words);
        await waitText(second, words).catch(() => textsLost++);
      }
    },
    async result() {
      const gaps = await Promise.all(both.map((person) => person.largestFrameGapMs()));
      await Promise.all(both.map(stopPicture));
      const decodedAfter = await settled(() => counted(both, (person) => person.framesDecoded()));
      const sentAfter = await counted(both, (person) => person.framesSent());
      const sent = since(sentBefore, sentAfter);
      const [byFirst, bySecond] = since(decodedBefore, decodedAfter);
      const made = (await Promise.all(both.map((person) => person.peerConnections()))).flat();
      return {
        framesSent: sent,
        framesLost: [Math.max(0, sent[0] - bySecond), Math.max(0, sent[1] - byFirst)],
        longestGapMs: Math.round(Math.max(...gaps)),
        connectionsMade: made.length - before,
        texts,
        textsLost,
        said: [...new Set((await Promise.all(both.map(saidBy))).flat())],
      };
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

/** Sends no more frames, so that what was sent can be compared with what arrived. */
async function stopPicture({ page }: LaunchedPerson): Promise<void> {
  await page.evaluate(async () => {
    const { connections } = (globalThis as unknown as RigWindow).duetRig;
    const alive = connections.filter(({ signalingState }) => signalingState !== "closed");
    const senders = alive.flatMap((pc) => pc.getSenders());
    await Promise.all(
      senders.filter(({ track }) => track?.kind === "video").map((each) => each.replaceTrack(null)),
    );
  });
}

/** The counts once they stand still. */
async function settled(count: () => Promise<Two<number>>): Promise<Two<number>> {
  let before = await count();
  while (true) {
    await pause(systemClock, STILL_MS);
    const now = await count();
    if (now[0] === before[0] && now[1] === before[1]) return now;
    before = now;
  }
}

/** A number of each. */
async function counted(
  [first, second]: Two<LaunchedPerson>,
  count: (person: LaunchedPerson) => Promise<number>,
): Promise<Two<number>> {
  return await Promise.all([count(first), count(second)]);
}

function since(before: Two<number>, after: Two<number>): Two<number> {
  return [after[0] - before[0], after[1] - before[1]];
}

/** Texts of the friend are announced too: what is left is what the person was told of the call. */
async function saidBy(person: LaunchedPerson): Promise<string[]> {
  return (await heard(person)).filter((line) => !/text \d+|is writing/.test(line));
}
