/** All extras; one part of the page, loaded when there is a call (`companions.ts`). */
import { createHearing } from "../hearing/hearing.ts";
import type { Player } from "../hearing/player.ts";
import { createDrafts, type DraftMemory, type Drafts } from "../talk/drafts.ts";
import { createReactions, type Reactions } from "../talk/reactions.ts";
import { createTyping, type Typing } from "../talk/typing.ts";
import type { Extra, ExtraContext, ExtraEvents } from "./extra.ts";

/** What the screens see of them. */
export interface Extras {
  readonly reactions: Reactions;
  readonly typing: Typing;
  readonly drafts: Drafts;
}

export interface RunningExtras extends Omit<ExtraEvents, "receive"> {
  readonly view: Extras;
  receive(of: string, body: Readonly<Record<string, unknown>>): void;
}

/** What of the browser only extras touch: it comes with them. Absent: there is no page. */
export interface Edges {
  readonly player?: Player;
  readonly draftMemory?: DraftMemory;
}

export function createExtras(context: ExtraContext, edges: Edges = {}): RunningExtras {
  const reactions = createReactions(context);
  const typing = createTyping(context);
  const drafts = createDrafts(edges.draftMemory);
  const hearing = createHearing(context, edges.player);
  /** By the name their messages bear. */
  const extras: Readonly<Record<string, Extra>> = { reactions, typing, drafts, hearing };
  const all = Object.values(extras);

  return {
    view: { reactions, typing, drafts },
    with: (holder) => all.forEach((extra) => extra.with?.(holder)),
    follow: (connection) => all.forEach((extra) => extra.follow?.(connection)),
    opened: () => all.forEach((extra) => extra.opened?.()),
    receive(of, body) {
      if (Object.hasOwn(extras, of)) extras[of]?.receive?.(body);
    },
    release: () => all.forEach((extra) => extra.release?.()),
    end: () => all.forEach((extra) => extra.end?.()),
  };
}
