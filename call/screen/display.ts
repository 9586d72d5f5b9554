/** Asks the browser for a screen, a window or a tab (W3C Screen Capture), with its sound where it can. */
import { type CaptureSettings, isFreeOfCall } from "./sound.ts";

/** What was chosen, and is captured from now on. */
export interface Captured {
  readonly screen: MediaStreamTrack;
  /** `null`: without sound. */
  readonly sound: MediaStreamTrack | null;
  /** Asked again whenever another surface may have been chosen meanwhile. */
  readonly isFreeOfCall: () => boolean;
}

export type DisplayAnswer =
  | { readonly is: "given"; readonly captured: Captured }
  /** The person closed the question. */
  | { readonly is: "cancelled" }
  /** The system's settings do not let this browser capture. */
  | { readonly is: "blocked-by-system" }
  | { readonly is: "failed" };

export interface Display {
  /** Telephones have none. */
  readonly isPossible: boolean;
  /** Call it from a click. Never rejects. */
  ask(): Promise<DisplayAnswer>;
}

/** Not in TypeScript's DOM library: Screen Capture, and Capture Handle. */
interface AudioConstraints extends MediaTrackConstraints {
  readonly restrictOwnAudio?: boolean;
  readonly suppressLocalAudioPlayback?: boolean;
}
interface Options extends DisplayMediaStreamOptions {
  readonly audio: AudioConstraints;
  readonly selfBrowserSurface: "exclude";
  readonly surfaceSwitching: "include";
  readonly systemAudio: "include" | "exclude";
}
interface WithHandles extends MediaDevices {
  setCaptureHandleConfig?(
    config: { readonly handle: string; readonly permittedOrigins: readonly string[] },
  ): void;
}
interface HandledTrack extends MediaStreamTrack {
  getCaptureHandle?(): { readonly handle?: string } | null;
}

/** Text is read: this many frames are plenty. */
const FRAMES_PER_S = 15;

export function createDisplay(): Display {
  const devices: WithHandles | undefined = globalThis.navigator?.mediaDevices;
  const isPossible = devices?.getDisplayMedia !== undefined;
  const handle = isPossible ? nameThisPage(devices) : null;
  return {
    isPossible,
    async ask() {
      try {
        if (devices === undefined) return { is: "failed" };
        const stream = await devices.getDisplayMedia(optionsOf(devices));
        return { is: "given", captured: capturedOf(stream, handle) };
      } catch (error) {
        return { is: whyNot(error) };
      }
    },
  };
}

/** Sound of the whole system is only asked for where the browser takes the call out of it. */
function optionsOf(devices: MediaDevices): Options {
  const supported: MediaTrackSupportedConstraints & { readonly restrictOwnAudio?: boolean } =
    devices.getSupportedConstraints();
  return {
    video: { frameRate: { ideal: FRAMES_PER_S, max: 30 } },
    audio: {
      restrictOwnAudio: true,
      suppressLocalAudioPlayback: false,
      // What a program plays is no voice to be cleaned.
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
    selfBrowserSurface: "exclude",
    surfaceSwitching: "include",
    systemAudio: supported.restrictOwnAudio === true ? "include" : "exclude",
  };
}

function capturedOf(stream: MediaStream, handle: string | null): Captured {
  const [screen] = stream.getVideoTracks();
  const sound = stream.getAudioTracks()[0] ?? null;
  if (screen === undefined) throw new Error("Cannot share: captured no picture");
  hint(screen, "detail");
  if (sound !== null) hint(sound, "music");
  return {
    screen,
    sound,
    isFreeOfCall: () =>
      sound !== null && isFreeOfCall({
        screen: settingsOf(screen),
        sound: settingsOf(sound),
        isThisPage: isPageNamed(screen, handle),
      }),
  };
}

function settingsOf(track: MediaStreamTrack): CaptureSettings {
  return track.getSettings();
}

/** Whoever captures this tab from this origin can tell (Capture Handle); `null`: nobody can. */
function nameThisPage(devices: WithHandles): string | null {
  if (devices.setCaptureHandleConfig === undefined) return null;
  const handle = crypto.randomUUID();
  devices.setCaptureHandleConfig({ handle, permittedOrigins: [globalThis.origin] });
  return handle;
}

function isPageNamed(track: HandledTrack, handle: string | null): boolean | null {
  if (handle === null || track.getCaptureHandle === undefined) return null;
  try {
    return track.getCaptureHandle()?.handle === handle;
  } catch {
    // It is no tab's.
    return null;
  }
}

/** W3C MediaStreamTrack Content Hints: letters before motion, music before speech. */
function hint(track: MediaStreamTrack, contentHint: "detail" | "music"): void {
  if ("contentHint" in track) track.contentHint = contentHint;
}

/** One error stands for a person's "no" and for the system's; only its message tells (Chromium). */
function whyNot(error: unknown): Exclude<DisplayAnswer["is"], "given"> {
  if (!(error instanceof DOMException) || error.name !== "NotAllowedError") return "failed";
  return /by system/i.test(error.message) ? "blocked-by-system" : "cancelled";
}
