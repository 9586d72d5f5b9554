/** The two wires between the pages: the server's, and their own data channel. */
import type { Signal } from "../../signaling/protocol.ts";
import type { ConnectionEvent } from "../machine/events.ts";
import { type CallState, hasFriend } from "../machine/state.ts";
import type { Socket } from "../socket/socket.ts";
import type { VerifyMessage } from "../verify/verification.ts";
import type { ChannelMessage } from "./channel.ts";
import type { Connection } from "./connection.ts";

/** What the friend's page says of itself and to its person. */
export type Words = Extract<ChannelMessage, { type: "status" | "text" | "heard" }>;

export type ExtraMessage = Extract<ChannelMessage, { type: "extra" }>;

export interface Listeners {
  readonly event: (event: ConnectionEvent) => void;
  readonly words: (message: Words) => void;
  readonly verify: (message: VerifyMessage) => void;
  readonly extra: (message: ExtraMessage) => void;
}

/** Takes a signal to the friend: by the server, or where that cannot, straight. */
export function carrySignal(
  signal: Signal,
  { state, socket, current }: {
    readonly state: CallState;
    readonly socket: Pick<Socket, "send">;
    readonly current: Connection | null;
  },
): void {
  if (!hasFriend(state)) return;
  // The server passes on what is for the page that sits opposite, and only from a seat.
  const isOpposite = state.seat.is === "kept" && !state.away &&
    !("newcomer" in state && state.newcomer !== null);
  const to = state.peer.session;
  if (isOpposite && socket.send({ type: "signal", to, signal })) return;
  current?.say({ type: "signal", signal });
}

/** Hands what came over the data channel of connection `link` to whom it concerns. */
export function hearMessage(
  message: ChannelMessage,
  link: string,
  { event, words, verify, extra }: Listeners,
): void {
  switch (message.type) {
    case "signal":
      return event({ type: "link-signal", link, signal: message.signal });
    case "goodbye":
      return event({ type: "link-goodbye", link });
    case "status":
    case "text":
    case "heard":
      return words(message);
    case "verify":
      return verify(message);
    case "extra":
      return extra(message);
    case "beat":
      return;
  }
}
