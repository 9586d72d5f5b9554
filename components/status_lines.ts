/** What merely changed, in words: the network, the server, the friend. */
import type { SeatedState } from "../call/machine/state.ts";
import type { FriendStatus } from "../call/view.ts";
import type { Messages } from "../locales/messages.ts";

export type StatusKind = keyof Messages["status"];

export interface Situation {
  readonly state: SeatedState;
  readonly online: boolean;
  readonly friend: FriendStatus;
}

/** Most pressing first. */
export function statusLines({ state, online, friend }: Situation): readonly StatusKind[] {
  const lines: StatusKind[] = [];
  if (state.name === "connecting" && !state.noPath) lines.push("connecting");
  if (state.name === "reconnecting") {
    lines.push(state.away ? "away" : "reconnecting");
  }
  if (!online) lines.push(state.name === "waiting" ? "offlineWaiting" : "offline");
  if (state.name !== "connected") return lines;
  if (friend.videoPaused) lines.push("friendVideoPaused");
  else if (state.weak) lines.push("weak");
  if (friend.cameraOff) lines.push("friendCameraOff");
  if (friend.muted) lines.push("friendMuted");
  return lines;
}
