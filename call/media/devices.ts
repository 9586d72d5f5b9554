/** Camera and microphone of this browser: asking for both. The rest of it is loaded (`equipment.ts`). */
import type { Devices, MediaResult, TextMemory } from "../platform.ts";

const CHOICES_KEY = "duet.devices";

/** Loaded with the first thing asked of it; for want of a network, there is nothing to be had. */
export function createDevices(): Devices {
  return {
    acquire,
    async acquireOne(device, wish) {
      const track = await loadEquipment().then((it) => it.acquireOne(device, wish), () => null);
      if (track !== null) hint(track);
      return track;
    },
    permission: (device) => loadEquipment().then((it) => it.permission(device), () => null),
    list: () => loadEquipment().then((it) => it.list(), () => []),
    isHandheld: () => matchMedia("(pointer: coarse)").matches,
    onChange(changed) {
      navigator.mediaDevices?.addEventListener("devicechange", changed);
      return () => navigator.mediaDevices?.removeEventListener("devicechange", changed);
    },
  };
}

function loadEquipment() {
  return import("./equipment.ts");
}

/** Where storage is refused, a choice lasts as long as the page. */
export function createChoiceMemory(): TextMemory {
  return {
    get() {
      try {
        return localStorage.getItem(CHOICES_KEY);
      } catch {
        return null;
      }
    },
    set(text) {
      try {
        localStorage.setItem(CHOICES_KEY, text);
      } catch {
        // See above.
      }
    },
  };
}

/** Asks for both; neither is optional. Never rejects. */
async function acquire(
  { camera, microphone }: Parameters<Devices["acquire"]>[0],
): Promise<MediaResult> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: microphone, video: camera });
    stream.getTracks().forEach(hint);
    return { ok: true, stream };
  } catch (error) {
    const problem = await loadEquipment().then(({ explain }) => explain(error))
      .catch(() => ({ cause: "in-use", devices: [] } as const));
    return { ok: false, problem };
  }
}

export function stopMedia(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/** Faces and gestures want frames more than sharpness (W3C MediaStreamTrack Content Hints). */
function hint(track: MediaStreamTrack): void {
  if (track.kind === "video" && "contentHint" in track) track.contentHint = "motion";
}
