/** A call of two real browsers, and what their people notice. */
import { heard, listen, sendText, waitText } from "../networks/observe.ts";
import { ada, bob } from "../rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../rig/person.ts";
import { passed } from "./passed.ts";

export interface CallResult {
  /** Frames of the friend that each browser showed. */
  readonly frames: readonly [number, number];
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

/** Both are connected, and see each other. */
export async function startCall(url: string): Promise<BrowserCall> {
  await using building = new AsyncDisposableStack();
  const first = building.use(await launchPerson(ada));
  const second = building.use(await launchPerson(bob));
  const both = [first, second] as const;
  for (const person of both) {
    await person.open(url);
    await person.waitState("prompt");
    await person.join("Kitchen");
    if (person === first) await first.waitState("waiting");
  }
  await Promise.all(both.map((person) => person.waitState("connected")));
  await first.expectSees(second);
  await second.expectSees(first);
  const before = (await Promise.all(both.map((person) => person.peerConnections()))).flat().length;
  const frames = await Promise.all(both.map((person) => person.framesDecoded()));
  await Promise.all(both.map(listen));
  await Promise.all(both.map((person) => person.resetFrameGap()));
  let texts = 0;
  let textsLost = 0;
  const whole = building.move();
  return {
    async text(signal) {
      while (!signal.aborted) {
        await passed(TEXT_EVERY_MS);
        const words = `text ${++texts}`;
        await sendText(first, words);
        await waitText(second, words).catch(() => textsLost++);
      }
    },
    async result() {
      const now = await Promise.all(both.map((person) => person.framesDecoded()));
      const shown = now.map((count, index) => count - (frames[index] ?? 0));
      const gaps = await Promise.all(both.map((person) => person.largestFrameGapMs()));
      const made = (await Promise.all(both.map((person) => person.peerConnections()))).flat();
      return {
        frames: [shown[0] ?? 0, shown[1] ?? 0],
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

/** Texts of the friend are announced too: what is left is what the person was told of the call. */
async function saidBy(person: LaunchedPerson): Promise<string[]> {
  return (await heard(person)).filter((line) => !/text \d+/.test(line));
}
