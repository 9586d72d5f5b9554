/** One page among thousands: a socket that is kept, and perhaps a seat that it comes back to. */
import { PROTOCOL } from "../../signaling/protocol.ts";
import { frameBytes, OPCODE } from "../../tests/rig/raw_frames.ts";
import { RawSocket } from "../../tests/rig/raw_socket.ts";

/** As the page tries again, ms; each with up to half as much more. `call/socket/` has the original. */
const RETRY_MS = [0, 300, 1_200, 2_700, 4_800, 7_000];
const JITTER = 0.5;
const HEADERS = { "sec-websocket-protocol": PROTOCOL };
/** A join that was not answered with a seat. */
const REFUSAL = /^\{"type":"(full|error)"/;
/** When the server does not say when to ask again. */
const ASK_AGAIN_MS = 5_000;
/** Ready to be sent: there are thousands a second. */
const PING = frameBytes({
  ...{ opcode: OPCODE.text, fin: true },
  payload: new TextEncoder().encode('{"type":"ping"}'),
});

/** Where a page's news go. */
export interface Listener {
  /** Has a seat, for the first time or again. */
  seated(someone: Someone): void;
  /** The socket is open, for the first time or again. */
  open(someone: Someone): void;
  lost(someone: Someone): void;
  /** A join got no seat, and is sent again. */
  refused(someone: Someone): void;
  heard(someone: Someone, text: string): void;
}

export interface SomeoneOptions {
  readonly name: string;
  /** The instances, in the order in which they are tried. */
  readonly urls: readonly string[];
  /** `null`: looks at the prompt. */
  readonly room: string | null;
  readonly listener: Listener;
}

export class Someone {
  readonly session: string;
  readonly room: string | null;
  readonly #token: string;
  readonly #urls: readonly string[];
  readonly #listener: Listener;
  #socket: RawSocket | null = null;
  #at = 0;

  constructor({ name, urls, room, listener }: SomeoneOptions) {
    this.session = `session-${name}`;
    this.#token = `token-of-${name}`.padEnd(24, "-");
    this.room = room;
    this.#urls = urls;
    this.#listener = listener;
  }

  /** Opens a socket and keeps it; resolves when it is open for the first time. */
  async start(): Promise<void> {
    await this.#open();
  }

  ping(): void {
    this.#socket?.write(PING).catch(() => {});
  }

  say(message: object): void {
    this.#socket?.send(JSON.stringify(message));
  }

  async #open(): Promise<void> {
    for (let attempt = 0;; attempt++) {
      const delay = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0;
      await pause(delay * (1 + JITTER * Math.random()));
      try {
        const url = this.#urls[this.#at % this.#urls.length] ?? "";
        this.#use(await RawSocket.open(url, HEADERS));
        return;
      } catch {
        // Whoever stands before the instances sends the next try to another one.
        this.#at++;
      }
    }
  }

  #use(socket: RawSocket): void {
    this.#socket = socket;
    const ended = socket.follow({ answerPings: true });
    socket.onText = (text) => {
      if (text.startsWith('{"type":"joined"')) this.#listener.seated(this);
      else if (REFUSAL.test(text)) void this.#askAgain(socket, text);
      else this.#listener.heard(this, text);
    };
    void ended.then(() => {
      this.#socket = null;
      this.#listener.lost(this);
      void this.#open();
    });
    this.#listener.open(this);
    if (this.room === null) this.ping();
    else this.#join();
  }

  #join(): void {
    const { room, session } = this;
    const nothing = { connection: null, offer: null };
    this.say({ type: "join", request: "request-1", room, session, token: this.#token, ...nothing });
  }

  /** As a page does that is told to come back. */
  async #askAgain(socket: RawSocket, text: string): Promise<void> {
    const { retryInMs } = JSON.parse(text);
    await pause(typeof retryInMs === "number" ? retryInMs : ASK_AGAIN_MS);
    if (this.#socket !== socket) return;
    this.#listener.refused(this);
    this.#join();
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
