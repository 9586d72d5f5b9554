/** One's own camera and microphone as the person set them: chosen, muted, off, turned round. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Listed, Platform } from "../platform.ts";
import type { Camera, Controls, Notice } from "../facts.ts";
import { type Capture, createCapture } from "./capture.ts";
import { type Choices, parseChoices } from "./choices.ts";
import type { OwnTracks } from "./holding.ts";

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
  /** What is plugged in, as far as the browser tells. */
  readonly devices: ReadonlySignal<readonly Listed[]>;
  readonly choices: ReadonlySignal<Choices>;
  set(change: Partial<Controls>): void;
  /** Takes another device, or treats the sound otherwise, from now on and after the next visit. */
  choose(change: Partial<Choices>): void;
  /** To the other camera of a phone; what was chosen of them does not count any more. */
  flip(): void;
  stop(): void;
}

export function createOwnMedia(platform: Platform, handlers: OwnMediaHandlers): OwnMedia {
  const local = signal<MediaStream | null>(null);
  const controls = signal<Controls>({ muted: false, cameraOff: false, lowData: false });
  const camera = signal<Camera>({ facing: "user", canFlip: false });
  const devices = signal<readonly Listed[]>([]);
  const choices = signal(parseChoices(platform.choices.get()));
  let stopListening: (() => void) | null = null;

  const capture = createCapture(platform, {
    ...handlers,
    choices: () => choices.value,
    stream(stream) {
      local.value = stream;
      listenWhileMuted();
    },
    camera: (now) => camera.value = now,
    listed: (now) => devices.value = now,
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

  function keep(change: Partial<Choices>): void {
    choices.value = { ...choices.value, ...change };
    platform.choices.set(JSON.stringify(choices.value));
  }

  return {
    capture,
    local,
    controls,
    camera,
    devices,
    choices,
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
    choose(change) {
      keep(change);
      const { camera: _camera, speaker: _speaker, ...sound } = change;
      if ("camera" in change) capture.change("camera");
      if (Object.keys(sound).length > 0) capture.change("microphone");
    },
    flip() {
      keep({ camera: null });
      capture.flip();
    },
    stop() {
      stopListening?.();
      capture.stop();
    },
  };
}
