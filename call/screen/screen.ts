/** Sharing a screen with the friend, and seeing theirs: beside the camera, on lanes of its own. */
import { type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { Connection } from "../connection/connection.ts";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import type { Captured, Display } from "./display.ts";

/** Another surface may be chosen, or the capture end; browsers do not always say so, ms. */
export const LOOK_MS = 1_000;
/** A friend who still shares says so on a new connection within this time, ms. */
export const WORD_MS = 10_000;
/** Long enough to read what did not work, ms. */
export const PROBLEM_MS = 12_000;

/** What the twin says: whether its person shares now. */
const Body = v.strictObject({ shown: v.boolean() });

/** What a person may want to know of their own screen. */
export type ShareProblem =
  | "blocked-by-system"
  | "failed"
  /** Its sound has the call in it, or may have: it is not sent. */
  | "sound-left-out";

export interface Screen {
  /** Whether this browser can share one; telephones cannot. */
  readonly isPossible: boolean;
  readonly isShared: ReadonlySignal<boolean>;
  /** What the friend shares, with its sound; `null`: nothing. */
  readonly friends: ReadonlySignal<MediaStream | null>;
  readonly problem: ReadonlySignal<ShareProblem | null>;
  /** Asks which screen, window or tab; call it from a click. */
  start(): Promise<void>;
  stop(): void;
}

type Context = Pick<ExtraContext, "platform" | "share" | "say">;

export function createScreen(
  { platform: { clock }, share, say }: Context,
  display: Display,
): Screen & Extra {
  const isShared = signal(false);
  const friends = signal<MediaStream | null>(null);
  const problem = signal<ShareProblem | null>(null);
  let connection: Connection | null = null;
  let holder: string | null = null;
  /** The question under way, or what is shared; aborted when it ends. */
  let sharing: AbortController | null = null;
  let forgetProblem = () => {};
  let stopWaiting = () => {};

  function tell(): void {
    say("screen", { shown: isShared.value });
  }

  function setProblem(next: ShareProblem | null): void {
    forgetProblem();
    problem.value = next;
    if (next !== null) forgetProblem = clock.after(PROBLEM_MS, () => problem.value = null);
  }

  function setFriends(stream: MediaStream | null): void {
    stopWaiting();
    friends.value = stream;
  }

  function stop(): void {
    sharing?.abort();
    sharing = null;
  }

  async function start(): Promise<void> {
    if (sharing !== null || holder === null) return;
    const mine = sharing = new AbortController();
    setProblem(null);
    const answer = await display.ask();
    if (answer.is === "given") return show(answer.captured, mine);
    if (sharing === mine) sharing = null;
    if (answer.is !== "cancelled" && !mine.signal.aborted) setProblem(answer.is);
  }

  /** Until it is stopped here, or by the browser's own button. */
  function show({ screen, sound, isFreeOfCall }: Captured, mine: AbortController): void {
    const { signal } = mine;
    function end(): void {
      screen.stop();
      sound?.stop();
    }
    // Whom it was for left while the person chose.
    if (signal.aborted) return end();
    // Stopped already, in the browser's own bar.
    if (screen.readyState === "ended") return stop();

    let sent = sound;
    function send(): void {
      share({ screen, sound: sent });
    }
    function look(): void {
      if (screen.readyState === "ended") return stop();
      if (sent === null || isFreeOfCall()) return;
      sent = null;
      sound?.stop();
      setProblem("sound-left-out");
      if (isShared.value) send();
    }
    look();
    const stopLooking = clock.every(LOOK_MS, look);
    screen.addEventListener("ended", stop, { signal });
    screen.addEventListener("configurationchange", look, { signal });
    signal.addEventListener("abort", () => {
      stopLooking();
      end();
      isShared.value = false;
      share({ screen: null, sound: null });
      tell();
    });
    isShared.value = true;
    send();
    tell();
  }

  return {
    isPossible: display.isPossible,
    isShared,
    friends,
    problem,
    start,
    stop,
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      // A screen chosen for one person is not shown to another, nor captured for nobody.
      stop();
      setFriends(null);
    },
    follow(next) {
      connection = next;
    },
    carries: tell,
    opened() {
      tell();
      // The last picture of the old connection stays until the friend's word comes over the new one.
      const { value } = friends;
      if (value === null || value === connection?.screen) return;
      stopWaiting();
      stopWaiting = clock.after(WORD_MS, () => setFriends(null));
    },
    receive(body) {
      const message = v.safeParse(Body, body);
      if (!message.success) return;
      setFriends(message.output.shown ? connection?.screen ?? null : null);
    },
    release() {
      connection = null;
      setFriends(null);
    },
    end() {
      stop();
      setFriends(null);
      setProblem(null);
    },
  };
}
