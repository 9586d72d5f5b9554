/** Carries out one effect of the reducer. */
import type { Connections } from "./connection/current.ts";
import type { Effect } from "./machine/effects.ts";
import type { CallEvent } from "./machine/events.ts";
import type { Capture } from "./media/capture.ts";
import type { Timers } from "./page/timers.ts";
import type { Identity } from "./seat/identity.ts";
import type { Parting } from "./seat/parting.ts";
import type { Socket } from "./socket/socket.ts";

/** Everything outside the reducer. */
export interface Edges {
  readonly capture: Capture;
  readonly connections: Connections;
  readonly socket: Socket;
  readonly identity: Identity;
  readonly parting: Parting;
  readonly timers: Timers;
  dispatch(event: CallEvent): void;
  /** Whether the answer to this `join` is still wanted. */
  isAsked(request: string): boolean;
  chime(): void;
  /** Says goodbye on the connection in use and closes it. */
  closeLink(): void;
  /** Lets go of everything of the call, camera and microphone too. */
  endCall(): void;
}

export function runEffect(effect: Effect, edges: Edges): void {
  const { capture, connections, socket, identity, timers, dispatch } = edges;
  switch (effect.type) {
    case "acquire-media":
      return capture.acquire();
    case "release-media":
      return edges.endCall();
    case "join":
      join(effect, edges).catch(() => dispatch({ type: "join-failed", request: effect.request }));
      return;
    case "leave":
      return edges.parting.leave();
    case "vouch":
    case "refuse":
      return void socket.send(effect);
    case "adopt":
      return connections.adopt(effect.link);
    case "answer":
      return connections.answer(effect.offer);
    case "offer":
      return connections.offer(effect.link);
    case "say-again":
      return connections.current?.sayAgain();
    case "hand-over":
      return connections.current?.receive(effect.signal);
    case "tell-asking": {
      const signal = { kind: "asking", connection: effect.link } as const;
      return void socket.send({ type: "signal", to: effect.to, signal });
    }
    case "close-link":
      return edges.closeLink();
    case "remember-seat":
      return identity.keep(effect.room, effect.token);
    case "forget-seat":
      return identity.forget(effect.room);
    case "start-timer": {
      const { timer, ms } = effect;
      return timers.start(timer, ms, () => dispatch({ type: "timer", timer }));
    }
    case "stop-timer":
      return timers.stop(effect.timer);
    case "chime":
      return edges.chime();
  }
}

/** The only effect that waits: for the token's lock and for the prepared offer. */
async function join(
  { request, room, link }: Extract<Effect, { type: "join" }>,
  { identity, parting, connections, socket, dispatch, isAsked }: Edges,
): Promise<void> {
  const [token, offer] = await Promise.all([
    identity.tokenFor(room),
    link === null ? connections.pledge() : null,
  ]);
  // Cancelled, or another room was chosen meanwhile: that choice sends its own `join`.
  if (!isAsked(request)) return;
  const offered = offer?.connection ?? null;
  const sent = socket.send({
    type: "join",
    request,
    room,
    session: identity.session,
    token,
    connection: link ?? offered,
    offer,
  });
  if (!sent) return;
  parting.asked(room, token);
  dispatch({ type: "join-sent", request, offered, known: identity.friendOf(token) });
}
