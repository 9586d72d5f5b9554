/** A WebSocket client in raw frames (RFC 6455, 5.2), for what a browser would never do. */

const MASKED = 0x80;
const FIN = 0x80;

export interface FrameHeader {
  readonly opcode: number;
  readonly fin: boolean;
  /** As announced; nothing checks that it comes. */
  readonly length: number;
}

export interface Frame {
  readonly opcode: number;
  readonly fin: boolean;
  readonly payload: Uint8Array;
}

/** A whole frame, masked with zeros. */
export function frameBytes({ opcode, fin, payload }: Frame): Uint8Array {
  const header = headerBytes({ opcode, fin, length: payload.length });
  const frame = new Uint8Array(header.length + payload.length);
  frame.set(header);
  frame.set(payload, header.length);
  return frame;
}

function headerBytes({ opcode, fin, length }: FrameHeader): Uint8Array {
  const short = length < 126;
  const medium = length < 65_536;
  const size = short ? 6 : medium ? 8 : 14;
  const view = new DataView(new ArrayBuffer(size));
  view.setUint8(0, (fin ? FIN : 0) | opcode);
  view.setUint8(1, MASKED | (short ? length : medium ? 126 : 127));
  if (!short && medium) view.setUint16(2, length);
  if (!medium) view.setBigUint64(2, BigInt(length));
  return new Uint8Array(view.buffer);
}

/** Asks for a WebSocket and returns the answer's head; the connection is closed. */
export async function upgradeRequest(url: string, headers: Record<string, string>) {
  const { connection, response } = await handshake(url, headers);
  connection.close();
  return response;
}

export class RawSocket implements Disposable {
  readonly #connection: Deno.TcpConn;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const { connection, response } = await handshake(url, headers);
    if (response.status !== 101) throw new Error(`Cannot open a socket: ${response.status}`);
    return new RawSocket(connection);
  }

  async sendText(text: string): Promise<void> {
    await this.sendFrame({ opcode: 1, fin: true, payload: new TextEncoder().encode(text) });
  }

  async sendFrame(frame: Frame): Promise<void> {
    await this.write(frameBytes(frame));
  }

  /** Only the header, whatever follows or not. */
  async sendHeader(header: FrameHeader): Promise<void> {
    await this.write(headerBytes(header));
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.#connection.write(bytes.subarray(sent));
    }
  }

  /** Says that nothing more will be sent. */
  finish(): void {
    this.#connection.closeWrite().catch(() => {});
  }

  /** The next bytes the server sends, whatever they are; `null` at the end. */
  async read(): Promise<Uint8Array | null> {
    const buffer = new Uint8Array(65_536);
    const length = await this.#connection.read(buffer);
    return length === null ? null : buffer.subarray(0, length);
  }

  /** Reads on until the server has sent this text. */
  async readUntil(text: string): Promise<void> {
    let heard = "";
    while (!heard.includes(text)) {
      const bytes = await this.read();
      if (bytes === null) throw new Error(`The connection ended before "${text}"`);
      heard += new TextDecoder().decode(bytes);
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

  [Symbol.dispose](): void {
    this.#connection.close();
  }
}

async function handshake(url: string, headers: Record<string, string>) {
  const { hostname, port, host, pathname } = new URL(url);
  const connection = await Deno.connect({ hostname, port: Number(port) });
  const fields = {
    host,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": btoa("sixteen-bytes-ok"),
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const request = [`GET ${pathname} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  await connection.write(new TextEncoder().encode(request));
  return { connection, response: await readHead(connection) };
}

/** Reads up to the end of the head, byte by byte: what follows belongs to the frames. */
async function readHead(connection: Deno.TcpConn) {
  const byte = new Uint8Array(1);
  let head = "";
  while (!head.endsWith("\r\n\r\n")) {
    if (await connection.read(byte) === null) throw new Error(`Connection ended: ${head}`);
    head += String.fromCharCode(...byte);
  }
  const [first = "", ...lines] = head.trim().split("\r\n");
  const headers = new Headers(lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  }));
  return { status: Number(first.split(" ")[1]), headers };
}
