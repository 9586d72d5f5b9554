/** What two people do in a call besides, as a scene wants it; the actions change it as the engine would. */
import { signal } from "@preact/signals";
import type { Kept } from "../../call/recording/parts.ts";
import type { OwnRecording, Recording, RecordingNews } from "../../call/recording/recording.ts";
import type { Transfer } from "../../call/files/entry.ts";
import type { Files, Refusal } from "../../call/files/files.ts";
import { pictureOfCake } from "./cake.ts";
import type { Extras } from "../../call/extras/extras.ts";
import type { ShareProblem } from "../../call/screen/screen.ts";
import type { Reaction } from "../../call/talk/reactions.ts";

/** What a scene may say of them. */
export interface ExtrasScene {
  readonly isShared?: boolean;
  readonly shareProblem?: ShareProblem;
  readonly reactions?: readonly Reaction[];
  readonly friendWrites?: boolean;
  readonly recording?: RecordingScene;
  readonly files?: readonly Transfer[];
  readonly refusedFile?: Refusal;
}

export interface RecordingScene {
  readonly own?: OwnRecording;
  readonly isFriends?: boolean;
  readonly news?: RecordingNews;
  readonly kept?: readonly Kept[];
}

/** @param friendsScreen what the friend shares */
export function fakeExtras(scene: ExtrasScene = {}, friendsScreen: MediaStream | null): Extras {
  const isShared = signal(scene.isShared ?? false);
  const floating = signal<readonly Reaction[]>(scene.reactions ?? []);
  const draft = signal("");
  return {
    screen: {
      isPossible: true,
      isShared,
      friends: signal(friendsScreen),
      problem: signal(scene.shareProblem ?? null),
      start() {
        isShared.value = true;
        return Promise.resolve();
      },
      stop() {
        isShared.value = false;
      },
    },
    typing: { friendWrites: signal(scene.friendWrites ?? false), wrote() {} },
    drafts: { text: draft, write: (text) => void (draft.value = text) },
    files: fakeFiles(scene),
    reactions: {
      floating,
      react(sign) {
        floating.value = [...floating.value, { id: floating.value.length, from: "me", sign }];
      },
    },
    recording: fakeRecording(scene.recording),
  };
}

function fakeRecording(scene: RecordingScene = {}): Recording {
  const own = signal<OwnRecording>(scene.own ?? { is: "off" });
  const kept = signal<readonly Kept[]>(scene.kept ?? []);
  const news = signal<RecordingNews | null>(scene.news ?? null);
  return {
    isPossible: signal(true),
    own,
    isFriends: signal(scene.isFriends ?? false),
    news,
    kept,
    start: () => own.value = { is: "on", since: Date.now() },
    stop: () => own.value = { is: "off" },
    save(id) {
      kept.value = kept.value.map((each) => each.id === id ? { ...each, isSaved: true } : each);
    },
    decline(id) {
      kept.value = kept.value.filter((each) => each.id !== id);
    },
    dismiss() {
      news.value = null;
      kept.value = kept.value.filter(({ isSaved }) => !isSaved);
    },
  };
}

function fakeFiles({ files = [], refusedFile }: ExtrasScene): Files {
  const list = signal(files);
  function change(key: string, now: Partial<Transfer>): void {
    list.value = list.value.map((each) => each.key === key ? { ...each, ...now } : each);
  }
  return {
    list,
    refused: signal(refusedFile ?? null),
    send() {},
    accept: (key) => change(key, { phase: { is: "moving", bytes: 0 } }),
    decline: (key) => change(key, { phase: { is: "declined" } }),
    cancel: (key) => change(key, { phase: { is: "cancelled", by: "me" } }),
    choose: (key) => change(key, { phase: { is: "offered" } }),
    open: pictureOfCake,
    saved: (key) => change(key, { isSaved: true }),
    hide(key) {
      list.value = list.value.filter((each) => each.key !== key);
    },
  };
}
