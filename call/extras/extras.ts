/** All extras; one part of the page, loaded when there is a call (`companions.ts`). */
import { createFiles, type Files } from "../files/files.ts";
import { createHearing } from "../hearing/hearing.ts";
import type { Player } from "../hearing/player.ts";
import type { LoadRecordingTools } from "../recording/parts.ts";
import { createRecording, type Recording } from "../recording/recording.ts";
import type { Display } from "../screen/display.ts";
import { createScreen, type Screen } from "../screen/screen.ts";
import { createDrafts, type DraftMemory, type Drafts } from "../talk/drafts.ts";
import { createReactions, type Reactions } from "../talk/reactions.ts";
import { createTyping, type Typing } from "../talk/typing.ts";
import type { Extra, ExtraContext, ExtraEvents } from "./extra.ts";

/** What of the browser only they touch: it comes with them (`components/call_extras.ts`). */
export interface ExtraEdges {
  readonly display: Display;
  readonly player: Player;
  readonly draftMemory: DraftMemory;
  readonly loadRecordingTools: LoadRecordingTools;
}

/** What the screens see of them. */
export interface Extras {
  readonly screen: Screen;
  readonly files: Files;
  readonly reactions: Reactions;
  readonly typing: Typing;
  readonly drafts: Drafts;
  readonly recording: Recording;
}

export interface RunningExtras extends Omit<ExtraEvents, "receive"> {
  readonly view: Extras;
  receive(of: string, body: Readonly<Record<string, unknown>>): void;
}

export function createExtras(context: ExtraContext, edges: ExtraEdges): RunningExtras {
  const screen = createScreen(context, edges.display);
  const files = createFiles(context);
  const reactions = createReactions(context);
  const typing = createTyping(context);
  const drafts = createDrafts(edges.draftMemory);
  const hearing = createHearing(context, edges.player);
  const { loadRecordingTools: loadTools } = edges;
  const recording = createRecording(context, { loadTools, screen: screen.friends });
  /** By the name their messages bear. */
  const extras: Readonly<Record<string, Extra>> = {
    screen,
    files,
    reactions,
    typing,
    drafts,
    hearing,
    recording,
  };
  const all = Object.values(extras);

  return {
    view: { screen, files, reactions, typing, drafts, recording },
    with: (holder) => all.forEach((extra) => extra.with?.(holder)),
    follow: (connection) => all.forEach((extra) => extra.follow?.(connection)),
    opened: () => all.forEach((extra) => extra.opened?.()),
    carries: () => all.forEach((extra) => extra.carries?.()),
    receive(of, body) {
      if (Object.hasOwn(extras, of)) extras[of]?.receive?.(body);
    },
    release: () => all.forEach((extra) => extra.release?.()),
    end: () => all.forEach((extra) => extra.end?.()),
  };
}
