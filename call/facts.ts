/** What the screens read of a call, as plain values: each engine part that knows one tells it by a signal. */
import type { Device } from "./machine/state.ts";

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

/** Which way voice or picture goes. */
export type Direction = "to-friend" | "from-friend";

/**
 * Where voice or picture gets lost between the two: at the microphone, on the way, at the player; at
 * the camera, which may give nothing or only black, or on the way (`hearing/verdict.ts`).
 */
export type SilentHop =
  | "microphone"
  | "voice-lost"
  | "sound-blocked"
  | "camera"
  | "picture-black"
  | "picture-lost";

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
  /** One of the two does not hear or see the other. */
  | { readonly kind: "silent-hop"; readonly hop: SilentHop; readonly direction: Direction }
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
