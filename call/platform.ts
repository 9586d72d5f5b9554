/**
 * Everything of the browser that the engine touches, in one place: the page hands the real one in
 * (`page/browser.ts`), the simulation a modelled one. Below `call/` nothing else reaches for a global
 * that acts, waits or is random.
 */
import type { Clock, Random } from "../signaling/clock.ts";
import type { FileStore } from "./files/store.ts";
import type { Device, MediaProblem } from "./machine/state.ts";
import type { SeatMemory } from "./seat/memory.ts";

/** The page's own life and what it notices of the world. */
export interface PageSignals {
  /** The network may have changed, or the page slept (`online`, `visibilitychange`, …). */
  onNetworkHint(changed: () => void): () => void;
  /** The page is closing or reloading (`pagehide`). */
  onClosing(closing: () => void): () => void;
}

/** Which way the camera looks (W3C Media Capture, VideoFacingModeEnum). */
export type Facing = "user" | "environment";

export type MediaResult =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly problem: MediaProblem };

/** One of the devices the browser lists (W3C Media Capture, MediaDeviceInfo). */
export interface Listed {
  readonly kind: Device | "speaker";
  /** Empty, like the label, until the permission is given. */
  readonly id: string;
  readonly label: string;
}

/** Camera and microphone. */
export interface Devices {
  /** Asks for both. Never rejects. */
  acquire(wish: Readonly<Record<Device, MediaTrackConstraints>>): Promise<MediaResult>;
  /** Asks for one of the two again; `null`: there is none to be had. */
  acquireOne(device: Device, wish: MediaTrackConstraints): Promise<MediaStreamTrack | null>;
  /** Whether the person withdrew (or never gave) the permission; `null`: the browser does not tell. */
  permission(device: Device): Promise<PermissionState | null>;
  /** What is plugged in; nothing where the browser does not tell. Never rejects. */
  list(): Promise<readonly Listed[]>;
  /** A phone or tablet: it opens one camera at a time. */
  isHandheld(): boolean;
  onChange(changed: () => void): () => void;
}

/** One text, as long-lived as the browser keeps it. */
export interface TextMemory {
  get(): string | null;
  set(text: string): void;
}

/** Habits in which browsers differ, as data (`recovery/habits.ts`). */
export type Engine = "chromium" | "firefox" | "webkit";

/** A small store of texts. */
export interface KeyMemory {
  get(holder: string): string | null;
  set(holder: string, key: string): void;
}

/** Makes a connection. */
export type Connect = (configuration: RTCConfiguration) => RTCPeerConnection;

/** What a call needs from its first media on. */
export interface Upkeep {
  readonly createSteering: typeof import("./sending/steering.ts").createSteering;
  /**
   * Whether this machine has an address that is not among `known`: then what makes connections that
   * know it; `null`: it has none, or does not tell. Never rejects.
   */
  readonly findMove: (known: ReadonlySet<string>) => Promise<Connect | null>;
}

export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  /** 128 random bits, base64url. */
  readonly newId: () => string;
  readonly engine: Engine;
  readonly WebSocket: new (url: string, protocol: string) => WebSocket;
  readonly fetch: typeof fetch;
  readonly connect: Connect;
  readonly MediaStream: new (tracks?: MediaStreamTrack[]) => MediaStream;
  readonly devices: Devices;
  /** What keeps them alive while they are in use; rejects where it cannot be fetched. */
  readonly loadKeeping: () => Promise<typeof import("./media/keeping.ts")>;
  /** Rejects where it cannot be fetched. */
  readonly loadUpkeep: () => Promise<Upkeep>;
  /** What the person chose of them (`media/choices.ts`). */
  readonly choices: TextMemory;
  readonly memory: SeatMemory;
  /** Keys of verified calls, by holder; as long-lived as the tab. */
  readonly keys: KeyMemory;
  /** Where files of friends live; its code is fetched. */
  readonly openFiles: () => Promise<FileStore>;
  /** Web Locks; `undefined` where the browser has none. */
  readonly locks: LockManager | undefined;
  readonly page: PageSignals;
  /** A soft sound: the friend has come. */
  readonly chime: () => void;
  /** Notices that somebody speaks into a muted microphone. @returns the disposer */
  readonly watchSpeech: (track: MediaStreamTrack, speaking: (yes: boolean) => void) => () => void;
  readonly reportBug: (what: string, error: unknown) => void;
}
