/** Carries out one effect of the reducer. */
import type { Capture } from "./media/capture.ts";
import type { CallEvent, Effect } from "./machine/events.ts";
import type { Identity } from "./seat/identity.ts";
import type { Links } from "./connection/current.ts";
import type { SignallingClient } from "./socket/socket.ts";
import type { CallState } from "./machine/state.ts";
import type { Timers } from "./page/timers.ts";

/** Everything outside the reducer. */
export interface Edges {
  readonly capture: Capture;
  readonly links: Links;
  readonly signalling: SignallingClient;
  readonly identity: Identity;
  readonly timers: Timers;
  dispatch(event: CallEvent): void;
  state(): CallState;
  chime(): void;
  closeLink(all: boolean): void;
}

export function runEffect(effect: Effect, edges: Edges): void {
  const { capture, links, signalling, identity, timers } = edges;
  switch (effect.type) {
    case "acquire-media":
      return capture.acquire();
    case "release-media":
      edges.closeLink(true);
      return capture.release();
    case "join":
      return void join(effect.room, effect.link, edges);
    case "leave":
      return void signalling.send({ type: "leave" });
    case "adopt":
      return links.adopt(effect.to);
    case "answer":
      return links.answer(effect.offer, effect.to);
    case "offer":
      return void links.offer(effect.to);
    case "address":
      return links.address(effect.to);
    case "repeat":
      return links.current?.repeat();
    case "hand-over":
      return links.handOver(effect.signal, effect.from);
    case "close-link":
      return edges.closeLink(false);
    case "remember-seat":
      return identity.keep(effect.room, effect.token);
    case "forget-seat":
      return identity.forget(effect.room);
    case "start-timer":
      return timers.start(
        effect.timer,
        effect.ms,
        () => edges.dispatch({ type: "timer", timer: effect.timer }),
      );
    case "stop-timer":
      return timers.stop(effect.timer);
    case "chime":
      return edges.chime();
  }
}

/** The only effect that waits: for the token's lock and for the prepared offer. */
async function join(room: string, link: string | null, edges: Edges): Promise<void> {
  const { identity, links, signalling } = edges;
  const [token, offer] = await Promise.all([
    identity.tokenFor(room),
    link === null ? links.prepared() : null,
  ]);
  const state = edges.state();
  // Cancelled, or another room was chosen meanwhile: that choice sends its own `join`.
  if (!("room" in state) || state.name === "prompt" || state.room !== room) return;
  signalling.send({
    type: "join",
    room,
    session: identity.session,
    ...(token === null ? {} : { token }),
    link: link ?? offer?.link ?? null,
    offer,
  });
}
