/** One's own camera and microphone as the person set them: muted, off, turned round. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Platform } from "../platform.ts";
import type { Camera, Controls, Notice } from "../facts.ts";
import { type Capture, createCapture, type OwnTracks } from "./capture.ts";

export interface OwnMediaHandlers {
  readonly ready: () => void;
  readonly failed: (problem: MediaProblem) => void;
  /** Other tracks: for the senders. */
  readonly tracks: (tracks: OwnTracks) => void;
  readonly notice: (topic: Device | "speech", notice: Notice | null) => void;
  /** Muted, camera off or low data changed. */
  readonly changed: (controls: Controls) => void;
}

export interface OwnMedia {
  readonly capture: Capture;
  /** `null` until permission is given, and after leaving. */
  readonly local: ReadonlySignal<MediaStream | null>;
  readonly controls: ReadonlySignal<Controls>;
  readonly camera: ReadonlySignal<Camera>;
  set(change: Partial<Controls>): void;
  stop(): void;
}

export function createOwnMedia(platform: Platform, handlers: OwnMediaHandlers): OwnMedia {
  const local = signal<MediaStream | null>(null);
  const controls = signal<Controls>({ muted: false, cameraOff: false, lowData: false });
  const camera = signal<Camera>({ facing: "user", canFlip: false });
  let stopListening: (() => void) | null = null;

  const capture = createCapture(platform, {
    ready: handlers.ready,
    failed: handlers.failed,
    stream(stream) {
      local.value = stream;
      listenWhileMuted();
    },
    camera: (now) => camera.value = now,
    tracks: handlers.tracks,
    notice: handlers.notice,
  });

  function listenWhileMuted(): void {
    stopListening?.();
    stopListening = null;
    handlers.notice("speech", null);
    const { audio } = capture.tracks();
    if (!controls.value.muted || audio === null) return;
    stopListening = platform.watchSpeech(
      audio,
      (yes) => handlers.notice("speech", yes ? { kind: "speaking-while-muted" } : null),
    );
  }

  return {
    capture,
    local,
    controls,
    camera,
    set(change) {
      const before = controls.value;
      const now = controls.value = { ...before, ...change };
      if (now.muted !== before.muted) {
        capture.setMuted(now.muted);
        listenWhileMuted();
      }
      if (now.cameraOff !== before.cameraOff) capture.setCameraOff(now.cameraOff);
      handlers.changed(now);
    },
    stop() {
      stopListening?.();
      capture.stop();
    },
  };
}
