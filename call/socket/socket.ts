/**
 * The page's socket to the server: opens it, keeps it, and opens it again when it is gone or dead
 * (`heartbeat.ts`). It validates what comes in, and answers for greeting and ICE servers itself.
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
import type { Platform } from "../platform.ts";
import { createHeartbeat } from "./heartbeat.ts";
import { knock } from "./knock.ts";
import {
  CONNECT_TIMEOUT_MS,
  MIN_GAP_MS,
  retryDelay,
  STEADY_MS,
  UNANSWERED_MS,
  YOUNG_MS,
} from "./retry.ts";

/** `WebSocket.readyState` (WHATWG WebSockets, 3.1). */
const OPEN = 1;

type Cancel = () => void;

export interface SocketHandlers {
  /** The socket is open and greeted. */
  readonly open: () => void;
  readonly down: () => void;
  readonly message: (message: ServerMessage) => void;
  readonly ice: (ice: Ice) => void;
  /** The server speaks a newer protocol: the page must be loaded anew, and no socket is opened. */
  readonly outdated: () => void;
}

export interface Socket {
  /** @returns `false` when the socket is down; nothing is queued. */
  send(message: ClientMessage): boolean;
  /** Asks whether the socket still lives; a dead one is replaced at once. */
  probe(): void;
  /** Tries now instead of at the next planned time (`online`, page visible again). */
  hurry(): void;
  /** This machine has moved: whatever it seems, the socket is dead. */
  moved(): void;
  /** A call waits for the socket: knock. */
  setUrgent(urgent: boolean): void;
  /** The page is closing: the server should hold the seat only briefly. */
  closing(): void;
  /** Gives up for good: the page is done. */
  stop(): void;
}

export interface SocketOptions {
  readonly url: string;
  /** Any address of the server that answers quickly: asked while a call waits for the socket. */
  readonly knockUrl: string;
  readonly platform: Pick<Platform, "clock" | "random" | "WebSocket" | "fetch" | "reportBug">;
}

