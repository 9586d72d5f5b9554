/** The engine's extras as one part of the page: loaded when there is a call. */
import "./shared.ts";
import type { ExtraContext } from "../call/extras/extra.ts";
import { createExtras as create, type RunningExtras } from "../call/extras/extras.ts";

export function createExtras(context: ExtraContext): RunningExtras {
  return create(context, {
    recording: async () => (await import("../call/recording/tools.ts")).recordingTools(),
  });
}
