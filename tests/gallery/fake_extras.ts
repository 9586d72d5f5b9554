/** What two people do in a call besides, as a scene wants it; the actions change it as the engine would. */
import { signal } from "@preact/signals";
import type { Transfer } from "../../call/files/entry.ts";
import type { Files, Refusal } from "../../call/files/files.ts";
import { pictureOfCake } from "./cake.ts";
import type { Extras } from "../../call/extras/extras.ts";
import type { Reaction } from "../../call/talk/reactions.ts";

/** What a scene may say of them. */
export interface ExtrasScene {
  readonly reactions?: readonly Reaction[];
  readonly files?: readonly Transfer[];
  readonly refusedFile?: Refusal;
}

export function fakeExtras(scene: ExtrasScene = {}): Extras {
  const floating = signal<readonly Reaction[]>(scene.reactions ?? []);
  return {
    files: fakeFiles(scene),
    reactions: {
      floating,
      react(sign) {
        floating.value = [...floating.value, { id: floating.value.length, from: "me", sign }];
      },
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
