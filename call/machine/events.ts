/** Everything that can happen to a call, grouped by where it comes from; and what it may ask for. */
import type { OfferSignal, ServerMessage, Signal } from "../../signaling/protocol.ts";
import type { MediaProblem } from "./state.ts";

/** From the person, through the screens. */
export type PersonEvent =
  | { readonly type: "try-again" }
  | { readonly type: "join"; readonly room: string }
  | { readonly type: "cancel" }
  | { readonly type: "auto-retry"; readonly on: boolean }
  | { readonly type: "leave" }
  | { readonly type: "call-again" }
  /** Back to the prompt, to choose another room. */
  | { readonly type: "other-room" };

/** From the page's memory: it held a seat in this room a moment ago. */
export type MemoryEvent = { readonly type: "return-to"; readonly room: string };

/** From camera and microphone. */
export type MediaEvent =
  | { readonly type: "media-ready" }
  | { readonly type: "media-failed"; readonly problem: MediaProblem };

/** From the socket. `server` wraps every validated message the machine cares about. */
export type SocketEvent =
  | { readonly type: "socket-open" }
  | { readonly type: "socket-down" }
  | { readonly type: "server"; readonly message: ServerMessage };

/** From the peer connection named `link`; events of an older link are ignored. */
export type LinkEvent =
  /** A link was begun by this page (offer) or for the other's offer (answer). */
  | { readonly type: "link-begun"; readonly link: string }
  | { readonly type: "link-flowing"; readonly link: string }
  | { readonly type: "link-weak"; readonly link: string }
  | { readonly type: "link-stalled"; readonly link: string }
  /** Restarts did not help: ask for a new link. */
  | { readonly type: "link-failed"; readonly link: string }
  /** No way between the two was found, and there is no relay to try. */
  | { readonly type: "link-no-path"; readonly link: string }
  /** The friend said goodbye over the data channel. */
  | { readonly type: "link-goodbye"; readonly link: string };

/** From the clock. */
export type TimerEvent = { readonly type: "timer"; readonly timer: TimerName };
export type TimerName = "retry-full" | "hold";

export type CallEvent =
  | PersonEvent
  | MemoryEvent
  | MediaEvent
  | SocketEvent
  | LinkEvent
  | TimerEvent;

/** What the reducer asks the edge to do; each is carried out by one function in `effects.ts`. */
export type Effect =
  | { readonly type: "acquire-media" }
  | { readonly type: "release-media" }
  /** Sends `join`, with the prepared offer unless `link` still lives. */
  | { readonly type: "join"; readonly room: string; readonly link: string | null }
  | { readonly type: "leave" }
  /** The offer that went with `join` has somebody to answer it: it is the link from now on. */
  | { readonly type: "adopt"; readonly to: string }
  /** Answers the friend's offer on a new peer connection. */
  | { readonly type: "answer"; readonly offer: OfferSignal; readonly to: string }
  /** Starts a new peer connection and offers it. */
  | { readonly type: "offer"; readonly to: string }
  /** The friend's page is known under this session from now on. */
  | { readonly type: "address"; readonly to: string }
  /** Says again what the other may have missed while a socket was down. */
  | { readonly type: "repeat" }
  | { readonly type: "hand-over"; readonly signal: Signal; readonly from: string }
  | { readonly type: "close-link" }
  | { readonly type: "remember-seat"; readonly room: string; readonly token: string }
  | { readonly type: "forget-seat"; readonly room: string }
  | { readonly type: "start-timer"; readonly timer: TimerName; readonly ms: number }
  | { readonly type: "stop-timer"; readonly timer: TimerName }
  | { readonly type: "chime" };

/** One step of the call. */
export interface Step {
  readonly call: import("./state.ts").Call;
  readonly effects: readonly Effect[];
}
