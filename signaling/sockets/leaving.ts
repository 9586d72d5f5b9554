/**
 * Sockets that were given up and are not gone yet. They count like any other, per address and in
 * all, until Deno has let go of them: a peer may ignore our close and keep its connection.
 */
import type { Visitor } from "../limits/addresses.ts";
import { sever } from "./sever.ts";

export interface LeavingOptions {
  /** How long a peer has to confirm a close, ms. */
  readonly confirmMs: number;
  /** Ends a connection; tests have their own. */
  readonly sever?: (socket: WebSocket) => void;
}

interface Leaver {
  readonly visitor: Visitor;
  /** When its connection is ended, by the monotonic clock. */
  readonly severAt: number;
  readonly forgetAt: number;
  severed: boolean;
}

/**
 * Since 2.9 Deno ends the connection of a socket that does not answer its ping, and says so; before,
 * it may say nothing more when the connection ends.
 */
const UNANSWERING_MS = 60_000;

export class Leaving {
  readonly #leavers = new Map<WebSocket, Leaver>();
  readonly #confirmMs: number;
  readonly #sever: (socket: WebSocket) => void;

  constructor({ confirmMs, sever: end = sever }: LeavingOptions) {
    this.#confirmMs = confirmMs;
    this.#sever = end;
  }

  get size(): number {
    return this.#leavers.size;
  }

  /**
   * Keeps a socket that was given up at `now`, by the monotonic clock.
   *
   * @param urgent whether its peer gets no time to confirm
   */
  add(
    socket: WebSocket,
    visitor: Visitor,
    { now, urgent = false }: { readonly now: number; readonly urgent?: boolean },
  ): void {
    const severAt = urgent ? now : now + this.#confirmMs;
    const unanswering = socket.readyState === WebSocket.CLOSED;
    const forgetAt = unanswering ? now + UNANSWERING_MS : Infinity;
    this.#leavers.set(socket, { visitor, severAt, forgetAt, severed: false });
  }

  /** Deno has let go of the socket. */
  gone(socket: WebSocket): void {
    this.#leavers.get(socket)?.visitor.release();
    this.#leavers.delete(socket);
  }

  /** Ends the connections of those who had long enough to confirm. */
  sweep(now: number): void {
    for (const [socket, leaver] of this.#leavers) {
      if (now >= leaver.forgetAt) this.gone(socket);
      else if (!leaver.severed && now >= leaver.severAt) {
        leaver.severed = true;
        this.#sever(socket);
      }
    }
  }
}
