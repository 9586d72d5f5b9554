/** Camera and microphone: asking for them, asking again for one, and noticing when one goes away. */
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Devices, Listed, MediaResult, TextMemory } from "../platform.ts";

const CHOICES_KEY = "duet.devices";
const KINDS: Readonly<Record<MediaDeviceKind, Listed["kind"]>> = {
  videoinput: "camera",
  audioinput: "microphone",
  audiooutput: "speaker",
};

/** Camera and microphone of this browser. */
export function createDevices(): Devices {
  return {
    acquire: acquireMedia,
    acquireOne: acquireDevice,
    permission: permissionFor,
    list: listDevices,
    isHandheld: () => matchMedia("(pointer: coarse)").matches,
    onChange(changed) {
      navigator.mediaDevices?.addEventListener("devicechange", changed);
      return () => navigator.mediaDevices?.removeEventListener("devicechange", changed);
    },
  };
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
async function acquireMedia(
  { camera, microphone }: Readonly<Record<Device, MediaTrackConstraints>>,
): Promise<MediaResult> {
  try {
    const stream = await devices().getUserMedia({ audio: microphone, video: camera });
    hint(stream);
    return { ok: true, stream };
  } catch (error) {
    return { ok: false, problem: await explain(error) };
  }
}

/** Who needs no explanation does not load it. */
async function explain(error: unknown): Promise<MediaProblem> {
  try {
    return await (await import("./failure.ts")).explain(error, permissionFor);
  } catch {
    return { cause: "in-use", devices: [] };
  }
}

/** Asks for one of the two again; `null` when there is none to be had. */
async function acquireDevice(
  device: Device,
  wish: MediaTrackConstraints,
): Promise<MediaStreamTrack | null> {
  try {
    const stream = await devices().getUserMedia(
      device === "camera" ? { video: wish } : { audio: wish },
    );
    hint(stream);
    return stream.getTracks()[0] ?? null;
  } catch {
    return null;
  }
}

export function stopMedia(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/** Whether the person withdrew (or never gave) the permission for a device. */
async function permissionFor(device: Device): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch {
    return null;
  }
}

/** Chromium on Windows lists the device for calls twice, the second time under this id. */
const TWICE = "communications";

async function listDevices(): Promise<readonly Listed[]> {
  try {
    const all = await devices().enumerateDevices();
    return all.filter(({ deviceId }) => deviceId !== TWICE)
      .map(({ kind, deviceId, label }) => ({ kind: KINDS[kind], id: deviceId, label }));
  } catch {
    return [];
  }
}

/** Faces and gestures want frames more than sharpness (W3C MediaStreamTrack Content Hints). */
function hint(stream: MediaStream): void {
  for (const track of stream.getVideoTracks()) {
    if ("contentHint" in track) track.contentHint = "motion";
  }
}

function devices(): MediaDevices {
  const found: MediaDevices | undefined = navigator.mediaDevices;
  if (found === undefined) throw new TypeError("Cannot capture: mediaDevices is missing");
  return found;
}
