/**
 * Which camera, microphone and loudspeaker the person wants, and what that means for
 * `getUserMedia`. Pure: what is asked for is a table of wishes, best first.
 */
import * as v from "valibot";
import type { Device } from "../machine/state.ts";
import type { Facing } from "../platform.ts";

/** One device of several, by the browser's id for it and, where that changed, by its label. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** What the browser does to the microphone's sound (W3C Media Capture, 4.3.5). */
export interface Processing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

/** `null`: whichever the browser takes. */
export interface Choices extends Processing {
  readonly camera: Choice | null;
  readonly microphone: Choice | null;
  readonly speaker: Choice | null;
}

/** What to ask `getUserMedia` for, best first. */
export type Wishes = readonly [MediaTrackConstraints, ...MediaTrackConstraints[]];

const CHOICE = v.nullable(v.strictObject({ id: v.string(), label: v.string() }));
const CHOICES = v.strictObject({
  camera: CHOICE,
  microphone: CHOICE,
  speaker: CHOICE,
  echoCancellation: v.boolean(),
  noiseSuppression: v.boolean(),
  autoGainControl: v.boolean(),
});

export const NO_CHOICES: Choices = {
  camera: null,
  microphone: null,
  speaker: null,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** Reads what this browser remembered; whatever is no choice of ours counts as none. */
export function parseChoices(text: string | null): Choices {
  try {
    const read = v.safeParse(CHOICES, JSON.parse(text ?? ""));
    if (read.success) return read.output;
  } catch {
    // Not even JSON.
  }
  return NO_CHOICES;
}

/**
 * What to ask the browser for, best first: the chosen device, then any. The chosen one is demanded:
 * Chromium takes whichever it likes when a device is merely wished for (`ideal`).
 *
 * @param facing which way the camera should look where none was chosen
 */
export function wishesFor(
  device: Device,
  choices: Choices,
  facing: Facing,
): Wishes {
  const { echoCancellation, noiseSuppression, autoGainControl } = choices;
  const choice = choices[device];
  const base: MediaTrackConstraints = device === "microphone"
    ? { echoCancellation, noiseSuppression, autoGainControl }
    : { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  const any = device === "camera" ? { ...base, facingMode: facing } : base;
  if (choice === null) return [any];
  return [{ ...base, deviceId: { exact: choice.id } }, any];
}
