/**
 * Recording on this device. Nothing is recorded before the friend's page has answered that it shows
 * its mark, and again after each new connection: a page that cannot show it is not recorded. A
 * recording belongs to the two who began it: when the friend leaves or is somebody else, it ends.
 */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import type { Kept, LoadRecordingTools, RecordingTools, Scene, Studio } from "./parts.ts";

/** The friend's page may have to load what it answers with, ms. */
export const ANSWER_MS = 10_000;
/** What is said about a recording that left no file goes by itself, ms. */
export const NEWS_MS = 8_000;
/** More than a disk that keeps up ever has waiting: memory is not filled with the rest, bytes. */
export const MAX_WAITING_BYTES = 32 * 1024 * 1024;

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

/** One recording under way. */
interface Running {
  readonly id: string;
  readonly studio: Studio;
  /** Resolves when what was handed over is written. */
  written(): Promise<void>;
  readonly unlock: () => void;
  readonly unwatch: () => void;
}

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
  const isPossible = signal(false);
  const own = signal<OwnRecording>({ is: "off" });
  const isFriends = signal(false);
  const news = signal<RecordingNews | null>(null);
  const kept = signal<readonly Kept[]>([]);
  let tools: RecordingTools | null = null;
  let isLoading = false;
  let holder: string | null = null;
  let running: Running | null = null;
  let stopWaiting: (() => void) | null = null;
  let stopNews: (() => void) | null = null;

  /** Where it cannot be had (no network just now, or storage forbidden), nothing is recorded. */
  async function load(): Promise<void> {
    if (tools !== null || isLoading) return;
    isLoading = true;
    try {
      const loaded = await loadTools();
      if (loaded === null) return;
      await loaded.store.sweep(clock.now());
      tools = loaded;
      await look();
      isPossible.value = true;
    } catch {
      tools = null;
    } finally {
      isLoading = false;
    }
  }

  /**
   * What is kept now, but for what is still being written, here or in another tab.
   *
   * @param finished this one no longer is, whatever its lock says
   */
  async function look(finished?: string): Promise<void> {
    if (tools === null) return;
    const { held = [] } = await locks?.query() ?? {};
    const written = new Set(held.map(({ name }) => name));
    if (finished !== undefined) written.delete(lockOf(finished));
    const before = kept.value;
    const all = await tools.store.list();
    kept.value = all.filter(({ id, isSaved }) =>
      !written.has(lockOf(id)) && (!isSaved || before.some((each) => each.id === id))
    );
  }

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

  function begin(): void {
    if (tools === null || own.value.is !== "asking") return;
    const { store } = tools;
    const since = clock.now();
    const id = tools.idOf(since);
    own.value = { is: "on", since };
    try {
      const startedAt = clock.monotonic();
      let waitingBytes = 0;
      // After a part that is missing nothing more may come: a file with a gap does not play.
      let isCut = false;
      let queue = Promise.resolve();
      const studio = tools.openStudio({
        part(part) {
          const lengthMs = clock.monotonic() - startedAt;
          waitingBytes += part.size;
          isCut ||= waitingBytes > MAX_WAITING_BYTES;
          if (isCut) return void finish("failed");
          queue = queue.then(async () => {
            await (await writer).write(part, lengthMs);
            waitingBytes -= part.size;
          });
          queue.catch(broke);
        },
        failed: broke,
      });
      const unlock = lock(id);
      const writer = store.create(id);
      writer.catch(broke);
      const unwatch = effect(() => studio.show(sceneNow()));
      running = { id, studio, written: () => queue.catch(() => undefined), unlock, unwatch };
    } catch (error) {
      broke(error);
    }
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

  /** A living tab is writing this one: others do not offer it. */
  function lock(id: string): () => void {
    const done = Promise.withResolvers<void>();
    locks?.request(lockOf(id), () => done.promise).catch(() => undefined);
    return done.resolve;
  }

  async function finish(why: RecordingNews): Promise<void> {
    if (own.value.is === "off" || own.value.is === "ending") return;
    stopWaiting?.();
    stopWaiting = null;
    const ended = running;
    running = null;
    own.value = { is: ended === null ? "off" : "ending" };
    say("recording", { says: "off" });
    if (ended === null || tools === null) return tell(why === "saved" ? null : why);
    ended.unwatch();
    try {
      await ended.studio.stop();
      await ended.written();
      ended.unlock();
      await look(ended.id);
      if (why === "saved") await save(ended.id);
    } catch (error) {
      reportBug("Cannot finish the recording", error);
    }
    own.value = { is: "off" };
    tell(why);
  }

  async function save(id: string): Promise<void> {
    if (tools === null) return;
    tools.download(await tools.store.read(id), id);
    await tools.store.markSaved(id, clock.now());
    kept.value = kept.value.map((each) => each.id === id ? { ...each, isSaved: true } : each);
  }

  async function decline(id: string): Promise<void> {
    kept.value = kept.value.filter((each) => each.id !== id);
    await tools?.store.remove(id);
  }

  function report(work: Promise<void>): void {
    work.catch((error) => {
      reportBug("Cannot reach the recordings", error);
      tell("failed");
    });
  }

  void load();

  return {
    isPossible,
    own,
    isFriends,
    news,
    kept,
    start() {
      if (own.value.is !== "off" || !isPossible.value || holder === null) return;
      tell(null);
      own.value = { is: "asking" };
      ask();
    },
    stop: () => void finish("saved"),
    save: (id) => report(save(id)),
    decline: (id) => report(decline(id)),
    dismiss() {
      tell(null);
      kept.value = kept.value.filter(({ isSaved }) => !isSaved);
    },
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      isFriends.value = false;
      void finish("friend-gone");
    },
    opened() {
      void load();
      const isOn = own.value.is === "asking" || own.value.is === "on";
      // Said when off, too: this page may be one that died while it recorded, and came back.
      if (isOn) ask();
      else say("recording", { says: "off" });
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

function lockOf(id: string): string {
  return `duet recording ${id}`;
}
