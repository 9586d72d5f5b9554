import { CLOSE, encode, parseClientMessage, type ServerMessage } from "../../signaling/protocol.ts";

/** A WebSocket under the test's hand. */
export class FakeSocket {
  readyState = 0;
  readonly sent: unknown[] = [];
  closedWith: number | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string, readonly protocol: string) {}

  send(data: string): void {
    const parsed = parseClientMessage(data);
    if (!parsed.ok) throw new Error(`Cannot send: ${parsed.reason}`);
    this.sent.push(parsed.message);
  }

  close(code: number): void {
    this.closedWith = code;
    this.readyState = 2;
  }

  receive(message: ServerMessage): void {
    this.onmessage?.({ data: encode(message) });
  }

  greet(heartbeatMs = 5_000): void {
    this.readyState = 1;
    this.receive({ type: "welcome", ice: { servers: [], renewInMs: null }, heartbeatMs });
  }

  /** The connection is gone, as the browser reports it. */
  drop(code: number = CLOSE.goingAway): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  /** How many of its messages were pings. */
  get pings(): number {
    return this.sent.filter((message) => JSON.stringify(message) === '{"type":"ping"}').length;
  }
}

/** Sockets as a page opens them, in order. */
export function fakeSockets(opened: (socket: FakeSocket) => void = () => {}) {
  const made: FakeSocket[] = [];
  class Made extends FakeSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      made.push(this);
      opened(this);
    }
  }
  return {
    made,
    WebSocket: Made as unknown as new (url: string, protocol: string) => WebSocket,
    get last(): FakeSocket {
      const last = made.at(-1);
      if (last === undefined) throw new Error("Cannot find a socket: none was opened");
      return last;
    },
  };
}
