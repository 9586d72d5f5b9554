/** Somebody at the server's door, over raw TCP: as honest or as hostile as an attack wants. */
import { pause, systemClock } from "../../signaling/clock.ts";
import { parseServerMessage, type ServerMessage } from "../../signaling/protocol.ts";
import { within } from "../../signaling/store/patience.ts";
import { OPCODE } from "../rig/raw_frames.ts";
import { RawSocket } from "../rig/raw_socket.ts";
import { join, leave, ping, PROTOCOL, signalTo } from "./messages.ts";

type Type = ServerMessage["type"];
type Of<T extends Type> = Extract<ServerMessage, { type: T }>;

/** The three answers to a join. */
export type Reply = Of<"joined" | "full" | "error">;

export interface CallerOptions {
  /** Where they seem to come from; needs a server that trusts a proxy. */
  readonly address?: string;
  /** A browser's is the app's own; `null`: none is sent. */
  readonly origin?: string | null;
  /** Nothing comes by itself, neither heartbeats nor answers to pings: as from a lost network. */
  readonly dead?: boolean;
  readonly session?: string;
}

/** Longer than any answer takes; what an attack waits for longer, it says. */
const PATIENCE_MS = 10_000;
/** As a page does; a server takes silence for loss. */
const HEARTBEAT_MS = 5_000;

let callers = 0;

export class Caller implements Disposable {
  readonly session: string;
  /** Everything heard, in order. */
  readonly heard: ServerMessage[] = [];
  /** The code the server closed with; `null`: not closed, or without a word. */
  closeCode: number | null = null;
  readonly #socket: RawSocket;
  readonly #ended: Promise<void>;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  /** How much of `heard` was taken by `next`. */
  #taken = 0;
  #broken: string | null = null;
  #wake: () => void = () => {};

