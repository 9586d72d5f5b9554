/** A page with the tools of a recording under the test's hand. */
import { signal } from "@preact/signals";
import type { FriendStatus } from "../../call/facts.ts";
import type { Kept, PartWriter, Scene, StudioEvents } from "../../call/recording/parts.ts";
import { createRecording } from "../../call/recording/recording.ts";
import { settle } from "./clock.ts";
import { FakeStream } from "./peer_connection.ts";
import { fakeBrowser } from "./platform.ts";

/** As an earlier page may have left it. */
export const LEFT: Kept = { id: "1.webm", startedAt: 1, lengthMs: 4_000, isSaved: false };

export interface RecordingSetup {
  readonly left?: readonly Kept[];
  readonly held?: readonly string[];
  readonly write?: PartWriter["write"];
  readonly refuses?: boolean;
}

export async function recordingPage(
  { left = [], held = [], write, refuses = false }: RecordingSetup = {},
) {
  const disk = new Map<string, { kept: Kept; parts: Blob[] }>(
    left.map((kept) => [kept.id, { kept, parts: [new Blob(["left"])] }]),
  );
  const said: unknown[] = [];
  const downloads: string[] = [];
  const scenes: Scene[] = [];
  let studio: StudioEvents | null = null;
  let locked: string[] = [...held];
  const tools = {
    idOf: (startedAt: number) => `${startedAt}.webm`,
    openStudio(events: StudioEvents) {
      if (refuses) throw new DOMException("Cannot record", "NotSupportedError");
      studio = events;
      return {
        show: (scene: Scene) => void scenes.push(scene),
        stop() {
          events.part(new Blob(["end"]));
          studio = null;
          return Promise.resolve();
        },
      };
    },
    store: {
      create(id: string) {
        const entry = { kept: { ...LEFT, id }, parts: [] as Blob[] };
        disk.set(id, entry);
        return Promise.resolve({
          async write(part: Blob, lengthMs: number) {
            await write?.(part, lengthMs);
            entry.parts.push(part);
          },
        });
      },
      list: () => Promise.resolve([...disk.values()].map(({ kept }) => kept).reverse()),
      read: (id: string) => Promise.resolve(new Blob(disk.get(id)?.parts)),
      markSaved: () => Promise.resolve(),
      sweep: () => Promise.resolve(),
      remove: (id: string) => Promise.resolve(void disk.delete(id)),
    },
    download: (_: Blob, name: string) => void downloads.push(name),
  };
  const locks = {
    query: () => Promise.resolve({ held: locked.map((name) => ({ name })) }),
    async request(name: string, work: () => Promise<void>) {
      locked.push(name);
      await work();
      locked = locked.filter((each) => each !== name);
    },
  } as unknown as LockManager;
  const { clock, platform, bugs } = fakeBrowser({ locks });
  const friend = signal<FriendStatus>({ muted: false, cameraOff: false, videoPaused: false });
  const controls = signal({ muted: false, cameraOff: false, lowData: false });
  const local = signal<MediaStream | null>(new FakeStream() as unknown as MediaStream);
  const remote = signal<MediaStream | null>(new FakeStream() as unknown as MediaStream);
  const recording = createRecording({
    platform,
    own: { local, controls },
    friend,
    remote,
    say(_, body) {
      said.push(body);
      return true;
    },
  }, { loadTools: () => Promise.resolve(tools) });
  recording.with?.("friend");
  await settle();
  return {
    recording,
    clock,
    disk,
    said,
    downloads,
    scenes,
    bugs,
    friend,
    controls,
    remote,
    isLocked: () => locked.length > 0,
    part: (text: string | Blob) => studio?.part(text instanceof Blob ? text : new Blob([text])),
    isTaking: () => studio !== null,
  };
}
