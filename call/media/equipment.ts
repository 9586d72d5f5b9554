/**
 * Everything about camera and microphone but the first question for both: loaded once they are there,
 * or could not be had.
 */
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Listed } from "../platform.ts";
import { mediaProblem, type MediaSurroundings } from "./problem.ts";

const KINDS: Readonly<Record<MediaDeviceKind, Listed["kind"]>> = {
  videoinput: "camera",
  audioinput: "microphone",
  audiooutput: "speaker",
};
/** Chromium on Windows lists the device for calls twice, the second time under this id. */
const TWICE = "communications";

/** Asks for one of the two again; `null` when there is none to be had. */
export async function acquireOne(
  device: Device,
  wish: MediaTrackConstraints,
): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(
      device === "camera" ? { video: wish } : { audio: wish },
    );
    return stream.getTracks()[0] ?? null;
  } catch {
    return null;
  }
}

/** What is plugged in; nothing where the browser does not tell. */
export async function list(): Promise<readonly Listed[]> {
  try {
    const all = await navigator.mediaDevices.enumerateDevices();
    return all.filter(({ deviceId }) => deviceId !== TWICE)
      .map(({ kind, deviceId, label }) => ({ kind: KINDS[kind], id: deviceId, label }));
  } catch {
    return [];
  }
}

/** Whether the person withdrew (or never gave) the permission for a device. */
export async function permission(name: Device): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return null;
  }
}

/** @param error what `getUserMedia` failed with */
export async function explain(error: unknown): Promise<MediaProblem> {
  const secure = globalThis.isSecureContext && navigator.mediaDevices !== undefined;
  const [camera, microphone] = await Promise.all([permission("camera"), permission("microphone")]);
  const permissions = { camera, microphone };
  return mediaProblem(error, { secure, permissions, listed: await listed() });
}

async function listed(): Promise<MediaSurroundings["listed"]> {
  const kinds = (await list()).map(({ kind }) => kind);
  if (kinds.length === 0) return null;
  return { camera: kinds.includes("camera"), microphone: kinds.includes("microphone") };
}