  private constructor(socket: RawSocket, { dead = false, session }: CallerOptions) {
    this.session = session ?? `session-${Deno.pid}-${++callers}`;
    this.#socket = socket;
    this.#ended = socket.follow({
      answerPings: !dead,
      onFrame: ({ opcode, payload }) => {
        if (opcode !== OPCODE.close || payload.length < 2) return;
        this.closeCode = new DataView(payload.buffer, payload.byteOffset).getUint16(0);
      },
    }).finally(() => {
      clearInterval(this.#heartbeat);
      this.#wake();
    });
    socket.onText = (text) => this.#hear(text);
    this.#heartbeat = setInterval(() => dead || this.say(ping()), HEARTBEAT_MS);
  }

  /** Opens a socket at an app's address. */
  static async open(app: { readonly url: string }, options: CallerOptions = {}): Promise<Caller> {
    const url = socketUrl(app);
    const { address, origin = new URL(app.url).origin } = options;
    const socket = await RawSocket.open(url, {
      host: new URL(app.url).host,
      "sec-websocket-protocol": PROTOCOL,
      ...origin === null ? {} : { origin },
      ...address === undefined ? {} : { "x-forwarded-for": address },
    });
    return new Caller(socket, options);
  }

  /** Whether the server has not closed the socket. */
  get open(): boolean {
    return this.#socket.open;
  }

  say(text: string): void {
    this.#socket.send(text);
  }

  /** Sends in order, and waits until the bytes are out. Fails when the connection is gone. */
  async write(text: string): Promise<void> {
    await this.#socket.sendText(text);
  }

  /** Asks for a seat; the answer is a seat, "full" or an error. */
  async join(room: string, token?: string): Promise<Reply> {
    this.say(join({ room, session: this.session, token }));
    return await this.next(["joined", "full", "error"]);
  }

  /**
   * Asks for a seat and gets it.
   *
   * @throws {Error} when the answer is another
   */
  async sit(room: string, token?: string): Promise<Of<"joined">> {
    const reply = await this.join(room, token);
    if (reply.type === "joined") return reply;
    throw new Error(`Expected a seat, got ${JSON.stringify(reply)}`);
  }

  /**
   * The next message of one of these types; others are passed over.
   *
   * @throws {Error} when none comes in time, or the socket ends
   */
  async next<T extends Type>(types: readonly T[], patienceMs = PATIENCE_MS): Promise<Of<T>> {
    const found = await this.wait(types, patienceMs);
    if (found !== null) return found;
    const last = JSON.stringify(this.heard.at(-1) ?? "nothing");
    throw new Error(`Waited in vain for ${types.join(" or ")}; heard last: ${last}`);
  }

  /** The same; `null` when none comes in time, or the socket ends. */
  async wait<T extends Type>(types: readonly T[], patienceMs = PATIENCE_MS): Promise<Of<T> | null> {
    const deadline = performance.now() + patienceMs;
    while (true) {
      for (let message = this.heard[this.#taken]; message; message = this.heard[this.#taken]) {
        this.#taken++;
        if (isOf(message, types)) return message;
      }
      if (this.#broken !== null) throw new Error(this.#broken);
      if (!this.open || !await this.#news(deadline - performance.now())) return null;
    }
  }

  /** Whether this one hears a signal of that one, within so many milliseconds. */
  async hears(other: Caller, patienceMs = PATIENCE_MS): Promise<boolean> {
    other.say(signalTo(this.session));
    return await this.wait(["signal"], patienceMs) !== null;
  }

  /** Resolves with `true` when the server has closed the socket, with `false` after a while. */
  async ends(patienceMs = PATIENCE_MS): Promise<boolean> {
    const ended = this.#ended.then(() => true);
    return await within(ended, { clock: systemClock, ms: patienceMs }).catch(() => false);
  }

  /** Gives the seat up and goes. */
  async leave(): Promise<void> {
    this.say(leave());
    await this.#socket.close();
  }

  /** Drops the connection without a word, as a lost network does. */
  [Symbol.dispose](): void {
    clearInterval(this.#heartbeat);
    this.#socket[Symbol.dispose]();
  }

  #hear(text: string): void {
    const parsed = parseServerMessage(text);
    if (parsed.ok) this.heard.push(parsed.message);
    else this.#broken = `The server broke the protocol (${parsed.reason}): ${text}`;
    this.#wake();
  }

  /** Resolves with `false` when nothing new came in time. */
  #news(patienceMs: number): Promise<boolean> {
    if (patienceMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }
}

/** Where an app's sockets are. */
export function socketUrl({ url }: { readonly url: string }): string {
  return url.replace(/^http:\/\/localhost/, "ws://127.0.0.1") + "ws";
}

/** Two people in a room, each on an app of their own or on the same. */
export async function meet(
  room: string,
  one: { readonly url: string },
  two: { readonly url: string } = one,
  options: CallerOptions = {},
) {
  const [ann, bob] = [await Caller.open(one, options), await Caller.open(two, options)];
  const { token: annToken } = await ann.sit(room);
  const { token: bobToken } = await bob.sit(room);
  await ann.next(["arrived"]);
  return { ann, bob, annToken, bobToken };
}

/** Whether two people can still meet and signal, and after how many milliseconds; `null`: not. */
export async function serves(
  app: { readonly url: string },
  options: CallerOptions & { readonly patienceMs?: number } = {},
): Promise<number | null> {
  const started = performance.now();
  const { patienceMs = PATIENCE_MS } = options;
  while (performance.now() - started < patienceMs) {
    try {
      const { ann, bob } = await meet(`honest ${++callers}`, app, app, options);
      const heard = await ann.hears(bob);
      await Promise.all([ann.leave(), bob.leave()]);
      if (heard) return Math.round(performance.now() - started);
    } catch {
      // Refused or not answered yet: knock again.
    }
    await pause(systemClock, 100);
  }
  return null;
}

function isOf<T extends Type>(message: ServerMessage, types: readonly T[]): message is Of<T> {
  return (types as readonly Type[]).includes(message.type);
}
