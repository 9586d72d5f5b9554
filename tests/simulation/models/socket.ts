/**
 * One WebSocket and the TCP connection below it, as both ends see them. After a silent cut the page
 * notices nothing; the server's pings stay unanswered and it gives up after its idle timeout. A
 * process that dies is noticed by the other end as soon as a packet can tell it.
 */
import type { Actor } from "./actor.ts";
import { type Device, type Network, SERVER } from "./network.ts";
import { Stream } from "./stream.ts";
import { Target } from "./target.ts";

const CONNECTING = 0, OPEN = 1, CLOSING = 2, CLOSED = 3;
/** Browsers give a closing handshake up after this, ms. */
const CLOSING_PATIENCE_MS = 2_000;
/** How often the server's pings are modelled, ms. */
const PING_MS = 5_000;
/** Linux: first and longest retransmission timeout, ms. */
const TCP_RETRY = [300, 10_000] as const;

type Frame =
  | { readonly kind: "open"; readonly protocol: string }
  | { readonly kind: "text"; readonly data: unknown }
  | { readonly kind: "close"; readonly code: number; readonly reason: string }
  /** The process is gone, its kernel says so. */
  | { readonly kind: "reset" };

/** An end of the socket; the page's and the server's differ only in what is behind them. */
export class SocketEnd extends Target {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = OPEN;
  static readonly CLOSING = CLOSING;
  static readonly CLOSED = CLOSED;
  readyState: number = CONNECTING;
  binaryType = "blob";
  protocol = "";
  onopen: unknown = null;
  onmessage: unknown = null;
  onclose: unknown = null;
  onerror: unknown = null;
  /** Where frames go; `null` before there is a connection. */
  out: Stream<Frame> | null = null;
  readonly #actor: Actor;
  /** Told once when this end is over. */
  readonly over: () => void;

  constructor(actor: Actor, over: () => void = () => {}) {
    super();
    this.#actor = actor;
    this.over = over;
  }

  get bufferedAmount(): number {
    return this.out?.stuckBytes ?? 0;
  }

  send(data: string): void {
    if (this.readyState === CONNECTING) {
      throw new DOMException("Cannot send: still connecting", "InvalidStateError");
    }
    if (this.readyState === OPEN) this.out?.send({ kind: "text", data }, data.length);
  }

  close(code = 1005, reason = ""): void {
    if (this.readyState >= CLOSING) return;
    if (code !== 1000 && code !== 1005 && code !== 1001 && (code < 3000 || code > 4999)) {
      if (code !== 1003 && code !== 1008 && code !== 1009) {
        throw new DOMException(`Cannot close with ${code}`, "InvalidAccessError");
      }
    }
    const wasOpen = this.readyState === OPEN;
    this.readyState = CLOSING;
    if (wasOpen) this.out?.send({ kind: "close", code, reason });
    this.#actor.after(wasOpen ? CLOSING_PATIENCE_MS : 0, () => this.end(1006, ""));
  }

  /** A frame comes in. */
  take(frame: Frame): void {
    this.#actor.run(() => {
      if (frame.kind === "open") return this.opened(frame.protocol);
      if (this.readyState === CLOSED || this.readyState === CONNECTING) return;
      switch (frame.kind) {
        case "text":
          if (this.readyState === OPEN) this.emit("message", { data: frame.data });
          return;
        case "close":
          if (this.readyState === OPEN) this.out?.send(frame);
          return this.end(frame.code, frame.reason);
        case "reset":
          return this.end(1006, "");
      }
    });
  }

  opened(protocol: string): void {
    this.#actor.run(() => {
      if (this.readyState !== CONNECTING) return;
      this.readyState = OPEN;
      this.protocol = protocol;
      this.emit("open");
    });
  }

  end(code: number, reason: string): void {
    this.#actor.run(() => {
      if (this.readyState === CLOSED) return;
      this.readyState = CLOSED;
      this.over();
      if (code === 1006) this.emit("error");
      this.emit("close", { code, reason, wasClean: code !== 1006 });
    });
  }
}

export interface ConnectionOptions {
  readonly network: Network;
  readonly device: Device;
  readonly page: Actor;
  readonly server: Actor;
  readonly idleTimeoutMs: number;
  readonly near: SocketEnd;
  /** The subprotocol agreed on. */
  readonly protocol: string;
}

/** Joins the page's end to a new end at the server. @returns the server's end */
export function connect(options: ConnectionOptions): SocketEnd {
  const { network, device, page, server, idleTimeoutMs, near, protocol } = options;
  const { scheduler } = network;
  const { address, name } = device;
  const far = new SocketEnd(server, () => stop());
  const isBound = () => device.address === address;
  const up = new Stream<Frame>({
    scheduler,
    passes: () => isBound() && network.passes(name, SERVER),
    delay: () => network.delay(name, SERVER),
    deliver(frame) {
      network.tap?.(server.name, frame);
      if (!server.dead) far.take(frame);
      else if (frame.kind !== "reset") down.send({ kind: "reset" });
    },
    retry: TCP_RETRY,
  });
  const down = new Stream<Frame>({
    scheduler,
    passes: () => isBound() && network.passes(SERVER, name),
    delay: () => network.delay(SERVER, name),
    deliver(frame) {
      network.tap?.(page.name, frame);
      near.take(frame);
    },
    retry: TCP_RETRY,
  });
  near.out = up;
  far.out = down;
  down.send({ kind: "open", protocol });
  scheduler.after(0, () => far.opened(protocol));
  // The page gave up while the server was answering.
  if (near.readyState !== CONNECTING) up.send({ kind: "reset" });
  let heardAt = scheduler.now;
  // A dead process's kernel says so, when it can.
  const unmourn = page.onDeath(() => up.send({ kind: "reset" }));
  server.onDeath(() => down.send({ kind: "reset" }));
  let stopPings = scheduler.after(PING_MS, ping);

  /** The browser's network stack answers pings, whatever the page's scripts do. */
  function ping(): void {
    if (server.dead) return down.send({ kind: "reset" });
    stopPings = scheduler.after(PING_MS, ping);
    const answered = isBound() && !page.dead && near.readyState < CLOSED &&
      network.answers(name, SERVER);
    if (answered || server.frozen) heardAt = scheduler.now;
    else if (scheduler.now - heardAt >= idleTimeoutMs) {
      far.end(1001, "No response from ping frame.");
    }
  }

  function stop(): void {
    stopPings();
    unmourn();
    scheduler.after(CLOSING_PATIENCE_MS, () => down.close());
  }
  return far;
}
