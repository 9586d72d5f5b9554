/** All extras; one part of the page, loaded when there is a call (`companions.ts`). */
import { createFiles, type Files } from "../files/files.ts";
import { createReactions, type Reactions } from "../talk/reactions.ts";
import type { Extra, ExtraContext, ExtraEvents } from "./extra.ts";

/** What the screens see of them. */
export interface Extras {
  readonly files: Files;
  readonly reactions: Reactions;
}

export interface RunningExtras extends Omit<ExtraEvents, "receive"> {
  readonly view: Extras;
  receive(of: string, body: Readonly<Record<string, unknown>>): void;
}

export function createExtras(context: ExtraContext): RunningExtras {
  const files = createFiles(context);
  const reactions = createReactions(context);
  /** By the name their messages bear. */
  const extras: Readonly<Record<string, Extra>> = { files, reactions };
  const all = Object.values(extras);

  return {
    view: { files, reactions },
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
