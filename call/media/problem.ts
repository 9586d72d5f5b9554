/** Why `getUserMedia` failed, as one of five causes a person can act on (W3C Media Capture, 10.2). */
import type { Device, MediaCause, MediaProblem } from "../machine/state.ts";

/** What is known besides the error itself. */
export interface MediaSurroundings {
  readonly secure: boolean;
  /** `granted` by the site permission although capture was refused: the system said no. */
  readonly permissions: Readonly<Record<Device, PermissionState | null>>;
  /** Devices the browser lists; `null`: it does not tell. */
  readonly listed: Readonly<Record<Device, boolean>> | null;
}

const BY_SYSTEM = /system|denied by the (os|platform)|not permitted by the operating/i;

/** Classifies a failure. Unknown errors count as "in use": the remedy (close, replug, retry) fits. */
export function mediaProblem(error: unknown, around: MediaSurroundings): MediaProblem {
  const name = error instanceof Error ? error.name : "";
  const message = error instanceof Error ? error.message : "";
  if (!around.secure) return { cause: "insecure", devices: [] };
  const cause = causeOf(name, message, around);
  return { cause, devices: devicesFor(cause, around) };
}

function causeOf(name: string, message: string, around: MediaSurroundings): MediaCause {
  switch (name) {
    case "NotAllowedError":
    case "PermissionDeniedError": {
      const granted = around.permissions.camera === "granted" &&
        around.permissions.microphone === "granted";
      return BY_SYSTEM.test(message) || granted ? "blocked-by-system" : "refused";
    }
    case "SecurityError":
      return "blocked-by-system";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "none-found";
    case "TypeError":
      return "insecure";
    default:
      return "in-use";
  }
}

function devicesFor(cause: MediaCause, around: MediaSurroundings): readonly Device[] {
  const both: readonly Device[] = ["camera", "microphone"];
  const { listed, permissions } = around;
  if (cause === "none-found" && listed !== null) return both.filter((device) => !listed[device]);
  if (cause === "refused") return both.filter((device) => permissions[device] === "denied");
  return [];
}
