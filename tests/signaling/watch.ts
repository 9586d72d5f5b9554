/** Follows what a server sends to a raw socket, without reading what it says. */
import { frameBytes, type RawSocket } from "./raw_socket.ts";

const PING = 9;
const PONG = 10;
const CLOSE = 8;
/** Tells our own control pings from others. */
const MARK = new TextEncoder().encode("mark");

export class Watch {
  /** Frames the server sent so far. */
  frames = 0;
  /** The server said that it closes, or the connection ended. */
  over = false;
  readonly #socket: RawSocket;
  readonly #ended: Promise<void>;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #marks = 0;
  #wake: () => void = () => {};

  constructor(socket: RawSocket) {
    this.#socket = socket;
    this.#ended = this.#follow();
  }

  /** Waits until the server has read everything sent so far, or is gone. */
  async caughtUp(): Promise<void> {
    const before = this.#marks;
    await this.#socket.write(frameBytes({ opcode: PING, fin: true, payload: MARK }));
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
    try {
      for (let bytes = await this.#socket.read(); bytes; bytes = await this.#socket.read()) {
        this.#take(bytes);
        this.#wake();
      }
    } catch {
      // A reset is an end too.
    }
    this.over = true;
    this.#wake();
  }

  #take(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#rest.length + bytes.length);
    joined.set(this.#rest);
    joined.set(bytes, this.#rest.length);
    let at = 0;
    for (let size = frameSize(joined, at); size !== null; size = frameSize(joined, at)) {
      const opcode = (joined[at] ?? 0) & 0x0f;
      if (opcode === CLOSE) this.over = true;
      if (opcode === PONG && size === MARK.length + 2) this.#marks++;
      this.frames++;
      at += size;
    }
    this.#rest = joined.slice(at);
  }
}

/** The size of the unmasked frame that starts here; `null` when it has not come in whole. */
function frameSize(bytes: Uint8Array, at: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  if (view.byteLength < 2) return null;
  const short = view.getUint8(1) & 0x7f;
  if (short === 127) throw new Error("No message of the server is that large");
  if (short === 126 && view.byteLength < 4) return null;
  const size = short === 126 ? 4 + view.getUint16(2) : 2 + short;
  return size <= view.byteLength ? size : null;
}
