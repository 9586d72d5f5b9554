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

/** Most pressing first. Of the network only one thing is said: what is true of the whole of it. */
export function statusLines({ state, online, friend }: Situation): readonly StatusKind[] {
  const network = networkLine(state, online);
  const lines: StatusKind[] = network === null ? [] : [network];
  if (state.name !== "connected") return lines;
  if (friend.videoPaused) lines.push("friendVideoPaused");
  else if (state.weak) lines.push("weak");
  if (friend.cameraOff) lines.push("friendCameraOff");
  if (friend.muted) lines.push("friendMuted");
  return lines;
}

function networkLine(state: SeatedState, online: boolean): StatusKind | null {
  switch (state.name) {
    case "waiting":
      return online ? null : "offlineWaiting";
    case "connecting":
      if (!online) return "offlineWaiting";
      if (state.asking) return "asking";
      return state.noPath ? null : "connecting";
    case "connected":
      return online ? null : "offline";
    case "reconnecting":
      // Neither the friend nor the server is reached: it is one's own network that is gone.
      if (!online) return "offlineReconnecting";
      if (state.noPath) return null;
      return state.away ? "away" : "reconnecting";
  }
}
