/** All extras; one part of the page, loaded when there is a call (`companions.ts`). */
import type { LoadRecordingTools } from "../recording/parts.ts";
import { createRecording, type Recording } from "../recording/recording.ts";
import { createReactions, type Reactions } from "../talk/reactions.ts";
import type { Extra, ExtraContext, ExtraEvents } from "./extra.ts";

/** What the screens see of them. */
export interface Extras {
  readonly reactions: Reactions;
  readonly recording: Recording;
}

export interface RunningExtras extends Omit<ExtraEvents, "receive"> {
  readonly view: Extras;
  receive(of: string, body: Readonly<Record<string, unknown>>): void;
}

/** What of the browser only one of them needs: each is loaded when that one wants it. */
export interface ExtraTools {
  readonly recording: LoadRecordingTools;
}

/** @param tools without, what needs them is not possible */
export function createExtras(context: ExtraContext, tools?: ExtraTools): RunningExtras {
  const reactions = createReactions(context);
  const recording = createRecording(context, { loadTools: tools?.recording ?? nothing });
  /** By the name their messages bear. */
  const extras: Readonly<Record<string, Extra>> = { reactions, recording };
  const all = Object.values(extras);

  return {
    view: { reactions, recording },
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

function nothing(): Promise<never> {
  return Promise.reject(new Error("Cannot load: not of this page"));
}
