/**
 * What of the browser a recording needs, as one part of the page: loaded with the first call, for
 * what an earlier one may have left, and to know whether this browser can record at all.
 */
import { chooseContainer, fileName, recordingId } from "./container.ts";
import { download } from "./download.ts";
import type { RecordingTools } from "./parts.ts";
import { createStore, hasStore } from "./store.ts";
import { openStudio } from "./studio.ts";

/** The tools of the page this runs in; `null`: this browser cannot record. */
export function recordingTools(): RecordingTools | null {
  if (typeof MediaRecorder === "undefined" || !hasStore()) return null;
  const container = chooseContainer((type) => MediaRecorder.isTypeSupported(type));
  if (container === null) return null;
  return {
    idOf: (startedAt) => recordingId(startedAt, container),
    openStudio: (events) => openStudio(container, events),
    store: createStore(),
    download: (file, id) => download(file, fileName(id)),
  };
}
