/** What two people do in a call besides, as a scene wants it; the actions change it as the engine would. */
import { signal } from "@preact/signals";
import type { Extras } from "../../call/extras/extras.ts";
import type { ShareProblem } from "../../call/screen/screen.ts";
import type { Reaction } from "../../call/talk/reactions.ts";

/** What a scene may say of them. */
export interface ExtrasScene {
  readonly isShared?: boolean;
  readonly shareProblem?: ShareProblem;
  readonly reactions?: readonly Reaction[];
  readonly friendWrites?: boolean;
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
    reactions: {
      floating,
      react(sign) {
        floating.value = [...floating.value, { id: floating.value.length, from: "me", sign }];
      },
    },
  };
}
