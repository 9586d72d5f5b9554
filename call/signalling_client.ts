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
} from "../signaling/protocol.ts";
import { CONNECT_TIMEOUT_MS, retryDelay, URGENT_CONNECT_TIMEOUT_MS } from "./retry.ts";

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
  readonly WebSocket?: typeof WebSocket;
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
  let heartbeatMs = 5_000;
  let retryTimer: Timer | undefined;
  let connectTimer: Timer | undefined;
  let heartbeatTimer: Timer | undefined;
  let pongTimer: Timer | undefined;

  function open(): void {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    if (stopped || socket !== null) return;
    const mine = new Socket(url, PROTOCOL);
    socket = mine;
    connectTimer = setTimeout(
      () => drop(mine),
      urgent ? URGENT_CONNECT_TIMEOUT_MS : CONNECT_TIMEOUT_MS,
    );
    mine.onmessage = ({ data }) => {
      if (mine === socket) receive(data);
    };
    mine.onclose = () => drop(mine);
    mine.onerror = () => drop(mine);
  }

  function receive(data: unknown): void {
    clearTimeout(pongTimer);
    pongTimer = undefined;
    const parsed = parseServerMessage(data);
    if (!parsed.ok) {
      console.error(`Duet: cannot read a message of the server: ${parsed.reason}`);
      return;
    }
    const { message } = parsed;
    if (message.type === "welcome") {
      greeted = true;
      attempt = 0;
      heartbeatMs = message.heartbeatMs;
      clearTimeout(connectTimer);
      clearInterval(heartbeatTimer);
      heartbeatTimer = setInterval(() => ping(PONG_TIMEOUT_MS), heartbeatMs);
      handlers.ice(message.ice);
      handlers.open();
    } else if (message.type === "ice") {
      handlers.ice(message.ice);
    } else if (message.type === "stopping") {
      drop(socket, message.retryInMs);
    } else if (message.type !== "pong") {
      handlers.message(message);
    }
  }

  function ping(timeoutMs: number): void {
    if (!greeted || socket?.readyState !== Socket.OPEN) return;
    const mine = socket;
    mine.send(encode({ type: "ping" }));
    clearTimeout(pongTimer);
    pongTimer = setTimeout(() => drop(mine), timeoutMs);
  }

  /** Forgets a socket that is dead or about to be, and plans the next. */
  function drop(dead: WebSocket | null, afterMs?: number): void {
    if (dead === null || dead !== socket) return;
    const wasGreeted = greeted;
    forget();
    if (wasGreeted) handlers.down();
    if (stopped) return;
    const delay = afterMs ?? retryDelay(attempt, { urgent, random: random() });
    attempt += 1;
    retryTimer = setTimeout(open, delay);
  }

  function forget(): void {
    for (const timer of [connectTimer, heartbeatTimer, pongTimer]) clearTimeout(timer);
    pongTimer = undefined;
    const dead = socket;
    socket = null;
    greeted = false;
    if (dead === null) return;
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
    probe() {
      ping(PROBE_TIMEOUT_MS);
    },
    hurry() {
      attempt = 0;
      if (retryTimer !== undefined) open();
      else ping(PROBE_TIMEOUT_MS);
    },
    setUrgent(value) {
      if (value === urgent) return;
      urgent = value;
      if (urgent && retryTimer !== undefined) {
        clearTimeout(retryTimer);
        retryTimer = setTimeout(open, retryDelay(attempt, { urgent, random: random() }));
      }
    },
    closing() {
      if (greeted && socket?.readyState === Socket.OPEN) socket.send(encode({ type: "closing" }));
    },
    stop() {
      stopped = true;
      clearTimeout(retryTimer);
      retryTimer = undefined;
      forget();
    },
  };
}
