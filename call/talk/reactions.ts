/** Signs of a moment: one of six, floating over the picture on both pages, and gone. */
import { type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { Extra, ExtraContext } from "../extras/extra.ts";

/** In the order of the row. */
export const REACTIONS = ["👍", "❤️", "😂", "😮", "👏", "🎉"] as const;
export type ReactionSign = typeof REACTIONS[number];

/** How long one floats, ms. */
export const FLOAT_MS = 4_000;
/** Of each person: a friend's page cannot cover the picture, nor keep one's own from being seen. */
export const MAX_FLOATING = 8;

const Body = v.strictObject({ sign: v.picklist(REACTIONS) });

export interface Reaction {
  /** Its own within one life of the page. */
  readonly id: number;
  readonly from: "me" | "friend";
  readonly sign: ReactionSign;
}

export interface Reactions {
  /** Those in the air, oldest first. */
  readonly floating: ReadonlySignal<readonly Reaction[]>;
  react(sign: ReactionSign): void;
}

export function createReactions(
  { platform: { clock }, say }: Pick<ExtraContext, "platform" | "say">,
): Reactions & Extra {
  const floating = signal<readonly Reaction[]>([]);
  let count = 0;
  let holder: string | null = null;

  function show(from: Reaction["from"], sign: ReactionSign): void {
    if (floating.value.filter((each) => each.from === from).length >= MAX_FLOATING) return;
    const id = count++;
    floating.value = [...floating.value, { id, from, sign }];
    clock.after(FLOAT_MS, () => floating.value = floating.value.filter((each) => each.id !== id));
  }

  return {
    floating,
    react(sign) {
      if (say("reactions", { sign })) show("me", sign);
    },
    receive(body) {
      const message = v.safeParse(Body, body);
      if (message.success) show("friend", message.output.sign);
    },
    with(whom) {
      if (whom !== holder) floating.value = [];
      holder = whom;
    },
    end() {
      floating.value = [];
    },
  };
}
