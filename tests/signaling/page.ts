/** One page's end of the protocol: what it sends, and everything it was told, validated. */
import {
  type ClientMessage,
  encode,
  type OfferSignal,
  parseServerMessage,
  type Peer,
  PROTOCOL,
  type ServerMessage,
} from "../../signaling/protocol.ts";
import { hashToken, holderOf } from "../../signaling/rooms/tokens.ts";

type Of<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

/** Longer than anything a test waits for; a failure then says what was missing. */
const PATIENCE_MS = 20_000;

/** Deno's own takes headers, which the browsers' type does not know. */
const DenoWebSocket = WebSocket as unknown as new (
  url: string,
  options: { readonly protocols: string[]; readonly headers: Record<string, string> },
) => WebSocket;

let pages = 0;
let requests = 0;

export class Page {
  readonly session: string = `session-${++pages}`;
  /** The last join's. */
  request = "";
  readonly #socket: WebSocket;
  readonly #inbox: ServerMessage[] = [];
  readonly #waiting = new Set<() => void>();
  /** Everything received, in order. */
  readonly heard: ServerMessage[] = [];
  #closed: CloseEvent | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      const parsed = parseServerMessage(data);
      if (!parsed.ok) throw new Error(`The server broke the protocol: ${parsed.reason}`);
      this.heard.push(parsed.message);
      this.#inbox.push(parsed.message);
      this.#wake();
    };
    socket.onclose = (event) => {
      this.#closed = event;
      this.#wake();
    };
    socket.onerror = (event) => event.preventDefault();
  }

  /** Opens a socket and takes the greeting. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<Page> {
    const page = new Page(new DenoWebSocket(url, { protocols: [PROTOCOL], headers }));
    await page.next("welcome");
    return page;
  }

  /** This page as the other one sees it. */
  asPeer(present = true): Peer {
    const joined = this.heard.findLast((message) => message.type === "joined");
    if (joined === undefined) throw new Error("Cannot be a peer without a seat");
    return { session: this.session, holder: holderOf(hashToken(joined.token)), present };
  }

  send(message: ClientMessage): void {
    this.#socket.send(encode(message));
  }

  /** Sends a frame that may break every rule. */
  sendRaw(data: string | Uint8Array<ArrayBuffer>): void {
    this.#socket.send(data);
  }

  join(room: string, more: { token?: string; offer?: OfferSignal | null; session?: string } = {}) {
    const { token, offer = null, session = this.session } = more;
    this.request = `request-${++requests}`;
    const base = {
      type: "join",
      request: this.request,
      room,
      session,
      connection: offer?.connection ?? null,
      offer,
    } as const;
    this.send(token === undefined ? base : { ...base, token });
  }

  /** Joins and expects a seat. */
  async sit(room: string, more: { token?: string; offer?: OfferSignal | null } = {}) {
    this.join(room, more);
    return await this.next("joined");
  }

  /** The next message, which must be of this type. */
  async next<T extends ServerMessage["type"]>(type: T): Promise<Of<T>> {
    await this.#until(() => this.#inbox.length > 0 || this.#closed !== null, `"${type}"`);
    const message = this.#inbox.shift();
    if (message?.type !== type) {
      throw new Error(`Expected "${type}", got ${JSON.stringify(message ?? "the close")}`);
    }
    return message as Of<T>;
  }

  /** The next message of one of these types; others are passed over. */
  async nextOf(...types: ServerMessage["type"][]): Promise<ServerMessage> {
    while (true) {
      await this.#until(() => this.#inbox.length > 0 || this.#closed !== null, types.join(" or "));
      const message = this.#inbox.shift();
      if (message === undefined) throw new Error(`Closed before ${types.join(" or ")}`);
      if (types.includes(message.type)) return message;
    }
  }

  /** How the socket was closed. */
  async closed(): Promise<CloseEvent> {
    await this.#until(() => this.#closed !== null, "the close");
    if (this.#closed === null) throw new Error("unreachable");
    return this.#closed;
  }

  /** Everything sent before has been handled: the server answers in order. */
  async settle(): Promise<void> {
    this.send({ type: "ping" });
    await this.next("pong");
  }

  /** Messages received and not yet taken. */
  get unread(): readonly ServerMessage[] {
    return this.#inbox;
  }

  async close(code = 1000): Promise<void> {
    if (this.#closed !== null) return;
    this.#socket.close(code);
    await this.closed();
  }

  async #until(test: () => boolean, what: string): Promise<void> {
    while (!test()) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const timer = setTimeout(() => reject(new Error(`Waited in vain for ${what}`)), PATIENCE_MS);
      this.#waiting.add(resolve);
      await promise.finally(() => {
        clearTimeout(timer);
        this.#waiting.delete(resolve);
      });
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
  }
}

/** An offer of about `size` bytes. */
export function offerFor(connection: string, size = 100): OfferSignal {
  return { kind: "offer", connection, id: `${connection}-offer`, sdp: "v=0\r\n".padEnd(size, "x") };
}
