/**
 * What of the browser a recording needs, as one part of the page: loaded with the first call, for
 * what an earlier one may have left, and to know whether this browser can record at all.
 */
import type { RecordingTools } from "./parts.ts";
import { chooseContainer } from "./container.ts";
import { download } from "./download.ts";
import { createStore, hasStore } from "./store.ts";
import { openStudio } from "./studio.ts";

/** The tools of the page this runs in. */
export function recordingTools(): RecordingTools {
  const container = typeof MediaRecorder === "undefined"
    ? null
    : chooseContainer((type) => MediaRecorder.isTypeSupported(type));
  return {
    container: hasStore() ? container : null,
    openStudio,
    store: createStore(),
    download,
  };
}
