/** What camera and microphone there are now, and who hears of it. */
import type { Choices } from "./choices.ts";
import type { Device, MediaProblem } from "../machine/state.ts";
import type { Facing, Listed } from "../platform.ts";
import type { Notice } from "../facts.ts";

/** Own microphone and camera; `null`: there is none now. */
export interface OwnTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

export interface CaptureHandlers {
  /** What the person wants now. */
  readonly choices: () => Choices;
  readonly ready: () => void;
  readonly failed: (problem: MediaProblem) => void;
  /** Another stream object: for the self-view. */
  readonly stream: (stream: MediaStream | null) => void;
  /** Other tracks: for the senders. */
  readonly tracks: (tracks: OwnTracks) => void;
  /** Which way the camera looks, and whether it can be turned. */
  readonly camera: (camera: { facing: Facing; canFlip: boolean }) => void;
  /** What is plugged in now. */
  readonly listed: (listed: readonly Listed[]) => void;
  /** News about one device, or `null`: all is well with it again. */
  readonly notice: (device: Device, notice: Notice | null) => void;
}

/** What is in use now. */
export interface Holding {
  /** `null`: nothing is. */
  stream: MediaStream | null;
  /** Another one whenever both are asked for or let go: what was asked for before is not wanted. */
  life: number;
  tracks(): OwnTracks;
  /** Tells of other tracks, which are as muted as those before. */
  publish(): void;
}
