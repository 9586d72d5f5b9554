/** What follows from a state of the call, whatever led to it. */
import type { Signal } from "@preact/signals";
import type { Conversation } from "./chat/conversation.ts";
import type { Companions } from "./extras/companions.ts";
import { type Call, hasFriend, holderOf } from "./machine/state.ts";
import type { Identity } from "./seat/identity.ts";
import type { Notices } from "./page/notices.ts";
import type { Recovery } from "./recovery/recovery.ts";
import type { Socket } from "./socket/socket.ts";

export interface ConsequencesOptions {
  readonly identity: Identity;
  readonly socket: Socket;
  readonly notices: Notices;
  readonly conversation: Conversation;
  readonly companions: Companions;
  readonly recovery: Recovery;
  readonly remote: Signal<MediaStream | null>;
}

export function drawConsequences(
  { state, known }: Call,
  { state: before, known: knownBefore }: Call,
  parts: ConsequencesOptions,
): void {
  const { identity, socket, notices, conversation, companions, recovery } = parts;
  socket.setUrgent(hasFriend(state) && state.name !== "connected");
  const noPath = (state.name === "connecting" || state.name === "reconnecting") && state.noPath;
  notices.set("no-path", noPath ? { kind: "no-path" } : null);
  if (known !== knownBefore) identity.refresh(known);
  const holder = holderOf(state);
  // Nobody sees the last picture of somebody else.
  if (holder !== holderOf(before)) parts.remote.value = null;
  if (conversation.with(holder)) notices.set("new-person", { kind: "new-person" });
  if (!hasFriend(state)) conversation.quiet();
  companions.with(holder);
  const isBack = hasFriend(state) && hasFriend(before) && state.seat.is === "kept" &&
    before.seat.is !== "kept";
  if (isBack) recovery.returned();
  // Not while the first picture is on its way.
  if (state.name === "waiting" || state.name === "connected") companions.load();
}
