/**
 * What an extra is: something two people do in a call besides seeing, hearing and writing. Each lives
 * in a folder of its own below `call/`, is told of the call by {@linkcode ExtraEvents}, reaches it
 * through {@linkcode ExtraContext}, and shows the screens its own signals and actions.
 */
import type { ReadonlySignal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { Tracks } from "../connection/lanes.ts";
import type { OwnMedia } from "../media/own_media.ts";
import type { Notices } from "../page/notices.ts";
import type { Platform } from "../platform.ts";
import type { FriendStatus } from "../facts.ts";

/** What of the call an extra hears; all of it may be missing where it does not matter. */
export interface ExtraEvents {
  /** Whom the call is with from now on, by the holder of the other seat; `null`: nobody. */
  with(holder: string | null): void;
  /** This connection is the one in use from now on. */
  follow(connection: Connection): void;
  /** Its channel is open: says what the friend's page may not know. */
  opened(): void;
  /** The same channel carries again: says what could not be said for a moment. */
  carries(): void;
  /** The friend's twin of this extra says something; anything may be in it. */
  receive(body: Readonly<Record<string, unknown>>): void;
  /** No connection is in use. */
  release(): void;
  /** The call is over: nothing of it stays. */
  end(): void;
}

export type Extra = Partial<ExtraEvents>;

/** What of the call an extra may use. */
export interface ExtraContext {
  readonly platform: Platform;
  readonly own: Pick<OwnMedia, "capture" | "local" | "controls">;
  /** The friend's picture and voice. */
  readonly remote: ReadonlySignal<MediaStream | null>;
  readonly friend: ReadonlySignal<FriendStatus>;
  readonly notices: Pick<Notices, "set">;
  /** Sends a screen and its sound from now on, on this connection and those to come. */
  share(tracks: Pick<Tracks, "screen" | "sound">): void;
  /**
   * Says something to this extra's twin.
   *
   * @param body what `JSON.stringify` keeps, under 32 kB
   * @returns whether it is on its way
   */
  say(of: string, body: Readonly<Record<string, unknown>>): boolean;
}
