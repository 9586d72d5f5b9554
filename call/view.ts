/** The call as the screens see it: signals to read, actions to call. Nothing else crosses. */
import type { ReadonlySignal } from "@preact/signals";
import type { Camera, ChatText, Controls, Figures, FriendStatus, Notice } from "./facts.ts";
import type { Extras } from "./extras/extras.ts";
import type { PersonEvent } from "./machine/events.ts";
import type { Call, Device } from "./machine/state.ts";
import type { Choices } from "./media/choices.ts";
import type { Listed } from "./platform.ts";
import type { Verification } from "./verify/verification.ts";

export type * from "./facts.ts";

export interface CallView {
  readonly call: ReadonlySignal<Call>;
  /** Own camera and microphone; `null` until permission is given, and after leaving. */
  readonly local: ReadonlySignal<MediaStream | null>;
  /** The friend's picture and voice; kept (frozen) while reconnecting. */
  readonly remote: ReadonlySignal<MediaStream | null>;
  readonly controls: ReadonlySignal<Controls>;
  readonly camera: ReadonlySignal<Camera>;
  /** Cameras, microphones and loudspeakers there are; nothing where the browser does not tell. */
  readonly devices: ReadonlySignal<readonly Listed[]>;
  /** Which of them the person wants, and how their sound is treated; remembered. */
  readonly choices: ReadonlySignal<Choices>;
  readonly friend: ReadonlySignal<FriendStatus>;
  readonly figures: ReadonlySignal<Figures | null>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Texts of this call, oldest first. */
  readonly texts: ReadonlySignal<readonly ChatText[]>;
  /** What two people do besides (`extras/`); `null`: not loaded yet. */
  readonly extras: ReadonlySignal<Extras | null>;
  /** Whether somebody could be in between. */
  readonly verification: ReadonlySignal<Verification>;
  /** Makes a code for both to compare. */
  verify(): void;
  /** The person compared: the same, or not (which ends the call). */
  judgeCode(same: boolean): void;
  dispatch(event: PersonEvent): void;
  setMuted(muted: boolean): void;
  setCameraOff(off: boolean): void;
  flipCamera(): void;
  choose(change: Partial<Choices>): void;
  setLowData(on: boolean): void;
  /** Sends a text; it arrives although the connection may be down for a moment. */
  sendText(text: string): void;
  /** Asks for a lost or silent device again; call from a click. */
  resumeDevice(device: Device): void;
  /** The friend's video element reports that `play()` was refused, or that it now plays. */
  reportPlayback(refused: boolean): void;
}
