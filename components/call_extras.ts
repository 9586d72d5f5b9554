/** The engine's extras as one part of the page: loaded when there is a call. */
import "./shared.ts";
import type { ExtraContext } from "../call/extras/extra.ts";
import { createExtras as createAll, type RunningExtras } from "../call/extras/extras.ts";
import { createPlayer } from "../call/hearing/player.ts";
import { createDraftMemory } from "../call/talk/draft_memory.ts";

export function createExtras(context: ExtraContext): RunningExtras {
  return createAll(context, { player: createPlayer(), draftMemory: createDraftMemory() });
}
