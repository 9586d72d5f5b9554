/**
 * The page's socket to the server: opens it, keeps it, notices when it is dead, opens it again.
 * It validates what comes in and answers for greeting, heartbeat and ICE servers itself.
 */
import {
  type ClientMessage,
  CLOSE,
  encode,
  type Ice,
  parseServerMessage,
  PROTOCOL,
  type ServerMessage,
} from "../../signaling/protocol.ts";
import { knock } from "./knock.ts";
import { CONNECT_TIMEOUT_MS, retryDelay } from "./retry.ts";

/** Silence after a `ping` that means the socket is half-open, ms. */
export const PONG_TIMEOUT_MS = 3_000;
/** The same when media stands still and a quick answer is worth a false alarm, ms. */
export const PROBE_TIMEOUT_MS = 800;

type Timer = ReturnType<typeof setTimeout>;

export interface SignallingHandlers {
  /** The socket is open and greeted. */
  readonly open: () => void;
  readonly down: () => void;
  readonly message: (message: ServerMessage) => void;
  readonly ice: (ice: Ice) => void;
}

export interface SignallingClient {
  /** @returns `false` when the socket is down; nothing is queued. */
  send(message: ClientMessage): boolean;
  /** Asks whether the socket still lives; a dead one is replaced at once. */
  probe(): void;
  /** Tries now instead of at the next planned time (`online`, page visible again). */
  hurry(): void;
  setUrgent(urgent: boolean): void;
  /** The page is closing: the server should hold the seat only briefly. */
  closing(): void;
  /** Gives up for good: the seat is used elsewhere, or the page is done. */
  stop(): void;
}

export interface SignallingOptions {
  /** Any address of the server that answers quickly: asked while a call waits for the socket. */
  readonly knockUrl?: string;
  readonly WebSocket?: typeof WebSocket;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
}

/** Opens the socket at once and keeps it until `stop()`. */
export function connectSignalling(
  url: string,
  handlers: SignallingHandlers,
  options: SignallingOptions = {},
): SignallingClient {
  const Socket = options.WebSocket ?? WebSocket;
  const random = options.random ?? Math.random;
  let socket: WebSocket | null = null;
  let greeted = false;
  let stopped = false;
  let urgent = false;
  let attempt = 0;
  let knocking: AbortController | null = null;
  let retryTimer: Timer | undefined;
  let connectTimer: Timer | undefined;
  let heartbeatTimer: Timer | undefined;
  let pongTimer: Timer | undefined;

  /** Starts an attempt; one that is still under way is given up for it. */
  function open(): void {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    if (stopped || greeted) return;
    if (socket !== null) discard(socket);
    const mine = new Socket(url, PROTOCOL);
    socket = mine;
    connectTimer = setTimeout(() => gone(mine), CONNECT_TIMEOUT_MS);
    mine.onmessage = ({ data }) => receive(mine, data);
    mine.onclose = () => gone(mine);
    mine.onerror = () => gone(mine);
  }

  function plan(afterMs = retryDelay(attempt, random())): void {
    attempt += 1;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(open, afterMs);
    if (urgent) listenAtTheDoor();
  }

  /** Opens the moment the server can be reached, whatever the schedule says. */
  function listenAtTheDoor(): void {
    if (knocking !== null || options.knockUrl === undefined) return;
    const mine = knocking = new AbortController();
    void knock(options.knockUrl, mine.signal, options.fetch).then((answered) => {
      if (knocking === mine) knocking = null;
      if (answered) open();
    });
  }

  function receive(mine: WebSocket, data: unknown): void {
    clearTimeout(pongTimer);
    pongTimer = undefined;
    const parsed = parseServerMessage(data);
    if (!parsed.ok) {
      console.error(`Duet: cannot read a message of the server: ${parsed.reason}`);
      return;
    }
    const { message } = parsed;
    if (message.type === "welcome") {
      welcome(message.heartbeatMs);
      handlers.ice(message.ice);
      handlers.open();
    } else if (message.type === "ice") {
      handlers.ice(message.ice);
    } else if (message.type === "stopping") {
      gone(mine, message.retryInMs);
    } else if (message.type !== "pong") {
      handlers.message(message);
    }
  }

  function welcome(heartbeatMs: number): void {
    greeted = true;
    attempt = 0;
    clearTimeout(connectTimer);
    clearTimeout(retryTimer);
    retryTimer = undefined;
    knocking?.abort();
    knocking = null;
    heartbeatTimer = setInterval(() => ping(PONG_TIMEOUT_MS), heartbeatMs);
  }

  function ping(timeoutMs: number): void {
    if (!greeted || socket?.readyState !== Socket.OPEN) return;
    const mine = socket;
    mine.send(encode({ type: "ping" }));
    clearTimeout(pongTimer);
    pongTimer = setTimeout(() => gone(mine), timeoutMs);
  }

  /** A socket is dead or about to be: forget it and plan the next. */
  function gone(dead: WebSocket, afterMs?: number): void {
    if (dead !== socket) return;
    const wasGreeted = greeted;
    discard(dead);
    if (wasGreeted) handlers.down();
    plan(afterMs);
  }

  function discard(dead: WebSocket): void {
    for (const timer of [connectTimer, heartbeatTimer, pongTimer]) clearTimeout(timer);
    pongTimer = undefined;
    socket = null;
    greeted = false;
    dead.onmessage = dead.onclose = dead.onerror = null;
    // A half-open socket never finishes its closing handshake; nobody waits for it.
    if (dead.readyState <= Socket.OPEN) dead.close(CLOSE.abandoned);
  }

  open();
  return {
    send(message) {
      if (!greeted || socket?.readyState !== Socket.OPEN) return false;
      socket.send(encode(message));
      return true;
    },
    probe: () => ping(PROBE_TIMEOUT_MS),
    hurry() {
      attempt = 0;
      if (greeted) ping(PROBE_TIMEOUT_MS);
      else open();
    },
    setUrgent(value) {
      if (value === urgent) return;
      urgent = value;
      if (urgent && !greeted) listenAtTheDoor();
      if (!urgent) knocking?.abort();
    },
    closing() {
      if (greeted && socket?.readyState === Socket.OPEN) socket.send(encode({ type: "closing" }));
    },
    stop() {
      stopped = true;
      clearTimeout(retryTimer);
      knocking?.abort();
      if (socket !== null) discard(socket);
    },
  };
}
