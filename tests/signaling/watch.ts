/** Follows what a server sends to a raw socket, without reading what it says. */
import { type Frame, frameBytes, OPCODE } from "../rig/raw_frames.ts";
import type { RawSocket } from "../rig/raw_socket.ts";

/** Tells our own control pings from others. */
const MARK = new TextEncoder().encode("mark");

export class Watch {
  /** Frames the server sent so far. */
  frames = 0;
  /** The server said that it closes, or the connection ended. */
  over = false;
  readonly #socket: RawSocket;
  readonly #ended: Promise<void>;
  #marks = 0;
  #wake: () => void = () => {};

  constructor(socket: RawSocket) {
    this.#socket = socket;
    this.#ended = this.#follow();
  }

  /** Waits until the server has read everything sent so far, or is gone. */
  async caughtUp(): Promise<void> {
    const before = this.#marks;
    await this.#socket.write(frameBytes({ opcode: OPCODE.ping, fin: true, payload: MARK }));
    while (!this.over && this.#marks === before) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
  }

  /** Resolves when the connection has ended. */
  async ended(): Promise<void> {
    await this.#ended;
  }

  async #follow(): Promise<void> {
    await this.#socket.follow({ onFrame: (frame) => this.#take(frame) });
    this.over = true;
    this.#wake();
  }

  #take({ opcode, payload }: Frame): void {
    if (opcode === OPCODE.close) this.over = true;
    if (opcode === OPCODE.pong && payload.length === MARK.length) this.#marks++;
    this.frames++;
    this.#wake();
  }
}
