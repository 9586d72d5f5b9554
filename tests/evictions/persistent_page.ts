/** A page's end of the protocol that comes back by its token whenever its socket is lost. */
import { retryDelay } from "../../call/socket/retry.ts";
import { pause, systemClock } from "../../signaling/clock.ts";
import {
  encode,
  parseServerMessage,
  PROTOCOL,
  type ServerMessage,
} from "../../signaling/protocol.ts";

/** A socket that is not greeted in this time leads nowhere. */
const GREETING_MS = 10_000;

export interface PageRecord {
  /** How often the seat was taken anew: once is right. */
  taken: number;
  /** How often it was resumed by its token. */
  resumed: number;
  /** How often the token did not open the door. */
  turnedAway: number;
  /** The longest time without a seat, from the loss of the socket to `joined`, ms. */
  longestAwayMs: number;
}

let pages = 0;

export class PersistentPage implements AsyncDisposable {
  readonly record: PageRecord = { taken: 0, resumed: 0, turnedAway: 0, longestAwayMs: 0 };
  readonly #url: string;
  readonly room: string;
  readonly #session = `persistent-${++pages}`;
  #token: string | null = null;
  #socket: WebSocket | null = null;
  #ended = false;
  #lostAt: number | null = performance.now();
  #seated = Promise.withResolvers<void>();

  constructor(url: string, room: string) {
    this.#url = url;
    this.room = room;
  }

  /** How long there has been no seat; 0 with one, ms. */
  get awayMs(): number {
    return this.#lostAt === null ? 0 : performance.now() - this.#lostAt;
  }

  /** Sits down, and stays; resolves with the first seat. */
  async sit(): Promise<void> {
    void this.#live();
    await this.#seated.promise;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    this.#socket?.close();
    return Promise.resolve();
  }

  async #live(): Promise<void> {
    for (let attempt = 0; !this.#ended; attempt++) {
      await pause(systemClock, retryDelay(attempt, Math.random()));
      if (this.#ended) return;
      const { seated, retryInMs } = await this.#connect();
      if (seated) attempt = -1;
      await pause(systemClock, retryInMs);
    }
  }

  /** One socket's life. */
  async #connect(): Promise<{ seated: boolean; retryInMs: number }> {
    const socket = new WebSocket(this.#url, PROTOCOL);
    this.#socket = socket;
    const closed = Promise.withResolvers<void>();
    const late = setTimeout(() => socket.close(), GREETING_MS);
    let seated = false;
    let beating: ReturnType<typeof setInterval> | undefined;
    let retryInMs = 0;
    socket.onmessage = ({ data }) => {
      const parsed = parseServerMessage(data);
      if (!parsed.ok) throw new Error(`The server broke the protocol: ${parsed.reason}`);
      clearTimeout(late);
      const { message } = parsed;
      if (message.type === "welcome") {
        beating = setInterval(() => socket.send(encode({ type: "ping" })), message.heartbeatMs);
      }
      if (message.type === "joined") seated = true;
      if (message.type === "stopping") retryInMs = message.retryInMs;
      this.#hear(message, socket);
    };
    socket.onerror = (event) => event.preventDefault();
    socket.onclose = () => closed.resolve();
    await closed.promise;
    clearTimeout(late);
    clearInterval(beating);
    if (seated) this.#lostAt = performance.now();
    return { seated, retryInMs };
  }

  #hear(message: ServerMessage, socket: WebSocket): void {
    switch (message.type) {
      case "welcome":
        return this.#ask(socket);
      case "joined":
        if (message.resumed) this.record.resumed++;
        else this.record.taken++;
        if (this.#token !== null) {
          this.record.longestAwayMs = Math.max(this.record.longestAwayMs, this.awayMs);
        }
        this.#lostAt = null;
        this.#token = message.token;
        return this.#seated.resolve();
      case "full":
        this.record.turnedAway++;
        return socket.close();
      case "error":
        // Unavailable for a moment: the next socket may lead to another instance.
        return socket.close();
    }
  }

  #ask(socket: WebSocket): void {
    const token = this.#token;
    socket.send(encode({
      type: "join",
      request: crypto.randomUUID(),
      room: this.room,
      session: this.#session,
      connection: null,
      offer: null,
      ...(token === null ? {} : { token }),
    }));
  }
}
