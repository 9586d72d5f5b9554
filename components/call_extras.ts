/** The engine's extras as one part of the page, with what of the browser they touch: loaded for a call. */
import "./shared.ts";
import type { ExtraContext } from "../call/extras/extra.ts";
import { createExtras as createAll, type RunningExtras } from "../call/extras/extras.ts";
import { createPlayer } from "../call/hearing/player.ts";
import { createDisplay } from "../call/screen/display.ts";
import { createDraftMemory } from "../call/talk/draft_memory.ts";

export function createExtras(context: ExtraContext): RunningExtras {
  return createAll(context, {
    display: createDisplay(),
    player: createPlayer(),
    draftMemory: createDraftMemory(),
    loadRecordingTools: async () => (await import("../call/recording/tools.ts")).recordingTools(),
  });
}
