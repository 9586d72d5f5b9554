/**
 * A WebSocket client in raw frames over TCP (RFC 6455): for what a browser would never do, and for
 * measurements, where it must not be the bottleneck (no event objects, no copies).
 */
import {
  type Frame,
  frameBytes,
  type FrameHeader,
  FrameReader,
  headerBytes,
  OPCODE,
} from "./raw_frames.ts";
import { connectTo, type RawHead, readHead, requestBytes, writeAll } from "./raw_http.ts";

/** What a socket that follows the server does with frames. */
export interface FollowOptions {
  /** Whether WebSocket pings are answered, as every browser does by itself. Default: no. */
  readonly answerPings?: boolean;
  /** Told of every frame, texts included; its payload is good during the call only. */
  readonly onFrame?: (frame: Frame) => void;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
/** Small: ten thousand sockets have one each. */
const READ_BYTES = 16_384;
const NORMAL_CLOSURE = new Uint8Array([0x03, 0xe8]);

/** Asks for a WebSocket and returns the answer's head; the connection is closed. */
export async function upgradeRequest(url: string, headers: Record<string, string>) {
  const { connection, head } = await handshake(url, headers);
  connection.close();
  return head;
}

export class RawSocket implements Disposable {
  /** Whether the server has not ended the connection; known only to a socket that follows it. */
  open = true;
  readonly #connection: Deno.TcpConn;
  #rest: Uint8Array;
  #writing: Promise<void> = Promise.resolve();
  #following: Promise<void> | null = null;
  #listener: ((text: string) => void) | null = null;
  #unheard: string[] = [];

  private constructor(connection: Deno.TcpConn, rest: Uint8Array) {
    this.#connection = connection;
    this.#rest = rest;
  }

  /**
   * Opens a socket; nothing that the server sends is read until somebody asks.
   *
   * @throws {Error} when the server does not upgrade
   */
  static async open(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const { connection, head } = await handshake(url, headers);
    if (head.status === 101) return new RawSocket(connection, head.rest);
    connection.close();
    throw new Error(`Cannot open a socket: ${head.status}`);
  }

  /** Opens a socket and follows the server from the first byte on. */
  static async follow(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const socket = await RawSocket.open(url, headers);
    void socket.follow();
    return socket;
  }

  /** Called for each text message, those that came before included. Follows the server. */
  set onText(listener: (text: string) => void) {
    this.#listener = listener;
    for (const text of this.#unheard.splice(0)) listener(text);
    void this.follow();
  }

  /** Reads everything from now on; resolves when the connection has ended. */
  follow(options: FollowOptions = {}): Promise<void> {
    return this.#following ??= this.#follow(options);
  }

  /** Sends a text; whether it arrives is nobody's business. */
  send(text: string): void {
    this.sendText(text).catch(() => {});
  }

  async sendText(text: string): Promise<void> {
    await this.sendFrame({ opcode: OPCODE.text, fin: true, payload: encoder.encode(text) });
  }

  async sendFrame(frame: Frame): Promise<void> {
    await this.write(frameBytes(frame));
  }

  /** Only the header, whatever follows or not. */
  async sendHeader(header: FrameHeader): Promise<void> {
    await this.write(headerBytes(header));
  }

  /** Writes behind everything written before; fails when the connection is gone. */
  write(bytes: Uint8Array): Promise<void> {
    return this.#writing = this.#writing.then(() => writeAll(this.#connection, bytes));
  }

  /** Says that nothing more will be sent. */
  finish(): void {
    this.#connection.closeWrite().catch(() => {});
  }

  /** Closes with code 1000 and waits for the server to end the connection. */
  async close(): Promise<void> {
    const frame = { opcode: OPCODE.close, fin: true, payload: NORMAL_CLOSURE };
    await this.sendFrame(frame).catch(() => {});
    await this.follow();
  }

  /** The next bytes the server sends, whatever they are; `null` at the end. */
  async read(): Promise<Uint8Array | null> {
    if (this.#rest.length > 0) {
      const rest = this.#rest;
      this.#rest = new Uint8Array(0);
      return rest;
    }
    const buffer = new Uint8Array(READ_BYTES);
    const length = await this.#connection.read(buffer);
    return length === null ? null : buffer.subarray(0, length);
  }

  /** Reads on until the server has sent this text. */
  async readUntil(text: string): Promise<void> {
    let heard = "";
    while (!heard.includes(text)) {
      const bytes = await this.read();
      if (bytes === null) throw new Error(`The connection ended before "${text}"`);
      heard += decoder.decode(bytes);
    }
  }

  /** Resolves when the server has closed the connection. */
  async closed(): Promise<void> {
    try {
      while (await this.read() !== null);
    } catch {
      // A reset is an end too.
    }
  }

  /** Drops the connection without a word. */
  [Symbol.dispose](): void {
    try {
      this.#connection.close();
    } catch {
      // It had ended by itself.
    }
  }

  async #follow({ answerPings = false, onFrame }: FollowOptions): Promise<void> {
    const reader = new FrameReader();
    const buffer = new Uint8Array(READ_BYTES);
    const take = (frame: Frame) => {
      onFrame?.(frame);
      if (frame.opcode === OPCODE.text) this.#hear(decoder.decode(frame.payload));
      if (frame.opcode === OPCODE.close) this.open = false;
      if (frame.opcode === OPCODE.ping && answerPings) {
        this.sendFrame({ ...frame, opcode: OPCODE.pong }).catch(() => {});
      }
    };
    try {
      reader.push(this.#rest, take);
      while (this.open) {
        const length = await this.#connection.read(buffer);
        if (length === null) break;
        reader.push(buffer.subarray(0, length), take);
      }
    } catch {
      // A reset is an end too.
    }
    this.open = false;
    this[Symbol.dispose]();
  }

  #hear(text: string): void {
    if (this.#listener === null) this.#unheard.push(text);
    else this.#listener(text);
  }
}

async function handshake(
  url: string,
  headers: Record<string, string>,
): Promise<{ connection: Deno.TcpConn; head: RawHead }> {
  const { host, pathname, search } = new URL(url);
  const connection = await connectTo(url);
  const fields = {
    host,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": btoa("sixteen-bytes-ok"),
    ...headers,
  };
  try {
    await writeAll(connection, requestBytes(`${pathname}${search}`, fields));
    return { connection, head: await readHead(connection) };
  } catch (error) {
    connection.close();
    throw error;
  }
}
