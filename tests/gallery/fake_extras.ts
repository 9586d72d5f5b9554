/** What two people do in a call besides, as a scene wants it; the actions change it as the engine would. */
import { signal } from "@preact/signals";
import type { Extras } from "../../call/extras/extras.ts";
import type { Reaction } from "../../call/talk/reactions.ts";

/** What a scene may say of them. */
export interface ExtrasScene {
  readonly reactions?: readonly Reaction[];
  readonly friendWrites?: boolean;
}

export function fakeExtras(scene: ExtrasScene = {}): Extras {
  const floating = signal<readonly Reaction[]>(scene.reactions ?? []);
  const draft = signal("");
  return {
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
