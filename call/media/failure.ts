/** Why camera and microphone could not be had: loaded when they could not. */
import type { MediaProblem } from "../machine/state.ts";
import type { Devices } from "../platform.ts";
import { mediaProblem, type MediaSurroundings } from "./problem.ts";

/** @param error what `getUserMedia` failed with */
export async function explain(
  error: unknown,
  permission: Devices["permission"],
): Promise<MediaProblem> {
  const secure = globalThis.isSecureContext && navigator.mediaDevices !== undefined;
  const [camera, microphone] = await Promise.all([permission("camera"), permission("microphone")]);
  const permissions = { camera, microphone };
  return mediaProblem(error, { secure, permissions, listed: await listed() });
}

async function listed(): Promise<MediaSurroundings["listed"]> {
  try {
    const kinds = (await navigator.mediaDevices.enumerateDevices()).map(({ kind }) => kind);
    return { camera: kinds.includes("videoinput"), microphone: kinds.includes("audioinput") };
  } catch {
    return null;
  }
}
