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
import { CONNECT_TIMEOUT_MS, retryDelay, URGENT_ATTEMPTS } from "./retry.ts";

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
  /** The greeted socket; `null` while down. */
  let socket: WebSocket | null = null;
  /** Attempts under way and their deadlines: more than one only while urgent. */
  const attempts = new Map<WebSocket, Timer>();
  let stopped = false;
  let urgent = false;
  let attempt = 0;
  let retryTimer: Timer | undefined;
  let heartbeatTimer: Timer | undefined;
  let pongTimer: Timer | undefined;

  function open(): void {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    if (stopped || socket !== null) return;
    if (attempts.size < (urgent ? URGENT_ATTEMPTS : 1)) begin();
    if (urgent) plan();
  }

  function begin(): void {
    const mine = new Socket(url, PROTOCOL);
    attempts.set(mine, setTimeout(() => gone(mine), CONNECT_TIMEOUT_MS));
    mine.onmessage = ({ data }) => receive(mine, data);
    mine.onclose = () => gone(mine);
    mine.onerror = () => gone(mine);
  }

  function plan(afterMs?: number): void {
    if (stopped || socket !== null) return;
    const delay = afterMs ?? retryDelay(attempt, { urgent, random: random() });
    attempt += 1;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(open, delay);
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
      greeted(mine, message.heartbeatMs);
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

  /** The first attempt to be greeted wins; the others are given up. */
  function greeted(winner: WebSocket, heartbeatMs: number): void {
    clearTimeout(attempts.get(winner));
    attempts.delete(winner);
    for (const other of [...attempts.keys()]) discard(other);
    clearTimeout(retryTimer);
    retryTimer = undefined;
    socket = winner;
    attempt = 0;
    clearInterval(heartbeatTimer);
    heartbeatTimer = setInterval(() => ping(PONG_TIMEOUT_MS), heartbeatMs);
  }

  function ping(timeoutMs: number): void {
    if (socket?.readyState !== Socket.OPEN) return;
    const mine = socket;
    mine.send(encode({ type: "ping" }));
    clearTimeout(pongTimer);
    pongTimer = setTimeout(() => gone(mine), timeoutMs);
  }

  /** A socket is dead or about to be: forget it and plan the next. */
  function gone(dead: WebSocket, afterMs?: number): void {
    const wasGreeted = dead === socket;
    if (!wasGreeted && !attempts.has(dead)) return;
    discard(dead);
    if (wasGreeted) handlers.down();
    if (retryTimer === undefined) plan(afterMs);
  }

  function discard(dead: WebSocket): void {
    clearTimeout(attempts.get(dead));
    attempts.delete(dead);
    if (dead === socket) {
      socket = null;
      clearInterval(heartbeatTimer);
      clearTimeout(pongTimer);
      pongTimer = undefined;
    }
    dead.onmessage = dead.onclose = dead.onerror = null;
    // A half-open socket never finishes its closing handshake; nobody waits for it.
    if (dead.readyState <= Socket.OPEN) dead.close(CLOSE.abandoned);
  }

  open();
  return {
    send(message) {
      if (socket?.readyState !== Socket.OPEN) return false;
      socket.send(encode(message));
      return true;
    },
    probe: () => ping(PROBE_TIMEOUT_MS),
    hurry() {
      attempt = 0;
      if (socket === null) open();
      else ping(PROBE_TIMEOUT_MS);
    },
    setUrgent(value) {
      if (value === urgent) return;
      urgent = value;
      if (urgent && socket === null) plan();
    },
    closing() {
      if (socket?.readyState === Socket.OPEN) socket.send(encode({ type: "closing" }));
    },
    stop() {
      stopped = true;
      clearTimeout(retryTimer);
      for (const each of [socket, ...attempts.keys()]) if (each !== null) discard(each);
    },
  };
}
