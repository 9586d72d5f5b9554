/** The page's socket with everything around it under the test's hand. */
import { connectSocket } from "../../call/socket/socket.ts";
import type { ServerMessage } from "../../signaling/protocol.ts";
import { FakeClock } from "./clock.ts";
import { type FakeSocket, fakeSockets } from "./socket.ts";

export type Fetch = typeof fetch;

/** A server that cannot be reached: every request hangs until it is given up. */
export function unreachable(_url: unknown, { signal }: RequestInit = {}): Promise<Response> {
  return new Promise((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true })
  );
}

interface Options {
  readonly fetch?: Fetch;
  readonly opened?: (socket: FakeSocket, clock: FakeClock) => void;
}

/** A page whose socket, clock and network the test holds; it opens its socket at once. */
export function openSocket({ fetch = unreachable as Fetch, opened = () => {} }: Options = {}) {
  const clock = new FakeClock();
  const sockets = fakeSockets((socket) => opened(socket, clock));
  const events: string[] = [];
  const messages: ServerMessage[] = [];
  const bugs: string[] = [];
  const asked = { times: 0 };
  const platform = {
    clock,
    random: () => 0,
    WebSocket: sockets.WebSocket,
    fetch: ((url: string, init?: RequestInit) => {
      asked.times += 1;
      return fetch(url, init);
    }) as Fetch,
    reportBug: (what: string) => bugs.push(what),
  };
  const url = "wss://duet.test/ws";
  const socket = connectSocket({ url, knockUrl: "/healthz", platform }, {
    open: () => events.push("open"),
    down: () => events.push("down"),
    message: (message) => messages.push(message),
    ice: () => events.push("ice"),
    outdated: () => events.push("outdated"),
  });
  return { clock, sockets, events, messages, bugs, asked, socket };
}

/** A server that can be reached. */
export function answered(): Promise<Response> {
  return Promise.resolve(new Response(null));
}

/** A socket that has lived long enough to count as good. */
export function steady({ sockets, clock }: ReturnType<typeof openSocket>): void {
  sockets.last.greet(60_000);
  clock.tick(20_000);
}