/** Opens the socket at once and keeps it until `stop()`. */
export function connectSocket(options: SocketOptions, handlers: SocketHandlers): Socket {
  const { url, knockUrl, platform } = options;
  const { clock, random, reportBug } = platform;
  let socket: WebSocket | null = null;
  let greeted = false;
  let stopped = false;
  let urgent = false;
  let attempt = 0;
  let openedAt = -Infinity;
  let greetedAt = -Infinity;
  /** The last attempt was made because a knock was answered. */
  let knocked = false;
  let knocking: AbortController | null = null;
  let cancelRetry: Cancel | null = null;
  let cancelConnect: Cancel | null = null;
  const heartbeat = createHeartbeat({
    clock,
    ping: () => send({ type: "ping" }),
    dead: unanswered,
  });

  /** Starts an attempt; one that is still under way is given up for it, unless it is young. */
  function open(): void {
    if (stopped || greeted) return;
    const gapMs = socket === null ? MIN_GAP_MS : YOUNG_MS;
    const waitMs = openedAt + gapMs - clock.monotonic();
    if (waitMs > 0) return planIn(waitMs, open);
    cancelRetry?.();
    cancelRetry = null;
    if (socket !== null) discard(socket);
    openedAt = clock.monotonic();
    const mine = new platform.WebSocket(url, PROTOCOL);
    socket = mine;
    cancelConnect = clock.after(CONNECT_TIMEOUT_MS, () => gone(mine));
    mine.onmessage = ({ data }) => receive(mine, data);
    mine.onclose = ({ code }) => code === CLOSE.outdated ? outdated() : gone(mine);
    mine.onerror = () => gone(mine);
  }

  function openPlanned(): void {
    knocked = false;
    if (!urgent) stopListening();
    open();
  }

  function planIn(ms: number, due: () => void): void {
    cancelRetry?.();
    cancelRetry = clock.after(ms, due);
  }

  function plan(afterMs = retryDelay(attempt, random())): void {
    // Answered knocks but refused sockets: the server wants fewer attempts, not more.
    const knocks = urgent && !knocked;
    // The first is made at once: most servers that end a socket are there, or there again.
    planIn(knocks && attempt > 0 ? Math.max(afterMs, UNANSWERED_MS) : afterMs, openPlanned);
    attempt += 1;
    if (knocks) listen();
  }

  /** Opens the moment the server can be reached, whatever the schedule says. */
  function listen(): void {
    if (knocking !== null || stopped) return;
    const mine = knocking = new AbortController();
    void knock(knockUrl, { signal: mine.signal, platform }).then((answered) => {
      if (knocking === mine) knocking = null;
      if (!answered) return;
      knocked = true;
      open();
    });
  }

  function stopListening(): void {
    knocking?.abort();
    knocking = null;
  }

  function receive(mine: WebSocket, data: unknown): void {
    heartbeat.heard();
    const parsed = parseServerMessage(data);
    if (!parsed.ok) return reportBug("Cannot read a message of the server", parsed.reason);
    const { message } = parsed;
    switch (message.type) {
      case "welcome":
        welcome(message.heartbeatMs);
        handlers.ice(message.ice);
        return handlers.open();
      case "ice":
        return handlers.ice(message.ice);
      case "joined":
        handlers.ice(message.ice);
        return handlers.message(message);
      case "stopping":
        return gone(mine, message.retryInMs);
      case "error":
        return message.code === "outdated" ? outdated() : handlers.message(message);
      case "pong":
        return heartbeat.answered();
      default:
        return handlers.message(message);
    }
  }

  function welcome(heartbeatMs: number): void {
    greeted = true;
    greetedAt = clock.monotonic();
    cancelConnect?.();
    cancelRetry?.();
    cancelConnect = cancelRetry = null;
    stopListening();
    heartbeat.begin(heartbeatMs);
  }

  /** The server does not answer, so another socket would fail too: knock, and give it a moment. */
  function unanswered(): void {
    if (socket !== null) forget(socket);
    attempt = Math.max(attempt, 1);
    plan();
    listen();
  }

  /** A socket is dead or about to be: forget it and plan the next. */
  function gone(dead: WebSocket, afterMs?: number): void {
    if (dead !== socket) return;
    forget(dead);
    plan(afterMs);
  }

  function forget(dead: WebSocket): void {
    const wasGreeted = greeted;
    discard(dead);
    if (wasGreeted) handlers.down();
    if (wasGreeted && clock.monotonic() - greetedAt >= STEADY_MS) {
      attempt = 0;
      knocked = false;
    }
  }

  function outdated(): void {
    end();
    handlers.down();
    handlers.outdated();
  }

  function discard(dead: WebSocket): void {
    heartbeat.stop();
    cancelConnect?.();
    cancelConnect = null;
    socket = null;
    greeted = false;
    dead.onmessage = dead.onclose = dead.onerror = null;
    // A half-open socket never finishes its closing handshake; nobody waits for it.
    if (dead.readyState <= OPEN) dead.close(CLOSE.abandoned);
  }

  function end(): void {
    stopped = true;
    cancelRetry?.();
    stopListening();
    if (socket !== null) discard(socket);
  }

  function send(message: ClientMessage): boolean {
    if (!greeted || socket?.readyState !== OPEN) return false;
    socket.send(encode(message));
    return true;
  }

  function hurry(): void {
    attempt = 0;
    if (greeted) return heartbeat.probe();
    if (!urgent) return open();
    stopListening();
    listen();
  }

  open();
  return {
    send,
    probe: heartbeat.probe,
    hurry,
    moved() {
      if (socket !== null && greeted) gone(socket);
      else hurry();
    },
    setUrgent(value) {
      if (value === urgent) return;
      urgent = value;
      if (!urgent) stopListening();
      else if (!greeted) listen();
      const isPlanned = cancelRetry !== null;
      if (isPlanned) planIn(urgent ? UNANSWERED_MS : retryDelay(attempt, random()), openPlanned);
    },
    closing: () => void send({ type: "closing" }),
    stop: end,
  };
}
