/** The engine's extras as one part of the page, with what of the browser they touch: loaded for a call. */
import "./shared.ts";
import type { ExtraContext } from "../call/extras/extra.ts";
import { createExtras as create, type RunningExtras } from "../call/extras/extras.ts";
import { createDisplay } from "../call/screen/display.ts";

export function createExtras(context: ExtraContext): RunningExtras {
  return create(context, { display: createDisplay() });
}
