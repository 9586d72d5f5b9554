/**
 * Recording on this device. Nothing is recorded before the friend's page has answered that it shows
 * its mark, and again after each new connection: a page that cannot show it is not recorded. A
 * recording belongs to the two who began it: when the friend leaves or is somebody else, it ends.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import type { Kept, LoadRecordingTools, Scene } from "./parts.ts";
import { createShelf } from "./shelf.ts";
import { startWriting, type Writing } from "./writing.ts";

/** The friend's page may have to load what it answers with, ms. */
export const ANSWER_MS = 10_000;
/** What is said about a recording that left no file goes by itself, ms. */
export const NEWS_MS = 8_000;
export type OwnRecording =
  | { readonly is: "off" }
  /** The friend's page is to show its mark first. */
  | { readonly is: "asking" }
  /** `since`: ms since the epoch. */
  | { readonly is: "on"; readonly since: number }
  /** Its last part is being written. */
  | { readonly is: "ending" };

/** Why none is running any more, or none began. */
export type RecordingNews =
  /** The person stopped it, and has the file. */
  | "saved"
  | "disk-full"
  /** The browser cannot, or cannot any more. */
  | "failed"
  | "call-over"
  | "friend-gone"
  /** The friend's page did not answer that it shows the mark. */
  | "unseen";

export interface Recording {
  /** Whether this browser can record. */
  readonly isPossible: ReadonlySignal<boolean>;
  readonly own: ReadonlySignal<OwnRecording>;
  /** The friend records: the mark that is shown all along. */
  readonly isFriends: ReadonlySignal<boolean>;
  readonly news: ReadonlySignal<RecordingNews | null>;
  /** Those on this device, newest first: of this call, or left by a browser that died. */
  readonly kept: ReadonlySignal<readonly Kept[]>;
  start(): void;
  stop(): void;
  save(id: string): void;
  /** Deletes it. */
  decline(id: string): void;
  /** The person has read what was said, and what is saved is no longer offered. */
  dismiss(): void;
}

/** `shown`: the page that was told "on" shows its mark. */
const Body = v.strictObject({ says: v.picklist(["on", "off", "shown"]) });

export type RecordingContext =
  & Pick<ExtraContext, "remote" | "friend" | "say">
  & { readonly own: Pick<ExtraContext["own"], "local" | "controls"> }
  & {
    readonly platform: Pick<ExtraContext["platform"], "clock" | "locks" | "reportBug">;
  };

export interface RecordingOptions {
  /** Where the browser's part comes from. */
  readonly loadTools: LoadRecordingTools;
  /** The friend's screen, with its sound, while it is shared. */
  readonly screen?: ReadonlySignal<MediaStream | null>;
}

export function createRecording(
  { platform, own: media, remote, friend, say }: RecordingContext,
  { loadTools, screen = signal(null) }: RecordingOptions,
): Recording & Extra {
  const { clock, locks, reportBug } = platform;
  const shelf = createShelf({ loadTools, clock, locks });
  const own = signal<OwnRecording>({ is: "off" });
  const isFriends = signal(false);
  const news = signal<RecordingNews | null>(null);
  let holder: string | null = null;
  let writing: Writing | null = null;
  let unwatch: (() => void) | null = null;
  let stopWaiting: (() => void) | null = null;
  let stopNews: (() => void) | null = null;

  function tell(what: RecordingNews | null): void {
    stopNews?.();
    stopNews = null;
    news.value = what;
    if (what !== null) stopNews = clock.after(NEWS_MS, () => news.value = null);
  }

  /** Waits for the friend's page to show its mark; without, nothing is recorded. */
  function ask(): void {
    stopWaiting?.();
    stopWaiting = clock.after(ANSWER_MS, () => void finish("unseen"));
    // Where it cannot be said now, it is as soon as the channel opens.
    say("recording", { says: "on" });
  }

  function isOn(): boolean {
    return own.value.is === "asking" || own.value.is === "on";
  }

  function sayState(): void {
    say("recording", { says: isOn() ? "on" : "off" });
  }

  function begin(): void {
    const tools = shelf.tools.value;
    if (tools === null || own.value.is !== "asking") return;
    const since = clock.now();
    own.value = { is: "on", since };
    try {
      writing = startWriting({ tools, id: tools.idOf(since), clock, locks, broke });
    } catch (error) {
      return broke(error);
    }
    unwatch?.();
    unwatch = effect(() => writing?.show(sceneNow()));
  }

  function broke(error: unknown): void {
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    if (own.value.is === "on" && !isFull) reportBug("Cannot go on recording", error);
    void finish(isFull ? "disk-full" : "failed");
  }

  function sceneNow(): Scene {
    const { cameraOff, videoPaused } = friend.value;
    return {
      own: media.local.value,
      friend: remote.value,
      screen: screen.value,
      ownDark: media.controls.value.cameraOff,
      friendDark: cameraOff || videoPaused,
    };
  }

  async function finish(why: RecordingNews): Promise<void> {
    if (own.value.is === "off" || own.value.is === "ending") return;
    stopWaiting?.();
    unwatch?.();
    const ended = writing;
    stopWaiting = unwatch = writing = null;
    own.value = { is: ended === null ? "off" : "ending" };
    say("recording", { says: "off" });
    if (ended === null) return tell(why === "saved" ? null : why);
    try {
      await ended.stop();
      await shelf.put(ended.id);
      if (why === "saved") await shelf.save(ended.id);
    } catch (error) {
      reportBug("Cannot finish the recording", error);
    }
    own.value = { is: "off" };
    tell(why);
  }

  function report(work: Promise<void>): void {
    work.catch((error) => {
      reportBug("Cannot reach the recordings", error);
      tell("failed");
    });
  }

  void shelf.load();

  return {
    isPossible: computed(() => shelf.tools.value !== null),
    own,
    isFriends,
    news,
    kept: shelf.kept,
    start() {
      if (own.value.is !== "off" || shelf.tools.value === null || holder === null) return;
      tell(null);
      own.value = { is: "asking" };
      ask();
    },
    stop: () => void finish("saved"),
    save: (id) => report(shelf.save(id)),
    decline: (id) => report(shelf.remove(id)),
    dismiss() {
      tell(null);
      shelf.dismiss();
    },
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      isFriends.value = false;
      void finish("friend-gone");
    },
    carries: sayState,
    opened() {
      void shelf.load();
      // Said when off, too: this page may be one that died while it recorded, and came back.
      if (isOn()) ask();
      else sayState();
    },
    receive(body) {
      const message = v.safeParse(Body, body);
      if (!message.success) return;
      const { says } = message.output;
      if (says !== "shown") {
        isFriends.value = says === "on";
        if (says === "on") say("recording", { says: "shown" });
        return;
      }
      stopWaiting?.();
      stopWaiting = null;
      begin();
    },
    end() {
      isFriends.value = false;
      void finish("call-over");
    },
  };
}
