/** Camera and microphone: asking for them, asking again for one, and noticing when one goes away. */
import { mediaProblem, type MediaSurroundings } from "./problem.ts";
import type { Device } from "../machine/state.ts";
import type { Devices, Facing, MediaResult } from "../platform.ts";

const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};
const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

/** Whether this is a phone or tablet with a camera on either side. */
async function canFlip(): Promise<boolean> {
  const phone = matchMedia("(pointer: coarse)").matches;
  if (!phone) return false;
  const all = await devices().enumerateDevices();
  return all.filter(({ kind }) => kind === "videoinput").length > 1;
}

/** Camera and microphone of this browser. */
export function createDevices(): Devices {
  return {
    acquire: acquireMedia,
    acquireOne: acquireDevice,
    permission: permissionFor,
    canFlip,
    onChange(changed) {
      navigator.mediaDevices?.addEventListener("devicechange", changed);
      return () => navigator.mediaDevices?.removeEventListener("devicechange", changed);
    },
  };
}

/** Asks for both; neither is optional. Never rejects. */
async function acquireMedia(): Promise<MediaResult> {
  try {
    const stream = await devices().getUserMedia({
      audio: AUDIO,
      video: { ...VIDEO, facingMode: "user" },
    });
    hint(stream);
    return { ok: true, stream };
  } catch (error) {
    return { ok: false, problem: mediaProblem(error, await surroundings()) };
  }
}

/** Asks for one of the two again; `null` when there is none to be had. */
async function acquireDevice(
  device: Device,
  facing: Facing,
): Promise<MediaStreamTrack | null> {
  try {
    const stream = await devices().getUserMedia(
      device === "camera" ? { video: { ...VIDEO, facingMode: facing } } : { audio: AUDIO },
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

export function deviceOf(track: MediaStreamTrack): Device {
  return track.kind === "video" ? "camera" : "microphone";
}

/** Whether the person withdrew (or never gave) the permission for a device. */
async function permissionFor(device: Device): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: device })).state;
  } catch {
    return null;
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

async function surroundings(): Promise<MediaSurroundings> {
  const secure = globalThis.isSecureContext && navigator.mediaDevices !== undefined;
  const [camera, microphone] = await Promise.all([
    permissionFor("camera"),
    permissionFor("microphone"),
  ]);
  return { secure, permissions: { camera, microphone }, listed: await listed() };
}

async function listed(): Promise<MediaSurroundings["listed"]> {
  try {
    const kinds = (await devices().enumerateDevices()).map(({ kind }) => kind);
    return { camera: kinds.includes("videoinput"), microphone: kinds.includes("audioinput") };
  } catch {
    return null;
  }
}
