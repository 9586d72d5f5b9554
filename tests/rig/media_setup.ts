import type { Appearance } from "./people.ts";

/**
 * What happens when the page asks for camera and microphone.
 *
 * - `granted`: both work, with the person's picture and voice
 * - `refused`: the person says no (NotAllowedError); `allowMedia()` changes their mind
 * - `microphone-only`: the person allows only the microphone (Chromium)
 * - `no-device`: there is neither (NotFoundError)
 * - `no-camera`: there is only a microphone (NotFoundError)
 * - `busy`: another program uses the camera (NotReadableError); `allowMedia()` ends that
 * - `system-blocked`: the operating system says no (NotAllowedError); `allowMedia()` ends that
 * - `pending`: the browser's question stays open until `allowMedia()` answers it
 * - `insecure`: the page comes over plain HTTP from another host and has no `mediaDevices`
 */
export type MediaSetup =
  | "granted"
  | "refused"
  | "microphone-only"
  | "no-device"
  | "no-camera"
  | "busy"
  | "system-blocked"
  | "pending"
  | "insecure";

/** A host name of the insecure set-up: it leads to this machine but is not called localhost. */
export const INSECURE_HOST = "duet.test";

/** Faults that a script inside the page plays, because no browser can be asked for them. */
export type StubbedFault = "busy" | "system-blocked" | "pending" | "no-device" | "no-camera";

/** The files that a fake camera and microphone play. */
export interface MediaFiles {
  video: string;
  audio: string;
}

/** The part of a set-up that is played by a script inside the page. */
export function stubbedFault(
  setup: MediaSetup,
  browser: "chromium" | "firefox",
  hasRealDevices: boolean,
): StubbedFault | undefined {
  switch (setup) {
    case "busy":
    case "system-blocked":
    case "pending":
      return setup;
    case "no-device":
      // A machine without camera and microphone gives the real error; elsewhere it is played.
      return hasRealDevices ? setup : undefined;
    case "no-camera":
      return browser === "firefox" ? setup : undefined;
    default:
      return undefined;
  }
}

/** The command line of Chromium for a set-up. */
export function chromiumMediaArgs(setup: MediaSetup, files: MediaFiles): string[] {
  const ask = "--use-fake-ui-for-media-stream";
  const device = "--use-fake-device-for-media-stream";
  const played = [
    `--use-file-for-fake-video-capture=${files.video}`,
    `--use-file-for-fake-audio-capture=${files.audio}`,
  ];
  switch (setup) {
    case "refused":
    case "microphone-only":
      return [device, ...played]; // Without a fake prompt only what was granted is allowed.
    case "no-device":
      return [ask];
    case "no-camera":
      // A video file would be a camera again.
      return [ask, `${device}=device-count=0`, ...played.slice(1)];
    case "insecure":
      return [ask, device, ...played, `--host-resolver-rules=MAP ${INSECURE_HOST} 127.0.0.1`];
    default:
      return [ask, device, ...played];
  }
}

/** The preferences of Firefox for a set-up. Its fake camera changes its colour all the time. */
export function firefoxMediaPrefs(
  setup: MediaSetup,
  look: Appearance,
): Record<string, string | number | boolean> {
  if (setup === "microphone-only") {
    throw new Error("Cannot grant only the microphone in Firefox: use Chromium");
  }
  const refused = setup === "refused";
  return {
    "media.navigator.streams.fake": setup !== "no-device",
    "media.navigator.audio.fake_frequency": look.toneHz,
    "media.navigator.permission.disabled": !refused,
    ...(refused ? { "permissions.default.camera": 2, "permissions.default.microphone": 2 } : {}),
    ...(setup === "insecure" ? { "network.dns.localDomains": INSECURE_HOST } : {}),
  };
}

interface FaultyWindow {
  duetMediaFault: StubbedFault | undefined;
  duetMediaAllowed: (() => void) | undefined;
}

/** Runs inside the page: plays a fault until `endMediaFault` is called. */
export function installMediaFault(fault: StubbedFault): void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const page = globalThis as unknown as FaultyWindow;
  page.duetMediaFault = fault;
  const allowed = new Promise<void>((resolve) => page.duetMediaAllowed = resolve);
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    switch (page.duetMediaFault) {
      case "busy":
        throw new DOMException("Could not start video source", "NotReadableError");
      case "system-blocked":
        throw new DOMException("Permission denied by system", "NotAllowedError");
      case "no-device":
        throw new DOMException("Requested device not found", "NotFoundError");
      case "no-camera":
        if (!constraints?.video) break;
        throw new DOMException("Requested device not found", "NotFoundError");
      case "pending":
        await allowed;
    }
    return await real(constraints);
  };
}

/** Runs inside the page: the fault is over, for this page and, as an init script, later ones. */
export function endMediaFault(): void {
  const page = globalThis as unknown as FaultyWindow;
  page.duetMediaFault = undefined;
  page.duetMediaAllowed?.();
}
