/** Everything that can happen to a call, grouped by where it comes from. */
import type { ServerMessage, Signal } from "../../signaling/protocol.ts";
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
  | { readonly type: "other-room" }
  /** No way to the friend was found: try a new connection. */
  | { readonly type: "try-connection" }
  /** The one who came while the call flows may come in: the call with the friend ends. */
  | { readonly type: "let-in" }
  /** They may not. */
  | { readonly type: "keep-talking" }
  /** Whether to be asked about whoever comes in. */
  | { readonly type: "ask-first"; readonly on: boolean };

/** From the page's memory: it held a seat in this room a moment ago. */
export type MemoryEvent = { readonly type: "return-to"; readonly room: string };

/** From camera and microphone. */
export type MediaEvent =
  | { readonly type: "media-ready" }
  | { readonly type: "media-failed"; readonly problem: MediaProblem };

/** From the socket. */
export type SocketEvent =
  | { readonly type: "socket-open" }
  | { readonly type: "socket-down" }
  /** The `join` left, with the prepared offer of connection `offered`. */
  | {
    readonly type: "join-sent";
    readonly request: string;
    readonly offered: string | null;
    /** The holder met last in the seat that was asked for, as far as this browser remembers. */
    readonly known: string | null;
  }
  /** It could not be put together: a bug, or a storage that hangs. */
  | { readonly type: "join-failed"; readonly request: string }
  /** Every validated message the machine cares about. */
  | { readonly type: "server"; readonly message: ServerMessage };

/** From the connection named `link`; news of another than the one in use are ignored. */
export type ConnectionEvent =
  /** Its first offer was answered. */
  | { readonly type: "link-agreed"; readonly link: string }
  | { readonly type: "link-flowing"; readonly link: string }
  | { readonly type: "link-weak"; readonly link: string }
  | { readonly type: "link-stalled"; readonly link: string }
  /** Restarts did not help, or it broke: ask for a new one. */
  | { readonly type: "link-failed"; readonly link: string }
  /** It may carry again, but a new one shows the friend sooner. */
  | { readonly type: "link-stale"; readonly link: string }
  /** No way between the two was found, and there is no relay to try. */
  | { readonly type: "link-no-path"; readonly link: string }
  /** The friend said goodbye over the data channel. */
  | { readonly type: "link-goodbye"; readonly link: string }
  /** The two codes differ: somebody is in between. */
  | { readonly type: "link-forged"; readonly link: string }
  /** A signal that came over its data channel. */
  | { readonly type: "link-signal"; readonly link: string; readonly signal: Signal };

/** From the clock. */
export type TimerEvent = { readonly type: "timer"; readonly timer: TimerName };

/** Each is running only while its state waits for it. */
export type TimerName =
  /** The answer to a `join` is late. */
  | "answer"
  /** Ask for the seat again. */
  | "rejoin"
  /** Ask the full room again. */
  | "retry-full"
  /** The friend's seat is given up now. */
  | "hold"
  /** Tell the server that the friend lives. */
  | "vouch"
  /** The friend who should offer has not. */
  | "offer";

export type CallEvent =
  | PersonEvent
  | MemoryEvent
  | MediaEvent
  | SocketEvent
  | ConnectionEvent
  | TimerEvent;
