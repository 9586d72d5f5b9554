/** The call as the screens see it: signals to read, actions to call. Nothing else crosses. */
import type { ReadonlySignal } from "@preact/signals";
import type { PersonEvent } from "./machine/events.ts";
import type { Call, Device } from "./machine/state.ts";
import type { Verification } from "./verify/verification.ts";

/** What the person set on their own side. */
export interface Controls {
  readonly muted: boolean;
  readonly cameraOff: boolean;
  /** "Low data": smaller picture, fewer frames. */
  readonly lowData: boolean;
}

export interface Camera {
  /** `environment`: the back camera, which must not be shown mirrored. */
  readonly facing: "user" | "environment";
  /** A phone or tablet with a camera on either side. */
  readonly canFlip: boolean;
}

/** What the friend's page says of itself. */
export interface FriendStatus {
  readonly muted: boolean;
  readonly cameraOff: boolean;
  /** Their video pauses because their connection carries only the voice. */
  readonly videoPaused: boolean;
}

export type QualityMark = "good" | "fair" | "poor";

/** Figures of the running call, from one `getStats` reader; `null` where the browser does not tell. */
export interface Figures {
  readonly mark: QualityMark;
  readonly roundTripMs: number | null;
  /** Share of packets lost on the way here, 0…1. */
  readonly lossShare: number | null;
  readonly receivedBps: number | null;
  readonly sentBps: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly framesPerSecond: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly route: "direct" | "relayed" | null;
}

/** Something the person should know or can do; a notice goes away when it is no longer true. */
export type Notice =
  /** The device went away; another was taken, or none is left. */
  | { readonly kind: "device-replaced"; readonly device: Device; readonly label: string }
  | { readonly kind: "device-lost"; readonly device: Device }
  /** The system took the device (a phone call, sleep): one tap asks for it again. */
  | { readonly kind: "device-silent"; readonly device: Device }
  | { readonly kind: "permission-revoked"; readonly device: Device }
  /** The browser wants a tap before it plays the friend's voice. */
  | { readonly kind: "tap-to-hear" }
  | { readonly kind: "speaking-while-muted" }
  /** Our own video pauses because the connection carries only the voice. */
  | { readonly kind: "video-paused" }
  /** The other seat's holder is somebody else than before. */
  | { readonly kind: "new-person" }
  /** The friend writes faster than texts are taken. */
  | { readonly kind: "texts-dropped" }
  /** The server speaks a newer protocol: the page must be loaded anew. */
  | { readonly kind: "outdated" }
  /** No direct way between the two was found and no relay (TURN) is configured. */
  | { readonly kind: "no-path" };

export interface ChatText {
  /** Its own within one life of the page. */
  readonly id: number;
  readonly from: "me" | "friend";
  readonly text: string;
  /** ms since the epoch, by this page's clock. */
  readonly at: number;
  /** Of own texts: on its way, arrived, or never to arrive because whom it was for is gone. */
  readonly delivery: "sent" | "delivered" | "undelivered";
}

export interface CallView {
  readonly call: ReadonlySignal<Call>;
  /** Own camera and microphone; `null` until permission is given, and after leaving. */
  readonly local: ReadonlySignal<MediaStream | null>;
  /** The friend's picture and voice; kept (frozen) while reconnecting. */
  readonly remote: ReadonlySignal<MediaStream | null>;
  readonly controls: ReadonlySignal<Controls>;
  readonly camera: ReadonlySignal<Camera>;
  readonly friend: ReadonlySignal<FriendStatus>;
  readonly figures: ReadonlySignal<Figures | null>;
  readonly notices: ReadonlySignal<readonly Notice[]>;
  /** Texts of this call, oldest first. */
  readonly texts: ReadonlySignal<readonly ChatText[]>;
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
  setLowData(on: boolean): void;
  /** Sends a text; it arrives although the connection may be down for a moment. */
  sendText(text: string): void;
  /** Asks for a lost or silent device again; call from a click. */
  resumeDevice(device: Device): void;
  /** The friend's video element reports that `play()` was refused, or that it now plays. */
  reportPlayback(refused: boolean): void;
}
