/**
 * Keeps camera and microphone alive during a call. A track that ends (unplugged, permission taken
 * back) is replaced by the next device; one that goes silent (a phone call, sleep) is asked for
 * again. Only when there is nothing to be had does the person hear of it.
 */
import { deviceOf, stopMedia } from "./devices.ts";
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Facing, Platform } from "../platform.ts";
import type { Notice } from "../facts.ts";

/** Own microphone and camera; `null`: there is none now. */
export interface OwnTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

/** A live track may be muted by the system for a moment (device switch): look again after, ms. */
const SILENT_MS = 1_500;

export interface CaptureHandlers {
  readonly ready: () => void;
  readonly failed: (problem: MediaProblem) => void;
  /** Another stream object: for the self-view. */
  readonly stream: (stream: MediaStream | null) => void;
  /** Other tracks: for the senders. */
  readonly tracks: (tracks: OwnTracks) => void;
  /** Which way the camera looks, and whether it can be turned. */
  readonly camera: (camera: { facing: Facing; canFlip: boolean }) => void;
  /** News about one device, or `null`: all is well with it again. */
  readonly notice: (device: Device, notice: Notice | null) => void;
}

export interface Capture {
  tracks(): OwnTracks;
  acquire(): void;
  resume(device: Device): void;
  setMuted(muted: boolean): void;
  setCameraOff(off: boolean): void;
  /** Front camera to back camera and back, on a phone. */
  flip(): void;
  /** Camera and microphone off; `acquire()` starts again. */
  release(): void;
  stop(): void;
}

export function createCapture(
  platform: Pick<Platform, "devices" | "clock" | "MediaStream">,
  handlers: CaptureHandlers,
): Capture {
  const { devices, clock } = platform;
  let stream: MediaStream | null = null;
  let generation = 0;
  let muted = false;
  let cameraOff = false;
  let facing: Facing = "user";

  function tracks(): OwnTracks {
    return {
      audio: stream?.getAudioTracks()[0] ?? null,
      video: stream?.getVideoTracks()[0] ?? null,
    };
  }

  async function acquire(): Promise<void> {
    const mine = ++generation;
    const result = await devices.acquire();
    if (mine !== generation) {
      if (result.ok) stopMedia(result.stream);
      return;
    }
    if (!result.ok) return handlers.failed(result.problem);
    stopMedia(stream);
    stream = result.stream;
    stream.getTracks().forEach(watch);
    facing = "user";
    publish();
    handlers.ready();
    handlers.camera({ facing, canFlip: await devices.canFlip() });
  }

  function publish(): void {
    const { audio, video } = tracks();
    if (audio !== null) audio.enabled = !muted;
    if (video !== null) video.enabled = !cameraOff;
    handlers.stream(stream === null ? null : new platform.MediaStream(stream.getTracks()));
    handlers.tracks({ audio, video });
  }

  function watch(track: MediaStreamTrack): void {
    const device = deviceOf(track);
    track.onended = () => void replace(track, device);
    track.onmute = () => {
      clock.after(SILENT_MS, () => {
        if (isCurrent(track) && track.muted && track.readyState === "live") {
          void revive(track, device);
        }
      });
    };
    track.onunmute = () => {
      if (isCurrent(track)) handlers.notice(device, null);
    };
  }

  function isCurrent(track: MediaStreamTrack): boolean {
    return stream?.getTracks().includes(track) ?? false;
  }

  /** The device went away: take the next one. */
  async function replace(dead: MediaStreamTrack, device: Device): Promise<void> {
    if (!isCurrent(dead)) return;
    const next = await devices.acquireOne(device, facing);
    if (!isCurrent(dead)) return next?.stop();
    if (next !== null) {
      swap(dead, next);
      return handlers.notice(device, { kind: "device-replaced", device, label: next.label });
    }
    stream?.removeTrack(dead);
    publish();
    const denied = await devices.permission(device) === "denied";
    handlers.notice(device, { kind: denied ? "permission-revoked" : "device-lost", device });
  }

  /** Phones open one camera at a time: the old one is stopped first. */
  async function flip(): Promise<void> {
    const { video } = tracks();
    if (video === null) return;
    const wanted: Facing = facing === "user" ? "environment" : "user";
    video.onended = null;
    video.stop();
    const next = await devices.acquireOne("camera", wanted) ??
      await devices.acquireOne("camera", facing);
    if (!isCurrent(video)) return next?.stop();
    if (next === null) {
      stream?.removeTrack(video);
      publish();
      return handlers.notice("camera", { kind: "device-lost", device: "camera" });
    }
    facing = next.getSettings().facingMode === "environment" ? "environment" : "user";
    swap(video, next);
    handlers.camera({ facing, canFlip: true });
  }

  /** The device is there and silent: ask for it again, else offer a button. */
  async function revive(silent: MediaStreamTrack, device: Device): Promise<void> {
    const next = await devices.acquireOne(device, facing);
    if (!isCurrent(silent)) return next?.stop();
    if (next === null || next.muted) {
      next?.stop();
      return handlers.notice(device, { kind: "device-silent", device });
    }
    swap(silent, next);
    handlers.notice(device, null);
  }

  function swap(before: MediaStreamTrack | null, after: MediaStreamTrack): void {
    if (before !== null) {
      before.onended = before.onmute = before.onunmute = null;
      stream?.removeTrack(before);
      before.stop();
    }
    stream ??= new platform.MediaStream();
    stream.addTrack(after);
    watch(after);
    publish();
  }

  async function resume(device: Device): Promise<void> {
    const mine = generation;
    const next = await devices.acquireOne(device, facing);
    if (mine !== generation || stream === null) return next?.stop();
    if (next === null) return;
    const { audio, video } = tracks();
    swap(device === "camera" ? video : audio, next);
    handlers.notice(device, null);
  }

  // A camera plugged back in heals a lost one without being asked.
  const plugged = () => {
    if (stream === null) return;
    const { audio, video } = tracks();
    if (audio === null) void resume("microphone");
    if (video === null) void resume("camera");
  };

  const unwatch = devices.onChange(plugged);

  return {
    tracks,
    acquire: () => void acquire(),
    resume: (device) => void resume(device),
    flip: () => void flip(),
    setMuted(value) {
      muted = value;
      const { audio } = tracks();
      if (audio !== null) audio.enabled = !value;
    },
    setCameraOff(off) {
      cameraOff = off;
      const { video } = tracks();
      if (video !== null) video.enabled = !off;
    },
    release() {
      generation += 1;
      stopMedia(stream);
      stream = null;
      handlers.stream(null);
      handlers.tracks({ audio: null, video: null });
    },
    stop() {
      this.release();
      unwatch();
    },
  };
}
