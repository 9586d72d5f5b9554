/**
 * A WebSocket client that is not the bottleneck: raw TCP, frames masked with zeros (RFC 6455, 5.3),
 * no event objects, no queues. Deno's own client takes 44 ms for messages of 3 kB.
 */

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const TEXT_FRAME = 0x81;
const CLOSE_FRAME = 0x88;
const MASKED = 0x80;

export class Wire {
  #listener: ((text: string) => void) | null = null;
  readonly #unheard: string[] = [];
  /** Whether the server has not ended the connection. */
  open = true;
  readonly #connection: Deno.TcpConn;
  readonly #ended: Promise<void>;
  #rest: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #sending: Promise<void> = Promise.resolve();

  private constructor(connection: Deno.TcpConn, rest: Uint8Array<ArrayBuffer>) {
    this.#connection = connection;
    this.#rest = rest;
    this.#ended = this.#follow();
  }

  /** Called for each text message, from the first on. */
  set onText(listener: (text: string) => void) {
    this.#listener = listener;
    for (const text of this.#unheard.splice(0)) listener(text);
  }

  /** Opens a socket. */
  static async open(url: string, protocol?: string): Promise<Wire> {
    const { hostname, port, host, pathname, search } = new URL(url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    connection.setNoDelay(true);
    const lines = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${btoa("sixteen-bytes-ok")}`,
      ...protocol ? [`Sec-WebSocket-Protocol: ${protocol}`] : [],
    ];
    await connection.write(encoder.encode(`${lines.join("\r\n")}\r\n\r\n`));
    return new Wire(connection, await readHead(connection));
  }

  send(text: string): void {
    const bytes = encoder.encode(text);
    const short = bytes.length < 126;
    const head = short ? 6 : 8;
    const frame = new Uint8Array(head + bytes.length);
    frame[0] = TEXT_FRAME;
    frame[1] = MASKED | (short ? bytes.length : 126);
    if (!short) new DataView(frame.buffer).setUint16(2, bytes.length);
    frame.set(bytes, head);
    this.#sending = this.#sending.then(() => this.#write(frame));
  }

  /** Closes with code 1000 and waits for the server to end the connection. */
  async close(): Promise<void> {
    await this.#sending;
    await this.#write(new Uint8Array([CLOSE_FRAME, MASKED | 2, 0, 0, 0, 0, 0x03, 0xe8]));
    await this.#ended;
  }

  async #write(frame: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < frame.length;) at += await this.#connection.write(frame.subarray(at));
    } catch {
      // The server hung up; the reader notices too.
    }
  }

  async #follow(): Promise<void> {
    const buffer = new Uint8Array(16_384);
    try {
      while (!this.#take()) {
        const length = await this.#connection.read(buffer);
        if (length === null) break;
        this.#append(buffer.subarray(0, length));
      }
    } catch {
      // A reset is an end too.
    }
    this.open = false;
    this.#connection.close();
  }

  #hear(text: string): void {
    if (this.#listener === null) this.#unheard.push(text);
    else this.#listener(text);
  }

  #append(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.#rest.length + bytes.length);
    joined.set(this.#rest);
    joined.set(bytes, this.#rest.length);
    this.#rest = joined;
  }

  /** Hands whole frames on; `true` when the server closes. */
  #take(): boolean {
    const bytes = this.#rest;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = view.getUint8(at + 1) & 0x7f;
      if (short === 126 && bytes.length - at < 4) break;
      const head = short === 126 ? 4 : 2;
      const length = short === 126 ? view.getUint16(at + 2) : short;
      if (bytes.length - at < head + length) break;
      const opcode = view.getUint8(at);
      if (opcode === CLOSE_FRAME) return true;
      const payload = bytes.subarray(at + head, at + head + length);
      if (opcode === TEXT_FRAME) this.#hear(decoder.decode(payload));
      at += head + length;
    }
    this.#rest = bytes.slice(at);
    return false;
  }
}

/** Reads the answer's head and returns what came behind it. */
async function readHead(connection: Deno.TcpConn): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = new Uint8Array(4_096);
  let filled = 0;
  while (true) {
    const length = await connection.read(buffer.subarray(filled));
    if (length === null) throw new Error("The server refused the socket");
    filled += length;
    const text = String.fromCharCode(...buffer.subarray(0, filled));
    const end = text.indexOf("\r\n\r\n");
    if (end === -1) continue;
    if (!text.startsWith("HTTP/1.1 101")) throw new Error(`Not a WebSocket: ${text.slice(0, 80)}`);
    return buffer.slice(end + 4, filled);
  }
}
